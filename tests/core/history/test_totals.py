"""Days, weeks and months of looking back."""

from datetime import date, timedelta

import pytest

from supple.core.history.totals import (
    Bucket,
    DayTotal,
    Period,
    Span,
    by_bucket,
    period_of,
    recent_weeks,
)

TODAY = date(2026, 5, 13)  # a Wednesday


@pytest.mark.parametrize(
    ("span", "weeks"),
    [(Span.WEEKS_4, 4), (Span.MONTHS_3, 13), (Span.MONTHS_6, 26), (Span.YEAR, 52)],
)
def test_a_span_is_whole_weeks_and_ends_today(span: Span, weeks: int) -> None:
    period = period_of(span, TODAY)
    assert period.since.weekday() == 0
    assert period.until == TODAY
    assert len(period.starts()) == weeks


def test_all_of_it_begins_with_the_year_of_the_first_session() -> None:
    period = period_of(Span.ALL, TODAY, date(2025, 3, 4))
    assert period.since == date(2025, 1, 1)
    assert period.bucket is Bucket.MONTH
    assert len(period.starts()) == 17


def test_many_years_are_told_in_quarters() -> None:
    period = period_of(Span.ALL, TODAY, date(2016, 5, 14))
    assert period.bucket is Bucket.QUARTER
    assert len(period.starts()) == 4 * 10 + 2


def test_all_of_nothing_is_this_year() -> None:
    assert period_of(Span.ALL, TODAY).since == date(2026, 1, 1)


def test_a_first_day_after_today_counts_as_today() -> None:
    assert period_of(Span.ALL, TODAY, TODAY + timedelta(days=400)).since == date(2026, 1, 1)


@pytest.mark.parametrize("bucket", Bucket)
def test_every_day_is_in_the_bucket_it_starts(bucket: Bucket) -> None:
    day = date(2023, 12, 20)
    while day < date(2025, 1, 10):
        start = bucket.start(day)
        assert start <= day < bucket.after(start)
        assert bucket.start(start) == start
        day += timedelta(days=1)


def test_weeks_without_a_stretch_are_there_too() -> None:
    period = Period(Span.WEEKS_4, date(2026, 4, 20), TODAY)
    days = [
        DayTotal(date(2026, 4, 20), 2, 60, 120),
        DayTotal(date(2026, 4, 26), 1, 0, 30),
        DayTotal(TODAY, 1, 90, 0),
        DayTotal(date(2026, 4, 19), 9, 999, 999),  # before the period
    ]
    weeks = by_bucket(days, period)
    assert [week.active_s for week in weeks] == [210, 0, 0, 90]
    assert [week.sessions for week in weeks] == [3, 0, 0, 1]
    assert [week.days for week in weeks] == [2, 0, 0, 1]
    assert [week.goes_on for week in weeks] == [False, False, False, True]


def test_a_week_goes_on_until_its_last_day_is_over() -> None:
    sunday = Period(Span.WEEKS_4, date(2026, 5, 4), date(2026, 5, 10))
    assert [week.goes_on for week in by_bucket([], sunday)] == [True]
    monday = Period(Span.WEEKS_4, date(2026, 5, 4), date(2026, 5, 11))
    assert [week.goes_on for week in by_bucket([], monday)] == [False, True]


def test_recent_weeks_count_each_week_once() -> None:
    days = [DayTotal(TODAY), DayTotal(TODAY - timedelta(days=1)), DayTotal(date(2026, 3, 23))]
    assert recent_weeks(days, TODAY) == 2


def test_the_ninth_week_back_is_not_recent() -> None:
    assert recent_weeks([DayTotal(date(2026, 3, 22))], TODAY) == 0


def test_a_day_of_the_future_is_not_recent() -> None:
    assert recent_weeks([DayTotal(TODAY + timedelta(days=1))], TODAY) == 0
