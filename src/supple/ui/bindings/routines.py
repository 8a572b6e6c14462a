"""The words and values of the page of routines."""

from collections.abc import Iterable, Iterator
from gettext import NullTranslations

from supple.app.catalogue import BrokenRoutine, Catalogue
from supple.app.today import NextSession
from supple.core.catalogue.routine import Routine, RoutineStep
from supple.core.session.steps import Part
from supple.ui.pages.routines import RoutinesView
from supple.ui.paint.stills import own
from supple.ui.widgets.routine_tile import RoutineView

_FIGURES = 3


def routines_view(
    catalogue: Catalogue, previews: Iterable[NextSession], words: NullTranslations
) -> RoutinesView:
    """All routines; `previews` tell how long they would take today."""
    seconds = {each.routine: each.seconds for each in previews}
    own = [each for each in catalogue.routines() if catalogue.is_own(each.id)]
    ready = [each for each in catalogue.routines() if not catalogue.is_own(each.id)]
    broken = (_broken(each, words) for each in catalogue.broken())
    return RoutinesView(
        own=(*_views(own, seconds, words, own=True), *broken),
        ready=tuple(_views(ready, seconds, words, own=False)),
    )


def _views(
    routines: Iterable[Routine], seconds: dict[str, float], words: NullTranslations, *, own: bool
) -> Iterator[RoutineView]:
    for routine in routines:
        minutes = max(1, round(seconds.get(routine.id, 0) / 60))
        yield RoutineView(
            id=routine.id,
            name=routine.name,
            line=_line(routine, minutes, words, own=own),
            figures=_figures(routine),
            ground="primary_soft" if own else "apricot_soft",
            own=own,
        )


def _line(routine: Routine, minutes: int, words: NullTranslations, *, own: bool) -> str:
    count = sum(isinstance(row, RoutineStep) for row in routine.steps)
    if own:
        line = words.ngettext("{minutes} min, {n} step", "{minutes} min, {n} steps", count)
        return line.format(minutes=minutes, n=count)
    if not routine.needs:
        return words.gettext("{minutes} min, no kit").format(minutes=minutes)
    needs = routine.needs.rstrip(".")
    line = words.gettext("{minutes} min. {needs}")
    return line.format(minutes=minutes, needs=needs)


def _figures(routine: Routine) -> tuple[str, ...]:
    """Three of its exercises: of the main part, as far as there are."""
    steps = [row for row in routine.steps if isinstance(row, RoutineStep)]
    steps.sort(key=lambda step: step.part is not Part.MAIN)
    return tuple(dict.fromkeys(own(step.picture, step.exercise) for step in steps))[:_FIGURES]


def _broken(found: BrokenRoutine, words: NullTranslations) -> RoutineView:
    first, *others = found.faults(words, with_allowed=False)
    line = first
    if others:
        more = words.ngettext("And {n} more fault.", "And {n} more faults.", len(others))
        line = f"{line} {more.format(n=len(others))}"
    return RoutineView(
        id=found.id, name=found.name, line=line, own=True, broken=True, path=found.path
    )
