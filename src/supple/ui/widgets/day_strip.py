"""Owns the week strip: seven days, each a button that opens the day."""

from enum import Enum, auto
from typing import Final

import msgspec
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SMALL, TypeStyle
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.height import Policy, follow_width
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.mirror import mirrored_place, reading_key

_CIRCLE: Final = 44
_CIRCLE_SMALL: Final = 34
_WORD: Final = 20
_GAP: Final = 5
_ROOMY_CELL: Final = 60
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DayState(Enum):
    """What happened, or is to happen, on a day."""

    EMPTY = auto()
    BREAK = auto()
    DONE = auto()
    PLANNED = auto()


class Day(msgspec.Struct, frozen=True):
    """One day of the week strip. `iso` is its date; `name` says all of it to a screen reader.

    `short` is such as "Mon", `letter` such as "M", `below` such as "17 min"; `hint` says what can
    be done with it.
    """

    iso: str
    number: int
    short: str
    letter: str
    state: DayState
    below: str
    name: str
    today: bool = False
    hint: str = ""


class _Cell(QPushButton):
    """One day."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._day: Day | None = None
        self.roomy = True
        self.radius = 12
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_day(self, day: Day) -> None:
        """Show this day."""
        self._day = day
        self.setAccessibleName(day.name)
        self.setAccessibleDescription(day.hint)
        self.setToolTip("\n".join(filter(None, (day.name, day.hint))))
        self.update()

    def event(self, event: QEvent) -> bool:
        """With Alt an arrow moves a session here, whatever else it does on a page."""
        asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _STEPS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """With Alt and an arrow a planned session goes to the day beside."""
        strip, key = self.parentWidget(), reading_key(self, event.key())
        moves = key in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if isinstance(strip, DayStrip) and moves:
            strip.move_from(self, _STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A planned day that is let go over another one moves there."""
        strip, place = self.parentWidget(), self.mapToParent(event.position().toPoint())
        if isinstance(strip, DayStrip) and not self.geometry().contains(place):
            strip.drop(self, place)
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the day's name, its circle, and the word below."""
        day = self._day
        if day is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, u = self._look.tokens, self._look.u
        top = QRectF(0, 0, self.width(), u(_WORD))
        painter.setPen(QColor(tokens.ink if day.today else tokens.ink2))
        painter.setFont(self._small(strong=day.today))
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, day.short if self.roomy else day.letter)
        side = min(u(_CIRCLE if self.roomy else _CIRCLE_SMALL), self.width() - 4)
        middle = QPointF(self.width() / 2, u(_WORD + _GAP) + side / 2)
        self._paint_circle(painter, day, middle, side)
        if self.roomy:
            painter.setPen(QColor(tokens.ink2))
            painter.setFont(self._small(strong=False))
            foot = QRectF(0, self.height() - u(_WORD), self.width(), u(_WORD))
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, day.below)

    def _paint_circle(self, painter: QPainter, day: Day, middle: QPointF, side: float) -> None:
        t = self._look.tokens
        fill, line, ink = self._colours(day)
        pen = QPen(QColor(line), 2.0 if day.today else t.line(1.5)) if line else Qt.PenStyle.NoPen
        if isinstance(pen, QPen) and day.state is DayState.PLANNED and not day.today:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([2.5, 2.0])
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        half = side / 2 - 1
        painter.drawEllipse(middle, half, half)
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        if day.state is DayState.DONE:
            tick = box.adjusted(side * 0.27, side * 0.27, -side * 0.27, -side * 0.27)
            self._look.icons.paint(painter, tick, "check", Weight.BOLD, t.on_primary)
            return
        painter.setPen(QColor(ink))
        painter.setFont(self._look.fonts.title(side * 0.36, 600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.number))

    def _colours(self, day: Day) -> tuple[str, str, str]:
        """Return fill, outline and ink."""
        t = self._look.tokens
        edge = t.primary if day.today else t.border_strong if t.strong else ""
        match day.state:
            case DayState.DONE:
                return t.primary, edge, t.on_primary
            case DayState.BREAK:
                return t.primary_soft, edge, t.primary_ink
            case DayState.PLANNED:
                return t.surface, edge or t.ink3, t.ink
            case DayState.EMPTY:
                return (t.surface if day.today else t.sunken), edge, t.ink if day.today else t.ink3

    def _small(self, *, strong: bool) -> QFont:
        style = TypeStyle(SMALL.size, SMALL.line, 600) if strong else SMALL
        return self._look.font(style)


class DayStrip(QWidget):
    """Seven days in a row. `chosen` carries the date of the pressed one, as ISO text.

    `moved` asks for what is planned on one day to be put on another; it carries both.
    """

    chosen = Signal(str)
    moved = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days: tuple[Day, ...] = ()
        self.cells = [_Cell(look, self) for _ in range(7)]
        for index, cell in enumerate(self.cells):
            cell.clicked.connect(lambda *_, index=index: self.chosen.emit(self._days[index].iso))
        follow_width(self, Policy.Preferred)
        FocusRing(look, self).watch(*self.cells)
        self._stop = ListStop(self, lambda: self.cells)
        look.changed.connect(self._fit)

    def show_days(self, days: tuple[Day, ...]) -> None:
        """Show seven days."""
        self._days = days
        for cell, day in zip(self.cells, days, strict=True):
            cell.show_day(day)
        today = (cell for cell, day in zip(self.cells, days, strict=True) if day.today)
        self._stop.settle(next(today, None))

    def move_from(self, cell: _Cell, step: int) -> None:
        """Ask for a planned session to be moved by this many days; the focus goes along with it."""
        to = self.cells.index(cell) + step
        if 0 <= to < len(self.cells):
            self._ask(cell, to)
            if self._days[to].state is DayState.PLANNED:
                self.cells[to].setFocus(Qt.FocusReason.TabFocusReason)

    def drop(self, cell: _Cell, place: QPoint) -> None:
        """A day was let go at this place."""
        under = (at for at, each in enumerate(self.cells) if each.geometry().contains(place))
        if (to := next(under, None)) is not None:
            self._ask(cell, to)

    def _ask(self, cell: _Cell, to: int) -> None:
        """Ask for what is planned to move; a day with a session has no room for another."""
        day, other = self._days[self.cells.index(cell)], self._days[to]
        if day.state is DayState.PLANNED and other.state is not DayState.DONE:
            self.moved.emit(day.iso, other.iso)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the words in it."""
        return QSize(self._look.u(7 * _ROOMY_CELL), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a width that any page has for seven days."""
        return QSize(7 * 24, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of name and circle, and of the word below where it has room."""
        word = _CIRCLE + _GAP + _WORD if self._roomy(width) else _CIRCLE_SMALL
        return self._look.u(_WORD + _GAP + word)

    def resizeEvent(self, _event: object) -> None:  # noqa: N802
        """Leave the words out where they have no room."""
        self._fit()

    def _roomy(self, width: int) -> bool:
        return width / 7 / self._look.scale >= _ROOMY_CELL

    def _fit(self) -> None:
        tall, each = self.heightForWidth(self.width()), self.width() / 7
        for index, cell in enumerate(self.cells):
            cell.roomy = self._roomy(self.width())
            left, right = round(index * each), round((index + 1) * each)
            cell.setGeometry(mirrored_place(self, QRect(left, 0, right - left, tall)))
            cell.update()
        self.updateGeometry()
