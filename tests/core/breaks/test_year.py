from zoneinfo import ZoneInfo

import pytest

from supple.core.breaks.state import Outcome
from tests.core.breaks.year import Year

DAYS = 366
BERLIN = ZoneInfo("Europe/Berlin")
SOME_DAYS = 60


@pytest.mark.parametrize(
    "days", [SOME_DAYS, pytest.param(DAYS, marks=pytest.mark.long)], ids="{} days".format
)
def test_no_minute_has_a_wrong_break_and_none_is_missing(days: int) -> None:
    year = Year(BERLIN, 1, every_minute=True)
    year.live(days)
    assert year.faults == []
    assert year.asked > 1.4 * days
    assert year.signs > days / 4
    assert set(year.outcomes) == set(Outcome)


def test_a_year_of_few_looks_is_just_as_right() -> None:
    year = Year(ZoneInfo("America/New_York"), 2, every_minute=False)
    year.live(DAYS)
    assert year.faults == []
    assert year.asked > 500
    assert year.looks < year.awake_min / 3
