"""Head, hair and face."""

from typing import Final

from supple.core.figure.drawing.anatomy import Anatomy
from supple.core.figure.look import Tones
from supple.core.figure.shapes import FLIP, Affine, placed
from supple.core.figure.sprites import lit_sprite, sprite

_BLUSH: Final = 110
_HAIR_LIGHT: Final = 0.8


def draw_head(anatomy: Anatomy) -> None:
    """The head as it is turned, seen from the side or from the front."""
    if anatomy.is_side:
        _draw_side(anatomy)
    else:
        _draw_front(anatomy)


def _draw_shaded(
    anatomy: Anatomy, name: str, tones: Tones, strength: float, place: tuple[float, Affine]
) -> None:
    turn, at = place
    anatomy.fill(sprite(name), tones.shade, at)
    lit = lit_sprite(name, turn, anatomy.camera.light(strength))
    anatomy.fill(lit, tones.base, at)


def _draw_side(anatomy: Anatomy) -> None:
    look, style = anatomy.look, anatomy.look.character.style
    turn = -anatomy.body.head_deg
    at = placed(*anatomy.seen("skull"), turn)
    hair = f"hair {style}"
    if style == "bun":
        anatomy.rim(2, (sprite("bun"), at))
        _draw_shaded(anatomy, "bun", look.hair, 0.6, (turn, at))
    anatomy.rim(0, (sprite("head"), at))
    _draw_shaded(anatomy, "head", look.skin, 0.55, (turn, at))
    anatomy.fill(sprite("blush"), (*look.blush[:3], _BLUSH), at)
    anatomy.rim(2, (sprite(hair), at))
    _draw_shaded(anatomy, hair, look.hair, _HAIR_LIGHT, (turn, at))
    anatomy.line(sprite("hair light"), look.hair.far, 0.03, 150, at)
    if style != "bob":
        _draw_shaded(anatomy, "ear", look.skin, 0.35, (turn, at))
        anatomy.line(sprite("ear line"), look.skin_line, 0.02, 150, at)
    if anatomy.body.pose.closed_eyes:
        anatomy.line(sprite("closed eye"), look.face, 0.030, 255, at)
    else:
        anatomy.fill(sprite("eye"), look.face, at)
    anatomy.line(sprite("brow"), look.hair.shade, 0.032, 230, at)
    anatomy.line(sprite("mouth"), look.face, 0.022, 200, at)


def _draw_front(anatomy: Anatomy) -> None:
    look, style = anatomy.look, anatomy.look.character.style
    trunk = anatomy.body.pose.trunk
    roll = -(trunk.roll + trunk.bend)
    at = placed(*anatomy.seen("skull"), roll)
    other = FLIP.then(at)
    if style == "bun":
        _draw_shaded(anatomy, "front bun", look.hair, 0.6, (roll, at))
    if style == "bob":
        anatomy.fill(sprite("front bob"), look.hair.shade, at)
    for side in (Affine(e=0.345, f=0.34), FLIP.then(Affine(e=-0.345, f=0.34))):
        anatomy.fill(sprite("front ear"), look.skin.base, side.then(at))
    anatomy.rim(0, (sprite("front head"), at))
    _draw_shaded(anatomy, "front head", look.skin, 0.6, (roll, at))
    for side in (at, other):
        anatomy.fill(sprite("front blush"), (*look.blush[:3], _BLUSH), side)
    anatomy.rim(2, (sprite("front hair"), at))
    _draw_shaded(anatomy, "front hair", look.hair, 0.6, (roll, at))
    for side in (at, other):
        anatomy.fill(sprite("front eye"), look.face, side)
        anatomy.line(sprite("front brow"), look.hair.shade, 0.03, 230, side)
    anatomy.line(sprite("front nose"), look.skin_line, 0.024, 170, at)
    anatomy.line(sprite("front mouth"), look.face, 0.026, 220, at)
