"""Solves a pose: from angles and contacts to about thirty named points in space."""

from collections.abc import Mapping
from math import cos, radians, sin
from typing import Final

import msgspec

from supple.core.figure.ik import reach
from supple.core.figure.pose import Anchor, Arm, Leg, Pose, Reach, Spot, Target, View, fixed_to
from supple.core.figure.skeleton import (
    BONES,
    FOOT_POINTS,
    FOREARM,
    FRONT_SHOULDER_DROP,
    HIP_BREADTH,
    LUMBAR,
    LUMBAR_LEAN,
    NECK,
    NECK_LEAN,
    PELVIS,
    PELVIS_LEAN,
    SHANK,
    SHOULDER_BREADTH,
    SHOULDER_DROP,
    SHOULDER_GIRDLE,
    SIDES,
    THIGH,
    THORAX,
    THORAX_LEAN,
    TOE_JOINT,
    UPPER_ARM,
)
from supple.core.figure.vector import Vec, add, downward, mix, scale, sub, swing_deg, unit, upward

_GIRDLE_LIFT: Final = 0.8
_GIRDLE_SPREAD: Final = 0.3
_LUMBAR_BEND: Final = 0.6
_PELVIS_BEND: Final = 0.2


class Body(msgspec.Struct):
    """A solved figure in its own frame.

    `points` are in heads: hip, l5, t12, c7, skull, and for each side sho, elbow, wrist, hip, knee,
    ankle, ball, toes, sole, heel. `feet` are the angles of the soles, `hands` those of hands that
    are aimed, in degrees. `reached` is the asked distance over the length of each held limb.
    """

    pose: Pose
    facing: int
    points: dict[str, Vec]
    feet: dict[str, float]
    reached: dict[str, float]
    z: float = 0.0

    @property
    def head_deg(self) -> float:
        """How far the head is tipped forward against the world."""
        trunk = self.pose.trunk
        return trunk.chest + trunk.neck + trunk.head

    def leg(self, side: str) -> Leg:
        """The leg of a side."""
        return self.pose.near_leg if side == "near" else self.pose.far_leg

    def arm(self, side: str) -> Arm:
        """The arm of a side."""
        return self.pose.near_arm if side == "near" else self.pose.far_arm


def solve_cast(
    poses: Mapping[str, Pose], facings: Mapping[str, int], view: View = View.SIDE
) -> dict[str, Body]:
    """Solve all figures of a scene: spines and legs first, then arms, which may hold another."""
    drop = FRONT_SHOULDER_DROP if view is View.FRONT else SHOULDER_DROP
    cast = {name: _frame(pose, facings[name]) for name, pose in poses.items()}
    for body in cast.values():
        for side in SIDES:
            _leg(body, side, cast)
    for body in cast.values():
        for side in SIDES:
            _arm(body, side, cast, drop)
    for body in cast.values():
        _pinned(body)
    return cast


def solve(pose: Pose, view: View = View.SIDE) -> Body:
    """Solve a figure that is alone."""
    return solve_cast({"user": pose}, {"user": 1}, view)["user"]


def _frame(pose: Pose, facing: int) -> Body:
    """The spine, with the hip where the pose says (or at the origin for another pin)."""
    trunk = pose.trunk
    hip: Vec = trunk.at if trunk.pin == "hip" else (0.0, 0.0, 0.0)
    lumbar = trunk.pitch + trunk.lumbar
    l5 = add(hip, scale(upward(trunk.pitch + PELVIS_LEAN, trunk.bend * _PELVIS_BEND), PELVIS))
    t12 = add(l5, scale(upward(lumbar + LUMBAR_LEAN, trunk.bend * _LUMBAR_BEND), LUMBAR))
    c7 = add(t12, scale(upward(trunk.chest + THORAX_LEAN, trunk.bend), THORAX))
    skull = add(c7, scale(upward(trunk.chest + trunk.neck + NECK_LEAN, trunk.bend), NECK))
    points: dict[str, Vec] = {"hip": hip, "l5": l5, "t12": t12, "c7": c7, "skull": skull}
    if trunk.pin in points and trunk.pin != "hip":
        shift = sub(trunk.at, points[trunk.pin])
        points = {name: add(point, shift) for name, point in points.items()}
    return Body(pose, facing, points, {}, {}, points["hip"][2])


def _leg(body: Body, side: str, cast: Mapping[str, Body]) -> None:
    leg, sign = body.leg(side), SIDES[side]
    hip = add(body.points["hip"], (0.0, 0.0, sign * HIP_BREADTH))
    swing = leg.hip - body.pose.trunk.pitch
    knee = add(hip, scale(downward(swing, leg.out, sign), THIGH))
    ankle = add(knee, scale(downward(swing - leg.knee, leg.out2, sign), SHANK))
    if leg.reach is not None and leg.reach.weight > 0:
        target = _aim(body, side, leg.reach, HIP_BREADTH, cast)
        if isinstance(leg.reach.first, Spot) and leg.reach.first.ball and leg.foot is not None:
            target = sub(target, _turned(FOOT_POINTS["ball"], leg.foot.deg))
        bend = (leg.bend[0], leg.bend[1], leg.bend[2] * sign)
        found = reach(hip, mix(ankle, target, leg.reach.weight), THIGH, SHANK, bend)
        knee, ankle = found.middle, found.end
        body.reached[f"{side}_leg"] = found.ratio
    body.points[f"{side}_hip"] = hip
    body.points[f"{side}_knee"] = knee
    body.points[f"{side}_ankle"] = ankle
    _foot(body, side)


def _foot(body: Body, side: str) -> None:
    leg, ankle = body.leg(side), body.points[f"{side}_ankle"]
    shank = swing_deg(body.points[f"{side}_knee"], ankle)
    sole = fixed_to(shank + leg.ankle, leg.foot)
    body.feet[side] = sole
    for name, flat in FOOT_POINTS.items():
        point = _toed(flat, leg.toe) if name == "toes" else flat
        body.points[f"{side}_{name}"] = add(ankle, _turned(point, sole))


def _turned(point: tuple[float, float], deg: float) -> Vec:
    """A point of the foot, from the ankle, when the sole is at an angle."""
    along, across = point
    cosine, sine = cos(radians(deg)), sin(radians(deg))
    return (along * cosine - across * sine, along * sine + across * cosine, 0.0)


def _toed(point: tuple[float, float], toe_deg: float) -> tuple[float, float]:
    """A point of the toes when they are bent up."""
    x, y = TOE_JOINT
    dx, dy = point[0] - x, point[1] - y
    cosine, sine = cos(radians(toe_deg)), sin(radians(toe_deg))
    return (x + dx * cosine - dy * sine, y + dx * sine + dy * cosine)


def _arm(body: Body, side: str, cast: Mapping[str, Body], drop: float) -> None:
    arm, sign, trunk = body.arm(side), SIDES[side], body.pose.trunk
    spine = upward(trunk.chest + THORAX_LEAN, trunk.bend)
    base = add(add(body.points["c7"], scale(spine, -drop)), (0.0, 0.0, sign * SHOULDER_BREADTH))
    if trunk.bend:
        base = add(base, (0.0, -sign * sin(radians(trunk.bend)) * SHOULDER_BREADTH, 0.0))
    swing = arm.shoulder - trunk.chest
    along = downward(swing, arm.out, sign)
    shoulder = _girdle(base, along)
    elbow = add(shoulder, scale(along, UPPER_ARM))
    wrist = add(elbow, scale(downward(swing + arm.elbow, arm.out2, sign), FOREARM))
    if arm.reach is not None and arm.reach.weight > 0:
        held = _aim(body, side, arm.reach, SHOULDER_BREADTH, cast)
        target = mix(wrist, held, arm.reach.weight)
        shoulder = _girdle(base, mix(along, unit(sub(target, base)), arm.reach.weight))
        bend = (arm.bend[0], arm.bend[1], arm.bend[2] * sign)
        found = reach(shoulder, target, UPPER_ARM, FOREARM, bend)
        elbow, wrist = found.middle, found.end
        body.reached[f"{side}_arm"] = found.ratio
    body.points[f"{side}_sho"] = shoulder
    body.points[f"{side}_elbow"] = elbow
    body.points[f"{side}_wrist"] = wrist


def _girdle(base: Vec, along: Vec) -> Vec:
    """The shoulder is not fixed: it drops with a hanging arm and goes along with a reaching one."""
    ride = (along[0], along[1] + _GIRDLE_LIFT, along[2] * _GIRDLE_SPREAD)
    return add(base, scale(ride, SHOULDER_GIRDLE))


def _aim(body: Body, side: str, held: Reach, breadth: float, cast: Mapping[str, Body]) -> Vec:
    """Where the end of the limb has to be, on the body as it is at this moment."""
    depth = body.z + SIDES[side] * breadth
    first = _place(body, held.first, depth, cast)
    if not held.shift:
        return first
    return mix(first, _place(body, held.second, depth, cast), held.shift)


def _place(body: Body, target: Target, depth: float, cast: Mapping[str, Body]) -> Vec:
    if not isinstance(target, Anchor):
        return (target.x, target.y, depth if target.z is None else target.z)
    other = cast[target.who] if target.who else body
    point = anchored(other, target)
    if not target.who:
        return add(point, target.off)
    # The offset from another figure is meant in the world, not in that figure's mirrored frame.
    world = add((point[0] * other.facing, point[1], point[2]), target.off)
    return (world[0] * body.facing, world[1], world[2])


def anchored(body: Body, target: Anchor) -> Vec:
    """The place on a body that an anchor names, without its offset."""
    if target.along is None:
        return body.points[target.point]
    side, _, bone = target.point.partition("_")
    upper, lower, _ = BONES[bone]
    return mix(body.points[f"{side}_{upper}"], body.points[f"{side}_{lower}"], target.along)


def _pinned(body: Body) -> None:
    """A pin on a limb: everything moves so that this joint stands where the pose says."""
    trunk = body.pose.trunk
    if not trunk.pin.startswith(("near_", "far_")):
        return
    shift = sub(trunk.at, body.points[trunk.pin])
    body.points = {name: add(point, shift) for name, point in body.points.items()}
