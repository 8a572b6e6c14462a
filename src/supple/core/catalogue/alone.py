"""An exercise by itself as a routine: what "try it" runs."""

from supple.core.catalogue.exercise import Exercise, Family, Measure
from supple.core.catalogue.routine import Routine, RoutineStep, Use
from supple.core.session.steps import Part

_STRETCHES = frozenset({Family.SEATED, Family.SUPINE, Family.STANDING, Family.DYNAMIC})


def wants_warm_up(exercise: Exercise) -> bool:
    """Whether it is a stretch for warm muscles, and no move that warms or rests by itself."""
    return exercise.family in _STRETCHES


def usual_step(exercise: Exercise, part: Part = Part.MAIN) -> RoutineStep:
    """A row of a routine with the usual numbers of the exercise."""
    measure = exercise.measure
    amount = measure.default
    kind = measure.kind
    return RoutineStep(
        part=part,
        exercise=exercise.id,
        sets=exercise.sets.default,
        get_ready_s=exercise.timing.get_ready_s,
        hold_s=amount if kind is Measure.HOLD else None,
        reps=amount if kind is Measure.REPS else None,
        seconds=amount if kind is Measure.TIME else None,
        test=kind is Measure.TEST,
    )


def alone(exercise: Exercise) -> Routine:
    """The exercise as a whole routine, under its own id and name. It never counts for the plan."""
    return Routine(
        id=exercise.id,
        name=exercise.name,
        card=exercise.card,
        steps=(usual_step(exercise),),
        use=Use.COMPLEMENT,
    )
