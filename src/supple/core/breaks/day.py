"""A working day in one line: what became of its breaks, and what is still to come."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from supple.core.breaks.answer import Answer, Break, Wait, Why
from supple.core.breaks.hours import is_working_time, next_opening, spans_on
from supple.core.breaks.options import BreakOptions
from supple.core.breaks.policy import works_at
from supple.core.breaks.records import BreakRecord
from supple.core.breaks.state import Outcome, State

_DAY_MIN = 24 * 60
_MINUTE_S = 60.0
_NONE = frozenset({Why.OFF, Why.ASK_SOMEBODY_FIRST})


class Mark(StrEnum):
    """What a moment of the day stands for."""

    DONE = "done"
    SKIPPED = "skipped"
    AWAY = "away"
    NEXT = "next"
    TO_COME = "to-come"


class DayMark(msgspec.Struct, frozen=True):
    """A break, or (from `at_min` to `end_min`, minutes after midnight) time away."""

    at_min: int
    mark: Mark
    end_min: int = 0


class Day(msgspec.Struct, frozen=True):
    """Today. `spans` are its working times in minutes after midnight; `marks` come in order."""

    spans: tuple[tuple[int, int], ...] = ()
    marks: tuple[DayMark, ...] = ()

    def count(self, mark: Mark) -> int:
        """How many of this kind there are."""
        return sum(each.mark is mark for each in self.marks)


def day_of(
    records: Iterable[BreakRecord], answer: Answer, options: BreakOptions, state: State
) -> Day:
    """The day of `state`, whose `records` these are, with what `answer` lets expect."""
    wall = state.seen.wall
    marks = [mark for record in records if (mark := _past(record)) is not None]
    ahead = _next(answer, options, state)
    if ahead is not None:
        marks.append(DayMark(_minute(ahead), Mark.NEXT))
        marks += [DayMark(_minute(at), Mark.TO_COME) for at in _after(ahead, options)]
    marks.sort(key=lambda each: each.at_min)
    return Day(spans_on(wall, options.week), tuple(marks))


def _past(record: BreakRecord) -> DayMark | None:
    at = _minute(record.due)
    match record.outcome:
        case Outcome.TAKEN | Outcome.SHORTENED:
            return DayMark(at, Mark.DONE)
        case Outcome.SKIPPED:
            return DayMark(at, Mark.SKIPPED)
        case Outcome.NATURAL:
            end = at + max(1, round(record.rest_s / _MINUTE_S))
            return DayMark(at, Mark.AWAY, min(end, _DAY_MIN))
        case _:
            return None  # what was put off comes again


def _next(answer: Answer, options: BreakOptions, state: State) -> datetime | None:
    """When the next break comes today, as far as can be told."""
    wall = state.seen.wall
    at = _told(answer, wall)
    if answer.why in _NONE or (answer.why is Why.PAUSED and at is None):
        return None
    if at is None or answer.why is Why.PAUSED:
        begin = at or wall
        at = begin + timedelta(seconds=max(0.0, options.interval_s - state.sat_s))
    if answer.why is not Why.OUTSIDE_HOURS and works_at(at, options, state):
        return at if at.date() == wall.date() else None
    return _at_opening(wall, options)


def _told(answer: Answer, wall: datetime) -> datetime | None:
    """The moment that the answer names."""
    if isinstance(answer, Break):
        return wall
    if isinstance(answer, Wait) and answer.at is not None:
        return answer.at
    return None if answer.in_s is None else wall + timedelta(seconds=answer.in_s)


def _at_opening(wall: datetime, options: BreakOptions) -> datetime | None:
    """The first break after work goes on, if that is today."""
    opening = next_opening(wall, options.week)
    if opening is None:
        return None
    at = opening + timedelta(seconds=options.interval_s)
    return at if at.date() == wall.date() and is_working_time(at, options.week) else None


def _after(ahead: datetime, options: BreakOptions) -> list[datetime]:
    """The breaks of the day after that one, at the pace that was chosen."""
    pace = timedelta(seconds=options.interval_s + options.length_s)
    found: list[datetime] = []
    at: datetime | None = ahead
    while at is not None:
        following = at + pace
        if is_working_time(following, options.week) and following.date() == ahead.date():
            at = following
        else:
            at = _at_opening(at, options)
        if at is not None:
            found.append(at)
    return found


def _minute(at: datetime) -> int:
    return at.hour * 60 + at.minute
