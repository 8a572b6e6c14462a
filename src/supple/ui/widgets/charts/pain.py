"""Owns pain before and after: a circle and a square a session, joined where both are told."""

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
    paint_shape,
    paint_values,
    plane,
)
from supple.ui.widgets.charts.picture import Mark, Table

_HEIGHT: Final = 180.0
_SIDE: Final = 12.0
_TOPS: Final = (4.0, 6.0, 8.0, 10.0)


class Pair(msgspec.Struct, frozen=True):
    """Pain around a session, or averages. None where it was not told."""

    before: float | None
    after: float | None
    words: str
    name: str = ""


class Pain(msgspec.Struct, frozen=True):
    """Pairs in order."""

    gist: str
    table: Table
    pairs: tuple[Pair, ...]
    before: str
    after: str

    def height(self, look: Look, width: float) -> float:  # noqa: ARG002
        """The same at every width."""
        return float(look.u(_HEIGHT))

    def marks(self, look: Look, area: QRectF) -> list[Mark]:
        """Each pair, over the whole height of the plot."""
        on = self._plane(look, area)
        return [
            Mark(
                QRectF(on.slot(i) - on.pitch / 2, on.box.top(), on.pitch, on.box.height()),
                pair.words,
            )
            for i, pair in enumerate(self.pairs)
        ]

    def paint(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Paint legend, grid and pairs."""
        on = self._plane(look, area)
        paint_legend(painter, look, area, self._keys())
        paint_values(painter, look, on, self._ticks(), _label)
        for index, pair in enumerate(self.pairs):
            self._paint_pair(painter, look, on, index, pair)
        names = [(on.slot(index), pair.name) for index, pair in enumerate(self.pairs)]
        paint_places(painter, look, on, names)

    def _paint_pair(self, painter: QPainter, look: Look, on: Plane, index: int, pair: Pair) -> None:
        x, side = on.slot(index), min(look.u(_SIDE), max(on.pitch * 0.7, look.u(5)))
        if pair.before is not None and pair.after is not None:
            painter.setPen(QPen(QColor(look.tokens.border_strong), look.u(1.5)))
            painter.drawLine(QPointF(x, on.y(pair.before)), QPointF(x, on.y(pair.after)))
        same = pair.before == pair.after
        if pair.after is not None:
            at = QPointF(x, on.y(pair.after))
            paint_shape(painter, look, at, side * (0.55 if same else 0.9), Key("primary"))
        if pair.before is not None:
            at = QPointF(x, on.y(pair.before))
            if same:  # the square stays to be seen inside the circle
                painter.setPen(QPen(QColor(look.tokens.clay), look.u(2)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(at, side * 0.55, side * 0.55)
            else:
                paint_shape(painter, look, at, side, Key("clay", shape="ring"))

    def _ticks(self) -> tuple[float, ...]:
        values = [v for pair in self.pairs for v in (pair.before, pair.after) if v is not None]
        top = next(each for each in _TOPS if each >= max(values, default=0.0))
        return tuple(float(each) for each in range(0, int(top) + 1, 2))

    def _keys(self) -> Sequence[Key]:
        return (Key("clay", self.before, "ring"), Key("primary", self.after))

    def _plane(self, look: Look, area: QRectF) -> Plane:
        return plane(look, area, self._ticks(), _label, slots=len(self.pairs), legend=self._keys())


def _label(value: float) -> str:
    return f"{value:g}"
