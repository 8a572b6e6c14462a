"""Owns sitting: the average sitting of a day, week or month, with a tick at the longest."""

from collections.abc import Sequence
from typing import Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from supple.ui.theme.look import Look
from supple.ui.widgets.charts.axis import (
    Key,
    Plane,
    paint_legend,
    paint_places,
    paint_values,
    plane,
    ticks,
)
from supple.ui.widgets.charts.picture import Mark, Table

_HEIGHT: Final = 168.0
_WIDEST: Final = 22.0


class Bout(msgspec.Struct, frozen=True):
    """Sittings of one slot, in minutes."""

    slot: int
    mean: float
    longest: float
    words: str


class Sitting(msgspec.Struct, frozen=True):
    """Sittings, each in its slot. `wanted`: how long the user means to sit, in minutes."""

    gist: str
    table: Table
    bouts: tuple[Bout, ...]
    slots: int
    names: tuple[tuple[int, str], ...]
    wanted: float
    mean_words: str
    longest_words: str
    wanted_words: str

    def height(self, look: Look, width: float) -> float:  # noqa: ARG002
        """The same at every width."""
        return float(look.u(_HEIGHT))

    def marks(self, look: Look, area: QRectF) -> list[Mark]:
        """Each slot with a sitting, over the whole height of the plot."""
        on = self._plane(look, area)
        half = on.pitch / 2
        return [
            Mark(
                QRectF(on.slot(bout.slot) - half, on.box.top(), on.pitch, on.box.height()),
                bout.words,
            )
            for bout in self.bouts
        ]

    def paint(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Paint legend, grid, bars with their ticks, and the line that is meant."""
        on, tokens = self._plane(look, area), look.tokens
        paint_legend(painter, look, area, self._keys())
        paint_values(painter, look, on, self._ticks(), _label)
        width = min(on.pitch * 0.6, look.u(_WIDEST))
        for bout in self.bouts:
            left, top = on.slot(bout.slot) - width / 2, on.y(bout.mean)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.dusk))
            painter.drawRoundedRect(QRectF(left, top, width, on.y(0) - top), 2, 2)
            painter.setPen(QPen(QColor(tokens.ink2), look.u(2)))
            y = on.y(bout.longest)
            painter.drawLine(QPointF(left, y), QPointF(left + width, y))
            painter.setPen(QPen(QColor(tokens.ink2), 1.0))
            painter.drawLine(QPointF(on.slot(bout.slot), top), QPointF(on.slot(bout.slot), y))
        pen = QPen(QColor(tokens.apricot_ink), look.u(2))
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        y = on.y(self.wanted)
        painter.drawLine(QPointF(on.box.left(), y), QPointF(on.box.right(), y))
        paint_places(painter, look, on, [(on.slot(slot), name) for slot, name in self.names])

    def _ticks(self) -> tuple[float, ...]:
        most = max((bout.longest for bout in self.bouts), default=0.0)
        return ticks(0, max(most, self.wanted), 5)

    def _keys(self) -> Sequence[Key]:
        return (
            Key("dusk", self.mean_words),
            Key("ink2", self.longest_words, "dash"),
            Key("apricot_ink", self.wanted_words, "dash"),
        )

    def _plane(self, look: Look, area: QRectF) -> Plane:
        return plane(look, area, self._ticks(), _label, slots=self.slots, legend=self._keys())


def _label(value: float) -> str:
    return f"{value:g}"
