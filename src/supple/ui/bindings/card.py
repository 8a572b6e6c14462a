"""The words and values of an exercise's page."""

from collections.abc import Callable
from datetime import date
from gettext import NullTranslations

from supple.app.facets import FacetWords, HelpFacet
from supple.app.library import Details
from supple.core.catalogue.exercise import Exercise, Measure, Sides
from supple.core.plan.reasons import Why, reason_words, tag_words
from supple.ui.bindings.library import GROUNDS
from supple.ui.pages.card_view import CardView, Version

_ANSWERED = (Why.SCREENING, Why.ASK_FIRST, Why.LEVEL)


def card_view(
    details: Details,
    facets: FacetWords,
    words: NullTranslations,
    day: Callable[[date], str] = date.isoformat,
) -> CardView:
    """One exercise for this person. `day` writes a date as the reader is used to."""
    tr, exercise = words.gettext, details.entry.exercise
    reason = details.for_you.left_out
    minutes = max(1, round(details.seconds / 60))
    helps = [facets.benefits[HelpFacet(each)] for each in exercise.helps]
    return CardView(
        id=exercise.id,
        name=exercise.name,
        ground=GROUNDS[exercise.position],
        chips=(facets.positions[exercise.position], *facets.things(exercise), *helps),
        try_words=tr("Try it, {n} min").format(n=minutes) if details.may_try else "",
        doses=_doses(details, words),
        steps=(*exercise.setup, *exercise.movement),
        way_out=" ".join(exercise.exit),
        feel=exercise.feel,
        mistakes=tuple((each.wrong, each.fix) for each in exercise.mistakes),
        avoid=tuple(tag_words(tag, words) for tag in exercise.avoid),
        care=tuple(tag_words(tag, words) for tag in exercise.care),
        versions=tuple(_versions(details, words)),
        source=exercise.source_section,
        note=exercise.note,
        why_not=_why_not(details, words, day),
        may_answer=reason is not None and reason.why in _ANSWERED,
        may_bring_back=reason is not None and reason.why is Why.SET_ASIDE,
        cautions=details.for_you.cautions,
        has_sides=exercise.sides is Sides.LEFT_RIGHT,
    )


def _why_not(details: Details, words: NullTranslations, day: Callable[[date], str]) -> str:
    tr, reason, aside = words.gettext, details.for_you.left_out, details.for_you.set_aside
    if reason is not None and reason.why is Why.SET_ASIDE and aside is not None:
        since = tr("Set aside since {day}.").format(day=day(aside.from_day))
        return since if reason.until is None else f"{since} {reason_words(reason, words, day)}"
    if reason is not None:
        line = tr("Left out of your sessions. {reason}")
        return line.format(reason=reason_words(reason, words, day))
    return "" if details.may_try else tr("Sessions are closed for now. You can read all of it.")


def _versions(details: Details, words: NullTranslations) -> list[Version]:
    tr = words.gettext
    kinds: list[tuple[str, Exercise | None]] = [
        (tr("Easier"), details.easier),
        (tr("Stronger"), details.harder),
    ]
    return [Version(kind, each.id, each.name) for kind, each in kinds if each is not None]


def _doses(details: Details, words: NullTranslations) -> tuple[tuple[str, str], ...]:
    tr, exercise = words.gettext, details.entry.exercise
    measure, sets = exercise.measure, exercise.sets
    least, most = _range(measure.min, measure.max), _range(sets.min, sets.max)
    amount = {
        Measure.HOLD: (tr("Hold"), tr("{range} s")),
        Measure.REPS: (tr("Count"), "{range}"),
        Measure.TIME: (tr("For"), tr("{range} s")),
        Measure.TEST: (tr("Tries"), "{range}"),
    }[measure.kind]
    a_side = exercise.sides is Sides.LEFT_RIGHT
    repeat = tr("{range} a side").format(range=most) if a_side else most
    doses = [(amount[0], amount[1].format(range=least)), (tr("Repeat"), repeat)]
    if details.hold_s:
        mine = tr("{n} s \u00d7 {sets}").format(n=details.hold_s, sets=details.sets)
        doses.append((tr("Your plan"), mine))
    elif details.reps:
        mine = tr("{n} \u00d7 {sets}").format(n=details.reps, sets=details.sets)
        doses.append((tr("Your plan"), mine))
    return tuple(doses)


def _range(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}\u2013{most}"
