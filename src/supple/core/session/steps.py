"""The steps of a compiled session: what happens in which order, for how long, on which side."""

from enum import StrEnum

import msgspec


class Part(StrEnum):
    """The three parts of a session."""

    WARM_UP = "warm-up"
    MAIN = "main"
    COOL_DOWN = "cool-down"


class Kind(StrEnum):
    """What a step is. Part decides first: all work in the warm-up part is `warm-up`."""

    SCREEN = "screen"
    PREPARE = "prepare"
    WARM_UP = "warm-up"
    GET_READY = "get-ready"
    HOLD = "hold"
    REPS = "reps"
    SWITCH = "switch"
    REST = "rest"
    COOL_DOWN = "cool-down"

    @property
    def is_work(self) -> bool:
        """Whether finishing such a step is something the user did, worth a row on disk."""
        return self in _WORK

    @property
    def is_pause_between(self) -> bool:
        """Whether the step only leads to the next work: it may be cut short or made longer."""
        return self not in _WORK

    @property
    def is_hold(self) -> bool:
        """Whether the step counts as a hold: holds and repetition sets of the main part."""
        return self in _HOLDS


_HOLDS = frozenset({Kind.HOLD, Kind.REPS})
_WORK = _HOLDS | {Kind.WARM_UP, Kind.COOL_DOWN}


class Side(StrEnum):
    """The leg that is stretched or moves; the user's own left and right."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NONE = "none"


class Tone(StrEnum):
    """The short sounds that need no words."""

    START = "start"
    HALF = "half"
    RELEASE = "release"


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to say or sound at a moment of a step.

    `at_s` counts from the start of the step, on the step's own clock (pauses do not count).
    `patience_s` is how late it may still begin; after that it is dropped.
    """

    at_s: float
    text: str = ""
    tone: Tone | None = None
    patience_s: float = 1.5


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One timed stretch of a session.

    `group` numbers the routine's own steps: all sets and sides of one exercise share it.
    `seconds` is the planned length; `reps` and `tempo_s` (seconds a repetition) stand beside it
    where repetitions are counted. `timed` is false for a step that waits for the user. `measured`
    is a try of a test: it is done as soon as the user has the number.
    """

    part: Part
    kind: Kind
    exercise: str
    group: int
    seconds: float
    side: Side = Side.NONE
    set: int = 1
    sets: int = 1
    reps: int | None = None
    tempo_s: float | None = None
    timed: bool = True
    measured: bool = False
    cues: tuple[Cue, ...] = ()

    @property
    def lingers(self) -> bool:
        """Whether it takes its time and then waits for the user."""
        return not self.timed and self.seconds > 0
