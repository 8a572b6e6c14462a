"""The X server, asked through libxcb: properties of windows, and the counter of idleness.

libxcb and not Xlib: its errors are answers, where Xlib ends the whole program. Structures are those
of xproto.h, sync.h and screensaver.h.
"""

import ctypes as c
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

_REPLY = c.POINTER(c.c_ubyte)
_ANY_TYPE = 0
_LONGS = 4096  # of a property: 16 kB, enough for a list of all windows
_HEADER = 32
_PRESENT, _FIRST_EVENT = 8, 10  # of what is told about an extension
_COUNTER_HEADER = 14  # id, resolution, length of the name
IDLE_COUNTER = "IDLETIME"


class _Cookie(c.Structure):
    _fields_ = (("sequence", c.c_uint),)


class _Iterator(c.Structure):
    _fields_ = (("data", c.c_void_p), ("rem", c.c_int), ("index", c.c_int))


class XServer:
    """One connection to the X server. Raises OSError where there is none, or no libxcb."""

    def __init__(self, display: str) -> None:
        self._xcb = _library("libxcb.so.1")
        self._sync = _library("libxcb-sync.so.1")
        self._free = c.CDLL(None).free
        self._free.argtypes = (c.c_void_p,)
        self._declare()
        self._line = self._xcb.xcb_connect(display.encode(), None)
        if self._xcb.xcb_connection_has_error(self._line):
            self._xcb.xcb_disconnect(self._line)
            raise OSError(f"no X server at {display!r}")
        self._guard = threading.RLock()
        self._atoms: dict[str, int] = {}
        setup = self._xcb.xcb_get_setup(self._line)
        first = self._xcb.xcb_setup_roots_iterator(setup)
        self.root = int(c.c_uint32.from_address(first.data).value)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def is_alive(self) -> bool:
        """Whether the server still answers."""
        return self._line is not None and not self._xcb.xcb_connection_has_error(self._line)

    def fileno(self) -> int:
        """The descriptor that events come through."""
        return int(self._xcb.xcb_get_file_descriptor(self._line))

    def close(self) -> None:
        """Leave the server. May be called again."""
        with self._guard:
            if self._line is not None:
                self._xcb.xcb_disconnect(self._line)
                self._line = None

    def atom(self, name: str) -> int:
        """The number of a name; 0 when the server is gone."""
        if name not in self._atoms:
            raw = name.encode()
            ask = self._xcb.xcb_intern_atom
            with self._reply(ask(self._line, 0, len(raw), raw), "xcb_intern_atom_reply") as reply:
                self._atoms[name] = _uint32(reply, 8) if reply else 0
        return self._atoms[name]

    def numbers(self, window: int, name: str) -> tuple[int, ...]:
        """A property that is a list of 32-bit numbers; empty if it is not there."""
        atom = self.atom(name)
        ask = self._xcb.xcb_get_property
        cookie = ask(self._line, 0, window, atom, _ANY_TYPE, 0, _LONGS)
        with self._reply(cookie, "xcb_get_property_reply") as reply:
            if not reply or reply[1] != c.sizeof(c.c_uint32) * 8:
                return ()
            return tuple(_uint32(reply, _HEADER + 4 * n) for n in range(_uint32(reply, 16)))

    def idle_counter(self) -> int:
        """The id of the counter of idleness, which may be asked about any number of times.

        Raises OSError where the server has none.
        """
        with self._reply(
            self._sync.xcb_sync_initialize(self._line, 3, 1), "xcb_sync_initialize_reply"
        ):
            pass
        ask = self._sync.xcb_sync_list_system_counters
        with self._reply(ask(self._line), "xcb_sync_list_system_counters_reply") as reply:
            if reply:
                each = self._sync.xcb_sync_list_system_counters_counters_iterator(reply)
                while each.rem:
                    name_length = c.c_uint16.from_address(each.data + 12).value
                    name = c.string_at(each.data + _COUNTER_HEADER, name_length)
                    if name.decode("latin-1") == IDLE_COUNTER:
                        return int(c.c_uint32.from_address(each.data).value)
                    self._sync.xcb_sync_systemcounter_next(c.byref(each))
        raise OSError("the X server counts no idleness")

    def counter_ms(self, counter: int) -> int | None:
        """The value of a counter; None when the server is gone."""
        ask = self._sync.xcb_sync_query_counter
        with self._reply(ask(self._line, counter), "xcb_sync_query_counter_reply") as reply:
            return (_uint32(reply, 8) << 32 | _uint32(reply, 12)) if reply else None

    def alarm(self, counter: int, value_ms: int, *, above: bool) -> int:
        """An event, once, when the counter is at `value_ms` or beyond; the alarm's id."""
        ident = int(self._xcb.xcb_generate_id(self._line))
        comparison = 2 if above else 3
        values = (c.c_uint32 * 8)(
            counter, 0, value_ms >> 32, value_ms & 0xFFFFFFFF, comparison, 0, 0, 1
        )
        self._sync.xcb_sync_create_alarm(self._line, ident, 0b111111, values)
        self._xcb.xcb_flush(self._line)
        return ident

    def destroy_alarm(self, ident: int) -> None:
        """Forget an alarm."""
        self._sync.xcb_sync_destroy_alarm(self._line, ident)
        self._xcb.xcb_flush(self._line)

    def alarms_rung(self) -> list[int]:
        """The ids of alarms that have rung since the last call."""
        extension = self._xcb.xcb_get_extension_data(
            self._line, c.byref(c.c_char.in_dll(self._sync, "xcb_sync_id"))
        )
        alarm_event = extension[_FIRST_EVENT] + 1
        rung = []
        while event := self._xcb.xcb_poll_for_event(self._line):
            if event[0] & 0x7F == alarm_event:
                rung.append(_uint32(event, 4))
            self._free(event)
        return rung

    def suspend_screen_saver(self) -> None:
        """Hold off screen saver and power saving as long as this connection lasts.

        Raises OSError where the server or its library cannot do that.
        """
        saver = _library("libxcb-screensaver.so.0")
        extension = self._xcb.xcb_get_extension_data(
            self._line, c.byref(c.c_char.in_dll(saver, "xcb_screensaver_id"))
        )
        if not extension or not extension[_PRESENT]:
            raise OSError("the X server has no screen saver")
        saver.xcb_screensaver_suspend.argtypes = (c.c_void_p, c.c_uint32)
        saver.xcb_screensaver_suspend(self._line, 1)
        self._xcb.xcb_flush(self._line)

    @contextmanager
    def _reply(self, cookie: _Cookie, wait: str) -> Iterator[Any]:
        """Lend the answer to a question; None when it was an error."""
        library = self._sync if wait.startswith("xcb_sync") else self._xcb
        error = _REPLY()
        with self._guard:
            reply = getattr(library, wait)(self._line, cookie, c.byref(error))
        if c.cast(error, c.c_void_p).value:
            self._free(error)
        try:
            yield reply or None
        finally:
            if reply:
                self._free(reply)

    def _declare(self) -> None:
        line, window = c.c_void_p, c.c_uint32
        answer = (line, _Cookie, c.POINTER(_REPLY))
        for library, name, result, arguments in (
            (self._xcb, "xcb_connect", line, (c.c_char_p, c.c_void_p)),
            (self._xcb, "xcb_connection_has_error", c.c_int, (line,)),
            (self._xcb, "xcb_disconnect", None, (line,)),
            (self._xcb, "xcb_get_file_descriptor", c.c_int, (line,)),
            (self._xcb, "xcb_flush", c.c_int, (line,)),
            (self._xcb, "xcb_generate_id", c.c_uint32, (line,)),
            (self._xcb, "xcb_get_setup", c.c_void_p, (line,)),
            (self._xcb, "xcb_setup_roots_iterator", _Iterator, (c.c_void_p,)),
            (self._xcb, "xcb_poll_for_event", _REPLY, (line,)),
            (self._xcb, "xcb_get_extension_data", _REPLY, (line, c.c_void_p)),
            (self._xcb, "xcb_intern_atom", _Cookie, (line, c.c_uint8, c.c_uint16, c.c_char_p)),
            (self._xcb, "xcb_intern_atom_reply", _REPLY, answer),
            (
                self._xcb,
                "xcb_get_property",
                _Cookie,
                (line, c.c_uint8, window, window, window, window, window),
            ),
            (self._xcb, "xcb_get_property_reply", _REPLY, answer),
            (self._sync, "xcb_sync_initialize", _Cookie, (line, c.c_uint8, c.c_uint8)),
            (self._sync, "xcb_sync_initialize_reply", _REPLY, answer),
            (self._sync, "xcb_sync_list_system_counters", _Cookie, (line,)),
            (self._sync, "xcb_sync_list_system_counters_reply", _REPLY, answer),
            (
                self._sync,
                "xcb_sync_list_system_counters_counters_iterator",
                _Iterator,
                (c.c_void_p,),
            ),
            (self._sync, "xcb_sync_systemcounter_next", None, (c.c_void_p,)),
            (self._sync, "xcb_sync_query_counter", _Cookie, (line, c.c_uint32)),
            (self._sync, "xcb_sync_query_counter_reply", _REPLY, answer),
            (
                self._sync,
                "xcb_sync_create_alarm",
                _Cookie,
                (line, c.c_uint32, c.c_uint32, c.c_void_p),
            ),
            (self._sync, "xcb_sync_destroy_alarm", _Cookie, (line, c.c_uint32)),
        ):
            function: Callable[..., Any] = getattr(library, name)
            function.restype, function.argtypes = result, arguments  # type: ignore[attr-defined]


def _library(name: str) -> c.CDLL:
    # A library of our own: what is declared for its functions holds for nobody else.
    return c.CDLL(name)


def _uint32(reply: Any, offset: int) -> int:
    return int.from_bytes(bytes(reply[offset : offset + 4]), sys.byteorder)
