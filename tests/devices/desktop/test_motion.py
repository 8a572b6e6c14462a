"""The wish for less motion, as a portal played on a real bus tells it, and as other systems do."""

import time
from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.devices.desktop.bus import Bus
from supple.devices.desktop.macos import open_macos_desktop
from supple.devices.desktop.motion import SETTINGS, NullMotion, PortalMotion
from supple.devices.desktop.windows import windows_desktop
from supple.devices.finding import Level
from tests.devices.desktop.natives import Mac, Windows
from tests.devices.desktop.peers import Mock, Told, played

WORDS = NullTranslations()
FREEDESKTOP = "org.freedesktop.appearance"
GNOME = "org.gnome.desktop.interface"
KDE = "org.kde.kdeglobals.KDE"
Settings = Mapping[str, Mapping[str, object]]


def play(portal: Mock, settings: Settings) -> None:
    portal.property("version", "u", 2)
    typed = {
        space: {key: f"dbus.{kind}({value!r}, variant_level=1)" for key, (kind, value) in each}
        for space, each in ((space, _typed(values)) for space, values in settings.items())
    }
    inside = ", ".join(
        f"{space!r}: {{{', '.join(f'{key!r}: {value}' for key, value in values.items())}}}"
        for space, values in typed.items()
    )
    portal.method("ReadAll", "as", "a{sa{sv}}", f"ret = {{{inside}}}")


def _typed(values: Mapping[str, object]) -> list[tuple[str, tuple[str, object]]]:
    kinds = {bool: "Boolean", int: "UInt32", str: "String", float: "Double"}
    return [(key, (kinds[type(value)], value)) for key, value in values.items()]


@pytest.mark.parametrize(
    ("settings", "less"),
    [
        ({FREEDESKTOP: {"reduced-motion": 1, "color-scheme": 1}}, True),
        ({FREEDESKTOP: {"reduced-motion": 0}, GNOME: {"enable-animations": True}}, False),
        ({GNOME: {"enable-animations": False, "font-name": "Cantarell 11"}}, True),
        ({KDE: {"AnimationDurationFactor": "0"}}, True),
        ({KDE: {"AnimationDurationFactor": "0.5"}}, False),
        ({FREEDESKTOP: {"contrast": 0}}, False),
    ],
)
def test_the_portal_tells_it_in_the_words_of_each_desktop(
    bus: Bus, settings: Settings, less: bool
) -> None:
    with played(bus, SETTINGS) as portal:
        play(portal, settings)
        told = Told()
        PortalMotion(bus).watch(told)
        assert told.wait()
        assert told.values == [less]


def test_a_change_is_told_once_however_often_one_asked(bus: Bus) -> None:
    with played(bus, SETTINGS) as portal:
        play(portal, {GNOME: {"enable-animations": True}})
        told, motion = Told(), PortalMotion(bus)
        for _time in range(2):
            motion.watch(told)
            assert told.wait()
        portal.emit("SettingChanged", "ssv", GNOME, "enable-animations", ("b", False))
        assert told.wait()
        portal.emit("SettingChanged", "ssv", GNOME, "enable-animations", ("b", True))
        assert told.wait()
        assert told.is_quiet()
        assert told.values == [False, False, True, False]


def test_a_value_nobody_has_heard_of_asks_for_nothing(bus: Bus) -> None:
    with played(bus, SETTINGS) as portal:
        play(portal, {KDE: {"AnimationDurationFactor": "slow"}})
        told = Told()
        PortalMotion(bus).watch(told)
        assert told.wait()
        assert told.values == [False]


def test_without_a_portal_nothing_is_told_and_nobody_waits(bus: Bus) -> None:
    told, motion = Told(), PortalMotion(bus)
    motion.watch(told)
    assert told.is_quiet()
    assert motion.check(WORDS) == NullMotion().check(WORDS)


def test_a_portal_that_takes_its_time_is_not_waited_for(bus: Bus) -> None:
    with played(bus, SETTINGS) as portal:
        portal.property("version", "u", 2)
        portal.method("ReadAll", "as", "a{sa{sv}}", "import time; time.sleep(1.5); ret = {}")
        told, began = Told(), time.monotonic()
        PortalMotion(bus).watch(told)
        assert time.monotonic() - began < 1
        assert told.wait()
        assert PortalMotion(bus).check(WORDS).level is Level.OK


def test_windows_tells_it() -> None:
    windows = Windows()
    told, motion = Told(), windows_desktop(windows, windows.registry).motion
    motion.watch(told)
    windows.moves = 0
    motion.watch(told)
    assert told.values == [False, True]
    assert motion.check(WORDS).level is Level.OK


def test_macos_tells_it(tmp_path: Path) -> None:
    mac, told = Mac(), Told()
    motion = open_macos_desktop(tmp_path, WORDS, mac).motion
    motion.watch(told)
    mac.preferences[b"com.apple.universalaccess", b"reduceMotion"] = True
    motion.watch(told)
    assert told.values == [False, True]


def test_where_nobody_tells_the_settings_are_named() -> None:
    told = Told()
    NullMotion().watch(told)
    assert told.values == []
    assert "Settings" in NullMotion().check(WORDS).fix
