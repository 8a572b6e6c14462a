"""The icon in a real tray: a StatusNotifierItem on a message bus, with its menu."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import SESSION, Bus, service
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.quiet_bus import NOTIFICATIONS
from tests.devices.desktop.peers import Mock, message_bus, played
from tests.e2e.display import display
from tests.e2e.office import BREAK, HOUR, MAIN, REMINDER, Office, eventually, office_on
from tests.e2e.program import environment

pytestmark = pytest.mark.timeout(180)  # each waits for many things, on a busy machine
WATCHER = service("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher")
MENU = "com.canonical.dbusmenu"
LOADED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from supple.cli.main import main
app = QApplication([])
QTimer.singleShot(1000, app.quit)
main(["--tray"])
print(*sys.modules)
"""


class TrayOffice:
    """The program in a tray that the test holds."""

    def __init__(self, office: Office, bus: Bus, watcher: Mock) -> None:
        self.office = office
        self.bus = bus
        self._watcher = watcher

    def wait_for_icon(self) -> None:
        eventually(lambda: self._watcher.calls("RegisterStatusNotifierItem"))

    @property
    def _name(self) -> str:
        [[name], *_] = self._watcher.calls("RegisterStatusNotifierItem")
        return str(name)

    def tip(self) -> str:
        """What the icon says under the pointer; nothing while the program is too busy to answer."""
        item = service(self._name, "/StatusNotifierItem", "org.kde.StatusNotifierItem")
        try:
            return str(self.bus.get(item, "ToolTip")[2])
        except FacilityError:
            return ""

    def _layout(self) -> list[Any]:
        at = service(self._name, "/MenuBar", MENU)
        _revision, root = self.bus.call(at, "GetLayout", "iias", (0, -1, []))
        return [entry for _signature, entry in root[2]]

    def menu(self) -> list[str]:
        """The lines of the menu; a dividing line is empty."""
        return [str(each[1].get("label", ("s", ""))[1]) for each in self._layout()]

    def choose(self, words: str) -> None:
        """Click a line of the menu, or of one below it."""
        entries = self._layout()
        entries += [entry for each in entries for _signature, entry in each[2]]
        [chosen] = [each[0] for each in entries if each[1].get("label", ("s", ""))[1] == words]
        at = service(self._name, "/MenuBar", MENU)
        self.bus.call(at, "Event", "isvu", (chosen, "clicked", ("s", ""), 0))


@pytest.fixture
def tray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TrayOffice]:
    listener = Listener()
    with display() as shown, message_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        bus = Bus.open(SESSION, listener)
        assert bus is not None
        with played(bus, WATCHER) as watcher, office_on(shown, tmp_path, address) as office:
            watcher.property("IsStatusNotifierHostRegistered", "b", True)
            watcher.method("RegisterStatusNotifierItem", "s", "", "")
            office.set_up()
            yield TrayOffice(office, bus, watcher)
        bus.close()
    listener.close()


def test_the_icon_tells_what_comes_and_its_menu_steers(tray: TrayOffice) -> None:
    tray.office.start("--tray")
    tray.wait_for_icon()
    eventually(lambda: "Next desk break at" in tray.tip())
    assert tray.menu()[0] == "Desk break now (2 min)"
    assert {"Pause breaks", "Skip the next one", "Open Supple", "Quit Supple"} <= set(tray.menu())
    tray.choose("For 1 hour")
    eventually(lambda: "paused until" in tray.tip())
    assert "Skip the next one" not in tray.menu()
    tray.choose("Turn breaks on again")
    eventually(lambda: "Next desk break at" in tray.tip())
    tray.office.leap(HOUR)
    tray.office.window(REMINDER)
    assert tray.tip() == "Supple. A break is waiting. Click to start."
    tray.choose("Quit Supple")
    assert tray.office.program is not None
    assert tray.office.program.wait(10) == 0


def test_closing_the_window_keeps_the_icon_and_says_so_once(tray: TrayOffice) -> None:
    office = tray.office
    office.start()
    tray.wait_for_icon()
    for is_first in (True, False):
        office.window(MAIN)
        eventually(lambda: office.focused().startswith(MAIN))
        office.shown.press("alt+F4")
        eventually(lambda: not office.sees(MAIN))
        if is_first:
            office.window(REMINDER)
        assert "Next desk break" in office.supple("breaks", "status")
        assert bool(office.sees(REMINDER)) == is_first
        if is_first:
            office.photograph("stays-in-tray")
            reminder = office.window(REMINDER)
            office.click(reminder, 165, office.geometry(reminder)[3] - 38)  # Fine
            assert office.gone(REMINDER)
            office.supple()
    assert office.program is not None
    assert office.program.poll() is None


def test_without_breaks_closing_the_window_ends_the_program(tray: TrayOffice) -> None:
    office = tray.office
    office.set_up(breaks__on=False)
    office.start()
    office.window(MAIN)
    eventually(lambda: office.focused().startswith(MAIN))
    office.shown.press("alt+F4")
    assert office.program is not None
    assert office.program.wait(10) == 0


def test_start_on_the_desktops_own_notice_begins_a_break(tray: TrayOffice) -> None:
    office = tray.office
    with played(tray.bus, NOTIFICATIONS) as notices:
        notices.method("GetCapabilities", "", "as", "ret = ['body', 'actions']")
        notices.method("Notify", "susssasa{sv}i", "u", "ret = dbus.UInt32(7)")
        notices.method("CloseNotification", "u", "", "")
        office.set_up(breaks__show_as="notification")
        office.start("--tray")
        tray.wait_for_icon()
        eventually(office.is_ready)
        office.leap(HOUR)
        [shown] = eventually(lambda: notices.calls("Notify"))
        assert shown[3:5] == ("Time for a small stretch?", "Two minutes, at your desk.")
        assert office.sees(REMINDER) == []
        notices.emit("ActionInvoked", "us", 7, "0")
        office.window(BREAK)


def test_a_start_for_the_tray_loads_no_window(tmp_path: Path) -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED],
        env={**environment(tmp_path), "QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    ).stdout.split()
    assert "supple.ui.desk.tray" in loaded
    assert "supple.ui.window" not in loaded
    pages = {name for name in loaded if name.startswith("supple.ui.pages.")}
    assert pages == {"supple.ui.pages.break_view"}
