"""The pelvis, in the colour of the legs."""

from math import cos, hypot, radians, sin
from typing import Final

from supple.core.figure.drawing.anatomy import Anatomy
from supple.core.figure.outline import Edge, outline
from supple.core.figure.shapes import Path, disc
from supple.core.figure.vector import Flat

_TOP: Final = 0.30
_CUT: Final = Edge(flat=True)
# Buttocks seen from the side, and the crotch seen from the front: centre and radius.
_SIDE_DISCS: Final = ((-0.105, -0.07, 0.425), (-0.02, -0.02, 0.43))
_FRONT_DISCS: Final = ((0.0, -0.10, 0.36),)


def draw_pelvis(anatomy: Anatomy, *, before_leg: bool) -> None:
    """Trunk below the shirt, and the discs that round it off.

    A near leg that comes next adds the light itself.
    """
    cloth = anatomy.look.legs
    anatomy.pelvis = _pieces(anatomy, (0.0, 0.0))
    for piece in anatomy.pelvis:
        anatomy.fill(piece, cloth.shade)
    if not before_leg:
        draw_pelvis_light(anatomy)


def draw_pelvis_light(anatomy: Anatomy) -> None:
    """The lit part alone: again after a thigh's shade, so that pelvis and thigh are one mass."""
    if anatomy.pelvis:
        for piece in _pieces(anatomy, anatomy.camera.light()):
            anatomy.fill(piece, anatomy.look.legs.base)


def _pieces(anatomy: Anatomy, light: Flat) -> tuple[Path, ...]:
    x0, y0 = anatomy.seen("hip")
    turn = radians(-anatomy.body.pose.trunk.pitch) if anatomy.is_side else 0.0
    cosine, sine = cos(turn), sin(turn)
    shrink = hypot(*light) / 2
    discs = [
        disc(
            x0 + x * cosine - y * sine + light[0] / 2,
            y0 + x * sine + y * cosine + light[1] / 2,
            r * anatomy.build - shrink,
        )
        for x, y, r in (_SIDE_DISCS if anatomy.is_side else _FRONT_DISCS)
    ]
    return (outline(anatomy.trunk, 0, _TOP, top=_CUT, light=light), *discs)
