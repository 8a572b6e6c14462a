"""The pelvis, in the colour of the legs."""

from math import cos, hypot, radians, sin
from typing import Final

from supple.core.figure.drawing.anatomy import Anatomy
from supple.core.figure.outline import Edge, outline
from supple.core.figure.shapes import Path, disc, hull
from supple.core.figure.tube import Tube
from supple.core.figure.vector import Flat

_TOP: Final = 0.30
_CUT: Final = Edge(flat=True)
# Buttocks seen from the side, and the crotch seen from the front: centre and radius.
_SIDE_DISCS: Final = ((-0.105, -0.07, 0.425), (-0.02, -0.02, 0.43))
_FRONT_DISCS: Final = ((0.0, -0.10, 0.36),)
# Where the buttock runs into the back and into the near thigh: place on the tube, how far behind
# its bone line, radius.
_INTO_BACK: Final = (0.17, -0.07, 0.38)
_INTO_THIGH: Final = (0.22, -0.07, 0.385)

_Disc = tuple[float, float, float]


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

    def lit(x: float, y: float, r: float) -> _Disc:
        return (x + light[0] / 2, y + light[1] / 2, r * anatomy.build - shrink)

    discs = [
        lit(x0 + x * cosine - y * sine, y0 + x * sine + y * cosine, r)
        for x, y, r in (_SIDE_DISCS if anatomy.is_side else _FRONT_DISCS)
    ]
    trunk = outline(anatomy.trunk, 0, _TOP, top=_CUT, light=light)
    round_ = tuple(disc(*each) for each in discs)
    if not anatomy.is_side:
        return (trunk, *round_)
    joined = [
        hull(discs[0], lit(*_behind(tube, u, away), r))
        for tube, (u, away, r) in (
            (anatomy.trunk, _INTO_BACK),
            (anatomy.legs["near"], _INTO_THIGH),
        )
    ]
    return (trunk, *round_, *joined)


def _behind(tube: Tube, u: float, away: float) -> Flat:
    sample = tube.at(u)
    return (sample.x + sample.nx * away, sample.y + sample.ny * away)
