"""What a break offers: the routine that fits, with the family and the side that had least."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from supple.core.catalogue.exercise import Family
from supple.core.plan.dose import left_first
from supple.core.session.steps import Side


class Choice(msgspec.Struct, frozen=True):
    """A routine for the desk that this person may do: its length, and the families it works."""

    routine: str
    seconds: float
    families: frozenset[Family]


class Practice(msgspec.Struct, frozen=True):
    """Seconds of work in the last days, by family and by side."""

    by_family: Mapping[Family, float] = {}
    by_side: Mapping[Side, float] = {}


class Offer(msgspec.Struct, frozen=True):
    """What to do in a break. `routine` is empty where standing up and walking is all there is.

    `first` is the leg to begin with; `others` are routines one click away.
    """

    routine: str
    first: Side
    others: tuple[str, ...] = ()


def offer(
    choices: Sequence[Choice], practice: Practice, length_s: float, day: date, last: str = ""
) -> Offer:
    """The offer for a break of about `length_s`: of the nearest in length, what had least.

    `last` is what the user chose instead, if anything: it comes first as long as it is there.
    """
    first = _first(practice, day)
    if not choices:
        return Offer("", first)
    nearest_s = min(abs(each.seconds - length_s) for each in choices)
    near = [each for each in choices if abs(each.seconds - length_s) == nearest_s]
    fitting = [each for each in choices if each.routine == last] or near
    best = min(fitting, key=lambda each: (_practised_s(each, practice), each.routine))
    others = tuple(each.routine for each in choices if each is not best)
    return Offer(best.routine, first, others)


def _first(practice: Practice, day: date) -> Side:
    left_s = practice.by_side.get(Side.LEFT, 0.0)
    right_s = practice.by_side.get(Side.RIGHT, 0.0)
    if left_s == right_s:
        return Side.LEFT if left_first(day) else Side.RIGHT
    return Side.LEFT if left_s < right_s else Side.RIGHT


def _practised_s(choice: Choice, practice: Practice) -> float:
    """The mean over the families, so that a routine of many is not put last."""
    done = [practice.by_family.get(family, 0.0) for family in choice.families]
    return sum(done) / len(done) if done else 0.0
