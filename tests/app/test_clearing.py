"""Forgetting a part or everything: nothing goes that should stay, and nothing comes back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.app.invented import Wish, fill
from supple.core.errors import SuppleError
from supple.devices.clock import ManualClock
from tests.devices.store.samples import START


@pytest.fixture
def app(supple_home: Path) -> Iterator[Container]:
    clock = ManualClock(wall=START)
    with Container({"SUPPLE_HOME": str(supple_home)}, language="en", clock=clock) as app:
        fill(app.store, Wish(until=START.date(), sessions=12, steps=2, days=40))
        yield app


def test_pain_and_notes_go_and_the_copy_from_before_brings_them_back(app: Container) -> None:
    before = app.clearing.kept()
    assert before.pain_ratings
    app.clearing.forget_pain_and_notes()
    after = app.clearing.kept()
    assert (after.sessions, after.pain_ratings, after.notes) == (12, 0, 0)
    (copy,) = app.backups.found()
    app.backups.restore(copy.path)
    assert app.clearing.kept() == before


def test_what_goes_here_goes_on_the_other_computers(app: Container, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    environ = {"SUPPLE_HOME": str(tmp_path / "other")}
    with Container(environ, language="en", clock=ManualClock(wall=START)) as other:
        for each in (app, other):
            each.sharing.choose(shared)
            each.sharing.look()
        assert other.clearing.kept() == app.clearing.kept()
        app.clearing.forget_before(START.date() - timedelta(days=10))
        app.clearing.forget_pain()
        app.clearing.forget_notes()
        app.sharing.look()
        other.sharing.look()
        assert other.clearing.kept() == app.clearing.kept()
        assert 0 < other.clearing.kept().sessions < 12


def test_everything_goes_does_not_come_back_and_the_copy_can_be_imported(
    app: Container, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    app.sharing.choose(shared)
    app.sharing.look()
    app.own_routines.copy("supine-mat")
    app.clearing.forget_everything(tmp_path / "copy")
    assert app.sharing.folder is None
    assert app.sharing.look() is None
    assert not list(shared.iterdir())
    assert (app.clearing.kept().sessions, app.own_routines.files()) == (0, ())
    app.transfer.import_(tmp_path / "copy" / "history.supple")
    assert app.clearing.kept().sessions == 12


def test_a_shared_folder_that_is_away_stops_nobody_from_deleting(
    app: Container, tmp_path: Path
) -> None:
    app.change_setting("data.shared_folder", str(tmp_path / "drive" / "away"))
    app.clearing.forget_everything()
    assert app.clearing.kept().sessions == 0
    assert app.sharing.folder is None


def test_without_the_copy_that_was_wanted_nothing_is_deleted(
    app: Container, tmp_path: Path
) -> None:
    with pytest.raises(SuppleError):
        app.clearing.forget_everything(tmp_path / "no such folder" / "copy")
    assert app.clearing.kept().sessions == 12
