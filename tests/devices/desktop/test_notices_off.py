"""Notices that the user has turned off for Supple, in the settings of the desktop."""

from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.devices.desktop.bus import Bus
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.losses import Part
from supple.devices.desktop.notices_off import notice_settings, notices_off
from supple.devices.desktop.notify import Note
from supple.devices.desktop.notify_bus import BusNotifier
from supple.devices.desktop.quiet_bus import NOTIFICATIONS
from supple.devices.finding import Level
from tests.devices.desktop.peers import Mock, Told, played
from tests.devices.desktop.stand_in import stand_in

WORDS = NullTranslations()
SCHEMA = "org.gnome.desktop.notifications.application"
IN_KDE = "[Applications][io.github.supple_app.Supple]\nSeen=true\nShowPopups={}\n\n[Badges]\n"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("key", ["enable", "show-banners"])
def test_gnome_keeps_it_among_its_settings(path: Path, key: str) -> None:
    is_off = notices_off({"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"})
    assert not is_off()
    place = f"{SCHEMA}:/org/gnome/desktop/notifications/application/io-github-supple-app-supple/"
    for value in ("true", "false"):
        asked = f'test "$*" = "list-recursively {place}"'
        stand_in(path, "gsettings", f"{asked} && echo {SCHEMA} {key} {value}")
        assert is_off() is (value == "false")


def test_kde_keeps_it_in_a_file(tmp_path: Path) -> None:
    is_off = notices_off({"XDG_CURRENT_DESKTOP": "KDE", "XDG_CONFIG_HOME": str(tmp_path)})
    assert not is_off()
    for value in ("true", "false"):
        (tmp_path / "plasmanotifyrc").write_text("[Other]\n" + IN_KDE.format(value), "utf-8")
        assert is_off() is (value == "false")
    (tmp_path / "plasmanotifyrc").write_text(
        "[Applications][org.kde.other]\nShowPopups=false\n" + IN_KDE.format("true"), "utf-8"
    )
    assert not is_off()


def test_other_desktops_do_not_tell() -> None:
    assert not notices_off({})()


def test_the_page_of_the_desktop_is_opened_where_it_has_one(path: Path) -> None:
    gnome = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}
    assert notice_settings(gnome) == ()
    assert notice_settings({}) == ()
    stand_in(path, "gnome-control-center", "exit 0")
    assert notice_settings(gnome) == (str(path / "gnome-control-center"), "notifications")


def test_a_hidden_notice_is_not_sent_and_counts_as_lost_until_it_is_seen(bus: Bus) -> None:
    note, hidden = Note("Time for a small stretch?", ""), True
    with played(bus, NOTIFICATIONS) as mock:
        mock.method("GetCapabilities", "", "as", "ret = ['body', 'actions']")
        mock.method("Notify", "susssasa{sv}i", "u", "ret = dbus.UInt32(1)")
        desktop = Desktop(notifier=BusNotifier(bus, WORDS, lambda: hidden))
        assert not desktop.show(note, Told())
        assert desktop.lost == {Part.HIDDEN}
        assert desktop.notifier.check(WORDS).level is Level.LIMITED
        assert sent(mock) == 0
        hidden = False
        assert desktop.show(note, Told())
        assert desktop.lost == frozenset()
        assert sent(mock) == 1


def sent(mock: Mock) -> int:
    return len(mock.calls("Notify"))
