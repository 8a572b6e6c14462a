import pytest

from supple.core.catalogue.exercise import Measure, Sides
from supple.core.catalogue.routine import RestRow, RoutineStep
from supple.core.plan.dose import dose_of
from supple.core.session.doses import Dosed, RestBetween, dosed, settled
from tests.core.session.factory import exercise, routine, row
from tests.core.shipped import plan


def dose_one(
    step: RoutineStep, week: int = 3, plan_reps: tuple[int, int, int] | None = None
) -> Dosed:
    known = {
        "fold": exercise(),
        "lifts": exercise("lifts", kind=Measure.REPS, tempo_s=3, plan_reps=plan_reps),
        "walk": exercise("walk", kind=Measure.TIME),
        "reach": exercise("reach", kind=Measure.TEST, tempo_s=15, attempts=3),
        "leg": exercise("leg", sides=Sides.LEFT_RIGHT),
    }
    (only,) = settled(dosed(routine(step), known, dose_of(plan(), week)))
    assert isinstance(only, Dosed)
    return only


def by_plan(ident: str) -> RoutineStep:
    hold = ident == "fold"
    return RoutineStep(
        part=row().part,
        exercise=ident,
        sets=2,
        get_ready_s=10,
        hold_s="plan" if hold else None,
        reps=None if hold else "plan",
    )


@pytest.mark.parametrize(("week", "hold_s"), [(1, 15), (3, 20), (5, 30)])
def test_the_plan_gives_the_seconds_of_a_hold(week: int, hold_s: int) -> None:
    assert dose_one(by_plan("fold"), week).hold_s == hold_s


@pytest.mark.parametrize(("week", "reps"), [(1, 16), (3, 20), (5, 24)])
def test_the_plan_picks_the_number_of_repetitions(week: int, reps: int) -> None:
    assert dose_one(by_plan("lifts"), week, plan_reps=(16, 20, 24)).reps == reps


def test_without_numbers_of_the_plan_the_usual_repetitions_are_done() -> None:
    assert dose_one(by_plan("lifts")).reps == 20


def test_the_dose_of_the_plan_stays_in_the_range_of_the_exercise() -> None:
    narrow = plan().stage[0]
    assert narrow.hold_s == exercise().measure.min
    assert dose_one(by_plan("fold"), week=1).hold_s == exercise().measure.min


@pytest.mark.parametrize("hold_s", [5, 20, 60])
def test_a_number_in_the_routine_stays_what_it_is(hold_s: int) -> None:
    assert dose_one(row(hold_s=hold_s)).hold_s == hold_s


def test_a_timed_step_lasts_its_seconds_and_a_test_one_try() -> None:
    assert dose_one(row("walk", seconds=90)).hold_s == 90
    reach = dose_one(row("reach", test=True))
    assert (reach.hold_s, reach.sets, reach.rest_s) == (15, 3, 0)


def test_pauses_are_those_of_the_exercise_unless_the_user_sets_others() -> None:
    usual = dose_one(row("leg"))
    assert (usual.switch_s, usual.rest_s) == (5, 8)
    own = dose_one(row("leg", switch_s=12, rest_s=0))
    assert (own.switch_s, own.rest_s) == (12, 0)
    assert dose_one(row("reach", test=True, rest_s=30)).rest_s == 30


def test_a_rest_of_the_users_own_stands_between_the_exercises() -> None:
    rows = dosed(routine(row(), RestRow(rest=30), row()), {"fold": exercise()}, dose_of(plan(), 3))
    assert rows[1] == RestBetween(30.0)
    assert settled(rows)[1] == RestBetween(30.0)
