"""`list`, `show`, `check`: the catalogue as the program sees it."""

import builtins
from argparse import Namespace
from pathlib import Path

import msgspec

from supple.app.catalogue import Catalogue
from supple.app.checking import problems_of
from supple.app.container import Container
from supple.app.plan import Fit
from supple.cli import out
from supple.core.catalogue.exercise import Exercise, Tag
from supple.core.catalogue.routine import RestRow, Routine
from supple.core.plan.reasons import Change, reason_words, tag_words
from supple.core.session.steps import Part

_WRONG_INPUT = 2
_PAGE = "learn-"

list_of = builtins.list  # `list` is a command here


def list(args: Namespace, app: Container) -> int:  # noqa: A001 - named as the command is
    """List the exercises, the routines or the pages to read, as they are for this person."""
    brief, rows = {
        "exercises": (_brief_exercises, _exercise_rows),
        "routines": (_brief_routines, _routine_rows),
        "pages": (_brief_pages, _page_rows),
    }[args.what]
    if args.json:
        out.write_json(brief(app))
    else:
        out.write_table(rows(app))
    return 0


def _exercise_rows(app: Container) -> list_of[tuple[str, str, str]]:
    known = _has_history(app)
    return [
        (item.id, item.name, _marked(item.card, _left_out(item, app) if known else ""))
        for item in app.catalogue.exercises()
    ]


def _routine_rows(app: Container) -> list_of[tuple[str, str, str]]:
    fits = _fits(app)
    rows = [
        (item.id, item.name, _marked(item.card, _fit_words(fits.get(item.id), app)))
        for item in app.catalogue.routines()
    ]
    broken = app.words.gettext("could not be read")
    rows += [(fault.id, broken, fault.brief(app.words)) for fault in app.catalogue.broken()]
    return rows


def _page_rows(app: Container) -> list_of[tuple[str, str, str]]:
    return [(page.id, page.title, app.learn.topic_words(page.topic)) for page in app.learn.pages]


def _marked(card: str, words: str) -> str:
    """The card, with what is different for this person behind it."""
    return f"{card} ({words})" if words else card


def _left_out(exercise: Exercise, app: Container) -> str:
    known = app.planning.for_you(exercise.id)
    words = app.words.gettext("left out: {why}").format(why=known.reason_words.rstrip("."))
    return words if known.left_out else ""


def _fits(app: Container) -> dict[str, Fit]:
    """Every routine as it is for this person today; nothing where nobody was asked yet."""
    if not _has_history(app):
        return {}
    changes = app.planning.changes()
    return {item.id: app.planning.fit(item.id, changes) for item in app.catalogue.routines()}


def _fit_words(fit: Fit | None, app: Container) -> str:
    if fit is None or not fit.outline.changes:
        return ""
    if not fit.outline.is_enough:
        return app.words.gettext("not for now")
    count = len(fit.outline.changes)
    return app.words.ngettext("{n} step changed", "{n} steps changed", count).format(n=count)


def _brief_exercises(app: Container) -> list_of[dict[str, object]]:
    known = _has_history(app)
    return [
        _brief_exercise(item) | {"for_you": app.planning.for_you(item.id) if known else None}
        for item in app.catalogue.exercises()
    ]


def _brief_routines(app: Container) -> list_of[object]:
    fits = _fits(app)
    good = [
        _brief_routine(app.catalogue, item) | {"for_you": _brief_fit(fits.get(item.id))}
        for item in app.catalogue.routines()
    ]
    return [*good, *app.catalogue.broken()]


def _brief_fit(fit: Fit | None) -> dict[str, object] | None:
    if fit is None:
        return None
    plain = fit.outline
    return {"is_enough": plain.is_enough, "changes": len(plain.changes), "instead": fit.instead}


def _brief_pages(app: Container) -> list_of[dict[str, object]]:
    return [
        {"id": page.id, "title": page.title, "topic": page.topic, "see": page.see}
        for page in app.learn.pages
    ]


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
    """Show one exercise or routine, or a page to read."""
    catalogue = app.catalogue
    if args.id.startswith(_PAGE):
        return _show_page(args, app)
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


def _show_page(args: Namespace, app: Container) -> int:
    page = app.learn.page(args.id)
    if args.json:
        out.write_json(page)
    else:
        out.write(f"{page.title}\n\n{page.body}")
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
        blocks.append(_block(tr("Leave it out with"), _tags(exercise.avoid, app)))
    if exercise.care:
        blocks.append(_block(tr("With care with"), _tags(exercise.care, app)))
    return "\n\n".join(blocks)


def _block(title: str, lines: tuple[str, ...]) -> str:
    return "\n".join([title, *(f"  {line}" for line in lines)])


def _tags(tags: tuple[Tag, ...], app: Container) -> tuple[str, ...]:
    return tuple(tag_words(tag, app.words) for tag in tags)


def _routine_text(routine: Routine, app: Container) -> str:
    words, tr = app.words, app.words.gettext
    parts = {
        Part.WARM_UP: tr("Warm-up"),
        Part.MAIN: tr("Stretches"),
        Part.COOL_DOWN: words.pgettext("end of a session", "Settle"),
    }
    wide = max(map(len, parts.values()))
    rows = [f"{routine.name}\n{routine.card}".rstrip(), ""]
    for step in routine.steps:
        if isinstance(step, RestRow):
            rows.append(f"  {tr('Rest')}  {step.rest} s")
            continue
        exercise = app.catalogue.exercise(step.exercise)
        dose = step.hold_s or step.seconds or step.reps or exercise.measure.attempts
        form = tr("{n} s \u00d7 {sets}") if step.hold_s or step.seconds else tr("{n} \u00d7 {sets}")
        told = form.format(n=dose, sets=step.sets)
        rows.append(f"  {parts[step.part]:{wide}}  {exercise.name}  {told}")
    return "\n".join(rows)


def check(args: Namespace, app: Container) -> int:
    """Tell everything that is wrong with content files."""
    faults = 0
    tr = app.words.gettext
    for name in args.files:
        problems = problems_of(Path(name), app.catalogue, app.words)
        for problem in problems:
            out.say(f"{name}: {problem.told(app.words)}")
        if not problems:
            out.write(tr("{file}: fine").format(file=name))
        faults += len(problems)
    return _WRONG_INPUT if faults else 0
