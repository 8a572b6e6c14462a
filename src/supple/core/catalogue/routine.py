"""A routine: which exercises in which order, and how much of each."""

from enum import StrEnum
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from supple.core.catalogue.exercise import Id, Line, Place, Position, Spoken, Text, one_line
from supple.core.catalogue.problem import SAID, Phrase
from supple.core.session.steps import Part

LONGEST_NAME = 80

Sets = Annotated[int, Meta(ge=1, le=5)]
HoldSeconds = Annotated[int, Meta(ge=5, le=60)]


class Use(StrEnum):
    """What a routine is for."""

    SESSION = "session"
    DESK_BREAK = "desk-break"
    WARM_UP = "warm-up"
    COMPLEMENT = "complement"
    TEST = "test"


class Amount(StrEnum):
    """How much the voice says."""

    CUES = "cues"
    GUIDE = "guide"
    EVERYTHING = "everything"


class RoutineStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exercise of a routine.

    Exactly one of `hold_s`, `reps`, `seconds`, `test` gives the dose; "plan" takes it from the
    plan. `position` says how an exercise that allows several is done here. `rest_s`, `switch_s`,
    `side`, `alternates`, `say` and `picture` (PNG in base64) are for the user's own routines.
    """

    part: Part
    exercise: Id
    sets: Sets
    get_ready_s: Annotated[int, Meta(ge=0, le=120)]
    hold_s: HoldSeconds | Literal["plan"] | None = None
    reps: Annotated[int, Meta(ge=1, le=60)] | Literal["plan"] | None = None
    seconds: Annotated[int, Meta(ge=5, le=3600)] | None = None
    test: bool = False
    note: Line = ""
    position: Position | None = None
    rest_s: Annotated[int, Meta(ge=0, le=120)] | None = None
    switch_s: Annotated[int, Meta(ge=0, le=120)] | None = None
    side: Literal["left", "right"] | None = None
    alternates: bool | None = None
    say: Spoken = ""
    picture: Annotated[
        str, Meta(max_length=400_000, extra={SAID: Phrase("of at most 300 kB in base64")})
    ] = ""


class RestRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pause of `rest` seconds between two exercises of the user's own routine."""

    rest: Annotated[int, Meta(ge=5, le=600)]


class Routine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A session's plan on paper. `from_week`: offered only from that plan week on."""

    id: Id
    name: Annotated[str, one_line(LONGEST_NAME, least=1)]
    steps: tuple[RoutineStep | RestRow, ...]
    card: Line = ""
    when: Line = ""
    places: tuple[Place, ...] = ()
    needs: Line = ""
    welcome: Spoken = ""
    note: Text = ""
    use: Use = Use.SESSION
    amount: Amount | None = None
    counts_for_plan: bool = False
    scales_with_plan: bool = False
    from_week: Annotated[int, Meta(ge=1, le=52)] = 1
    format: Literal[1] = 1
