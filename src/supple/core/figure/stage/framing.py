"""The frame: how large the figure is, and where it stands in the picture.

One frame holds start and end pose, so that the camera never moves during a movement.
"""

from collections.abc import Iterable
from math import cos, radians, sin
from typing import Final

import msgspec

from supple.core.figure.body import Body, solve_cast
from supple.core.figure.camera import Camera
from supple.core.figure.motion import Moment, poses_at
from supple.core.figure.pose import View
from supple.core.figure.props import WALL_PIECE, Mat, Wall
from supple.core.figure.record import Figure
from supple.core.figure.shapes import Affine

_THUMBNAIL_PX: Final = 200
_ROW_PX: Final = 72
_LARGEST_PX: Final = 140.0
_JOINT: Final = 0.30
_HEAD: Final = 0.56
_HEAD_UP: Final = 0.45
_ROUND: Final = {"hip": 0.5, "l5": 0.5, "t12": 0.5, "c7": 0.5}
_ENDINGS: Final = {"wrist": 0.62, "toes": 0.12, "ankle": 0.20}


class Fit(msgspec.Struct, frozen=True):
    """How a figure fills its picture: ground line, side margins and head as parts of its size."""

    ground: float
    margin: float
    top: float
    head: float
    end_only: bool = False


# The room keeps air around the figure; on plain ground the scene around it does. Pictures in a row
# of words, thumbnails with a room, and pictures that never move show the stretch alone; a tile
# holds the way there too.
_ROOM: Final = Fit(ground=0.845, margin=0.06, top=0.045, head=0.165)
_PLAIN: Final = Fit(ground=0.94, margin=0.015, top=0.02, head=0.30)
_ROW: Final = Fit(ground=0.94, margin=0.03, top=0.03, head=0.30, end_only=True)
_ALONE: Final = Fit(ground=0.94, margin=0.015, top=0.02, head=0.19, end_only=True)
_THUMBNAIL: Final = Fit(ground=0.90, margin=0.05, top=0.045, head=0.165, end_only=True)


class Frame(msgspec.Struct, frozen=True):
    """The picture's size in pixels, `px` pixels to a head, and where its origin is in pixels."""

    width: float
    height: float
    px: float
    x: float
    y: float
    mirrored: bool = False

    @property
    def at(self) -> Affine:
        """Heads, y up, to pixels, y down."""
        return Affine(a=-self.px if self.mirrored else self.px, d=-self.px, e=self.x, f=self.y)

    def heads(self, x: float, y: float) -> tuple[float, float]:
        """A point of the picture in heads."""
        sign = -1 if self.mirrored else 1
        return ((x - self.x) / self.px * sign, (self.y - y) / self.px)


class Extent(msgspec.Struct, frozen=True):
    """What has to be in the picture, in heads above the ground line."""

    left: float
    right: float
    top: float


def extent(figure: Figure, moments: Iterable[Moment], *, mats: bool, walls: bool) -> Extent:
    """The room that figures and props take at these moments."""
    camera = Camera(figure.view, figure.oblique)
    facings = {actor.name: actor.facing for actor in figure.actors}
    spots: list[tuple[float, float, float]] = []
    for moment in moments:
        for body in solve_cast(poses_at(figure, moment), facings, figure.view).values():
            spots += _spots(body, camera)
    left = min(x - r for x, _, r in spots)
    right = max(x + r for x, _, r in spots)
    top = max(y + r for _, y, r in spots)
    for prop in figure.props:
        box = _wall_piece(prop) if walls and isinstance(prop, Wall) else prop.extent()
        if box is not None and (mats or not isinstance(prop, Mat)):
            left, right, top = min(left, box[0]), max(right, box[1]), max(top, box[2])
    return Extent(left, right, top)


def _wall_piece(wall: Wall) -> tuple[float, float, float]:
    """What there is of a wall on plain ground."""
    away = wall.x + (WALL_PIECE if wall.side == "right" else -WALL_PIECE)
    if wall.shape == "section":
        away = wall.x
    return (min(wall.x, away), max(wall.x, away), 0.0)


def _spots(body: Body, camera: Camera) -> list[tuple[float, float, float]]:
    """Circles around the joints that hold the flesh around them: x, y, radius."""
    spots: list[tuple[float, float, float]] = []
    for name, (x, y, z) in body.points.items():
        px, py = camera.flat((x * body.facing, y, z))
        if name == "skull":
            turn = radians(body.head_deg) if camera.view is View.SIDE else 0.0
            px, py = px + body.facing * sin(turn) * _HEAD_UP, py + cos(turn) * _HEAD_UP
            spots.append((px, py, _HEAD))
            continue
        ending = name.partition("_")[2]
        spots.append((px, py, _ROUND.get(name, _ENDINGS.get(ending, _JOINT))))
    return spots


def _fit(width: float, height: float, ground: str, *, alone: bool = False) -> Fit:
    if ground == "plain":
        return _ROW if height < _ROW_PX else _ALONE if alone else _PLAIN
    return _THUMBNAIL if width < _THUMBNAIL_PX else _ROOM


def shows_stretch_alone(width: float, height: float, ground: str) -> bool:
    """Whether a picture is so small that it has no room for the way into the stretch."""
    return _fit(width, height, ground).end_only


def framed(
    figure: Figure,
    width: float,
    height: float,
    *,
    ground: str = "room",
    mirrored: bool = False,
    alone: bool = False,
) -> Frame:
    """The frame of a figure in a picture of this size, on `room` or `plain` ground.

    With the stretch `alone` there is no room for the way there.
    """
    small = width < _THUMBNAIL_PX
    fit = _fit(width, height, ground, alone=alone)
    moments = [Moment(1.0)] if fit.end_only else [Moment(0.0), Moment(1.0)]
    if not fit.end_only and figure.motion == "alternate":
        moments.append(Moment(1.0, other=True))
    if any(actor.mid for actor in figure.actors):
        moments.append(Moment(0.5))
    box = extent(figure, moments, mats=not small, walls=ground == "plain")
    px = min(
        width * (1 - 2 * fit.margin) / (box.right - box.left),
        height * (fit.ground - fit.top) / box.top,
        height * fit.head,
        _LARGEST_PX,
    )
    middle = (box.left + box.right) / 2
    x = width / 2 + (middle if mirrored else -middle) * px
    return Frame(width, height, px, x, height * fit.ground, mirrored)
