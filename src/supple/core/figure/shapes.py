"""What a picture is made of: outlines, paints, fills and strokes. Knows no painter.

Lengths in heads, y up. Whoever paints turns y over once and scales. A path is a row of segments, a
letter of SVG with its numbers: M and L (x, y), Q (x1, y1, x, y), C (x1, y1, x2, y2, x, y) and Z.
Areas are filled by the winding rule.
"""

from math import atan2, cos, hypot, pi, radians, sin
from typing import Final

import msgspec

Segment = tuple[str, tuple[float, ...]]
Path = tuple[Segment, ...]
Rgba = tuple[int, int, int, int]


class Affine(msgspec.Struct, frozen=True):
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, outer: "Affine") -> "Affine":
        """This map first, then the outer one."""
        return Affine(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            outer.a * self.e + outer.c * self.f + outer.e,
            outer.b * self.e + outer.d * self.f + outer.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)


FLIP: Final = Affine(a=-1.0)


def placed(x: float, y: float, turn_deg: float = 0.0, size: float = 1.0, flip: int = 1) -> Affine:
    """Flip in x or not, scale, turn counter-clockwise, then move the origin to (x, y)."""
    cosine, sine = cos(radians(turn_deg)) * size, sin(radians(turn_deg)) * size
    return Affine(cosine * flip, sine * flip, -sine, cosine, x, y)


class Stop(msgspec.Struct, frozen=True):
    """A colour at a place (0 to 1) of a gradient."""

    at: float
    colour: Rgba


class Radial(msgspec.Struct, frozen=True):
    """A gradient that spreads from the middle of an ellipse: the unit circle, put there by `at`."""

    at: Affine
    stops: tuple[Stop, ...]


class Linear(msgspec.Struct, frozen=True):
    """A gradient from one point to another."""

    start: tuple[float, float]
    end: tuple[float, float]
    stops: tuple[Stop, ...]


Paint = Rgba | Radial | Linear


class Fill(msgspec.Struct, frozen=True):
    """A filled outline. `at` places it; `clip` (already in place) cuts it."""

    path: Path
    paint: Paint
    at: Affine | None = None
    clip: Path | None = None


class Stroke(msgspec.Struct, frozen=True):
    """A line along a path, `width` heads wide, with round joins and round or flat ends."""

    path: Path
    colour: Rgba
    width: float
    at: Affine | None = None
    clip: Path | None = None
    flat: bool = False


class Turned(msgspec.Struct, frozen=True):
    """Shapes under a common map, such as the mirror of a figure that looks left."""

    shapes: tuple["Shape", ...]
    at: Affine


Shape = Fill | Stroke | Turned

_ROUND: Final = 0.5522847498


def polygon(*points: tuple[float, float]) -> Path:
    """A closed outline with corners."""
    return (*polyline(*points), ("Z", ()))


def polyline(*points: tuple[float, float]) -> Path:
    """An open line with corners."""
    return (("M", points[0]), *(("L", point) for point in points[1:]))


def ellipse(x: float, y: float, rx: float, ry: float) -> Path:
    """A closed ellipse."""
    kx, ky = rx * _ROUND, ry * _ROUND
    return (
        ("M", (x + rx, y)),
        ("C", (x + rx, y + ky, x + kx, y + ry, x, y + ry)),
        ("C", (x - kx, y + ry, x - rx, y + ky, x - rx, y)),
        ("C", (x - rx, y - ky, x - kx, y - ry, x, y - ry)),
        ("C", (x + kx, y - ry, x + rx, y - ky, x + rx, y)),
        ("Z", ()),
    )


UNIT_DISC: Final = ellipse(0, 0, 1, 1)


def disc(x: float, y: float, r: float) -> Path:
    """A closed circle."""
    return ellipse(x, y, r, r)


def hull(a: tuple[float, float, float], b: tuple[float, float, float]) -> Path:
    """The outline around two discs, each given by its centre and radius."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    way, tilt = atan2(dy, dx), (a[2] - b[2]) / (hypot(dx, dy) or 1.0)
    spread = pi / 2 - max(-1.0, min(1.0, tilt))
    points: list[tuple[float, float]] = []
    for x, y, r, start, end in (
        (*b, way - spread, way + spread),
        (*a, way + spread, way + 2 * pi - spread),
    ):
        steps = 12
        angles = (start + (end - start) * k / steps for k in range(steps + 1))
        points.extend((x + r * cos(angle), y + r * sin(angle)) for angle in angles)
    return (("M", points[0]), *(("L", point) for point in points[1:]), ("Z", ()))


def rounded(points: tuple[tuple[float, float], ...], radius: float) -> Path:
    """A polygon with round corners, each at most as long as fits its sides."""
    segments: list[Segment] = []
    count = len(points)
    for index, corner in enumerate(points):
        before = _towards(corner, points[index - 1], radius)
        after = _towards(corner, points[(index + 1) % count], radius)
        segments.append(("L" if index else "M", before))
        segments.append(("Q", (*corner, *after)))
    return (*segments, ("Z", ()))


def _towards(
    corner: tuple[float, float], other: tuple[float, float], radius: float
) -> tuple[float, float]:
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    size = (dx * dx + dy * dy) ** 0.5 or 1.0
    part = min(radius, size * 0.45) / size
    return (corner[0] + dx * part, corner[1] + dy * part)


def moved(path: Path, at: Affine) -> Path:
    """The path with every point mapped."""
    a, b, c, d, e, f = at.a, at.b, at.c, at.d, at.e, at.f
    result: list[Segment] = []
    for letter, numbers in path:
        values: list[float] = []
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            values += (a * x + c * y + e, b * x + d * y + f)
        result.append((letter, tuple(values)))
    return tuple(result)


def parsed(text: str) -> Path:
    """A path from SVG letters and numbers with spaces between them, as in `sprites`."""
    counts = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
    words = text.split()
    segments: list[Segment] = []
    index = 0
    letter = ""
    while index < len(words):
        if words[index] in counts:
            letter = words[index]
            index += 1
        count = counts[letter]
        segments.append((letter, tuple(float(word) for word in words[index : index + count])))
        index += count
    return tuple(segments)
