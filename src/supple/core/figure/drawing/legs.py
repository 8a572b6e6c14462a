"""Legs and feet."""

from math import hypot
from typing import Final

from supple.core.figure.colours import darker, mixed
from supple.core.figure.drawing.anatomy import Anatomy
from supple.core.figure.drawing.pelvis import draw_pelvis_light
from supple.core.figure.outline import Edge, outline
from supple.core.figure.shapes import FLIP, Affine, Path, disc, placed
from supple.core.figure.sprites import lit_sprite, sprite
from supple.core.figure.tube import Limb

_ANKLE: Final = 2.0
_LEGGING_END: Final = 1.86
_SHORTS_END: Final = 0.60
_SKIN_LIGHT: Final = 0.8
_HEM: Final = Edge(flat=True, bow=0.02)
_SHORTS_HEM: Final = Edge(flat=True, bow=0.035)
_CREASE_COSINE: Final = 0.85
# A shank that runs away from the viewer by more than this is drawn before the thigh.
_RECEDING: Final = 0.7


def draw_leg(anatomy: Anatomy, side: str) -> None:
    """Foot and skin first, then what is worn over them."""
    dim = anatomy.is_dim(side) and anatomy.focus != "far"
    character = anatomy.look.character
    leg = anatomy.legs[side]
    skin_from = 0.3 if character.shorts else 1.5
    if character.shoes:
        skin = anatomy.look.skin
        anatomy.fill(outline(leg, skin_from, _ANKLE), skin.far if dim else skin.base)
        _draw_shoe(anatomy, side, dim=dim)
    else:
        _draw_bare_foot(anatomy, side, leg, skin_from, dim=dim)
    if character.shorts:
        if not dim:
            _draw_knee_crease(anatomy, leg, anatomy.look.skin.shade, 170)
        _draw_cloth(anatomy, leg, _SHORTS_END, 0.05, _SHORTS_HEM, dim=dim)
    elif _recedes(anatomy, side) and not dim:
        _draw_receding(anatomy, leg)
    else:
        _draw_cloth(anatomy, leg, _LEGGING_END, 0.004, _HEM, dim=dim)
        if not dim:
            _draw_knee_crease(anatomy, leg, anatomy.look.legs.shade, 190)


def _recedes(anatomy: Anatomy, side: str) -> bool:
    points = anatomy.body.points
    depth = points[f"{side}_knee"][2] - points[f"{side}_ankle"][2]
    return anatomy.is_side and depth > _RECEDING


def _draw_receding(anatomy: Anatomy, leg: Limb) -> None:
    """A folded leg whose foot is far behind its knee: the shank first, darker, then the thigh."""
    cloth = anatomy.look.legs
    shank = leg.cut(0.9, _LEGGING_END)
    shade, base = mixed(cloth.shade, cloth.far, 0.8), mixed(cloth.base, cloth.far, 0.55)
    anatomy.fill(outline(leg, 0.9, _LEGGING_END, grow=0.004, bottom=_HEM, samples=shank), shade)
    light = anatomy.camera.light()
    lit = outline(leg, 0.9, _LEGGING_END, grow=0.004, bottom=_HEM, light=light, samples=shank)
    anatomy.fill(lit, base)
    thigh = leg.cut(0, 1)
    anatomy.fill(outline(leg, 0, 1, grow=0.004, samples=thigh), cloth.shade)
    draw_pelvis_light(anatomy)
    anatomy.fill(outline(leg, 0, 1, grow=0.004, light=light, samples=thigh), cloth.base)


def _draw_cloth(
    anatomy: Anatomy, leg: Limb, end: float, grow: float, hem: Edge, *, dim: bool
) -> None:
    cloth = anatomy.look.legs
    samples = leg.cut(0, end)
    whole = outline(leg, 0, end, grow=grow, bottom=hem, samples=samples)
    if dim:
        anatomy.fill(whole, cloth.far)
        return
    anatomy.fill(whole, cloth.shade)
    if anatomy.shirt is None:
        # Pelvis and thigh are one mass: no seam of shade between them.
        draw_pelvis_light(anatomy)
    light = anatomy.camera.light()
    anatomy.fill(
        outline(leg, 0, end, grow=grow, bottom=hem, light=light, samples=samples), cloth.base
    )


def _draw_knee_crease(
    anatomy: Anatomy, leg: Limb, colour: tuple[int, int, int, int], alpha: int
) -> None:
    """One small stroke behind a bent knee."""
    above, below = leg.at(0.6), leg.at(1.4)
    if above.nx * below.nx + above.ny * below.ny > _CREASE_COSINE or not anatomy.is_side:
        return
    start, end = leg.at(0.985).side(-1.0), leg.at(1.015).side(-0.45)
    anatomy.line((("M", start), ("L", end)), colour, 0.022, alpha)


def _draw_bare_foot(anatomy: Anatomy, side: str, leg: Limb, skin_from: float, *, dim: bool) -> None:
    """Foot and lower shank in skin: all shade first, then all light, so that no seam shows."""
    skin, camera = anatomy.look.skin, anatomy.camera
    name, at, toe = _foot(anatomy, side, "foot")
    foot = sprite(name, toe)
    samples = leg.cut(skin_from, _ANKLE)
    shank = outline(leg, skin_from, _ANKLE, samples=samples)
    hem = _SHORTS_END if anatomy.look.character.shorts else _LEGGING_END
    anatomy.rim(0, (foot, at), (outline(leg, hem, _ANKLE, top=Edge(flat=True)), None))
    if dim:
        anatomy.fill(foot, skin.far, at)
        anatomy.fill(shank, skin.far)
        return
    light = camera.light(_SKIN_LIGHT)
    turn = anatomy.body.feet[side] if anatomy.is_side else 0.0
    anatomy.fill(foot, skin.shade, at)
    anatomy.fill(shank, skin.shade)
    anatomy.fill(outline(leg, skin_from, _ANKLE, light=light, samples=samples), skin.base)
    anatomy.fill(_lit_foot(anatomy, side, name, turn, toe), skin.base, at)
    end = leg.at(_ANKLE)
    radius = min(end.front, end.back) - hypot(*light) / 2
    anatomy.fill(disc(end.x + light[0] / 2, end.y + light[1] / 2, radius), skin.base)
    if anatomy.is_side:
        anatomy.line(sprite("toe line", toe), anatomy.look.skin_line, 0.018, 120, at)
        anatomy.line(sprite("ankle bone"), anatomy.look.skin_line, 0.018, 120, at)
    else:
        anatomy.line(sprite("front toes"), anatomy.look.skin_line, 0.016, 110, at)


def _lit_foot(anatomy: Anatomy, side: str, name: str, turn: float, toe: int) -> Path:
    light = anatomy.camera.light(_SKIN_LIGHT)
    if not anatomy.is_side and side == "near":
        light = (-light[0], light[1])
    return lit_sprite(name, turn, light, toe)


def _foot(anatomy: Anatomy, side: str, name: str) -> tuple[str, Affine, int]:
    """The sprite of a foot, where it goes, and how far its toes are bent."""
    x, y = anatomy.seen(f"{side}_ankle")
    toe = round(anatomy.body.leg(side).toe)
    if anatomy.is_side:
        return name, placed(x, y, anatomy.body.feet[side]), toe
    flip = FLIP if side == "near" else Affine()
    return "front foot", flip.then(Affine(e=x, f=y)), 0


def _draw_shoe(anatomy: Anatomy, side: str, *, dim: bool) -> None:
    shoe = anatomy.look.shoe
    name, at, toe = _foot(anatomy, side, "shoe")
    sole = "shoe sole" if anatomy.is_side else "front shoe sole"
    anatomy.fill(sprite(name, toe), shoe.far if dim else shoe.shade, at)
    if not dim:
        turn = anatomy.body.feet[side] if anatomy.is_side else 0.0
        anatomy.fill(lit_sprite(name, turn, anatomy.camera.light(), toe), shoe.base, at)
    colour = anatomy.look.sole
    anatomy.fill(sprite(sole, toe), darker(colour, 1.2) if dim else colour, at)
