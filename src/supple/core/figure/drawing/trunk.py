"""Shirt, neck and collar."""

from math import hypot
from typing import Final

from supple.core.figure.drawing.anatomy import Anatomy
from supple.core.figure.outline import Edge, outline
from supple.core.figure.shapes import Fill, Path, Stroke, hull, moved, placed
from supple.core.figure.sprites import sprite
from supple.core.figure.vector import Flat

_BOTTOM: Final = 0.10
_TOP: Final = 0.985
_GROW: Final = 0.03
_LIGHT: Final = 1.25
_HEM: Final = Edge(flat=True, bow=0.03)
_CUT: Final = Edge(flat=True)
_FOLDS_FROM: Final = 18.0
_FOLDS: Final = ((0.30, 0.42), (0.42, 0.34))
_COLLAR_WIDTH: Final = 0.055


def draw_shirt(anatomy: Anatomy) -> None:
    """The shirt over the trunk; from the front with the slope from neck to shoulder."""
    trunk, shirt = anatomy.trunk, anatomy.look.shirt
    samples = trunk.cut(_BOTTOM, _TOP)
    whole = outline(trunk, _BOTTOM, _TOP, grow=_GROW, top=_HEM, bottom=_CUT, samples=samples)
    anatomy.shirt = whole
    anatomy.rim(1, (whole, None))
    anatomy.fill(whole, shirt.shade)
    if not anatomy.is_side:
        _draw_shoulders(anatomy, (0.0, 0.0), shade=True)
    light = anatomy.camera.light(_LIGHT)
    lit = outline(
        trunk, _BOTTOM, _TOP, grow=_GROW, top=_HEM, bottom=_CUT, light=light, samples=samples
    )
    anatomy.fill(lit, shirt.base)
    if not anatomy.is_side:
        _draw_shoulders(anatomy, light, shade=False)
    _draw_folds(anatomy)


def _draw_shoulders(anatomy: Anatomy, light: Flat, *, shade: bool) -> None:
    colour = anatomy.look.shirt.shade if shade else anatomy.look.shirt.base
    shrink = hypot(*light) / 2
    top = anatomy.trunk.at(0.965)
    for side, out in (("near", -1), ("far", 1)):
        x, y = top.side(0.85 if out > 0 else -0.85)
        joint = anatomy.arms[side].at(0)
        neck = (x + light[0] / 2, y - 0.12 + light[1] / 2, 0.10 - shrink)
        shoulder = (joint.x + light[0] / 2, joint.y + light[1] / 2, 0.24 * anatomy.build - shrink)
        anatomy.fill(hull(neck, shoulder), colour)


def _draw_folds(anatomy: Anatomy) -> None:
    """Two short folds on the belly of somebody who bends."""
    spine = anatomy.body.pose.trunk
    bent = spine.lumbar + spine.thorax
    if not anatomy.is_side or bent <= _FOLDS_FROM:
        return
    alpha = min(220, int(bent * 5))
    for u, inward in _FOLDS:
        steps = 4
        points = [
            anatomy.trunk.at(u + 0.03 * k / steps).side(1.02 - k / steps * inward * 1.6)
            for k in range(steps + 1)
        ]
        path = (("M", points[0]), *(("L", point) for point in points[1:]))
        anatomy.line(path, anatomy.look.shirt.shade, 0.028, alpha)


def _collar(anatomy: Anatomy) -> tuple[Flat, Flat, Flat]:
    """The collar line: its end at the nape, its control point, its end at the throat."""
    trunk = anatomy.trunk
    if anatomy.is_side:
        return trunk.at(_TOP).side(-1.0), trunk.at(0.915).side(0.15), trunk.at(0.945).side(1.0)
    return trunk.at(0.985).side(-1.0), trunk.at(0.88).side(0.0001), trunk.at(0.985).side(1.0)


def draw_neck(anatomy: Anatomy) -> None:
    """The neck above the collar, with the chin's shadow on it."""
    nape, scoop, throat = _collar(anatomy)
    samples = [anatomy.neck.at(0.55 + 0.09 * k) for k in range(6)]
    front = [sample.side(1.0) for sample in samples]
    back = [sample.side(-1.0) for sample in reversed(samples)]
    path: Path = (
        ("M", nape),
        ("Q", (*scoop, *throat)),
        *(("L", point) for point in (*front, *back)),
        ("Z", ()),
    )
    anatomy.rim(0, (path, None))
    anatomy.fill(path, anatomy.look.skin.base)
    x, y = anatomy.seen("skull")
    turn = -anatomy.body.head_deg if anatomy.is_side else 0.0
    name = "chin shadow" if anatomy.is_side else "front chin shadow"
    shadow = moved(sprite(name), placed(x, y, turn))
    anatomy.shapes.append(Fill(shadow, anatomy.look.skin.shade, None, path))


def draw_collar(anatomy: Anatomy) -> None:
    """The line where shirt and neck meet."""
    nape, scoop, throat = _collar(anatomy)
    path: Path = (("M", nape), ("Q", (*scoop, *throat)))
    colour = anatomy.look.shirt.shade
    anatomy.shapes.append(Stroke(path, colour, _COLLAR_WIDTH))
