"""What was answered to "What did you feel?" when the program was killed over it."""

import pytest

from supple.app.container import Container
from supple.app.sessions import Opened
from supple.core.plan.screening import Access, Answers, Lock
from supple.core.session.engine import Intent
from supple.core.session.events import Hurt, SessionOutcome
from supple.devices.store.faults import Fault, StoreError
from supple.devices.store.store import DiskStore
from tests.app.full_disk import FullDisk
from tests.app.program import Program


@pytest.fixture
def standing(program: Program) -> Opened:
    """A session that stands in its second hold because something hurts."""
    program.app.safety.answer(Answers())
    opened = program.open()
    opened.runner.start()
    program.run(opened, 50)
    opened.runner.do(Intent.HURTS)
    return opened


def started_anew(program: Program) -> Container:
    """The next start of the program; the one before it was killed."""
    program.app.close()
    program.app = Container({"SUPPLE_HOME": str(program.app.folders.data)}, clock=program.clock)
    return program.app


def on_a_small_disk(app: Container) -> FullDisk:
    """The disk of this program from now on."""
    assert isinstance(app.store, DiskStore)
    disk = FullDisk(app.store)
    disk.fault = StoreError(Fault.FULL, "The disk is full.")
    vars(app).update(store=disk)
    vars(app).pop("safety", None)  # it has the store as it was
    return disk


ENDING = {
    Hurt.CHEST: Access.EMERGENCY,
    Hurt.NERVE: Access.CHECK_AGAIN,
    Hurt.SHARP: Access.CLEAR,
    Hurt.DIZZY: Access.CLEAR,
}


@pytest.mark.parametrize("answer", ENDING)
def test_an_answer_that_was_given_before_the_program_was_killed_holds(
    program: Program, standing: Opened, answer: Hurt
) -> None:
    exercise = standing.runner.view().step.exercise
    standing.runner.felt(answer)
    app = started_anew(program)
    assert app.safety.standing().access is ENDING[answer]
    assert [each.exercise for each in app.safety.set_asides()] == [exercise] * (
        answer is Hurt.SHARP
    )
    [found] = app.history.sessions()
    assert (found.session.outcome, found.session.hurt) == (SessionOutcome.HURT, answer)
    assert app.sessions.unfinished() is None
    assert app.safety.take_left_behind() is answer
    assert app.safety.take_left_behind() is None
    assert started_anew(program).safety.take_left_behind() is None


def test_a_cramp_is_kept_and_the_session_offered_again(program: Program, standing: Opened) -> None:
    standing.runner.felt(Hurt.CRAMP)
    app = started_anew(program)
    assert app.safety.take_left_behind() is Hurt.CRAMP
    assert app.sessions.unfinished() is not None


def test_a_wrong_answer_that_was_taken_back_is_not_carried_out(
    program: Program, standing: Opened
) -> None:
    standing.runner.felt(Hurt.CHEST)
    standing.runner.felt(None)
    app = started_anew(program)
    assert app.safety.standing().access is Access.CLEAR
    assert app.sessions.unfinished() is not None


def test_an_answer_is_left_alone_while_its_session_still_runs(
    program: Program, standing: Opened
) -> None:
    standing.runner.felt(Hurt.CHEST)
    with Container({"SUPPLE_HOME": str(program.app.folders.data)}, clock=program.clock) as other:
        assert other.safety.standing().access is Access.CLEAR
    assert program.app.safety.standing().access is Access.CLEAR
    standing.runner.felt(Hurt.CRAMP)
    standing.runner.do(Intent.STOP)
    assert started_anew(program).safety.standing().access is Access.CLEAR


def test_a_program_killed_just_after_the_history_took_an_answer_counts_it_once(
    program: Program, standing: Opened
) -> None:
    standing.runner.felt(Hurt.SHARP)
    sign = program.app.folders.data / "stop-sign.json"
    kept = sign.read_bytes()
    standing.runner.do(Intent.STOP)
    assert not sign.exists()
    sign.write_bytes(kept)
    safety = started_anew(program).safety
    assert safety.take_left_behind() is Hurt.SHARP
    assert {each.until_day is None for each in safety.set_asides()} == {False}


def test_a_lock_holds_while_the_disk_takes_nothing_and_is_written_later(
    program: Program,
) -> None:
    app = program.app
    app.safety.answer(Answers())
    disk = on_a_small_disk(app)
    opened = program.open()
    opened.runner.start()
    program.run(opened, 50)
    disk.full = True
    opened.runner.do(Intent.HURTS)
    opened.runner.felt(Hurt.CHEST)
    opened.runner.do(Intent.STOP)
    assert app.safety.standing().access is Access.EMERGENCY
    disk.full = False
    assert app.safety.standing().access is Access.EMERGENCY
    assert app.safety.take_left_behind() is None
    vars(app).update(store=disk.store)
    app = started_anew(program)
    assert app.safety.standing().access is Access.EMERGENCY
    assert app.safety.take_left_behind() is None


def test_what_was_left_behind_locks_before_the_disk_takes_it(
    program: Program, standing: Opened
) -> None:
    standing.runner.felt(Hurt.NERVE)
    app = started_anew(program)
    disk = on_a_small_disk(app)
    disk.full = True
    assert app.safety.standing().access is Access.CHECK_AGAIN
    assert app.safety.take_left_behind() is None
    disk.full = False
    assert app.safety.take_left_behind() is Hurt.NERVE
    assert app.safety.standing().access is Access.CHECK_AGAIN
    vars(app).update(store=disk.store)


def test_what_was_left_behind_locks_in_the_moment_in_which_it_is_found(
    program: Program, standing: Opened
) -> None:
    standing.runner.felt(Hurt.CHEST)
    app = started_anew(program)
    with app.history.moment():
        assert app.history.sessions()
        assert app.safety.standing().access is Access.EMERGENCY


def test_a_sign_for_help_closes_everything_though_the_disk_takes_nothing(program: Program) -> None:
    app = program.app
    app.safety.answer(Answers())
    disk = on_a_small_disk(app)
    disk.full = True
    with pytest.raises(StoreError):
        app.safety.close(Lock.EMERGENCY)
    assert app.safety.standing().access is Access.EMERGENCY
    disk.full = False
    assert app.safety.standing().access is Access.EMERGENCY
    vars(app).update(store=disk.store)
    assert started_anew(program).safety.standing().access is Access.EMERGENCY


SIGN = b"""{"id": "a", "told": "%s-01-01T00:00:00+14:00", "local_day": "%s-01-01",
"exercise": "march-in-place", "side": "left", "answer": "hurt-nerve", "session_id": "b"}"""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        SIGN % (b"0001", b"2026"),
        SIGN % (b"2026", b"9999"),
        b"\xff\xfe",
        b'{"answer": "chest"}',
        b'{"exercise": "\xff"}',
        b"[" * 3000,
    ],
)
def test_a_file_of_nonsense_counts_as_no_answer(program: Program, content: bytes) -> None:
    app = program.app
    app.safety.answer(Answers())
    (app.folders.data / "stop-sign.json").write_bytes(content)
    assert app.safety.standing().access is Access.CLEAR
    assert app.safety.take_left_behind() is None
