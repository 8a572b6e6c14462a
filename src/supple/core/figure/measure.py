"""Measures a solved body: the angles its joints really have, whatever made them so."""

from math import acos, asin, degrees, radians, sin
from typing import Final

from supple.core.figure.body import Body
from supple.core.figure.vector import Vec, dot, lean_deg, sub, swing_deg, turn_deg, unit

# A limb this far out of the side view has no meaningful forward angle.
_ASIDE_DEG: Final = 35.0
# The part of a bend that has to be seen from the side to tell forward from backward.
_IN_VIEW: Final = 0.7
_BEHIND_BACK: Final = -90.0


def hip_deg(body: Body, side: str) -> float:
    """Flexion of the hip: the thigh against the pelvis, positive forward."""
    thigh = swing_deg(body.points[f"{side}_hip"], body.points[f"{side}_knee"])
    return _wrapped(thigh + body.pose.trunk.pitch)


def hip_out_deg(body: Body, side: str) -> float:
    """How far the thigh leaves the plane of the body to its own side."""
    return _aside(body, side, "hip", "knee")


def knee_deg(body: Body, side: str) -> float:
    """Flexion of the knee; negative would be bent backward."""
    return _hinge(body, side, ("hip", "knee", "ankle"), -1)


def ankle_deg(body: Body, side: str) -> float:
    """The ankle: toes towards the shin positive, pointed negative."""
    shank = swing_deg(body.points[f"{side}_knee"], body.points[f"{side}_ankle"])
    return turn_deg(shank, body.feet[side])


def shoulder_deg(body: Body, side: str) -> float:
    """The upper arm against the rib cage, positive forward and up."""
    arm = swing_deg(body.points[f"{side}_sho"], body.points[f"{side}_elbow"])
    return _wrapped(arm + body.pose.trunk.chest)


def elbow_deg(body: Body, side: str) -> float:
    """Flexion of the elbow."""
    return _hinge(body, side, ("sho", "elbow", "wrist"), 1)


def trunk_deg(body: Body) -> float:
    """The line from hip to C7 against upright."""
    return lean_deg(body.points["hip"], body.points["c7"])


def is_aside(body: Body, side: str, start: str, end: str) -> bool:
    """Whether a bone points so far towards or off the viewer that side angles say little."""
    return abs(_aside(body, side, start, end)) > _ASIDE_DEG


def _aside(body: Body, side: str, start: str, end: str) -> float:
    way = unit(sub(body.points[f"{side}_{end}"], body.points[f"{side}_{start}"]))
    sign = 1 if side == "near" else -1
    return degrees(asin(max(-1.0, min(1.0, way[2] * sign))))


def _hinge(body: Body, side: str, joints: tuple[str, str, str], sign: int) -> float:
    """The bend of a middle joint, signed where it bends in the side view."""
    points: list[Vec] = [body.points[f"{side}_{joint}"] for joint in joints]
    upper, lower = unit(sub(points[1], points[0])), unit(sub(points[2], points[1]))
    bend = degrees(acos(max(-1.0, min(1.0, dot(upper, lower)))))
    across = upper[0] * lower[1] - upper[1] * lower[0]
    turning = sin(radians(bend))
    in_view = abs(across) > _IN_VIEW * turning
    return -bend if in_view and across * sign < 0 else bend


def _wrapped(deg: float) -> float:
    """An angle that is never mistaken for its other side: -90 to 270."""
    turned = turn_deg(0, deg)
    return turned + 360 if turned < _BEHIND_BACK else turned
