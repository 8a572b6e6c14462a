"""A message bus and its services that hang, die, or say strange things: one second is lost once."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.breaks.facts import Quiet
from supple.core.errors import FacilityError
from supple.devices.clock import SystemClock
from supple.devices.desktop.bus import SESSION, Bus, Service, service
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.linux import open_linux_desktop
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.media_keys import NAME, PATH, PLAYER, MediaKey, Mpris
from supple.devices.desktop.notify import Note
from supple.devices.desktop.quiet_bus import NOTIFICATIONS
from supple.devices.desktop.screen_saver import SAVERS
from supple.devices.desktop.silent_bus import leave_silent_bus
from tests.devices.desktop.peers import Told, eventually, logind, played, running

ECHO = service("org.example.Echo", "/org/example/Echo")
PROPERTIES = "org.freedesktop.DBus.Properties"
PATIENCE_S = 2.0


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < seconds


@contextmanager
def frozen(pid: int) -> Iterator[None]:
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


@pytest.fixture
def daemon(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The process of a bus of the test's own, which is both the session's and the system's."""
    command = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1")
    with running(*command) as each:
        assert each.stdout is not None
        address = each.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        yield each.pid


@pytest.fixture
def bus(daemon: int, listener: Listener) -> Iterator[Bus]:
    del daemon  # found through the environment
    each = Bus.open(SESSION, listener)
    assert each is not None
    yield each
    each.close()


@contextmanager
def desktop_of_services(bus: Bus) -> Iterator[Desktop]:
    """A desktop whose every fact comes over the bus."""
    saver = SAVERS[1]
    with (
        logind(bus),
        played(bus, NOTIFICATIONS) as notices,
        played(bus, saver) as cover,
    ):
        notices.method("GetCapabilities", "", "as", "ret = ['actions']")
        notices.method("Notify", "susssasa{sv}i", "u", "ret = dbus.UInt32(7)")
        notices.method("CloseNotification", "u", "", "")
        notices.property("Inhibited", "b", value=False)
        cover.method("GetActive", "", "b", "ret = False")
        cover.method("Inhibit", "ss", "u", "ret = dbus.UInt32(5)")
        cover.method("UnInhibit", "u", "", "")
        environ = {**os.environ, "XDG_SESSION_ID": "7"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP"):
            environ.pop(name, None)
        desktop = open_linux_desktop(environ, SystemClock(), NullTranslations())
        try:
            desktop.watch([60.0], lambda: None)
            yield desktop
        finally:
            desktop.close()


def all_that_is_asked(desktop: Desktop) -> None:
    """What the program asks of its desktop in an hour with a break and a session."""
    desktop.facts()
    desktop.quiet(frozenset(Quiet) - {Quiet.CAMERA, Quiet.MICROPHONE, Quiet.SCREEN_SHARED})
    desktop.notifier.show(Note("Time?", "Two minutes."), lambda _chosen: None)
    desktop.notifier.withdraw()
    desktop.awake.keep(on=True)
    desktop.media_keys.begin(lambda _key: None)
    desktop.media_keys.show("Full home", playing=True)
    desktop.media_keys.end()
    desktop.awake.keep(on=False)


def test_a_bus_that_hangs_costs_one_wait_for_all_that_is_asked_of_it(bus: Bus, daemon: int) -> None:
    with desktop_of_services(bus) as desktop:
        all_that_is_asked(desktop)
        with frozen(daemon):
            with at_most(2 * PATIENCE_S):  # both buses are this one: each is waited for once
                all_that_is_asked(desktop)
            with at_most(PATIENCE_S / 4):
                all_that_is_asked(desktop)
        eventually(lambda: desktop.lock.is_locked() is False)
        assert desktop.notifier.show(Note("Time?", "Now."), lambda _chosen: None)


def test_a_bus_that_is_killed_costs_nothing_that_is_asked_of_it(bus: Bus, daemon: int) -> None:
    with desktop_of_services(bus) as desktop:
        all_that_is_asked(desktop)
        os.kill(daemon, signal.SIGKILL)
        with at_most(2 * PATIENCE_S):
            all_that_is_asked(desktop)
        with at_most(PATIENCE_S / 4):
            all_that_is_asked(desktop)
        assert desktop.lock.is_locked() is None
        assert not desktop.notifier.show(Note("Time?", "Now."), lambda _chosen: None)


def test_a_service_that_hangs_is_waited_for_once_and_the_others_answer(bus: Bus) -> None:
    other = service("org.example.Other", "/org/example/Other")
    with played(bus, ECHO) as hangs, played(bus, other) as lives:
        hangs.method("Wait", "", "", "import time; time.sleep(2.5)")
        lives.method("Twice", "u", "u", "ret = args[0] * 2")
        with at_most(PATIENCE_S), pytest.raises(FacilityError):
            bus.call(ECHO, "Wait")
        with at_most(0.5), pytest.raises(FacilityError):
            bus.call(ECHO, "Wait")
        assert bus.call(other, "Twice", "u", (21,)) == (42,)
        hangs_no_more = ECHO._replace(interface="org.freedesktop.DBus.Peer")
        eventually(lambda: _answers(bus, hangs_no_more))


def test_a_service_that_hung_and_died_is_asked_again_when_it_is_back(bus: Bus) -> None:
    with played(bus, ECHO) as mock:
        mock.method("Wait", "", "", "import time; time.sleep(60)")
        with pytest.raises(FacilityError):
            bus.call(ECHO, "Wait")
        (pid,) = bus.call(
            service("org.freedesktop.DBus", "/org/freedesktop/DBus"),
            "GetConnectionUnixProcessID",
            "s",
            (ECHO.name,),
        )
        os.kill(pid, signal.SIGKILL)
        eventually(lambda: not bus.has(ECHO.name))
    with played(bus, ECHO) as mock:
        mock.method("Twice", "u", "u", "ret = args[0] * 2")
        assert bus.call(ECHO, "Twice", "u", (21,)) == (42,)


def _answers(bus: Bus, at: Service) -> bool:
    try:
        bus.call(at, "Ping")
    except FacilityError:
        return False
    return True


@pytest.mark.expects_log("strange shape")
def test_calls_of_a_strange_shape_are_refused_and_the_buttons_work_on(
    bus: Bus,
) -> None:
    told = Told()
    ears = Listener()
    peer = Bus.open(SESSION, ears)
    assert peer is not None
    keys = Mpris(bus)
    keys.begin(told)
    at = service(NAME, PATH, PROPERTIES)
    try:
        for signature, body in (("", ()), ("s", (PLAYER,)), ("as", ([PLAYER],)), ("u", (1,))):
            with pytest.raises(FacilityError):
                peer.call(at, "Get", signature, body)
        peer.call(service(NAME, PATH, PLAYER), "Next")
        assert told.wait()
        assert told.values == [MediaKey.NEXT]
    finally:
        keys.end()
        peer.close()
        ears.close()


@pytest.mark.expects_log("strange shape")
def test_signals_of_a_strange_shape_are_passed_over_and_the_next_is_heard(bus: Bus) -> None:
    told = Told()

    def hear(body: tuple[str, int]) -> None:
        name, number = body
        told(name, number)

    with played(bus, ECHO) as mock:
        bus.hear(ECHO, "Said", hear)
        mock.emit("Said", "s", "only one")
        mock.emit("Said", "su", "both", 3)
        assert told.wait()
    assert told.values == ["both", 3]


def test_a_bus_that_hangs_at_the_start_is_a_desktop_that_tells_nothing(daemon: int) -> None:
    with frozen(daemon), at_most(2 * PATIENCE_S):
        environ = {**os.environ, "DISPLAY": ""}
        desktop = open_linux_desktop(environ, SystemClock(), NullTranslations())
        desktop.watch([60.0], lambda: None)
        all_that_is_asked(desktop)
        desktop.close()


def test_a_bus_that_hangs_is_left_alone_before_qt_asks_it(daemon: int) -> None:
    environ = dict(os.environ)
    before = dict(environ)
    with at_most(0.2):
        assert not leave_silent_bus(environ)
    assert environ == before
    with frozen(daemon), at_most(PATIENCE_S):
        assert leave_silent_bus(environ)
    assert environ != before
    with at_most(0.2):
        assert not leave_silent_bus(environ)


@pytest.mark.parametrize(
    "address",
    ["", "unix:path=/nonexistent/bus", "unix:abstract=nobody", "unix:dir=/tmp", "tcp:host=x", "x"],
)
def test_a_bus_that_is_not_there_is_nobodys_wait(address: str, tmp_path: Path) -> None:
    environ = {"DBUS_SESSION_BUS_ADDRESS": address, "XDG_RUNTIME_DIR": str(tmp_path)}
    with at_most(0.2):
        assert not leave_silent_bus(environ)
