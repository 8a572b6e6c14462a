from datetime import date, datetime, timedelta, timezone

import msgspec
import pytest

from supple.core.history.records import (
    RatingRecord,
    RecordedSession,
    SessionRecord,
    Source,
    StepRecord,
    Unfinished,
)
from supple.core.session.events import Outcome
from supple.core.session.steps import Kind, Part, Side, Step

START = datetime(2026, 5, 13, 14, 8, tzinfo=timezone(timedelta(hours=2)))
SESSION = SessionRecord(
    id="s",
    routine="morning-10",
    routine_name="10-minute morning",
    source=Source.WINDOW,
    started=START,
    local_day=date(2026, 5, 13),
    planned_s=600,
    holds_planned=2,
    seed=7,
)


def step(index: int, outcome: Outcome = Outcome.DONE) -> StepRecord:
    return StepRecord(
        id=f"step-{index}",
        session_id="s",
        index=index,
        attempt=1,
        part=Part.MAIN,
        kind=Kind.HOLD,
        exercise="half-forward-fold",
        side=Side.BOTH,
        set=1,
        sets=2,
        planned_s=20,
        actual_s=20,
        outcome=outcome,
        ended=START,
    )


def compiled(*kinds: Kind) -> tuple[Step, ...]:
    return tuple(
        Step(part=Part.MAIN, kind=kind, exercise="half-forward-fold", group=0, seconds=20)
        for kind in kinds
    )


FOUR = compiled(Kind.GET_READY, Kind.HOLD, Kind.REST, Kind.HOLD)


def test_only_a_clock_faster_than_time_makes_a_rehearsal() -> None:
    assert not SESSION.is_rehearsal
    assert msgspec.structs.replace(SESSION, speed=20.0).is_rehearsal


def test_a_session_goes_on_after_the_last_step_that_was_over() -> None:
    found = Unfinished(session=SESSION, steps=FOUR, ended=(step(1, Outcome.SKIPPED),))
    assert found.next_index == 2
    assert found.next_work is FOUR[3]


def test_a_step_that_was_stopped_is_still_ahead() -> None:
    found = Unfinished(session=SESSION, steps=FOUR, ended=(step(1), step(3, Outcome.STOPPED)))
    assert found.next_index == 2
    assert found.next_work is FOUR[3]


def test_a_step_done_again_does_not_send_the_session_back() -> None:
    found = Unfinished(session=SESSION, steps=FOUR, ended=(step(1), step(3), step(1)))
    assert found.next_index == 4


def test_a_session_that_missed_only_its_end_has_no_work_ahead() -> None:
    steps = compiled(Kind.HOLD, Kind.REST)
    assert Unfinished(session=SESSION, steps=steps, ended=(step(0),)).next_work is None


def test_nothing_ended_means_from_the_start() -> None:
    assert Unfinished(session=SESSION, steps=FOUR, ended=()).next_index == 0


def test_a_resumed_session_counts_on_from_what_was_done() -> None:
    again = msgspec.structs.replace(step(1), attempt=2)
    ended = (again, step(1, Outcome.STOPPED), step(2, Outcome.SKIPPED))
    session = msgspec.structs.replace(SESSION, active_s=55.0, work_s=40.0)
    tally = Unfinished(session=session, steps=FOUR, ended=ended).tally
    assert (tally.index, tally.attempts, tally.done) == (3, {1: 2, 2: 1}, {1})
    assert (tally.active_s, tally.work_s) == (55, 40)


def test_records_survive_json() -> None:
    rating = msgspec.convert(
        {
            "id": "r",
            "given": START,
            "local_day": SESSION.local_day,
            "moment": "before",
            "kind": "back",
            "value": 3,
        },
        RatingRecord,
    )
    record = RecordedSession(session=SESSION, steps=(step(0),), ratings=(rating,))
    text = msgspec.json.encode(record)
    assert b'"started":"2026-05-13T14:08:00+02:00"' in text
    assert msgspec.json.decode(text, type=RecordedSession) == record


def test_a_time_without_its_offset_is_no_record() -> None:
    text = msgspec.json.encode(SESSION).replace(b"+02:00", b"")
    with pytest.raises(msgspec.ValidationError, match="timezone"):
        msgspec.json.decode(text, type=SessionRecord)
