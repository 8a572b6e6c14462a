"""One body on the page: its tubes, its colours, and the shapes drawn so far."""

from functools import cached_property
from typing import Final

from supple.core.figure.body import Body
from supple.core.figure.camera import Camera
from supple.core.figure.colours import faded
from supple.core.figure.look import Look
from supple.core.figure.outline import outline
from supple.core.figure.pose import View
from supple.core.figure.shapes import Affine, Fill, Paint, Path, Rgba, Shape, Stroke
from supple.core.figure.tube import Limb, Trunk
from supple.core.figure.vector import Flat

_THINNEST_PX: Final = 0.5
_RIM_WIDTH: Final = 0.07
_ARM_ROUNDING: Final = 0.14
_FRONT_ARM: Final = 0.95
_NECK_REACH: Final = 0.35
_ANKLE: Final = 2.0


class Anatomy:
    """Everything the parts of a body need to be drawn; `shapes` grows from back to front.

    `px` is the size of a head on the page in pixels, for leaving out strokes too thin to see.
    `focus` is the leg in full colours.
    """

    def __init__(
        self,
        body: Body,
        look: Look,
        camera: Camera,
        *,
        px: float = 99.0,
        breath: float = 0.0,
        focus: str = "near",
    ) -> None:
        self.body = body
        self.look = look
        self.camera = camera
        self.px = px
        self.breath = breath
        self.focus = focus
        self.shapes: list[Shape] = []
        self.shirt: Path | None = None
        self.pelvis: tuple[Path, ...] = ()
        self._whole_legs: dict[str, Path] = {}
        self.build = look.character.build

    @property
    def is_side(self) -> bool:
        """Whether the body is seen from its side."""
        return self.camera.view is View.SIDE

    def is_dim(self, side: str) -> bool:
        """Whether a limb of this side is drawn flat and darker, being on the far side."""
        return side == "far" and self.is_side

    def seen(self, name: str) -> Flat:
        """Where a joint is on the page."""
        return self.camera.flat(self.body.points[name])

    @cached_property
    def legs(self) -> dict[str, Limb]:
        """Both legs."""
        return {side: self._leg(side) for side in ("near", "far")}

    def _leg(self, side: str) -> Limb:
        joints = (self.seen(f"{side}_hip"), self.seen(f"{side}_knee"), self.seen(f"{side}_ankle"))
        if self.is_side:
            return Limb("leg side", joints, weight=self.build)
        # From the front the outer side counts as front; the near leg is on the left of the page.
        return Limb("leg front", joints, front=-1 if side == "near" else 1, weight=self.build)

    def whole_leg(self, side: str) -> Path:
        """The outline of a leg without its foot: shadows fall on it and are thrown by it."""
        if side not in self._whole_legs:
            self._whole_legs[side] = outline(self.legs[side], 0, _ANKLE)
        return self._whole_legs[side]

    @cached_property
    def arms(self) -> dict[str, Limb]:
        """Both arms."""
        return {side: self._arm(side) for side in ("near", "far")}

    def _arm(self, side: str) -> Limb:
        joints = (self.seen(f"{side}_sho"), self.seen(f"{side}_elbow"), self.seen(f"{side}_wrist"))
        weight = self.build * (1.0 if self.is_side else _FRONT_ARM)
        return Limb("arm", joints, weight=weight, rounding=_ARM_ROUNDING)

    @cached_property
    def trunk(self) -> Trunk:
        """The trunk from the hip to C7."""
        points = (self.seen("hip"), self.seen("l5"), self.seen("t12"), self.seen("c7"))
        name = "trunk side" if self.is_side else "trunk front"
        return Trunk(name, points, weight=self.build, breath=self.breath)

    @cached_property
    def neck(self) -> Trunk:
        """The neck, reaching a little into the chest and into the head."""
        (x0, y0), (x1, y1) = self.seen("c7"), self.seen("skull")
        dx, dy = (x1 - x0) * _NECK_REACH, (y1 - y0) * _NECK_REACH
        points = ((x0 - dx, y0 - dy), (x1, y1), (x1 + dx, y1 + dy))
        name = "neck side" if self.is_side else "neck front"
        return Trunk(name, points, weight=self.build**0.5)

    def fill(
        self,
        path: Path,
        paint: Paint,
        at: Affine | None = None,
        clip: Path | None = None,
    ) -> None:
        """Add a filled outline."""
        self.shapes.append(Fill(path, paint, at, clip))

    def line(
        self,
        path: Path,
        colour: Rgba,
        width: float,
        alpha: int = 255,
        at: Affine | None = None,
    ) -> None:
        """Add a thin line, unless it would be too thin to see."""
        if width * self.px >= _THINNEST_PX:
            self.shapes.append(Stroke(path, faded(colour, alpha / 255), width, at))

    def rim(self, material: int, *pieces: tuple[Path, Affine | None]) -> None:
        """Add the contour of a material (0 skin, 1 shirt, 2 hair) that the ground swallows."""
        colour = self.look.rims[material]
        if colour is not None:
            self.shapes.extend(Stroke(path, colour, _RIM_WIDTH, at) for path, at in pieces)
