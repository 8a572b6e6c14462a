"""The words of what a phase of the plan contains, from the plan's own numbers."""

from collections.abc import Sequence
from gettext import NullTranslations

from PySide6.QtCore import QLocale

from supple.core.plan.course import sessions_needed
from supple.core.plan.days import DAYS
from supple.core.plan.dose import Plan, Stage
from supple.ui.language import locale_of
from supple.ui.pages.plan_view import Phase, PhaseInside


def phase_inside(
    phase: Phase,
    plan: Plan,
    routines: Sequence[str],
    words: NullTranslations,
    language: str,
) -> PhaseInside:
    """What the phase contains. `routines` are the names of those that it suggests."""
    tr, many = words.gettext, words.ngettext
    stage = next(each for each in plan.stage if each.id == phase.id)
    day_name = locale_of(language).standaloneDayName
    days = [
        day_name(DAYS.index(day) + 1, QLocale.FormatType.LongFormat) for day in stage.suggested_days
    ]
    seconds = many("{n} second each", "{n} seconds each", stage.hold_s)
    rows = [
        (tr("Sessions"), (_sessions(stage, words),)),
        (tr("Days"), (tr("{days}, or any other.").format(days=", ".join(days)),)),
        (tr("Holds"), (seconds.format(n=stage.hold_s),)),
        (tr("Sets"), (_sets(stage, words),)),
        (tr("Routines it suggests"), (", ".join(routines),)),
        (tr("The next step"), tuple(_next(phase, stage, words))),
    ]
    option = plan.option[0]
    if not stage.week_to and stage.week_from >= option.from_week:
        rows.insert(1, (tr("If you like"), (option.say,)))
    return PhaseInside(phase.id, phase.name, phase.weeks, tuple(rows))


def _sessions(stage: Stage, words: NullTranslations) -> str:
    least, most = stage.sessions_per_week_min, stage.sessions_per_week_max
    if least != most:
        return words.gettext("{least} or {most} a week").format(least=least, most=most)
    return words.ngettext("{n} a week", "{n} a week", most).format(n=most)


def _sets(stage: Stage, words: NullTranslations) -> str:
    if stage.sets != stage.sets_max:
        told = words.gettext("Each stretch {least} or {most} times a side")
        return told.format(least=stage.sets, most=stage.sets_max)
    told = words.ngettext(
        "Each stretch {n} time a side", "Each stretch {n} times a side", stage.sets
    )
    return told.format(n=stage.sets)


def _next(phase: Phase, stage: Stage, words: NullTranslations) -> list[str]:
    """When the next step comes, and how far it is from here."""
    if not stage.week_to:
        return [phase.line]
    needed = sessions_needed(stage)
    told = words.ngettext(
        "When the weeks are over, {n} session is done, and it did not hurt more afterwards. "
        "Until then you simply stay.",
        "When the weeks are over, {n} sessions are done, and it did not hurt more afterwards. "
        "Until then you simply stay.",
        needed,
    ).format(n=needed)
    return [each for each in (told, phase.line) if each]
