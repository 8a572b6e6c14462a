from datetime import UTC, datetime, timedelta

import pytest

from supple.core.history.days import true_start

END = datetime(2026, 5, 13, 14, 18, tzinfo=UTC)


@pytest.mark.parametrize("before", [timedelta(minutes=10), timedelta(hours=20), timedelta(days=6)])
def test_the_start_stays_however_long_the_pauses(before: timedelta) -> None:
    assert true_start(END - before, END, 600.0) == END - before


def test_a_clock_that_is_put_back_by_seconds_changes_nothing() -> None:
    ahead = END + timedelta(seconds=30)
    assert true_start(ahead, END, 10.0) == ahead


@pytest.mark.parametrize("wrong", [datetime(1970, 1, 1, tzinfo=UTC), END + timedelta(days=400)])
def test_a_start_that_cannot_be_is_counted_back_from_the_end(wrong: datetime) -> None:
    assert true_start(wrong, END, 600.0) == END - timedelta(minutes=10)
