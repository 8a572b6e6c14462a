"""The series behind the charts: what is paired, what is averaged, what is compared."""

from datetime import UTC, date, datetime, timedelta

import pytest

from supple.core.history.reach import norm_cm, reach_series
from supple.core.history.series import (
    MOST_PAIRS,
    HoldWeek,
    PainPair,
    hold_points,
    pain_series,
    side_pairs,
)
from supple.core.history.totals import Period, Span, period_of
from supple.core.plan.records import Profile, TestRecord
from supple.core.plan.self_tests import Protocol, Range, Target
from supple.core.session.steps import Side

TODAY = date(2026, 5, 13)
PERIOD = period_of(Span.MONTHS_6, TODAY)
FLOOR = Protocol(
    id="test-sit-and-reach",
    tries=3,
    better="larger",
    least=-40,
    most=40,
    minimal_change_cm=4.0,
    minimal_change_source="source",
    zero="zero",
    aside="aside",
    reading=(),
    target=Target("source", (25, 45), (16.5, 12.5), (11.5, 6.5), 18, 10, "at", "near", "far"),
)
TOE = Protocol(
    id="test-standing-toe-touch",
    tries=3,
    better="smaller",
    least=0,
    most=80,
    minimal_change_cm=4.5,
    minimal_change_source="source",
    zero="zero",
    aside="aside",
    reading=(),
)
CHAIR = Protocol(
    id="test-chair-sit-and-reach",
    tries=2,
    better="larger",
    least=-50,
    most=30,
    minimal_change_cm=4.0,
    minimal_change_source="source",
    zero="zero",
    aside="aside",
    reading=(),
    range=Range("source", (60,), (64,), (-1.3,), (12.7,), (-6.4,), (10.2,), "in", "up", "low"),
)


def reach(protocol: Protocol, day: date, value_cm: float, side: Side = Side.BOTH) -> TestRecord:
    return TestRecord(
        id=f"{protocol.id}-{day}-{side}",
        measured=datetime.combine(day, datetime.min.time(), UTC),
        local_day=day,
        test=protocol.id,
        side=side,
        value_cm=value_cm,
        better=protocol.better,
    )


def test_few_pairs_stay_sessions_and_nothing_is_made_up() -> None:
    pairs = [
        PainPair(date(2026, 5, 1), 4, 3),
        PainPair(date(2026, 5, 2), 3),
        PainPair(date(2026, 5, 3), None, 0),
        PainPair(date(2026, 5, 4), 0, 2),
    ]
    series = pain_series(pairs, PERIOD)
    assert not series.averaged
    assert [(point.before, point.after) for point in series.points] == [
        (4, 3),
        (3, None),
        (None, 0),
        (0, 2),
    ]
    assert (series.whole, series.lower, series.higher, series.single) == (2, 1, 1, 2)


def test_averages_are_of_sessions_in_which_both_were_told() -> None:
    monday = date(2026, 5, 4)
    whole = [PainPair(monday, 4, 2)] * MOST_PAIRS
    series = pain_series([*whole, PainPair(monday, 10), PainPair(monday, None, 0)], PERIOD)
    assert series.averaged
    (point,) = series.points
    assert (point.start, point.before, point.after, point.count) == (monday, 4, 2, MOST_PAIRS)
    assert series.single == 2


def test_averages_of_weeks_come_in_order() -> None:
    days = [date(2026, 5, 11) - timedelta(days=n) for n in range(MOST_PAIRS + 4)]
    series = pain_series([PainPair(day, 3, 3) for day in days], PERIOD)
    starts = [point.start for point in series.points]
    assert starts == sorted(set(starts))
    assert series.lower == series.higher == 0


def test_no_pairs_are_no_points() -> None:
    assert pain_series([], PERIOD).points == ()


def test_each_test_and_side_is_a_series_of_its_own() -> None:
    day = date(2026, 4, 1)
    tests = [
        reach(CHAIR, day, -2, Side.RIGHT),
        reach(CHAIR, day, 1, Side.LEFT),
        reach(FLOOR, day + timedelta(days=20), -5),
        reach(FLOOR, day, -9),
        reach(FLOOR, PERIOD.since - timedelta(days=1), -30),
    ]
    series = reach_series(tests, (FLOOR, TOE, CHAIR), Profile(), PERIOD)
    assert [(each.test, each.side) for each in series] == [
        (FLOOR.id, Side.BOTH),
        (CHAIR.id, Side.LEFT),
        (CHAIR.id, Side.RIGHT),
    ]
    assert [point.value_cm for point in series[0].points] == [-9, -5]
    assert series[0].gain_cm == 4


def test_where_smaller_is_better_a_smaller_gap_is_a_gain() -> None:
    day = date(2026, 4, 1)
    tests = [reach(TOE, day, 12), reach(TOE, day + timedelta(days=30), 5)]
    (series,) = reach_series(tests, (TOE,), Profile(), PERIOD)
    assert series.turned
    assert series.gain_cm == 7


@pytest.mark.parametrize(
    ("protocol", "profile", "found"),
    [
        (FLOOR, Profile(birth_year=2000, sex="woman"), (16.5,)),
        (FLOOR, Profile(birth_year=2000), ()),
        (FLOOR, Profile(sex="man"), ()),
        (FLOOR, Profile(birth_year=2010, sex="man"), ()),
        (TOE, Profile(birth_year=1980, sex="man"), ()),
        (CHAIR, Profile(birth_year=1964, sex="man"), (-6.4, 10.2)),
        (CHAIR, Profile(birth_year=1990, sex="man"), ()),
    ],
)
def test_published_values_are_shown_only_where_there_are_some(
    protocol: Protocol, profile: Profile, found: tuple[float, ...]
) -> None:
    assert norm_cm(protocol, profile, TODAY) == found


def test_norms_can_be_left_out() -> None:
    profile = Profile(birth_year=2000, sex="woman")
    tests = [reach(FLOOR, TODAY, 1)]
    assert reach_series(tests, (FLOOR,), profile, PERIOD)[0].norm_cm == (16.5,)
    hidden = reach_series(tests, (FLOOR,), profile, PERIOD, shows_norms=False)
    assert hidden[0].norm_cm == ()


def test_holds_stand_beside_the_dose_of_their_week() -> None:
    monday = date(2026, 5, 4)
    weeks = [HoldWeek(monday, 8, 19.5, 3), HoldWeek(monday, 4, 21, None), HoldWeek(monday, 0, 0, 1)]
    points = hold_points(weeks, lambda week: 10.0 * week)
    assert [(point.mean_s, point.dose_s) for point in points] == [(19.5, 30), (21, None)]


def test_sides_are_added_up_and_the_most_practised_comes_first() -> None:
    practised = [
        ("a", Side.LEFT, 30.0),
        ("a", Side.LEFT, 10.0),
        ("b", Side.RIGHT, 90.0),
        ("c", Side.BOTH, 900.0),
        ("d", Side.LEFT, 0.5),
    ]
    pairs = side_pairs(practised)
    assert [(pair.exercise, pair.left_s, pair.right_s) for pair in pairs] == [
        ("b", 0, 90),
        ("a", 40, 0),
    ]


def test_a_period_knows_its_days() -> None:
    period = Period(Span.WEEKS_4, date(2026, 5, 1), date(2026, 5, 3))
    assert period.has(date(2026, 5, 1))
    assert period.has(date(2026, 5, 3))
    assert not period.has(date(2026, 5, 4))
