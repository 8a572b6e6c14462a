"""Working hours and days, as the user's own clock on the wall tells them."""

import re
from datetime import datetime, timedelta

from supple.core.breaks.options import Span, Week

_DAY = timedelta(days=1)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS = len(_NAMES)

_DAY_FORM = rf"(?:{'|'.join(_NAMES)})"
_TIME_FORM = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
_SPAN_FORM = rf"{_TIME_FORM}-(?:{_TIME_FORM}|24:00)"
_PART_FORM = rf" *{_DAY_FORM}(?:-{_DAY_FORM})?(?: +{_SPAN_FORM}){{1,2}} *"
HOURS_PATTERN = rf"^(?:{_PART_FORM}(?:;{_PART_FORM})*)?\Z"
"""What `week_of` reads, as a pattern: "mon-fri 9:00-12:30 13:15-17:30; sat 10:00-12:00"."""


def week_of(text: str) -> Week:
    """The working times in a text that fits `HOURS_PATTERN`. Raises ValueError for any other.

    A day that is named twice has the times it was given last.
    """
    if not re.match(HOURS_PATTERN, text):
        raise ValueError(f"no working hours: {text!r}")
    week: list[tuple[Span, ...]] = [()] * _DAYS
    for part in filter(None, (each.strip() for each in text.split(";"))):
        days, *times = part.split()
        first, _, last = days.partition("-")
        start = _NAMES.index(first)
        length = (_NAMES.index(last or first) - start) % _DAYS + 1
        for number in range(start, start + length):
            week[number % _DAYS] = tuple(_span(each) for each in times)
    return tuple(week)


def _span(text: str) -> Span:
    start, end = (
        int(time.partition(":")[0]) * 60 + int(time.partition(":")[2]) for time in text.split("-")
    )
    return Span(start, end)


def is_working_time(wall: datetime, week: Week) -> bool:
    """Whether `wall` lies in one of the spans, those reaching over midnight included."""
    minute = wall.hour * 60 + wall.minute
    today, yesterday = week[wall.weekday()], week[wall.weekday() - 1]
    return any(
        span.start_min <= minute and (span.is_overnight or minute < span.end_min) for span in today
    ) or any(span.is_overnight and minute < span.end_min for span in yesterday)


def next_opening(wall: datetime, week: Week) -> datetime | None:
    """When working time begins next, at the offset of `wall`; None if it never does.

    Across a change of the clocks the time shown is right and its distance is not, by that change.
    """
    local = wall.replace(tzinfo=None)
    for ahead in range(_DAYS + 1):
        for start, _end in sorted(_spans_of(_midnight(local) + ahead * _DAY, week)):
            if start > local:
                return start.replace(tzinfo=wall.tzinfo)
    return None


def spans_on(wall: datetime, week: Week) -> tuple[tuple[int, int], ...]:
    """The working times of that day, from and to in minutes after midnight, the earliest first."""
    midnight = _midnight(wall.replace(tzinfo=None))
    spans = [*_spans_of(midnight - _DAY, week), *_spans_of(midnight, week)]
    cut = [(max(start, midnight), min(end, midnight + _DAY)) for start, end in spans]
    minutes = [
        (int((start - midnight).total_seconds() // 60), int((end - midnight).total_seconds() // 60))
        for start, end in cut
    ]
    return tuple(sorted(span for span in minutes if span[0] < span[1]))


def tomorrow(wall: datetime) -> datetime:
    """The next midnight, at the offset of `wall`."""
    return _midnight(wall) + _DAY


def _midnight(wall: datetime) -> datetime:
    return wall.replace(hour=0, minute=0, second=0, microsecond=0)


def _spans_of(midnight: datetime, week: Week) -> list[tuple[datetime, datetime]]:
    return [
        (_at(midnight, span.start_min), _end(midnight, span)) for span in week[midnight.weekday()]
    ]


def _end(midnight: datetime, span: Span) -> datetime:
    over = _DAY if span.is_overnight else timedelta()
    return _at(midnight, span.end_min) + over


def _at(midnight: datetime, minutes: int) -> datetime:
    return midnight + timedelta(minutes=minutes)
