"""What the types cannot say about an exercise or a routine, and what holds between files."""

from collections.abc import Collection, Iterator, Mapping

from supple.core.catalogue.exercise import Exercise, Kit, Measure, Sides
from supple.core.catalogue.problem import Problem
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep

_WORDS_A_LINE = 12
_STEPS = 100


def exercise_problems(exercise: Exercise, stem: str, known: Collection[str]) -> list[Problem]:
    """Everything wrong with an exercise that was read. `known` are the ids of all exercises."""
    return [
        *_name_problems(exercise.id, stem),
        *_dose_problems(exercise),
        *_link_problems(exercise, known),
        *_kit_problems(exercise),
        *_cue_problems(exercise),
    ]


def _name_problems(ident: str, stem: str) -> Iterator[Problem]:
    if ident != stem:
        yield Problem("id", f'found "{ident}".', f'Allowed: the file\'s own name, "{stem}".')


def _dose_problems(exercise: Exercise) -> Iterator[Problem]:
    dose, sets = exercise.measure, exercise.sets
    if not dose.min <= dose.default <= dose.max:
        yield Problem("measure", "min, default and max are out of order.", "Smallest first.")
    if not sets.min <= sets.default <= sets.max:
        yield Problem("sets", "min, default and max are out of order.", "Smallest first.")
    counted = dose.kind in (Measure.REPS, Measure.TEST)
    if counted != (dose.tempo_s is not None):
        need = "is missing." if counted else "is only for repetitions and tests."
        yield Problem("measure.tempo_s", need, "Seconds of one repetition or one try.")
    if (dose.kind is Measure.TEST) != (dose.attempts is not None):
        yield Problem("measure.attempts", "belongs to tests, and every test needs it.")
    if dose.plan_reps and not all(dose.min <= reps <= dose.max for reps in dose.plan_reps):
        yield Problem(
            "measure.plan_reps", "is out of range.", f"Allowed: {dose.min} to {dose.max}."
        )


def _link_problems(exercise: Exercise, known: Collection[str]) -> Iterator[Problem]:
    links = [("easier", exercise.easier), ("harder", exercise.harder)]
    links += [(f"swap[{n}]", ident) for n, ident in enumerate(exercise.swap)]
    for where, ident in links:
        if ident and (ident not in known or ident == exercise.id):
            yield Problem(where, f'found "{ident}".', "Allowed: the id of another exercise.")
    for n, tag in enumerate(exercise.care):
        if tag in exercise.avoid:
            yield Problem(f"care[{n}]", f'"{tag}" is in avoid too.', "One of the two.")


def _kit_problems(exercise: Exercise) -> Iterator[Problem]:
    kits = ", ".join(Kit)
    for n, either in enumerate(exercise.equipment):
        if any(kit not in set(Kit) for kit in either.split("|")):
            allowed = f"Allowed: {kits}, or two joined by |."
            yield Problem(f"equipment[{n}]", f'found "{either}".', allowed)


def _cue_problems(exercise: Exercise) -> Iterator[Problem]:
    cues = exercise.cues
    lines = [("start", cues.start), ("half", cues.half), ("switch", cues.switch)]
    lines += [("release", cues.release)]
    lines += [(f"hold[{n}]", line) for n, line in enumerate(cues.hold)]
    for where, line in lines:
        if len(line.split()) > _WORDS_A_LINE:
            yield Problem(
                f"cues.{where}", "is too long to be spoken.", f"At most {_WORDS_A_LINE} words."
            )
    if exercise.sides is Sides.LEFT_RIGHT and not (cues.switch or exercise.measure.legs_take_turns):
        yield Problem("cues.switch", "is empty, but the sides change.", "A line to say.")


def routine_problems(
    routine: Routine, stem: str, exercises: Mapping[str, Exercise], shipped: Collection[str] = ()
) -> list[Problem]:
    """Everything wrong with a routine that was read.

    `shipped` are the ids that a routine of the user's own may not take.
    """
    problems = list(_name_problems(routine.id, stem))
    if routine.id in shipped:
        problems.append(Problem("id", f'"{routine.id}" is one of Supple\'s own.', "Another name."))
    steps = [step for step in routine.steps if isinstance(step, RoutineStep)]
    if not steps:
        problems.append(Problem("steps", "there is no exercise.", "At least one."))
    if len(routine.steps) > _STEPS:
        problems.append(Problem("steps", "there are too many.", f"At most {_STEPS}."))
    for n, step in enumerate(routine.steps):
        if isinstance(step, RestRow):
            continue
        exercise = exercises.get(step.exercise)
        where = f"steps[{n}]"
        if exercise is None:
            allowed = "Allowed: an id that `supple list exercises` shows."
            problems.append(Problem(f"{where}.exercise", f'found "{step.exercise}".', allowed))
        else:
            problems += _step_problems(step, exercise, where)
    return problems


_FIELD = {
    Measure.HOLD: "hold_s",
    Measure.REPS: "reps",
    Measure.TIME: "seconds",
    Measure.TEST: "test",
}


def _step_problems(step: RoutineStep, exercise: Exercise, where: str) -> Iterator[Problem]:
    given = [name for name in _FIELD.values() if getattr(step, name)]
    wanted = _FIELD[exercise.measure.kind]
    if given != [wanted]:
        found = ", ".join(given) or "none of them"
        yield Problem(where, f"found {found}.", f'Allowed: {wanted} for "{exercise.id}".')
    if step.sets > exercise.sets.max:
        allowed = f"Allowed: 1 to {exercise.sets.max}."
        yield Problem(f"{where}.sets", f"found {step.sets}.", allowed)
    if step.side and exercise.sides is not Sides.LEFT_RIGHT:
        yield Problem(f"{where}.side", f'"{exercise.id}" has no sides.', "Leave it out.")
    if step.side and exercise.measure.legs_take_turns:
        yield Problem(f"{where}.side", "the legs take turns here.", "Leave it out.")
