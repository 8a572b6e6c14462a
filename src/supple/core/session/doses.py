"""A routine's steps with the plan's dose in them, and at the very end the time between postures.

What lies between, the changes for one person and day, is told in `changes`.
"""

from collections.abc import Iterable, Mapping

import msgspec

from supple.core.catalogue.exercise import Exercise, Measure, Position
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.plan.dose import PlanDose
from supple.core.plan.reasons import Reason, Why
from supple.core.session.posture import change_s, end_position
from supple.core.session.steps import Part, Side


class Dosed(msgspec.Struct, frozen=True):
    """One exercise of a session, ready to be laid out in steps.

    `hold_s` is the length of a hold, a timed stretch or one try of a test; `reps` is set where
    repetitions are counted. `side` limits a left-right exercise to one side; `alternates` says
    whether the sides take turns, where that is not as usual; `extra` is the side that does one
    more. `planned`: the dose came from the plan. `position`: how it is done here. `say` are the
    user's own words, `caution` is what their answers ask for. `picture` is one of the user's own,
    as it stands in the routine.
    """

    exercise: Exercise
    part: Part
    sets: int
    get_ready_s: float
    switch_s: float
    rest_s: float
    hold_s: float = 0.0
    reps: int | None = None
    side: Side | None = None
    alternates: bool | None = None
    say: str = ""
    caution: str = ""
    note: str = ""
    picture: str = ""
    position: Position | None = None
    planned: bool = False
    extra: Side | None = None
    reasons: tuple[Reason, ...] = ()


class RestBetween(msgspec.Struct, frozen=True):
    """A rest of `seconds` that the user put between two exercises."""

    seconds: float


def dosed(
    routine: Routine, exercises: Mapping[str, Exercise], dose: PlanDose
) -> tuple[Dosed | RestBetween, ...]:
    """Every row of the routine with its numbers, as written and dosed by the plan."""
    return tuple(
        RestBetween(float(step.rest))
        if isinstance(step, RestRow)
        else _dosed_step(step, exercises[step.exercise], dose)
        for step in routine.steps
    )


def settled(rows: Iterable[Dosed | RestBetween]) -> tuple[Dosed | RestBetween, ...]:
    """The rows with every get-ready long enough for the change of posture before it."""
    settled_rows: list[Dosed | RestBetween] = []
    here = Position.ANY
    for row in rows:
        if isinstance(row, RestBetween):
            settled_rows.append(row)
            continue
        change = change_s(here, row.position or row.exercise.position)
        ready_s = max(row.get_ready_s, float(change))
        settled_rows.append(msgspec.structs.replace(row, get_ready_s=ready_s))
        here = row.position or end_position(row.exercise, here)
    return tuple(settled_rows)


def _dosed_step(step: RoutineStep, exercise: Exercise, dose: PlanDose) -> Dosed:
    timing, measure = exercise.timing, exercise.measure
    planned = "plan" in (step.hold_s, step.reps)
    hold_s = _hold_s(step, exercise, dose)
    return Dosed(
        exercise=exercise,
        part=step.part,
        sets=measure.attempts or step.sets,
        get_ready_s=float(step.get_ready_s),
        switch_s=float(timing.switch_s if step.switch_s is None else step.switch_s),
        rest_s=_rest_s(step, exercise),
        hold_s=hold_s,
        reps=_reps(step, exercise, dose),
        side=Side(step.side) if step.side else None,
        alternates=step.alternates,
        say=step.say,
        note=step.note,
        picture=step.picture,
        position=step.position,
        planned=planned,
        reasons=(Reason(Why.PLAN, now=round(hold_s)),) if step.hold_s == "plan" else (),
    )


def _rest_s(step: RoutineStep, exercise: Exercise) -> float:
    if step.rest_s is not None:
        return float(step.rest_s)
    test = exercise.measure.kind is Measure.TEST  # a try already contains the way back
    return 0.0 if test else float(exercise.timing.rest_s)


def _hold_s(step: RoutineStep, exercise: Exercise, dose: PlanDose) -> float:
    measure = exercise.measure
    if measure.kind is Measure.TEST:
        return float(measure.tempo_s or 0)
    if step.hold_s == "plan":
        return float(min(max(dose.hold_s, measure.min), measure.max))
    return float(step.hold_s or step.seconds or 0)


def _reps(step: RoutineStep, exercise: Exercise, dose: PlanDose) -> int | None:
    if step.reps == "plan":
        plan_reps = exercise.measure.plan_reps
        return plan_reps[dose.reps_index] if plan_reps else exercise.measure.default
    return step.reps
