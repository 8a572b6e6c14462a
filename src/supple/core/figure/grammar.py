"""The `[figure]` tables of an exercise file: every key, its type and its default.

Angles in degrees, distances in heads. `hip`, `knee`, `shoulder`, `elbow` and the spine bend forward
when positive; `ankle` positive pulls the toes up; `out` is away from the body. A pose names only
what differs: `end`, `mid` and `mistake` inherit from the pose before them, key by key.
"""

from typing import Annotated, Final, Literal

import msgspec

from supple.core.figure.pose import View
from supple.core.figure.props import Strap

Deg = Annotated[float, msgspec.Meta(ge=-200, le=200)]
Part = Annotated[float, msgspec.Meta(ge=0, le=1)]
Place = Annotated[tuple[float, ...], msgspec.Meta(min_length=2, max_length=3)]

PHASES: Final = ("start", "mid", "end", "mistake")

Accent = Literal["peach", "sage", "sky", "lilac", "sand"]
Character = Literal["mia", "sam", "ada", "lin", "worker"]
Muscle = Literal[
    "hamstrings",
    "calf",
    "quads",
    "hip_flexors",
    "glutes",
    "lower_back",
    "upper_back",
    "chest",
    "belly",
]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table that refuses keys it does not know."""


class AnchorTable(_Table, frozen=True):
    """A place on a body: `on` is a joint (`near_knee`) or along a bone (`near_shank@0.4`)."""

    on: str
    off: Place = (0.0, 0.0, 0.0)
    who: str = ""


class RootTable(_Table, frozen=True):
    """Where the body stands: the joint `pin` at the point `at`, tipped by `pitch`."""

    pin: str = "hip"
    at: Place = (0.0, 4.04)
    pitch: Deg = 0.0


class SpineTable(_Table, frozen=True):
    """How the spine bends on top of the pitch. `bend` and `roll` are sideways, front view."""

    lumbar: Deg = 0.0
    thorax: Deg = 0.0
    neck: Deg = 0.0
    head: Deg = 0.0
    bend: Deg = 0.0
    roll: Deg = 0.0


class LegTable(_Table, frozen=True):
    """A leg by angles, or planted with `to` (where the ankle is). `foot` keeps the sole's angle.

    `ball` plants the ball of the foot in place of the ankle, so that the heel can come up.
    """

    hip: Deg = 0.0
    knee: Deg = 0.0
    ankle: Deg = 0.0
    out: Deg = 3.0
    out2: Deg | None = None
    toe: Deg = 0.0
    to: Place | AnchorTable | bool = False
    ball: Place | bool = False
    bend: Place = (1.0, 0.35, 0.0)
    foot: Deg | bool = False


class ArmTable(_Table, frozen=True):
    """An arm by angles, or held with `to` (where the wrist is). `aim` keeps the hand's angle."""

    shoulder: Deg = 4.0
    elbow: Deg = 14.0
    wrist: Deg = 0.0
    out: Deg = 6.0
    out2: Deg | None = None
    curl: Part = 0.25
    to: Place | AnchorTable | bool = False
    bend: Place = (-0.6, -1.0, 0.3)
    aim: Deg | bool = False


class PoseTable(_Table, frozen=True):
    """One body in one phase."""

    root: RootTable = RootTable()
    spine: SpineTable = SpineTable()
    near_leg: LegTable = LegTable()
    far_leg: LegTable = LegTable()
    near_arm: ArmTable = ArmTable()
    far_arm: ArmTable = ArmTable()
    eyes: Literal["open", "closed"] = "open"


class Highlight(_Table, frozen=True):
    """A muscle that is stretched or works. `lift` moves the glow towards the front of the limb."""

    muscle: Muscle
    side: Literal["near", "far", "both"] = "near"
    lift: Deg = 0.0
    who: str = "user"


class Follow(_Table, frozen=True, rename={"start": "from", "stop": "to"}):
    """An arrow along the true path of a joint, pushed outward from `center`."""

    joint: str
    center: str = "hip"
    push: float = 0.0
    start: Part = 0.1
    stop: Part = 0.9
    off: Place = (0.0, 0.0)
    who: str = "user"
    two: bool = False


class Swing(_Table, frozen=True):
    """Two short arrows at both ends of a joint's path."""

    joint: str
    center: str = "hip"
    push: float = 0.0
    who: str = "user"


class Arc(_Table, frozen=True, rename={"start": "from", "stop": "to"}):
    """A round arrow about `center`, from one angle to another."""

    center: Place
    r: float
    start: float
    stop: float
    two: bool = False


class Line(_Table, frozen=True, rename={"start": "from", "stop": "to"}):
    """A straight arrow; `two` puts a head on both ends."""

    start: Place
    stop: Place
    two: bool = False


Cue = Follow | Swing | Arc | Line
CUES: Final[dict[str, type[Cue]]] = {"follow": Follow, "swing": Swing, "arc": Arc, "line": Line}


class Hold(_Table, frozen=True):
    """What breathing does in the stretch: `sink` is how far the trunk sinks, in degrees."""

    sink: Annotated[float, msgspec.Meta(ge=0, le=5)] = 1.5


class Words(_Table, frozen=True):
    """The two poses in words, for people who do not see the picture. Translatable."""

    start: str
    end: str
    mistake: str = ""


class FigureTable(_Table, frozen=True):
    """Everything of `[figure]` that is not a pose, a prop or a cue."""

    text: Words
    view: View = View.SIDE
    oblique: Literal["right", "left"] = "right"
    focus: Literal["near", "far"] = "near"
    accent: Accent = "sand"
    cast: Annotated[tuple[str, ...], msgspec.Meta(min_length=1, max_length=2)] = ("user",)
    facing: dict[str, Literal["right", "left"]] = {}
    chars: dict[str, Character] = {}
    straps: tuple[Strap, ...] = ()
    highlight: tuple[Highlight, ...] = ()
    hold: Hold = Hold()
    motion: Literal["hold", "pingpong", "alternate", "orbit"] = "hold"
    soft: bool = False
    tempo_s: Annotated[float, msgspec.Meta(ge=0.3, le=20)] | None = None
    order: tuple[str, ...] = ()
