"""What the engine tells its listeners: one record per line of `supple play --json`."""

from enum import StrEnum
from typing import TypedDict

import msgspec

from supple.core.session.steps import Kind, Part, Side, Tone


class Outcome(StrEnum):
    """How a step ended."""

    DONE = "done"
    SKIPPED = "skipped"
    STOPPED = "stopped"


class SessionOutcome(StrEnum):
    """How a session ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    HURT = "hurt"


class Hurt(StrEnum):
    """What the user felt: the answers of catalogue section 12.2, in its order (keys 1 to 7)."""

    STRONG = "hurt-strong"
    SHARP = "hurt-sharp"
    NERVE = "hurt-nerve"
    DIZZY = "hurt-dizzy"
    CHEST = "hurt-chest"
    CRAMP = "hurt-cramp"
    OTHER = "hurt-other"


class Event(msgspec.Struct, frozen=True, tag_field="event", omit_defaults=True, kw_only=True):
    """`t` is the deadline or press the event belongs to, in seconds since the session began."""

    t: float


class SessionStarted(Event, frozen=True, tag="session-started", kw_only=True):
    """The first event of every session. `seconds` is the planned length of all steps."""

    session_id: str
    routine: str
    seconds: float
    resumed: bool = False


class About(TypedDict):
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


class StepEvent(Event, frozen=True, kw_only=True):
    """What `step-started` and `step-ended` share. `extra` marks time outside the plan."""

    index: int
    attempt: int
    part: Part
    kind: Kind
    exercise: str
    side: Side
    set: int
    sets: int
    seconds: float
    reps: int | None = None
    extra: bool = False


class StepStarted(StepEvent, frozen=True, tag="step-started", kw_only=True):
    """A step begins."""


class StepEnded(StepEvent, frozen=True, tag="step-ended", kw_only=True):
    """A step is over. `actual_s` leaves pauses out."""

    actual_s: float
    outcome: Outcome


class StepExtended(Event, frozen=True, tag="step-extended", kw_only=True):
    """The user asked for longer; `seconds` is the step's new length."""

    index: int
    attempt: int
    seconds: float


class CueDue(Event, frozen=True, tag="cue", kw_only=True):
    """Something is to be said or sounded now. `not_after` is on the clock of `t`.

    The engine leaves `spoken` false; whoever hands the cue to the voice sets it: true when a
    living voice took it in time, "dropped" when it came too late.
    """

    text: str
    spoken: bool | str
    not_after: float
    tone: Tone | None = None


class Paused(Event, frozen=True, tag="paused", kw_only=True):
    """The session clock stands. `gap_s` tells how long the machine slept, if it did."""

    gap_s: float = 0.0


class Resumed(Event, frozen=True, tag="resumed", kw_only=True):
    """The session clock runs again."""


class Skipped(Event, frozen=True, tag="skipped", kw_only=True):
    """The user skipped the step that ends next."""

    index: int


class Hurts(Event, frozen=True, tag="hurt", kw_only=True):
    """The user said that it hurts; the clock stands."""

    index: int
    exercise: str


class SessionEnded(Event, frozen=True, tag="session-ended", kw_only=True):
    """The last event of every session.

    `active_s` is the time without pauses; `work_s` the time of work steps; `holds_done` the
    finished holds and repetition sets of the main part. `lapsed`: nobody ended it, a pause did.
    """

    outcome: SessionOutcome
    session_id: str
    active_s: float
    work_s: float
    holds_done: int
    answer: Hurt | None = None
    lapsed: bool = False


AnyEvent = (
    SessionStarted
    | StepStarted
    | StepEnded
    | StepExtended
    | CueDue
    | Paused
    | Resumed
    | Skipped
    | Hurts
    | SessionEnded
)
