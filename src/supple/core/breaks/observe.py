"""What an observation changes: who has been sitting how long, and what of it was a rest.

Observations may come a second or an hour apart. What happened in between follows from how long
nobody touched anything, and from how long the computer slept.
"""

from datetime import timedelta

import msgspec

from supple.core.breaks.answer import Break, Wait, Why
from supple.core.breaks.facts import Facts, Moment
from supple.core.breaks.intents import later, left_of
from supple.core.breaks.options import BreakOptions
from supple.core.breaks.policy import ANSWER_S, CALL, hindrance, is_idle, is_over
from supple.core.breaks.state import Absence, Ask, Away, Cause, Entry, Moved, Outcome, State

_SLEPT_S = 1.0  # the clocks drift apart by less while awake
_NATURAL = {
    Absence.IDLE: Cause.IDLE,
    Absence.LOCKED: Cause.LOCKED,
    Absence.ASLEEP: Cause.ASLEEP,
    Absence.CLOSED: Cause.CLOSED,
}


def observe(state: State, facts: Facts, options: BreakOptions, now: Moment) -> Moved:
    """The state at `now`, which is not before the last observation, with what is to be remembered.

    `facts` are those of `now`; what they leave open about the time before is judged for the
    person who sat.
    """
    state, entries = _presence(state, facts, options, now)
    state = _pause_upkeep(msgspec.structs.replace(state, seen=now))
    if state.ask is None and state.sat_s >= options.interval_s:
        state = msgspec.structs.replace(state, ask=Ask(due=now.wall))
    if state.ask is not None:
        state, more = _ask_upkeep(state, facts, options, state.ask)
        entries += more
    return Moved(state, entries)


def _presence(
    state: State, facts: Facts, options: BreakOptions, now: Moment
) -> tuple[State, tuple[Entry, ...]]:
    before = state.seen
    passed_s = max(0.0, now.real_s - before.real_s)
    slept_s = passed_s - min(passed_s, max(0.0, now.awake_s - before.awake_s))
    if slept_s <= _SLEPT_S:
        slept_s = 0.0
    if facts.quiet & CALL:
        state = msgspec.structs.replace(state, in_call_s=now.real_s)
    gone = _absence(state, facts, options, now, slept_s)
    if gone is None:
        return _present(state, facts, options, now, slept_s)
    if state.away is not None:
        stays = state.away.why in (Absence.ASLEEP, Absence.CLOSED)
        why = state.away.why if stays else gone.why
        return msgspec.structs.replace(state, away=Away(why, state.away.since_s)), ()
    return _sit(state, gone.since_s - before.real_s, away=gone), ()


def _absence(
    state: State, facts: Facts, options: BreakOptions, now: Moment, slept_s: float
) -> Away | None:
    """Whether nobody sits and works at `now`, and since when."""
    idle = is_idle(facts, options) and state.in_call_s < now.real_s
    since_s = now.real_s - slept_s
    if idle:
        last_s = max(now.real_s - (facts.idle_s or 0.0), state.in_call_s, state.back_s)
        since_s = min(since_s, last_s)
    if facts.is_stretching:
        return Away(Absence.STRETCHING, now.real_s)
    if facts.is_locked:
        return Away(Absence.ASLEEP if slept_s else Absence.LOCKED, since_s)
    if idle:
        return Away(Absence.ASLEEP if slept_s else Absence.IDLE, since_s)
    return None


def _present(
    state: State, facts: Facts, options: BreakOptions, now: Moment, slept_s: float
) -> tuple[State, tuple[Entry, ...]]:
    """Somebody sits there; perhaps they have just come back."""
    away, before = state.away, state.seen
    if away is None and not slept_s:
        return _sit(state, now.real_s - before.real_s), ()
    if away is None:
        away = Away(Absence.ASLEEP, now.real_s - slept_s)
        state = _sit(state, away.since_s - before.real_s)
    back_s = min(now.real_s, max(now.real_s - (facts.idle_s or 0.0), before.real_s + slept_s))
    state, entries = _rested(state, away, back_s - away.since_s, options, now)
    return _sit(msgspec.structs.replace(state, back_s=now.real_s), now.real_s - back_s), entries


def _sit(state: State, seconds: float, away: Away | None = None) -> State:
    """Count sitting; less than none takes back what was counted before idleness showed."""
    return msgspec.structs.replace(
        state,
        sat_s=max(min(0.0, state.sat_s), state.sat_s + seconds),
        sitting_s=max(0.0, state.sitting_s + seconds),
        away=away,
    )


def _rested(
    state: State, away: Away, rest_s: float, options: BreakOptions, now: Moment
) -> tuple[State, tuple[Entry, ...]]:
    """Credit time away by its length."""
    if rest_s < options.counts_from_s:
        return state, ()
    cause = _NATURAL.get(away.why)
    entry = Entry(
        Outcome.NATURAL,
        cause or Cause.BY_HAND,
        due=now.wall - timedelta(seconds=now.real_s - away.since_s),
        sitting_s=state.sitting_s,
        rest_s=rest_s,
    )
    # A session has its own record, and stirring between two absences was no sitting.
    entries = (entry,) if cause and state.sitting_s >= options.counts_from_s else ()
    state = msgspec.structs.replace(state, sitting_s=0.0)
    if rest_s >= options.reset_s:
        return msgspec.structs.replace(state, sat_s=0.0, ask=None, skipped_in_a_row=0), entries
    sat_s = left_of(state.sat_s, rest_s / options.reset_s, options)
    return msgspec.structs.replace(state, sat_s=sat_s, ask=None), entries


def _pause_upkeep(state: State) -> State:
    if state.pause is None or not is_over(state.pause, state.seen):
        return state
    return msgspec.structs.replace(state, pause=None, back_s=state.seen.real_s)


def _ask_upkeep(
    state: State, facts: Facts, options: BreakOptions, ask: Ask
) -> tuple[State, tuple[Entry, ...]]:
    """Keep the times that tell how long a break was free or held back, and end old reminders."""
    now = state.seen
    if ask.shown_s is not None and now.real_s - ask.shown_s >= ANSWER_S:
        moved = later(state, options.later_s, Cause.NO_ANSWER)
        return moved.state, moved.entries
    held = hindrance(facts, options, state, ask)
    if held is None:
        free_s = now.real_s if ask.free_s is None else ask.free_s
        ask = msgspec.structs.replace(ask, free_s=free_s, held_s=None)
    elif isinstance(held, Break) or (isinstance(held, Wait) and held.why is Why.QUIET):
        # A reminder that a call cut off was hardly seen: it does not count as one of the two.
        shown = ask.shown_s is not None
        ask = msgspec.structs.replace(
            ask,
            free_s=None,
            held_s=now.real_s if ask.held_s is None else ask.held_s,
            shown_s=None,
            nudges=ask.nudges - shown,
        )
    else:
        ask = msgspec.structs.replace(ask, free_s=None)
    return msgspec.structs.replace(state, ask=ask), ()
