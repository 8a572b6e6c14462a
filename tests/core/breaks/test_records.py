from datetime import UTC, datetime

from supple.core.breaks.records import BreakRecord, DayCount, count_day
from supple.core.breaks.state import Cause, Outcome


def record(outcome: Outcome, sitting_s: float) -> BreakRecord:
    due = datetime(2026, 5, 13, 14, 8, tzinfo=UTC)
    return BreakRecord(
        id="one",
        due=due,
        local_day=due.date(),
        outcome=outcome,
        reason=Cause.ASKED,
        sitting_s=sitting_s,
    )


def test_a_day_is_counted_with_its_longest_sitting() -> None:
    outcomes = (*Outcome, Outcome.TAKEN)
    records = [record(outcome, 100.0 * number) for number, outcome in enumerate(outcomes)]
    assert count_day(records) == DayCount(done=3, skipped=1, away=1, longest_sitting_s=500.0)


def test_the_sitting_that_still_goes_on_counts() -> None:
    assert count_day([], 900.0) == DayCount(longest_sitting_s=900.0)
