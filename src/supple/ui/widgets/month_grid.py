"""Owns the calendar: weeks of days, each a button; planned days can be put on another day."""

from enum import Enum, auto
from typing import Final

import msgspec
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SMALL, TypeStyle
from supple.ui.widgets.faces import give_face, group, text
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.mirror import mirrored, mirrored_place, reading_key

_WEEK: Final = 7
_DISC: Final = 40
_CELL: Final = 52
_LEAST: Final = 20
_HEAD: Final = 30
_NUMBER: Final = TypeStyle(15, 20, 600)
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}
_EDGES: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: _WEEK - 1}


class MonthState(Enum):
    """What happened, or is planned, on a day."""

    PLAIN = auto()
    SESSION = auto()
    BREAK = auto()
    PLANNED = auto()


class MonthDay(msgspec.Struct, frozen=True):
    """One day. `name` says all of it; `test`: a reach check was done or is due."""

    iso: str
    number: int
    name: str
    state: MonthState = MonthState.PLAIN
    today: bool = False
    dim: bool = False
    test: bool = False


class _Cell(QPushButton):
    """One day of the calendar."""

    def __init__(self, look: Look, day: MonthDay, parent: "MonthGrid") -> None:
        super().__init__(parent)
        self._look = look
        self.day = day
        self.radius = 20
        self.setAccessibleName(day.name)
        self.setToolTip(day.name)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint disc, number and dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u, day = self._look.tokens, self._look.u, self.day
        side = min(u(_DISC), self.width() - 2, self.height() - 2)
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(QRectF(self.rect()).center())
        fill = {MonthState.SESSION: t.primary, MonthState.BREAK: t.primary_soft}.get(day.state)
        pen = QPen(Qt.PenStyle.NoPen)
        if day.state is MonthState.PLANNED:
            pen = QPen(QColor(t.border_strong), t.outline, Qt.PenStyle.DashLine)
        elif day.state is MonthState.BREAK and t.strong:
            pen = QPen(QColor(t.primary), t.outline)
        if day.today and day.state is not MonthState.SESSION:
            pen = QPen(QColor(t.primary), 2)
        painter.setPen(pen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        inks = {MonthState.SESSION: t.on_primary, MonthState.BREAK: t.primary_ink}
        painter.setPen(QColor(inks.get(day.state, t.ink3 if day.dim else t.ink)))
        painter.setFont(self._look.font(_NUMBER))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(day.number))
        if day.test:
            painter.setPen(QPen(QColor(t.surface), 1.5))
            painter.setBrush(QColor(t.dusk))
            at = QPointF(disc.right() - u(3), disc.top() + u(5))
            painter.drawEllipse(at, u(5), u(5))

    def event(self, event: QEvent) -> bool:
        """With Alt an arrow moves a session here, whatever else it does on a page."""
        asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _STEPS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows walk, Home and End go through the week; with Alt a planned session comes along."""
        grid = self.parentWidget()
        key = reading_key(self, event.key())
        step = _STEPS.get(key)
        if isinstance(grid, MonthGrid) and key in _EDGES:
            grid.walk_to_edge(self.day.iso, _EDGES[key])
        elif step is None or not isinstance(grid, MonthGrid):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            grid.move_from(self.day.iso, step)
        else:
            grid.walk(self.day.iso, step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A planned day that is let go over another one moves there."""
        grid = self.parentWidget()
        place = self.mapToParent(event.position().toPoint())
        if isinstance(grid, MonthGrid) and not self.geometry().contains(place):
            grid.drop(self.day.iso, place)
        super().mouseReleaseEvent(event)


class MonthGrid(QWidget):
    """Days under the names of their weekdays. `moved` carries from and to, `chosen` a day.

    One tab stop: arrows walk by day and week. The week of today stands on a band.
    """

    chosen = Signal(str)
    moved = Signal(str, str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heads: tuple[str, ...] = ()
        self.cells: list[_Cell] = []
        self.ring = FocusRing(look, self)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def show_days(self, heads: tuple[str, ...], days: tuple[MonthDay, ...]) -> None:
        """Show whole weeks of days under these weekdays."""
        focused = next((cell.day.iso for cell in self.cells if cell.hasFocus()), "")
        self._heads = heads
        for cell in self.cells:
            cell.hide()
            cell.deleteLater()
        self.cells = [_Cell(self._look, day, self) for day in days]
        for cell in self.cells:
            cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            cell.clicked.connect(lambda *_, iso=cell.day.iso: self.chosen.emit(iso))
            cell.show()
        first = next((cell for cell in self.cells if cell.day.today), None) or self.cells[0]
        first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ring.watch(*self.cells)
        self._place()
        self.updateGeometry()
        self.update()
        if focused:
            self._focus(focused)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of all weeks."""
        u = self._look.u
        weeks = len(self.cells) // _WEEK
        return QSize(u(_CELL * _WEEK), u(_HEAD) + weeks * u(_CELL))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least width that keeps numbers apart."""
        return QSize(self._look.u(_LEAST) * _WEEK, self.sizeHint().height())

    def resizeEvent(self, _event: object) -> None:  # noqa: N802
        """Place the days."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the names of the weekdays and the band behind this week."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        wide = self.width() / _WEEK
        painter.setFont(self._head_font(wide - u(4)))
        painter.setPen(QColor(t.ink2))
        for column, name in enumerate(self._heads):
            room = mirrored(self, QRectF(column * wide, 0, wide, u(_HEAD)))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)
        here = next((n for n, cell in enumerate(self.cells) if cell.day.today), None)
        if here is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.sunken))
            top = u(_HEAD) + here // _WEEK * u(_CELL)
            painter.drawRoundedRect(QRectF(0, top, self.width(), u(_CELL)), u(12), u(12))

    def _head_font(self, room: float) -> QFont:
        """As large as lets the names of the weekdays stand apart."""
        font = self._look.font(SMALL)
        metrics = QFontMetrics(font)
        widest = max((metrics.horizontalAdvance(name) for name in self._heads), default=0)
        if widest > room:
            font.setPixelSize(max(1, int(font.pixelSize() * room / widest)))
        return font

    def walk(self, iso: str, step: int) -> None:
        """Put the focus this many days on, as far as they are shown."""
        at = self._index(iso) + step
        if 0 <= at < len(self.cells):
            self.cells[at].setFocus(Qt.FocusReason.TabFocusReason)

    def walk_to_edge(self, iso: str, column: int) -> None:
        """Put the focus on a column of the same week."""
        self.cells[self._index(iso) // _WEEK * _WEEK + column].setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def move_from(self, iso: str, step: int) -> None:
        """Ask for a planned session to be moved by this many days; the focus goes along with it."""
        at = self._index(iso) + step
        if 0 <= at < len(self.cells):
            there = self.cells[at].day.iso
            self._ask(iso, self.cells[at])
            if self.cells[at].day.state is MonthState.PLANNED:
                self._focus(there)

    def drop(self, iso: str, place: QPoint) -> None:
        """A day was let go at this place."""
        target = next((cell for cell in self.cells if cell.geometry().contains(place)), None)
        if target is not None:
            self._ask(iso, target)

    def _ask(self, iso: str, target: _Cell) -> None:
        """Ask for what is planned to move; a day with a session has no room for another."""
        is_planned = self.cells[self._index(iso)].day.state is MonthState.PLANNED
        if is_planned and target.day.state is not MonthState.SESSION:
            self.moved.emit(iso, target.day.iso)

    def _focus(self, iso: str) -> None:
        cell = next((cell for cell in self.cells if cell.day.iso == iso), None)
        if cell is not None:
            cell.setFocus(Qt.FocusReason.TabFocusReason)

    def _index(self, iso: str) -> int:
        return next(n for n, cell in enumerate(self.cells) if cell.day.iso == iso)

    def _place(self) -> None:
        u = self._look.u
        wide = self.width() / _WEEK
        for index, cell in enumerate(self.cells):
            row, column = divmod(index, _WEEK)
            left = round(column * wide)
            right = round((column + 1) * wide)
            place = QRect(left, u(_HEAD) + row * u(_CELL), right - left, u(_CELL))
            cell.setGeometry(mirrored_place(self, place))


class LegendItem(QWidget):
    """What a mark of the calendar means; None is the dot of a reach check."""

    def __init__(
        self, look: Look, state: MonthState | None, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._state = state
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of mark and word."""
        metrics = QFontMetrics(self._look.font(SMALL))
        wide = metrics.horizontalAdvance(self._words) + self._look.u(22)
        return QSize(wide, max(metrics.height(), self._look.u(18)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: it is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the mark, then the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        disc = QRectF(1, (self.height() - u(12)) / 2, u(12), u(12))
        fill = {MonthState.SESSION: t.primary, MonthState.BREAK: t.primary_soft}.get(
            self._state or MonthState.PLAIN, t.dusk if self._state is None else ""
        )
        lines = {
            MonthState.BREAK: QPen(QColor(t.primary), t.outline),
            MonthState.PLANNED: QPen(QColor(t.border_strong), t.outline, Qt.PenStyle.DashLine),
        }
        painter.setPen(lines.get(self._state or MonthState.PLAIN, QPen(Qt.PenStyle.NoPen)))
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        painter.setFont(self._look.font(SMALL))
        painter.setPen(QColor(t.ink2))
        room = QRectF(u(20), 0, self.width() - u(20), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._words)


give_face(LegendItem, text)
give_face(MonthGrid, group)
