from datetime import datetime, timedelta, timezone

import msgspec
import pytest

from supple.core.breaks.answer import Answer, Break, Show, Wait, Warn, Why
from supple.core.breaks.day import DayMark, Mark, day_of
from supple.core.breaks.facts import Moment
from supple.core.breaks.options import BreakOptions, Span
from supple.core.breaks.records import BreakRecord
from supple.core.breaks.state import Cause, Outcome, State, begin

MONDAY = datetime(2026, 5, 11, tzinfo=timezone(timedelta(hours=2)))
HOUR = 60
OFFICE = BreakOptions()
LUNCH = BreakOptions(week=((Span(8 * HOUR, 12 * HOUR), Span(13 * HOUR, 17 * HOUR)),) + ((),) * 6)
NEVER = BreakOptions(week=((),) * 7)


def at(hour: int, minute: int = 0) -> datetime:
    return MONDAY + timedelta(hours=hour, minutes=minute)


def sitting(wall: datetime, sat_min: float = 0.0) -> State:
    state = begin(Moment(0.0, 0.0, wall))
    return msgspec.structs.replace(state, sat_s=sat_min * 60.0)


def record(outcome: Outcome, due: datetime, rest_min: float = 0.0) -> BreakRecord:
    return BreakRecord(
        id=f"{due}",
        due=due,
        local_day=due.date(),
        outcome=outcome,
        reason=Cause.ASKED,
        sitting_s=0.0,
        rest_s=rest_min * 60.0,
    )


def ahead(answer: Answer, state: State, options: BreakOptions = OFFICE) -> list[int]:
    """The minutes of the next break and of those after it."""
    day = day_of((), answer, options, state)
    assert [mark.mark for mark in day.marks[:1]] == [Mark.NEXT] * bool(day.marks)
    assert all(mark.mark is Mark.TO_COME for mark in day.marks[1:])
    return [mark.at_min for mark in day.marks]


def test_what_became_of_the_breaks_stands_in_its_place() -> None:
    records = [
        record(Outcome.NATURAL, at(12, 20), 55),
        record(Outcome.TAKEN, at(9, 50)),
        record(Outcome.POSTPONED, at(10, 40)),
        record(Outcome.SHORTENED, at(10, 40)),
        record(Outcome.SKIPPED, at(11, 30)),
    ]
    day = day_of(records, Wait(why=Why.OFF), OFFICE, sitting(at(14)))
    assert day.spans == ((9 * HOUR, 17 * HOUR + 30),)
    assert day.marks == (
        DayMark(590, Mark.DONE),
        DayMark(640, Mark.DONE),
        DayMark(690, Mark.SKIPPED),
        DayMark(740, Mark.AWAY, 795),
    )
    assert day.count(Mark.DONE) == 2


def test_time_away_ends_with_the_day() -> None:
    day = day_of(
        [record(Outcome.NATURAL, at(23, 30), 90)], Wait(why=Why.OFF), OFFICE, sitting(at(23))
    )
    assert day.marks[0].end_min == 24 * HOUR


@pytest.mark.parametrize(
    ("answer", "first"),
    [
        (Wait(why=Why.SITTING, in_s=600, at=at(15, 10)), 15 * HOUR + 10),
        (Warn(why=Why.SOON, in_s=60), 15 * HOUR + 1),
        (Break(show=Show.ASK, nudge=1), 15 * HOUR),
        (Wait(why=Why.LATER, in_s=600, at=at(15, 10)), 15 * HOUR + 10),
        (Wait(why=Why.QUIET), 15 * HOUR + 20),
        (Wait(why=Why.STRETCHING), 15 * HOUR + 20),
        (Wait(why=Why.PAUSED, at=at(16)), 16 * HOUR + 20),
    ],
)
def test_the_next_break_is_the_one_the_answer_tells_of(answer: Answer, first: int) -> None:
    assert ahead(answer, sitting(at(15), sat_min=30))[0] == first


def test_a_break_that_is_overdue_comes_at_once() -> None:
    assert ahead(Wait(why=Why.QUIET), sitting(at(15), sat_min=70))[0] == 15 * HOUR


def test_the_breaks_to_come_keep_the_pace_to_the_end_of_work() -> None:
    answer = Wait(why=Why.SITTING, in_s=1800, at=at(14, 30))
    assert ahead(answer, sitting(at(14))) == [870, 922, 974, 1026]


def test_the_clock_starts_over_after_lunch() -> None:
    answer = Wait(why=Why.SITTING, in_s=1800, at=at(10, 30))
    assert ahead(answer, sitting(at(10)), LUNCH) == [630, 682, 830, 882, 934, 986]


def test_before_work_the_first_break_comes_after_an_interval_of_it() -> None:
    answer = Wait(why=Why.OUTSIDE_HOURS, at=at(8))
    assert ahead(answer, sitting(at(7)), LUNCH)[0] == 8 * HOUR + 50


def test_the_last_stretch_of_work_may_hold_none_before_lunch() -> None:
    assert ahead(Wait(why=Why.SITTING), sitting(at(11, 50)), LUNCH)[0] == 13 * HOUR + 50


@pytest.mark.parametrize(
    "answer",
    [
        Wait(why=Why.OFF),
        Wait(why=Why.ASK_SOMEBODY_FIRST),
        Wait(why=Why.PAUSED),
        Wait(why=Why.PAUSED, at=at(24 + 9)),
        Wait(why=Why.SITTING),
        Wait(why=Why.OUTSIDE_HOURS, at=at(24 + 9)),
    ],
)
def test_none_is_to_come_where_none_comes_today(answer: Answer) -> None:
    assert ahead(answer, sitting(at(17, 20))) == []


def test_without_working_time_there_is_nothing_to_come() -> None:
    day = day_of((), Wait(why=Why.OUTSIDE_HOURS), NEVER, sitting(at(10)))
    assert (day.spans, day.marks) == ((), ())


def test_a_break_after_midnight_is_not_of_today() -> None:
    nights = BreakOptions(week=((Span(20 * HOUR, 4 * HOUR),),) * 7)
    answer = Wait(why=Why.SITTING, in_s=1800, at=at(24, 15))
    assert ahead(answer, sitting(at(23, 45)), nights) == []
