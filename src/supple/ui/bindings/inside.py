"""What is inside a session, row by row: each exercise, its dose, and the time it takes."""

from collections.abc import Sequence
from gettext import NullTranslations
from itertools import groupby

from supple.app.catalogue import Catalogue
from supple.core.session.compile import Session
from supple.core.session.steps import Part, Side, Step
from supple.ui.bindings.editor import clock
from supple.ui.paint.stills import own
from supple.ui.widgets.listed_session import SessionRow


def inside_rows(
    session: Session, catalogue: Catalogue, words: NullTranslations
) -> tuple[SessionRow, ...]:
    """A row for each step of the routine, in order; `id` is the exercise's, empty for a rest."""
    rows = []
    for group, steps in groupby(session.steps, key=lambda step: step.group):
        there = list(steps)
        ident = there[-1].exercise
        time = clock(sum(each.seconds for each in there))
        if not there[-1].kind.is_work:
            rows.append(_rest(time, words))
            continue
        name, dose = catalogue.exercise(ident).name, _dose(there, words)
        shown = own(session.pictures.get((group, ident), ""), ident)
        rows.append(SessionRow(ident, name, dose, shown, pain=time, told=f"{name}. {dose}. {time}"))
    return tuple(rows)


def _rest(time: str, words: NullTranslations) -> SessionRow:
    name = words.gettext("Rest")
    told = f"{name}. {time}"
    return SessionRow("", name, "", "", icon="hourglass-medium", pain=time, told=told)


def _dose(steps: Sequence[Step], words: NullTranslations) -> str:
    tr = words.gettext
    work = [step for step in steps if step.kind.is_work]
    first = work[0]
    parts = [tr("Warm-up")] if first.part is Part.WARM_UP else []
    if first.reps:
        parts.append(tr("{n} of them").format(n=first.reps))
    else:
        parts.append(tr("{n} s").format(n=round(first.seconds)))
    if first.sets > 1:
        parts.append(words.ngettext("{n} time", "{n} times", first.sets).format(n=first.sets))
    sides = {step.side for step in work}
    if sides >= {Side.LEFT, Side.RIGHT}:
        parts.append(tr("both sides"))
    return ", ".join(parts)
