from datetime import UTC, date, datetime, time, timedelta

import pytest

from supple.core.plan.reminding import next_reminder

MONDAY = date(2026, 5, 4)
SIX = time(18)


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 5, 4, hour, tzinfo=UTC) + timedelta(day)


@pytest.mark.parametrize(
    ("now", "told", "expected"),
    [
        (at(0, 9), None, at(0, 18)),
        (at(0, 20), None, at(0, 20)),
        (at(0, 20), MONDAY, at(3, 18)),
        (at(1, 9), MONDAY, at(3, 18)),
        (at(4, 9), None, None),
    ],
)
def test_once_on_its_day_from_the_hour_on(
    now: datetime, told: date | None, expected: datetime | None
) -> None:
    days = (MONDAY + timedelta(3), MONDAY)
    assert next_reminder(days, SIX, now, told) == expected
