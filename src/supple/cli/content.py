"""`list`, `show`, `check`: the catalogue as the program sees it."""

from argparse import Namespace
from pathlib import Path

import msgspec

from supple.app.catalogue import Catalogue
from supple.app.checking import problems_of
from supple.app.container import Container
from supple.cli import out
from supple.core.catalogue.exercise import Exercise
from supple.core.catalogue.routine import RestRow, Routine
from supple.core.plan.reasons import Change, reason_words

_WRONG_INPUT = 2


def list(args: Namespace, app: Container) -> int:  # noqa: A001 - named as the command is
    """List the exercises or the routines."""
    catalogue = app.catalogue
    if args.what == "exercises":
        if args.json:
            out.write_json([_brief_exercise(item) for item in catalogue.exercises()])
        else:
            out.write_table([(item.id, item.name, item.card) for item in catalogue.exercises()])
        return 0
    if args.json:
        good = [_brief_routine(catalogue, item) for item in catalogue.routines()]
        out.write_json([*good, *catalogue.broken()])
        return 0
    rows = [(item.id, item.name, item.card) for item in catalogue.routines()]
    tr = app.words.gettext
    rows += [(each.id, tr("could not be read"), each.brief) for each in catalogue.broken()]
    out.write_table(rows)
    return 0


def _brief_exercise(exercise: Exercise) -> dict[str, object]:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "family": exercise.family,
        "position": exercise.position,
        "sides": exercise.sides,
        "level": exercise.level,
        "equipment": exercise.equipment,
        "places": exercise.places,
        "helps": exercise.helps,
    }


def _brief_routine(catalogue: Catalogue, routine: Routine) -> dict[str, object]:
    return {
        "id": routine.id,
        "name": routine.name,
        "use": routine.use,
        "own": catalogue.is_own(routine.id),
        "counts_for_plan": routine.counts_for_plan,
        "steps": len(routine.steps),
    }


def show(args: Namespace, app: Container) -> int:
    """Show one exercise or routine."""
    catalogue = app.catalogue
    if args.id in catalogue.exercise_ids:
        exercise = catalogue.exercise(args.id)
        known = app.planning.for_you(exercise.id) if _has_history(app) else None
        if args.json:
            out.write_json(msgspec.to_builtins(exercise) | {"for_you": known})
        else:
            out.write(_exercise_text(exercise, app))
            if known and known.left_out:
                out.write(f"\n{known.reason_words}")
            for line in known.cautions if known and not known.left_out else ():
                out.write(f"\n{line}")
        return 0
    routine = catalogue.routine(args.id)
    changes = app.planning.fit(routine.id).outline.changes if _has_history(app) else ()
    if args.json:
        out.write_json(msgspec.to_builtins(routine) | {"for_you": changes})
    else:
        out.write(_routine_text(routine, app))
        for change in changes:
            out.write(f"  {change_words(change, app)}")
    return 0


def change_words(change: Change, app: Container) -> str:
    """A step that became another one or was left out, and why."""
    was = app.catalogue.exercise(change.exercise).name
    left_out = app.words.gettext("left out")
    now = app.catalogue.exercise(change.now).name if change.now else left_out
    return f"{was} -> {now}: {reason_words(change.reason, app.words)}"


def _has_history(app: Container) -> bool:
    """Whether there can be answers: looking at the catalogue alone makes no files."""
    return app.folders.database.exists()


def _exercise_text(exercise: Exercise, app: Container) -> str:
    tr = app.words.gettext
    blocks = [
        f"{exercise.name}\n{exercise.card}",
        _block(tr("Get set"), exercise.setup),
        _block(tr("How to do it"), exercise.movement),
        _block(tr("Come out"), exercise.exit),
        _block(tr("You should feel"), (exercise.feel,)),
        _block(
            tr("Common mistakes"), tuple(f"{item.wrong} {item.fix}" for item in exercise.mistakes)
        ),
    ]
    if exercise.avoid:
        blocks.append(_block(tr("Leave it out with"), (", ".join(exercise.avoid),)))
    if exercise.care:
        blocks.append(_block(tr("With care with"), (", ".join(exercise.care),)))
    return "\n\n".join(blocks)


def _block(title: str, lines: tuple[str, ...]) -> str:
    return "\n".join([title, *(f"  {line}" for line in lines)])


def _routine_text(routine: Routine, app: Container) -> str:
    rows = [f"{routine.name}\n{routine.card}".rstrip(), ""]
    for step in routine.steps:
        if isinstance(step, RestRow):
            rows.append(f"  {app.words.gettext('Rest')}  {step.rest} s")
            continue
        exercise = app.catalogue.exercise(step.exercise)
        dose = step.hold_s or step.seconds or step.reps or exercise.measure.attempts
        unit = "s" if step.hold_s or step.seconds else "x"
        rows.append(f"  {step.part:9}  {exercise.name}  {step.sets} x {dose} {unit}")
    return "\n".join(rows)


def check(args: Namespace, app: Container) -> int:
    """Tell everything that is wrong with content files."""
    faults = 0
    tr = app.words.gettext
    for name in args.files:
        problems = problems_of(Path(name), app.catalogue, app.words)
        for problem in problems:
            out.say(f"{name}: {problem}")
        if not problems:
            out.write(tr("{file}: fine").format(file=name))
        faults += len(problems)
    return _WRONG_INPUT if faults else 0
