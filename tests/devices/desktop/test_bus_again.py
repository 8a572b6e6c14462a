"""A message bus that is killed and started anew at the same address is joined again."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.breaks.facts import Quiet
from supple.core.errors import FacilityError
from supple.devices.clock import SystemClock
from supple.devices.desktop.awake import SCREEN_SAVER, BusAwake
from supple.devices.desktop.bus import SESSION, Body, Bus, Reply, service
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.idle_mutter import NAME as MUTTER
from supple.devices.desktop.idle_mutter import MutterIdle
from supple.devices.desktop.linux import open_linux_desktop
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.losses import Part
from supple.devices.desktop.media_keys import NAME, PATH, PLAYER, MediaKey, Mpris
from supple.devices.desktop.notify import Note
from supple.devices.desktop.notify_bus import BusNotifier
from supple.devices.desktop.quiet_bus import NOTIFICATIONS
from supple.devices.desktop.tray_host import NAME as WATCHER
from tests.devices.desktop.peers import Told, eventually, played

ECHO = service("org.example.Echo", "/org/example/Echo")
MONITOR = service(MUTTER, "/org/gnome/Mutter/IdleMonitor/Core")
TRAY = service(WATCHER, "/StatusNotifierWatcher")


class Daemon:
    """A message bus that can be killed and started anew where it was."""

    def __init__(self, place: Path) -> None:
        self.address = f"unix:path={place}"
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        self._process = subprocess.Popen(
            [*command, f"--address={self.address}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        self._process.stdout.readline()

    def freeze(self) -> None:
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGSTOP)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None


@pytest.fixture
def daemon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Daemon]:
    """It is both the session's and the system's."""
    each = Daemon(tmp_path / "bus")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", each.address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", each.address)
    each.start()
    yield each
    each.kill()


@pytest.fixture
def bus(daemon: Daemon, listener: Listener) -> Iterator[Bus]:
    del daemon  # found through the environment
    each = Bus.open(SESSION, listener)
    assert each is not None
    with closing(each):
        yield each


@pytest.fixture
def peer(daemon: Daemon) -> Iterator[Bus]:
    """The tests' own place on the bus."""
    del daemon
    ears = Listener()
    each = Bus.open(SESSION, ears)
    assert each is not None
    with closing(ears), closing(each):
        yield each


def test_a_bus_that_is_back_answers_the_next_call_and_its_signals_are_heard(
    bus: Bus, peer: Bus, daemon: Daemon
) -> None:
    said, gone = Told(), Told()
    bus.hear_loss(gone)
    with played(peer, ECHO):
        bus.hear(ECHO, "Said", lambda body: said(*body))
        daemon.kill()
        assert gone.wait()
        for _time in range(3):
            with pytest.raises(FacilityError):
                bus.call(ECHO, "Twice", "u", (21,))
    daemon.start()
    with played(peer, ECHO) as mock:
        mock.method("Twice", "u", "u", "ret = args[0] * 2")
        assert bus.call(ECHO, "Twice", "u", (21,)) == (42,)
        mock.emit("Said", "s", "yes")
        assert said.wait()
    assert said.values == ["yes"]
    assert gone.is_quiet()


def test_a_bus_that_hung_before_it_was_killed_is_joined_again(bus: Bus, daemon: Daemon) -> None:
    daemon.freeze()
    assert not bus.answers
    daemon.kill()
    assert not bus.answers
    daemon.start()
    assert bus.answers


def test_one_that_hangs_when_it_is_back_costs_one_second_once(bus: Bus, daemon: Daemon) -> None:
    daemon.kill()
    daemon.start()
    daemon.freeze()
    began = time.monotonic()
    for _time in range(20):
        assert not bus.answers
    assert time.monotonic() - began < 2.5


def test_media_buttons_are_heard_again_when_the_bus_is_back(
    bus: Bus, peer: Bus, daemon: Daemon
) -> None:
    told = Told()
    keys = Mpris(bus)
    keys.begin(told)
    keys.show("Full home", playing=True)
    daemon.kill()
    keys.show("Full home", playing=False)
    daemon.start()
    keys.show("Full home", playing=True)
    eventually(lambda: peer.has(NAME))
    peer.call(service(NAME, PATH, PLAYER), "Next")
    assert told.wait()
    assert told.values == [MediaKey.NEXT]
    keys.end()


def test_the_display_is_kept_awake_again_when_the_bus_is_back(
    bus: Bus, peer: Bus, daemon: Daemon
) -> None:
    calls = Told()

    def answer(_interface: str, method: str, body: Body) -> Reply | None:
        calls(method, *body)
        return ("u", (5,)) if method == "Inhibit" else ("", ())

    assert peer.serve(SCREEN_SAVER.name, SCREEN_SAVER.path, answer)
    awake = BusAwake(bus, "A session is running")
    awake.keep(on=True)
    assert calls.wait()
    daemon.kill()
    daemon.start()
    assert bus.answers
    assert peer.answers  # its service is back with it
    assert calls.wait()
    eventually(lambda: calls.values.count("Inhibit") >= 2)
    awake.keep(on=False)
    eventually(lambda: calls.values[-2:] == ["UnInhibit", 5])


def test_a_notice_that_went_with_its_bus_is_taken_back_in_silence(
    bus: Bus, peer: Bus, daemon: Daemon
) -> None:
    with played(peer, NOTIFICATIONS) as notices:
        notices.method("GetCapabilities", "", "as", "ret = []")
        notices.method("Notify", "susssasa{sv}i", "u", "ret = dbus.UInt32(7)")
        notifier = BusNotifier(bus, NullTranslations())
        assert notifier.show(Note("Time?", "Now."), lambda _chosen: None)
        daemon.kill()
    notifier.withdraw()


def test_mutter_tells_again_when_the_bus_is_back(bus: Bus, peer: Bus, daemon: Daemon) -> None:
    changed = Told()
    idle = MutterIdle(bus)
    with played(peer, MONITOR) as mock:
        mock.method("AddIdleWatch", "t", "u", "ret = 5")
        assert idle.watch([120], changed)
        daemon.kill()
        assert idle.idle_s() is None
    daemon.start()
    with played(peer, MONITOR) as mock:
        mock.method("GetIdletime", "", "t", "ret = 1500")
        mock.method("AddIdleWatch", "t", "u", "ret = 6")
        mock.method("AddUserActiveWatch", "", "u", "ret = 7")
        eventually(lambda: idle.idle_s() == 1.5 and mock.calls("AddIdleWatch") == [(120_000,)])
        mock.emit("WatchFired", "u", 6)
        eventually(lambda: bool(mock.calls("AddUserActiveWatch")))


# --- what the desktop knows of its losses -------------------------------------------------------


@pytest.fixture
def desktop(daemon: Daemon) -> Iterator[Desktop]:
    """A desktop that tells all it can, and then loses what tells it, one after the other."""
    del daemon
    environ = {**os.environ, "DISPLAY": "", "WAYLAND_DISPLAY": "", "XDG_CURRENT_DESKTOP": ""}
    desktop = open_linux_desktop(environ, SystemClock(), NullTranslations())
    with closing(desktop):
        yield desktop


def asked(desktop: Desktop) -> frozenset[Part]:
    """What is lost, as far as that is seen by what is asked of the desktop near a break."""
    desktop.facts()
    desktop.quiet(frozenset({Quiet.DO_NOT_DISTURB}))
    desktop.show(Note("Time?", "Now."), lambda _chosen: None)
    return desktop.lost


def test_services_that_go_are_known_and_those_that_never_were_are_no_loss(
    peer: Bus, daemon: Daemon, request: pytest.FixtureRequest
) -> None:
    del daemon
    with played(peer, NOTIFICATIONS) as notices, played(peer, MONITOR) as mock:
        notices.method("GetCapabilities", "", "as", "ret = []")
        notices.method("Notify", "susssasa{sv}i", "u", "ret = dbus.UInt32(7)")
        notices.property("Inhibited", "b", value=False)
        mock.method("GetIdletime", "", "t", "ret = 1500")
        desktop: Desktop = request.getfixturevalue("desktop")
        changed = Told()
        desktop.watch([60.0], changed)
        assert asked(desktop) == frozenset()
        assert changed.is_quiet()
    assert asked(desktop) == {Part.IDLE, Part.QUIET, Part.NOTICES}
    assert changed.wait()
    with played(peer, MONITOR) as mock:
        mock.method("GetIdletime", "", "t", "ret = 1500")
        eventually(lambda: asked(desktop) == {Part.QUIET, Part.NOTICES})


def test_a_tray_that_goes_is_known_until_it_comes_back_and_with_its_bus_for_good(
    peer: Bus, daemon: Daemon, request: pytest.FixtureRequest
) -> None:
    changed = Told()
    with played(peer, TRAY):
        desktop: Desktop = request.getfixturevalue("desktop")
        desktop.watch([60.0], changed)
        assert desktop.lost == frozenset()
    assert changed.wait()
    assert desktop.lost == {Part.TRAY}
    with played(peer, TRAY):
        assert changed.wait()
        assert desktop.lost == frozenset()
        daemon.kill()
        eventually(lambda: desktop.lost == {Part.BUS, Part.TRAY})
    daemon.start()
    with played(peer, TRAY):
        eventually(lambda: asked(desktop) == {Part.TRAY})  # Qt does not join the bus again
