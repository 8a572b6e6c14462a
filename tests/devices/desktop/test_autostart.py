import plistlib
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.errors import FacilityError
from supple.devices.desktop.autostart import (
    Autostart,
    DesktopEntryAutostart,
    LaunchAgentAutostart,
    NullAutostart,
    RunKeyAutostart,
)
from tests.devices.desktop.natives import Registry

WORDS = NullTranslations()
COMMAND = ("/home/me/my programs/supple", "--tray")


@pytest.fixture(params=["null", "entry", "agent", "run key"])
def autostart(request: pytest.FixtureRequest, tmp_path: Path) -> Autostart:
    forms: dict[str, Autostart] = {
        "null": NullAutostart(),
        "entry": DesktopEntryAutostart(tmp_path, WORDS),
        "agent": LaunchAgentAutostart(tmp_path, WORDS),
        "run key": RunKeyAutostart(Registry()),
    }
    return forms[request.param]


def test_no_form_is_on_before_the_user_wants_it(autostart: Autostart) -> None:
    assert not autostart.is_on()


def test_turning_off_what_is_off_is_no_fault(autostart: Autostart) -> None:
    autostart.turn_off()
    assert not autostart.is_on()


@pytest.mark.parametrize("form", [DesktopEntryAutostart, LaunchAgentAutostart])
def test_what_is_turned_on_is_on_until_it_is_turned_off(
    form: type[DesktopEntryAutostart] | type[LaunchAgentAutostart], tmp_path: Path
) -> None:
    autostart = form(tmp_path, WORDS)
    autostart.turn_on(COMMAND)
    autostart.turn_on(COMMAND)
    assert autostart.is_on()
    autostart.turn_off()
    assert not autostart.is_on()


def entry_of(folder: Path) -> str:
    return (folder / "autostart/io.github.supple_app.Supple.desktop").read_text("utf-8")


def test_the_desktop_entry_quotes_its_command(tmp_path: Path) -> None:
    DesktopEntryAutostart(tmp_path, WORDS).turn_on(COMMAND)
    assert 'Exec="/home/me/my programs/supple" --tray\n' in entry_of(tmp_path)


@pytest.mark.parametrize(
    ("part", "line"),
    [("100%", "Exec=100%%"), ('a"b', 'Exec="a\\\\"b"'), ("a$b", 'Exec="a\\\\$b"'), ("", 'Exec=""')],
)
def test_signs_with_a_meaning_lose_it(tmp_path: Path, part: str, line: str) -> None:
    DesktopEntryAutostart(tmp_path, WORDS).turn_on([part])
    assert f"{line}\n" in entry_of(tmp_path)


@pytest.mark.parametrize("switch", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_an_entry_that_the_desktop_switched_off_is_off(tmp_path: Path, switch: str) -> None:
    autostart = DesktopEntryAutostart(tmp_path, WORDS)
    autostart.turn_on(COMMAND)
    file = tmp_path / "autostart/io.github.supple_app.Supple.desktop"
    file.write_text(entry_of(tmp_path) + switch + "\n", "utf-8")
    assert not autostart.is_on()


def test_the_launch_agent_holds_the_command(tmp_path: Path) -> None:
    autostart = LaunchAgentAutostart(tmp_path, WORDS)
    autostart.turn_on(COMMAND)
    file = tmp_path / "LaunchAgents/io.github.supple_app.Supple.plist"
    assert plistlib.loads(file.read_bytes())["ProgramArguments"] == list(COMMAND)
    file.write_bytes(b"no property list")
    assert not autostart.is_on()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file in the way")
    with pytest.raises(FacilityError, match="couldn't be set"):
        DesktopEntryAutostart(tmp_path, WORDS).turn_on(COMMAND)


def test_an_entry_that_cannot_be_removed_is_told(tmp_path: Path) -> None:
    (tmp_path / "autostart/io.github.supple_app.Supple.desktop").mkdir(parents=True)
    with pytest.raises(FacilityError):
        DesktopEntryAutostart(tmp_path, WORDS).turn_off()


def test_where_there_is_no_way_that_is_told() -> None:
    assert not NullAutostart().is_possible
    with pytest.raises(FacilityError):
        NullAutostart().turn_on(COMMAND)
