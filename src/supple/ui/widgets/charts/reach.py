"""Owns reach over time: points with the measuring error around the first, and the norm."""

from collections.abc import Sequence
from typing import Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from supple.ui.language import minus
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import AXIS
from supple.ui.widgets.charts.axis import (
    Key,
    Plane,
    paint_legend,
    paint_places,
    paint_shape,
    paint_values,
    plane,
    ticks,
)
from supple.ui.widgets.charts.picture import Mark, Table

_HEIGHT: Final = 200.0
_MOST_LABELS: Final = 12
_MOST_RINGS: Final = 40
_INSET: Final = 0.06
_NEAR_ZERO_CM: Final = 12


class Check(msgspec.Struct, frozen=True):
    """One check: `at` its place between the first day (0) and the last (1).

    `label` is its value as the language writes it.
    """

    at: float
    value_cm: float
    words: str
    name: str = ""
    label: str = ""


class Reach(msgspec.Struct, frozen=True):
    """Checks of one test. `zero` names the line at 0. `turned`: smaller is better and higher up.

    `norm_cm`: one value is a line, two are the bounds of a range; `norm` says what they are.
    """

    gist: str
    table: Table
    checks: tuple[Check, ...]
    band_cm: float
    band: str
    zero: str = ""
    turned: bool = False
    norm_cm: tuple[float, ...] = ()
    norm: str = ""

    def height(self, look: Look, width: float) -> float:  # noqa: ARG002
        """The same at every width."""
        return float(look.u(_HEIGHT))

    def marks(self, look: Look, area: QRectF) -> list[Mark]:
        """Each check."""
        on, side = self._plane(look, area), look.u(24)
        return [
            Mark(QRectF(at.x() - side / 2, at.y() - side / 2, side, side), check.words)
            for check, at in zip(self.checks, self._points(on), strict=True)
        ]

    def paint(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Paint band, norm, line and points."""
        on, tokens = self._plane(look, area), look.tokens
        if not self.checks:
            return
        paint_legend(painter, look, area, self._keys())
        self._paint_band(painter, look, on)
        paint_values(painter, look, on, self._ticks(), self._label)
        self._paint_norm(painter, look, on)
        if on.low < 0 < on.high and self.zero:
            painter.setPen(QPen(QColor(tokens.border_strong), 1.0))
            painter.drawLine(QPointF(on.box.left(), on.y(0)), QPointF(on.box.right(), on.y(0)))
        points = self._points(on)
        painter.setPen(QPen(QColor(tokens.primary), look.u(2)))
        if len(points) > 1:
            painter.drawPolyline(QPolygonF(points))
        few = len(points) <= _MOST_RINGS
        key, side = Key("primary", shape="ring" if few else "dot"), look.u(13 if few else 4)
        for point in points:
            paint_shape(painter, look, point, side, key)
        self._paint_numbers(painter, look, points)
        names = [(p.x(), check.name) for p, check in zip(points, self.checks, strict=True)]
        paint_places(painter, look, on, names)

    def _paint_band(self, painter: QPainter, look: Look, on: Plane) -> None:
        first = self.checks[0].value_cm
        edges = on.y(first + self.band_cm), on.y(first - self.band_cm)
        top, bottom = min(edges), max(edges)
        band = QRectF(on.box.left(), top, on.box.width(), bottom - top)
        painter.fillRect(band, QColor(look.tokens.primary_soft))

    def _paint_norm(self, painter: QPainter, look: Look, on: Plane) -> None:
        pen = QPen(QColor(look.tokens.apricot_ink), look.u(2))
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        for value in self.norm_cm:
            y = on.y(value)
            painter.drawLine(QPointF(on.box.left(), y), QPointF(on.box.right(), y))

    def _paint_numbers(self, painter: QPainter, look: Look, points: list[QPointF]) -> None:
        """Values above the points, from the last backwards; one that would touch is left out."""
        if len(points) > _MOST_LABELS:
            return
        painter.setFont(look.font(AXIS))
        painter.setPen(QColor(look.tokens.ink))
        metrics = QFontMetricsF(look.font(AXIS))
        taken = QRectF()
        for point, check in zip(reversed(points), reversed(self.checks), strict=True):
            words = check.label or number(check.value_cm)
            width = metrics.horizontalAdvance(words) + 6
            room = QRectF(point.x() - width / 2, point.y() - look.u(26), width, look.u(16))
            if not room.intersects(taken):
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
                taken = room

    def _points(self, on: Plane) -> list[QPointF]:
        return [
            QPointF(on.x(_INSET + check.at * (1 - 2 * _INSET)), on.y(check.value_cm))
            for check in self.checks
        ]

    def _ticks(self) -> tuple[float, ...]:
        values = [check.value_cm for check in self.checks] or [0.0]
        band = [values[0] - self.band_cm, values[0] + self.band_cm]
        low, high = min(*values, *band, *self.norm_cm), max(*values, *band, *self.norm_cm)
        if self.zero and -_NEAR_ZERO_CM <= high < 0:
            high = 0.0
        return ticks(low, high + 1, 6)

    def _label(self, value: float) -> str:
        return self.zero if self.zero and value == 0 else number(value)

    def _keys(self) -> Sequence[Key]:
        keys = [Key("heat1", self.band)]
        keys += [Key("apricot_ink", self.norm, "dash")] if self.norm_cm else []
        return keys

    def _plane(self, look: Look, area: QRectF) -> Plane:
        values = self._ticks()
        return plane(look, area, values, self._label, legend=self._keys(), turned=self.turned)


def number(value: float) -> str:
    """A number with a real minus."""
    return f"{value:g}".replace("-", minus())
