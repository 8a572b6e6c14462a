"""A page that things are drawn on in the same projection as the figure."""

from typing import Final

from supple.core.figure.camera import Camera
from supple.core.figure.colours import Theme, darker, faded
from supple.core.figure.shapes import (
    UNIT_DISC,
    Affine,
    Fill,
    Paint,
    Path,
    Radial,
    Rgba,
    Shape,
    Stop,
    Stroke,
    disc,
    polygon,
    polyline,
    rounded,
)
from supple.core.figure.vector import Flat, Vec

_THICK_SLAB: Final = 0.5
_END_SHADE: Final = 1.18


class Page:
    """Shapes from back to front, made of slabs, bars, boards and soft shadows.

    On `plain` ground a wall is a piece of wall; in a room it goes on to the rim of the picture.
    """

    def __init__(self, camera: Camera, theme: Theme, *, plain: bool = False) -> None:
        self.camera = camera
        self.plain = plain
        self.theme = theme
        self.shapes: list[Shape] = []

    def at(self, x: float, y: float, z: float = 0.0) -> Flat:
        """Where a point of the room is seen."""
        return self.camera.flat((x, y, z))

    def fill(self, path: Path, paint: Paint, at: Affine | None = None) -> None:
        """Add a filled outline."""
        self.shapes.append(Fill(path, paint, at))

    def board(self, colour: Rgba, *points: Vec, radius: float = 0.0) -> None:
        """A flat face between points of the room."""
        seen = tuple(self.camera.flat(point) for point in points)
        self.fill(rounded(seen, radius) if radius else polygon(*seen), colour)

    def bar(self, colour: Rgba, width: float, *points: Vec, flat: bool = False) -> None:
        """A rod through points of the room."""
        path = polyline(*(self.camera.flat(point) for point in points))
        self.shapes.append(Stroke(path, colour, width, flat=flat))

    def ball(self, colour: Rgba, centre: Vec, r: float) -> None:
        """A round thing, such as a castor."""
        self.fill(disc(*self.camera.flat(centre), r), colour)

    def slab(
        self,
        x: tuple[float, float],
        y: float,
        thick: float,
        z: tuple[float, float],
        colours: tuple[Rgba, Rgba],
        *,
        radius: float = 0.08,
    ) -> None:
        """A board lying flat, its top at `y`: top face and near edge, in (top, edge) colours."""
        (x0, x1), (z0, z1) = x, z
        top, edge = colours
        a, b = self.at(x0, y, z1), self.at(x1, y, z1)
        c, d = self.at(x1, y, z0), self.at(x0, y, z0)
        a2, b2, c2 = (
            self.at(x0, y - thick, z1),
            self.at(x1, y - thick, z1),
            self.at(x1, y - thick, z0),
        )
        self.fill(rounded((d, c, c2, b2, a2, a), radius), edge)
        if thick > _THICK_SLAB:
            self.fill(polygon(b, c, c2, b2), darker(edge, _END_SHADE))
        self.fill(rounded((d, c, b, a), radius), top)

    def shadow(self, x: float, y: float, rx: float, ry: float, strength: float = 1.0) -> None:
        """A soft dark spot on the ground, already flat."""
        colour = self.theme.shadow
        alpha = colour[3] / 255 * strength
        stops = (
            Stop(0.0, faded(colour, alpha)),
            Stop(0.55, faded(colour, alpha * 0.6)),
            Stop(1.0, faded(colour, 0.0)),
        )
        at = Affine(a=rx, d=ry, e=x, f=y)
        self.fill(UNIT_DISC, Radial(Affine(), stops), at)
