"""What the report says of files that the user writes."""

from pathlib import Path

from supple.app.container import Container
from supple.app.doctor import own_files
from supple.devices.finding import Finding, Level


def found(home: Path) -> list[Finding]:
    with Container({"SUPPLE_HOME": str(home), "LANG": "C"}) as app:
        return own_files(app.settings_problems, app.catalogue, app.words)


def test_files_that_are_read_as_they_are(tmp_path: Path) -> None:
    assert [each.level for each in found(tmp_path)] == [Level.OK, Level.OK]


def test_every_line_and_file_that_cannot_be_used_stays_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[voice]\nrate = 9\nvolume = "loud"\n', "utf-8")
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "one.toml").write_text('name = "Hotel room"\nsteps = 3\n', "utf-8")
    (tmp_path / "routines" / "two.toml").write_text("name =\n", "utf-8")
    settings, routines = found(tmp_path)
    assert settings.level is routines.level is Level.LIMITED
    assert "settings.toml, line 2, voice.rate: 9 can't be used." in settings.words
    assert "settings.toml, line 3, voice.volume: 'loud' can't be used." in settings.words
    assert settings.fix == "Your file is untouched."
    assert "“Hotel room” couldn't be read." in routines.words
    assert "“two” couldn't be read. Line 1: is not TOML" in routines.words
    assert routines.fix == "The other routines work."
