"""From what is written in a file to a pose: inheritance, defaults, and the mirrored partner."""

from typing import Any

import msgspec

from supple.core.figure.grammar import (
    AnchorTable,
    ArmTable,
    LegTable,
    Place,
    PoseTable,
    RootTable,
    SpineTable,
)
from supple.core.figure.pose import (
    Anchor,
    Arm,
    Fixed,
    Leg,
    Pose,
    Reach,
    Spot,
    Target,
    Trunk,
)
from supple.core.figure.vector import Vec

_SHANK_OUT = 0.6


def inherited(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """`own` over `base`, key by key; a new `to` replaces the old one as a whole."""
    merged = dict(base)
    for key, value in own.items():
        below = merged.get(key)
        if key != "to" and isinstance(value, dict) and isinstance(below, dict):
            merged[key] = inherited(below, value)
        else:
            merged[key] = value
    return merged


def build_pose(table: PoseTable, facing: int) -> Pose:
    """A pose in the figure's own frame, where it faces right. Missing angles get their defaults."""
    return Pose(
        trunk=_trunk(table.root, table.spine, facing),
        near_leg=_leg(table.near_leg, facing),
        far_leg=_leg(table.far_leg, facing),
        near_arm=_arm(table.near_arm, facing),
        far_arm=_arm(table.far_arm, facing),
        closed_eyes=table.eyes == "closed",
    )


def _three(place: Place, facing: int = 1) -> Vec:
    z = place[2] if len(place) > len("xy") else 0.0
    return (place[0] * facing, place[1], z)


def _trunk(root: RootTable, spine: SpineTable, facing: int) -> Trunk:
    return Trunk(
        pin=root.pin,
        at=_three(root.at, facing),
        pitch=root.pitch,
        lumbar=spine.lumbar,
        thorax=spine.thorax,
        neck=spine.neck,
        head=spine.head,
        bend=spine.bend,
        roll=spine.roll,
    )


def _leg(table: LegTable, facing: int) -> Leg:
    return Leg(
        hip=table.hip,
        knee=table.knee,
        ankle=table.ankle,
        out=table.out,
        out2=table.out * _SHANK_OUT if table.out2 is None else table.out2,
        toe=table.toe,
        bend=_three(table.bend, facing),
        reach=_reach(table.to, facing)
        if isinstance(table.ball, bool)
        else _ball(table.ball, facing),
        foot=_fixed(table.foot, flat=not isinstance(table.ball, bool)),
    )


def _arm(table: ArmTable, facing: int) -> Arm:
    return Arm(
        shoulder=table.shoulder,
        elbow=table.elbow,
        wrist=table.wrist,
        out=table.out,
        out2=table.out if table.out2 is None else table.out2,
        curl=table.curl,
        bend=_three(table.bend, facing),
        reach=_reach(table.to, facing),
        aim=_fixed(table.aim),
    )


def _fixed(deg: float | bool, *, flat: bool = False) -> Fixed | None:
    """An angle that is kept; a foot that stands on its ball is `flat` where nothing is said."""
    if isinstance(deg, bool):
        return Fixed(0.0) if flat else None
    return Fixed(deg)


def _reach(to: Place | AnchorTable | bool, facing: int) -> Reach | None:
    if isinstance(to, bool):
        return None
    target: Target
    if isinstance(to, AnchorTable):
        point, at, part = to.on.partition("@")
        target = Anchor(point, float(part) if at else None, _three(to.off), to.who)
    else:
        target = _spot(to, facing)
    return Reach(target, target)


def _ball(place: Place, facing: int) -> Reach:
    target = msgspec.structs.replace(_spot(place, facing), ball=True)
    return Reach(target, target)


def _spot(place: Place, facing: int) -> Spot:
    return Spot(place[0] * facing, place[1], place[2] if len(place) > len("xy") else None)
