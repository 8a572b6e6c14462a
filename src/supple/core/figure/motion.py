"""Movement: what lies between two poses, and where in its movement a figure is at a given time.

Data is blended and then solved; solved points are never blended, or hands would slide and limbs
would change their length.
"""

from math import cos, pi, sin
from typing import Final

import msgspec

from supple.core.figure.body import solve
from supple.core.figure.pose import (
    Arm,
    Leg,
    Pose,
    Reach,
    Spot,
    Trunk,
    View,
    blend_fixed,
    blend_reach,
    swapped,
)
from supple.core.figure.record import Actor, Figure
from supple.core.figure.vector import blend, mix

_HALF: Final = 0.5

# A relaxed arm hangs this much in front of the line of the trunk.
_HANGING: Final = 10.0

# How far the wrists are from the middle of their circle in arm circles, in heads.
_ORBIT: Final = 0.42


class Clock(msgspec.Struct, frozen=True):
    """How far each part of the body is on its way: the pelvis leads, the head follows."""

    root: float
    spine: float
    head: float
    leg: float
    arm: float


class Moment(msgspec.Struct, frozen=True):
    """One instant of a figure.

    `phase` goes from 0 (start pose) to 1 (stretch), `breath` from -1 (out) to 1 (in). `other` is
    true while an alternating move does its other leg; `turn` (0 to 1) is the way round an orbit;
    `blink` closes the eyes.
    """

    phase: float = 1.0
    breath: float = 0.0
    other: bool = False
    turn: float = 0.0
    blink: bool = False


def ease(part: float) -> float:
    """Soft start and soft landing: speed and acceleration are zero at both ends."""
    t = max(0.0, min(1.0, part))
    return t * t * t * (t * (6 * t - 15) + 10)


def _staggered(t: float) -> Clock:
    def part(begin: float, end: float) -> float:
        return ease((t - begin) / (end - begin))

    return Clock(part(0, 0.86), part(0.06, 0.94), part(0.14, 1), part(0, 0.86), part(0.10, 1))


def _together(part: float) -> Clock:
    return Clock(part, part, part, part, part)


def pose_at(actor: Actor, motion: str, moment: Moment) -> Pose:
    """The pose of one figure at a moment; without breath."""
    start, end, mid = actor.start, actor.end, actor.mid
    if moment.other:
        start, end = swapped(start), swapped(end)
        mid = swapped(mid) if mid is not None else None
    t = moment.phase
    if t <= 0:
        return start
    if t >= 1:
        return end
    if mid is not None:
        eased = ease(t) * 2
        if eased < 1:
            return between(start, mid, _together(eased))
        return between(mid, end, _together(eased - 1))
    if motion == "hold":
        return between(start, end, _staggered(t))
    return between(start, end, _together(ease(t)))


def path_pose(actor: Actor, part: float) -> Pose:
    """The pose at an even pace along the way, without easing: for arrows that show the way."""
    if actor.mid is None:
        return between(actor.start, actor.end, _together(part))
    if part < _HALF:
        return between(actor.start, actor.mid, _together(part * 2))
    return between(actor.mid, actor.end, _together(part * 2 - 1))


def between(a: Pose, b: Pose, clock: Clock) -> Pose:
    """The pose on the way from `a` to `b`."""
    return Pose(
        trunk=_trunk(a.trunk, b.trunk, clock),
        near_leg=_leg(a.near_leg, b.near_leg, clock.leg),
        far_leg=_leg(a.far_leg, b.far_leg, clock.leg),
        near_arm=_arm(a, b, "near_arm", clock.arm),
        far_arm=_arm(a, b, "far_arm", clock.arm),
        closed_eyes=(b if clock.head > _HALF else a).closed_eyes,
    )


def _trunk(a: Trunk, b: Trunk, clock: Clock) -> Trunk:
    return Trunk(
        pin=a.pin,
        at=mix(a.at, b.at, clock.root),
        pitch=blend(a.pitch, b.pitch, clock.root),
        lumbar=blend(a.lumbar, b.lumbar, clock.spine),
        thorax=blend(a.thorax, b.thorax, clock.spine),
        neck=blend(a.neck, b.neck, clock.head),
        head=blend(a.head, b.head, clock.head),
        bend=blend(a.bend, b.bend, clock.spine),
        roll=blend(a.roll, b.roll, clock.head),
    )


def _leg(a: Leg, b: Leg, part: float) -> Leg:
    if a == b:
        return a
    return Leg(
        hip=blend(a.hip, b.hip, part),
        knee=blend(a.knee, b.knee, part),
        ankle=blend(a.ankle, b.ankle, part),
        out=blend(a.out, b.out, part),
        out2=blend(a.out2, b.out2, part),
        toe=blend(a.toe, b.toe, part),
        bend=mix(a.bend, b.bend, part),
        reach=blend_reach(a.reach, b.reach, part),
        foot=blend_fixed(a.foot, b.foot, part),
    )


def _arm(before: Pose, after: Pose, name: str, part: float) -> Arm:
    a: Arm = getattr(before, name)
    b: Arm = getattr(after, name)
    if a == b:
        return a
    if a.reach is None and b.reach is not None:
        b = _hanging(b, after.trunk, a)
    elif b.reach is None and a.reach is not None:
        a = _hanging(a, before.trunk, b)
    return Arm(
        shoulder=blend(a.shoulder, b.shoulder, part),
        elbow=blend(a.elbow, b.elbow, part),
        wrist=blend(a.wrist, b.wrist, part),
        out=blend(a.out, b.out, part),
        out2=blend(a.out2, b.out2, part),
        curl=blend(a.curl, b.curl, part),
        bend=mix(a.bend, b.bend, part),
        reach=blend_reach(a.reach, b.reach, part),
        aim=blend_fixed(a.aim, b.aim, part),
    )


def _hanging(reaching: Arm, trunk: Trunk, other: Arm) -> Arm:
    """The angles of a reaching arm if it hung: or it would sweep backward while the trunk folds."""
    return msgspec.structs.replace(
        reaching, shoulder=trunk.chest + _HANGING, elbow=other.elbow, out=other.out, out2=other.out2
    )


def breathed(pose: Pose, figure: Figure, moment: Moment) -> Pose:
    """The pose with its breath: the trunk sinks a little as the air goes out.

    Planted hands and feet stay; free arms ride along. Only the stretch itself breathes fully.
    """
    breath = moment.breath * moment.phase
    if not breath:
        return pose
    sink = breath * figure.sink
    trunk = msgspec.structs.replace(
        pose.trunk,
        pitch=pose.trunk.pitch - 0.35 * sink,
        lumbar=pose.trunk.lumbar - 0.5 * sink,
        thorax=pose.trunk.thorax - 0.5 * sink,
    )
    return msgspec.structs.replace(
        pose,
        trunk=trunk,
        near_arm=_breathing_arm(pose.near_arm, breath),
        far_arm=_breathing_arm(pose.far_arm, breath),
    )


def _breathing_arm(arm: Arm, breath: float) -> Arm:
    if arm.reach is not None:
        return arm
    return msgspec.structs.replace(arm, shoulder=arm.shoulder + 1.2 * breath)


def _circling(pose: Pose, turn: float) -> Pose:
    """The pose with both straight arms somewhere on their circle: up first, then to the front."""
    body = solve(pose, View.FRONT)
    angle = 2 * pi * turn
    forward, up = _ORBIT * sin(angle), _ORBIT * (cos(angle) - 1)

    def arm(side: str) -> Arm:
        x, y, z = body.points[f"{side}_wrist"]
        spot = Spot(x + forward, y + up, z)
        return msgspec.structs.replace(body.arm(side), reach=Reach(spot, spot))

    return msgspec.structs.replace(pose, near_arm=arm("near"), far_arm=arm("far"))


def poses_at(figure: Figure, moment: Moment) -> dict[str, Pose]:
    """The poses of everybody in the picture at a moment."""
    poses: dict[str, Pose] = {}
    for actor in figure.actors:
        pose = breathed(pose_at(actor, figure.motion, moment), figure, moment)
        pose = _circling(pose, moment.turn) if moment.turn else pose
        poses[actor.name] = (
            msgspec.structs.replace(pose, closed_eyes=True) if moment.blink else pose
        )
    return poses


def glow_at(moment: Moment) -> float:
    """How strongly the stretched muscle shows, 0 to 1: it comes late and breathes in the hold."""
    late = 0.35
    strength = ease((moment.phase - late) / (1 - late))
    return strength * (0.9 - 0.1 * moment.breath)
