"""Limbs and trunk as tubes: a smooth centre line, with a front and a back width along it.

Everything here is flat already, seen through the camera. `u` runs 0, 1, 2 through the joints of a
limb and 0 to 1 along the trunk.
"""

from functools import cache
from itertools import pairwise
from math import exp, hypot, sqrt
from typing import Final, NamedTuple

from supple.core.figure.vector import Flat
from supple.core.figure.widths import bends, profile

_STEPS: Final = 6
_TRUNK_STEPS: Final = 14
_KEEP_OFF: Final = 0.035
_TIGHT: Final = 1.12
_SHARPEST: Final = 0.15
_MIDDLE: Final = 1.0
_END: Final = 2.0

# Where the rib cage is, and how much wider the air makes it in front and at the back.
_CHEST: Final = 0.66
_CHEST_SPREAD: Final = 0.16
_AIR_FRONT: Final = 0.045
_AIR_BACK: Final = 0.02


# Place along the tube, x, y, unit normal to the front (x, y), half-widths in front and behind.
Station = tuple[float, float, float, float, float, float, float]


class Sample(NamedTuple):
    """One station of a tube: place, unit normal to the front, and both half-widths."""

    u: float
    x: float
    y: float
    nx: float
    ny: float
    front: float
    back: float

    def side(self, part: float) -> Flat:
        """The point at a fraction of the half-width: positive in front, negative behind."""
        away = part * (self.front if part > 0 else self.back)
        return (self.x + self.nx * away, self.y + self.ny * away)


class Crease(NamedTuple):
    """A joint bent so tightly that its inner side folds: where, and the line that halves it."""

    u: float
    x: float
    y: float
    tx: float
    ty: float
    cosine: float


# u, the weights of the three joints in the place and in the direction, half-widths.
_Recipe = tuple[float, tuple[float, float, float], tuple[float, float, float], float, float]


@cache
def _station(name: str, u: float, r: float) -> _Recipe:
    """How the station at `u` comes from the three joints."""
    front, back = profile(name)
    if u <= _MIDDLE - r:
        place, along = (1 - u, u, 0.0), (-1.0, 1.0, 0.0)
    elif u >= _MIDDLE + r:
        place, along = (0.0, 2 - u, u - 1), (0.0, -1.0, 1.0)
    else:
        t = (u - (1 - r)) / (2 * r)
        first, last = (1 - t) * (1 - t) * r, t * t * r
        place, along = (first, 1 - first - last, last), (-(1 - t), 1 - 2 * t, t)
    return (u, place, along, front(u), back(u))


@cache
def _stations(name: str, u0: float, u1: float, r: float) -> tuple[_Recipe, ...]:
    """The stations between two places: bones evenly, the rounding of the joint more densely."""
    bones = [k / _STEPS for k in range(2 * _STEPS + 1)]
    free = [u for u in bones if abs(u - _MIDDLE) >= r + _KEEP_OFF]
    joint = [_MIDDLE + r * k / 2 for k in range(-2, 3)]
    inner = [u for u in (*free, *joint) if u0 + _KEEP_OFF < u < u1 - _KEEP_OFF]
    return tuple(_station(name, u, r) for u in sorted((u0, *inner, u1)))


class Limb:
    """A leg or an arm: three joints, the middle one rounded.

    `front` is 1 where the front lies to the left of the way down the limb, else -1; `weight` is
    the character's build.
    """

    may_fold = False

    def __init__(
        self,
        name: str,
        joints: tuple[Flat, Flat, Flat],
        *,
        front: int = 1,
        weight: float = 1.0,
        rounding: float = 0.16,
    ) -> None:
        self.name = name
        self.joints = joints
        self.front = front
        self.weight = weight
        self.rounding = rounding
        self.crease = self._crease()

    def cut(self, u0: float = 0.0, u1: float = _END) -> list[Station]:
        """The stations from one place to another."""
        return [self._made(recipe) for recipe in _stations(self.name, u0, u1, self.rounding)]

    def at(self, u: float) -> Sample:
        """The station at one place."""
        return Sample(*self._made(_station(self.name, u, self.rounding)))

    def _made(self, recipe: _Recipe) -> Station:
        (x0, y0), (x1, y1), (x2, y2) = self.joints
        u, (a, b, c), (d, e, f), front, back = recipe
        dx, dy = d * x0 + e * x1 + f * x2, d * y0 + e * y1 + f * y2
        turn = self.front / (sqrt(dx * dx + dy * dy) or 1.0)
        weight = self.weight
        return (
            u,
            a * x0 + b * x1 + c * x2,
            a * y0 + b * y1 + c * y2,
            -dy * turn,
            dx * turn,
            front * weight,
            back * weight,
        )

    def _crease(self) -> Crease | None:
        """The fold at the middle joint, where its rounding is tighter than the limb is thick."""
        (x0, y0), (x1, y1), (x2, y2) = self.joints
        upper, lower = hypot(x1 - x0, y1 - y0) or 1.0, hypot(x2 - x1, y2 - y1) or 1.0
        tx = (x1 - x0) / upper + (x2 - x1) / lower
        ty = (y1 - y0) / upper + (y2 - y1) / lower
        size = hypot(tx, ty)
        cosine = size / 2
        sine = sqrt(max(1e-6, 1 - cosine * cosine))
        radius = self.rounding * min(upper, lower) * cosine * cosine / sine
        thick = max(_station(self.name, _MIDDLE, self.rounding)[3:]) * self.weight
        if size <= _SHARPEST or radius >= _TIGHT * thick:
            return None
        return Crease(_MIDDLE, x1, y1, tx / size, ty / size, cosine)


@cache
def _trunk_places(u0: float, u1: float) -> tuple[float, ...]:
    steps = [k / _TRUNK_STEPS for k in range(_TRUNK_STEPS + 1)]
    inner = [u for u in steps if u0 + _KEEP_OFF / 2 < u < u1 - _KEEP_OFF / 2]
    return (u0, *inner, u1)


@cache
def _trunk_widths(name: str, u: float) -> tuple[float, float, float]:
    front, back = profile(name)
    return front(u), back(u), exp(-(((u - _CHEST) / _CHEST_SPREAD) ** 2))


class Trunk:
    """The trunk, or the neck: a smooth curve through its points, front on its right-hand side.

    `breath` from -1 to 1 makes the chest deeper.
    """

    crease: Crease | None = None
    may_fold = True

    def __init__(
        self, name: str, points: tuple[Flat, ...], *, weight: float = 1.0, breath: float = 0.0
    ) -> None:
        self.name = name
        self.weight = weight
        self.breath = breath
        lengths = [0.0]
        for (x0, y0), (x1, y1) in pairwise(points):
            lengths.append(lengths[-1] + hypot(x1 - x0, y1 - y0))
        self._at = [part / (lengths[-1] or 1.0) for part in lengths]
        self._x = [point[0] for point in points]
        self._y = [point[1] for point in points]
        self._bx = bends(self._at, self._x)
        self._by = bends(self._at, self._y)

    def cut(self, u0: float = 0.0, u1: float = 1.0) -> list[Station]:
        """The stations from one place to another."""
        return [self._made(u) for u in _trunk_places(u0, u1)]

    def at(self, u: float) -> Sample:
        """The station at one place."""
        return Sample(*self._made(u))

    def _made(self, u: float) -> Station:
        i = 0
        last = len(self._at) - 2
        while i < last and u > self._at[i + 1]:
            i += 1
        gap = self._at[i + 1] - self._at[i]
        a, b = (self._at[i + 1] - u) / gap, (u - self._at[i]) / gap
        bow = ((a**3 - a) * gap * gap / 6, (b**3 - b) * gap * gap / 6)
        slope = (-(3 * a * a - 1) * gap / 6, (3 * b * b - 1) * gap / 6)
        x = a * self._x[i] + b * self._x[i + 1] + bow[0] * self._bx[i] + bow[1] * self._bx[i + 1]
        y = a * self._y[i] + b * self._y[i + 1] + bow[0] * self._by[i] + bow[1] * self._by[i + 1]
        dx = (
            (self._x[i + 1] - self._x[i]) / gap
            + slope[0] * self._bx[i]
            + slope[1] * self._bx[i + 1]
        )
        dy = (
            (self._y[i + 1] - self._y[i]) / gap
            + slope[0] * self._by[i]
            + slope[1] * self._by[i + 1]
        )
        size = hypot(dx, dy) or 1.0
        front, back, air = _trunk_widths(self.name, u)
        front *= (1 + _AIR_FRONT * self.breath * air) * self.weight
        back *= (1 + _AIR_BACK * self.breath * air) * self.weight
        return (u, x, y, dy / size, -dx / size, front, back)


Tube = Limb | Trunk
