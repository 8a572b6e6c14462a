"""The closed outline around a piece of a tube, and the lit part of any outline.

Shading is two fills: the whole outline in the shade colour, then the outline with its border pulled
in on the side away from the light, in the base colour. No clipping, no blur.
"""

from collections.abc import Sequence
from math import hypot
from typing import NamedTuple

from supple.core.figure.shapes import Path, Segment
from supple.core.figure.tube import Crease, Sample, Tube
from supple.core.figure.vector import Flat

_NO_LIGHT: Flat = (0.0, 0.0)
_BEHIND = 1e-4
_HEM_GAP = -0.03
_WIDEST_CREASE = 0.45
_ROUND = 0.5523


class Edge(NamedTuple):
    """An end of a piece: round, or flat (a hem or cuff) and bowed outward a little."""

    flat: bool = False
    bow: float = 0.0


ROUND = Edge()


class _Point(NamedTuple):
    x: float
    y: float
    corner: bool = False


def outline(
    tube: Tube,
    u0: float,
    u1: float,
    *,
    grow: float = 0.0,
    top: Edge = ROUND,
    bottom: Edge = ROUND,
    light: Flat = _NO_LIGHT,
    samples: list[Sample] | None = None,
) -> Path:
    """The outline from `u0` to `u1`, `grow` heads wider on both sides.

    `light` (heads) pulls the border in where it faces away from it. `samples` are those of
    `tube.cut(u0, u1)` when the caller has them already.
    """
    stations = samples or tube.cut(u0, u1)
    if light != _NO_LIGHT:
        stations = _trimmed(stations, top, bottom, light)
    front, back = _border(stations, tube.crease, grow, light)
    segments: list[Segment] = [("M", (front[0].x, front[0].y))]
    _smooth(segments, front)
    _cap(segments, front[-1], back[-1], _outward(stations[-1], stations[-2]), bottom)
    back.reverse()
    _smooth(segments, back)
    _cap(segments, back[-1], front[0], _outward(stations[0], stations[1]), top)
    segments.append(("Z", ()))
    return tuple(segments)


def _trimmed(stations: list[Sample], top: Edge, bottom: Edge, light: Flat) -> list[Sample]:
    """Pull flat ends in that face away from the light, and drop the stations they passed."""
    stations = _trimmed_end(stations[::-1], light)[::-1] if bottom.flat else stations
    return _trimmed_end(stations, light) if top.flat else stations


def _trimmed_end(stations: list[Sample], light: Flat) -> list[Sample]:
    """The same for the first station alone."""
    first, second = stations[0], stations[1]
    dx, dy = first.x - second.x, first.y - second.y
    size = hypot(dx, dy) or 1.0
    dx, dy = dx / size, dy / size
    pull = max(0.0, -(dx * light[0] + dy * light[1]))
    if not pull:
        return stations
    end = first._replace(x=first.x - dx * pull, y=first.y - dy * pull)
    kept = [s for s in stations[1:] if (s.x - end.x) * dx + (s.y - end.y) * dy < _HEM_GAP]
    return [end, *kept] if len(kept) > 1 else stations


def _border(
    stations: Sequence[Sample], crease: Crease | None, grow: float, light: Flat
) -> tuple[list[_Point], list[_Point]]:
    """The points of the front and of the back, without those that lie inside a tight fold."""
    fronts: list[tuple[float, float, float, float]] = []
    backs: list[tuple[float, float, float, float]] = []
    for u, x, y, nx, ny, front, back in stations:
        lit = nx * light[0] + ny * light[1]
        wide = front + grow + min(0.0, lit)
        deep = -(back + grow - max(0.0, lit))
        fronts.append((u, x + nx * wide, y + ny * wide, wide))
        backs.append((u, x + nx * deep, y + ny * deep, deep))
    if crease is not None and stations[0].u < crease.u < stations[-1].u:
        return _folded(fronts, stations, crease), _folded(backs, stations, crease)
    return _forward(fronts, stations), _forward(backs, stations)


def _forward(
    points: Sequence[tuple[float, float, float, float]], stations: Sequence[Sample]
) -> list[_Point]:
    """The points in a row, without any that run backwards on the inner side of a bend."""
    ahead = _direction(stations)
    kept = [_Point(points[0][1], points[0][2])]
    for (_, x, y, _), station in zip(points[1:], stations[1:], strict=True):
        tx, ty = -station.ny * ahead, station.nx * ahead
        if (x - kept[-1].x) * tx + (y - kept[-1].y) * ty > _BEHIND:
            kept.append(_Point(x, y))
    return kept


def _direction(stations: Sequence[Sample]) -> int:
    """Whether walking along the stations keeps the normal on the right (1) or on the left (-1)."""
    a, b = stations[0], stations[1]
    return 1 if (b.x - a.x) * -a.ny + (b.y - a.y) * a.nx > 0 else -1


def _folded(
    points: Sequence[tuple[float, float, float, float]],
    stations: Sequence[Sample],
    crease: Crease,
) -> list[_Point]:
    """The points of one side of a folded joint: one corner in place of those inside the fold."""
    kept: list[_Point] = []
    dropped = False
    for u, x, y, wide in points:
        past = (x - crease.x) * crease.tx + (y - crease.y) * crease.ty
        if (u < crease.u and past > _BEHIND) or (u > crease.u and past < -_BEHIND):
            dropped = True
            continue
        if dropped and kept:
            kept.append(_corner(crease, stations, wide, kept[-1], (x, y)))
        dropped = False
        kept.append(_Point(x, y))
    # A limb that points at the viewer is shorter than it is thick: then all of it is the fold.
    return kept or [_Point(x, y) for _, x, y, _ in points]


def _corner(
    crease: Crease, stations: Sequence[Sample], wide: float, before: _Point, after: Flat
) -> _Point:
    middle = min(stations, key=lambda station: abs(station.u - crease.u))
    nx, ny = -crease.ty, crease.tx
    if nx * middle.nx + ny * middle.ny < 0:
        nx, ny = -nx, -ny
    sign = 1 if wide >= 0 else -1
    thick = middle.front if sign > 0 else middle.back
    away = thick / max(_WIDEST_CREASE, crease.cosine)
    near = abs((before.x - crease.x) * nx + (before.y - crease.y) * ny)
    far = abs((after[0] - crease.x) * nx + (after[1] - crease.y) * ny)
    away = sign * max(away, min(near, far))
    return _Point(crease.x + nx * away, crease.y + ny * away, corner=True)


def _smooth(segments: list[Segment], points: Sequence[_Point]) -> None:
    """Cubic curves through the points; the path is at the first of them. Corners stay corners."""
    for index in range(1, len(points) - 1):
        if points[index].corner:
            _curve(segments, points[: index + 1])
            _smooth(segments, points[index:])
            return
    _curve(segments, points)


def _curve(segments: list[Segment], points: Sequence[_Point]) -> None:
    """Tangents weighted by the opposite chord, so that uneven spacing makes no bulges."""
    count = len(points)
    if count < len("abc"):
        segments.extend(("L", (point.x, point.y)) for point in points[1:])
        return
    x0, y0, _ = points[0]
    x1, y1, _ = points[1]
    chord = hypot(x1 - x0, y1 - y0) or 1e-6
    sx, sy = (x1 - x0) / chord, (y1 - y0) / chord
    tx, ty = sx, sy
    for index in range(1, count):
        if index < count - 1:
            x2, y2, _ = points[index + 1]
            following = hypot(x2 - x1, y2 - y1) or 1e-6
            ex, ey = (x2 - x1) / following, (y2 - y1) / following
            share = chord + following
            ux, uy = (
                (sx * following + ex * chord) / share,
                (sy * following + ey * chord) / share,
            )
        else:
            x2, y2, following, ex, ey, ux, uy = x1, y1, chord, sx, sy, sx, sy
        third = chord / 3
        curve = (x0 + tx * third, y0 + ty * third, x1 - ux * third, y1 - uy * third, x1, y1)
        segments.append(("C", curve))
        x0, y0, x1, y1, chord, sx, sy, tx, ty = x1, y1, x2, y2, following, ex, ey, ux, uy


def _outward(end: Sample, inner: Sample) -> Flat:
    """The direction in which a piece ends."""
    x, y = end.x - inner.x, end.y - inner.y
    size = hypot(x, y) or 1.0
    return (x / size, y / size)


def _cap(segments: list[Segment], a: _Point, b: _Point, outward: Flat, edge: Edge) -> None:
    """Close the end of a piece from point `a` to point `b`."""
    ox, oy = outward
    if edge.flat:
        bow = edge.bow * 2
        middle = ((a.x + b.x) / 2 + ox * bow, (a.y + b.y) / 2 + oy * bow)
        segments.append(("Q", (*middle, b.x, b.y)))
        return
    radius = hypot(a.x - b.x, a.y - b.y) / 2
    reach = radius * _ROUND
    tip = ((a.x + b.x) / 2 + ox * radius, (a.y + b.y) / 2 + oy * radius)
    ex, ey = (b.x - a.x) / (2 * radius or 1.0), (b.y - a.y) / (2 * radius or 1.0)
    segments.append(
        ("C", (a.x + ox * reach, a.y + oy * reach, tip[0] - ex * reach, tip[1] - ey * reach, *tip))
    )
    segments.append(
        (
            "C",
            (
                tip[0] + ex * reach,
                tip[1] + ey * reach,
                b.x + ox * reach,
                b.y + oy * reach,
                b.x,
                b.y,
            ),
        )
    )


def pulled_in(path: Path, light: Flat) -> Path:
    """The lit part of a drawn outline: its points pulled in where they face away from the light.

    The outline must be one closed piece. Points that face the light stay exactly where they are.
    """
    anchors = [numbers[-2:] for _, numbers in path if numbers]
    count = len(anchors)
    if anchors[0] == anchors[-1]:
        count -= 1
    turning = _area(anchors[:count])
    shifts: list[Flat] = []
    for index in range(count):
        (x0, y0), (x1, y1) = _ways(path, index, count)
        dx, dy = x0 + x1, y0 + y1
        size = hypot(dx, dy) or 1.0
        nx, ny = (dy / size, -dx / size) if turning > 0 else (-dy / size, dx / size)
        pull = min(0.0, nx * light[0] + ny * light[1])
        shifts.append((nx * pull, ny * pull))
    return _shifted(path, shifts)


def _ways(path: Path, index: int, count: int) -> tuple[Flat, Flat]:
    """The unit directions in which the outline comes to an anchor and leaves it."""
    pieces = [(letter, numbers) for letter, numbers in path if numbers]
    here = pieces[index][1][-2:]
    coming = pieces[index] if index else pieces[count if count < len(pieces) else -1]
    before = coming[1][-4:-2] if len(coming[1]) > len("xy") else pieces[index - 1][1][-2:]
    following = pieces[(index + 1) % len(pieces)]
    after = following[1][:2] if following[0] != "M" else pieces[0][1][:2]
    return _unit(before, here), _unit(here, after)


def _unit(a: Sequence[float], b: Sequence[float]) -> Flat:
    dx, dy = b[0] - a[0], b[1] - a[1]
    size = hypot(dx, dy)
    return (dx / size, dy / size) if size else (0.0, 0.0)


def _area(points: Sequence[Sequence[float]]) -> float:
    """Twice the area inside the anchors; positive when they run counter-clockwise."""
    pairs = zip(points, (*points[1:], points[0]), strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)


def _shifted(path: Path, shifts: Sequence[Flat]) -> Path:
    """Move each anchor by its shift, and each handle with the anchor it belongs to."""
    result: list[Segment] = []
    index = -1
    for letter, numbers in path:
        if not numbers:
            result.append((letter, numbers))
            continue
        before, index = shifts[index % len(shifts)], (index + 1) % len(shifts)
        here = shifts[index]
        values = list(numbers)
        pairs = len(values) // 2
        for pair in range(pairs):
            dx, dy = before if pair == 0 and pairs > 1 else here
            values[2 * pair] += dx
            values[2 * pair + 1] += dy
        result.append((letter, tuple(values)))
    return tuple(result)
