"""Owns left against right: two bars an exercise, away from a line between them."""

from typing import Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import AXIS, SMALL
from supple.ui.widgets.charts.axis import paint_striped
from supple.ui.widgets.charts.picture import Mark, Table

_HEAD: Final = 26.0
_ROW: Final = 40.0
_BAR: Final = 12.0
_LABEL: Final = 52.0
# Words that end, or begin, at the middle.
_TO_THE_LEFT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_TO_THE_RIGHT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class SideRow(msgspec.Struct, frozen=True):
    """An exercise: how much on each side, and the same as short words."""

    name: str
    left: float
    right: float
    left_words: str
    right_words: str
    words: str


class Sides(msgspec.Struct, frozen=True):
    """Rows, the most practised first. Left is at the left in every language: it is a side."""

    gist: str
    table: Table
    rows: tuple[SideRow, ...]
    left: str
    right: str

    def height(self, look: Look, width: float) -> float:  # noqa: ARG002
        """A head and the rows."""
        return float(look.u(_HEAD + _ROW * len(self.rows)))

    def marks(self, look: Look, area: QRectF) -> list[Mark]:
        """Each row."""
        return [
            Mark(self._row(look, area, index), row.words) for index, row in enumerate(self.rows)
        ]

    def paint(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Paint head, names and bars."""
        tokens, middle = look.tokens, area.center().x()
        painter.setFont(look.font(SMALL))
        painter.setPen(QColor(tokens.ink2))
        half = area.width() / 2 - look.u(12)
        head = QRectF(area.left(), area.top(), half, look.u(SMALL.line))
        painter.drawText(head, _TO_THE_LEFT, self.left)
        painter.drawText(head.translated(half + look.u(24), 0), _TO_THE_RIGHT, self.right)
        painter.setPen(QPen(QColor(tokens.border_strong), 1.0))
        top, bottom = area.top() + look.u(_HEAD), area.top() + self.height(look, area.width())
        painter.drawLine(QPointF(middle, top), QPointF(middle, bottom))
        most = max((max(row.left, row.right) for row in self.rows), default=1.0) or 1.0
        for index, row in enumerate(self.rows):
            self._paint_row(painter, look, self._row(look, area, index), row, most)

    def _paint_row(
        self, painter: QPainter, look: Look, box: QRectF, row: SideRow, most: float
    ) -> None:
        middle, u = box.center().x(), look.u
        font = look.font(AXIS)
        name = QFontMetricsF(font).elidedText(
            row.name, Qt.TextElideMode.ElideRight, box.width() - u(16)
        )
        painter.setFont(font)
        painter.setPen(QColor(look.tokens.ink))
        centre = Qt.AlignmentFlag.AlignCenter
        room = QRectF(middle - box.width() / 2, box.top() + u(2), box.width(), u(18))
        width = QFontMetricsF(font).horizontalAdvance(name) + u(12)
        painter.fillRect(QRectF(middle - width / 2, room.top(), width, u(18)), _ground(look))
        painter.drawText(room, centre, name)
        scale = (box.width() / 2 - u(_LABEL)) / most
        top, tall = box.top() + u(21), u(_BAR)
        left, right = row.left * scale, row.right * scale
        painter.fillRect(QRectF(middle - left, top, left, tall), QColor(look.tokens.primary))
        if right:
            paint_striped(painter, look, QRectF(middle, top, right, tall), "primary")
        painter.setPen(QColor(look.tokens.ink2))
        painter.drawText(
            QRectF(middle - left - u(_LABEL), top - u(2), u(_LABEL - 4), u(16)),
            _TO_THE_LEFT | Qt.AlignmentFlag.AlignVCenter,
            row.left_words,
        )
        painter.drawText(
            QRectF(middle + right + u(4), top - u(2), u(_LABEL), u(16)),
            _TO_THE_RIGHT | Qt.AlignmentFlag.AlignVCenter,
            row.right_words,
        )

    def _row(self, look: Look, area: QRectF, index: int) -> QRectF:
        top = area.top() + look.u(_HEAD + _ROW * index)
        return QRectF(area.left(), top, area.width(), look.u(_ROW))


def _ground(look: Look) -> QColor:
    return QColor(look.tokens.surface)
