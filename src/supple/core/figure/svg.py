"""Writes a picture as SVG: the same shapes that are painted on the screen."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from supple.core.figure.scene import Scene
from supple.core.figure.shapes import (
    Affine,
    Fill,
    Linear,
    Paint,
    Path,
    Radial,
    Rgba,
    Shape,
    Stop,
    Stroke,
    Turned,
)


def to_svg(scene: Scene, title: str = "") -> str:
    """The picture as one SVG document, as large in pixels as its frame."""
    return _Writer().document(scene, title)


def _number(value: float) -> str:
    """Three decimals: a twentieth of a pixel in a card."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _matrix(at: Affine) -> str:
    parts = " ".join(f"{value:.5f}" for value in (at.a, at.b, at.c, at.d, at.e, at.f))
    return f"matrix({parts})"


def _data(path: Path) -> str:
    return " ".join(
        letter + " ".join(_number(value) for value in numbers) for letter, numbers in path
    )


def _colour(rgba: Rgba) -> str:
    return "#{:02x}{:02x}{:02x}".format(*rgba[:3])


class _Writer:
    """One document; gradients and clips are written once each and named in order."""

    def __init__(self) -> None:
        self._definitions: list[str] = []
        self._names: dict[str, str] = {}

    def document(self, scene: Scene, title: str) -> str:
        """Everything, definitions first."""
        frame = scene.frame
        width, height = _number(frame.width), _number(frame.height)
        groups = [self._group(scene.still)]
        if scene.ghost:
            groups.append(self._group(scene.ghost, f' opacity="{_number(scene.ghost_alpha)}"'))
        groups.append(self._group(scene.moving))
        named = f"<title>{escape(title)}</title>\n" if title else ""
        definitions = "\n".join(self._definitions)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" role="img">\n{named}'
            f"<defs>\n{definitions}\n</defs>\n"
            f'<g transform="{_matrix(frame.at)}" stroke-linejoin="round">\n'
            + "\n".join(groups)
            + "\n</g>\n</svg>\n"
        )

    def _group(self, shapes: Iterable[Shape], more: str = "") -> str:
        return f"<g{more}>\n" + "\n".join(self._shape(shape) for shape in shapes) + "\n</g>"

    def _shape(self, shape: Shape) -> str:
        if isinstance(shape, Turned):
            return self._group(shape.shapes, f' transform="{_matrix(shape.at)}"')
        place = f' transform="{_matrix(shape.at)}"' if shape.at is not None else ""
        if isinstance(shape, Fill):
            drawn = f'<path d="{_data(shape.path)}"{self._paint(shape.paint)}{place}/>'
        else:
            drawn = f'<path d="{_data(shape.path)}"{self._pen(shape)}{place}/>'
        if shape.clip is None:
            return drawn
        # The clip is in the outer frame, so it goes around a group of its own.
        clip = self._define(f'<clipPath id="%s"><path d="{_data(shape.clip)}"/></clipPath>')
        return f'<g clip-path="url(#{clip})">{drawn}</g>'

    def _define(self, text: str) -> str:
        if text not in self._names:
            self._names[text] = f"d{len(self._names) + 1}"
            self._definitions.append(text.replace("%s", self._names[text], 1))
        return self._names[text]

    def _paint(self, paint: Paint) -> str:
        if isinstance(paint, tuple):
            return f' fill="{_colour(paint)}"' + _opacity("fill-opacity", paint[3])
        return f' fill="url(#{self._gradient(paint)})"'

    def _gradient(self, paint: Radial | Linear) -> str:
        stops = "".join(_stop(stop) for stop in paint.stops)
        if isinstance(paint, Radial):
            return self._define(
                '<radialGradient id="%s" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" '
                f'gradientTransform="{_matrix(paint.at)}">{stops}</radialGradient>'
            )
        (x1, y1), (x2, y2) = paint.start, paint.end
        ends = "".join(
            f' {name}="{_number(value)}"'
            for name, value in (("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2))
        )
        return self._define(
            f'<linearGradient id="%s" gradientUnits="userSpaceOnUse"{ends}>{stops}</linearGradient>'
        )

    def _pen(self, stroke: Stroke) -> str:
        cap = "butt" if stroke.flat else "round"
        return (
            f' fill="none" stroke="{_colour(stroke.colour)}" '
            f'stroke-width="{_number(stroke.width)}" stroke-linecap="{cap}"'
            + _opacity("stroke-opacity", stroke.colour[3])
        )


def _stop(stop: Stop) -> str:
    opacity = _opacity("stop-opacity", stop.colour[3])
    return f'<stop offset="{_number(stop.at)}" stop-color="{_colour(stop.colour)}"{opacity}/>'


def _opacity(name: str, alpha: int) -> str:
    opaque = 255
    return "" if alpha == opaque else f' {name}="{_number(alpha / opaque)}"'
