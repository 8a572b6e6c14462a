"""Points and directions in head units: x the way the figure faces, y up, z to the viewer.

Plain tuples, because a frame makes hundreds of them.
"""

from math import atan2, cos, degrees, radians, sin, sqrt

Vec = tuple[float, float, float]
Flat = tuple[float, float]

_NOTHING = 1e-9


def add(a: Vec, b: Vec) -> Vec:
    """The sum of two vectors."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """The way from `b` to `a`."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, factor: float) -> Vec:
    """The vector, longer or shorter."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Vec, b: Vec) -> float:
    """The inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def length(a: Vec) -> float:
    """How long the vector is."""
    return sqrt(dot(a, a))


def unit(a: Vec) -> Vec:
    """The direction alone; straight down where there is none."""
    size = length(a)
    return scale(a, 1 / size) if size > _NOTHING else (0.0, -1.0, 0.0)


def mix(a: Vec, b: Vec, weight: float) -> Vec:
    """The point at `weight` (0 to 1) on the way from `a` to `b`."""
    return (
        a[0] + (b[0] - a[0]) * weight,
        a[1] + (b[1] - a[1]) * weight,
        a[2] + (b[2] - a[2]) * weight,
    )


def blend(a: float, b: float, weight: float) -> float:
    """The number at `weight` (0 to 1) on the way from `a` to `b`."""
    return a + (b - a) * weight


def upward(lean_deg: float, side_deg: float = 0.0) -> Vec:
    """The direction of a bone that points up, leaned forward and, seen from the front, sideways."""
    lean, side = radians(lean_deg), radians(side_deg)
    return (sin(lean) * cos(side), cos(lean) * cos(side), sin(side))


def downward(forward_deg: float, out_deg: float, side: int) -> Vec:
    """The direction of a limb: degrees forward from hanging, and out to its side (+1 or -1)."""
    forward, out = radians(forward_deg), radians(out_deg)
    return (cos(out) * sin(forward), -cos(out) * cos(forward), side * sin(out))


def lean_deg(start: Vec, end: Vec) -> float:
    """How far the line from `start` to `end` tips forward from pointing straight up."""
    return degrees(atan2(end[0] - start[0], end[1] - start[1]))


def swing_deg(start: Vec, end: Vec) -> float:
    """How far the line from `start` to `end` swings forward from hanging straight down."""
    return degrees(atan2(end[0] - start[0], start[1] - end[1]))


def turn_deg(a: float, b: float) -> float:
    """The shortest turn from the angle `a` to the angle `b`, -180 to 180."""
    half = 180.0
    return (b - a + half) % (2 * half) - half
