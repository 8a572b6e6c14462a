"""Why a session is not as its routine is written: records for programs, sentences for people."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from gettext import NullTranslations

import msgspec

from supple.core.catalogue.exercise import Kit, Tag


class Why(StrEnum):
    """Everything that changes a step, in the order in which it is applied."""

    PLAN = "plan"
    ADJUSTED = "adjusted"
    MORE_SETS = "more-sets"
    TOO_STRONG = "too-strong"
    LIGHTER = "lighter-week"
    SOFTER = "softer"
    ASK_FIRST = "ask-first"
    SCREENING = "screening"
    LEVEL = "level"
    SET_ASIDE = "set-aside"
    CALMER = "calmer"
    KIT = "kit"
    PREGNANCY = "pregnancy"
    SCIATICA = "sciatica"
    COLD = "cold"
    EXTRA_SET = "extra-set"
    TIGHTER_SIDE = "tighter-side"


class Reason(msgspec.Struct, frozen=True, omit_defaults=True):
    """One change of one step.

    `was` and `now` are seconds of a hold, or sets, as the kind of change has it. `tags` are the
    answers behind it, `kit` what is not at hand; `until` is None where only the user ends it.
    """

    why: Why
    was: int = 0
    now: int = 0
    tags: tuple[Tag, ...] = ()
    kit: tuple[Kit, ...] = ()
    until: date | None = None


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """A step of the routine that became another one, or was left out (`now` is empty)."""

    exercise: str
    now: str
    reason: Reason


def tag_words(tag: Tag, words: NullTranslations) -> str:
    """What the user ticked, in a few words."""
    tr = words.gettext
    return {
        Tag.ACUTE_INJURY: tr("a fresh injury"),
        Tag.SEVERE_DISC_HERNIATION: tr("a severe disc herniation"),
        Tag.SPINAL_INSTABILITY: tr("an unstable spine"),
        Tag.RECENT_SURGERY: tr("recent surgery"),
        Tag.SCIATICA_SYMPTOMS: tr("pain or tingling down one leg"),
        Tag.OSTEOPOROSIS: tr("fragile bones"),
        Tag.PREGNANCY: tr("pregnancy"),
        Tag.BALANCE_PROBLEM: tr("unsure balance"),
        Tag.DIZZINESS_BLOOD_PRESSURE: tr("dizziness or blood pressure"),
        Tag.EYE_PRESSURE: tr("glaucoma or an eye operation"),
        Tag.HEART_CONDITION: tr("a heart or lung condition"),
        Tag.KNEELING_PAIN: tr("painful kneeling"),
        Tag.FLOOR_ACCESS: tr("getting down to the floor is hard"),
    }[tag]


def kit_words(kit: Kit, words: NullTranslations) -> str:
    """A thing that an exercise needs, in words."""
    tr = words.gettext
    return {
        Kit.CHAIR: tr("a chair"),
        Kit.OFFICE_CHAIR: tr("an office chair"),
        Kit.MAT: tr("a mat"),
        Kit.STRAP: tr("a strap"),
        Kit.CUSHION: tr("a cushion"),
        Kit.WALL: tr("a wall"),
        Kit.WALL_CORNER: tr("a wall corner"),
        Kit.DOORWAY: tr("a doorway"),
        Kit.DESK: tr("a desk"),
        Kit.PARTNER: tr("a partner"),
        Kit.TAPE_MEASURE: tr("a tape measure"),
    }[kit]


def reason_words(
    reason: Reason, words: NullTranslations, day: Callable[[date], str] = date.isoformat
) -> str:
    """The reason as a sentence, short enough for a line beside the step.

    `day` writes a date as the reader is used to.
    """
    tr = words.gettext
    sentence = {
        Why.PLAN: tr("{now} seconds, from your plan."),
        Why.ADJUSTED: tr("{now} seconds, as you set it."),
        Why.MORE_SETS: tr("{now} sets, as you set it."),
        Why.TOO_STRONG: tr("A little less, because the last two felt too strong."),
        Why.LIGHTER: tr("One set less in a lighter week."),
        Why.SOFTER: tr("Softer this time, because it was too strong."),
        Why.ASK_FIRST: tr("Not before you have asked a professional."),
        Why.SCREENING: tr("Because you ticked: {tags}."),
        Why.LEVEL: tr("The strongest stretches stay closed for you."),
        Why.SET_ASIDE: tr("Set aside for now."),
        Why.CALMER: tr("Calmer today, as you wished."),
        Why.KIT: tr("Without {kit}."),
        Why.PREGNANCY: tr("At most {now} seconds in pregnancy."),
        Why.SCIATICA: tr("At most {now} seconds while the leg reacts."),
        Why.COLD: tr("{now} seconds, because you are not warm yet."),
        Why.EXTRA_SET: tr("One more on the tighter side."),
        Why.TIGHTER_SIDE: tr("The tighter side goes first."),
    }[reason.why]
    if reason.why is Why.SET_ASIDE and reason.until is not None:
        sentence = tr("Resting until {day}.").format(day=day(reason.until))
    tags = ", ".join(tag_words(tag, words) for tag in reason.tags)
    kit = ", ".join(kit_words(each, words) for each in reason.kit)
    return sentence.format(now=reason.now, was=reason.was, tags=tags, kit=kit)
