"""Owns what is said after "It hurts": the answers, and what follows each. Pure words."""

from enum import Enum, auto
from gettext import NullTranslations

import msgspec

from supple.core.plan.hurts import now as now_of
from supple.core.session.events import Hurt
from supple.ui.pages.session_words import ExerciseWords


class Way(Enum):
    """How it can go on after an answer."""

    SOFTER = auto()
    AGAIN = auto()
    SKIP = auto()
    REST = auto()
    STOP = auto()


class Choice(msgspec.Struct, frozen=True):
    """One way on: its words, a second line, and an icon."""

    way: Way
    word: str
    detail: str
    icon: str


class Panel(msgspec.Struct, frozen=True):
    """A list of advice under a heading. An `urgent` one is painted in the colour of warning."""

    parts: tuple[tuple[str, str, tuple[str, ...]], ...]
    foot: str = ""
    urgent: bool = False


class Follow(msgspec.Struct, frozen=True):
    """The second step after an answer: either choices, or panels when the session is over.

    `asks_red_flags`: one of the signs in the last panel may fit, which closes everything.
    """

    title: str
    words: str
    choices: tuple[Choice, ...] = ()
    panels: tuple[Panel, ...] = ()
    asks_red_flags: bool = False


def answers(translations: NullTranslations) -> tuple[tuple[Hurt, str], ...]:
    """Return the seven answers in their order, keys 1 to 7."""
    tr = translations.gettext
    return (
        (Hurt.STRONG, tr("Just too strong a pull")),
        (Hurt.SHARP, tr("Sharp pain")),
        (Hurt.NERVE, tr("Numb, tingling, or pain running down the leg")),
        (Hurt.DIZZY, tr("Dizzy or faint")),
        (Hurt.CHEST, tr("Chest pain or hard to breathe")),
        (Hurt.CRAMP, tr("Cramp")),
        (Hurt.OTHER, tr("Something else")),
    )


def follow(answer: Hurt, exercise: ExerciseWords, translations: NullTranslations) -> Follow:
    """Return what is shown after `answer`."""
    tr = translations.gettext
    ways = _ways(exercise, translations)
    match answer:
        case Hurt.STRONG:
            return Follow(
                tr("Thanks. We'll go gentler."),
                tr(
                    "A stretch should be a mild pull you could hold and chat through. "
                    "How would you like to go on?"
                ),
                (ways[Way.SOFTER], ways[Way.SKIP], ways[Way.REST], ways[Way.STOP]),
            )
        case Hurt.CRAMP:
            return Follow(
                tr("A cramp. Let it go first."),
                tr("Let go. Move the foot gently. Wait for it to pass."),
                (ways[Way.AGAIN], ways[Way.SKIP], ways[Way.REST], ways[Way.STOP]),
            )
        case Hurt.OTHER:
            return Follow(
                tr("That's fine."),
                tr("The clock stays stopped. How would you like to go on?"),
                (ways[Way.REST], ways[Way.SKIP], ways[Way.STOP]),
            )
        case _:
            return _over(answer, translations)


def _over(answer: Hurt, translations: NullTranslations) -> Follow:
    """Return the words for signs that end the session."""
    tr = translations.gettext
    saved = tr("Everything you did is saved.")
    now: tuple[str, ...]
    soon: tuple[str, ...]
    match answer:
        case Hurt.NERVE:
            words = tr("Numbness or tingling is a sign to stop, not to push on.")
            now = (tr("Walk a few steps"), tr("Rest in any position that feels fine"))
            soon = (tr("it stays"), tr("it comes back"))
        case Hurt.DIZZY:
            words = tr("Stopping was the right choice.")
            now = (tr("Sit or lie down"), tr("Breathe"), tr("Sip water"))
            soon = (tr("it stays"), tr("it comes back"))
        case Hurt.CHEST:
            panel = Panel(
                ((tr("Now"), "phone", (tr("Call your emergency number now."),)),), urgent=True
            )
            return Follow(tr("Please get medical help now"), saved, panels=(panel,))
        case _:
            words = tr("Sharp pain is a sign to stop, not to push on.")
            saved = tr("Everything you did is saved, and this stretch rests for 7 days.")
            now = (
                tr("Rest in any position that feels fine"),
                tr("Gentle walking is usually all right"),
                tr("Don't test the sore movement today"),
            )
            soon = (
                tr("it's still there in a few days, or getting worse"),
                tr("numbness or tingling stays"),
            )
    calm = Panel(((tr("Now"), "couch", now), (tr("See someone soon if"), "stethoscope", soon)))
    title = tr("Let's leave it there for today")
    return Follow(
        title,
        f"{words} {saved}",
        panels=(calm, _warning(translations)),
        asks_red_flags=now_of(answer).asks_red_flags,
    )


def _warning(translations: NullTranslations) -> Panel:
    tr = translations.gettext
    signs = (
        tr("a leg feels weak or gives way"),
        tr("you are numb between the legs or around the bottom"),
        tr("you can't pass water, or can't control bladder or bowels"),
        tr("the pain followed a hard fall, or comes with a fever"),
    )
    foot = tr("These are rare. If one fits, don't wait: call your local emergency number.")
    return Panel(((tr("Get medical help now if"), "first-aid", signs),), foot, urgent=True)


def _ways(exercise: ExerciseWords, translations: NullTranslations) -> dict[Way, Choice]:
    tr = translations.gettext
    softer = exercise.softer or tr("Shorter, 15 seconds")
    return {
        way.way: way
        for way in (
            Choice(Way.SOFTER, tr("Softer version"), softer, "leaf"),
            Choice(
                Way.AGAIN,
                tr("Start this hold again"),
                tr("When it has passed"),
                "arrow-counter-clockwise",
            ),
            Choice(Way.SKIP, tr("Skip this stretch"), tr("Go on to the next one"), "skip-forward"),
            Choice(Way.REST, tr("Rest a minute first"), tr("The clock waits for you"), "couch"),
            Choice(Way.STOP, tr("Stop for today"), tr("Saves what you did"), "flag-checkered"),
        )
    }
