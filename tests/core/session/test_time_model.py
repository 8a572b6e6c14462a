"""How long a session takes: the shipped routines as worked out by hand, and the rules behind."""

import msgspec
import pytest

from supple.core.catalogue.exercise import Exercise, Measure, Sides
from supple.core.catalogue.routine import RoutineStep
from supple.core.session.compile import Options
from supple.core.session.steps import Kind
from tests.core.session.factory import EVEN, compiled, exercise, routine, row
from tests.core.shipped import ROOT, ROUTINE_IDS, routines, steps_of, table

TOTALS = msgspec.convert(
    table(ROOT / "tests" / "data" / "routine_totals.toml"), dict[str, dict[str, float]]
)
WEEKS = (1, 3, 5)


def test_the_totals_name_every_routine() -> None:
    assert TOTALS.keys() == set(ROUTINE_IDS)


@pytest.mark.parametrize("week", WEEKS)
@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_a_shipped_routine_takes_as_long_as_worked_out_by_hand(ident: str, week: int) -> None:
    total = TOTALS[ident][f"week{week}"]
    assert compiled(ident, week=week).planned_s == total
    assert compiled(ident, week=week, day=EVEN).planned_s == total


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_getting_from_posture_to_posture_adds_nothing_to_a_shipped_routine(ident: str) -> None:
    written = [step.get_ready_s for step in steps_of(routines()[ident]) if step.get_ready_s]
    steps = compiled(ident).steps
    assert [step.seconds for step in steps if step.kind is Kind.GET_READY] == written


@pytest.mark.parametrize("ident", ROUTINE_IDS)
def test_the_time_to_get_ready_is_never_taken_from_the_work(ident: str) -> None:
    roomy = Options(extra_ready_s=10, extra_rest_s=10)
    plain = [step.seconds for step in compiled(ident).steps if step.kind.is_work]
    assert [s.seconds for s in compiled(ident, options=roomy).steps if s.kind.is_work] == plain


RAISES = exercise("raises", kind=Measure.REPS, tempo_s=3, sides=Sides.LEFT_RIGHT)
FOLD, LEG = exercise(), exercise("leg", sides=Sides.LEFT_RIGHT)
LIFTS = exercise("lifts", kind=Measure.REPS, tempo_s=3)
STEPS = exercise("steps", kind=Measure.REPS, tempo_s=3, legs_take_turns=True, sides=Sides.NONE)
WALK = exercise("walk", kind=Measure.TIME, sides=Sides.NONE)
REACH = exercise("reach", kind=Measure.TEST, tempo_s=15, attempts=3)
REACH_LEG = exercise("reach-leg", kind=Measure.TEST, tempo_s=15, attempts=2, sides=Sides.LEFT_RIGHT)


@pytest.mark.parametrize(
    ("made", "step", "seconds"),
    [
        (FOLD, row(hold_s=20, sets=3), 10 + 3 * 20 + 2 * 8),
        (LEG, row("leg", hold_s=20, sets=2), 10 + 2 * 2 * 20 + 3 * 5),
        (LIFTS, row("lifts", reps=6, sets=2), 10 + 2 * 6 * 3 + 1 * 8),
        (RAISES, row("raises", reps=6, sets=2), 10 + 2 * 2 * 6 * 3 + 3 * 5),
        (STEPS, row("steps", reps=6, sets=2), 10 + 2 * 2 * 6 * 3 + 1 * 8),
        (WALK, row("walk", seconds=90), 10 + 90),
        (REACH, row("reach", test=True), 10 + 3 * 15),
        (REACH_LEG, row("reach-leg", test=True), 10 + 2 * 15 * 2 + 5),
    ],
    ids=["hold", "hold a side", "reps", "reps a side", "in turn", "time", "test", "test a side"],
)
def test_the_time_of_a_step_follows_its_measure(
    made: Exercise, step: RoutineStep, seconds: float
) -> None:
    assert compiled(routine(step), made).planned_s == seconds
