"""Reach checks: which ones are for whom, what a number means, and when to measure again."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from gettext import NullTranslations
from typing import Literal

import msgspec

from supple.core.catalogue.exercise import Exercise, Id, Line, Tag
from supple.core.plan.course import valid
from supple.core.plan.limits import Limits
from supple.core.plan.records import Decision, PlanEvent, Profile, TestRecord
from supple.core.plan.screening import Condition, Standing
from supple.core.session.steps import Side

CHAIR = "test-chair-sit-and-reach"
FLOOR = "test-sit-and-reach"
STANDING = "test-standing-toe-touch"
ALL = frozenset({CHAIR, FLOOR, STANDING})
"""The exercises that are reach checks."""
TIGHTER_BY_CM = 4.0
CM, INCHES = "cm", "inches"  # units to enter
CM_AN_INCH = 2.54
PAIN_TOO_HIGH = 7
_CHAIR_FROM_AGE = 60
_PREFER_CHAIR_FROM_AGE = 70
AGAIN_DAYS = 7
REMIND_DAYS = 28

Sex = Literal["woman", "man"]


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for numbers at `from_cm` or better."""

    from_cm: float
    text: Line


class Target(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Published values for good flexibility by age and sex, and the words beside them."""

    source: Line
    age: tuple[int, ...]
    women: tuple[float, ...]
    men: tuple[float, ...]
    from_age: int
    near_cm: float
    words_at: Line
    words_near: Line
    words_far: Line

    def value_cm(self, age: int, sex: Sex) -> float:
        """The value for the nearest age; of two equally near ones the younger."""
        values = self.women if sex == "woman" else self.men
        return min(zip(self.age, values, strict=True), key=lambda row: abs(row[0] - age))[1]


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The middle half of people of an age and sex, and the words beside it."""

    source: Line
    age_from: tuple[int, ...]
    age_to: tuple[int, ...]
    women_low: tuple[float, ...]
    women_high: tuple[float, ...]
    men_low: tuple[float, ...]
    men_high: tuple[float, ...]
    words_inside: Line
    words_above: Line
    words_below: Line

    def bounds_cm(self, age: int, sex: Sex) -> tuple[float, float] | None:
        """Lower and upper bound; None for an age that was not studied."""
        low, high = (
            (self.women_low, self.women_high) if sex == "woman" else (self.men_low, self.men_high)
        )
        rows = zip(self.age_from, self.age_to, low, high, strict=True)
        return next((row[2:] for row in rows if row[0] <= age <= row[1]), None)


class Protocol(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One test: tries, bounds of what can be entered, what a number means.

    A change below `minimal_change_cm` is within measuring error. `aside` is said from the reading
    with the number `aside_from` on, counted from the best.
    """

    id: Id
    tries: int
    better: Literal["larger", "smaller"]
    least: int
    most: int
    minimal_change_cm: float
    minimal_change_source: Line
    zero: Line
    aside: Line
    reading: tuple[Reading, ...]
    target: Target | None = None
    range: Range | None = None
    aside_from: int = 0

    def best(self, tries: Sequence[float]) -> float:
        """The try that counts. Raises ValueError without any."""
        return max(tries) if self.better == "larger" else min(tries)

    def gain_cm(self, now: float, before: float) -> float:
        """How much further `now` is than `before`; negative when it is less."""
        return now - before if self.better == "larger" else before - now


class SelfTestFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `self-tests.toml`."""

    test: tuple[Protocol, ...]


class Difference(StrEnum):
    """A number against an earlier one."""

    SAME = "same"
    LOOSER = "looser"
    STIFFER = "stiffer"


def difference(protocol: Protocol, now: float, before: float) -> Difference:
    """Whether the change is more than measuring error, and which way."""
    gain = protocol.gain_cm(now, before)
    if abs(gain) < protocol.minimal_change_cm:
        return Difference.SAME
    return Difference.LOOSER if gain > 0 else Difference.STIFFER


def aside(protocol: Protocol, value_cm: float) -> str:
    """What is said beside a number; empty where it need not be."""
    readings = [each.text for each in protocol.reading]
    place = readings.index(reading(protocol, value_cm)) if readings else 0
    return protocol.aside if place >= protocol.aside_from else ""


def reading(protocol: Protocol, value_cm: float) -> str:
    """The number in plain words, empty where the test has none."""
    for each in protocol.reading:
        if protocol.gain_cm(value_cm, each.from_cm) >= 0:
            return each.text
    return ""


def norm(protocol: Protocol, value_cm: float, profile: Profile, today: date) -> str:
    """How the number compares with published values; empty where nothing can be said.

    Nothing is said without age and sex, under 18, or for ages that were not studied.
    """
    if profile.birth_year is None or profile.sex is None:
        return ""
    age = today.year - profile.birth_year
    if protocol.target and age >= protocol.target.from_age:
        short_cm = protocol.target.value_cm(age, profile.sex) - value_cm
        if short_cm <= 0:
            return protocol.target.words_at
        near = short_cm <= protocol.target.near_cm
        return protocol.target.words_near if near else protocol.target.words_far
    bounds = protocol.range.bounds_cm(age, profile.sex) if protocol.range else None
    if protocol.range is None or bounds is None:
        return ""
    low, high = bounds
    if value_cm > high:
        return protocol.range.words_above
    return protocol.range.words_inside if value_cm >= low else protocol.range.words_below


def in_inches(value_cm: float) -> float:
    """The value in inches, to the nearest quarter."""
    return round(value_cm / CM_AN_INCH * 4) / 4


def in_cm(inches: float) -> float:
    """Inches in centimetres, to the millimetre."""
    return round(inches * CM_AN_INCH, 1)


class Choice(msgspec.Struct, frozen=True):
    """The tests for a person, the one to begin with first; `refusal` where there is none."""

    tests: tuple[str, ...]
    refusal: "Refusal | None" = None
    shows_norms: bool = True


class Refusal(StrEnum):
    """Why there is no test now."""

    CLOSED = "closed"
    FRAGILE_BONES = "fragile-bones"
    PAIN = "pain"
    NONE_SUITS = "none-suits"


def offered(
    tests: Sequence[Exercise],
    standing: Standing,
    limits: Limits,
    profile: Profile,
    today: date,
    *,
    pain: int | None = None,
) -> Choice:
    """The tests this person may do today. `pain` is today's highest rating, if there is one.

    The chair test takes the place of one that is out, and stands beside the others from age 60
    (before them from 70). Fragile bones: none at all.
    """
    if not standing.access.is_open:
        return Choice((), Refusal.CLOSED)
    if Tag.OSTEOPOROSIS in limits.avoid:
        return Choice((), Refusal.FRAGILE_BONES)
    if pain is not None and pain >= PAIN_TOO_HIGH:
        return Choice((), Refusal.PAIN)
    fit = {each.id for each in tests if limits.out(each) is None}
    age = today.year - profile.birth_year if profile.birth_year else 0
    others = [each.id for each in tests if each.id != CHAIR]
    found = [ident for ident in others if ident in fit]
    if CHAIR in fit and (age >= _CHAIR_FROM_AGE or found != others):
        place = 0 if age >= _PREFER_CHAIR_FROM_AGE else len(found)
        found.insert(place, CHAIR)
    if not found:
        return Choice((), Refusal.NONE_SUITS)
    return Choice(tuple(found), shows_norms=Condition.UNDER_16 not in standing.conditions)


def too_soon(last: date | None, today: date) -> bool:
    """Whether the same test was done less than a week ago."""
    return last is not None and timedelta(0) <= today - last < timedelta(AGAIN_DAYS)


def tighter_side(tests: Sequence[TestRecord], decisions: Sequence[PlanEvent] = ()) -> Side | None:
    """The tighter side, by what was told last: the chair test (from 4 cm on), or the user."""
    legs: dict[Side, TestRecord] = {}
    for each in sorted(tests, key=lambda record: record.measured):
        if each.test == CHAIR:
            legs[each.side] = each
    said = [each for each in valid(decisions) if each.kind is Decision.TIGHTER]
    if said and not any(leg.measured > said[-1].decided for leg in legs.values()):
        return said[-1].detail.side
    if not {Side.LEFT, Side.RIGHT} <= legs.keys():
        return None
    lead = legs[Side.LEFT].value_cm - legs[Side.RIGHT].value_cm
    if abs(lead) < TIGHTER_BY_CM:
        return None
    return Side.RIGHT if lead > 0 else Side.LEFT


def any_clear_change(protocols: Sequence[Protocol], tests: Sequence[TestRecord]) -> bool | None:
    """Whether any test's latest number differs from its first by more than measuring error.

    None where nothing was measured twice.
    """
    compared = False
    for protocol in protocols:
        for side in Side:
            mine = [each for each in tests if each.test == protocol.id and each.side is side]
            mine.sort(key=lambda record: record.measured)
            if len(mine) > 1:
                compared = True
                change = difference(protocol, mine[-1].value_cm, mine[0].value_cm)
                if change is not Difference.SAME:
                    return True
    return False if compared else None


def difference_words(change: Difference, words: NullTranslations) -> str:
    """A change in words."""
    tr = words.gettext
    return {
        Difference.SAME: tr("About the same (within measuring error)"),
        Difference.LOOSER: tr("Looser than last time"),
        Difference.STIFFER: tr("Stiffer than last time"),
    }[change]


def refusal_words(refusal: Refusal, words: NullTranslations) -> str:
    """Why there is no test now, kindly."""
    tr = words.gettext
    return {
        Refusal.CLOSED: tr("Tests are closed for now, as sessions are."),
        Refusal.FRAGILE_BONES: tr(
            "Bending tests are not for fragile bones. "
            "Your pain and comfort ratings show the way instead."
        ),
        Refusal.PAIN: tr("Not on a day with that much pain. Another day tells more."),
        Refusal.NONE_SUITS: tr("None of the tests suits you now. Your ratings show the way."),
    }[refusal]


def too_soon_words(words: NullTranslations) -> str:
    """What to say to a second test within a week."""
    return words.gettext("Muscles change slowly. See you next week.")


def under_the_chart(words: NullTranslations) -> str:
    """What no number says."""
    return words.gettext("This shows flexibility, not the health of your back.")
