"""The closed outline around a piece of a tube, and the lit part of any outline.

Shading is two fills: the whole outline in the shade colour, then the outline with its border pulled
in on the side away from the light, in the base colour. No clipping, no blur.
"""

from collections.abc import Sequence
from math import hypot
from typing import NamedTuple

from supple.core.figure.shapes import Path, Segment
from supple.core.figure.tube import Crease, Station, Tube
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

# A side of the outline: smooth runs of points that meet in corners.
_Side = list[list[Flat]]
_Offset = tuple[float, float, float, float]


def outline(
    tube: Tube,
    u0: float,
    u1: float,
    *,
    grow: float = 0.0,
    top: Edge = ROUND,
    bottom: Edge = ROUND,
    light: Flat = _NO_LIGHT,
    samples: list[Station] | None = None,
) -> Path:
    """The outline from `u0` to `u1`, `grow` heads wider on both sides.

    `light` (heads) pulls the border in where it faces away from it. `samples` are those of
    `tube.cut(u0, u1)` when the caller has them already.
    """
    stations = samples or tube.cut(u0, u1)
    if light != _NO_LIGHT:
        stations = _trimmed(stations, top, bottom, light)
    front, back = _border(stations, tube, grow, light)
    back = [run[::-1] for run in reversed(back)]
    segments: list[Segment] = [("M", front[0][0])]
    for run in front:
        _curve(segments, run)
    _cap(segments, front[-1][-1], back[0][0], _outward(stations[-1], stations[-2]), bottom)
    for run in back:
        _curve(segments, run)
    _cap(segments, back[-1][-1], front[0][0], _outward(stations[0], stations[1]), top)
    segments.append(("Z", ()))
    return tuple(segments)


def _trimmed(stations: list[Station], top: Edge, bottom: Edge, light: Flat) -> list[Station]:
    """Pull flat ends in that face away from the light, and drop the stations they passed."""
    stations = _trimmed_end(stations[::-1], light)[::-1] if bottom.flat else stations
    return _trimmed_end(stations, light) if top.flat else stations


def _trimmed_end(stations: list[Station], light: Flat) -> list[Station]:
    """The same for the first station alone."""
    first = stations[0]
    dx, dy = _outward(first, stations[1])
    pull = max(0.0, -(dx * light[0] + dy * light[1]))
    if not pull:
        return stations
    x, y = first[1] - dx * pull, first[2] - dy * pull
    kept = [s for s in stations[1:] if (s[1] - x) * dx + (s[2] - y) * dy < _HEM_GAP]
    return [(first[0], x, y, *first[3:]), *kept] if len(kept) > 1 else stations


def _border(
    stations: Sequence[Station], tube: Tube, grow: float, light: Flat
) -> tuple[_Side, _Side]:
    """The points of the front and of the back, without those that lie inside a tight fold."""
    lx, ly = light
    fronts: list[_Offset] = []
    backs: list[_Offset] = []
    for u, x, y, nx, ny, front, back in stations:
        lit = nx * lx + ny * ly
        wide, deep = front + grow, -back - grow
        if lit < 0:
            wide += lit
        else:
            deep += lit
        fronts.append((u, x + nx * wide, y + ny * wide, wide))
        backs.append((u, x + nx * deep, y + ny * deep, deep))
    crease = tube.crease
    if crease is not None and stations[0][0] < crease.u < stations[-1][0]:
        return _folded(fronts, stations, crease), _folded(backs, stations, crease)
    if tube.may_fold:
        return _forward(fronts, stations), _forward(backs, stations)
    return [[(p[1], p[2]) for p in fronts]], [[(p[1], p[2]) for p in backs]]


def _forward(points: Sequence[_Offset], stations: Sequence[Station]) -> _Side:
    """The points in a row, without any that run backwards on the inner side of a bend."""
    a, b = stations[0], stations[1]
    ahead = 1 if (b[1] - a[1]) * -a[4] + (b[2] - a[2]) * a[3] > 0 else -1
    x, y = points[0][1], points[0][2]
    kept = [(x, y)]
    for point, station in zip(points[1:], stations[1:], strict=True):
        dx, dy = point[1] - x, point[2] - y
        if (dy * station[3] - dx * station[4]) * ahead > _BEHIND:
            x, y = point[1], point[2]
            kept.append((x, y))
    return [kept]


def _folded(points: Sequence[_Offset], stations: Sequence[Station], crease: Crease) -> _Side:
    """The points of one side of a folded joint: one corner in place of those inside the fold."""
    runs: _Side = [[]]
    dropped = False
    for u, x, y, wide in points:
        past = (x - crease.x) * crease.tx + (y - crease.y) * crease.ty
        if (u < crease.u and past > _BEHIND) or (u > crease.u and past < -_BEHIND):
            dropped = True
            continue
        if dropped and runs[-1]:
            corner = _corner(crease, stations, wide, runs[-1][-1], (x, y))
            runs[-1].append(corner)
            runs.append([corner])
        dropped = False
        runs[-1].append((x, y))
    # A limb that points at the viewer is shorter than it is thick: then all of it is the fold.
    return runs if runs[0] else [[(x, y) for _, x, y, _ in points]]


def _corner(
    crease: Crease, stations: Sequence[Station], wide: float, before: Flat, after: Flat
) -> Flat:
    middle = min(stations, key=lambda station: abs(station[0] - crease.u))
    nx, ny = -crease.ty, crease.tx
    if nx * middle[3] + ny * middle[4] < 0:
        nx, ny = -nx, -ny
    sign = 1 if wide >= 0 else -1
    thick = middle[5] if sign > 0 else middle[6]
    away = thick / max(_WIDEST_CREASE, crease.cosine)
    near = abs((before[0] - crease.x) * nx + (before[1] - crease.y) * ny)
    far = abs((after[0] - crease.x) * nx + (after[1] - crease.y) * ny)
    away = sign * max(away, min(near, far))
    return (crease.x + nx * away, crease.y + ny * away)


def _curve(segments: list[Segment], points: Sequence[Flat]) -> None:
    """Cubic curves through the points; the path is at the first of them.

    Tangents are weighted by the opposite chord, so that uneven spacing makes no bulges.
    """
    count = len(points)
    if count < len("abc"):
        segments.extend(("L", point) for point in points[1:])
        return
    x0, y0 = points[0]
    x1, y1 = points[1]
    chord = hypot(x1 - x0, y1 - y0) or 1e-6
    sx, sy = (x1 - x0) / chord, (y1 - y0) / chord
    tx, ty = sx, sy
    for x2, y2 in points[2:]:
        following = hypot(x2 - x1, y2 - y1) or 1e-6
        ex, ey = (x2 - x1) / following, (y2 - y1) / following
        share = chord + following
        ux, uy = (sx * following + ex * chord) / share, (sy * following + ey * chord) / share
        third = chord / 3
        curve = (x0 + tx * third, y0 + ty * third, x1 - ux * third, y1 - uy * third, x1, y1)
        segments.append(("C", curve))
        x0, y0, x1, y1, chord, sx, sy, tx, ty = x1, y1, x2, y2, following, ex, ey, ux, uy
    third = chord / 3
    curve = (x0 + tx * third, y0 + ty * third, x1 - sx * third, y1 - sy * third, x1, y1)
    segments.append(("C", curve))


def _outward(end: Station, inner: Station) -> Flat:
    """The direction in which a piece ends."""
    x, y = end[1] - inner[1], end[2] - inner[2]
    size = hypot(x, y) or 1.0
    return (x / size, y / size)


def _cap(segments: list[Segment], a: Flat, b: Flat, outward: Flat, edge: Edge) -> None:
    """Close the end of a piece from point `a` to point `b`."""
    ox, oy = outward
    (ax, ay), (bx, by) = a, b
    if edge.flat:
        bow = edge.bow * 2
        middle = ((ax + bx) / 2 + ox * bow, (ay + by) / 2 + oy * bow)
        segments.append(("Q", (*middle, bx, by)))
        return
    radius = hypot(ax - bx, ay - by) / 2
    reach = radius * _ROUND
    x, y = (ax + bx) / 2 + ox * radius, (ay + by) / 2 + oy * radius
    ex, ey = (bx - ax) / (2 * radius or 1.0) * reach, (by - ay) / (2 * radius or 1.0) * reach
    ox, oy = ox * reach, oy * reach
    segments.append(("C", (ax + ox, ay + oy, x - ex, y - ey, x, y)))
    segments.append(("C", (x + ex, y + ey, bx + ox, by + oy, bx, by)))


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
