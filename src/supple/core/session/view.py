"""What a screen needs to paint a session at one moment."""

from enum import StrEnum

import msgspec

from supple.core.session.events import SessionOutcome
from supple.core.session.steps import Kind, Step


class State(StrEnum):
    """Where the engine is. Only `running` moves the session clock."""

    NEW = "new"
    RUNNING = "running"
    PAUSED = "paused"
    HURT = "hurt"
    ENDED = "ended"


class Phase(StrEnum):
    """The ground a screen stands on: it tells the phase before any word is read."""

    WARM = "warm"
    READY = "ready"
    HOLD = "hold"
    REST = "rest"
    PAUSED = "paused"
    HURT = "hurt"


class GroupProgress(msgspec.Struct, frozen=True):
    """One segment of the progress bar, in seconds: the warm-up, one exercise, or the cool-down.

    `rows` exercises are in it; `row` is the one that runs, from 1, or 0 where none of them does.
    """

    seconds: float
    done_s: float
    rows: int = 1
    row: int = 0


class SessionView(msgspec.Struct, frozen=True):
    """A session at one moment. All times in seconds of the session clock.

    `remaining_s` and `seconds` are those of the current step (or of the extra get-ready after a
    pause, then `extra` is true). `rep` counts from 1 while repetitions run, else is None.
    `left_s` is the planned time ahead, this step included. `next` is the next work step.
    `sets_done` is how many sets of this exercise and side are finished. `caption` is the line that
    was said last, `lately` the same behind those that came too soon before it to be read.
    """

    state: State
    step: Step
    index: int
    attempt: int
    seconds: float
    remaining_s: float
    rep: int | None
    extra: bool
    left_s: float
    done_s: float
    groups: tuple[GroupProgress, ...]
    next: Step | None
    sets_done: int
    holds_done: int
    caption: str
    outcome: SessionOutcome | None = None
    lately: str = ""

    @property
    def waits(self) -> bool:
        """Whether the session goes on when the user is ready, and not by itself."""
        return self.state is State.RUNNING and not self.extra and not self.step.timed

    @property
    def stands(self) -> bool:
        """Whether its time is up while it waits: nothing moves but what the user does."""
        return self.waits and self.remaining_s <= 0

    @property
    def phase(self) -> Phase:
        """The ground to paint."""
        if self.state is State.HURT:
            return Phase.HURT
        if self.state is State.PAUSED:
            return Phase.PAUSED
        if self.extra:
            return Phase.READY
        return _PHASE[self.step.kind]


_PHASE = {
    Kind.SCREEN: Phase.READY,
    Kind.PREPARE: Phase.READY,
    Kind.WARM_UP: Phase.WARM,
    Kind.GET_READY: Phase.READY,
    Kind.HOLD: Phase.HOLD,
    Kind.REPS: Phase.HOLD,
    Kind.SWITCH: Phase.READY,
    Kind.REST: Phase.REST,
    Kind.COOL_DOWN: Phase.REST,
}
