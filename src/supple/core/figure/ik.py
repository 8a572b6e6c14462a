"""Two-bone reach: where the knee or elbow goes when the foot or hand has to be somewhere."""

from math import sqrt
from typing import Final

import msgspec

from supple.core.figure.vector import Vec, add, dot, length, scale, sub, unit

# A limb never quite locks and never quite folds onto itself.
STRAIGHTEST: Final = 0.9995
_FOLD: Final = 1.02
_FOLD_GAP: Final = 0.02


class Reached(msgspec.Struct, frozen=True):
    """Middle joint and end of a limb. `ratio` is the asked distance over the limb's length."""

    middle: Vec
    end: Vec
    ratio: float


def reach(start: Vec, target: Vec, upper: float, lower: float, bend: Vec) -> Reached:
    """Bend a limb of two bones so that its end comes to `target`, or as near as it can.

    `bend` is the rough direction of the knee or elbow. Bones keep their lengths exactly.
    """
    way = sub(target, start)
    asked = length(way)
    along = unit(way)
    distance = min(
        (upper + lower) * STRAIGHTEST, max(abs(upper - lower) * _FOLD + _FOLD_GAP, asked)
    )
    foot = (upper * upper - lower * lower + distance * distance) / (2 * distance)
    height = sqrt(max(0.0, upper * upper - foot * foot))
    across = unit(sub(bend, scale(along, dot(bend, along))))
    middle = add(add(start, scale(along, foot)), scale(across, height))
    return Reached(middle, add(start, scale(along, distance)), asked / (upper + lower))
