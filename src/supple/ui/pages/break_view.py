"""What the surfaces of desk breaks show, and what can be wanted from them. Records only."""

from enum import StrEnum

import msgspec


class Do(StrEnum):
    """What a person can want of desk breaks."""

    START = "start"
    LATER = "later"
    SKIP = "skip"
    ANYWAY = "anyway"
    PAUSE = "pause"
    PAUSE_TODAY = "pause-today"
    RESUME = "resume"
    TURN_ON = "turn-on"
    SETTINGS = "settings"
    SESSION = "session"
    SESSION_LATER = "session-later"
    SESSION_PAUSE = "session-pause"
    SESSION_HURTS = "session-hurts"
    TEST = "test"
    TEST_LATER = "test-later"
    OPEN = "open"
    QUIT = "quit"
    LEAVE = "leave"


class Act(msgspec.Struct, frozen=True):
    """A wish. `seconds` belongs to LATER (0: the usual), SESSION_LATER and PAUSE (0: for good).

    `routine` belongs to START: the break that was chosen, empty for the one that is offered.
    """

    do: Do
    seconds: float = 0.0
    routine: str = ""


class Choice(msgspec.Struct, frozen=True):
    """A wish and the words it stands under; `more` are wishes of the same kind, in a menu."""

    act: Act
    words: str
    icon: str = ""
    more: tuple["Choice", ...] = ()


class PromptView(msgspec.Struct, frozen=True):
    """Something asked without taking the focus. The first choice is the main one.

    `ident` tells one question from the next. `unanswered` is what the cross means. One that
    `stands_alone` goes by itself after `seconds`; any other is taken back by whoever asked.
    """

    ident: str
    title: str
    words: str
    choices: tuple[Choice, ...]
    unanswered: Act
    seconds: float = 60.0
    stands_alone: bool = False


class Sign(StrEnum):
    """What the icon in the tray shows, by its shape."""

    ON = "on"
    DUE = "due"
    PAUSED = "paused"
    OFF = "off"


class TrayView(msgspec.Struct, frozen=True):
    """The icon, the words that stand beside it, and the menu; None is a dividing line.

    A choice without icon and with `Do.LEAVE` is a line that only tells.
    """

    sign: Sign
    tip: str
    menu: tuple[Choice | None, ...]


class CardView(msgspec.Struct, frozen=True):
    """The card in the side bar. `is_waiting`: a break is due.

    `line` says it in one line, such as "Next at 14:30"; empty where breaks are off.
    """

    title: str
    detail: str
    choices: tuple[Choice, ...]
    is_waiting: bool = False
    line: str = ""
