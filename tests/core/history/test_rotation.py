from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from supple.core.history.rotation import DAYS, WEEKS, superfluous

TODAY = date(2026, 5, 13)


def days_back(*numbers: int) -> set[date]:
    return {TODAY - timedelta(days=number) for number in numbers}


def test_a_week_of_copies_is_kept_whole() -> None:
    assert superfluous(days_back(*range(7))) == set()


def test_older_ones_are_thinned_to_one_a_week() -> None:
    kept = set(days_back(*range(90))) - superfluous(days_back(*range(90)))
    assert len(kept) == DAYS + WEEKS
    assert days_back(*range(7)) <= kept
    # 13 May 2026 is a Wednesday: the newest of a week that ends before the seven days.
    assert kept - days_back(*range(7)) == days_back(7, 10, 17, 24)


def test_days_of_rest_do_not_cost_copies() -> None:
    seldom = days_back(*range(0, 330, 30))
    assert superfluous(seldom) == set()


def test_a_copy_made_with_a_wrong_clock_takes_no_other_one_away() -> None:
    known = days_back(*range(7)) | {date(1970, 1, 1), date(2099, 1, 1)}
    assert len(known - superfluous(known)) == len(known)


@given(st.sets(st.dates(), max_size=60))
def test_sweeping_daily_never_leaves_fewer_than_there_could_be(days: set[date]) -> None:
    kept = days - superfluous(days)
    assert len(kept) >= min(len(days), DAYS)
    assert len(kept) <= DAYS + WEEKS
    assert superfluous(kept) == set()
    assert max(days, default=TODAY) in kept | {TODAY}
