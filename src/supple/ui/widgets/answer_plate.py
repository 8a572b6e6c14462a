"""Owns the plates and dots of answers: how one looks that is chosen, pointed at, or neither."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from supple.ui.theme.look import Look


def paint_plate(painter: QPainter, look: Look, button: QAbstractButton, radius: int) -> None:
    """Paint a full plate, and leave the pen in the colour of the words on it; `radius` in u."""
    t, on = look.tokens, button.isChecked()
    fill = t.primary if on else t.sunken if button.underMouse() else t.surface
    line = t.primary if on else t.border_strong
    _plate(painter, button, QPen(QColor(line), t.outline), fill, look.u(radius))
    painter.setPen(QColor(t.on_primary if on else t.ink))


def paint_card(painter: QPainter, look: Look, button: QAbstractButton, radius: int) -> None:
    """Paint the ground of a card that can be chosen; `radius` in u."""
    t, on = look.tokens, button.isChecked()
    line = t.primary if on else t.border_strong if button.underMouse() else t.border
    fill = t.primary_soft if on else t.surface
    _plate(painter, button, QPen(QColor(line), 2.0 if on else t.outline), fill, look.u(radius))


def paint_dot(painter: QPainter, look: Look, box: QRectF, *, on: bool) -> None:
    """Paint the round mark of one answer of several."""
    t = look.tokens
    painter.setPen(QPen(QColor(t.primary if on else t.border_strong), 2.0 if on else t.line(1.5)))
    painter.setBrush(QColor(t.surface))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.primary))
        inset = box.width() * 0.27
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


def _plate(painter: QPainter, button: QAbstractButton, pen: QPen, fill: str, radius: float) -> None:
    """The line lies inside the button, so that none of it is cut."""
    inset = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    shape = QRectF(button.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(shape, radius, radius)
