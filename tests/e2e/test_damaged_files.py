"""Every region of every file damaged: kind words at most, and nothing is overwritten."""

import shutil
import uuid
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.devices.journal import Journals
from supple.devices.store.device import Device
from tests.core.history.versions import one_of_each
from tests.e2e.damage import Answer, damaged
from tests.e2e.program import supple

SHORT, LONG = 12, 300
ROUTINE = """
id = "mine"
name = "Mine"
[[steps]]
part = "main"
exercise = "chair-forward-fold"
hold_s = 20
sets = 2
get_ready_s = 5
rest_s = 5
say = "Let the back hang."
"""
SETTINGS = """
[voice]
on = false
rate = 150
[appearance]
theme = "dark"
[breaks]
on = true
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with a session, a safety copy, a routine, settings and an exported file."""
    home = tmp_path_factory.mktemp("whole") / "home"
    played = supple("play", "desk-break-2", "--speed", "1000", "--no-voice", home=home)
    assert played.returncode == 0, played.stderr
    assert supple("export", str(home / "me.supple"), home=home).returncode == 0
    (home / "routines" / "mine.toml").write_text(ROUTINE)
    (home / "settings.toml").write_text(SETTINGS)
    return home


@pytest.fixture(
    params=[SHORT, pytest.param(LONG, marks=[pytest.mark.long, pytest.mark.timeout(600)])]
)
def turns(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def copied(whole: Path, home: Path) -> Path:
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(whole, home)
    return home


def test_a_damaged_history_is_refused_or_read_but_never_overwritten(
    turns: int, whole: Path, supple_home: Path
) -> None:
    refused = 0
    good = (whole / "supple.db").read_bytes()
    (copy,) = (whole / "backups").glob("*.db")
    for turn in range(turns):
        home = copied(whole, supple_home)
        bad = damaged(good, turn, turns)
        (home / "supple.db").write_bytes(bad)
        for command in (("history", "--json"), ("plan",), ("export", str(home / "again.supple"))):
            answer = Answer(home, *command)
            answer.require_kind(home)
            if answer.code:
                refused += 1
                assert (home / "supple.db").read_bytes() == bad, turn
        assert (home / "backups" / copy.name).read_bytes() == copy.read_bytes()
    assert 0 < refused < 3 * turns


def test_a_safety_copy_mends_a_history_that_cannot_be_read(whole: Path, supple_home: Path) -> None:
    before = Answer(copied(whole, supple_home), "history", "--json")
    good = (whole / "supple.db").read_bytes()
    for turn in range(5):
        home = copied(whole, supple_home)
        bad = damaged(good, turn, 5)
        (home / "supple.db").write_bytes(bad)
        (copy,) = (home / "backups").glob("*daily.db")
        restored = Answer(home, "restore", str(copy))
        restored.require_kind(home)
        assert restored.code == 0, (turn, restored.stderr)
        assert Answer(home, "history", "--json").stdout == before.stdout


def test_a_damaged_safety_copy_is_refused_and_the_history_stays(
    turns: int, whole: Path, supple_home: Path, tmp_path: Path
) -> None:
    home = copied(whole, supple_home)
    good = (whole / "supple.db").read_bytes()
    before = Answer(home, "history", "--json").stdout
    bad = tmp_path / "bad.db"
    for turn in range(turns):
        bad.write_bytes(damaged(good, turn, turns))
        answer = Answer(home, "restore", str(bad))
        answer.require_kind(home)
        if answer.code:
            assert Answer(home, "history", "--json").stdout == before
        else:  # damage in a place that holds nothing, or a value that may be
            shutil.copy(whole / "supple.db", home / "again.db")
            assert Answer(home, "restore", str(home / "again.db")).code == 0


def test_damaged_settings_stay_as_they_are_and_stop_nothing(
    turns: int, whole: Path, supple_home: Path
) -> None:
    home = copied(whole, supple_home)
    good = (whole / "settings.toml").read_bytes()
    for turn in range(2 * turns):
        bad = damaged(good, turn, 2 * turns)
        (home / "settings.toml").write_bytes(bad)
        answer = Answer(home, "list", "routines")
        answer.require_kind(home)
        assert "desk-break-2" in answer.stdout
        assert (home / "settings.toml").read_bytes() == bad


def test_a_damaged_routine_costs_itself_alone(turns: int, whole: Path, supple_home: Path) -> None:
    home = copied(whole, supple_home)
    path = home / "routines" / "mine.toml"
    good = path.read_bytes()
    for turn in range(turns):
        bad = damaged(good, turn, turns)
        path.write_bytes(bad)
        for command in (("list", "routines"), ("show", "mine"), ("check", str(path))):
            answer = Answer(home, *command)
            answer.require_kind(home)
            assert command[0] != "list" or answer.code == 0
        assert path.read_bytes() == bad


def test_a_damaged_export_brings_in_all_or_nothing(
    turns: int, whole: Path, tmp_path: Path, supple_home: Path
) -> None:
    good = (whole / "me.supple").read_bytes()
    file = tmp_path / "me.supple"
    for turn in range(turns):
        shutil.rmtree(supple_home, ignore_errors=True)
        file.write_bytes(damaged(good, turn, turns))
        answer = Answer(supple_home, "import", str(file))
        answer.require_kind(supple_home)
        if answer.code:
            assert Answer(supple_home, "history", "--json").stdout.strip() == "[]"
        Answer(supple_home, "import", str(file), "--skip-bad").require_kind(supple_home)


def test_a_damaged_journal_yields_its_whole_lines_and_no_other(turns: int, tmp_path: Path) -> None:
    device = Device(str(uuid.UUID(int=7)), "desk")
    journals = Journals(tmp_path, device, NullTranslations())
    journals.append(one_of_each())
    (place,) = journals.places()
    path = tmp_path / place.folder / place.file
    good = path.read_bytes()
    written = one_of_each()
    whole_lines = 0
    for turn in range(4 * turns):
        path.write_bytes(damaged(good, turn, 4 * turns))
        found = [piece.version for piece in journals.read(place, 0) if piece.version is not None]
        assert all(version in written for version in found)
        whole_lines += len(found)
    assert whole_lines
