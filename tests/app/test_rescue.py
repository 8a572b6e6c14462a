"""A session that the disk does not take, kept in a file and brought back from it."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from supple.app.ratings import Ratings
from supple.app.rescue import Rescue
from supple.app.sessions import Opened
from supple.app.transfer import Imported
from supple.core.errors import InputError
from supple.core.history.records import Moment, RatingKind, RecordedSession
from supple.core.session.events import SessionOutcome
from tests.app.full_disk import FullDisk
from tests.app.program import Program


@pytest.fixture
def opened(program: Program, disk: FullDisk) -> Opened:
    """A session that went on when the disk was full, to its end."""
    opened = program.open()
    opened.runner.start()
    program.run(opened, 30)
    disk.full = True
    program.run(opened, 1000)
    assert not opened.recorder.is_safe
    return opened


def kept(program: Program, opened: Opened, folder: Path, records: int = 1) -> Path:
    file = folder / "kept.supple"
    app = program.app
    rescue = Rescue(app.store, app.device, app.clock, app.words)
    assert rescue.save([opened.recorder], file) == records
    return file


def again(home: Path, *, days: int = 0) -> Program:
    """The next start of the program, on a disk with room."""
    program = Program(home)
    program.clock.set_wall(program.clock.wall() + timedelta(days=days))
    return program


def the_session(program: Program) -> RecordedSession:
    [found] = program.app.history.sessions()
    return found


def test_the_file_holds_what_the_disk_has_and_what_it_did_not_take(
    program: Program, opened: Opened, tmp_path: Path
) -> None:
    file = kept(program, opened, tmp_path)
    session = json.loads(file.read_text("utf-8").splitlines()[1])
    assert session["id"] == opened.recorder.record.id
    assert session["outcome"] == "completed"
    assert len(session["steps"]) == 6
    assert session["active_s"] == opened.recorder.record.active_s


def test_it_comes_in_on_another_computer(program: Program, opened: Opened, tmp_path: Path) -> None:
    file = kept(program, opened, tmp_path)
    other = Program(tmp_path / "other")
    assert other.app.transfer.import_(file) == Imported(taken=1, known=0, left_out=0)
    found = the_session(other)
    assert found.session.outcome is SessionOutcome.COMPLETED
    assert len(found.steps) == 6
    other.app.close()


def test_nothing_is_doubled_when_it_was_written_after_all(
    program: Program, disk: FullDisk, opened: Opened, tmp_path: Path
) -> None:
    file = kept(program, opened, tmp_path)
    assert not opened.recorder.is_safe  # it is still tried here
    disk.full = False
    opened.recorder.retry()
    before = the_session(program)
    assert program.app.transfer.import_(file) == Imported(taken=0, known=1, left_out=0)
    assert the_session(program) == before
    assert len(before.steps) == 6


@pytest.mark.parametrize("days", [0, 1])
def test_it_completes_what_was_cut_off_here(
    program: Program, opened: Opened, tmp_path: Path, supple_home: Path, days: int
) -> None:
    file = kept(program, opened, tmp_path)
    record = opened.recorder.record
    program.app.close()
    later = again(supple_home, days=days)
    assert (later.app.sessions.unfinished() is None) == bool(days)  # closed on the next day
    assert later.app.transfer.import_(file).taken == 1
    assert later.app.transfer.import_(file).taken == 0
    found = the_session(later)
    assert len(found.steps) == 6
    assert found.session.outcome is SessionOutcome.COMPLETED
    assert (found.session.active_s, found.session.holds_done) == (
        record.active_s,
        record.holds_done,
    )
    assert later.app.sessions.unfinished() is None
    later.app.close()


def test_a_note_that_was_written_since_stays(
    program: Program, opened: Opened, tmp_path: Path, supple_home: Path
) -> None:
    file = kept(program, opened, tmp_path)
    program.app.close()
    later = again(supple_home, days=1)
    later.app.sessions.unfinished()
    Ratings(later.app.store.write, later.app.clock, opened.recorder.record.id).note("Half of it.")
    later.app.transfer.import_(file)
    assert the_session(later).session.note == "Half of it."
    assert len(the_session(later).steps) == 6
    later.app.close()


def test_what_was_deleted_stays_deleted(
    program: Program, opened: Opened, tmp_path: Path, supple_home: Path
) -> None:
    file = kept(program, opened, tmp_path)
    program.app.close()
    later = again(supple_home, days=1)
    later.app.sessions.unfinished()
    later.app.past_sessions.delete(opened.recorder.record.id)
    assert later.app.transfer.import_(file).taken == 0
    assert later.app.history.sessions() == []
    later.app.close()


def test_a_session_that_still_runs_can_be_kept_as_far_as_it_came(
    program: Program, disk: FullDisk, tmp_path: Path
) -> None:
    disk.full = True
    running = program.open()
    running.runner.start()
    program.run(running, 70)
    file = kept(program, running, tmp_path)
    session = json.loads(file.read_text("utf-8").splitlines()[1])
    assert session["outcome"] == "stopped"
    assert 0 < len(session["steps"]) < 6
    disk.full = False
    program.run(running, 1000)
    assert program.app.transfer.import_(file).taken == 0
    assert the_session(program).session.outcome is SessionOutcome.COMPLETED


def test_a_place_that_takes_nothing_is_told_and_leaves_nothing(
    program: Program, opened: Opened, tmp_path: Path
) -> None:
    with pytest.raises(InputError):
        kept(program, opened, tmp_path / "no such folder")
    assert list(tmp_path.glob("*.supple")) == []


def test_what_is_answered_after_it_is_kept_and_tried_again_with_it(
    program: Program, disk: FullDisk, opened: Opened, tmp_path: Path
) -> None:
    ident = opened.recorder.record.id
    answers = Ratings(opened.recorder.keep, program.app.clock, ident)
    answers.give(Moment.AFTER, RatingKind.BACK, 3)
    answers.note("Half of it.")
    other = Program(tmp_path / "other")
    other.app.transfer.import_(kept(program, opened, tmp_path, records=2))
    disk.full = False
    opened.recorder.retry()
    for each in (program, other):
        found = the_session(each)
        assert [rating.value for rating in found.ratings] == [3]
        assert found.session.note == "Half of it."
    other.app.close()
