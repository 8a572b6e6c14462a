"""The viewer's place: a slanted parallel projection, so that nothing is ever distorted."""

from typing import Final

import msgspec

from supple.core.figure.pose import View
from supple.core.figure.vector import Flat, Vec

_ACROSS: Final = 0.16
_UP: Final = 0.20
_FRONT_UP: Final = 0.16

# Where the light comes from, in heads: how far the lit part of a shape lies off its shade.
_LIGHT: Final[Flat] = (-0.05, 0.085)


class Camera(msgspec.Struct, frozen=True):
    """Turns points into flat ones. `oblique` 1: far things move right; -1: left.

    `mirrored` is true when the picture will be flipped: light still comes from the upper left.
    """

    view: View = View.SIDE
    oblique: int = 1
    mirrored: bool = False

    def flat(self, point: Vec) -> Flat:
        """Where a point is seen, in heads."""
        x, y, z = point
        if self.view is View.FRONT:
            return (-z, y - _FRONT_UP * x)
        return (x - self.oblique * _ACROSS * z, y - _UP * z)

    @property
    def flipped(self) -> "Camera":
        """The camera for somebody who looks left and is drawn in the mirror."""
        return Camera(self.view, -self.oblique, not self.mirrored)

    def light(self, strength: float = 1.0) -> Flat:
        """The light vector, longer for soft cloth and shorter for small hard things."""
        sign = -1 if self.mirrored else 1
        return (_LIGHT[0] * sign * strength, _LIGHT[1] * strength)
