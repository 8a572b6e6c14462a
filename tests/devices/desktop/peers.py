"""Real peers for the desktop's facilities: an X server, a message bus, services played on it."""

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Bus, Service, service

WAIT_S = 30.0
# The system's own interpreter: python-dbusmock needs the bindings that come with it.
SYSTEM_PYTHON = shutil.which("python3", path="/usr/bin") or "python3"
MOCK = "org.freedesktop.DBus.Mock"


class Told:
    """Something to be called back; knows how often it was, and can wait for it."""

    def __init__(self) -> None:
        self._times = threading.Semaphore(0)
        self.values: list[Any] = []

    def __call__(self, *values: Any) -> None:
        self.values += values
        self._times.release()

    def wait(self) -> bool:
        """Whether it was called once more, in a while."""
        return self._times.acquire(timeout=WAIT_S)

    def is_quiet(self, seconds: float = 0.1) -> bool:
        """Whether it is not called within `seconds`."""
        return not self._times.acquire(timeout=seconds)


@contextmanager
def running(*command: str, env: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    """A program in the background, ended at the end."""
    program = subprocess.Popen(
        command,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield program
    finally:
        program.terminate()
        program.wait(WAIT_S)
        if program.stdout is not None:
            program.stdout.close()


@contextmanager
def x_server() -> Iterator[str]:
    """A real X server without a screen; its display."""
    command = (
        "Xvfb",
        "-displayfd",
        "1",
        "-screen",
        "0",
        "800x600x24",
        "-nolisten",
        "tcp",
        "-noreset",
    )
    with running(*command) as server:
        assert server.stdout is not None
        yield f":{int(server.stdout.readline())}"


@contextmanager
def sway(folder: Path) -> Iterator[dict[str, str]]:
    """A real Wayland compositor without a screen; the environment of its programs.

    "COMPOSITOR" in it is its process.
    """
    folder.chmod(0o700)
    config = folder / "sway"
    config.write_text("")
    environment = {
        "XDG_RUNTIME_DIR": str(folder),
        "WLR_BACKENDS": "headless",
        "WLR_LIBINPUT_NO_DEVICES": "1",
        "WLR_RENDERER": "pixman",
    }
    # It refuses to run for root; in a namespace of its own nobody is.
    before = ("unshare", "--user") if os.geteuid() == 0 else ()
    with running(*before, "sway", "-c", str(config), env=environment) as process:
        eventually(lambda: bool(list(folder.glob("wayland-[0-9]"))))
        name = next(folder.glob("wayland-[0-9]")).name
        yield {
            "XDG_RUNTIME_DIR": str(folder),
            "WAYLAND_DISPLAY": name,
            "COMPOSITOR": str(process.pid),
        }


def touch(display: str, x: int = 40) -> None:
    """Move the mouse."""
    command = ["xdotool", "mousemove", str(x), "40"]
    subprocess.run(command, env={**os.environ, "DISPLAY": display}, check=True)


@contextmanager
def message_bus() -> Iterator[str]:
    """A real bus of its own; its address."""
    command = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1")
    with running(*command) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()


class Mock:
    """A service that python-dbusmock plays; told over the bus what to be."""

    def __init__(self, bus: Bus, at: Service) -> None:
        self._bus = bus
        self.at = at
        self._mock = at._replace(interface=MOCK)

    def method(self, name: str, takes: str, gives: str, code: str) -> None:
        body = (self.at.interface, name, takes, gives, code)
        self._bus.call(self._mock, "AddMethod", "sssss", body)

    def property(self, name: str, signature: str, value: Any) -> None:
        body = (self.at.interface, name, (signature, value))
        self._bus.call(self._mock, "AddProperty", "ssv", body)

    def update(self, name: str, signature: str, value: Any) -> None:
        body = (self.at.interface, {name: (signature, value)})
        self._bus.call(self._mock, "UpdateProperties", "sa{sv}", body)

    def emit(self, signal: str, signature: str, *values: Any) -> None:
        pairs = zip(signature, values, strict=True)
        variants = [value if sign == "v" else (sign, value) for sign, value in pairs]
        body = (self.at.interface, signal, signature, variants)
        self._bus.call(self._mock, "EmitSignal", "sssav", body)

    def calls(self, method: str) -> list[Any]:
        (found,) = self._bus.call(self._mock, "GetMethodCalls", "s", (method,))
        return [tuple(value for _signature, value in values) for _time, values in found]


@contextmanager
def played(bus: Bus, at: Service) -> Iterator[Mock]:
    """A service that does nothing yet."""
    command = (SYSTEM_PYTHON, "-m", "dbusmock", "--session", at.name, at.path, at.interface)
    with running(*command):
        eventually(lambda: bus.has(at.name))
        yield Mock(bus, at)


@contextmanager
def logind(bus: Bus) -> Iterator[Mock]:
    """logind with one session, "7"; told about through its manager."""
    manager = service("org.freedesktop.login1", "/org/freedesktop/login1", MOCK)
    command = (SYSTEM_PYTHON, "-m", "dbusmock", "--session", "--template", "logind")
    with running(*command):
        eventually(lambda: bus.has(manager.name))
        body = ("7", "seat0", 1000, "somebody", True)
        eventually(lambda: _answers(bus, manager, "AddSession", "ssusb", body))
        yield Mock(bus, manager._replace(interface="org.freedesktop.login1.Manager"))


def _answers(bus: Bus, at: Service, method: str, signature: str, body: tuple[Any, ...]) -> bool:
    try:
        bus.call(at, method, signature, body)
    except FacilityError:
        return False
    return True


def eventually(holds: Callable[[], bool]) -> None:
    """Wait until it holds."""
    tries = threading.Event()
    for _time in range(600):
        if holds():
            return
        tries.wait(WAIT_S / 600)
    raise AssertionError("it never came to be so")
