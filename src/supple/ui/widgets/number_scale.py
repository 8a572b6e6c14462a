"""Owns the scale from 0 to 10: one tab stop, arrows, digits; nothing is chosen at first."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import AXIS, SMALL, TypeStyle
from supple.ui.widgets.answer_plate import paint_plate
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.mirror import mirrored_place
from supple.ui.widgets.one_stop import OneStop

TEN_WITHIN_MS: Final = 600
_COUNT: Final = 11
_TALL: Final = 60
_TALL_ROOMY: Final = 46
_GAP: Final = 8
_LEAST: Final = 34
_FEWEST: Final = 4
_NUMBER: Final = TypeStyle(20, 26, 600, lexend=True)


class _Cell(QRadioButton):
    """One number of the scale."""

    def __init__(self, look: Look, value: int, parent: QWidget) -> None:
        super().__init__(str(value), parent)
        self._look = look
        self.radius = 12
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self.update)

    def hitButton(self, _at: object) -> bool:  # noqa: N802
        """Take a click anywhere on it."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Space and Enter to the page; Qt moves with the arrows."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the number on its plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_plate(painter, self._look, self, self.radius)
        font = self._look.font(_NUMBER)
        room = self.width() * 0.8
        wide = QFontMetrics(font).horizontalAdvance(self.text())
        if wide > room:
            font.setPixelSize(max(1, round(font.pixelSize() * room / wide)))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class NumberScale(QWidget):
    """Eleven numbers. `chosen` carries the number, or None after `-` took it back.

    `before` marks the value from before the session. On a narrow page it takes two rows or more;
    so does a `roomy` one, that each number can be read from far.
    """

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        name: str,
        translations: NullTranslations,
        parent: QWidget | None = None,
        *,
        roomy: bool = False,
    ) -> None:
        super().__init__(parent)
        tr = translations.gettext
        self._look = look
        self._roomy = roomy
        self._tall = _TALL_ROOMY if roomy else _TALL
        self._words = (tr("0 no pain"), tr("5 hard to ignore"), tr("10 worst I can imagine"))
        self._before_word = tr("before")
        self._before: int | None = None
        self._one_at_ms: int | None = None
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._cells = [_Cell(look, value, self) for value in range(_COUNT)]
        spoken = {0: self._words[0], 5: self._words[1], 10: self._words[2]}
        for value, cell in enumerate(self._cells):
            self._group.addButton(cell, value)
            cell.setAccessibleName(spoken.get(value, str(value)))
            cell.setAccessibleDescription(name)
        self._group.idClicked.connect(self._tell)
        self._group.idToggled.connect(self._arrowed)
        self._told: int | None = None
        follow_width(self)
        OneStop(self, self._cells)
        ring = FocusRing(look, self)
        ring.watch(*self._cells)
        look.changed.connect(self._dress)

    @property
    def cells(self) -> Sequence[QWidget]:
        """The numbers, for the order of Tab."""
        return self._cells

    def value(self) -> int | None:
        """Return the chosen number."""
        return self._told

    def set_before(self, value: int | None) -> None:
        """Mark the number given before the session."""
        self._before = value
        self.updateGeometry()
        self._place()
        self.update()

    def choose(self, value: int | None) -> None:
        """Choose a number, or none."""
        if value is None:
            self._group.setExclusive(False)
            for cell in self._cells:
                cell.setChecked(False)
            self._group.setExclusive(True)
            self._tell(None)
        else:
            self._cells[value].setChecked(True)
            self._tell(value)

    def type_digit(self, digit: int, at_ms: int) -> None:
        """Take a typed digit; 1 and then 0 within 600 ms is 10."""
        ten = (
            digit == 0
            and self._one_at_ms is not None
            and 0 <= at_ms - self._one_at_ms <= TEN_WITHIN_MS
        )
        self.choose(10 if ten else digit)
        self._one_at_ms = at_ms if digit == 1 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits choose, `-` takes the choice back."""
        digit = event.key() - Qt.Key.Key_0.value
        if 0 <= digit < _COUNT - 1 and not event.isAutoRepeat():
            self.type_digit(digit, event.timestamp())
        elif event.key() == Qt.Key.Key_Minus:
            self.choose(None)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with all numbers in one row."""
        return QSize(self._look.u(480), self.heightForWidth(self._look.u(664)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the fewest numbers in a row."""
        width = self._look.u(_FEWEST * _LEAST + (_FEWEST - 1) * _GAP)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the rows, the marks and the words below."""
        rows = self._rows(width)
        top = self._top()
        return (
            top + self._look.u(rows * self._tall + (rows - 1) * _GAP + 8) + self._foot_height(width)
        )

    def resizeEvent(self, _event: object) -> None:  # noqa: N802
        """Place the numbers."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the mark of before, and the words below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._look.tokens.ink2))
        painter.setFont(self._look.font(AXIS))
        if self._before is not None:
            self._paint_before(painter, self._cells[self._before])
        painter.setFont(self._look.font(SMALL))
        foot = self._foot_height(self.width())
        rest = QRectF(0, self.height() - foot, self.width(), foot)
        if not self._foot_in_one_line(self.width()):
            flags = Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
            painter.drawText(rest, flags, ", ".join(self._words))
            return
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeading, self._words[0])
        painter.drawText(rest, Qt.AlignmentFlag.AlignTrailing, self._words[2])
        middle = QRectF(rest)
        middle.moveLeft(self._cells[5].geometry().center().x() - middle.width() / 2)
        painter.drawText(middle, Qt.AlignmentFlag.AlignHCenter, self._words[1])

    def _paint_before(self, painter: QPainter, cell: QWidget) -> None:
        side = self._look.u(12)
        wide = QFontMetrics(painter.font()).horizontalAdvance(self._before_word)
        place = cell.geometry()
        whole = wide + side + 2
        left = min(max(0, place.center().x() - whole // 2), self.width() - whole)
        row = QRectF(left, place.top() - self._look.u(20), whole, self._look.u(16))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeading, self._before_word)
        half = side / 4
        painter.setBrush(QColor(self._look.tokens.ink2))
        after = wide + side / 2 + 2
        middle = row.right() - after if self.isRightToLeft() else row.left() + after
        down = row.center().y()
        corners = (
            QPointF(middle - half, down - half / 2),
            QPointF(middle + half, down - half / 2),
            QPointF(middle, down + half),
        )
        painter.drawPolygon(corners)

    def _tell(self, value: int | None) -> None:
        if value != self._told:
            self._told = value
            self.chosen.emit(value)

    def _arrowed(self, value: int, on: bool) -> None:
        if on:
            self._tell(value)

    def _rows(self, width: int) -> int:
        return -(-_COUNT // self._columns(width))

    def _columns(self, width: int) -> int:
        """All in one row as long as a finger meets them; then half of them, and fewer."""
        u = self._look.u
        least = u(_LEAST) if self._roomy else _LEAST
        if (width - (_COUNT - 1) * u(_GAP)) / _COUNT >= least:
            return _COUNT
        fit = max(_FEWEST, min(6, (width + u(_GAP)) // u(_LEAST + _GAP)))
        rows = -(-_COUNT // fit)
        return -(-_COUNT // rows)

    def _top(self) -> int:
        return self._look.u(22) if self._before is not None else 0

    def _foot_in_one_line(self, width: int) -> bool:
        metrics = QFontMetrics(self._look.font(SMALL))
        first, middle, last = map(metrics.horizontalAdvance, self._words)
        gap = self._look.u(12)  # the middle words stand under their number
        room = (width - middle) / 2 - gap
        return self._rows(width) == 1 and max(first, last) <= room

    def _foot_height(self, width: int) -> int:
        metrics = QFontMetrics(self._look.font(SMALL))
        if self._foot_in_one_line(width):
            return metrics.height() + 2
        room = metrics.boundingRect(
            0, 0, max(1, width), 10_000, Qt.TextFlag.TextWordWrap, ", ".join(self._words)
        )
        return room.height() + 2

    def _dress(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()

    def _place(self) -> None:
        columns = self._columns(self.width())
        gap = self._look.u(_GAP)
        each = (self.width() - (columns - 1) * gap) / columns
        tall = self._look.u(self._tall)
        for value, cell in enumerate(self._cells):
            column, row = value % columns, value // columns
            left, right = round(column * (each + gap)), round(column * (each + gap) + each)
            place = QRect(left, self._top() + row * (tall + gap), right - left, tall)
            cell.setGeometry(mirrored_place(self, place))


give_face(NumberScale, group)
