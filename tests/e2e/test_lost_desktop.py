"""What the desktop gives is taken away while the real program waits, and while a session runs."""

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.devices.desktop.bus import SESSION, Body, Bus, Reply, service
from supple.devices.desktop.handover import Handover, Request
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.quiet_bus import NOTIFICATIONS
from tests.devices.desktop.peers import Mock, played, running
from tests.e2e.display import display
from tests.e2e.monitors import two_monitors
from tests.e2e.office import BREAK, HOUR, MAIN, REMINDER, TINY, Office, eventually, office_on

pytestmark = pytest.mark.timeout(180)  # each waits for many things, on a busy machine
WATCHER = service("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher")
FRAME_S = 1 / 60
DAEMON = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1")


class Desk:
    """An office on a message bus whose daemon the test holds."""

    def __init__(self, office: Office, daemon: int, bus: Bus) -> None:
        self.office = office
        self.bus = bus
        self._daemon = daemon

    def kill(self) -> None:
        os.kill(self._daemon, signal.SIGKILL)

    def freeze(self) -> None:
        os.kill(self._daemon, signal.SIGSTOP)

    @contextmanager
    def started_anew(self) -> Iterator[None]:
        """Another daemon at the address of the one that was killed."""
        address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
        with running(*DAEMON, f"--address={address}") as daemon:
            assert daemon.stdout is not None
            daemon.stdout.readline()
            yield

    def status(self) -> str:
        """What the program says of its breaks; fails if it does not answer in two seconds."""
        reply = Handover(self.office.home, NullTranslations()).send(Request("breaks-status"))
        assert reply.error == ""
        return reply.text


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    listener = Listener()
    with display() as shown, running(*DAEMON) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().partition(",")[0]  # less the name of this one daemon
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        bus = Bus.open(SESSION, listener)
        assert bus is not None
        try:
            with office_on(shown, tmp_path, address) as office:
                office.set_up()
                yield Desk(office, daemon.pid, bus)
        finally:
            daemon.send_signal(signal.SIGCONT)
            bus.close()
            listener.close()


def lengths(home: Path) -> list[tuple[float, float]]:
    """The planned and the true seconds of each step that was finished."""
    if not (home / "supple.db").exists():
        return []
    with closing(sqlite3.connect(home / "supple.db")) as history:
        found = history.execute(
            "SELECT planned_s, actual_s FROM session_steps WHERE outcome = 'done'"
        )
        return [(float(planned), float(actual)) for planned, actual in found]


LOSSES: list[Callable[[Desk], None]] = [Desk.kill, Desk.freeze]


@pytest.mark.parametrize("lose", LOSSES, ids=["killed", "frozen"])
def test_a_reminder_comes_without_the_bus_it_was_to_be_shown_through(
    desk: Desk, lose: Callable[[Desk], None]
) -> None:
    office = desk.office
    with played(desk.bus, NOTIFICATIONS) as notices:
        notices.method("GetCapabilities", "", "as", "ret = ['body', 'actions']")
        notices.method("Notify", "susssasa{sv}i", "u", "ret = dbus.UInt32(7)")
        office.set_up(breaks__show_as="notification")
        office.start("--tray")
        eventually(office.is_ready)
        lose(desk)
        assert "Next desk break" in desk.status()
        office.leap(HOUR)
        office.window(REMINDER)  # its own, in the place of the desktop's
        desk.status()


def test_a_reminder_comes_through_the_desktop_again_when_the_bus_is_back(desk: Desk) -> None:
    office = desk.office

    def offer(notices: Mock) -> None:
        notices.method("GetCapabilities", "", "as", "ret = ['body', 'actions']")
        notices.method("Notify", "susssasa{sv}i", "u", "ret = dbus.UInt32(7)")

    with played(desk.bus, NOTIFICATIONS) as notices:
        offer(notices)
        office.set_up(breaks__show_as="notification")
        office.start("--tray")
        eventually(office.is_ready)
        desk.kill()
        assert "Next desk break" in desk.status()
    with desk.started_anew(), played(desk.bus, NOTIFICATIONS) as notices:
        offer(notices)
        office.leap(HOUR)
        eventually(lambda: notices.calls("Notify"))
        assert not office.sees(REMINDER)


@pytest.mark.parametrize("lose", LOSSES, ids=["killed", "frozen"])
def test_a_session_is_as_long_as_planned_when_the_bus_goes_in_its_middle(
    desk: Desk, lose: Callable[[Desk], None]
) -> None:
    office = desk.office
    with played(desk.bus, service("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver")):
        office.start("--tray")
        eventually(office.is_ready)
        office.supple("break", "tiny")
        office.window(BREAK)
        lose(desk)
        desk.status()
        eventually(lambda: office.outcomes() == [("taken", "by-hand")])
        desk.status()
    [(planned, actual)] = lengths(office.home)
    assert abs(actual - planned) < FRAME_S


def test_a_session_that_begins_on_a_frozen_bus_waits_for_nothing(desk: Desk) -> None:
    office = desk.office
    office.start("--tray")
    eventually(office.is_ready)
    desk.freeze()
    began = time.monotonic()
    office.supple("break", "tiny")
    office.window(BREAK)
    assert time.monotonic() - began < 10  # another start of the program is in it
    desk.status()
    eventually(lambda: office.outcomes() == [("taken", "by-hand")])
    [(planned, actual)] = lengths(office.home)
    assert abs(actual - planned) < FRAME_S


class TrayHost:
    """A tray that takes icons in, on a connection of its own."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self.icons: list[str] = []

    def begin(self) -> None:
        assert self._bus.serve(WATCHER.name, WATCHER.path, self._answer)

    def end(self) -> None:
        self._bus.serve_no_more(WATCHER.name, WATCHER.path)
        self.icons.clear()

    def _answer(self, _interface: str, method: str, body: Body) -> Reply | None:
        if method == "RegisterStatusNotifierItem":
            self.icons.append(str(body[0]))
            return "", ()
        return ("v", (("b", True),)) if method == "Get" else None


def test_a_tray_that_goes_and_comes_back_has_the_icon_again(desk: Desk) -> None:
    office = desk.office
    host = TrayHost(desk.bus)
    host.begin()
    office.start("--tray")
    eventually(office.is_ready)
    for _time in range(2):
        eventually(lambda: host.icons)
        host.end()
        assert "Next desk break" in desk.status()
        host.begin()
    eventually(lambda: host.icons)
    host.end()
    office.supple()
    office.window(MAIN)  # without a tray it is still reached by starting it once more


def test_a_session_in_the_window_goes_on_when_its_screen_goes(tmp_path: Path) -> None:
    with (
        display("1600x900") as shown,
        two_monitors(shown.name, 900, 700) as unplug,
        office_on(shown, tmp_path) as office,
    ):
        office.set_up()
        office.start()
        window = office.window(MAIN)
        eventually((office.home / "supple.sock").exists)
        move = ["xdotool", "windowsize", window, "640", "600", "windowmove", window, "930", "60"]
        subprocess.run(move, env=office.environment, check=True, timeout=10)
        eventually(lambda: office.geometry(window)[0] > 900)
        eventually(lambda: office.focused().startswith(MAIN))
        session = TINY.replace("tiny", "short").replace("desk-break", "session")
        (office.home / "routines" / "short.toml").write_text(session)
        office.supple("start", "short")
        time.sleep(2)  # the page before a session comes up
        office.shown.press("Return")
        time.sleep(1)
        unplug()
        asked = Handover(office.home, NullTranslations()).send(Request("raise"))
        assert asked.error == ""
        assert window in office.sees(".*Supple")
        eventually(lambda: lengths(office.home))
        [(planned, actual)] = lengths(office.home)
        assert abs(actual - planned) < FRAME_S


def test_the_program_starts_beside_a_bus_that_hangs(desk: Desk) -> None:
    desk.freeze()
    desk.office.start()
    desk.office.window(MAIN)
    eventually(desk.office.is_ready)
    assert "Next desk break" in desk.status()


def test_a_logout_ends_a_session_in_the_window_at_once_and_keeps_it(tmp_path: Path) -> None:
    with display() as shown, office_on(shown, tmp_path) as office:
        office.set_up()
        office.start()
        office.window(MAIN)
        eventually((office.home / "supple.sock").exists)
        session = TINY.replace("tiny", "short").replace("desk-break", "session")
        row = session[session.index("  {") : session.index("]\n", session.index("  {"))]
        (office.home / "routines" / "short.toml").write_text(session.replace(row, row * 3))
        office.supple("start", "short")
        time.sleep(2)  # the page before a session comes up
        office.shown.press("Return")
        eventually(lambda: lengths(office.home))
        assert office.program is not None
        office.program.terminate()
        assert office.program.wait(10) == 0
        with closing(sqlite3.connect(office.home / "supple.db")) as history:
            assert history.execute("SELECT outcome FROM sessions").fetchall() == [("stopped",)]
