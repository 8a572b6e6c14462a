"""A real Wayland desktop without GNOME: the compositor is there, its notices and its bus."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.devices.desktop.bus import SESSION, Bus
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.quiet_bus import NOTIFICATIONS
from tests.devices.desktop.peers import Mock, message_bus, played, sway
from tests.e2e.display import Display
from tests.e2e.office import HOUR, Office, eventually, office_on

pytestmark = pytest.mark.timeout(180)  # each waits for many things, on a busy machine


class Wayland(Display):
    """Windows are neither listed nor placed here."""

    def __init__(self, environment: dict[str, str]) -> None:
        super().__init__("")
        rest = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
        self._environment = {**rest, **environment, "QT_QPA_PLATFORM": "wayland"}

    @property
    def environment(self) -> dict[str, str]:
        return self._environment


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Office, Mock]]:
    listener = Listener()
    runtime, home = tmp_path / "run", tmp_path / "home"
    for folder in (runtime, home):
        folder.mkdir()
    with message_bus() as address, sway(runtime) as environment:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        bus = Bus.open(SESSION, listener)
        assert bus is not None
        with (
            played(bus, NOTIFICATIONS) as notices,
            office_on(Wayland(environment), home, address) as office,
        ):
            notices.method("GetCapabilities", "", "as", "ret = ['body', 'actions']")
            notices.method("Notify", "susssasa{sv}i", "u", "ret = dbus.UInt32(7)")
            notices.method("CloseNotification", "u", "", "")
            office.set_up()
            yield office, notices
        bus.close()
    listener.close()


def test_a_break_asks_by_the_desktops_notice_whose_buttons_work(
    desk: tuple[Office, Mock],
) -> None:
    office, notices = desk
    office.start("--tray")
    eventually(office.is_ready)
    office.leap(HOUR)
    [shown] = eventually(lambda: notices.calls("Notify"))
    assert shown[3:5] == ("Time for a small stretch?", "Two minutes, at your desk.")
    assert shown[5][3::2] == ["Start", "In 10 min", "Skip"]
    notices.emit("ActionInvoked", "us", 7, "1")
    eventually(lambda: office.outcomes() == [("postponed", "asked")])
    office.leap(11 * 60)
    eventually(lambda: len(notices.calls("Notify")) == 2)
    notices.emit("ActionInvoked", "us", 7, "0")
    eventually(lambda: "a session is running" in office.supple("breaks", "status"))


def test_the_report_says_that_wayland_tells_of_time_away(desk: tuple[Office, Mock]) -> None:
    office, _notices = desk
    lines = office.supple("doctor").splitlines()
    assert [line for line in lines if "Time away" in line and "told by Wayland" in line]
