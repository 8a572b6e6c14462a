"""Which session comes next, and why that one."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from gettext import NullTranslations

import msgspec

from supple.core.plan.dose import Plan
from supple.core.plan.progress import Progress
from supple.core.plan.screening import Condition
from supple.core.plan.swaps import INSTEAD

SUPPORTED = "gentle-supported"
_LIGHT_MINUTES = 10
_MINUTE_S = 60.0
_ROUNDING_S = 30.0


class OfferWhy(StrEnum):
    """Why this routine is offered."""

    FIRST = "first"
    ROTATION = "rotation"
    BALANCE = "balance"
    LESS_CHANGED = "less-changed"
    SHORT = "short"
    EASED = "eased"
    INSTEAD = "instead"


class Candidate(msgspec.Struct, frozen=True):
    """A routine as it would be today: seconds, steps changed, whether it is still a session.

    `needs_partner`: somebody else has to be there; `is_strong`: only for good days.
    """

    routine: str
    seconds: float
    changes: int = 0
    is_enough: bool = True
    needs_partner: bool = False
    is_strong: bool = False


class Offer(msgspec.Struct, frozen=True):
    """The next session. `day` is None where the plan has no day in mind."""

    routine: str
    day: date | None
    why: tuple[OfferWhy, ...]
    last_done: date | None = None


def suggested(plan: Plan, state: Progress, conditions: frozenset[Condition]) -> tuple[str, ...]:
    """The ids of the routines that suit this week, in the plan's order."""
    if Condition.BALANCE_PROBLEM in conditions:
        return (SUPPORTED,)
    place = plan.stage.index(state.stage)
    if state.eased:
        return plan.stage[max(0, place - 1)].suggested_routines
    return plan.option[0].suggested_routines if state.daily else state.stage.suggested_routines


def offer(
    state: Progress,
    conditions: frozenset[Condition],
    candidates: Sequence[Candidate],
    fallbacks: Sequence[Candidate],
    last_done: Mapping[str, date],
) -> Offer | None:
    """The suggested routine that was done longest ago and that screening leaves whole.

    `candidates` are the suggested routines in the plan's order, `fallbacks` those to fall back on
    (`INSTEAD`). A limit on minutes chooses among routines; it never cuts one. None: nothing is
    for this person now.
    """
    why: list[OfferWhy] = [OfferWhy.EASED] if state.eased else []
    fit = [each for each in candidates if each.is_enough and is_possible(each, state, last_done)]
    if not fit:
        for each in sorted(fallbacks, key=lambda other: INSTEAD.index(other.routine)):
            if each.is_enough:
                return _offer(each, state, last_done, [*why, OfferWhy.INSTEAD])
        return None
    fit, short = _short_enough(fit, state)
    if short:
        why.append(OfferWhy.SHORT)
    least = min(each.changes for each in fit)
    if least or any(each.changes for each in fit):
        why.append(OfferWhy.LESS_CHANGED)
    best = min(
        (each for each in fit if each.changes == least),
        key=lambda each: last_done.get(each.routine, date.min),
    )
    if Condition.BALANCE_PROBLEM in conditions:
        why.append(OfferWhy.BALANCE)
    elif not last_done:
        why.append(OfferWhy.FIRST)
    elif len(fit) > 1:
        why.append(OfferWhy.ROTATION)
    return _offer(best, state, last_done, why)


def is_possible(candidate: Candidate, state: Progress, last_done: Mapping[str, date]) -> bool:
    """Nobody is sent to look for a partner, or offered the strongest stretches on a tender day."""
    alone = candidate.needs_partner and candidate.routine not in last_done
    return not alone and not (candidate.is_strong and state.tender)


def _short_enough(fit: list[Candidate], state: Progress) -> tuple[list[Candidate], bool]:
    limits = [state.adjust.minutes, _LIGHT_MINUTES if state.lighter else None]
    minutes = min((limit for limit in limits if limit), default=None)
    if minutes is None:
        return fit, False
    most_s = minutes * _MINUTE_S + _ROUNDING_S
    short = [each for each in fit if each.seconds <= most_s]
    return short or [min(fit, key=lambda each: each.seconds)], True


def _offer(
    candidate: Candidate, state: Progress, last_done: Mapping[str, date], why: list[OfferWhy]
) -> Offer:
    routine = candidate.routine
    return Offer(routine, min(state.planned, default=None), tuple(why), last_done.get(routine))


def offer_words(
    given: Offer, words: NullTranslations, day: Callable[[date], str] = date.isoformat
) -> str:
    """Why this one, in a sentence or two; empty where there is nothing to explain.

    `day` writes a date as the reader is used to.
    """
    tr = words.gettext
    turn = tr("One you have not tried yet.")
    if given.last_done:
        turn = tr("Done longest ago, on {day}.").format(day=day(given.last_done))
    sentences = {
        OfferWhy.FIRST: tr("A short first session."),
        OfferWhy.ROTATION: turn,
        OfferWhy.BALANCE: tr("You keep a support at hand, and nobody stands on one leg."),
        OfferWhy.LESS_CHANGED: tr("It suits your answers best."),
        OfferWhy.SHORT: tr("It fits the time you set."),
        OfferWhy.EASED: tr("A step softer, because it hurt more after the last one."),
        OfferWhy.INSTEAD: tr("Too little is left of the others for you now."),
    }
    return " ".join(sentences[why] for why in given.why)
