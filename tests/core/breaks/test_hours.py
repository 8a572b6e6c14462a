from datetime import UTC, datetime, timedelta, timezone

import pytest

from supple.core.breaks.hours import (
    is_working_time,
    next_opening,
    spans_on,
    tomorrow,
)
from supple.core.breaks.options import OFFICE_WEEK, Span

MONDAY = datetime(2026, 5, 11, tzinfo=timezone(timedelta(hours=2)))
NIGHTS = ((Span(22 * 60, 6 * 60),),) * 5 + ((),) * 2
LUNCH = ((Span(13 * 60, 17 * 60), Span(8 * 60, 12 * 60)),) + ((),) * 6


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("wall", "open_"),
    [(at(0, 8, 59), 0), (at(0, 9), 1), (at(4, 17, 29), 1), (at(4, 17, 30), 0), (at(5, 12), 0)],
)
def test_office_hours_begin_and_end_to_the_minute(wall: datetime, open_: int) -> None:
    assert is_working_time(wall, OFFICE_WEEK) == bool(open_)


def test_hours_are_those_of_the_wall_not_of_the_world() -> None:
    assert is_working_time(at(0, 9), OFFICE_WEEK)
    assert not is_working_time(at(0, 9).astimezone(UTC), OFFICE_WEEK)


def test_a_night_shift_belongs_to_the_day_it_began() -> None:
    assert is_working_time(at(0, 23), NIGHTS)
    assert is_working_time(at(1, 5, 59), NIGHTS)
    assert is_working_time(at(5, 5), NIGHTS)  # Friday's night
    assert not is_working_time(at(0, 5), NIGHTS)  # Sunday has none


def test_a_span_may_go_on_all_day() -> None:
    always = ((Span(0, 0),),) * 7
    assert is_working_time(at(3, 0), always)
    assert is_working_time(at(3, 23, 59), always)


def test_the_next_opening_is_found_over_a_weekend_and_after_lunch() -> None:
    assert next_opening(at(4, 17, 30), OFFICE_WEEK) == at(7, 9)
    assert next_opening(at(0, 12, 30), LUNCH) == at(0, 13)
    assert next_opening(at(0, 7), LUNCH) == at(0, 8)
    assert next_opening(at(0, 17), LUNCH) == at(7, 8)
    assert next_opening(at(0, 9), ((),) * 7) is None


def test_the_spans_of_a_day_come_in_order_with_the_night_before() -> None:
    assert spans_on(at(0, 11), LUNCH) == ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
    assert spans_on(at(1, 5), NIGHTS) == ((0, 6 * 60), (22 * 60, 24 * 60))
    assert spans_on(at(0, 11), NIGHTS) == ((22 * 60, 24 * 60),)
    assert spans_on(at(6, 12), LUNCH) == ()


def test_tomorrow_begins_at_midnight() -> None:
    assert tomorrow(at(0, 23, 59)) == at(1, 0)
