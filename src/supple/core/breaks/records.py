"""What is remembered of desk breaks: the record that the store keeps."""

from collections.abc import Iterable
from datetime import date

import msgspec

from supple.core.breaks.state import Cause, Outcome
from supple.core.history.records import Instant


class BreakRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A break that came due or was taken unasked; of one that was postponed, each postponement.

    `due` is when it came due, or the time away began; `local_day` the user's day then. `reason`
    says why the outcome is what it is. `sitting_s` is the unbroken sitting before it, `rest_s` how
    long it lasted. `session_id` and `routine` belong to one that was begun. `device` and `changed`
    are filled by the store.
    """

    id: str
    due: Instant
    local_day: date
    outcome: Outcome
    reason: Cause
    sitting_s: float
    rest_s: float = 0.0
    session_id: str | None = None
    routine: str | None = None
    device: str = ""
    changed: str = ""


class DayCount(msgspec.Struct, frozen=True):
    """A day in numbers. `longest_sitting_s` is the longest sitting without a rest that counted."""

    done: int = 0
    skipped: int = 0
    away: int = 0
    longest_sitting_s: float = 0.0


def count_day(records: Iterable[BreakRecord], sitting_s: float = 0.0) -> DayCount:
    """The numbers of one day's records; `sitting_s` is the sitting that still goes on."""
    outcomes: list[Outcome] = []
    longest_s = sitting_s
    for record in records:
        outcomes.append(record.outcome)
        longest_s = max(longest_s, record.sitting_s)
    return DayCount(
        done=outcomes.count(Outcome.TAKEN) + outcomes.count(Outcome.SHORTENED),
        skipped=outcomes.count(Outcome.SKIPPED),
        away=outcomes.count(Outcome.NATURAL),
        longest_sitting_s=longest_s,
    )
