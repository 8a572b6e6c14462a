"""Owns the calendar: a cell a day in columns of weeks, or a cell a week in rows of years."""

from typing import Final

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import AXIS, SMALL
from supple.ui.widgets.charts.picture import Mark, Table
from supple.ui.widgets.mirror import mirrored_in

_LEAST_PITCH: Final = 10.0
_MOST_PITCH: Final = 22.0
_HEAD: Final = 22.0
_GAP_SHARE: Final = 0.2


class Cell(msgspec.Struct, frozen=True):
    """One cell. `level` 0 (nothing) to 4; `now`: the present one."""

    column: int
    row: int
    level: int
    words: str
    key: str = ""
    now: bool = False


class HeatMap(msgspec.Struct, frozen=True):
    """Cells with names for some rows and columns.

    Narrow, it shows the latest columns that fit, or with `whole` smaller cells.
    """

    gist: str
    table: Table
    cells: tuple[Cell, ...]
    columns: int
    rows: int
    row_names: tuple[tuple[int, str], ...]
    column_names: tuple[tuple[int, str], ...]
    less: str
    more: str
    whole: bool = False

    def height(self, look: Look, width: float) -> float:
        """Names, rows, and what the colours mean."""
        _, pitch = self._fit(look, width)
        return look.u(_HEAD) + self.rows * pitch + look.u(30)

    def marks(self, look: Look, area: QRectF) -> list[Mark]:
        """Each cell in sight, week after week."""
        boxes = self._boxes(look, area)
        return [Mark(box, cell.words, cell.key) for cell, box in boxes]

    def paint(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Paint names, cells and legend."""
        tokens, boxes = look.tokens, self._boxes(look, area)
        self._paint_names(painter, look, area)
        for cell, box in boxes:
            self._paint_cell(painter, look, box, cell.level)
            if cell.now:
                painter.setPen(QPen(QColor(tokens.ink), 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, box.width() * 0.22, box.width() * 0.22)
        self._paint_legend(painter, look, area)

    def _paint_cell(self, painter: QPainter, look: Look, box: QRectF, level: int) -> None:
        tokens = look.tokens
        colours = (tokens.heat0, tokens.heat1, tokens.heat2, tokens.heat3, tokens.heat4)
        painter.setPen(QPen(QColor(tokens.heat3), 1.0) if level else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours[level]))
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, box.width() * 0.22, box.width() * 0.22)

    def _paint_names(self, painter: QPainter, look: Look, area: QRectF) -> None:
        first, pitch = self._fit(look, area.width())
        left, top = area.left() + self._left(look), area.top() + look.u(_HEAD)
        painter.setFont(look.font(AXIS))
        painter.setPen(QColor(look.tokens.ink3))
        metrics = QFontMetricsF(look.font(AXIS))
        lower = 0.0
        for row, words in self.row_names:
            room = QRectF(area.left(), top + row * pitch, self._left(look), pitch)
            if row * pitch >= lower:
                place = mirrored_in(area, room)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
                lower = row * pitch + metrics.height() * 0.9
        free = left - 1
        for column, words in self.column_names:
            x, width = left + (column - first) * pitch, metrics.horizontalAdvance(words)
            if column >= first and x >= free and x + width <= area.right() + 2:
                room = QRectF(x, area.top(), width + 4, look.u(16))
                painter.drawText(mirrored_in(area, room), 0, words)
                free = x + width + look.u(8)

    def _paint_legend(self, painter: QPainter, look: Look, area: QRectF) -> None:
        _, pitch = self._fit(look, area.width())
        top = area.top() + look.u(_HEAD) + self.rows * pitch + look.u(10)
        side, height = look.u(12), look.u(SMALL.line)
        painter.setFont(look.font(SMALL))
        metrics = QFontMetricsF(look.font(SMALL))
        words = metrics.horizontalAdvance(self.less), metrics.horizontalAdvance(self.more)
        x = area.right() - words[0] - words[1] - 5 * (side + look.u(4)) - look.u(12)
        painter.setPen(QColor(look.tokens.ink2))
        centre = Qt.AlignmentFlag.AlignVCenter
        if x >= area.left():  # else the other end alone says which is which
            room = mirrored_in(area, QRectF(x, top, words[0] + 4, height))
            painter.drawText(room, centre, self.less)
        x += words[0] + look.u(8)
        for level in range(5):
            box = QRectF(x, top + (height - side) / 2, side, side)
            self._paint_cell(painter, look, mirrored_in(area, box), level)
            x += side + look.u(4)
        painter.setPen(QColor(look.tokens.ink2))
        room = mirrored_in(area, QRectF(x + look.u(4), top, words[1] + 4, height))
        painter.drawText(room, centre, self.more)

    def _boxes(self, look: Look, area: QRectF) -> list[tuple[Cell, QRectF]]:
        first, pitch = self._fit(look, area.width())
        left, top = area.left() + self._left(look), area.top() + look.u(_HEAD)
        side = pitch * (1 - _GAP_SHARE)
        boxes = []
        for cell in self.cells:
            if cell.column >= first:
                x, y = left + (cell.column - first) * pitch, top + cell.row * pitch
                boxes.append((cell, mirrored_in(area, QRectF(x, y, side, side))))
        return boxes

    def _fit(self, look: Look, width: float) -> tuple[int, float]:
        """The first column in sight, and the distance from one to the next."""
        room = width - self._left(look)
        least = 1.0 if self.whole else look.u(_LEAST_PITCH)
        shown = max(1, min(self.columns, int(room / least)))
        return self.columns - shown, min(room / shown, look.u(_MOST_PITCH))

    def _left(self, look: Look) -> float:
        metrics = QFontMetricsF(look.font(AXIS))
        names = [metrics.horizontalAdvance(words) for _, words in self.row_names]
        return max(names, default=0.0) + look.u(8)
