"""Owns scales and axes: values and places to points, grid lines, labels that never collide."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QGuiApplication, QPainter, QPen

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import AXIS, SMALL
from supple.ui.widgets.mirror import mirrored_in

_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_DASHES: Final = (2.0, 4.0)
_LABEL_GAP: Final = 8.0
_FOOT: Final = 24.0
_LEGEND: Final = 30.0
_KEY: Final = 11.0


def ticks(low: float, high: float, most: int = 5, *, whole: bool = True) -> tuple[float, ...]:
    """At most `most` round values that cover `low` to `high`; `whole`: no halves between them."""
    room = max(high - low, 1e-9)
    size = 10.0 ** math.floor(math.log10(room / most))
    steps = [step * size * factor for factor in (1, 10) for step in _STEPS]
    for step in sorted(steps):
        if whole and (step < 1 or step != int(step)):
            continue
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first + 1 <= most:
            return tuple(index * step for index in range(first, max(last, first + 1) + 1))
    return (low, high)


class Key(NamedTuple):
    """An entry of a legend: a token's colour, its words, its shape.

    Shapes are `square`, `stripes`, `dot`, `ring` (an open circle) and `dash`.
    """

    colour: str
    words: str = ""
    shape: str = "square"


class Plane(NamedTuple):
    """The plot itself. `turned`: larger values are lower down. `slots`: places in reading order.

    `at` between 0 and 1 is a share of the width; slots are columns of equal width. Time runs the
    way the language is read: `mirrored` from right to left.
    """

    box: QRectF
    low: float
    high: float
    slots: int = 1
    turned: bool = False
    mirrored: bool = False

    def y(self, value: float) -> float:
        """How far down a value is."""
        share = (value - self.low) / ((self.high - self.low) or 1.0)
        return self.box.top() + (share if self.turned else 1 - share) * self.box.height()

    def x(self, at: float) -> float:
        """How far across a share of the width is."""
        return self.box.left() + (1 - at if self.mirrored else at) * self.box.width()

    def slot(self, index: int) -> float:
        """The middle of a slot."""
        return self.x((index + 0.5) / max(1, self.slots))

    @property
    def pitch(self) -> float:
        """The width of a slot."""
        return self.box.width() / max(1, self.slots)


def plane(
    look: Look,
    area: QRectF,
    values: Sequence[float],
    label: Callable[[float], str],
    *,
    slots: int = 1,
    legend: Sequence[Key] = (),
    turned: bool = False,
) -> Plane:
    """The plot in `area` between the labels of `values` where lines start and a foot of days."""
    metrics = QFontMetricsF(look.font(AXIS))
    left = max((metrics.horizontalAdvance(label(value)) for value in values), default=0.0)
    top = legend_height(look, area.width(), legend) if legend else look.u(8)
    box = area.adjusted(left + look.u(_LABEL_GAP), top, -look.u(4), -look.u(_FOOT))
    mirrored = QGuiApplication.isRightToLeft()
    return Plane(mirrored_in(area, box), min(values), max(values), slots, turned, mirrored)


def paint_values(
    painter: QPainter, look: Look, on: Plane, values: Iterable[float], label: Callable[[float], str]
) -> None:
    """Grid lines with their labels where lines start; the lowest line is whole."""
    tokens = look.tokens
    painter.setFont(look.font(AXIS))
    height = look.u(AXIS.line)
    for value in values:
        y = on.y(value)
        pen = QPen(QColor(tokens.border), 1.0)
        if abs(y - on.box.bottom()) > 1:
            pen.setDashPattern(list(_DASHES))
        painter.setPen(pen)
        painter.drawLine(QPointF(on.box.left(), y), QPointF(on.box.right(), y))
        painter.setPen(QColor(tokens.ink3))
        width = look.u(200)
        room = QRectF(on.box.left() - look.u(_LABEL_GAP) - width, y - height / 2, width, height)
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(mirrored_in(on.box, room), end, label(value))


def paint_places(
    painter: QPainter, look: Look, on: Plane, labels: Iterable[tuple[float, str]]
) -> None:
    """Labels below the plot, centred at each x; one that would touch its neighbour is left out."""
    painter.setFont(look.font(AXIS))
    painter.setPen(QColor(look.tokens.ink3))
    metrics = QFontMetricsF(look.font(AXIS))
    free, gap = -math.inf, look.u(10)
    top, height = on.box.bottom() + look.u(6), look.u(AXIS.line)
    for at, words in labels:
        x = mirrored_in(on.box, QRectF(at, top, 0, 0)).left()
        width = metrics.horizontalAdvance(words) + 2
        left = min(max(x - width / 2, on.box.left() - look.u(10)), on.box.right() - width + 4)
        if words and left >= free:
            room = QRectF(left, top, width, height)
            painter.drawText(mirrored_in(on.box, room), Qt.AlignmentFlag.AlignCenter, words)
            free = left + width + gap


def legend_height(look: Look, width: float, keys: Iterable[Key]) -> float:
    """How much of the top of a chart the legend takes, with the gap below it."""
    places = _legend(look, width, keys)
    return max((place.bottom() for place in places), default=0.0) + look.u(_LEGEND - SMALL.line)


def paint_legend(painter: QPainter, look: Look, area: QRectF, keys: Sequence[Key]) -> None:
    """What the shapes mean, in rows at the top, from where lines start."""
    painter.setFont(look.font(SMALL))
    side = look.u(_KEY)
    for key, place in zip(keys, _legend(look, area.width(), keys), strict=True):
        room = place.translated(area.topLeft())
        middle = room.top() + look.u(SMALL.line) / 2
        left = room.left() - side - look.u(6)
        mark = mirrored_in(area, QRectF(left, middle - side / 2, side, side))
        paint_shape(painter, look, mark.center(), side, key)
        painter.setPen(QColor(look.tokens.ink2))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(mirrored_in(area, room), flags, key.words)


def _legend(look: Look, width: float, keys: Iterable[Key]) -> list[QRectF]:
    """The room of each entry's words: in the next row where this one is full."""
    metrics = QFontMetricsF(look.font(SMALL))
    mark, row = look.u(_KEY) + look.u(6), float(look.u(SMALL.line))
    x, y, tall = 0.0, 0.0, row
    places: list[QRectF] = []
    for key in keys:
        words = metrics.horizontalAdvance(key.words)
        if x and x + mark + words > width:
            x, y, tall = 0.0, y + tall, row
        room = QRectF(x + mark, y, words + 4, row)
        if x + mark + words > width:
            room.setWidth(max(1.0, width - x - mark))
            lines = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, key.words).height()
            room.setHeight(max(row, lines))
            tall = room.height()
        places.append(room)
        x += mark + words + look.u(16)
    return places


def paint_shape(painter: QPainter, look: Look, at: QPointF, side: float, key: Key) -> None:
    """A mark around a point, as in the legend."""
    ink, tokens, shape = QColor(getattr(look.tokens, key.colour)), look.tokens, key.shape
    half = side / 2
    box = QRectF(at.x() - half, at.y() - half, side, side)
    line = QPen(ink, look.u(2))
    if shape == "stripes":
        paint_striped(painter, look, box, key.colour)
    elif shape == "ring":
        painter.setPen(line)
        painter.setBrush(QColor(tokens.surface))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    elif shape == "dash":
        line.setDashPattern([2.0, 1.5])
        painter.setPen(line)
        painter.drawLine(QPointF(box.left(), at.y()), QPointF(box.right(), at.y()))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        round_by = half if shape == "dot" else side * 0.2
        painter.drawRoundedRect(box, round_by, round_by)


def paint_striped(painter: QPainter, look: Look, box: QRectF, colour: str) -> None:
    """A second kind of area, told from a filled one without its colour."""
    ink = QColor(getattr(look.tokens, colour))
    painter.fillRect(box, QColor(look.tokens.surface))
    painter.fillRect(box, QBrush(ink, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(ink, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
