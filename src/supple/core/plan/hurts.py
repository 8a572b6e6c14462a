"""When it hurts: what each answer means now, and what follows from it later."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from gettext import NullTranslations

import msgspec

from supple.core.history.records import RecordedSession
from supple.core.plan.records import HurtRecord
from supple.core.plan.screening import Lock
from supple.core.session.events import Hurt, Outcome

REST_DAYS = 7
SHARP = "sharp-pain"
"""The reason of a set-aside that follows from sharp pain."""

_REMEMBERED = timedelta(days=90)


class Choice(StrEnum):
    """What can be done next. The first one offered is the default."""

    EASIER = "easier"
    SHORTER = "shorter"
    SKIP = "skip"
    AGAIN = "again"
    REST = "rest"
    STOP = "stop"


class Now(msgspec.Struct, frozen=True):
    """What happens at once: the session ends or pauses, these choices, and the page to show.

    `asks_red_flags`: the page asks "Any of these?", and a yes leads to message A.
    """

    ends: bool
    choices: tuple[Choice, ...] = ()
    asks_red_flags: bool = False


class Later(msgspec.Struct, frozen=True):
    """What is kept: a rest for the exercise, and a lock that new answers open.

    `aside`: the exercise is set aside, until `until` or, if that is None, until it is taken back.
    """

    aside: bool = False
    until: date | None = None
    lock: Lock = Lock.NONE


_ENDED = Now(ends=True, choices=(Choice.STOP,))
_NOW = {
    Hurt.STRONG: Now(False, (Choice.EASIER, Choice.SHORTER, Choice.SKIP, Choice.STOP)),
    Hurt.SHARP: Now(True, (Choice.STOP,), asks_red_flags=True),
    Hurt.NERVE: Now(True, (Choice.STOP,), asks_red_flags=True),
    Hurt.DIZZY: _ENDED,
    Hurt.CHEST: _ENDED,
    Hurt.CRAMP: Now(False, (Choice.AGAIN, Choice.SKIP, Choice.STOP)),
    Hurt.OTHER: Now(False, (Choice.REST, Choice.SKIP, Choice.STOP)),
}
_SERIOUS = frozenset({Hurt.SHARP, Hurt.NERVE})


def now(answer: Hurt) -> Now:
    """What the answer means for the session that stands."""
    return _NOW[answer]


def later(
    told: HurtRecord, before: Sequence[HurtRecord], previous_session: Hurt | None = None
) -> Later:
    """What follows from the answer.

    `before` are all earlier ones; `previous_session` is how the session before this one ended, if
    it ended with pain. Two sessions in a row stopped by sharp or nerve-type pain ask the screening
    questions again, as one nerve-type sign does.
    """
    if told.answer is Hurt.CHEST:
        return Later(lock=Lock.EMERGENCY)
    if told.answer not in _SERIOUS:
        return Later()
    again = told.answer is Hurt.NERVE or previous_session in _SERIOUS
    lock = Lock.CHECK_AGAIN if again else Lock.NONE
    if told.answer is Hurt.NERVE:
        return Later(lock=lock)
    since = told.local_day - timedelta(REST_DAYS)
    second = any(each.answer is Hurt.SHARP and each.local_day >= since for each in before)
    until = None if second else told.local_day + timedelta(REST_DAYS)
    return Later(aside=True, until=until, lock=lock)


def softer(
    hurts: Sequence[HurtRecord],
    sessions: Sequence[RecordedSession],
    easier: Mapping[str, str],
    today: date,
) -> frozenset[str]:
    """The exercises that start with their easier version: hurt lately, and not yet done since.

    After `hurt-strong` at once, after `hurt-sharp` when the rest is over. `easier` names the
    easier version of an exercise; doing that one counts.
    """
    found: set[str] = set()
    for hurt in hurts:
        if hurt.answer not in (Hurt.STRONG, Hurt.SHARP) or today - hurt.local_day > _REMEMBERED:
            continue
        later_sessions = [each for each in sessions if each.session.started > hurt.told]
        names = {hurt.exercise, easier.get(hurt.exercise, "")}
        if not any(_was_done(names, each) for each in later_sessions):
            found.add(hurt.exercise)
    return frozenset(found)


def _was_done(names: set[str], recorded: RecordedSession) -> bool:
    return any(step.exercise in names and step.outcome is Outcome.DONE for step in recorded.steps)


def last_words(answer: Hurt, words: NullTranslations) -> str:
    """What is said when a session has ended with this answer, or pauses for it."""
    tr = words.gettext
    return {
        Hurt.STRONG: tr("Thanks. We'll go gentler."),
        Hurt.SHARP: tr("Let's leave it there for today. Stopping was the right choice."),
        Hurt.NERVE: tr("Walk a few steps. If it stays, call a doctor."),
        Hurt.DIZZY: tr("Sit or lie down. Breathe. Sip water."),
        Hurt.CHEST: tr("Call your emergency number now."),
        Hurt.CRAMP: tr("Let go. Move the foot gently. Wait for it to pass."),
        Hurt.OTHER: tr("That's fine. Take your time."),
    }[answer]


def answers(words: NullTranslations) -> tuple[tuple[Hurt, str], ...]:
    """The answers to "What did you feel?", in the order of their keys 1 to 7."""
    tr = words.gettext
    said = {
        Hurt.STRONG: tr("Just too strong a pull"),
        Hurt.SHARP: tr("Sharp pain"),
        Hurt.NERVE: tr("Numb, tingling, or pain running down the leg"),
        Hurt.DIZZY: tr("Dizzy or faint"),
        Hurt.CHEST: tr("Chest pain or hard to breathe"),
        Hurt.CRAMP: tr("Cramp"),
        Hurt.OTHER: tr("Something else"),
    }
    return tuple((answer, said[answer]) for answer in Hurt)


def red_flags(words: NullTranslations) -> tuple[str, ...]:
    """The lines under "Any of these?" that lead to message A, in their fixed order."""
    tr = words.gettext
    return (
        tr("A leg feels weak or gives way"),
        tr("Numb between the legs or around the bottom"),
        tr("Can't pass water, or can't control bladder or bowels"),
        tr("After a hard fall, or with fever"),
    )
