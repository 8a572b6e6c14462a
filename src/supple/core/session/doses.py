"""A routine's steps with every number settled, in the fixed order of changes, each with its reason.

The order: routine, plan dose, the exercise's own range. Nothing later undoes a bound set earlier.
"""

from collections.abc import Mapping

import msgspec

from supple.core.catalogue.exercise import Exercise, Measure, Position
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.plan.dose import PlanDose
from supple.core.session.posture import change_s, end_position
from supple.core.session.steps import Part, Side


class Dosed(msgspec.Struct, frozen=True):
    """One exercise of a session, ready to be laid out in steps.

    `hold_s` is the length of a hold, a timed stretch or one try of a test; `reps` is set where
    repetitions are counted. `side` limits a left-right exercise to one side.
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
    say: str = ""
    note: str = ""
    reasons: tuple[str, ...] = ()


class RestBetween(msgspec.Struct, frozen=True):
    """A rest of `seconds` that the user put between two exercises."""

    seconds: float


def dosed(
    routine: Routine, exercises: Mapping[str, Exercise], dose: PlanDose
) -> tuple[Dosed | RestBetween, ...]:
    """Every row of the routine with its numbers."""
    rows: list[Dosed | RestBetween] = []
    here = Position.ANY
    for step in routine.steps:
        if isinstance(step, RestRow):
            rows.append(RestBetween(float(step.rest)))
            continue
        exercise = exercises[step.exercise]
        ready = max(step.get_ready_s, change_s(here, step.position or exercise.position))
        rows.append(_dosed_step(step, exercise, dose, float(ready)))
        here = step.position or end_position(exercise, here)
    return tuple(rows)


def _dosed_step(step: RoutineStep, exercise: Exercise, dose: PlanDose, ready_s: float) -> Dosed:
    timing, measure = exercise.timing, exercise.measure
    return Dosed(
        exercise=exercise,
        part=step.part,
        sets=measure.attempts or step.sets,
        get_ready_s=ready_s,
        switch_s=float(timing.switch_s if step.switch_s is None else step.switch_s),
        rest_s=_rest_s(step, exercise),
        hold_s=_hold_s(step, exercise, dose),
        reps=_reps(step, exercise, dose),
        side=Side(step.side) if step.side else None,
        say=step.say,
        note=step.note,
    )


def _rest_s(step: RoutineStep, exercise: Exercise) -> float:
    if exercise.measure.kind is Measure.TEST:
        return 0.0  # a try already contains the way back
    return float(exercise.timing.rest_s if step.rest_s is None else step.rest_s)


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
