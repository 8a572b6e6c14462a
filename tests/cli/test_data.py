"""Taking the history along in the terminal: what is said, and what comes of it."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.app.invented import Wish, fill
from supple.cli import data
from supple.core.errors import InputError
from supple.devices.clock import ManualClock
from tests.devices.store.samples import START

Said = pytest.CaptureFixture[str]


@pytest.fixture
def app(supple_home: Path) -> Iterator[Container]:
    clock = ManualClock(wall=START)
    with Container({"SUPPLE_HOME": str(supple_home)}, language="en", clock=clock) as app:
        fill(app.store, Wish(until=START.date(), sessions=3, steps=2, days=9))
        yield app


def asked(file: Path | None, **more: object) -> Namespace:
    usual = {"csv": False, "map": None, "skip_bad": False}
    return Namespace(file=None if file is None else str(file), **{**usual, **more})


def test_the_history_goes_out_and_comes_in_and_nothing_is_doubled(
    app: Container, tmp_path: Path, capsys: Said
) -> None:
    target = tmp_path / "me.supple"
    assert data.export(asked(target), app) == 0
    assert "records written to" in capsys.readouterr().err
    assert data.import_(asked(target), app) == 0
    assert capsys.readouterr().err.startswith("0 new, ")


def test_spreadsheets_are_a_word_away(app: Container, tmp_path: Path, capsys: Said) -> None:
    assert data.export(asked(tmp_path / "sheets.zip", csv=True), app) == 0
    assert (tmp_path / "sheets.zip").is_file()
    assert "sheets.zip" in capsys.readouterr().err


def test_faulty_lines_are_told_and_can_be_passed_over(
    app: Container, tmp_path: Path, capsys: Said
) -> None:
    source = tmp_path / "me.supple"
    data.export(asked(source), app)
    with source.open("a") as file:
        file.write("nonsense\n")
    capsys.readouterr()
    with pytest.raises(InputError, match="can't be imported"):
        data.import_(asked(source), app)
    assert "me.supple: line " in capsys.readouterr().err
    assert data.import_(asked(source, skip_bad=True), app) == 0
    assert capsys.readouterr().err.endswith("1 left out.\n")


def test_a_copy_is_made_and_put_back(app: Container, tmp_path: Path, capsys: Said) -> None:
    copy = tmp_path / "copy.db"
    assert data.backup(asked(copy), app) == 0
    assert "kB" in capsys.readouterr().err
    app.past_sessions.delete(app.history.records()[0].id)
    assert data.restore(asked(copy), app) == 0
    assert "What was there before" in capsys.readouterr().err
    assert len(app.history.records()) == 3


def test_a_copy_without_a_name_lies_with_the_others(app: Container) -> None:
    assert data.backup(asked(None), app) == 0
    assert len(app.backups.found()) == 1


def test_the_shared_folder_is_looked_into(app: Container, tmp_path: Path, capsys: Said) -> None:
    with pytest.raises(InputError, match="No shared folder"):
        data.sync(Namespace(), app)
    app.change_setting("data.shared_folder", str(tmp_path))
    assert data.sync(Namespace(), app) == 0
    assert "records written." in capsys.readouterr().err
