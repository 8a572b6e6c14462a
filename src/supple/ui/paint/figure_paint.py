"""Paints the shapes of a figure with Qt: on a widget, a printer or an image."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QImage,
    QImageWriter,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from supple.core.figure.scene import Scene
from supple.core.figure.shapes import (
    UNIT_DISC,
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


def render(scene: Scene, ratio: float = 1.0) -> QImage:
    """The picture as an image, `ratio` device pixels to a pixel. Needs a QGuiApplication."""
    image = blank(scene, ratio)
    with QPainter(image) as painter:
        paint_scene(painter, scene, ratio)
    image.setDevicePixelRatio(ratio)
    return image


def png(scene: Scene) -> bytes:
    """The picture as a PNG file's content."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(render(scene))
    return bytes(buffer.data().data())


def blank(scene: Scene, ratio: float) -> QImage:
    """A transparent image of the picture's size, in device pixels."""
    size = (round(scene.frame.width * ratio), round(scene.frame.height * ratio))
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def paint_scene(painter: QPainter, scene: Scene, ratio: float = 1.0) -> None:
    """Paint a whole picture, `ratio` units of the painter to a pixel of the frame."""
    at = scaled(scene.frame.at, ratio)
    paint_shapes(painter, scene.still, at)
    if scene.ghost:
        paint_ghost(painter, scene, ratio)
    paint_shapes(painter, scene.moving, at)


def paint_ghost(painter: QPainter, scene: Scene, ratio: float) -> None:
    """The start pose: first as a whole by itself, then faint, or its overlaps would show."""
    image = blank(scene, ratio)
    with QPainter(image) as alone:
        paint_shapes(alone, scene.ghost, scaled(scene.frame.at, ratio))
    painter.save()
    painter.setOpacity(scene.ghost_alpha)
    painter.drawImage(0, 0, image)
    painter.restore()


def scaled(at: Affine, ratio: float) -> Affine:
    """The map to a picture that is `ratio` times as large."""
    return at.then(Affine(a=ratio, d=ratio))


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], at: Affine) -> None:
    """Paint shapes in heads; `at` brings them to the painter's units."""
    paint_prepared(painter, prepared(shapes, at))


class Painted(NamedTuple):
    """One shape in the painter's units, ready to be painted again and again."""

    path: QPainterPath
    tool: QBrush | QPen
    clip: QPainterPath | None = None
    smooth: bool = True


def prepared(shapes: Iterable[Shape], at: Affine) -> tuple[Painted, ...]:
    """Shapes in heads as what Qt paints; `at` brings them to the painter's units.

    Paths are mapped before they are painted: under a scaled painter Qt's fill costs ten times as
    much. So let the painter's own scale be 1 where speed counts.
    """
    return tuple(_prepared(shapes, _transform(at)))


def _prepared(shapes: Iterable[Shape], at: QTransform) -> Iterator[Painted]:
    for shape in shapes:
        if isinstance(shape, Turned):
            yield from _prepared(shape.shapes, _transform(shape.at) * at)
        else:
            yield _painted(shape, at)


def _painted(shape: Fill | Stroke, outer: QTransform) -> Painted:
    if shape.at is None:
        at, path = outer, outer.map(_path(shape.path))
    else:
        at = _transform(shape.at) * outer
        turned = shape.at.a != 1 or shape.at.b != 0
        path = at.map(_kept_path(shape.path) if turned else _path(shape.path))
    clip = None if shape.clip is None else outer.map(_path(shape.clip))
    if isinstance(shape, Stroke):
        return Painted(path, _pen(shape, abs(at.determinant()) ** 0.5), clip)
    # A spot that fades out has no edge to smooth; and Qt spreads the many short spans of a
    # smoothed gradient over threads, which costs milliseconds when the machine is busy.
    fades = isinstance(shape.paint, Radial) and shape.path is UNIT_DISC
    return Painted(path, _brush(shape.paint, at), clip, not fades)


def paint_prepared(painter: QPainter, pieces: Iterable[Painted]) -> None:
    """Paint what has been prepared."""
    painter.save()
    for path, tool, clip, smooth in pieces:
        if clip is not None:
            painter.save()
            painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        if isinstance(tool, QBrush):
            painter.fillPath(path, tool)
        else:
            painter.strokePath(path, tool)
        if clip is not None:
            painter.restore()
    painter.restore()


def flattened(pieces: tuple[Painted, ...], within: QRect) -> tuple[QPoint, QImage]:
    """An image of the pieces, no larger than they are, and where its corner belongs."""
    bounds = QRectF()
    for path, tool, _, _ in pieces:
        spread = tool.widthF() if isinstance(tool, QPen) else 0.0
        bounds |= path.controlPointRect().adjusted(-spread, -spread, spread, spread)
    area = bounds.toAlignedRect().adjusted(-1, -1, 1, 1) & within
    image = QImage(area.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.translate(-area.topLeft())
        paint_prepared(painter, pieces)
    return area.topLeft(), image


def _path(path: Path) -> QPainterPath:
    result = QPainterPath()
    result.setFillRule(Qt.FillRule.WindingFill)
    for letter, numbers in path:
        if letter == "C":
            result.cubicTo(*numbers)
        elif letter == "L":
            result.lineTo(*numbers)
        elif letter == "M":
            result.moveTo(*numbers)
        elif letter == "Q":
            result.quadTo(*numbers)
        else:
            result.closeSubpath()
    return result


@lru_cache(maxsize=512)
def _kept_path(path: Path) -> QPainterPath:
    """Drawn outlines that are turned and placed, such as the head: the same in every frame."""
    return _path(path)


@lru_cache(maxsize=512)
def _colour(rgba: Rgba) -> QColor:
    return QColor(*rgba)


@lru_cache(maxsize=512)
def _solid(rgba: Rgba) -> QBrush:
    return QBrush(_colour(rgba))


def _brush(paint: Paint, at: QTransform) -> QBrush:
    if isinstance(paint, tuple):
        return _solid(paint)
    if isinstance(paint, Radial):
        radial = QRadialGradient(QPointF(0, 0), 1.0)
        _set_stops(radial, paint.stops)
        brush = QBrush(radial)
        brush.setTransform(_transform(paint.at) * at)
        return brush
    brush = QBrush(_linear(paint))
    brush.setTransform(at)
    return brush


def _linear(paint: Linear) -> QLinearGradient:
    gradient = QLinearGradient(QPointF(*paint.start), QPointF(*paint.end))
    _set_stops(gradient, paint.stops)
    return gradient


def _set_stops(gradient: QGradient, stops: tuple[Stop, ...]) -> None:
    for stop in stops:
        gradient.setColorAt(stop.at, _colour(stop.colour))


def _pen(stroke: Stroke, scale: float) -> QPen:
    cap = Qt.PenCapStyle.FlatCap if stroke.flat else Qt.PenCapStyle.RoundCap
    return QPen(
        _solid(stroke.colour),
        stroke.width * scale,
        Qt.PenStyle.SolidLine,
        cap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _transform(at: Affine) -> QTransform:
    return QTransform(at.a, at.b, at.c, at.d, at.e, at.f)
