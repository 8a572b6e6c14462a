"""What an edited routine comes to: seconds by row and part, and what to mind about it."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from supple.app.catalogue import Catalogue
from supple.app.plan import Planning, with_warm_up
from supple.core.catalogue.alone import usual_step
from supple.core.catalogue.exercise import Exercise, Family, Measure
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.plan.dose import PlanDose
from supple.core.plan.reasons import Reason
from supple.core.session.compile import outline, takes_turns
from supple.core.session.steps import Part, Step
from supple.devices.settings.settings import Settings

WARM_S = 300
_LONG_S = 30
_REST_S = 10
_WARM_UP = "warm-up-5"
_PARTS = {Family.WARM_UP: Part.WARM_UP, Family.COOL_DOWN: Part.COOL_DOWN}


class Mind(StrEnum):
    """What is worth a note."""

    NO_WARM_UP = "no-warm-up"
    LONG_HOLD = "long-hold"
    ODD_HOLD = "odd-hold"
    MANY_TIMES = "many-times"
    ONE_SIDE = "one-side"
    LEFT_OUT = "left-out"


class SideChoice(StrEnum):
    """Which sides a row does, and in which order."""

    IN_TURN = "in-turn"
    ONE_THEN_OTHER = "one-then-other"
    LEFT = "left"
    RIGHT = "right"


class Note(msgspec.Struct, frozen=True):
    """A note; `place` is the row it is about, `words` the side where it is about one.

    `reason` is why the row is left out, where it is.
    """

    mind: Mind
    place: int = -1
    words: str = ""
    reason: Reason | None = None


class RowFacts(msgspec.Struct, frozen=True):
    """A row with its exercise (None for a rest), its numbers and what it takes, in seconds.

    `amount` is seconds of a hold or timed move, or repetitions; `planned`: it follows the plan.
    `side` is None where there are no sides to choose.
    """

    row: RoutineStep | RestRow
    exercise: Exercise | None
    seconds: float
    amount: int = 0
    planned: bool = False
    gap_s: int = 0
    side: SideChoice | None = None


class DraftFacts(msgspec.Struct, frozen=True):
    """A routine as it would run, without any change for the person."""

    rows: tuple[RowFacts, ...]
    parts: Mapping[Part, float]
    notes: tuple[Note, ...]

    @property
    def total_s(self) -> float:
        """Seconds of everything."""
        return sum(self.parts.values())


class Editor:
    """Looks at drafts."""

    def __init__(
        self, catalogue: Catalogue, planning: Planning, settings: Callable[[], Settings]
    ) -> None:
        self._catalogue = catalogue
        self._planning = planning
        self._settings = settings

    def dose(self) -> PlanDose:
        """The plan's dose of today, for `facts`."""
        return self._planning.state().dose

    def facts(self, routine: Routine, dose: PlanDose, day: date) -> DraftFacts:
        """What the routine comes to."""
        exercises = self._catalogue.exercises_of(routine)
        steps: tuple[Step, ...] = ()
        if exercises:
            steps = outline(routine, exercises, dose=dose, day=day).steps
        taken = [0.0] * len(routine.steps)
        parts = dict.fromkeys(Part, 0.0)
        for step in steps:
            taken[step.group] += step.seconds
            parts[step.part] += step.seconds
        rows = tuple(
            RowFacts(row, None, seconds, amount=row.rest)
            if isinstance(row, RestRow)
            else self._row(row, exercises[row.exercise], seconds, dose)
            for row, seconds in zip(routine.steps, taken, strict=True)
        )
        return DraftFacts(rows, parts, tuple(self._notes(rows, parts)))

    def both_sides(self, step: RoutineStep) -> RoutineStep:
        """The row for both sides, in the order that is usual."""
        return with_side(step, self._usual_sides(self._catalogue.exercise(step.exercise), None))

    def step(self, ident: str) -> RoutineStep:
        """A row for this exercise, with its usual numbers."""
        exercise = self._catalogue.exercise(ident)
        return usual_step(exercise, _PARTS.get(exercise.family, Part.MAIN))

    def rest(self) -> RestRow:
        """A row of rest."""
        return RestRow(_REST_S)

    def warmed(self, routine: Routine) -> Routine:
        """The routine with five minutes of warm-up in front."""
        return with_warm_up(routine, self._catalogue.routine(_WARM_UP))

    def _usual_sides(self, exercise: Exercise, alternates: bool | None) -> SideChoice:
        in_turn = self._settings().session.sides == "in-turn"
        turns = takes_turns(exercise, alternates, in_turn=in_turn)
        return SideChoice.IN_TURN if turns else SideChoice.ONE_THEN_OTHER

    def _row(
        self, row: RoutineStep, exercise: Exercise, seconds: float, dose: PlanDose
    ) -> RowFacts:
        side = None
        if exercise.changes_sides:
            usual = self._usual_sides(exercise, row.alternates)
            side = SideChoice(row.side) if row.side else usual
        return replace(_numbers(row, exercise, seconds, dose), side=side)

    def _notes(self, rows: tuple[RowFacts, ...], parts: Mapping[Part, float]) -> list[Note]:
        notes: list[Note] = []
        if parts[Part.MAIN] and parts[Part.WARM_UP] < WARM_S:
            notes.append(Note(Mind.NO_WARM_UP))
        for place, facts in enumerate(rows):
            if not isinstance(facts.row, RoutineStep) or facts.exercise is None:
                continue
            if mind := _mind_hold(facts.exercise, facts.amount):
                notes.append(Note(mind, place))
            if facts.row.sets > facts.exercise.sets.max:
                notes.append(Note(Mind.MANY_TIMES, place))
            if facts.row.side is not None:
                notes.append(Note(Mind.ONE_SIDE, place, facts.row.side))
            for_you = self._planning.for_you(facts.row.exercise)
            if for_you.left_out is not None:
                notes.append(Note(Mind.LEFT_OUT, place, reason=for_you.left_out))
        return notes


def _mind_hold(exercise: Exercise, hold_s: int) -> Mind | None:
    """What is to be minded about a hold: it is long, or outside the exercise's own range."""
    measure = exercise.measure
    if measure.kind is not Measure.HOLD:
        return None
    if hold_s > _LONG_S <= measure.max:
        return Mind.LONG_HOLD
    return None if measure.min <= hold_s <= measure.max else Mind.ODD_HOLD


def usual_hold(exercise: Exercise, hold_s: int) -> int:
    """The hold of the exercise's own range that comes nearest."""
    return min(max(hold_s, exercise.measure.min), exercise.measure.max)


def with_amount(step: RoutineStep, exercise: Exercise, amount: int) -> RoutineStep:
    """The row with another hold, count or time."""
    match exercise.measure.kind:
        case Measure.HOLD:
            return replace(step, hold_s=amount)
        case Measure.REPS:
            return replace(step, reps=amount)
        case Measure.TIME:
            return replace(step, seconds=amount)
        case Measure.TEST:
            return step


def with_gap(step: RoutineStep, exercise: Exercise, seconds: int) -> RoutineStep:
    """The row with another rest between its sets, or time to change sides."""
    both = exercise.changes_sides and step.side is None
    return replace(step, switch_s=seconds) if both else replace(step, rest_s=seconds)


def with_side(step: RoutineStep, chosen: SideChoice) -> RoutineStep:
    """The row for one side, or for both in an order; the gap stays as long as it was."""
    gap = step.switch_s if step.rest_s is None else step.rest_s
    match chosen:
        case SideChoice.LEFT:
            return replace(step, side="left", alternates=None, rest_s=gap, switch_s=None)
        case SideChoice.RIGHT:
            return replace(step, side="right", alternates=None, rest_s=gap, switch_s=None)
    in_turn = chosen is SideChoice.IN_TURN
    return replace(step, side=None, alternates=in_turn, rest_s=None, switch_s=gap)


def _numbers(row: RoutineStep, exercise: Exercise, seconds: float, dose: PlanDose) -> RowFacts:
    measure, timing = exercise.measure, exercise.timing
    planned = "plan" in (row.hold_s, row.reps)
    amount: int | str | None = row.hold_s or row.reps or row.seconds or 0
    if row.hold_s == "plan":
        amount = min(max(dose.hold_s, measure.min), measure.max)
    elif row.reps == "plan":
        amount = measure.plan_reps[dose.reps_index] if measure.plan_reps else measure.default
    both = exercise.changes_sides and row.side is None
    own = row.switch_s if both else row.rest_s
    usual = timing.switch_s if both else timing.rest_s
    gap = usual if own is None else own
    return RowFacts(row, exercise, seconds, int(amount or 0), planned, gap)
