"""Draws everybody in a picture, layer by layer from back to front."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import msgspec

from supple.core.figure.body import Body
from supple.core.figure.camera import Camera
from supple.core.figure.colours import faded
from supple.core.figure.drawing.anatomy import Anatomy
from supple.core.figure.drawing.arms import draw_arm, draw_far_hand, draw_wall_shadow
from supple.core.figure.drawing.glow import Glow
from supple.core.figure.drawing.head import draw_head
from supple.core.figure.drawing.legs import draw_leg
from supple.core.figure.drawing.pelvis import draw_pelvis
from supple.core.figure.drawing.trunk import draw_collar, draw_neck, draw_shirt
from supple.core.figure.grammar import Highlight
from supple.core.figure.look import CAST, look_of
from supple.core.figure.motion import Moment, glow_at
from supple.core.figure.pose import View
from supple.core.figure.props import Wall
from supple.core.figure.record import Figure
from supple.core.figure.shapes import FLIP, Affine, Turned
from supple.core.figure.stage.page import Page
from supple.core.figure.stage.straps import draw_strap

_SIDE_ORDER: Final = (
    "far_arm",
    "far_leg",
    "pelvis",
    "near_leg",
    "shirt",
    "neck",
    "collar",
    "head",
    "near_arm",
)
_FRONT_ORDER: Final = (
    "pelvis",
    "far_leg",
    "near_leg",
    "shirt",
    "neck",
    "collar",
    "head",
    "far_arm",
    "near_arm",
)
# A wrist this near to a wall, in heads, belongs to a hand that lies on it.
_HAND_ON_WALL: Final = 0.25
_DRAWN: Final[Mapping[str, Callable[[Anatomy], None]]] = {
    "near_leg": partial(draw_leg, side="near"),
    "far_leg": partial(draw_leg, side="far"),
    "near_arm": partial(draw_arm, side="near"),
    "far_arm": partial(draw_arm, side="far"),
    "far_hand": draw_far_hand,
    "shirt": draw_shirt,
    "neck": draw_neck,
    "collar": draw_collar,
    "head": draw_head,
}
_OTHER_SIDE: Final = {"near": "far", "far": "near", "both": "both"}


class Cast:
    """Draws everybody, layer by layer."""

    def __init__(
        self,
        figure: Figure,
        bodies: Mapping[str, Body],
        camera: Camera,
        moment: Moment,
        *,
        theme: str,
        character: str,
        outlines: bool,
        px: float,
    ) -> None:
        self._figure = figure
        self._leads_to_leg = True
        self._slack = 1 - moment.phase
        self._bodies = bodies
        self._anatomies: dict[str, Anatomy] = {}
        self._glows: dict[str, Glow] = {}
        for actor in figure.actors:
            own = camera if actor.facing > 0 else camera.flipped
            name = _character(figure, actor.name, character)
            look = look_of(name, theme, outlines=outlines)
            anatomy = Anatomy(
                bodies[actor.name],
                look,
                own,
                px=px,
                breath=moment.breath * moment.phase,
                focus=figure.focus,  # tones never change with the step, or the picture flickers
            )
            lit = tuple(h for h in _highlights(figure, moment) if h.who == actor.name)
            self._anatomies[actor.name] = anatomy
            self._glows[actor.name] = Glow(anatomy, lit, glow_at(moment))

    def draw(self, page: Page) -> None:
        """All layers from back to front."""
        layers = self._figure.order or self._usual()
        # The near leg lights the pelvis with itself where it is drawn before the shirt.
        self._leads_to_leg = not self._figure.order
        for layer in layers:
            who, _, part = layer.partition(".")
            if who == "strap":
                for strap in self._figure.straps:
                    body = self._bodies[strap.who]
                    draw_strap(page, strap, body, part, strap.slack * self._slack)
                continue
            anatomy = self._anatomies[who]
            anatomy.shapes = []
            self._part(who, part)
            shapes = tuple(anatomy.shapes)
            page.shapes += shapes if anatomy.body.facing > 0 else [Turned(shapes, FLIP)]

    def _usual(self) -> list[str]:
        order = _SIDE_ORDER if self._figure.view is View.SIDE else _FRONT_ORDER
        layers = [f"{actor.name}.{part}" for actor in self._figure.actors for part in order]
        if self._figure.straps:
            layers.insert(len(layers) - 1, "strap.front")
            layers.insert(0, "strap.back")
        return layers

    def _part(self, who: str, part: str) -> None:
        anatomy, glow = self._anatomies[who], self._glows[who]
        glow.halo(part)
        if part == "near_leg":
            _draw_leg_shadow(anatomy)
        elif part == "far_arm" and self._leans_on_wall(anatomy.body):
            draw_wall_shadow(anatomy)
        if part == "pelvis":
            draw_pelvis(anatomy, before_leg=self._leads_to_leg)
        else:
            _DRAWN[part](anatomy)
        if part != "pelvis":
            glow.core(part)
        if part == "near_leg":
            glow.core("pelvis")

    def _leans_on_wall(self, body: Body) -> bool:
        """Whether the far hand lies on a wall that faces the viewer."""
        depth = body.points["far_wrist"][2]
        return any(
            isinstance(prop, Wall)
            and prop.shape in ("panel", "inside")
            and depth - prop.z < _HAND_ON_WALL
            for prop in self._figure.props
        )


def _draw_leg_shadow(anatomy: Anatomy) -> None:
    """What the near leg throws on the far one."""
    if not anatomy.is_side:
        return
    sign = -1 if anatomy.camera.mirrored else 1
    shift = Affine(e=0.08 * sign, f=-0.06)
    colour = faded(anatomy.look.theme.line, 0.235)
    anatomy.fill(anatomy.whole_leg("near"), colour, shift, anatomy.whole_leg("far"))


def _highlights(figure: Figure, moment: Moment) -> tuple[Highlight, ...]:
    """What glows; on the other side during the other half of an alternating move."""
    if not moment.other:
        return figure.highlights
    return tuple(
        msgspec.structs.replace(highlight, side=_OTHER_SIDE[highlight.side])
        for highlight in figure.highlights
    )


def _character(figure: Figure, who: str, wanted: str) -> str:
    """Who plays the part: the file's choice, unless the user wants somebody in particular.

    The partner is never the user's own double.
    """
    own = figure.actor_by_name[who].character
    if who != figure.actors[0].name:
        return next(name for name in (own or "sam", "mia") if name != wanted)
    if own and CAST[own].shoes:
        return own
    return wanted or own or "mia"
