"""How thick the body is along its bones, and the smooth curve through those numbers.

Half-widths in heads, (front, back) of the bone line. Legs and arms: u = 0 upper joint, 1 middle
joint, 2 lower joint. Trunk: u = 0 hip centre to 1 C7. Seen from the front, "front" is outside.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

Widths = tuple[tuple[float, float, float], ...]
Curve = Callable[[float], float]

LEG_SIDE: Final[Widths] = (
    (0, 0.40, 0.44),
    (0.20, 0.415, 0.455),
    (0.45, 0.385, 0.385),
    (0.72, 0.315, 0.285),
    (0.92, 0.262, 0.232),
    (1.05, 0.245, 0.232),
    (1.20, 0.215, 0.285),
    (1.36, 0.19, 0.325),
    (1.55, 0.172, 0.285),
    (1.78, 0.152, 0.18),
    (1.92, 0.145, 0.152),
    (2, 0.15, 0.16),
)
LEG_FRONT: Final[Widths] = (
    (0, 0.40, 0.33),
    (0.20, 0.405, 0.335),
    (0.50, 0.35, 0.295),
    (0.85, 0.255, 0.235),
    (1, 0.235, 0.222),
    (1.15, 0.24, 0.222),
    (1.35, 0.265, 0.238),
    (1.58, 0.225, 0.205),
    (1.80, 0.162, 0.15),
    (2, 0.145, 0.14),
)
ARM: Final[Widths] = (
    (0, 0.225, 0.225),
    (0.20, 0.22, 0.225),
    (0.50, 0.185, 0.20),
    (0.82, 0.152, 0.158),
    (1, 0.148, 0.152),
    (1.25, 0.162, 0.165),
    (1.55, 0.14, 0.145),
    (1.85, 0.104, 0.106),
    (2, 0.10, 0.10),
)
TRUNK_SIDE: Final[Widths] = (
    (0, 0.37, 0.46),
    (0.08, 0.39, 0.50),
    (0.20, 0.40, 0.45),
    (0.33, 0.385, 0.365),
    (0.46, 0.385, 0.335),
    (0.60, 0.44, 0.37),
    (0.73, 0.48, 0.425),
    (0.84, 0.415, 0.43),
    (0.92, 0.29, 0.345),
    (1, 0.16, 0.225),
)
TRUNK_FRONT: Final[Widths] = (
    (0, 0.72, 0.72),
    (0.09, 0.735, 0.735),
    (0.20, 0.69, 0.69),
    (0.34, 0.60, 0.60),
    (0.46, 0.565, 0.565),
    (0.60, 0.60, 0.60),
    (0.72, 0.645, 0.645),
    (0.81, 0.68, 0.68),
    (0.865, 0.62, 0.62),
    (0.91, 0.44, 0.44),
    (0.95, 0.30, 0.30),
    (1, 0.225, 0.225),
)


def bends(at: Sequence[float], values: Sequence[float]) -> list[float]:
    """Second derivatives of the natural cubic spline through the values at the places `at`.

    Not linear and not monotone: both leave wobbles that show at the knee.
    """
    count = len(at)
    gaps = [at[i + 1] - at[i] for i in range(count - 1)]
    below, middle, above, right = ([0.0] * count for _ in range(4))
    middle[0] = middle[-1] = 1.0
    for i in range(1, count - 1):
        below[i], above[i] = gaps[i - 1], gaps[i]
        middle[i] = 2 * (gaps[i - 1] + gaps[i])
        right[i] = 6 * (
            (values[i + 1] - values[i]) / gaps[i] - (values[i] - values[i - 1]) / gaps[i - 1]
        )
    for i in range(1, count):
        factor = below[i] / middle[i - 1]
        middle[i] -= factor * above[i - 1]
        right[i] -= factor * right[i - 1]
    second = [0.0] * count
    for i in range(count - 2, -1, -1):
        second[i] = (right[i] - above[i] * second[i + 1]) / middle[i]
    return second


def spline(at: Sequence[float], values: Sequence[float]) -> Curve:
    """The natural cubic spline through the values, held at its ends."""
    second = bends(at, values)
    last = len(at) - 2

    def curve(u: float) -> float:
        u = max(at[0], min(at[-1], u))
        i = 0
        while i < last and u > at[i + 1]:
            i += 1
        gap = at[i + 1] - at[i]
        a, b = (at[i + 1] - u) / gap, (u - at[i]) / gap
        bow = (a**3 - a) * second[i] + (b**3 - b) * second[i + 1]
        return a * values[i] + b * values[i + 1] + bow * gap * gap / 6

    return curve


WIDTHS: Final[Mapping[str, Widths]] = MappingProxyType(
    {
        "leg side": LEG_SIDE,
        "leg front": LEG_FRONT,
        "arm": ARM,
        "trunk side": TRUNK_SIDE,
        "trunk front": TRUNK_FRONT,
        "neck side": ((0, 0.19, 0.205), (0.5, 0.19, 0.205), (1, 0.19, 0.205)),
        "neck front": ((0, 0.185, 0.185), (0.5, 0.185, 0.185), (1, 0.185, 0.185)),
    }
)


@cache
def profile(name: str) -> tuple[Curve, Curve]:
    """Front and back half-width as curves over u."""
    widths = WIDTHS[name]
    at = [row[0] for row in widths]
    return spline(at, [row[1] for row in widths]), spline(at, [row[2] for row in widths])
