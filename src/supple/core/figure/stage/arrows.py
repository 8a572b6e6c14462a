"""Motion arrows: one tapered ribbon with a head, on a halo that keeps it apart from the ground."""

from collections.abc import Sequence
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Final

from supple.core.figure.body import Body, anchored, solve_cast
from supple.core.figure.camera import Camera
from supple.core.figure.colours import faded
from supple.core.figure.grammar import Arc, Cue, Follow, Swing
from supple.core.figure.grammar import Line as LineCue
from supple.core.figure.motion import path_pose
from supple.core.figure.pose import Anchor
from supple.core.figure.record import Figure
from supple.core.figure.shapes import Fill, Linear, Path, Shape, Stop, Stroke, placed
from supple.core.figure.stage.page import Page
from supple.core.figure.vector import Flat

_WIDTH: Final = 0.095
_HEAD: Final = 2.9
_SOLID_FROM: Final = 2.0
_SMALL_PX: Final = 30.0
_SMALL_FACTOR: Final = 1.7
_STEPS: Final = 22
_SWING_ENDS: Final = ((0.62, 0.97), (0.38, 0.03))


ArrowLine = tuple[list[Flat], bool]


def arrow_lines(figure: Figure, camera: Camera) -> list[ArrowLine]:
    """The centre lines of all arrows of a figure, and whether each has two heads."""
    lines: list[ArrowLine] = []
    for cue in figure.cues:
        lines += _lines(cue, figure, camera)
    return lines


def _lines(cue: Cue, figure: Figure, camera: Camera) -> list[ArrowLine]:
    if isinstance(cue, Follow):
        span = (cue.start, cue.stop)
        off = (cue.off[0], cue.off[1])
        return [(_followed(cue, span, off, figure, camera), cue.two)]
    if isinstance(cue, Swing):
        return [(_followed(cue, span, (0.0, 0.0), figure, camera), False) for span in _SWING_ENDS]
    if isinstance(cue, Arc):
        return [(_arc(cue), cue.two)]
    return [(_straight(cue), cue.two)]


def _arc(cue: Arc) -> list[Flat]:
    angles = [cue.start + (cue.stop - cue.start) * k / _STEPS for k in range(_STEPS + 1)]
    x, y = cue.center[:2]
    return [(x + cue.r * cos(radians(a)), y + cue.r * sin(radians(a))) for a in angles]


def _straight(cue: LineCue) -> list[Flat]:
    (x0, y0), (x1, y1) = cue.start[:2], cue.stop[:2]
    steps = [k / _STEPS for k in range(_STEPS + 1)]
    return [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t) for t in steps]


def _followed(
    cue: Follow | Swing, span: Flat, off: Flat, figure: Figure, camera: Camera
) -> list[Flat]:
    """The true way of a joint, pushed away from its centre."""
    start, stop = span
    points: list[Flat] = []
    for k in range(_STEPS + 1):
        body = _body(figure, cue.who, start + (stop - start) * k / _STEPS)
        points.append(_joint(body, cue.joint, camera))
    cx, cy = _joint(_body(figure, cue.who, 0.5), cue.center, camera)
    pushed: list[Flat] = []
    for x, y in points:
        size = hypot(x - cx, y - cy) or 1.0
        more = cue.push / size
        pushed.append((x + (x - cx) * more + off[0], y + (y - cy) * more + off[1]))
    return pushed


def _body(figure: Figure, who: str, part: float) -> Body:
    poses = {actor.name: path_pose(actor, part) for actor in figure.actors}
    facings = {actor.name: actor.facing for actor in figure.actors}
    return solve_cast(poses, facings, figure.view)[who]


def _joint(body: Body, name: str, camera: Camera) -> Flat:
    point, at, part = name.partition("@")
    x, y, z = anchored(body, Anchor(point, float(part) if at else None, (0.0, 0.0, 0.0)))
    return camera.flat((x * body.facing, y, z))


def draw_arrows(page: Page, lines: Sequence[ArrowLine], px: float, alpha: float = 1.0) -> None:
    """All arrows, `alpha` (0 to 1) opaque; a little stouter in small pictures."""
    width = _WIDTH * (1.0 if px > _SMALL_PX else _SMALL_FACTOR)
    for points, two in lines:
        page.shapes += _arrow(page, points, width, two=two, alpha=alpha)


def _arrow(page: Page, points: list[Flat], width: float, *, two: bool, alpha: float) -> list[Shape]:
    solid = two or _turning(points) > _SOLID_FROM
    colour, halo = page.theme.cue, page.theme.halo
    tail = 1.0 if solid else 0.0
    paint = Linear(
        points[0],
        points[-1],
        (Stop(0.0, faded(colour, alpha * tail)), Stop(0.55, faded(colour, alpha))),
    )
    under = Linear(
        points[0],
        points[-1],
        (Stop(0.0, faded(halo, 0.67 * alpha * tail)), Stop(0.5, faded(halo, 0.67 * alpha))),
    )
    shapes: list[Shape] = [
        Fill(_ribbon(points, width, width * 0.55, two=two), under),
        Fill(_ribbon(points, width, 0.0, two=two), paint),
    ]
    shapes += _head(points, width, page, alpha)
    if two:
        shapes += _head(points[::-1], width, page, alpha)
    return shapes


def _turning(points: Sequence[Flat]) -> float:
    """How far the line turns in all, in radians."""
    total = 0.0
    for (x0, y0), (x1, y1), (x2, y2) in zip(points, points[1:], points[2:], strict=False):
        ax, ay, bx, by = x1 - x0, y1 - y0, x2 - x1, y2 - y1
        total += abs(atan2(ax * by - ay * bx, ax * bx + ay * by))
    return total


def _ribbon(points: Sequence[Flat], width: float, extra: float, *, two: bool) -> Path:
    left: list[Flat] = []
    right: list[Flat] = []
    last = len(points) - 1
    for index, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(0, index - 1)], points[min(last, index + 1)]
        size = hypot(bx - ax, by - ay) or 1.0
        taper = 1.0 if two else 0.30 + 0.70 * index / last
        half = width * taper / 2 + extra
        nx, ny = -(by - ay) / size * half, (bx - ax) / size * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    around = [*left, *reversed(right)]
    return (("M", around[0]), *(("L", point) for point in around[1:]), ("Z", ()))


def _head(points: Sequence[Flat], width: float, page: Page, alpha: float) -> list[Shape]:
    size = width * _HEAD
    (bx, by), (ax, ay) = points[max(0, len(points) - 4)], points[-1]
    length = hypot(ax - bx, ay - by) or 1e-6
    tip = (ax + (ax - bx) * size * 0.62 / length, ay + (ay - by) * size * 0.62 / length)
    at = placed(*tip, degrees(atan2(ay - by, ax - bx)))
    path: Path = (
        ("M", (0.0, 0.0)),
        ("L", (-size, size * 0.62)),
        ("L", (-size * 0.72, 0.0)),
        ("L", (-size, -size * 0.62)),
        ("Z", ()),
    )
    colour = faded(page.theme.cue, alpha)
    if alpha < 1:
        return [Fill(path, colour, at)]
    return [Fill(path, colour, at), Stroke(path, colour, size * 0.22, at)]
