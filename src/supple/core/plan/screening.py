"""Screening: the questions, what the answers close, and what reopens it.

Answers are never judged twice: `screen` turns them into a lock and conditions once, these are
kept, and `standing` reads where the person stands from the last ones and what was cleared since.
"""

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from supple.core.catalogue.exercise import Id, Line, Spoken, Tag, Text

AGAIN_AFTER_DAYS = 56  # every 8 weeks
AGAIN_AFTER_GAP_DAYS = 28  # without a session


class Group(StrEnum):
    """How serious a yes is; also the page it is asked on."""

    EMERGENCY = "emergency"
    SEE_FIRST = "see-first"
    CONDITION = "condition"
    PRACTICAL = "practical"


class Condition(StrEnum):
    """What an answer says about the person. Those named as a `Tag` act on exercises."""

    ACUTE_INJURY = "acute-injury"
    SEVERE_DISC_HERNIATION = "severe-disc-herniation"
    SPINAL_INSTABILITY = "spinal-instability"
    RECENT_SURGERY = "recent-surgery"
    KNOWN_BACK_CONDITION = "known-back-condition"
    SCIATICA_SYMPTOMS = "sciatica-symptoms"
    OSTEOPOROSIS = "osteoporosis"
    PREGNANCY = "pregnancy"
    BALANCE_PROBLEM = "balance-problem"
    DIZZINESS_BLOOD_PRESSURE = "dizziness-blood-pressure"
    EYE_PRESSURE = "eye-pressure"
    HEART_CONDITION = "heart-condition"
    KNEELING_PAIN = "kneeling-pain"
    FLOOR_ACCESS = "floor-access"
    FLOOR_ACCESS_KEPT = "floor-access-kept"
    UNDER_16 = "under-16"


ASK_FIRST = frozenset(
    {
        Condition.ACUTE_INJURY,
        Condition.SEVERE_DISC_HERNIATION,
        Condition.SPINAL_INSTABILITY,
        Condition.RECENT_SURGERY,
        Condition.KNOWN_BACK_CONDITION,
    }
)
"""With one of these everything but resting waits for a professional's word."""


class Lock(StrEnum):
    """What closes all sessions. The later, the stricter."""

    NONE = "none"
    CHECK_AGAIN = "check-again"
    SEE_FIRST = "see-first"
    EMERGENCY = "emergency"


_STRICTNESS = list(Lock)


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line with a tick; `tag` is the condition that a yes sets.

    `say` is what a person with a yes has, in words for the phone; `say_first` begins the sentence.
    """

    id: Id
    group: Group
    text: Line
    tag: Condition | None = None
    say: Text = ""
    say_first: Text = ""


class Caution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said beside an exercise that is kept with care."""

    tag: Tag
    say: Spoken


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an answer means, in words. `id` is a lock, a condition, or its place in the pages."""

    id: Id
    text: Text


class Questionnaire(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `screening.toml`."""

    question: tuple[Question, ...]
    caution: tuple[Caution, ...]
    message: tuple[Message, ...]

    def page(self, *groups: Group) -> tuple[Question, ...]:
        """The questions of these groups, in their written order."""
        return tuple(question for question in self.question if question.group in groups)

    def words(self, ident: str) -> str:
        """The message of that id."""
        return next(message.text for message in self.message if message.id == ident)

    def caution_words(self, tag: Tag) -> str:
        """The caution line of that tag."""
        return next(caution.say for caution in self.caution if caution.tag is tag)


class Answers(msgspec.Struct, frozen=True):
    """A questionnaire filled in: the ids with a yes, and the two questions that may follow.

    `keep_floor`: floor steps stay although getting down is hard. `doctor_checked`: the answer to
    "Has a doctor checked this?", asked first after an emergency answer.
    """

    yes: frozenset[str] = frozenset()
    keep_floor: bool = False
    doctor_checked: bool = False


class Verdict(msgspec.Struct, frozen=True):
    """What answers come to, before anything is cleared."""

    lock: Lock
    conditions: frozenset[Condition]


class Standing(msgspec.Struct, frozen=True):
    """Where a person stands: the last verdict, the day it was given, what was cleared since.

    `answered` is None as long as nothing was answered. `cleared` holds locks and conditions.
    """

    lock: Lock = Lock.NONE
    conditions: frozenset[Condition] = frozenset()
    cleared: frozenset[str] = frozenset()
    answered: date | None = None

    @property
    def access(self) -> "Access":
        """Whether sessions are open, and if not, what would open them."""
        lifted = self.lock is Lock.SEE_FIRST and Lock.SEE_FIRST in self.cleared
        if self.lock is not Lock.NONE and not lifted:
            return Access(self.lock)
        if self.answered is None:
            return Access.UNANSWERED
        return Access.ASK_FIRST if self.waiting else Access.CLEAR

    @property
    def waiting(self) -> tuple[Condition, ...]:
        """The conditions that close all sessions until a professional agreed."""
        return tuple(c for c in Condition if c in (ASK_FIRST & self.conditions) - self.cleared)


class Access(StrEnum):
    """Whether sessions are open. Only the first two let one start."""

    CLEAR = "clear"
    UNANSWERED = "unanswered"
    ASK_FIRST = "ask-first"
    CHECK_AGAIN = "check-again"
    SEE_FIRST = "see-first"
    EMERGENCY = "emergency"

    @property
    def is_open(self) -> bool:
        """Whether a session may start (with nothing answered, after asking where one can)."""
        return self in (Access.CLEAR, Access.UNANSWERED)

    @property
    def silences_reminders(self) -> bool:
        """Whether nothing reminds of stretching: messages A and B, and after a stop sign."""
        return not self.is_open

    @property
    def cleared_by_word(self) -> bool:
        """Whether "a doctor or physiotherapist says I may" opens it, without new answers."""
        return self in (Access.SEE_FIRST, Access.ASK_FIRST)


class Due(StrEnum):
    """Why the questions are asked (again)."""

    FIRST = "first"
    STOP_SIGN = "stop-sign"
    LOCKED = "locked"
    AFTER_BREAK = "after-break"
    EVERY_8_WEEKS = "every-8-weeks"


def screen(questionnaire: Questionnaire, answers: Answers, before: Standing) -> Verdict:
    """What the answers come to for somebody who stood at `before`.

    No answer opens what an earlier one closed: message A needs a doctor's check, message B a
    professional's word. Raises ValueError for an id that is not in the questionnaire.
    """
    known = {question.id: question for question in questionnaire.question}
    if unknown := answers.yes - set(known):
        raise ValueError(f"not in the questionnaire: {', '.join(sorted(unknown))}")
    ticked = [known[ident] for ident in sorted(answers.yes)]
    groups = {question.group for question in ticked}
    lock = Lock.NONE
    if Group.EMERGENCY in groups:
        lock = Lock.EMERGENCY
    elif Group.SEE_FIRST in groups:
        lock = Lock.SEE_FIRST
    lock = stricter_lock(lock, _still_closed(answers, before))
    conditions = {question.tag for question in ticked if question.tag}
    if Condition.FLOOR_ACCESS in conditions and answers.keep_floor:
        conditions ^= {Condition.FLOOR_ACCESS, Condition.FLOOR_ACCESS_KEPT}
    return Verdict(lock, frozenset(conditions))


def _still_closed(answers: Answers, before: Standing) -> Lock:
    """The earlier lock, as far as new answers alone do not open it."""
    access = before.access
    if access is Access.EMERGENCY and not answers.doctor_checked:
        return Lock.EMERGENCY
    return Lock.SEE_FIRST if access is Access.SEE_FIRST else Lock.NONE


def stricter_lock(one: Lock, other: Lock) -> Lock:
    """The stricter of two locks."""
    return max(one, other, key=_STRICTNESS.index)


def stricter(one: Standing, other: Standing) -> Standing:
    """What holds when two states meet, as after restoring a safety copy: the closed side wins.

    A subject is cleared only if every side that has it has cleared it. A side on which nothing was
    answered changes nothing.
    """
    if Standing() in (one, other):
        return other if one == Standing() else one
    sides = (one, other)
    agreed = {
        subject
        for subject in one.cleared | other.cleared
        if all(subject in side.cleared or subject not in _subjects(side) for side in sides)
    }
    lock = stricter_lock(one.lock, other.lock)
    if any(side.lock not in (Lock.NONE, *side.cleared) for side in sides):
        agreed.discard(lock)  # what one side has cleared must not open the lock of the other
    return Standing(
        lock=lock,
        conditions=one.conditions | other.conditions,
        cleared=frozenset(agreed),
        answered=min((side.answered for side in sides if side.answered), default=None),
    )


def _subjects(standing: Standing) -> frozenset[str]:
    return frozenset({*standing.conditions, standing.lock})


def due(standing: Standing, today: date, last_session: date | None) -> Due | None:
    """Whether and why the questions should be asked before the next session."""
    access = standing.access
    if access is Access.UNANSWERED:
        return Due.FIRST
    if access is Access.CHECK_AGAIN:
        return Due.STOP_SIGN
    if access in (Access.EMERGENCY, Access.SEE_FIRST):
        return Due.LOCKED
    answered = standing.answered or today
    if last_session and today - max(last_session, answered) >= timedelta(AGAIN_AFTER_GAP_DAYS):
        return Due.AFTER_BREAK
    return Due.EVERY_8_WEEKS if today - answered >= timedelta(AGAIN_AFTER_DAYS) else None


def messages(standing: Standing) -> tuple[str, ...]:
    """The ids of all messages that fit, the most serious first. Nothing ticked has one too."""
    access = standing.access
    if access is Access.UNANSWERED:
        return ("intro",)
    if standing.lock is Lock.NONE and not standing.conditions:
        return ("all-clear",)
    closed = () if access is Access.CLEAR else (access.value,)
    return (*closed, *(c.value for c in Condition if c in standing.conditions - ASK_FIRST))


def asking_a_word(standing: Standing) -> tuple[str, ...]:
    """What "a doctor or physiotherapist says I may exercise" can be said of, given or not."""
    named: list[str] = [Lock.SEE_FIRST] if standing.lock is Lock.SEE_FIRST else []
    wanted = ASK_FIRST | {Condition.SCIATICA_SYMPTOMS}
    return (*named, *(c for c in Condition if c in standing.conditions & wanted))
