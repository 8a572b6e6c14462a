from datetime import date

import pytest

from supple.core.plan.dose import PlanDose, dose_of, left_first, stage_of
from tests.core.shipped import plan


@pytest.mark.parametrize(
    ("week", "stage", "dose"),
    [
        (0, "start", PlanDose(0, 15, 0)),
        (1, "start", PlanDose(1, 15, 0)),
        (2, "start", PlanDose(2, 15, 0)),
        (3, "build", PlanDose(3, 20, 1)),
        (4, "build", PlanDose(4, 20, 1)),
        (5, "steady", PlanDose(5, 30, 2)),
        (400, "steady", PlanDose(400, 30, 2)),
    ],
)
def test_the_dose_grows_by_stages_and_then_stays(week: int, stage: str, dose: PlanDose) -> None:
    assert stage_of(plan(), week).id == stage
    assert dose_of(plan(), week) == dose


def test_the_left_side_starts_on_odd_days_of_the_month() -> None:
    assert left_first(date(2026, 5, 13))
    assert not left_first(date(2026, 5, 14))
    assert left_first(date(2026, 5, 31))
    assert left_first(date(2026, 6, 1))
