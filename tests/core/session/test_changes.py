from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from supple.core.catalogue.exercise import Kit, Measure, Position, Tag
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.plan.dose import dose_of
from supple.core.plan.limits import Limits, limits_of
from supple.core.plan.reasons import Reason, Why
from supple.core.plan.screening import Condition, Standing
from supple.core.session.changes import Changed, Changes, changed, first_side
from supple.core.session.compile import Outline, outline
from supple.core.session.doses import Dosed, RestBetween, dosed
from supple.core.session.steps import Kind, Part, Side
from tests.core.plan.content import exercises, plan, routines

DAY = date(2026, 5, 13)
MAIN = slice(5, 12)  # of full-home


def after(changes: Changes, routine: str | Routine = "full-home", week: int = 5) -> Changed:
    chosen = routines()[routine] if isinstance(routine, str) else routine
    return changed(dosed(chosen, exercises(), dose_of(plan(), week)), changes, exercises())


def rows(found: Changed) -> list[Dosed]:
    return [row for row in found.rows if isinstance(row, Dosed)]


def of(found: Changed, exercise: str) -> Dosed:
    return next(row for row in rows(found) if row.exercise.id == exercise)


def own(*steps: RoutineStep | RestRow) -> Routine:
    return Routine(id="own", name="Own", steps=steps)


def hold(exercise: str, hold_s: int = 30, sets: int = 2) -> RoutineStep:
    return RoutineStep(part=Part.MAIN, exercise=exercise, sets=sets, get_ready_s=10, hold_s=hold_s)


def whys(row: Dosed) -> list[Why]:
    return [reason.why for reason in row.reasons]


@pytest.mark.parametrize("name", sorted(routines()))
def test_knowing_nothing_changes_nothing(name: str) -> None:
    plain = dosed(routines()[name], exercises(), dose_of(plan(), 3))
    found = after(Changes(), name, week=3)
    assert found.rows == plain
    assert (found.changes, found.is_enough) == ((), True)


def test_what_the_plan_gave_says_so() -> None:
    row = of(after(Changes(), week=3), "chair-forward-fold")
    assert row.reasons == (Reason(Why.PLAN, now=20),)


def test_seconds_set_by_hand_take_the_place_of_the_plans() -> None:
    found = after(Changes(hold_s=25))
    assert {row.hold_s for row in rows(found)[MAIN] if row.reps is None} == {25.0}
    assert of(found, "leg-raise-slow").hold_s == 0
    assert of(found, "chair-forward-fold").reasons[-1] == Reason(Why.ADJUSTED, was=30, now=25)
    fixed = after(Changes(hold_s=25), "deeper-stretch")
    assert not any(Why.ADJUSTED in whys(row) for row in rows(fixed))


def test_three_times_adds_a_set_where_there_are_two() -> None:
    found = after(Changes(more_sets=True))
    assert of(found, "chair-forward-fold").sets == 3
    assert of(found, "supported-standing-stretch").sets == 1
    assert of(found, "wall-corner-stretch").sets == 3


def test_a_lighter_week_takes_a_set_where_there_are_two() -> None:
    found = after(Changes(lighter=True))
    assert of(found, "wall-corner-stretch").sets == 2
    assert of(found, "chair-forward-fold").sets == 1
    assert of(found, "supported-standing-stretch").sets == 1
    assert of(found, "chair-forward-fold").reasons[-1].why is Why.LIGHTER


def test_twice_too_strong_takes_five_seconds_or_a_set() -> None:
    assert of(after(Changes(too_strong=True)), "chair-forward-fold").hold_s == 25
    shortest = of(after(Changes(too_strong=True), week=1), "chair-forward-fold")
    assert (shortest.hold_s, shortest.sets) == (15, 1)
    assert of(after(Changes(too_strong=True), week=1), "supported-standing-stretch").sets == 1


def test_warm_up_and_cool_down_stay_as_they_are() -> None:
    found = after(Changes(hold_s=15, more_sets=True, too_strong=True, lighter=True))
    plain = after(Changes())
    assert rows(found)[:5] == rows(plain)[:5]
    assert rows(found)[-2:] == rows(plain)[-2:]


def test_softer_takes_the_easier_version() -> None:
    found = after(Changes(softer=frozenset({"strap-supine-stretch"})))
    row = of(found, "strap-supine-stretch-bent")
    assert (row.sets, row.hold_s, row.reasons[-1]) == (2, 30.0, Reason(Why.SOFTER))


def test_softer_without_an_easier_version_is_the_shortest_form() -> None:
    softer = frozenset({"strap-supine-stretch-bent", "leg-raise-slow"})
    lone = own(hold("strap-supine-stretch-bent"))
    assert rows(after(Changes(softer=softer), lone))[0].hold_s == 15
    out = {"abdominal-brace-heel-slide": Reason(Why.SET_ASIDE)}
    slow = of(after(Changes(softer=softer, aside=out)), "leg-raise-slow")
    assert (slow.reps, slow.reasons[-1].why) == (4, Why.SOFTER)


def test_a_swapped_step_keeps_its_sets_and_gets_the_others_gaps() -> None:
    found = after(Changes(limits=Limits(avoid=frozenset({Tag.OSTEOPOROSIS}))), week=5)
    row = of(found, "half-forward-fold")
    timing = exercises()["half-forward-fold"].timing
    assert (row.sets, row.hold_s, row.rest_s) == (2, 30.0, timing.rest_s)
    assert row.get_ready_s == max(10, timing.get_ready_s)
    assert row.note == ""
    assert row.reasons[-1] == Reason(Why.SCREENING, tags=(Tag.OSTEOPOROSIS,))


def test_repetitions_are_clamped_and_another_kind_brings_its_own_dose() -> None:
    found = after(Changes(limits=Limits(avoid=frozenset({Tag.PREGNANCY}))), "supine-mat")
    sit = of(found, "posture-sit-tall")
    assert (sit.reps, sit.hold_s) == (exercises()["posture-sit-tall"].measure.max, 0.0)
    wall = of(found, "posture-wall-stand")
    assert (wall.hold_s, wall.reps) == (20.0, None)


def test_a_test_that_is_swapped_has_the_others_tries() -> None:
    found = after(Changes(limits=Limits(avoid=frozenset({Tag.FLOOR_ACCESS}))), "test-day")
    row = of(found, "test-chair-sit-and-reach")
    assert (row.sets, row.hold_s, row.rest_s) == (2, 15.0, 0.0)


def test_holds_are_capped_in_pregnancy_whatever_was_asked() -> None:
    limits = Limits(avoid=frozenset({Tag.PREGNANCY}))
    found = after(Changes(limits=limits, hold_s=30), own(hold("half-forward-fold", 60)))
    assert rows(found)[0].hold_s == 20
    assert rows(found)[0].reasons[-1] == Reason(Why.PREGNANCY, now=20)


def test_a_cleared_nerve_is_capped_at_15_seconds_with_its_caution() -> None:
    nerve = Condition.SCIATICA_SYMPTOMS
    where = Standing(conditions=frozenset({nerve}), cleared=frozenset({nerve}), answered=DAY)
    cautions = {Tag.SCIATICA_SYMPTOMS: "If the leg tingles or hurts, stop."}
    changes = Changes(limits=limits_of(where), cautions=cautions)
    row = of(after(changes, "first-session"), "chair-forward-fold-soft")
    assert (row.hold_s, row.caution) == (15, cautions[Tag.SCIATICA_SYMPTOMS])
    long = own(hold("strap-supine-stretch-bent", 60))
    assert rows(after(changes, long))[0].hold_s == 15


def test_cold_muscles_begin_with_15_seconds_once() -> None:
    holds = [row.hold_s for row in rows(after(Changes(cold=True)))[MAIN] if row.hold_s]
    assert holds[:2] == [15, 30]
    breathing = own(
        RoutineStep(part=Part.MAIN, exercise="breathing-rest", sets=1, get_ready_s=0, seconds=60)
    )
    assert rows(after(Changes(cold=True), breathing))[0].hold_s == 60


def test_only_what_is_known_can_swap_anything() -> None:
    assert not Changes(hold_s=20, lighter=True, tighter=Side.LEFT).may_swap
    assert Changes(missing=frozenset({Kit.MAT})).may_swap
    assert Changes(limits=Limits(gentle=True)).may_swap


def test_the_tighter_side_goes_first_and_gets_one_more_if_wanted() -> None:
    assert first_side(Changes(tighter=Side.RIGHT), DAY) is Side.RIGHT
    assert first_side(Changes(), DAY) is Side.LEFT
    assert first_side(Changes(), date(2026, 5, 14)) is Side.RIGHT
    changes = Changes(tighter=Side.RIGHT, extra_set=True)
    holds = [
        (step.side, step.set, step.sets)
        for step in shown(changes, "full-home").steps
        if step.exercise == "strap-supine-stretch" and step.kind is Kind.HOLD
    ]
    right, left = Side.RIGHT, Side.LEFT
    assert holds == [(right, 1, 3), (left, 1, 2), (right, 2, 3), (left, 2, 2), (right, 3, 3)]
    assert of(after(Changes(extra_set=True)), "strap-supine-stretch").extra is None


def shown(changes: Changes, routine: str) -> Outline:
    dose = dose_of(plan(), 5)
    return outline(routines()[routine], exercises(), dose=dose, day=DAY, changes=changes)


def test_a_step_without_a_substitute_is_dropped_with_the_rest_beside_it() -> None:
    step = RoutineStep(part=Part.MAIN, exercise="pelvic-tilt", sets=1, get_ready_s=5, reps=8)
    rest = RestRow(rest=10)
    changes = Changes(
        limits=Limits(avoid=frozenset({Tag.PREGNANCY})),
        aside={"posture-sit-tall": Reason(Why.SET_ASIDE), "breathing-rest": Reason(Why.SET_ASIDE)},
    )
    fold = hold("half-forward-fold", 20)
    found = after(changes, own(rest, fold, rest, step, rest, fold, rest, step, rest))
    kinds = [type(row) for row in found.rows]
    assert kinds == [Dosed, RestBetween, Dosed]
    assert [change.now for change in found.changes] == ["", ""]


def test_a_picture_of_the_users_goes_with_the_exercise_that_it_shows() -> None:
    strap = replace(hold("strap-supine-stretch"), picture="of a strap")
    [kept] = rows(after(Changes(), own(strap)))
    [swapped] = rows(after(Changes(missing=frozenset({Kit.STRAP})), own(strap)))
    assert kept.picture == "of a strap"
    assert swapped.exercise.id != "strap-supine-stretch"
    assert swapped.picture == ""


def test_without_a_strap_the_strap_stretch_is_swapped() -> None:
    found = after(Changes(missing=frozenset({Kit.STRAP})))
    assert of(found, "chair-single-leg-fold").reasons[-1] == Reason(Why.KIT, kit=(Kit.STRAP,))


def test_the_users_own_words_stay_beside_the_caution() -> None:
    step = RoutineStep(
        part=Part.MAIN,
        exercise="half-forward-fold",
        sets=1,
        get_ready_s=10,
        hold_s=20,
        say="Mind the cat.",
    )
    limits = Limits(avoid=frozenset({Tag.PREGNANCY}))
    found = after(Changes(limits=limits, cautions={Tag.PREGNANCY: "Wide feet."}), own(step))
    assert (rows(found)[0].caution, rows(found)[0].say) == ("Wide feet.", "Mind the cat.")


def test_whoever_must_not_lie_down_rests_where_the_swaps_leave_them() -> None:
    pregnant = Changes(limits=Limits(avoid=frozenset({Tag.PREGNANCY})))
    assert rows(after(Changes(), "supine-mat"))[-1].position is Position.LYING
    assert rows(after(pregnant, "supine-mat"))[-1].position is None


@settings(max_examples=40)
@given(
    name=st.sampled_from(sorted(routines())),
    tags=st.frozensets(st.sampled_from(Tag), max_size=4),
    softer=st.frozensets(st.sampled_from(sorted(exercises())), max_size=3),
    missing=st.frozensets(st.sampled_from(Kit), max_size=3),
    hold_s=st.none() | st.integers(15, 30),
    flags=st.tuples(*[st.booleans()] * 5),
)
def test_whatever_is_known_the_session_stays_within_every_bound(
    *,
    name: str,
    tags: frozenset[Tag],
    softer: frozenset[str],
    missing: frozenset[Kit],
    hold_s: int | None,
    flags: tuple[bool, ...],
) -> None:
    more, strong, light, cold, extra = flags
    changes = Changes(
        hold_s=hold_s,
        more_sets=more,
        too_strong=strong,
        lighter=light,
        softer=softer,
        limits=Limits(avoid=tags),
        missing=missing,
        cold=cold,
        tighter=Side.LEFT,
        extra_set=extra,
    )
    found = after(changes, name)
    for row in rows(found):
        assert changes.limits.out(row.exercise) is None
        assert 1 <= row.sets <= 5
        measure = row.exercise.measure
        if measure.kind is Measure.HOLD:
            assert min(measure.min, 15) <= row.hold_s <= max(measure.max, 30)
            assert Tag.PREGNANCY not in tags or row.hold_s <= 20
    assert shown(changes, name).planned_s == sum(s.seconds for s in shown(changes, name).steps)
