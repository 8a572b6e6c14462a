"""The session engine: states, intents, absolute deadlines.

It knows no clock. Whoever runs it asks `next_deadline()`, calls `advance(now)` when that moment has
come, and hands on the user's intents with the moment they were pressed. `now` is any clock in
seconds that never goes back. A late call loses nothing and drifts nothing: every step begins at the
deadline of the one before. Time asleep is told with `gap`, which pauses at the last certain moment.

| state | intents that mean something |
| --- | --- |
| new | start |
| running | pause, skip, back, again, ready, longer, hurts, stop |
| paused | resume, skip, back, again, hurts, stop |
| hurt | resume, skip, again, stop, and an answer |
| ended | none |

An intent that means nothing in a state changes nothing.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TypedDict

from supple.core.session import events as ev
from supple.core.session.compile import Session, is_hold
from supple.core.session.steps import Cue, Kind, Part, Side, Step
from supple.core.session.view import GroupProgress, SessionView, State

EXTRA_READY_S = 5.0
LONGER_S = 10.0
BACK_WITHIN_S = 3.0
STILL_PAUSED_S = 120.0
PAUSE_ENDS_S = 1800.0
STILL_HERE_S = 60.0
HURT_ENDS_S = 600.0
TALK_PATIENCE_S = 1.5

_ENDING = frozenset({ev.Hurt.SHARP, ev.Hurt.NERVE, ev.Hurt.DIZZY, ev.Hurt.CHEST})


class Intent(StrEnum):
    """What a user can want of a running session."""

    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    BACK = "back"
    AGAIN = "again"
    READY = "ready"
    LONGER = "longer"
    HURTS = "hurts"
    STOP = "stop"


class _About(TypedDict):
    """What `step-started` and `step-ended` both tell of a step."""

    index: int
    attempt: int
    part: Part
    kind: Kind
    exercise: str
    side: Side
    set: int
    sets: int
    seconds: float
    reps: int | None
    extra: bool


class Engine:
    """Runs one compiled session once. `first` is the step to begin with (after a resumption)."""

    def __init__(self, session: Session, session_id: str, *, first: int = 0) -> None:
        self.session = session
        self.session_id = session_id
        self._first = first
        self._state = State.NEW
        self._zero = 0.0  # host time of session time 0
        self._index = first
        self._attempts: dict[int, int] = {}
        self._length = 0.0  # seconds of the current step, with what "longer" added
        self._anchor = 0.0  # host time at which the step stood at `_base`
        self._base = 0.0  # seconds of the step done when the clock was last started
        self._extra: float | None = None  # host time at which the extra get-ready began
        self._next_cue = 0
        self._stopped_at = 0.0  # host time at which the clock was stopped
        self._reminded = False
        self._answer: ev.Hurt | None = None
        self._done: set[int] = set()
        self._active_s = 0.0
        self._work_s = 0.0
        self._caption = ""
        self._outcome: ev.SessionOutcome | None = None
        self._events: list[ev.AnyEvent] = []

    # --- time -------------------------------------------------------------------------------

    def start(self, now: float) -> tuple[ev.AnyEvent, ...]:
        """Begin at `now`."""
        if self._state is not State.NEW:
            return ()
        self._zero = now
        self._state = State.RUNNING
        self._events.append(
            ev.SessionStarted(
                t=0.0,
                session_id=self.session_id,
                routine=self.session.routine,
                seconds=self.session.planned_s,
                resumed=self._first > 0,
            )
        )
        self._begin_step(self._first, now)
        self._run_due(now)
        return self._flush()

    def advance(self, now: float) -> tuple[ev.AnyEvent, ...]:
        """All that has become due up to and including `now`, in order."""
        self._run_due(now)
        return self._flush()

    def next_deadline(self) -> float | None:
        """The host time of the next event; None while only the user can go on."""
        if self._state is State.RUNNING:
            return self._running_deadline()
        if self._state is State.PAUSED:
            wait = PAUSE_ENDS_S if self._reminded else STILL_PAUSED_S
            return self._stopped_at + wait
        if self._state is State.HURT:
            wait = HURT_ENDS_S if self._reminded else STILL_HERE_S
            return self._stopped_at + wait
        return None

    def gap(self, since: float, now: float) -> tuple[ev.AnyEvent, ...]:
        """Nobody was there between `since` and `now`: pause at `since`."""
        self._run_due(since)
        if self._state is State.RUNNING:
            self._stop_clock(since)
            self._stopped_at = now
            self._state = State.PAUSED
            self._emit(ev.Paused(t=self._t(since), gap_s=now - since))
        elif self._state in (State.PAUSED, State.HURT):
            self._stopped_at += now - since
        return self._flush()

    # --- intents ----------------------------------------------------------------------------

    def do(self, intent: Intent, now: float) -> tuple[ev.AnyEvent, ...]:
        """Carry out what the user wants at `now`."""
        self._run_due(now)
        action = self._actions().get((self._state, intent))
        if action is not None:
            action(now)
            self._run_due(now)
        return self._flush()

    def answer(self, hurt: ev.Hurt, now: float) -> tuple[ev.AnyEvent, ...]:
        """What it was that hurt. Signs that must not be stretched through end the session."""
        self._run_due(now)
        if self._state is State.HURT:
            self._answer = hurt
            if hurt in _ENDING:
                self._end(now, ev.SessionOutcome.HURT)
        return self._flush()

    def _actions(self) -> dict[tuple[State, Intent], Callable[[float], None]]:
        run, rest, hurt = State.RUNNING, State.PAUSED, State.HURT
        return {
            (run, Intent.PAUSE): self._pause,
            (run, Intent.SKIP): self._skip,
            (run, Intent.BACK): self._back,
            (run, Intent.AGAIN): self._again,
            (run, Intent.READY): self._ready,
            (run, Intent.LONGER): self._longer,
            (run, Intent.HURTS): self._hurts,
            (run, Intent.STOP): self._stop,
            (rest, Intent.RESUME): self._resume,
            (rest, Intent.SKIP): self._skip,
            (rest, Intent.BACK): self._back,
            (rest, Intent.AGAIN): self._again,
            (rest, Intent.HURTS): self._hurts,
            (rest, Intent.STOP): self._stop,
            (hurt, Intent.RESUME): self._resume,
            (hurt, Intent.SKIP): self._skip,
            (hurt, Intent.AGAIN): self._again,
            (hurt, Intent.STOP): self._stop,
        }

    def _pause(self, now: float) -> None:
        self._stop_clock(now)
        self._state = State.PAUSED
        self._emit(ev.Paused(t=self._t(now)))
        self._say(self.session.phrases.paused, now)

    def _resume(self, now: float) -> None:
        """Go on. A cut hold gets a few seconds to find the position again, outside the plan."""
        cut = is_hold(self._step) and self._base > 0
        self._wake(now)
        self._say(self.session.phrases.going_on, now)
        if cut:
            self._begin_extra(now)

    def _skip(self, now: float) -> None:
        self._wake(now)
        if self._step.kind.is_pause_between:
            self._end_step(now, ev.Outcome.SKIPPED if self._step.timed else ev.Outcome.DONE)
            return
        self._emit(ev.Skipped(t=self._t(now), index=self._index))
        self._say(self.session.phrases.skipped, now)
        self._end_step(now, ev.Outcome.SKIPPED)

    def _back(self, now: float) -> None:
        before = self._position(now) < BACK_WITHIN_S and self._index > 0
        self._wake(now)
        self._restart(now, self._index - 1 if before else self._index)

    def _again(self, now: float) -> None:
        stood = self._state is not State.RUNNING
        self._wake(now)
        self._restart(now, self._index)
        if stood and is_hold(self._step):
            self._begin_extra(now)

    def _ready(self, now: float) -> None:
        if self._extra is not None:
            self._end_extra(now)
        elif self._step.kind.is_pause_between:
            self._end_step(now, ev.Outcome.DONE)

    def _longer(self, now: float) -> None:
        if self._step.kind.is_pause_between and self._step.timed and self._extra is None:
            self._length += LONGER_S
            self._emit(
                ev.StepExtended(
                    t=self._t(now),
                    index=self._index,
                    attempt=self._attempts[self._index],
                    seconds=self._length,
                )
            )

    def _hurts(self, now: float) -> None:
        if self._state is State.RUNNING:
            self._stop_clock(now)
        self._state = State.HURT
        self._stopped_at = now
        self._reminded = False
        self._answer = None
        self._emit(ev.Hurts(t=self._t(now), index=self._index, exercise=self._step.exercise))
        self._say(self.session.phrases.way_out.get(self._step.exercise, ""), now)

    def _stop(self, now: float) -> None:
        hurt = self._state is State.HURT
        self._end(now, ev.SessionOutcome.HURT if hurt else ev.SessionOutcome.STOPPED)

    # --- the clock --------------------------------------------------------------------------

    @property
    def _step(self) -> Step:
        return self.session.steps[self._index]

    def _t(self, now: float) -> float:
        return now - self._zero

    def _position(self, now: float) -> float:
        """Seconds of the current step done at `now`."""
        if self._state is State.RUNNING and self._extra is None:
            return self._base + now - self._anchor
        return self._base

    def _running_deadline(self) -> float | None:
        if self._extra is not None:
            return self._extra + EXTRA_READY_S
        moments = [self._anchor + self._length - self._base] if self._step.timed else []
        cue = self._due_cue()
        if cue is not None:
            moments.append(self._anchor + cue.at_s - self._base)
        return min(moments, default=None)

    def _due_cue(self) -> Cue | None:
        cues = self._step.cues
        return cues[self._next_cue] if self._next_cue < len(cues) else None

    def _run_due(self, now: float) -> None:
        while (due := self.next_deadline()) is not None and due <= now:
            if self._state is State.RUNNING:
                self._run_one(due)
            elif self._reminded:
                hurt = self._state is State.HURT
                if hurt and self._answer is None:
                    self._answer = ev.Hurt.OTHER
                self._end(due, ev.SessionOutcome.HURT if hurt else ev.SessionOutcome.STOPPED)
            else:
                self._reminded = True
                phrases = self.session.phrases
                paused = self._state is State.PAUSED
                self._say(phrases.still_paused if paused else phrases.still_here, due)

    def _run_one(self, due: float) -> None:
        cue = self._due_cue()
        if self._extra is not None:
            self._end_extra(due)
        elif cue is not None and self._anchor + cue.at_s - self._base <= due:
            self._next_cue += 1
            self._caption = cue.text or self._caption
            self._emit(
                ev.CueDue(
                    t=self._t(due),
                    text=cue.text,
                    tone=cue.tone,
                    spoken=False,
                    not_after=self._t(due) + cue.patience_s,
                )
            )
        else:
            self._end_step(due, ev.Outcome.DONE)

    def _stop_clock(self, now: float) -> None:
        if self._extra is not None:
            self._active_s += now - self._extra
            self._end_step_event(now, ev.Outcome.STOPPED, extra=True)
            self._extra = None
        else:
            self._active_s += now - self._anchor
            self._base += now - self._anchor
        self._stopped_at = now
        self._reminded = False

    def _wake(self, now: float) -> None:
        """Let the clock run again if it stood."""
        if self._state is State.RUNNING:
            self._leave_extra(now)
            return
        self._state = State.RUNNING
        self._anchor = now
        self._emit(ev.Resumed(t=self._t(now)))

    def _leave_extra(self, now: float) -> None:
        if self._extra is not None:
            self._active_s += now - self._extra
            self._end_step_event(now, ev.Outcome.STOPPED, extra=True)
            self._extra = None
            self._anchor = now

    # --- steps ------------------------------------------------------------------------------

    def _begin_step(self, index: int, at: float) -> None:
        self._index = index
        self._attempts[index] = self._attempts.get(index, 0) + 1
        self._length = self._step.seconds
        self._anchor = at
        self._base = 0.0
        self._next_cue = 0
        self._emit(ev.StepStarted(t=self._t(at), **self._about()))

    def _end_step(self, at: float, outcome: ev.Outcome) -> None:
        self._close_step(at, outcome)
        if self._index + 1 < len(self.session.steps):
            self._begin_step(self._index + 1, at)
        else:
            self._finish(at, ev.SessionOutcome.COMPLETED)

    def _close_step(self, at: float, outcome: ev.Outcome) -> None:
        actual_s = self._position(at)
        self._active_s += at - self._anchor
        if self._step.kind.is_work:
            self._work_s += actual_s
        if outcome is ev.Outcome.DONE:
            self._done.add(self._index)
        self._base = actual_s
        self._anchor = at
        self._end_step_event(at, outcome)

    def _end_step_event(self, at: float, outcome: ev.Outcome, *, extra: bool = False) -> None:
        actual_s = at - self._extra if extra and self._extra is not None else self._base
        self._emit(
            ev.StepEnded(
                t=self._t(at), actual_s=actual_s, outcome=outcome, **self._about(extra=extra)
            )
        )

    def _begin_extra(self, at: float) -> None:
        self._extra = at
        self._emit(ev.StepStarted(t=self._t(at), **self._about(extra=True)))

    def _end_extra(self, at: float) -> None:
        if self._extra is not None:
            self._active_s += at - self._extra
            self._end_step_event(at, ev.Outcome.DONE, extra=True)
            self._extra = None
            self._anchor = at

    def _restart(self, now: float, index: int) -> None:
        self._close_step(now, ev.Outcome.STOPPED)
        self._begin_step(index, now)
        self._say(self.session.phrases.again, now)

    def _about(self, *, extra: bool = False) -> _About:
        step = self._step
        return {
            "index": self._index,
            "attempt": self._attempts[self._index],
            "part": step.part,
            "kind": Kind.GET_READY if extra else step.kind,
            "exercise": step.exercise,
            "side": step.side,
            "set": step.set,
            "sets": step.sets,
            "seconds": EXTRA_READY_S if extra else self._length,
            "reps": None if extra else step.reps,
            "extra": extra,
        }

    def _end(self, at: float, outcome: ev.SessionOutcome) -> None:
        if self._state is State.RUNNING:
            self._leave_extra(at)
        else:
            self._anchor = at
        self._close_step(at, ev.Outcome.STOPPED)
        self._finish(at, outcome)

    def _finish(self, at: float, outcome: ev.SessionOutcome) -> None:
        self._state = State.ENDED
        self._outcome = outcome
        self._emit(
            ev.SessionEnded(
                t=self._t(at),
                outcome=outcome,
                session_id=self.session_id,
                active_s=self._active_s,
                work_s=self._work_s,
                holds_done=self._holds_done(),
                answer=self._answer,
            )
        )

    def _holds_done(self) -> int:
        return sum(is_hold(self.session.steps[index]) for index in self._done)

    def _say(self, text: str, at: float) -> None:
        if text:
            self._caption = text
            t = self._t(at)
            self._emit(ev.CueDue(t=t, text=text, spoken=False, not_after=t + TALK_PATIENCE_S))

    def _emit(self, event: ev.AnyEvent) -> None:
        self._events.append(event)

    def _flush(self) -> tuple[ev.AnyEvent, ...]:
        events, self._events = tuple(self._events), []
        return events

    # --- the picture ------------------------------------------------------------------------

    @property
    def state(self) -> State:
        """Where the engine is."""
        return self._state

    def view(self, now: float) -> SessionView:
        """The session as it stands at `now`, which must not lie beyond the next deadline."""
        step = self._step
        position = min(self._position(now), self._length)
        extra = self._extra is not None
        remaining = self._length - position
        if self._extra is not None:
            remaining = max(0.0, EXTRA_READY_S - (now - self._extra))
        ended = self._state is State.ENDED
        ahead = 0.0 if ended else self._length - position
        steps = self.session.steps
        return SessionView(
            state=self._state,
            step=step,
            index=self._index,
            attempt=self._attempts.get(self._index, 1),
            seconds=EXTRA_READY_S if extra else self._length,
            remaining_s=remaining,
            rep=self._rep(position),
            extra=extra,
            left_s=ahead + sum(later.seconds for later in steps[self._index + 1 :]),
            done_s=sum(earlier.seconds for earlier in steps[: self._index]) + position,
            groups=self._groups(position),
            next=next((later for later in steps[self._index + 1 :] if later.kind.is_work), None),
            sets_done=self._sets_done(),
            holds_done=self._holds_done(),
            caption=self._caption,
            outcome=self._outcome,
        )

    def _rep(self, position: float) -> int | None:
        step = self._step
        if step.reps is None or step.tempo_s is None:
            return None
        return min(step.reps, int(position / step.tempo_s) + 1)

    def _groups(self, position: float) -> tuple[GroupProgress, ...]:
        planned: dict[int, float] = {}
        done: dict[int, float] = {}
        for index, step in enumerate(self.session.steps):
            planned[step.group] = planned.get(step.group, 0.0) + step.seconds
            part = step.seconds if index < self._index else 0.0
            part = min(position, step.seconds) if index == self._index else part
            done[step.group] = done.get(step.group, 0.0) + part
        return tuple(GroupProgress(planned[group], done[group]) for group in planned)

    def _sets_done(self) -> int:
        here = self._step
        steps = (self.session.steps[index] for index in self._done)
        return sum(
            step.kind.is_work and step.group == here.group and step.side is here.side
            for step in steps
        )
