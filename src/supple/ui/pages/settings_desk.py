"""Owns what only desk breaks have among the settings: the card of today, and ticks in a grid."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.pages.settings_controls import Tell
from supple.ui.pages.settings_view import Daily, Row, Tick
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG, SMALL
from supple.ui.widgets.card import Card
from supple.ui.widgets.charts.day_line import DayLine
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.switch import Switch, TickRow
from supple.ui.widgets.text import Text

_TWO_COLUMNS = 480


class DayCard(Card):
    """Desk breaks on or off, and how they stand today."""

    def __init__(self, look: Look, row: Row, kind: Daily, tell: Tell) -> None:
        super().__init__(look)
        self.switch = Switch(look, row.title)
        self.switch.setChecked(bool(row.value))
        self.switch.clicked.connect(lambda on: tell(row.key, bool(on)))
        texts = QVBoxLayout()
        texts.setSpacing(look.u(2))
        texts.addWidget(Text(look, BODY_STRONG, row.title, wrap=True))
        texts.addWidget(Text(look, SMALL, row.detail, colour="ink2", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(look.u(16))
        line.addLayout(texts, 1)
        line.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self.day: DayLine | None = None
        ring = FocusRing(look, self)
        ring.watch(self.switch)
        if kind.day is not None:
            self.day = DayLine(look, kind.day)
            self.body.addWidget(self.day)
            ring.watch(self.day)
        self.setFocusProxy(self.switch)


class TickGrid(QWidget):
    """Boxes to tick in two columns, in one where it is narrow. What cannot be ticked says why."""

    def __init__(self, look: Look, rows: tuple[Row, ...], tell: Tell) -> None:
        super().__init__()
        self._look = look
        self.ticks: dict[str, TickRow] = {}
        self._cells: list[QWidget] = []
        self._columns = 0
        kind = rows[0].control
        group = kind.group if isinstance(kind, Tick) else ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.u(10), 0, look.u(8))
        column.setSpacing(look.u(2))
        column.addWidget(Text(look, BODY, group, wrap=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.u(16))
        self._grid.setVerticalSpacing(0)
        column.addLayout(self._grid)
        ring = FocusRing(look, self)
        for row in rows:
            tick = self.ticks[row.key] = TickRow(look, row.title, plain=True)
            tick.setChecked(bool(row.value))
            tick.setEnabled(not row.blocked)
            tick.setAccessibleName(f"{group} {row.title}")
            tick.setAccessibleDescription(row.detail)
            tick.clicked.connect(lambda on, key=row.key: tell(key, bool(on)))
            ring.watch(tick)
            self._cells.append(self._cell(tick, row.detail))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stand in as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the hairline."""
        painter = QPainter(self)
        painter.setPen(QColor(self._look.tokens.border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _cell(self, tick: TickRow, reason: str) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tick)
        if reason:
            words = Text(self._look, SMALL, reason, colour="ink2", wrap=True)
            words.setContentsMargins(mirrored_margins(self, self._look.u(33), 0, 0, 0))
            column.addWidget(words)
        column.addStretch(1)
        return cell

    def _arrange(self) -> None:
        columns = 2 if self.width() >= self._look.u(_TWO_COLUMNS) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for index, cell in enumerate(self._cells):
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, index // columns, index % columns)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
