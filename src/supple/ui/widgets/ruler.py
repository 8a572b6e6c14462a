"""Owns the ruler of a reach check: a scale with the present number and that of last time."""

from typing import Final

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.language import minus
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import AXIS
from supple.ui.widgets.faces import give_face, picture

_SPAN: Final = 16
_LONG: Final = 5


class Ruler(QWidget):
    """Shows 16 to either side of the number. It is a picture; the number beside it is the control.

    `zero` names the mark at 0.
    """

    def __init__(self, look: Look, zero: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._zero = zero
        self._value = 0.0
        self._last: float | None = None
        self._last_words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_value(self, value: float, last: float | None = None, last_words: str = "") -> None:
        """Show the present number, and that of last time under its words."""
        self._value, self._last, self._last_words = value, last, last_words
        before = [] if last is None else [f"{last_words} {_signed(last)}"]
        self.setAccessibleName(", ".join([_signed(value), *before]))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a height with room for marks and numbers."""
        return QSize(self._look.u(260), self._look.u(88))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint marks, numbers and the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        painter.setFont(self._look.font(AXIS))
        middle, base = round(self._value), u(58)
        for number in range(middle - _SPAN, middle + _SPAN + 1):
            at, long = self._x(number), number % _LONG == 0
            painter.setPen(QPen(QColor(t.ink if number == 0 else t.border_strong), 2))
            painter.drawLine(QPointF(at, base - u(24 if long else 14)), QPointF(at, base))
            if long and not self._is_under_zero(number):
                words = self._zero if number == 0 else _signed(number)
                painter.setPen(QColor(t.ink2))
                room = QRectF(at - u(40), base + u(6), u(80), u(18))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        if self._last is not None and abs(self._last - self._value) <= _SPAN:
            self._paint_last(painter, self._last, base)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.primary))
        at, half = self._x(self._value), u(10)
        tip = [(-half, u(2)), (half, u(2)), (half, u(18)), (0, u(30)), (-half, u(18))]
        painter.drawPolygon(QPolygonF([QPointF(at + x, y) for x, y in tip]))

    def _paint_last(self, painter: QPainter, last: float, base: int) -> None:
        t, u = self._look.tokens, self._look.u
        painter.setPen(QPen(QColor(t.dusk), 2.5))
        at = self._x(last)
        painter.drawLine(QPointF(at, base - u(30)), QPointF(at, base))
        painter.setPen(QColor(t.dusk_ink))
        before = (last <= self._value) is not self.isRightToLeft()
        room = QRectF(at - u(126) if before else at + u(6), u(8), u(120), u(18))
        side = Qt.AlignmentFlag.AlignRight if before else Qt.AlignmentFlag.AlignLeft
        side |= Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, self._last_words)

    def _is_under_zero(self, number: int) -> bool:
        """Whether the words at 0 take the room of this number."""
        metrics = QFontMetrics(self._look.font(AXIS))
        words = metrics.horizontalAdvance(self._zero) + metrics.horizontalAdvance(_signed(number))
        return number != 0 and abs(self._x(number) - self._x(0)) < words / 2 + self._look.u(4)

    def _x(self, number: float) -> float:
        margin = self._look.u(20)
        wide = self.width() - 2 * margin
        share = (number - round(self._value) + _SPAN) / (2 * _SPAN)
        return margin + (1 - share if self.isRightToLeft() else share) * wide


def _signed(number: float) -> str:
    plus = QLocale().positiveSign()
    return f"{number:+g}".replace("+", plus).replace("-", minus())


give_face(Ruler, picture)
