"""When a desk break is due, and why not otherwise; and when that is worth another look.

Nothing here ticks. What is forbidden, in this order: a reminder where breaks are off, paused or
not for this person, during a session, with nobody there, outside working hours, before the time
the user named, just after coming back, and while something asks for quiet. A reason for quiet
holds a break back for a while; then the sign in the tray shows it, which disturbs nobody.
"""

from datetime import datetime, timedelta

from supple.core.breaks.answer import Answer, Break, Show, Wait, Warn, Why
from supple.core.breaks.facts import Facts, Moment, Quiet
from supple.core.breaks.hours import is_working_time, next_opening
from supple.core.breaks.options import BreakOptions
from supple.core.breaks.state import LONGEST_LOOK_S, Absence, Ask, Pause, State

MOST_NUDGES = 2
SETTLE_S = 120.0  # nobody is asked to get up in the first moments after sitting down
TYPING_PAUSE_S = 3.0
PATIENCE_S = 180.0  # how long a break waits for a pause in typing
ANSWER_S = 60.0  # a reminder that nobody answers goes away by itself
OFTEN_SKIPPED = 3

CALL = frozenset({Quiet.CAMERA, Quiet.MICROPHONE, Quiet.SCREEN_SHARED})
"""In a call people listen without touching anything: that is no time away."""

_QUIET_LOOK_S = 30.0
_TYPING_LOOK_S = 1.5
_SHOWN_LOOK_S = 5.0  # a reminder leaves the screen soon after a call or a film has begun
_IN_CALL_LOOK_S = 60.0
_POLL_S = 30.0
_SHORTEST_LOOK_S = 0.1
_SCREEN_PATIENCE_S = 20 * 60.0
_QUIET_PATIENCE_S = 60 * 60.0
_SCREEN = frozenset({Quiet.FULL_SCREEN, Quiet.PRESENTING})
_IDLE_WHY = {Absence.STRETCHING: Why.STRETCHING, Absence.LOCKED: Why.LOCKED}


def due(facts: Facts, options: BreakOptions, state: State) -> Answer:
    """The answer at the moment `state` was observed, with `facts` the same as then."""
    barred = _barred(options, state)
    if barred is not None:
        return barred
    if state.ask is None:
        return _not_yet(facts, options, state)
    return hindrance(facts, options, state, state.ask) or _asking(facts, options, state, state.ask)


def hindrance(facts: Facts, options: BreakOptions, state: State, ask: Ask) -> Answer | None:
    """What keeps a break that is due from being asked for, typing left aside; None for nothing."""
    now = state.seen
    barred = _barred(options, state)
    if barred is not None:
        return barred
    if not works_at(now.wall, options, state):
        return _outside(now, options)
    if ask.not_before_s is not None and ask.not_before_s > now.real_s:
        return _for(now, Why.LATER, ask.not_before_s - now.real_s)
    if state.back_s + SETTLE_S > now.real_s:
        return _for(now, Why.JUST_BACK, state.back_s + SETTLE_S - now.real_s)
    quiet = () if ask.anyway or is_sign_only(ask) else respected(facts, options)
    if quiet:
        if ask.held_s is not None and now.real_s - ask.held_s >= _patience_s(quiet):
            return Break(show=Show.SIGN, quiet=quiet)
        return Wait(why=Why.QUIET, quiet=quiet)
    return None


def respected(facts: Facts, options: BreakOptions) -> tuple[Quiet, ...]:
    """The reasons for quiet that are there and count for this user, the weightiest first."""
    return tuple(each for each in Quiet if each in facts.quiet & options.quiet_while)


def works_at(wall: datetime, options: BreakOptions, state: State) -> bool:
    """Whether breaks are wanted at that time of the user's clock."""
    return wall.date().isoformat() == state.overtime or is_working_time(wall, options.week)


def is_sign_only(ask: Ask) -> bool:
    """Whether a break was asked for often enough: only the tray's sign is left, at any time."""
    return ask.nudges >= MOST_NUDGES and ask.shown_s is None


def is_idle(facts: Facts, options: BreakOptions) -> bool:
    """Whether nobody has touched anything for so long that it counts."""
    return facts.idle_s is not None and facts.idle_s >= options.counts_from_s


def wants_surroundings(facts: Facts, options: BreakOptions, state: State, now: Moment) -> bool:
    """Whether `facts.quiet` matters at `now`: a break is near, or who is idle may be in a call."""
    if _barred(options, state) is not None or facts.is_locked or facts.is_stretching:
        return False
    sat_s = state.sat_s + now.real_s - state.seen.real_s
    is_near = state.ask is not None or sat_s >= options.interval_s - options.warn_s
    return is_near or is_idle(facts, options)


def next_look_s(facts: Facts, options: BreakOptions, state: State, *, signalled: bool) -> float:
    """Seconds until the next observation is worth its wake-up; never less than a tenth.

    `signalled`: the desktop tells by itself when somebody becomes idle or comes back, and every
    such signal leads to an observation of its own.
    """
    answer = due(facts, options, state)
    wanted = _answer_look_s(answer, options, state)
    if answer.why is Why.TYPING and not signalled:
        wanted = min(wanted, _TYPING_LOOK_S)
    longest = LONGEST_LOOK_S
    if options.is_on and options.is_allowed and state.away is None and is_idle(facts, options):
        longest = _IN_CALL_LOOK_S
    elif options.is_on and not signalled and facts.idle_s is not None:
        longest = _POLL_S
    return max(_SHORTEST_LOOK_S, min(wanted, longest))


def watched_s(answer: Answer, options: BreakOptions) -> tuple[float, ...]:
    """How long nobody has to touch anything for the desktop to tell of it, for each that counts."""
    is_waiting = answer.why is Why.TYPING
    return (options.counts_from_s, *((TYPING_PAUSE_S,) if is_waiting else ()))


def is_over(pause: Pause, now: Moment) -> bool:
    """Whether a pause has ended, by the clock on the wall or by the time that passed."""
    by_wall = pause.until is not None and now.wall >= pause.until
    return by_wall or (pause.until_s is not None and now.real_s >= pause.until_s)


def _barred(options: BreakOptions, state: State) -> Wait | None:
    """What forbids any break, due or not."""
    now = state.seen
    if not options.is_on:
        return Wait(why=Why.OFF)
    if not options.is_allowed:
        return Wait(why=Why.ASK_SOMEBODY_FIRST)
    if state.pause is not None and not is_over(state.pause, now):
        return _paused(state.pause, now)
    if state.away is not None:
        return Wait(why=_IDLE_WHY.get(state.away.why, Why.AWAY))
    return None


def _paused(pause: Pause, now: Moment) -> Wait:
    in_s = None if pause.until_s is None else pause.until_s - now.real_s
    first_today = pause.until is None and pause.told != now.wall.date().isoformat()
    return Wait(why=Why.PAUSED, in_s=in_s, at=pause.until, is_reminder=first_today)


def _not_yet(facts: Facts, options: BreakOptions, state: State) -> Answer:
    now = state.seen
    if not works_at(now.wall, options, state):
        return _outside(now, options)
    in_s = max(_SHORTEST_LOOK_S, options.interval_s - state.sat_s)
    if in_s <= options.warn_s and not respected(facts, options):
        return Warn(why=Why.SOON, in_s=in_s)
    at = now.wall + timedelta(seconds=in_s)
    if not works_at(at, options, state):
        return Wait(why=Why.SITTING)  # nothing more comes in this stretch of work
    return Wait(why=Why.SITTING, in_s=in_s, at=at)


def _asking(facts: Facts, options: BreakOptions, state: State, ask: Ask) -> Answer:
    now = state.seen
    if ask.shown_s is None:
        if is_sign_only(ask):
            return Break(show=Show.SIGN)
        free_s = now.real_s if ask.free_s is None else ask.free_s
        patience_s = free_s + PATIENCE_S - now.real_s
        if options.waits_for_typing_pause and _is_typing(facts) and patience_s > 0:
            return Warn(why=Why.TYPING, in_s=patience_s)
    return Break(
        show=Show.ASK,
        nudge=ask.nudges + (ask.shown_s is None),
        often_skipped=state.skipped_in_a_row == OFTEN_SKIPPED,
    )


def _answer_look_s(answer: Answer, options: BreakOptions, state: State) -> float:
    now, ask = state.seen, state.ask
    if isinstance(answer, Warn):
        return answer.in_s
    if isinstance(answer, Break):
        if ask is not None and ask.shown_s is not None:
            return min(ask.shown_s + ANSWER_S - now.real_s, _SHOWN_LOOK_S)
        return _QUIET_LOOK_S if answer.quiet else LONGEST_LOOK_S
    if answer.why is Why.QUIET:
        return _QUIET_LOOK_S
    if answer.why is Why.SITTING and answer.in_s is not None:
        return answer.in_s - options.warn_s if answer.in_s > options.warn_s else answer.in_s
    if answer.in_s is not None:
        return answer.in_s
    if answer.at is not None:
        return (answer.at - now.wall).total_seconds()
    return LONGEST_LOOK_S


def _is_typing(facts: Facts) -> bool:
    return facts.idle_s is not None and facts.idle_s < TYPING_PAUSE_S


def _patience_s(quiet: tuple[Quiet, ...]) -> float:
    return _SCREEN_PATIENCE_S if _SCREEN.issuperset(quiet) else _QUIET_PATIENCE_S


def _outside(now: Moment, options: BreakOptions) -> Wait:
    return Wait(why=Why.OUTSIDE_HOURS, at=next_opening(now.wall, options.week))


def _for(now: Moment, why: Why, in_s: float) -> Wait:
    return Wait(why=why, in_s=in_s, at=now.wall + timedelta(seconds=in_s))
