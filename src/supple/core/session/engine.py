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
| hurt | resume, skip, again, rest, stop, softer steps, and an answer (then perhaps only stop) |
| ended | none |

An intent that means nothing in a state changes nothing.
"""

from collections.abc import Callable
from enum import StrEnum

import msgspec

from supple.core.session import events as ev
from supple.core.session.captions import Captions
from supple.core.session.compile import Session
from supple.core.session.step_clock import StepClock
from supple.core.session.steps import Cue, Kind, Step, Tone
from supple.core.session.tally import Tally
from supple.core.session.view import SessionView, State

EXTRA_READY_S = 5.0
LONGER_S = 10.0
BACK_WITHIN_S = 3.0
STILL_PAUSED_S = 120.0
PAUSE_ENDS_S = 1800.0
STILL_HERE_S = 60.0
HURT_ENDS_S = 600.0
REST_FIRST_S = 60.0
TALK_PATIENCE_S = 1.5
_TONE_PATIENCE_S = 0.25

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
    REST = "rest"
    STOP = "stop"


class Engine:
    """Runs one compiled session once.

    `tally` is that of a session that was cut off and goes on; the engine keeps it up to date.
    """

    def __init__(self, session: Session, session_id: str, tally: Tally | None = None) -> None:
        self.session = session
        self.session_id = session_id
        self._tally = tally or Tally()
        self._state = State.NEW
        self._zero = 0.0  # host time of session time 0
        self._clock = StepClock(self._step, 0.0)
        self._clock.stop(0.0)
        self._extra: StepClock | None = None  # the extra get-ready, while `_clock` stands
        self._stopped_at = 0.0  # host time at which the session was paused
        self._reminded = False
        self._asked = False  # whether "what hurts?" is still without an answer
        self._answer: ev.Hurt | None = None
        self._captions = Captions()
        self._outcome: ev.SessionOutcome | None = None
        self._events: list[ev.AnyEvent] = []

    # --- time -------------------------------------------------------------------------------

    def start(self, now: float) -> tuple[ev.AnyEvent, ...]:
        """Begin at `now`."""
        if self._state is not State.NEW:
            return ()
        self._zero = now
        self._state = State.RUNNING
        self._emit(
            ev.SessionStarted(
                t=0.0,
                session_id=self.session_id,
                routine=self.session.routine,
                seconds=self.session.planned_s,
                resumed=self._tally.index > 0,
            )
        )
        self._begin_step(self._tally.index, now)
        return self.advance(now)

    def advance(self, now: float) -> tuple[ev.AnyEvent, ...]:
        """All that has become due up to and including `now`, in order."""
        while (due := self.next_deadline()) is not None and due <= now:
            if self._state is State.RUNNING:
                self._run_one(due)
            else:
                self._stand_one(due)
        events, self._events = tuple(self._events), []
        return events

    def next_deadline(self) -> float | None:
        """The host time of the next event; None while only the user can go on."""
        if self._state is State.RUNNING:
            return (self._extra or self._clock).next_due()
        if self._state is State.PAUSED:
            return self._stopped_at + (PAUSE_ENDS_S if self._reminded else STILL_PAUSED_S)
        if self._state is State.HURT:
            return self._stopped_at + (HURT_ENDS_S if self._reminded else STILL_HERE_S)
        return None

    def gap(self, since: float, now: float) -> tuple[ev.AnyEvent, ...]:
        """Nobody was there between `since` and `now`: pause at `since`."""
        events = self.advance(since)
        if self._state is State.RUNNING:
            self._stop_clock(since)
            self._state, self._stopped_at = State.PAUSED, now
            self._emit(ev.Paused(t=self._t(since), gap_s=now - since))
        else:
            self._stopped_at += now - since  # nobody was there to be reminded
        return events + self.advance(now)

    # --- intents ----------------------------------------------------------------------------

    def do(self, intent: Intent, now: float) -> tuple[ev.AnyEvent, ...]:
        """Carry out what the user wants at `now`."""
        events = self.advance(now)
        action = self._actions().get((self._state, intent))
        if action is not None and (intent is Intent.STOP or not self._must_end):
            action(now)
        return events + self.advance(now)

    def felt(self, hurt: ev.Hurt | None, now: float) -> tuple[ev.AnyEvent, ...]:
        """What it was that hurt; None takes a wrong answer back.

        After a sign that must not be stretched through, only another answer or the end is left.
        """
        events = self.advance(now)
        if self._state is State.HURT:
            self._answer, self._asked = hurt, hurt is None
            if hurt is not None:
                self._say(self.session.phrases.after_hurt.get(hurt, ""), now)
        return events + self.advance(now)

    def answer(self, hurt: ev.Hurt, now: float) -> tuple[ev.AnyEvent, ...]:
        """What it was that hurt. Signs that must not be stretched through end the session."""
        events = self.felt(hurt, now)
        if self._must_end:
            self._stop(now)
        return events + self.advance(now)

    def soften(self, softer: Session, now: float) -> tuple[ev.AnyEvent, ...]:
        """After "it hurts": go on with the steps of `softer`, beginning with the present place.

        Its steps before that place are those of the session that runs.
        """
        events = self.advance(now)
        if self._state is State.HURT and not self._must_end:
            self._wake(now)
            self._close_step(now, ev.Outcome.STOPPED)
            self.session = softer
            self._begin_step(self._tally.index, now)
            if self._step.kind.is_hold:
                self._begin_extra(now)
        return events + self.advance(now)

    @property
    def _must_end(self) -> bool:
        return self._state is State.HURT and self._answer in _ENDING

    def relength(self, session: Session, now: float) -> tuple[ev.AnyEvent, ...]:
        """In a pause: from the next step on go on with the steps of `session`.

        Its steps up to the present one are those of the session that runs.
        """
        events = self.advance(now)
        if self._state is State.PAUSED:
            self.session = session
        return events

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
            (hurt, Intent.REST): self._rest_first,
            (hurt, Intent.STOP): self._stop,
        }

    def _pause(self, now: float) -> None:
        self._stop_clock(now)
        self._state = State.PAUSED
        self._emit(ev.Paused(t=self._t(now)))
        self._say(self.session.phrases.paused, now)

    def _resume(self, now: float) -> None:
        """Go on. A cut hold gets a few seconds to find the position again, outside the plan."""
        cut = self._step.kind.is_hold and self._clock.position_s(now) > 0
        self._wake(now)
        self._say(self.session.phrases.going_on, now)
        if cut:
            self._begin_extra(now)

    def _skip(self, now: float) -> None:
        """Leave the step out. What only leads to the work is cut short, as by "ready"."""
        if self._extra is not None:
            self._ready(now)
            return
        self._wake(now)
        if not self._step.timed:
            self._end_step(now, ev.Outcome.DONE)
            return
        self._emit(ev.Skipped(t=self._t(now), index=self._tally.index))
        if self._step.kind.is_work:
            self._say(self.session.phrases.skipped, now)
        self._end_step(now, ev.Outcome.SKIPPED)

    def _back(self, now: float) -> None:
        """Begin the step anew, or just after its beginning the one before."""
        before = self._clock.position_s(now) < BACK_WITHIN_S and self._tally.index > 0
        self._restart(now, self._tally.index - 1 if before else self._tally.index)

    def _again(self, now: float) -> None:
        self._restart(now, self._tally.index)

    def _ready(self, now: float) -> None:
        if self._extra is not None:
            self._end_extra(now, ev.Outcome.DONE)
            if self._clock.position_s(now) > 0:  # a beginning has a tone of its own
                self._cue(Cue(0.0, tone=Tone.START, patience_s=_TONE_PATIENCE_S), now)
            self._clock.go(now)
        elif self._step.kind.is_pause_between or self._step.measured:
            self._end_step(now, ev.Outcome.DONE)

    def _longer(self, now: float) -> None:
        if self._step.kind.is_pause_between and self._step.timed:
            self._clock.length_s += LONGER_S
            self._emit(
                ev.StepExtended(
                    t=self._t(now),
                    index=self._tally.index,
                    attempt=self._tally.attempt,
                    seconds=self._clock.length_s,
                )
            )

    def _hurts(self, now: float) -> None:
        self._stop_clock(now)
        self._state, self._asked = State.HURT, True
        self._emit(ev.Hurts(t=self._t(now), index=self._tally.index, exercise=self._step.exercise))
        self._say(self.session.phrases.hurt_in(self._step), now)

    def _rest_first(self, now: float) -> None:
        """Rest for a minute outside the plan, then begin the step anew."""
        self._wake(now)
        self._close_step(now, ev.Outcome.STOPPED)
        self._begin_step(self._tally.index, now)
        self._begin_extra(now, Kind.REST, REST_FIRST_S)

    def _stop(self, now: float, *, lapsed: bool = False) -> None:
        """End here. From the question what hurts, the session ends by it."""
        hurt = self._state is State.HURT
        if hurt and self._asked:
            self._answer = ev.Hurt.OTHER
        self._stop_clock(now)
        self._close_step(now, ev.Outcome.STOPPED)
        self._finish(now, ev.SessionOutcome.HURT if hurt else ev.SessionOutcome.STOPPED, lapsed)

    # --- the clock --------------------------------------------------------------------------

    @property
    def _step(self) -> Step:
        return self.session.steps[self._tally.index]

    def _t(self, now: float) -> float:
        return _told(now - self._zero)

    def _run_one(self, due: float) -> None:
        """What is due in a running session: a cue, an end, or that nobody came to go on."""
        cue = self._clock.take_cue(due)
        if cue is not None:
            self._cue(cue, due)
        elif self._extra is not None:
            self._ready(due)
        elif self._step.timed:
            self._end_step(due, ev.Outcome.DONE)
        else:
            self._stop(due, lapsed=True)

    def _stand_one(self, due: float) -> None:
        """What is due while the clock stands: one reminder, later the end."""
        paused, phrases = self._state is State.PAUSED, self.session.phrases
        if self._reminded:
            self._stop(due, lapsed=paused)
            return
        self._reminded = True
        self._say(phrases.still_paused if paused else phrases.still_here, due)

    def _stop_clock(self, now: float) -> None:
        self._end_extra(now, ev.Outcome.STOPPED)
        self._clock.stop(now)
        self._stopped_at = now
        self._reminded = False

    def _wake(self, now: float) -> None:
        """Let the step's own clock run, whatever stood in its way."""
        if self._state is not State.RUNNING:
            self._state = State.RUNNING
            self._emit(ev.Resumed(t=self._t(now)))
        self._end_extra(now, ev.Outcome.STOPPED)
        self._clock.go(now)

    # --- steps ------------------------------------------------------------------------------

    def _begin_step(self, index: int, at: float) -> None:
        self._tally.begin(index)
        self._clock = StepClock(self._step, at)
        self._emit(ev.StepStarted(t=self._t(at), **self._about(self._clock)))

    def _end_step(self, at: float, outcome: ev.Outcome) -> None:
        self._close_step(at, outcome)
        if self._tally.index + 1 < len(self.session.steps):
            self._begin_step(self._tally.index + 1, at)
        else:
            self._finish(at, ev.SessionOutcome.COMPLETED)

    def _close_step(self, at: float, outcome: ev.Outcome) -> None:
        self._clock.stop(at)
        if outcome is ev.Outcome.DONE:
            self._tally.done.add(self._tally.index)
        if self._step.kind.is_work:
            self._tally.work_s += self._clock.position_s(at)
        self._end_clock(self._clock, at, outcome)

    def _restart(self, now: float, index: int) -> None:
        """Begin the step with this index anew; from a stand, a hold with time to get ready."""
        stood = self._state is not State.RUNNING
        self._wake(now)
        self._close_step(now, ev.Outcome.STOPPED)
        self._begin_step(index, now)
        self._say(self.session.phrases.anew(self._step), now)
        if stood and self._step.kind.is_hold:
            self._begin_extra(now)

    def _begin_extra(
        self, at: float, kind: Kind = Kind.GET_READY, seconds: float = EXTRA_READY_S
    ) -> None:
        """Time to get ready or to rest, outside the plan, while the step itself waits."""
        self._clock.stop(at)
        ready = msgspec.structs.replace(self._step, kind=kind, seconds=seconds, reps=None, cues=())
        self._extra = StepClock(ready, at)
        self._emit(ev.StepStarted(t=self._t(at), **self._about(self._extra)))

    def _end_extra(self, at: float, outcome: ev.Outcome) -> None:
        if self._extra is not None:
            self._end_clock(self._extra, at, outcome)
            self._extra = None

    def _end_clock(self, clock: StepClock, at: float, outcome: ev.Outcome) -> None:
        actual_s = _told(clock.counted_s(at))
        self._tally.active_s += actual_s
        about = self._about(clock)
        self._emit(ev.StepEnded(t=self._t(at), actual_s=actual_s, outcome=outcome, **about))

    def _about(self, clock: StepClock) -> ev.About:
        step = clock.step
        return {
            "index": self._tally.index,
            "attempt": self._tally.attempt,
            "part": step.part,
            "kind": step.kind,
            "exercise": step.exercise,
            "side": step.side,
            "set": step.set,
            "sets": step.sets,
            "seconds": clock.length_s,
            "reps": step.reps,
            "extra": clock is self._extra,
        }

    def _finish(self, at: float, outcome: ev.SessionOutcome, lapsed: bool = False) -> None:
        self._state = State.ENDED
        self._outcome = outcome
        self._emit(
            ev.SessionEnded(
                t=self._t(at),
                outcome=outcome,
                session_id=self.session_id,
                active_s=_told(self._tally.active_s),
                work_s=_told(self._tally.work_s),
                holds_done=self._tally.holds_done(self.session.steps),
                answer=self._answer,
                lapsed=lapsed,
            )
        )

    # --- words ------------------------------------------------------------------------------

    def _say(self, text: str, at: float) -> None:
        """Say something that belongs to no step; what was said before it is past."""
        if text:
            self._captions.forget()
            self._cue(Cue(0.0, text=text, patience_s=TALK_PATIENCE_S), at)

    def _cue(self, cue: Cue, at: float) -> None:
        self._captions.hear(cue.text, at)
        t = self._t(at)
        not_after = _told(t + cue.patience_s)
        self._emit(ev.CueDue(t=t, text=cue.text, tone=cue.tone, spoken=False, not_after=not_after))

    def _emit(self, event: ev.AnyEvent) -> None:
        self._events.append(event)

    # --- the picture ------------------------------------------------------------------------

    @property
    def state(self) -> State:
        """Where the engine is."""
        return self._state

    def view(self, now: float) -> SessionView:
        """The session as it stands at `now`, which must not lie beyond the next deadline."""
        tally, steps = self._tally, self.session.steps
        later = steps[tally.index + 1 :]
        shown = self._extra or self._clock
        remaining_s = self._clock.remaining_s(now)
        position_s = self._clock.length_s - remaining_s
        ahead_s = 0.0 if self._state is State.ENDED else remaining_s
        resting = self._extra is not None and self._extra.step.kind is Kind.REST
        ahead = (self._step, *later) if resting else later
        return SessionView(
            state=self._state,
            step=shown.step if resting else self._step,
            index=tally.index,
            attempt=tally.attempt,
            seconds=shown.length_s,
            remaining_s=shown.remaining_s(now),
            rep=self._rep(position_s),
            extra=self._extra is not None and not resting,
            left_s=ahead_s + sum(step.seconds for step in later),
            done_s=sum(step.seconds for step in steps[: tally.index]) + position_s,
            groups=tally.groups(steps, position_s),
            next=next((step for step in ahead if step.kind.is_work), None),
            sets_done=tally.sets_done(steps),
            holds_done=tally.holds_done(steps),
            caption=self._captions.last,
            lately=self._captions.shown,
            outcome=self._outcome,
        )

    def _rep(self, position_s: float) -> int | None:
        step = self._step
        if step.reps is None or step.tempo_s is None:
            return None
        return min(step.reps, int(position_s / step.tempo_s) + 1)


def _told(seconds: float) -> float:
    """Seconds to the microsecond: the digits beyond come from the host's clock."""
    return round(seconds, 6)
