"""Owns seconds of holds: a dot for each week's average, beside the step line of the plan's dose."""

from collections.abc import Sequence
from typing import Final

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from supple.ui.theme.look import Look
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

_HEIGHT: Final = 168.0


class HoldDot(msgspec.Struct, frozen=True):
    """A week: seconds held on average, and what the plan suggested (None without it)."""

    slot: int
    mean_s: float
    dose_s: float | None
    words: str


class Holds(msgspec.Struct, frozen=True):
    """Weeks with holds, each in its slot; `names` of some slots."""

    gist: str
    table: Table
    dots: tuple[HoldDot, ...]
    slots: int
    names: tuple[tuple[int, str], ...]
    held: str
    dose: str

    def height(self, look: Look, width: float) -> float:  # noqa: ARG002
        """The same at every width."""
        return float(look.u(_HEIGHT))

    def marks(self, look: Look, area: QRectF) -> list[Mark]:
        """Each week, over the whole height of the plot."""
        on = self._plane(look, area)
        return [
            Mark(
                QRectF(on.slot(dot.slot) - on.pitch / 2, on.box.top(), on.pitch, on.box.height()),
                dot.words,
            )
            for dot in self.dots
        ]

    def paint(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Paint legend, grid, dose and dots."""
        on = self._plane(look, area)
        paint_legend(painter, look, area, self._keys())
        paint_values(painter, look, on, self._ticks(), _label)
        pen = QPen(QColor(look.tokens.apricot_ink), look.u(2))
        pen.setDashPattern([4.0, 2.0])
        for dot in self.dots:
            if dot.dose_s is not None:
                painter.setPen(pen)
                y, x = on.y(dot.dose_s), on.slot(dot.slot)
                painter.drawLine(QPointF(x - on.pitch / 2, y), QPointF(x + on.pitch / 2, y))
        side = min(look.u(10), max(on.pitch * 0.8, look.u(5)))
        for dot in self.dots:
            at = QPointF(on.slot(dot.slot), on.y(dot.mean_s))
            paint_shape(painter, look, at, side, Key("primary", shape="dot"))
        paint_places(painter, look, on, [(on.slot(slot), name) for slot, name in self.names])

    def _ticks(self) -> tuple[float, ...]:
        most = max((max(dot.mean_s, dot.dose_s or 0.0) for dot in self.dots), default=0.0)
        return ticks(0, max(most, 20.0), 5)

    def _keys(self) -> Sequence[Key]:
        return (Key("primary", self.held, "dot"), Key("apricot_ink", self.dose, "dash"))

    def _plane(self, look: Look, area: QRectF) -> Plane:
        return plane(look, area, self._ticks(), _label, slots=self.slots, legend=self._keys())


def _label(value: float) -> str:
    return f"{value:g}"
