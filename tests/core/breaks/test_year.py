from zoneinfo import ZoneInfo

from supple.core.breaks.state import Outcome
from tests.core.breaks.year import Year

DAYS = 366


def test_a_year_of_minutes_has_no_wrong_break_and_lacks_none() -> None:
    year = Year(ZoneInfo("Europe/Berlin"), 1, every_minute=True)
    year.live(DAYS)
    assert year.faults == []
    assert year.asked > 500
    assert year.signs > 100
    assert set(year.outcomes) == set(Outcome)


def test_a_year_of_few_looks_is_just_as_right() -> None:
    year = Year(ZoneInfo("America/New_York"), 2, every_minute=False)
    year.live(DAYS)
    assert year.faults == []
    assert year.asked > 500
    assert year.looks < year.awake_min / 3
