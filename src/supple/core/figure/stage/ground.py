"""The room behind the figure, and the soft shadows under it."""

from collections.abc import Iterable
from typing import Final

from supple.core.figure.body import Body
from supple.core.figure.pose import View
from supple.core.figure.shapes import UNIT_DISC, Affine, Fill, polygon
from supple.core.figure.stage.framing import Frame
from supple.core.figure.stage.page import Page

_FLOOR_BAND: Final = 0.42
_DISC_HEIGHT: Final = 0.40
_DISC_WIDTH: Final = 1.12
_DISC_AT: Final = 0.46

_FOOT_AHEAD: Final = 0.28
_ON_FLOOR: Final = 0.3
_LOW: Final = 0.75
# A knee that juts out over the edge of the mat throws no shadow beside it.
_MAT_EDGE: Final = 0.7
_APART: Final = 0.5
_FOOT_LIFTED: Final = 1.3
_TOGETHER: Final = 0.05
_LYING: Final = ("hip", "t12", "c7", "near_knee", "far_knee", "near_ankle", "far_ankle")


def draw_room(page: Page, frame: Frame, accent: str) -> None:
    """Wall, a disc of colour and a band of floor: calm, and every prop fits in it."""
    theme = page.theme
    left, top = frame.heads(0, 0)
    right, bottom = frame.heads(frame.width, frame.height)
    page.fill(polygon((left, top), (right, top), (right, bottom), (left, bottom)), theme.card)
    middle = frame.heads(frame.width / 2, frame.height * _DISC_AT)
    r = frame.height * _DISC_HEIGHT / frame.px
    at = Affine(a=r * _DISC_WIDTH, d=r, e=middle[0], f=middle[1])
    page.shapes.append(Fill(UNIT_DISC, theme.accent(accent), at))
    band = ((left, _FLOOR_BAND), (right, _FLOOR_BAND), (right, bottom), (left, bottom))
    page.fill(polygon(*band), theme.floor)


def draw_shadows(page: Page, bodies: Iterable[Body], *, on_mat: bool) -> None:
    """Soft spots under what is low: feet and hip on the floor, the whole body on a mat."""
    for body in bodies:
        if on_mat:
            _draw_lying(page, body)
        else:
            _draw_standing(page, body)


def _draw_lying(page: Page, body: Body) -> None:
    spots: list[tuple[float, float]] = []
    for name in _LYING:
        x, y, z = body.points[name]
        px, py = page.at(x * body.facing, 0, min(z, _MAT_EDGE))
        crowded = any(abs(px - other) < _APART for other, _ in spots)
        if y < _LOW and not crowded:
            spots.append((px, py))
    for px, py in spots:
        page.shadow(px, py - 0.02, 0.85, 0.15, 0.8)


def _draw_standing(page: Page, body: Body) -> None:
    is_side = page.camera.view is View.SIDE
    near, far = body.points["near_ankle"], body.points["far_ankle"]
    together = is_side and max(abs(near[0] - far[0]), abs(near[1] - far[1])) < _TOGETHER
    feet = [((near[0] + far[0]) / 2, near[1], 0.0)] if together else [far, near]
    for x, y, z in feet:
        strength = 1 - (y - _ON_FLOOR) / (_FOOT_LIFTED - _ON_FLOOR)
        if strength <= 0:
            continue
        px, py = page.at(x + (_FOOT_AHEAD if is_side else 0), 0, z)
        wide, deep = (0.78 if is_side else 0.48), (0.19 if together else 0.13)
        page.shadow(px, py - 0.02, wide, deep, 1.25 * min(1.0, strength))
    x = page.at(*body.points["hip"])[0]
    page.shadow(x, -0.02, 1.25, 0.17, 0.75)
