"""Cuts the screen of an X server into monitors, as two displays on one desk are."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager

TALL = 900


class _Monitor(ctypes.Structure):
    """XRRMonitorInfo of libXrandr 1.5."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("primary", "automatic", "noutput")),
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "mwidth", "mheight")),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class _Resources(ctypes.Structure):
    """The beginning of XRRScreenResources."""

    _fields_ = (
        ("timestamp", ctypes.c_ulong),
        ("config_timestamp", ctypes.c_ulong),
        ("ncrtc", ctypes.c_int),
        ("crtcs", ctypes.POINTER(ctypes.c_ulong)),
        ("noutput", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


@contextmanager
def two_monitors(display: str, left: int, right: int) -> Iterator[Callable[[], None]]:
    """A main monitor `left` pixels wide, and one of `right` beside it; for as long as the block.

    The function unplugs the second.
    """
    x11, randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
    randr.XRRGetScreenResources.restype = ctypes.POINTER(_Resources)
    server = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    root = ctypes.c_ulong(x11.XDefaultRootWindow(server))
    outputs = randr.XRRGetScreenResources(server, root).contents.outputs
    only = (ctypes.c_ulong * 1)(outputs[0])

    def put(name: bytes, x: int, wide: int, *, is_main: bool) -> None:
        atom = x11.XInternAtom(server, name, 0)
        size = (x, 0, wide, TALL, wide // 4, TALL // 4)
        monitor = _Monitor(atom, is_main, 0, int(is_main), *size, only if is_main else None)
        randr.XRRSetMonitor(server, root, ctypes.byref(monitor))
        x11.XSync(server, 0)

    def unplug() -> None:
        randr.XRRDeleteMonitor(server, root, ctypes.c_ulong(x11.XInternAtom(server, b"RIGHT", 0)))
        x11.XSync(server, 0)

    put(b"LEFT", 0, left, is_main=True)
    put(b"RIGHT", left, right, is_main=False)
    try:
        yield unplug
    finally:
        x11.XCloseDisplay(server)
