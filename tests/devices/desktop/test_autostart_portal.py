from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.errors import FacilityError
from supple.devices.clock import SystemClock
from supple.devices.desktop.autostart import DesktopEntryAutostart
from supple.devices.desktop.autostart_portal import BACKGROUND, PortalAutostart
from supple.devices.desktop.bus import Bus
from supple.devices.desktop.desktop import open_desktop
from tests.devices.desktop.peers import Mock, played

WORDS = NullTranslations()
COMMAND = ("supple", "--tray")
ANSWERS = """
path = "/org/freedesktop/portal/desktop/request/%s/%s" % (self.asker, args[1]["handle_token"])
granted = dbus.Boolean(args[1]["autostart"] and self.grants, variant_level=1)
self.AddObject(path, "org.freedesktop.portal.Request", {}, [])
objects[path].EmitSignal("org.freedesktop.portal.Request", "Response", "ua{sv}",
    [dbus.UInt32(0), dbus.Dictionary({"autostart": granted}, signature="sv")])
ret = dbus.ObjectPath(path)
"""


@pytest.fixture
def portal(bus: Bus) -> Iterator[Mock]:
    """A portal that grants what is asked, until it is told otherwise."""
    with played(bus, BACKGROUND) as mock:
        mock.property("version", "u", 2)
        mock.method("Grant", "bs", "", "self.grants = args[0]; self.asker = args[1]")
        mock.method("RequestBackground", "sa{sv}", "o", ANSWERS)
        grant(bus, is_granted=True)
        yield mock


def grant(bus: Bus, *, is_granted: bool) -> None:
    me = bus.name.removeprefix(":").replace(".", "_")
    bus.call(BACKGROUND, "Grant", "bs", (is_granted, me))


def test_what_the_portal_grants_is_on_until_it_is_turned_off(
    bus: Bus, portal: Mock, tmp_path: Path
) -> None:
    autostart = PortalAutostart(bus, DesktopEntryAutostart(tmp_path, WORDS), WORDS)
    autostart.turn_off()
    assert not autostart.is_on()
    autostart.turn_on(COMMAND)
    assert autostart.is_on()
    ((_window, options),) = portal.calls("RequestBackground")
    assert options["commandline"] == ("as", ["supple", "--tray"])
    autostart.turn_off()
    assert not autostart.is_on()


def test_what_the_portal_refuses_is_told_and_off(bus: Bus, portal: Mock, tmp_path: Path) -> None:
    assert portal.calls("RequestBackground") == []
    autostart = PortalAutostart(bus, DesktopEntryAutostart(tmp_path, WORDS), WORDS)
    grant(bus, is_granted=False)
    with pytest.raises(FacilityError, match="couldn't be set"):
        autostart.turn_on(COMMAND)
    assert not autostart.is_on()


@pytest.mark.usefixtures("portal")
def test_a_sandbox_asks_the_portal_and_others_write_their_entry(tmp_path: Path) -> None:
    environ = {"DBUS_SESSION_BUS_ADDRESS": "set", "XDG_CONFIG_HOME": str(tmp_path)}
    kinds = []
    for sandbox in ({}, {"FLATPAK_ID": "io.github.supple_app.Supple"}):
        desktop = open_desktop({**environ, **sandbox}, SystemClock(), WORDS)
        kinds.append(type(desktop.autostart))
        desktop.close()
    assert kinds == [DesktopEntryAutostart, PortalAutostart]


def test_a_sandbox_without_a_portal_is_said_at_once(bus: Bus, tmp_path: Path) -> None:
    with pytest.raises(FacilityError):
        PortalAutostart(bus, DesktopEntryAutostart(tmp_path, WORDS), WORDS)
