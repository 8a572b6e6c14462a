"""An exercise: what the body does, how long, what is said, and who should leave it out."""

from enum import StrEnum
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from supple.core.catalogue.problem import SAID, Phrase
from supple.core.plain import STEERING

LONGEST_SPOKEN = 120


def one_line(most: int, least: int = 0) -> Meta:
    """Text that a terminal, a label and a voice can take: nothing in it steers them."""
    return Meta(
        pattern=rf"\A[^\t\n{STEERING}]*\Z",
        min_length=least,
        max_length=most,
        extra={SAID: Phrase("on one line, of at most {n} characters", n=most)},
    )


Id = Annotated[
    str,
    Meta(
        pattern=r"\A[a-z0-9]+(-[a-z0-9]+)*\Z",
        max_length=60,
        extra={SAID: Phrase("in small letters, digits and hyphens")},
    ),
]
NoneOrId = Annotated[
    str,
    Meta(
        pattern=r"\A([a-z0-9]+(-[a-z0-9]+)*)?\Z",
        max_length=60,
        extra={SAID: Phrase("in small letters, digits and hyphens, or empty")},
    ),
]
Line = Annotated[str, one_line(400)]
Spoken = Annotated[str, one_line(LONGEST_SPOKEN)]
Number = Annotated[int, Meta(ge=-100, le=3600)]
Seconds = Annotated[int, Meta(ge=0, le=3600)]
Text = Annotated[
    str,
    Meta(
        pattern=rf"\A[^\t{STEERING}]*\Z",
        max_length=2000,
        extra={SAID: Phrase("of at most {n} characters", n=2000)},
    ),
]


class Family(StrEnum):
    """The groups of the catalogue."""

    WARM_UP = "warm-up"
    SEATED = "seated"
    DESK = "desk"
    SUPINE = "supine"
    STANDING = "standing"
    DYNAMIC = "dynamic"
    TECHNIQUE = "technique"
    COOL_DOWN = "cool-down"
    STRENGTH_POSTURE = "strength-posture"
    SELF_TEST = "self-test"


class Sides(StrEnum):
    """Whether the exercise has a left and a right."""

    LEFT_RIGHT = "left-right"
    BOTH = "both"
    NONE = "none"


class Position(StrEnum):
    """Where the body is. `any` stays wherever the step before left it."""

    STANDING = "standing"
    SEATED = "seated"
    FLOOR = "floor"
    LYING = "lying"
    MOVING = "moving"
    ANY = "any"


class Measure(StrEnum):
    """What is counted."""

    HOLD = "hold"
    REPS = "reps"
    TIME = "time"
    TEST = "test"


class Tag(StrEnum):
    """A condition that takes an exercise out (`avoid`) or keeps it with a caution (`care`)."""

    ACUTE_INJURY = "acute-injury"
    SEVERE_DISC_HERNIATION = "severe-disc-herniation"
    SPINAL_INSTABILITY = "spinal-instability"
    RECENT_SURGERY = "recent-surgery"
    SCIATICA_SYMPTOMS = "sciatica-symptoms"
    OSTEOPOROSIS = "osteoporosis"
    PREGNANCY = "pregnancy"
    BALANCE_PROBLEM = "balance-problem"
    DIZZINESS_BLOOD_PRESSURE = "dizziness-blood-pressure"
    EYE_PRESSURE = "eye-pressure"
    HEART_CONDITION = "heart-condition"
    KNEELING_PAIN = "kneeling-pain"
    FLOOR_ACCESS = "floor-access"


class Kit(StrEnum):
    """Things an exercise needs. In a file `a|b` means that either will do."""

    CHAIR = "chair"
    OFFICE_CHAIR = "office-chair"
    MAT = "mat"
    STRAP = "strap"
    CUSHION = "cushion"
    WALL = "wall"
    WALL_CORNER = "wall-corner"
    DOORWAY = "doorway"
    DESK = "desk"
    PARTNER = "partner"
    TAPE_MEASURE = "tape-measure"


class Place(StrEnum):
    """Where it can be done."""

    DESK = "desk"
    HOME = "home"
    STANDING = "standing"
    CHAIR = "chair"
    MAT = "mat"
    WALL = "wall"
    PARTNER = "partner"
    BED = "bed"
    OUTDOORS = "outdoors"


class Dose(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"kind": "type"}):
    """How much.

    `min`, `default`, `max` are seconds for holds and time, counts for repetitions, centimetres
    for tests; `tempo_s` is one repetition or one try.
    `legs_take_turns`: the number is per leg and the legs alternate at every repetition.
    `plan_reps`: repetitions at plan stage 1, 2, 3.
    """

    kind: Measure
    unit: Line
    min: Number
    default: Number
    max: Number
    tempo_s: Annotated[int, Meta(ge=1, le=60)] | None = None
    legs_take_turns: bool = False
    plan_reps: tuple[Number, Number, Number] | None = None
    attempts: Annotated[int, Meta(ge=1, le=5)] | None = None
    hold_s: Annotated[int, Meta(ge=1, le=10)] | None = None


class SetRange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many sets are sensible."""

    min: Annotated[int, Meta(ge=1, le=5)]
    default: Annotated[int, Meta(ge=1, le=5)]
    max: Annotated[int, Meta(ge=1, le=5)]


class Timing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds around the work: before it, between sides, between sets."""

    get_ready_s: Seconds
    switch_s: Seconds
    rest_s: Seconds


class Mistake(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A common mistake and what to do instead."""

    wrong: Line
    fix: Line


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said: at the start of a hold, during it, half way, between sides, at the end.

    `ready` is the set-up in one breath, where the first of the set-up hints alone would leave
    somebody who only listens unprepared. Where the legs take turns `switch` is said once.
    """

    start: Spoken
    hold: tuple[Spoken, ...]
    switch: Spoken
    release: Spoken
    half: Spoken = ""
    ready: Spoken = ""


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exercise, warm-up move or self-test, as its file says. `figure` is its raw drawing.

    `easier` and `harder` are empty where there is none.
    """

    id: Id
    name: Line
    family: Family
    origin: Literal["guide", "variation", "theme", "addition"]
    source_section: Text
    card: Line
    level: Annotated[int, Meta(ge=1, le=3)]
    view: Literal["side", "front"]
    position: Position
    helps: tuple[Literal["hamstrings", "lower-back", "calf", "warm-up", "core"], ...]
    equipment: tuple[str, ...]
    places: tuple[Place, ...]
    sides: Sides
    alternates: bool
    measure: Dose
    sets: SetRange
    timing: Timing
    setup: tuple[Line, ...]
    movement: tuple[Line, ...]
    exit: tuple[Line, ...]
    feel: Line
    mistakes: tuple[Mistake, ...]
    avoid: tuple[Tag, ...]
    care: tuple[Tag, ...]
    easier: NoneOrId
    harder: NoneOrId
    swap: tuple[Id, ...]
    cues: Cues
    note: Text = ""
    end_position: Position | None = None
    figure: dict[str, object] | None = None

    @property
    def hint(self) -> str:
        """How to begin, in one breath; for who hears no more than one of the set-up hints."""
        return self.cues.ready or next(iter(self.setup), "")

    @property
    def changes_sides(self) -> bool:
        """Whether one side is worked after the other, each in a step of its own."""
        return self.sides is Sides.LEFT_RIGHT and not self.measure.legs_take_turns
