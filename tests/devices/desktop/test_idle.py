import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.devices.clock import SystemClock
from supple.devices.desktop.bus import Bus
from supple.devices.desktop.idle import Idle, NullIdle
from supple.devices.desktop.idle_mutter import _MONITOR, MutterIdle
from supple.devices.desktop.idle_native import MacIdle, WindowsIdle
from supple.devices.desktop.idle_wayland import WaylandIdle
from supple.devices.desktop.idle_x11 import X11Idle
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.wayland import Compositor
from supple.devices.desktop.x11 import XServer
from supple.devices.finding import Level
from tests.devices.desktop.natives import Mac, Windows
from tests.devices.desktop.peers import Mock, Told, eventually, played, sway, touch

WORDS = NullTranslations()
COMPOSITOR = str(Path(__file__).with_name("compositor.py"))
FORMS = ["null", "x11", "mutter", "wayland", "windows", "macos"]


@pytest.fixture(params=FORMS)
def idle(request: pytest.FixtureRequest) -> Iterator[Idle]:
    """Every form that runs here."""
    form = request.param
    if form == "x11":
        display = request.getfixturevalue("display")
        each: Idle = X11Idle(display, request.getfixturevalue("listener"))
    elif form == "mutter":
        with mutter(request.getfixturevalue("bus")) as (each, _mock):
            yield each
            each.close()
        return
    elif form == "wayland":
        each = request.getfixturevalue("wayland").idle
    else:
        natives: dict[str, Idle] = {
            "windows": WindowsIdle(Windows().user32, Windows().kernel32),
            "macos": MacIdle(Mac()("ApplicationServices")),
        }
        each = natives.get(form) or NullIdle()
    yield each
    each.close()


def has_calls(mock: Mock, times: int) -> bool:
    return len(mock.calls("AddUserActiveWatch")) == times


@contextmanager
def mutter(bus: Bus) -> Iterator[tuple[MutterIdle, Mock]]:
    with played(bus, _MONITOR) as mock:
        mock.method("GetIdletime", "", "t", "ret = dbus.UInt64(1500)")
        mock.method("AddIdleWatch", "t", "u", "ret = dbus.UInt32(5)")
        mock.method("AddUserActiveWatch", "", "u", "ret = dbus.UInt32(6)")
        mock.method("RemoveWatch", "u", "", "")
        yield MutterIdle(bus), mock


def test_every_form_tells_seconds_or_that_it_does_not_know(idle: Idle) -> None:
    seconds = idle.idle_s()
    assert seconds is None or seconds >= 0


def test_every_form_says_how_well_it_works(idle: Idle) -> None:
    finding = idle.check(WORDS)
    assert finding.subject == "Time away"
    assert finding.words


def test_every_form_says_whether_it_tells_by_itself(idle: Idle) -> None:
    assert isinstance(idle.watch([60], Told()), bool)


def test_every_form_can_be_closed_twice(idle: Idle) -> None:
    idle.watch([60], Told())
    idle.close()
    idle.close()


def test_nothing_known_is_told_with_what_stands_in_for_it() -> None:
    finding = NullIdle().check(WORDS)
    assert finding.level is Level.MISSING
    assert "by the clock" in finding.words


def test_the_counter_of_x11_is_the_real_one(display: str, listener: Listener) -> None:
    idle = X11Idle(display, listener)
    touch(display, 10)
    first = idle.idle_s()
    assert first is not None
    eventually(lambda: (idle.idle_s() or 0.0) >= first + 0.3)
    touch(display, 50)
    last = idle.idle_s()
    assert last is not None
    assert last < 0.3
    idle.close()


def test_x11_tells_when_somebody_goes_and_comes_back(display: str, listener: Listener) -> None:
    idle = X11Idle(display, listener)
    changed = Told()
    touch(display, 10)
    assert idle.watch([0.3], changed)
    for x in (60, 90):
        assert changed.wait()
        assert (idle.idle_s() or 0.0) >= 0.3
        touch(display, x)
        assert changed.wait()
        assert (idle.idle_s() or 0.0) < 0.3
    idle.close()


def test_x11_tells_of_each_of_several_times(display: str, listener: Listener) -> None:
    idle = X11Idle(display, listener)
    changed = Told()
    touch(display, 10)
    assert idle.watch([0.6, 0.2], changed)
    for least_s in (0.2, 0.6):
        assert changed.wait()
        assert (idle.idle_s() or 0.0) >= least_s
    touch(display, 60)
    assert changed.wait()
    assert (idle.idle_s() or 0.0) < 0.6
    idle.close()


def test_a_second_watch_under_x11_takes_the_place_of_the_first(
    display: str, listener: Listener
) -> None:
    idle = X11Idle(display, listener)
    first, second = Told(), Told()
    touch(display, 10)
    idle.watch([0.4], first)
    idle.watch([0.3], second)
    assert second.wait()
    assert first.is_quiet(0.3)
    idle.close()


def test_an_x_server_that_dies_leaves_nothing_known() -> None:
    listener = Listener()
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert server.stdout is not None
    idle = X11Idle(f":{int(server.stdout.readline())}", listener)
    assert idle.watch([60], Told())
    server.kill()
    server.wait()
    server.stdout.close()
    eventually(lambda: idle.idle_s() is None)
    idle.close()
    listener.close()


def test_no_x_server_is_said_at_once(listener: Listener) -> None:
    with pytest.raises(OSError, match="no X server"):
        X11Idle(":4711", listener)


def test_a_window_that_is_not_there_is_no_fault(display: str) -> None:
    with XServer(display) as server:
        assert server.numbers(0x7FFFFFFF, "_NET_WM_STATE") == ()


def test_mutter_tells_the_seconds(bus: Bus) -> None:
    with mutter(bus) as (idle, _mock):
        assert idle.idle_s() == 1.5


def test_mutter_tells_when_somebody_goes_and_comes_back(bus: Bus) -> None:
    changed = Told()
    with mutter(bus) as (idle, mock):
        assert idle.watch([120], changed)
        assert mock.calls("AddIdleWatch") == [(120_000,)]
        for times in (1, 2):
            mock.emit("WatchFired", "u", 5)
            assert changed.wait()
            eventually(partial(has_calls, mock, times))
            mock.emit("WatchFired", "u", 6)
            assert changed.wait()
        idle.close()
        eventually(lambda: mock.calls("RemoveWatch") == [(5,)])


def test_a_mutter_that_was_started_anew_is_asked_again(bus: Bus) -> None:
    changed = Told()
    with mutter(bus) as (idle, _mock):
        assert idle.watch([120, 3], changed)
    assert changed.is_quiet()
    with mutter(bus) as (_other, mock):
        assert changed.wait()
        assert idle.idle_s() == 1.5
        assert mock.calls("AddIdleWatch") == [(120_000,), (3_000,)]
        mock.emit("WatchFired", "u", 5)
        assert changed.wait()
        eventually(partial(has_calls, mock, 1))
        idle.close()


def test_mutter_that_is_not_there_tells_nothing(bus: Bus) -> None:
    idle = MutterIdle(bus)
    assert idle.idle_s() is None
    assert not idle.watch([60], Told())


class Wayland:
    """A compositor with ext-idle-notify of some version, and the form that listens to it."""

    def __init__(self, compositor: subprocess.Popen[str], idle: WaylandIdle) -> None:
        self.compositor = compositor
        self.idle = idle

    def asked(self) -> str:
        assert self.compositor.stdout is not None
        return self.compositor.stdout.readline().strip()

    def tell(self, line: str) -> None:
        assert self.compositor.stdin is not None
        self.compositor.stdin.write(f"{line}\n")
        self.compositor.stdin.flush()


@pytest.fixture
def wayland(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    listener: Listener,
) -> Iterator[Wayland]:
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    compositor = subprocess.Popen(
        [sys.executable, COMPOSITOR, str(getattr(request, "param", 2))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert compositor.stdin is not None
    assert compositor.stdout is not None
    name = compositor.stdout.readline().strip()
    environ = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": name}
    idle = WaylandIdle(environ, SystemClock(), listener)
    yield Wayland(compositor, idle)
    idle.close()
    compositor.stdin.close()
    compositor.wait()
    compositor.stdout.close()


@pytest.mark.parametrize(("wayland", "kind"), [(1, "any"), (2, "input")], indirect=["wayland"])
def test_the_compositor_tells_of_each_time_and_of_the_next_touch(
    wayland: Wayland, kind: str
) -> None:
    changed = Told()
    assert wayland.idle.idle_s() is None
    assert wayland.idle.watch([120], changed)
    assert wayland.asked() == f"{kind} 120000"
    assert wayland.idle.idle_s() == 0
    assert wayland.idle.watch([120, 3], changed)
    assert wayland.asked() == f"{kind} 3000"
    for _time in range(2):
        wayland.tell("idled 3000")
        assert changed.wait()
        assert 3 <= (wayland.idle.idle_s() or 0) < 10
        wayland.tell("resumed 3000")
        assert changed.wait()
        assert wayland.idle.idle_s() == 0
    assert wayland.idle.watch([120], changed)
    assert wayland.asked() == "end 3000"
    wayland.tell("idled 120000")
    assert changed.wait()
    assert 120 <= (wayland.idle.idle_s() or 0) < 130


def test_a_compositor_that_dies_leaves_nothing_known(wayland: Wayland) -> None:
    changed = Told()
    assert wayland.idle.watch([120], changed)
    wayland.compositor.kill()
    assert changed.wait()
    assert wayland.idle.idle_s() is None
    assert not wayland.idle.watch([3], changed)


def press_key() -> None:
    subprocess.run(["wtype", "a"], check=True)


@pytest.fixture
def compositor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """A real compositor without a screen; the function plays a key there."""
    with sway(tmp_path) as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield press_key


def test_idleness_is_noticed_under_wayland(
    compositor: Callable[[], None], listener: Listener
) -> None:
    idle = WaylandIdle(os.environ, SystemClock(), listener)
    changed = Told()
    assert idle.watch([0.5], changed)
    assert changed.wait()
    assert (idle.idle_s() or 0.0) >= 0.5
    compositor()
    assert changed.wait()
    assert idle.idle_s() == 0
    assert idle.check(WORDS).level is Level.OK
    idle.close()


def test_a_wayland_without_a_compositor_is_said_at_once(tmp_path: Path, listener: Listener) -> None:
    environ = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-9"}
    with pytest.raises(OSError, match=r"."):
        WaylandIdle(environ, SystemClock(), listener)


@pytest.mark.parametrize("answer", [b"", struct.pack("=II", 1, 8 << 16)], ids=["none", "an error"])
def test_a_socket_that_is_no_compositor_is_said_at_once(
    tmp_path: Path, listener: Listener, answer: bytes
) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-9"))
        server.listen()

        def speak() -> None:
            line, _address = server.accept()
            line.sendall(answer)
            line.recv(64)
            line.close()

        speaker = threading.Thread(target=speak)
        speaker.start()
        environ = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-9"}
        with pytest.raises(OSError, match=r"."):
            WaylandIdle(environ, SystemClock(), listener)
        speaker.join()


def test_a_compositor_that_offers_nothing_is_said_at_once() -> None:
    compositor = Compositor.__new__(Compositor)
    compositor.globals = {}
    with pytest.raises(OSError, match="offers no wl_seat"):
        compositor.bind("wl_seat", 1)
