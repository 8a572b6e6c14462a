"""Where a person stands between two breaks; changed by observations and wishes, never by ticks."""

from datetime import datetime
from enum import StrEnum

import msgspec

from supple.core.breaks.facts import Moment

LONGEST_LOOK_S = 600.0
"""Time between two looks at most, so that a changed clock or a lost signal is noticed."""


class Absence(StrEnum):
    """Why nobody sits and works."""

    IDLE = "idle"
    LOCKED = "locked"
    ASLEEP = "asleep"
    STRETCHING = "stretching"
    CLOSED = "closed"  # the program was not running


class Outcome(StrEnum):
    """What became of a break."""

    TAKEN = "taken"
    SHORTENED = "shortened"
    POSTPONED = "postponed"
    SKIPPED = "skipped"
    NATURAL = "natural"


class Cause(StrEnum):
    """Why an entry of the history is as it is."""

    ASKED = "asked"  # in answer to a reminder
    BY_HAND = "by-hand"  # the user began or left one out before it was due
    NO_ANSWER = "no-answer"
    CLOSED_AT_ONCE = "closed-at-once"
    IDLE = "idle"
    LOCKED = "locked"
    ASLEEP = "asleep"
    CLOSED = "closed"  # the program was not running: over night, as a rule


class Entry(msgspec.Struct, frozen=True):
    """One line for the history: what became of a break, and why.

    `due` is when it came due, or the time away began. `sitting_s` is the unbroken sitting before
    it, `rest_s` how long it lasted.
    """

    outcome: Outcome
    cause: Cause
    due: datetime
    sitting_s: float
    rest_s: float = 0.0


class Away(msgspec.Struct, frozen=True):
    """Nobody has been sitting here since `since_s` (real seconds)."""

    why: Absence
    since_s: float


class Ask(msgspec.Struct, frozen=True):
    """A break that is due and not over yet.

    `nudges` were shown so far; `shown_s` is when the one on show appeared. `not_before_s`: not
    before that moment, as the user wished. `free_s`: since when nothing but typing holds it back;
    `held_s`: since when something does. `anyway`: the user wants it whatever else there is.
    """

    due: datetime
    nudges: int = 0
    shown_s: float | None = None
    not_before_s: float | None = None
    free_s: float | None = None
    held_s: float | None = None
    anyway: bool = False


class Pause(msgspec.Struct, frozen=True):
    """Breaks are paused: until a time, told twice so that no change of the clock makes it longer.

    Both are None for "until I turn them on". `told` is the last day the user was reminded of it.
    """

    until: datetime | None
    until_s: float | None
    told: str = ""


class State(msgspec.Struct, frozen=True, kw_only=True):
    """All that the policy remembers.

    `seen` is the last observation. `sat_s` counts towards the next break, `sitting_s` since the
    last time away that counted. `back_s` is when the person came back last, `in_call_s` when a call
    was last seen: whoever listens without touching anything still sits there. `overtime` is the day
    on which working hours do not matter, as the user wished.
    """

    seen: Moment
    sat_s: float = 0.0
    sitting_s: float = 0.0
    back_s: float
    in_call_s: float
    away: Away | None = None
    ask: Ask | None = None
    pause: Pause | None = None
    overtime: str = ""
    skipped_in_a_row: int = 0


class Moved(msgspec.Struct, frozen=True):
    """The next state, and what is to be remembered of the way there."""

    state: State
    entries: tuple[Entry, ...] = ()


class Before(msgspec.Struct, frozen=True):
    """How the sitting stood when the program was last seen running, at `wall`.

    `is_end`: it ended then; else it was ended by force within the time between two looks.
    """

    wall: datetime
    sat_s: float
    sitting_s: float
    is_end: bool = True


def begin(now: Moment, pause: Pause | None = None, before: Before | None = None) -> State:
    """The state of a person who has just sat down; or who sat here `before` the program ended."""
    state = State(seen=now, back_s=now.real_s, in_call_s=now.real_s, pause=pause)
    gone_s = 0.0 if before is None else (now.wall - before.wall).total_seconds()
    if before is None or gone_s < 0:
        return state
    if not before.is_end:
        gone_s = max(0.0, gone_s - LONGEST_LOOK_S)
    return msgspec.structs.replace(
        state,
        sat_s=before.sat_s,
        sitting_s=max(0.0, before.sitting_s),
        away=Away(Absence.CLOSED, now.real_s - gone_s),
    )


def seen_before(state: State, *, is_end: bool) -> Before:
    """What the next start of the program has to know."""
    return Before(state.seen.wall, state.sat_s, state.sitting_s, is_end)
