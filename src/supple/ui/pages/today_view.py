"""Owns what Today is given: one frozen record, ready to be painted."""

from enum import Enum, auto

import msgspec

from supple.ui.widgets.day_strip import Day


class HeroKind(Enum):
    """What the hero offers; the words follow from it."""

    NEXT = auto()
    RESUME = auto()
    WEEK_DONE = auto()
    NO_PLAN = auto()
    PLAN_PAUSED = auto()
    HURT = auto()
    ASK = auto()
    CLOSED = auto()
    FIRST = auto()


class Hero(msgspec.Struct, frozen=True):
    """The one thing to do now.

    `routine` and `name` are the session's id and title; where there is none, `name` is what to do
    instead. `number` of `of` is its place in the
    week. `since` is a date in words (plan paused), `felt` what stopped the last session.
    `look_inside` shows "See what's inside"; `why` tells why it is this session.
    """

    kind: HeroKind
    routine: str = ""
    name: str = ""
    minutes: int = 0
    stretches: int = 0
    hold_s: int = 0
    number: int = 0
    of: int = 0
    since: str = ""
    felt: str = ""
    look_inside: bool = False
    why: str = ""


class DeskBreak(msgspec.Struct, frozen=True):
    """The quick desk break, in two sentences."""

    words: str


class Reach(msgspec.Struct, frozen=True):
    """The reach check: the last value in words, and whether one is due this week."""

    words: str
    minutes: int
    due: bool


class SafetyNote(msgspec.Struct, frozen=True):
    """A first sentence in bold, the rest, and whether "When not to stretch" can be opened."""

    strong: str
    words: str
    more: bool = False


class RoutineTile(msgspec.Struct, frozen=True):
    """One routine that can be started from Today."""

    routine: str
    name: str
    minutes: int
    words: str = ""


class TodayView(msgspec.Struct, frozen=True):
    """All of Today. What is None or empty is not shown.

    `rhythm` tells of the last 8 weeks, oldest first, whether there was a stretch.
    """

    greeting: str
    date_line: str
    hero: Hero
    week: tuple[Day, ...] = ()
    week_line: str = ""
    desk_break: DeskBreak | None = None
    rhythm: tuple[bool, ...] = ()
    reach: Reach | None = None
    last_session: str = ""
    safety: SafetyNote | None = None
    routines: tuple[RoutineTile, ...] = ()
