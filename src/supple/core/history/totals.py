"""Totals for looking back: days, weeks, months, and the period they belong to.

All counting goes by the user's own calendar day; weeks begin on Mondays.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

import msgspec

_WEEK = timedelta(days=7)
RHYTHM_WEEKS = 8
_YEARS_IN_MONTHS = 3


class Span(StrEnum):
    """How far to look back."""

    WEEKS_4 = "4-weeks"
    MONTHS_3 = "3-months"
    MONTHS_6 = "6-months"
    YEAR = "year"
    ALL = "all"


_WEEKS = {Span.WEEKS_4: 4, Span.MONTHS_3: 13, Span.MONTHS_6: 26, Span.YEAR: 52}


class Bucket(StrEnum):
    """What days are put together by."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"

    def start(self, day: date) -> date:
        """The first day of the bucket that `day` is in."""
        if self is Bucket.WEEK:
            return day - timedelta(days=day.weekday())
        months = (day.month - 1) % 3 if self is Bucket.QUARTER else 0
        return day.replace(month=day.month - months, day=1)

    def after(self, start: date) -> date:
        """The first day of the next bucket."""
        if self is Bucket.WEEK:
            return start + _WEEK
        days = 31 if self is Bucket.MONTH else 93
        return (start + timedelta(days=days)).replace(day=1)


class Period(msgspec.Struct, frozen=True):
    """Days to look at, both included, and what they are put together by."""

    span: Span
    since: date
    until: date
    bucket: Bucket = Bucket.WEEK

    def starts(self) -> tuple[date, ...]:
        """The first days of all buckets, in order."""
        found, start = [], self.bucket.start(self.since)
        while start <= self.until:
            found.append(start)
            start = self.bucket.after(start)
        return tuple(found)

    def has(self, day: date) -> bool:
        """Whether the day belongs to it."""
        return self.since <= day <= self.until


class DayTotal(msgspec.Struct, frozen=True):
    """What was done on a day: `sessions` of any kind, seconds at the desk and on the mat."""

    day: date
    sessions: int = 0
    desk_s: float = 0.0
    mat_s: float = 0.0

    @property
    def active_s(self) -> float:
        """Both together."""
        return self.desk_s + self.mat_s


class BucketTotal(msgspec.Struct, frozen=True):
    """A week or a month from `start` on. `days` with a stretch; `goes_on`: it is not over yet."""

    start: date
    sessions: int = 0
    days: int = 0
    desk_s: float = 0.0
    mat_s: float = 0.0
    goes_on: bool = False

    @property
    def active_s(self) -> float:
        """Both together."""
        return self.desk_s + self.mat_s


def period_of(span: Span, today: date, first: date | None = None) -> Period:
    """The days of a span that ends today; whole weeks from a Monday on.

    All of it begins on the 1st of January of the year of the `first` session, in months, or in
    quarters where those would be too many to tell apart.
    """
    if span is Span.ALL:
        start = min(first or today, today).replace(month=1, day=1)
        many = today.year - start.year >= _YEARS_IN_MONTHS
        return Period(span, start, today, Bucket.QUARTER if many else Bucket.MONTH)
    monday = Bucket.WEEK.start(today)
    return Period(span, monday - _WEEK * (_WEEKS[span] - 1), today)


def by_bucket(days: Iterable[DayTotal], period: Period) -> tuple[BucketTotal, ...]:
    """The weeks or months of a period, empty ones included."""
    found: dict[date, BucketTotal] = {}
    for start in period.starts():
        goes_on = period.bucket.after(start) > period.until
        found[start] = BucketTotal(start, goes_on=goes_on)
    for day in days:
        start = period.bucket.start(day.day)
        total = found.get(start)
        if total is not None:
            found[start] = msgspec.structs.replace(
                total,
                sessions=total.sessions + day.sessions,
                days=total.days + 1,
                desk_s=total.desk_s + day.desk_s,
                mat_s=total.mat_s + day.mat_s,
            )
    return tuple(found.values())


def recent_weeks(days: Iterable[DayTotal], today: date) -> int:
    """In how many of the last eight weeks, this one included, there was a stretch of any kind."""
    this = Bucket.WEEK.start(today)
    oldest = this - _WEEK * (RHYTHM_WEEKS - 1)
    return len({Bucket.WEEK.start(each.day) for each in days if oldest <= each.day <= today})
