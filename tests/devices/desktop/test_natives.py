"""Windows and macOS: the forms are real, the systems' libraries are played at their boundary."""

from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.breaks.facts import Facts, Quiet
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.macos import framework, open_macos_desktop
from supple.devices.desktop.windows import open_windows_desktop, windows_desktop
from supple.devices.finding import Level
from tests.devices.desktop.natives import Mac, Windows
from tests.devices.desktop.peers import Told

WORDS = NullTranslations()
NOTHING: frozenset[Quiet] = frozenset()
ALL = frozenset(Quiet)
CONSENT = (
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam"
)


@pytest.fixture
def windows() -> Windows:
    return Windows()


@pytest.fixture
def mac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mac:
    monkeypatch.setenv("PATH", str(tmp_path))
    return Mac()


def pmset(folder: Path, *, awake: int = 0, source: str = "AC Power") -> None:
    program = folder / "pmset"
    program.write_text(
        "#!/bin/sh\n"
        f"case $2 in ps) echo \"Now drawing from '{source}'\" ;;\n"
        f'*) printf "   PreventUserIdleDisplaySleep    {awake}\\n" ;; esac\n'
    )
    program.chmod(0o755)


def levels(desktop: Desktop) -> dict[str, Level]:
    return {finding.subject: finding.level for finding in desktop.check(WORDS)}


# --- windows ----------------------------------------------------------------------------------


def test_windows_tells_idleness_even_when_its_ticks_begin_anew(windows: Windows) -> None:
    desktop = windows_desktop(windows, windows.registry)
    assert desktop.facts() == Facts(idle_s=10)
    windows.now_ms, windows.touched_ms = 5_000, 2**32 - 5_000
    assert desktop.facts().idle_s == 10
    assert not desktop.watch([60], Told())  # so it is looked at now and then


def test_windows_tells_the_lock(windows: Windows) -> None:
    desktop = windows_desktop(windows, windows.registry)
    windows.is_locked = True
    assert desktop.facts().is_locked


@pytest.mark.parametrize(
    ("advice", "quiet"),
    [
        (2, {Quiet.FULL_SCREEN}),
        (3, {Quiet.FULL_SCREEN}),
        (4, {Quiet.PRESENTING}),
        (5, set()),
        (6, {Quiet.DO_NOT_DISTURB}),
    ],
)
def test_the_shell_of_windows_advises_quiet(
    windows: Windows, advice: int, quiet: set[Quiet]
) -> None:
    windows.advice = advice
    assert windows_desktop(windows, windows.registry).quiet(ALL) == quiet


@pytest.mark.parametrize("program", ["Call_8wekyb3d8bbwe", r"NonPackaged\C:#call.exe"])
def test_a_program_that_has_not_let_go_of_the_camera_uses_it(
    windows: Windows, program: str
) -> None:
    desktop = windows_desktop(windows, windows.registry)
    assert desktop.quiet(ALL) == NOTHING
    windows.registry.keys[rf"{CONSENT}\{program}"] = {"LastUsedTimeStop": 0}
    assert desktop.quiet(ALL) == {Quiet.CAMERA}
    windows.registry.keys[rf"{CONSENT}\{program}"] = {"LastUsedTimeStop": 133_000_000}
    assert desktop.quiet(ALL) == NOTHING


def test_windows_tells_the_battery_where_there_is_one(windows: Windows) -> None:
    desktop = windows_desktop(windows, windows.registry)
    windows.mains = 0
    assert desktop.quiet(ALL) == {Quiet.ON_BATTERY}
    windows.battery = 128
    assert levels(windows_desktop(windows, windows.registry))["On battery"] is Level.LIMITED


def test_windows_says_what_it_tells_and_what_it_does_not(windows: Windows) -> None:
    found = levels(windows_desktop(windows, windows.registry))
    assert found["Time away"] is found["Screen lock"] is found["Do not disturb"] is Level.OK
    assert found["Screen shared"] is Level.LIMITED


def test_windows_starts_the_tray_at_login(windows: Windows) -> None:
    autostart = windows_desktop(windows, windows.registry).autostart
    assert not autostart.is_on()
    autostart.turn_off()
    autostart.turn_on([r"C:\Program Files\Supple\supple.exe", "--tray"])
    assert autostart.is_on()
    (run,) = windows.registry.keys.values()
    assert run == {"Supple": r'"C:\Program Files\Supple\supple.exe" --tray'}
    autostart.turn_off()
    assert not autostart.is_on()


def test_elsewhere_the_windows_desktop_knows_nothing() -> None:
    assert open_windows_desktop().facts() == Facts()


# --- macos ------------------------------------------------------------------------------------


def test_macos_tells_idleness_and_the_lock(mac: Mac, tmp_path: Path) -> None:
    desktop = open_macos_desktop(tmp_path, WORDS, mac)
    assert desktop.facts() == Facts(idle_s=42.5)
    mac.is_locked = True
    assert desktop.facts().is_locked
    mac.has_session = False  # somebody else's session is at the screen
    assert desktop.lock.is_locked() is None
    assert mac.released == 2
    assert not desktop.watch([60], Told())


def test_macos_tells_camera_and_microphone(mac: Mac, tmp_path: Path) -> None:
    desktop = open_macos_desktop(tmp_path, WORDS, mac)
    assert desktop.quiet(ALL) == NOTHING
    mac.microphone_runs = True
    assert desktop.quiet(ALL) == {Quiet.MICROPHONE}
    mac.cameras[9] = True
    assert desktop.quiet(ALL) == {Quiet.MICROPHONE, Quiet.CAMERA}
    mac.cameras.clear()
    assert desktop.quiet(ALL) == {Quiet.MICROPHONE}


def test_macos_tells_who_keeps_the_display_awake_and_the_battery(mac: Mac, tmp_path: Path) -> None:
    pmset(tmp_path)
    desktop = open_macos_desktop(tmp_path, WORDS, mac)
    assert desktop.quiet(ALL) == NOTHING
    pmset(tmp_path, awake=1, source="Battery Power")
    assert desktop.quiet(ALL) == {Quiet.PRESENTING, Quiet.ON_BATTERY}


def test_a_mac_without_some_of_it_says_so(mac: Mac, tmp_path: Path) -> None:
    mac.missing = {"ApplicationServices", "CoreMediaIO"}
    desktop = open_macos_desktop(tmp_path, WORDS, mac)
    assert desktop.facts() == Facts()
    found = levels(desktop)
    assert found["Time away"] is Level.MISSING
    assert found["Camera in use"] is found["Full screen"] is Level.LIMITED
    assert found["Microphone in use"] is Level.OK
    assert desktop.autostart.is_possible


def test_a_framework_that_is_not_there_is_said() -> None:
    with pytest.raises(OSError, match="CoreAudio"):
        framework("CoreAudio")
