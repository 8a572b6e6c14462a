"""Pain from 0 to 10: what one session's answers mean, and what the weeks say.

Sources: Ostelo et al. 2008 (2 points or 30 percent are the smallest change that matters to most),
Suzuki et al. 2020. Nothing here says that stretching was the cause.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from supple.core.history.records import Moment, RatingKind, RatingRecord

HIGH_BEFORE = 7
WORSE_BY = 2
MUCH_WORSE_BY = 4
HIGH_AFTER = 8
LEAST_A_WEEK = 2
_SHARE = 0.3
_WEEKS = 4


class Before(StrEnum):
    """What to say to a rating before a session."""

    FINE = "fine"
    HIGH = "high"


class After(StrEnum):
    """What to say to a rating after a session."""

    FINE = "fine"
    WORSE = "worse"
    SEE_SOMEONE = "see-someone"


class Trend(StrEnum):
    """Pain of late against the start."""

    UNKNOWN = "unknown"
    LESS = "less"
    SAME = "same"
    MORE = "more"


class Week(msgspec.Struct, frozen=True):
    """The average of a week that has at least two ratings."""

    monday: date
    average: float


def before(rating: int | None) -> Before:
    """Whether a rating asks for something kinder than a session."""
    return Before.HIGH if rating is not None and rating >= HIGH_BEFORE else Before.FINE


def after(was: int | None, now: int | None) -> After:
    """What the ratings around a session say; a missing one is never taken for 0."""
    if now is None:
        return After.FINE
    rise = 0 if was is None else now - was
    if now >= HIGH_AFTER or rise >= MUCH_WORSE_BY:
        return After.SEE_SOMEONE
    return After.WORSE if rise >= WORSE_BY else After.FINE


def is_worse(ratings: Iterable[RatingRecord]) -> bool:
    """Whether back or leg pain rose by 2 or more in a session, by its ratings."""
    values: dict[tuple[RatingKind, Moment], int] = {
        (rating.kind, rating.moment): rating.value
        for rating in ratings
        if isinstance(rating.value, int)
    }
    for kind in (RatingKind.BACK, RatingKind.LEG):
        was, now = values.get((kind, Moment.BEFORE)), values.get((kind, Moment.AFTER))
        if was is not None and now is not None and now - was >= WORSE_BY:
            return True
    return False


def weeks(ratings: Iterable[RatingRecord]) -> tuple[Week, ...]:
    """Weekly averages of back pain, in order. After-session answers would count a session twice."""
    by_week: defaultdict[date, list[int]] = defaultdict(list)
    for rating in ratings:
        counted = rating.kind is RatingKind.BACK and rating.moment is not Moment.AFTER
        if counted and isinstance(rating.value, int):
            day = rating.local_day
            by_week[day - timedelta(day.weekday())].append(rating.value)
    return tuple(
        Week(monday, sum(values) / len(values))
        for monday, values in sorted(by_week.items())
        if len(values) >= LEAST_A_WEEK
    )


def trend(averages: tuple[Week, ...]) -> Trend:
    """The last week against the first; unknown before four weeks lie between them."""
    if not averages or averages[-1].monday - averages[0].monday < timedelta(weeks=_WEEKS):
        return Trend.UNKNOWN
    start, now = averages[0].average, averages[-1].average
    if now - start >= WORSE_BY:
        return Trend.MORE
    fall = start - now
    return Trend.LESS if fall and (fall >= WORSE_BY or fall >= _SHARE * start) else Trend.SAME
