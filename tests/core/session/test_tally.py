from datetime import date, datetime, timedelta, timezone

from supple.core.history.records import SessionRecord, Source, StepRecord, Unfinished
from supple.core.session.events import Outcome
from supple.core.session.steps import Kind, Part, Side
from supple.core.session.tally import Tally
from tests.core.session.factory import step

START = datetime(2026, 5, 13, 14, 8, tzinfo=timezone(timedelta(hours=2)))
SESSION = SessionRecord(
    id="s",
    routine="mine",
    routine_name="Mine",
    source=Source.TERMINAL,
    started=START,
    local_day=date(2026, 5, 13),
    planned_s=100,
    holds_planned=3,
    seed=7,
    active_s=75.0,
    work_s=45.0,
)


def row(index: int, attempt: int, outcome: Outcome) -> StepRecord:
    return StepRecord(
        id=f"{index}-{attempt}",
        session_id="s",
        index=index,
        attempt=attempt,
        part=Part.MAIN,
        kind=Kind.HOLD,
        exercise="fold",
        side=Side.BOTH,
        set=1,
        sets=1,
        planned_s=20,
        actual_s=20,
        outcome=outcome,
        ended=START,
    )


def test_every_beginning_of_a_step_is_another_attempt() -> None:
    tally = Tally()
    for index in (0, 1, 0):
        tally.begin(index)
    assert (tally.index, tally.attempt) == (0, 2)
    assert tally.attempts == {0: 2, 1: 1}


def test_two_tallies_never_share_their_counts() -> None:
    Tally().begin(0)
    assert Tally().attempts == {}


def test_a_session_that_was_cut_off_has_the_tally_of_its_rows() -> None:
    ended = (
        row(1, 2, Outcome.DONE),
        row(1, 1, Outcome.STOPPED),
        row(3, 1, Outcome.SKIPPED),
        row(5, 1, Outcome.STOPPED),
    )
    found = Unfinished(session=SESSION, steps=(step(),) * 7, ended=ended)
    assert found.tally == Tally(
        index=4, attempts={1: 2, 3: 1, 5: 1}, done={1}, active_s=75.0, work_s=45.0
    )
