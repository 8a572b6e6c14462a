"""Working hours and days, as the user's own clock on the wall tells them."""

from datetime import datetime, timedelta

from supple.core.breaks.options import Span, Week

_DAY = timedelta(days=1)
_DAYS = 7


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


def working_s_left(wall: datetime, week: Week) -> float:
    """Seconds of working time that are still to come today."""
    local = wall.replace(tzinfo=None)
    midnight = _midnight(local)
    spans = [*_spans_of(midnight - _DAY, week), *_spans_of(midnight, week)]
    left = (min(end, midnight + _DAY) - max(start, local) for start, end in spans)
    return sum(max(0.0, each.total_seconds()) for each in left)


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
