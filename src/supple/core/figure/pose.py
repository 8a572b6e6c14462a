"""A pose while it is worked with: every value present, ready to be blended with another pose.

What people write in exercise files is in `grammar`; here nothing is optional any more.
"""

from enum import StrEnum

import msgspec

from supple.core.figure.vector import Vec, blend, turn_deg


class View(StrEnum):
    """Where the viewer stands."""

    SIDE = "side"
    FRONT = "front"


class Spot(msgspec.Struct, frozen=True):
    """A fixed point of the world that a hand or foot keeps. `z` None: straight at its own side.

    `ball` means that the ball of the foot stands there while its heel comes up, not the ankle.
    """

    x: float
    y: float
    z: float | None = None
    ball: bool = False


class Anchor(msgspec.Struct, frozen=True):
    """A place on a body: a joint, or a fraction along a bone, and an offset in heads.

    `who` names another figure of the scene; empty means the own body.
    """

    point: str
    along: float | None
    off: Vec
    who: str = ""


Target = Spot | Anchor


class Reach(msgspec.Struct, frozen=True):
    """Where a hand or foot has to be: between two targets, or half-way to letting go.

    `shift` 0 to 1 goes from `first` to `second`; `weight` 1 means held, 0 means free.
    """

    first: Target
    second: Target
    shift: float = 0.0
    weight: float = 1.0


class Fixed(msgspec.Struct, frozen=True):
    """An angle kept against the world, with the weight it has against the joint's own angle."""

    deg: float
    weight: float = 1.0


class Leg(msgspec.Struct, frozen=True):
    """One leg, in degrees; `reach` moves the ankle."""

    hip: float
    knee: float
    ankle: float
    out: float
    out2: float
    toe: float
    bend: Vec
    reach: Reach | None
    foot: Fixed | None


class Arm(msgspec.Struct, frozen=True):
    """One arm, in degrees; `reach` moves the wrist, `aim` turns the hand, `curl` closes it."""

    shoulder: float
    elbow: float
    wrist: float
    out: float
    out2: float
    curl: float
    bend: Vec
    reach: Reach | None
    aim: Fixed | None


class Trunk(msgspec.Struct, frozen=True):
    """Pelvis and spine, in degrees; positive bends forward. `at` is where `pin` stands."""

    pin: str
    at: Vec
    pitch: float
    lumbar: float
    thorax: float
    neck: float
    head: float
    bend: float
    roll: float

    @property
    def chest(self) -> float:
        """How far the rib cage is tipped forward."""
        return self.pitch + self.lumbar + self.thorax


class Pose(msgspec.Struct, frozen=True):
    """A whole body at one moment."""

    trunk: Trunk
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm
    far_arm: Arm
    closed_eyes: bool = False


def fixed_to(relative: float, fixed: Fixed | None) -> float:
    """The joint's own angle, drawn towards the fixed one by its weight."""
    if fixed is None:
        return relative
    return relative + turn_deg(relative, fixed.deg) * fixed.weight


def blend_fixed(a: Fixed | None, b: Fixed | None, weight: float) -> Fixed | None:
    """Blend two fixed angles; one that is missing on a side fades in or out."""
    if a is not None and b is not None:
        return Fixed(blend(a.deg, b.deg, weight), blend(a.weight, b.weight, weight))
    if a is not None:
        return Fixed(a.deg, a.weight * (1 - weight))
    return None if b is None else Fixed(b.deg, b.weight * weight)


def blend_reach(a: Reach | None, b: Reach | None, weight: float) -> Reach | None:
    """Blend two reaches: what is held in both stays held; what is not, lets go little by little."""
    if a is not None and b is not None:
        return Reach(a.first, b.first, weight if a.first != b.first else 0.0)
    if a is not None:
        return Reach(a.first, a.first, 0.0, 1 - weight)
    return None if b is None else Reach(b.first, b.first, 0.0, weight)


def swapped(pose: Pose) -> Pose:
    """The same pose with near and far limbs exchanged: the next step of a march."""
    return Pose(
        trunk=pose.trunk,
        near_leg=_other_leg(pose.far_leg),
        far_leg=_other_leg(pose.near_leg),
        near_arm=_other_arm(pose.far_arm),
        far_arm=_other_arm(pose.near_arm),
        closed_eyes=pose.closed_eyes,
    )


def _other_leg(leg: Leg) -> Leg:
    return msgspec.structs.replace(leg, reach=_other_reach(leg.reach))


def _other_arm(arm: Arm) -> Arm:
    return msgspec.structs.replace(arm, reach=_other_reach(arm.reach))


def _other_reach(reach: Reach | None) -> Reach | None:
    if reach is None:
        return None
    return msgspec.structs.replace(
        reach, first=_other_target(reach.first), second=_other_target(reach.second)
    )


def _other_target(target: Target) -> Target:
    if isinstance(target, Spot):
        return target if target.z is None else msgspec.structs.replace(target, z=-target.z)
    names = {"near": "far", "far": "near"}
    side, _, rest = target.point.partition("_")
    point = f"{names[side]}_{rest}" if side in names else target.point
    return Anchor(point, target.along, (target.off[0], target.off[1], -target.off[2]), target.who)
