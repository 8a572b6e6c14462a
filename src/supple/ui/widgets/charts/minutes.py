"""Owns minutes a week or month: bars, the mat filled and the desk striped above it."""

from collections.abc import Sequence
from typing import Final

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from supple.ui.theme.look import Look
from supple.ui.widgets.charts.axis import (
    Key,
    Plane,
    paint_legend,
    paint_places,
    paint_striped,
    paint_values,
    plane,
    ticks,
)
from supple.ui.widgets.charts.picture import Mark, Table

_HEIGHT: Final = 168.0
_WIDEST: Final = 26.0
_BAR_SHARE: Final = 0.62


class Bar(msgspec.Struct, frozen=True):
    """One bar in minutes. `name` stands below it where there is room; `goes_on`: not over yet."""

    mat: float
    desk: float
    words: str
    name: str = ""
    key: str = ""
    goes_on: bool = False


class Minutes(msgspec.Struct, frozen=True):
    """Bars in order."""

    gist: str
    table: Table
    bars: tuple[Bar, ...]
    mat: str
    desk: str

    def height(self, look: Look, width: float) -> float:  # noqa: ARG002
        """The same at every width."""
        return float(look.u(_HEIGHT))

    def marks(self, look: Look, area: QRectF) -> list[Mark]:
        """Each bar, over the whole height of the plot."""
        on = self._plane(look, area)
        return [
            Mark(
                QRectF(on.slot(i) - on.pitch / 2, on.box.top(), on.pitch, on.box.height()),
                bar.words,
                bar.key,
            )
            for i, bar in enumerate(self.bars)
        ]

    def paint(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Paint legend, grid and bars."""
        on = self._plane(look, area)
        paint_legend(painter, look, area, self._keys())
        paint_values(painter, look, on, self._ticks(), _label)
        for index, bar in enumerate(self.bars):
            self._paint_bar(painter, look, on, index, bar)
        names = [(on.slot(index), bar.name) for index, bar in enumerate(self.bars)]
        paint_places(painter, look, on, names)

    def _paint_bar(self, painter: QPainter, look: Look, on: Plane, index: int, bar: Bar) -> None:
        tokens, width = look.tokens, min(on.pitch * _BAR_SHARE, look.u(_WIDEST))
        left = on.slot(index) - width / 2
        foot, waist, head = on.y(0), on.y(bar.mat), on.y(bar.mat + bar.desk)
        if bar.desk:
            paint_striped(painter, look, QRectF(left, head, width, waist - head), "dusk")
        if bar.mat:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary))
            if bar.goes_on:
                painter.setPen(QPen(QColor(tokens.primary), 1.5))
                painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(QRectF(left, waist, width, foot - waist), 2, 2)

    def _ticks(self) -> tuple[float, ...]:
        most = max((bar.mat + bar.desk for bar in self.bars), default=0.0)
        return ticks(0, max(most, 10.0), 5)

    def _keys(self) -> Sequence[Key]:
        return (Key("primary", self.mat), Key("dusk", self.desk, "stripes"))

    def _plane(self, look: Look, area: QRectF) -> Plane:
        return plane(look, area, self._ticks(), _label, slots=len(self.bars), legend=self._keys())


def _label(value: float) -> str:
    return f"{value:g}"
