from datetime import date, timedelta

import pytest

from supple.core.history.records import Moment, RatingKind, RatingRecord
from supple.core.plan import pain
from tests.core.plan.people import START, moment


def rated(
    value: int | str,
    when: Moment = Moment.BEFORE,
    kind: RatingKind = RatingKind.BACK,
    day: date = START,
) -> RatingRecord:
    return RatingRecord(
        id="1", given=moment(day), local_day=day, moment=when, kind=kind, value=value
    )


def week(number: int, *values: int) -> list[RatingRecord]:
    first = START + timedelta(weeks=number)
    return [rated(value, day=first + timedelta(n)) for n, value in enumerate(values)]


@pytest.mark.parametrize(("rating", "answer"), [(None, "fine"), (6, "fine"), (7, "high")])
def test_before_a_session(rating: int | None, answer: str) -> None:
    assert pain.before(rating) == answer


@pytest.mark.parametrize(
    ("was", "now", "answer"),
    [
        (3, None, "fine"),
        (None, 7, "fine"),
        (None, 8, "see-someone"),
        (3, 4, "fine"),
        (3, 5, "worse"),
        (3, 7, "see-someone"),
        (8, 8, "see-someone"),
        (6, 2, "fine"),
    ],
)
def test_after_a_session(was: int | None, now: int | None, answer: str) -> None:
    assert pain.after(was, now) == answer


def test_a_session_made_it_worse_from_two_points_in_back_or_leg() -> None:
    assert pain.is_worse([rated(3), rated(5, Moment.AFTER)])
    assert not pain.is_worse([rated(3), rated(4, Moment.AFTER)])
    leg = [rated(0, kind=RatingKind.LEG), rated(2, Moment.AFTER, RatingKind.LEG)]
    assert pain.is_worse([rated(3), rated(3, Moment.AFTER), *leg])
    assert not pain.is_worse([rated(5, Moment.AFTER)])
    assert not pain.is_worse([rated("right", Moment.AFTER, RatingKind.FEEL)])


def test_weeks_need_two_ratings_and_leave_out_those_after_sessions() -> None:
    ratings = [*week(0, 4, 6), *week(1, 3), rated(9, Moment.AFTER, day=START)]
    ratings.append(rated("better", kind=RatingKind.BREAK))
    assert pain.weeks(ratings) == (pain.Week(START, 5.0),)


@pytest.mark.parametrize(
    ("first", "last", "weeks", "answer"),
    [
        ((6, 6), (4, 4), 4, "less"),
        ((2, 2), (1, 1), 4, "less"),
        ((5, 5), (4, 4), 4, "same"),
        ((0, 0), (0, 0), 4, "same"),
        ((3, 3), (5, 5), 4, "more"),
        ((6, 6), (1, 1), 3, "unknown"),
    ],
)
def test_the_trend_needs_four_weeks_and_a_change_that_matters(
    first: tuple[int, ...], last: tuple[int, ...], weeks: int, answer: str
) -> None:
    averages = pain.weeks([*week(0, *first), *week(weeks, *last)])
    assert pain.trend(averages) == answer


def test_without_ratings_nothing_is_known() -> None:
    assert pain.trend(()) is pain.Trend.UNKNOWN
