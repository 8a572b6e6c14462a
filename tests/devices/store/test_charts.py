"""What the charts read, from a real database."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import msgspec
import pytest

from supple.core.breaks.records import BreakRecord
from supple.core.breaks.state import Cause
from supple.core.breaks.state import Outcome as BreakOutcome
from supple.core.history.records import Moment, RatingKind, Source
from supple.core.history.series import HoldWeek, PainPair
from supple.core.history.totals import Bucket, DayTotal
from supple.core.session.events import Outcome
from supple.devices.store import charts
from supple.devices.store.breaks import save_break
from supple.devices.store.day_totals import day_totals, first_day
from supple.devices.store.store import DiskStore
from tests.devices.store.samples import START, TODAY, keep, open_store, rate, rating, session, step

BEFORE = date(2026, 5, 1)
EVER = date.min, date.max
DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiskStore]:
    made = open_store(tmp_path)
    yield made
    made.close()


def test_days_tell_desk_and_mat_apart_and_leave_rehearsals_out(store: DiskStore) -> None:
    keep(store, session(1, BEFORE, active_s=600.0), step(1))
    keep(store, session(2, BEFORE, active_s=120.0, routine="desk-break-2"), step(1, 2))
    keep(store, session(3, BEFORE, active_s=60.0, source=Source.BREAK), step(1, 3))
    keep(store, session(4, BEFORE, active_s=900.0, speed=20.0), step(1, 4))
    found = store.read(lambda c: day_totals(c, BEFORE, TODAY, {"desk-break-2"}))
    assert found == [DayTotal(BEFORE, 3, 180.0, 600.0)]


def test_only_days_of_the_period_are_read(store: DiskStore) -> None:
    for number in range(3):
        day = BEFORE + timedelta(days=number)
        keep(store, session(number, day, active_s=60.0), step(1, number))
    found = store.read(
        lambda c: day_totals(c, BEFORE + timedelta(days=1), BEFORE + timedelta(days=1), ())
    )
    assert [each.day for each in found] == [BEFORE + timedelta(days=1)]
    assert store.read(first_day) == BEFORE


def test_an_empty_history_has_no_first_day(store: DiskStore) -> None:
    assert store.read(first_day) is None


def test_pain_is_paired_by_session_and_never_made_up(store: DiskStore) -> None:
    keep(store, session(1), step(1))
    keep(store, session(2), step(1, 2))
    rate(
        store,
        rating(1, moment=Moment.BEFORE, value=4, session_id="session-1"),
        rating(2, moment=Moment.AFTER, value=2, session_id="session-1"),
        rating(3, moment=Moment.AFTER, value=0, session_id="session-2"),
        rating(4, moment=Moment.DAY, value=9, session_id=None),
        rating(5, moment=Moment.BEFORE, value=8, session_id="gone"),
        rating(6, moment=Moment.AFTER, value="right", session_id="session-2", kind=RatingKind.FEEL),
    )
    found = store.read(lambda c: charts.pain_pairs(c, *EVER))
    assert sorted(found, key=lambda pair: pair.after or 0) == [
        PainPair(TODAY, None, 0),
        PainPair(TODAY, 4, 2),
    ]


def test_a_week_of_pain_needs_two_ratings_and_takes_none_from_after(store: DiskStore) -> None:
    values = {0: 4, 1: 5, 9: 1}
    ratings = [
        rating(
            10 + days,
            moment=Moment.DAY,
            value=value,
            session_id=None,
            local_day=BEFORE + days * DAY,
        )
        for days, value in values.items()
    ]
    rate(
        store, *ratings, rating(50, moment=Moment.AFTER, value=10, session_id="x", local_day=BEFORE)
    )
    (week,) = store.read(lambda c: charts.pain_weeks(c, *EVER))
    assert (week.monday, week.average) == (date(2026, 4, 27), 4.5)


def test_holds_are_averaged_by_week_from_finished_ones(store: DiskStore) -> None:
    first = session(1, date(2026, 5, 3), week=2)
    keep(store, first, step(1), msgspec.structs.replace(step(2), actual_s=40.0))
    keep(store, session(2, date(2026, 5, 4), week=3), step(1, 2))
    skipped = msgspec.structs.replace(step(2, 2), outcome=Outcome.SKIPPED, actual_s=1.0)
    keep(store, session(2, date(2026, 5, 4), week=3), skipped)
    length = step(1).actual_s
    assert store.read(lambda c: charts.hold_weeks(c, *EVER)) == [
        HoldWeek(date(2026, 4, 27), 2, (length + 40) / 2, 2),
        HoldWeek(date(2026, 5, 4), 1, length, 3),
    ]


def test_the_short_holds_of_desk_breaks_do_not_pull_the_plan_down(store: DiskStore) -> None:
    week, alone = date(2026, 5, 4), date(2026, 4, 27)
    only_breaks = alone, alone
    short = msgspec.structs.replace(step(1), actual_s=5.0)
    keep(store, session(1, week, week=2, counts_for_plan=True), step(1))
    for number, day in ((2, week), (3, alone)):
        other = msgspec.structs.replace(short, id=f"short-{number}", session_id=f"session-{number}")
        keep(store, session(number, day, counts_for_plan=False), other)
    assert store.read(lambda c: charts.hold_weeks(c, *EVER)) == [
        HoldWeek(week, 1, step(1).actual_s, 2)
    ]
    assert store.read(lambda c: charts.hold_weeks(c, *only_breaks)) == [HoldWeek(alone, 1, 5.0)]


@pytest.mark.parametrize(
    ("bucket", "start"),
    [
        (None, date(2026, 5, 13)),
        (Bucket.WEEK, date(2026, 5, 11)),
        (Bucket.MONTH, date(2026, 5, 1)),
        (Bucket.QUARTER, date(2026, 4, 1)),
    ],
)
def test_sittings_are_told_by_day_week_month_and_quarter(
    store: DiskStore, bucket: Bucket | None, start: date
) -> None:
    rests = [BreakOutcome.TAKEN, BreakOutcome.NATURAL]
    outcomes = [*rests, BreakOutcome.SKIPPED, BreakOutcome.POSTPONED]
    for number, outcome in enumerate(outcomes):
        record = BreakRecord(
            id=f"break-{number}",
            due=START,
            local_day=TODAY,
            outcome=outcome,
            reason=Cause.ASKED,
            sitting_s=3000.0 + 600 * number,
        )
        store.write(partial(save_break, record=record)).result()
    (found,) = store.read(lambda c: charts.sitting_points(c, *EVER, bucket))
    assert (found.start, found.count, found.mean_s, found.longest_s) == (start, 2, 3300, 3600)
    assert store.read(lambda c: charts.break_outcomes(c, *EVER)) == dict.fromkeys(outcomes, 1)


def test_every_day_lies_in_the_bucket_that_the_core_says(store: DiskStore) -> None:
    for number in range(0, 420, 7):
        day = date(2025, 1, 1) + number * DAY
        record = BreakRecord(
            id=f"break-{number}",
            due=START,
            local_day=day,
            outcome=BreakOutcome.TAKEN,
            reason=Cause.ASKED,
            sitting_s=3000.0,
        )
        store.write(partial(save_break, record=record)).result()
    days = [date(2025, 1, 1) + number * DAY for number in range(0, 420, 7)]
    for bucket in Bucket:
        since, until = EVER
        read = partial(charts.sitting_points, since=since, until=until, bucket=bucket)
        found = store.read(read)
        assert [each.start for each in found] == sorted({bucket.start(day) for day in days})
