"""Keeps the books of a session from its events alone, and checks that they are right.

It knows nothing of the engine: it adds up the time between events, and asserts of every event that
it fits to those before.
"""

from functools import singledispatchmethod

from supple.core.session import events as ev
from supple.core.session.compile import Session
from supple.core.session.events import Outcome
from supple.core.session.steps import Kind

TOLERANCE_S = 1e-4  # every event is rounded to a microsecond


def near(one: float, other: float) -> bool:
    """Whether two moments are the same but for rounding."""
    return abs(one - other) < TOLERANCE_S


class Ledger:
    """What has happened so far. All times in seconds."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._t = 0.0
        self._runs = False
        self._step: ev.StepStarted | None = None
        self._extra: ev.StepStarted | None = None
        self._position_s = 0.0
        self._extra_s = 0.0
        self._seconds = 0.0
        self._cues = 0
        self._begun: set[tuple[int, int]] = set()
        self._done: set[int] = set()
        self._skips = False
        self._actual_s = 0.0
        self._work_s = 0.0
        self.active_s = 0.0
        self.stood_s = 0.0
        self.over = False

    def hear(self, event: ev.AnyEvent) -> None:
        """Enter one event, the next one."""
        assert not self.over
        self._pass(event.t)
        self._enter(event)

    @singledispatchmethod
    def _enter(self, event: ev.AnyEvent) -> None:
        raise AssertionError(event)

    @_enter.register
    def _(self, _: ev.SessionStarted) -> None:
        assert not self._begun
        self._runs = True

    @_enter.register
    def _(self, _: ev.Paused) -> None:
        assert self._runs
        self._runs = False

    @_enter.register
    def _(self, _: ev.Hurts) -> None:
        self._runs = False

    @_enter.register
    def _(self, _: ev.Resumed) -> None:
        assert not self._runs
        self._runs = True

    @_enter.register
    def _(self, _: ev.Skipped) -> None:
        self._skips = True

    @_enter.register
    def _(self, event: ev.StepExtended) -> None:
        assert event.seconds > self._seconds
        self._seconds = event.seconds

    def _pass(self, t: float) -> None:
        """Time goes on to `t`: in the step, in the extra get-ready, or in nothing at all."""
        passed = t - self._t
        assert passed >= 0
        self._t = t
        if not self._runs:
            self.stood_s += passed
            return
        self.active_s += passed
        if self._extra:
            self._extra_s += passed
        else:
            self._position_s += passed

    @_enter.register
    def _begin(self, event: ev.StepStarted) -> None:
        if event.extra:
            self._begin_extra(event)
            return
        assert self._step is None
        assert (event.index, event.attempt) not in self._begun
        assert event.attempt == 1 or (event.index, event.attempt - 1) in self._begun
        step = self._session.steps[event.index]
        assert (event.kind, event.seconds, event.side) == (step.kind, step.seconds, step.side)
        self._begun.add((event.index, event.attempt))
        self._step, self._position_s, self._seconds, self._cues = event, 0.0, event.seconds, 0

    def _begin_extra(self, event: ev.StepStarted) -> None:
        assert self._step is not None
        assert self._extra is None
        assert (event.index, event.attempt) == (self._step.index, self._step.attempt)
        assert event.kind is Kind.REST or self._step.kind.is_hold
        self._extra, self._extra_s = event, 0.0

    @_enter.register
    def _end(self, event: ev.StepEnded) -> None:
        started = self._extra or self._step
        assert started is not None
        assert (event.index, event.attempt) == (started.index, started.attempt)
        assert event.extra is bool(self._extra)
        self._actual_s += event.actual_s
        if self._extra:
            assert near(event.actual_s, self._extra_s)
            assert event.outcome is Outcome.STOPPED or event.actual_s <= event.seconds + TOLERANCE_S
            self._extra = None
            return
        assert near(event.actual_s, self._position_s)
        assert near(event.seconds, self._seconds)
        assert (event.outcome is Outcome.SKIPPED) == self._skips
        if event.outcome is Outcome.DONE:
            self._done.add(event.index)
            if event.kind.is_work:
                assert near(event.actual_s, event.seconds), "a hold is never cut or stretched"
                assert self._cues == len(self._session.steps[event.index].cues)
        if event.kind.is_work:
            self._work_s += event.actual_s
        self._step, self._skips = None, False

    @_enter.register
    def _cue(self, event: ev.CueDue) -> None:
        """A cue of the step comes in its turn and at its moment; other talk comes when it may."""
        if not event.text.startswith("#"):
            return
        assert self._step is not None
        assert self._runs
        assert not self._extra
        cue = self._session.steps[self._step.index].cues[self._cues]
        assert event.text == cue.text
        assert near(self._position_s, cue.at_s)
        assert near(event.not_after - event.t, cue.patience_s)
        self._cues += 1

    @_enter.register
    def _finish(self, event: ev.SessionEnded) -> None:
        assert self._step is None
        assert self._extra is None
        self.over = True
        assert near(event.active_s, self.active_s)
        assert near(event.active_s, self._actual_s)
        assert near(event.work_s, self._work_s)
        assert near(event.t, self.active_s + self.stood_s)
        holds = {index for index in self._done if self._session.steps[index].kind.is_hold}
        assert event.holds_done == len(holds)
        assert (event.outcome is ev.SessionOutcome.HURT) <= (event.answer is not None)
