from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.breaks.facts import Facts, Quiet
from supple.devices.clock import SystemClock
from supple.devices.desktop.bus import Bus
from supple.devices.desktop.desktop import Desktop, all_that_work, first_that_works, open_desktop
from supple.devices.desktop.idle import Idle, NullIdle
from supple.devices.desktop.idle_mutter import _MONITOR
from supple.devices.desktop.quiet_bus import NOTIFICATIONS
from supple.devices.desktop.surroundings import Source
from supple.devices.finding import Level
from tests.devices.desktop.peers import Mock, Told, logind, played, touch
from tests.devices.desktop.test_lock_and_sleep import SESSION

WORDS = NullTranslations()


def test_a_desktop_of_null_forms_knows_nothing_and_says_so() -> None:
    desktop = Desktop()
    assert desktop.facts() == Facts()
    assert desktop.quiet(frozenset(Quiet)) == frozenset()
    assert not desktop.watch([60], Told())
    assert {finding.level for finding in desktop.check(WORDS)} == set(Level)
    desktop.close()


def test_a_computer_with_no_desktop_at_all_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    desktop = open_desktop({}, SystemClock(), WORDS)
    assert desktop.facts() == Facts()
    assert desktop.autostart.is_possible
    desktop.close()
    desktop.close()


def test_under_x11_the_x_server_tells(
    display: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    desktop = open_desktop(
        {"DISPLAY": display, "XDG_CONFIG_HOME": str(tmp_path)}, SystemClock(), WORDS
    )
    changed = Told()
    touch(display, 10)
    assert desktop.facts().idle_s is not None
    assert desktop.watch([0.3], changed)
    assert changed.wait()
    desktop.close()


def test_under_gnome_mutter_logind_and_the_notification_service_tell(bus: Bus) -> None:
    environ = {"DBUS_SESSION_BUS_ADDRESS": "set", "XDG_SESSION_ID": "7"}
    with played(bus, _MONITOR) as monitor, logind(bus) as manager, played(bus, NOTIFICATIONS) as n:
        monitor.method("GetIdletime", "", "t", "ret = dbus.UInt64(2000)")
        monitor.method("AddIdleWatch", "t", "u", "ret = dbus.UInt32(5)")
        monitor.method("RemoveWatch", "u", "", "")
        n.method("GetCapabilities", "", "as", "ret = ['actions']")
        n.property("Inhibited", "b", True)
        desktop = open_desktop(environ, SystemClock(), WORDS)
        assert desktop.facts(is_stretching=True) == Facts(idle_s=2.0, is_stretching=True)
        assert desktop.quiet(frozenset(Quiet)) >= {Quiet.DO_NOT_DISTURB}
        assert desktop.notifier.has_actions
        changed = Told()
        assert desktop.watch([60], changed)
        assert desktop.watch([90], changed)
        Mock(bus, SESSION).update("LockedHint", "b", True)
        assert changed.wait()
        manager.emit("PrepareForSleep", "b", True)
        assert changed.wait()
        assert changed.is_quiet()
        assert desktop.facts().is_locked
        desktop.close()


def test_the_first_form_that_works_is_taken() -> None:
    def broken() -> Idle:
        raise OSError("not here")

    assert first_that_works(broken) is None
    assert isinstance(first_that_works(broken, NullIdle), NullIdle)


def test_every_source_that_works_is_taken() -> None:
    def broken() -> Source:
        raise OSError("not here")

    assert all_that_work(broken) == []
