"""What the user wants of breaks: now, later, not this one, none for a while."""

from datetime import datetime, timedelta

import msgspec

from supple.core.breaks.options import BreakOptions
from supple.core.breaks.policy import works_at
from supple.core.breaks.state import Ask, Cause, Entry, Moved, Outcome, Pause, State

BEGUN = frozenset({Outcome.TAKEN, Outcome.SHORTENED})
"""The outcomes of a break that was begun."""


def shown(state: State) -> State:
    """The reminder of a break that is due has just been shown."""
    ask = state.ask
    if ask is None or ask.shown_s is not None:
        return state
    ask = msgspec.structs.replace(ask, nudges=ask.nudges + 1, shown_s=state.seen.real_s)
    return msgspec.structs.replace(state, ask=ask)


def start(state: State) -> State:
    """A break or a session has been begun: no reminder waits for an answer any more."""
    return msgspec.structs.replace(state, ask=_off_screen(state))


def later(state: State, seconds: float, cause: Cause = Cause.ASKED) -> Moved:
    """Not now, but in `seconds`. Without a break that is due nothing happens."""
    ask = state.ask
    if ask is None:
        return Moved(state)
    entry = Entry(Outcome.POSTPONED, cause, ask.due, state.sitting_s)
    not_before_s = state.seen.real_s + seconds
    ask = Ask(ask.due, nudges=ask.nudges, not_before_s=not_before_s)
    return Moved(msgspec.structs.replace(state, ask=ask), (entry,))


def skip(state: State, options: BreakOptions) -> Moved:
    """Leave out the break that is due, or else the next one; the regular one after it comes.

    However often it is wished, no more than one is left out in advance.
    """
    ask = state.ask
    cause = Cause.BY_HAND if ask is None else Cause.ASKED
    due = state.seen.wall if ask is None else ask.due
    ahead = ask is None
    state = msgspec.structs.replace(
        state,
        ask=None,
        sat_s=max(state.sat_s, 0.0) - options.interval_s if ahead else 0.0,
        skipped_in_a_row=state.skipped_in_a_row + 1,
    )
    return Moved(state, (Entry(Outcome.SKIPPED, cause, due, state.sitting_s),))


def ask_anyway(state: State, options: BreakOptions) -> State:
    """Remind today although the working hours are over; or of a break that something holds back."""
    if not works_at(state.seen.wall, options, state):
        return msgspec.structs.replace(state, overtime=state.seen.wall.date().isoformat())
    if state.ask is None:
        return state
    ask = msgspec.structs.replace(state.ask, anyway=True)
    return msgspec.structs.replace(state, ask=ask)


def finish(state: State, options: BreakOptions, *, done_s: float, planned_s: float) -> Moved:
    """A break that was started is over after `done_s` of `planned_s` seconds of its work.

    Only what was done counts: all of it is a rest, a part counts in proportion, nothing at all
    means later.
    """
    ask = state.ask
    cause = Cause.BY_HAND if ask is None else Cause.ASKED
    due = state.seen.wall if ask is None else ask.due
    state = msgspec.structs.replace(state, away=None, back_s=state.seen.real_s)
    if done_s <= 0:
        return later(state, options.later_s, Cause.CLOSED_AT_ONCE)
    share = min(1.0, done_s / planned_s) if planned_s > 0 else 1.0
    outcome = Outcome.TAKEN if share >= 1 else Outcome.SHORTENED
    entry = Entry(outcome, cause, due, state.sitting_s, done_s)
    state = msgspec.structs.replace(
        state,
        sat_s=left_of(state.sat_s, share, options),
        sitting_s=0.0,
        ask=None,
        skipped_in_a_row=0,
    )
    return Moved(state, (entry,))


def left_of(sat_s: float, share: float, options: BreakOptions) -> float:
    """What `share` of a whole rest leaves of the sitting: of a due break's, at most an interval.

    A break that was left out in advance (less than none) stays left out.
    """
    return min(sat_s, min(sat_s, options.interval_s) * (1 - share))


def pause(state: State, until: datetime | None) -> State:
    """No breaks until a date and time that lies ahead, or (None) until the user says so."""
    if until is None:
        told = state.seen.wall.date().isoformat()
        return msgspec.structs.replace(state, pause=Pause(None, None, told), ask=_off_screen(state))
    left_s = (until - state.seen.wall).total_seconds()
    paused = Pause(until, state.seen.real_s + left_s)
    return msgspec.structs.replace(state, pause=paused, ask=_off_screen(state))


def pause_for(state: State, seconds: float) -> State:
    """No breaks for `seconds`."""
    return pause(state, state.seen.wall + timedelta(seconds=seconds))


def resume(state: State) -> State:
    """Breaks are wanted again; not at once, though."""
    if state.pause is None:
        return state
    return msgspec.structs.replace(state, pause=None, back_s=state.seen.real_s)


def told_of_pause(state: State) -> State:
    """The user was reminded today that breaks are paused."""
    if state.pause is None:
        return state
    day = state.seen.wall.date().isoformat()
    return msgspec.structs.replace(state, pause=msgspec.structs.replace(state.pause, told=day))


def _off_screen(state: State) -> Ask | None:
    return None if state.ask is None else msgspec.structs.replace(state.ask, shown_s=None)
