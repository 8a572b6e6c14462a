"""Right-to-left languages: what is placed or painted by hand is turned round, bodies are not.

A left leg stays a left leg, and a figure lies as it lay.
"""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


def mirrored(widget: QWidget, rect: QRectF) -> QRectF:
    """Where something at `rect` inside of `widget` stands in the direction of the language."""
    if not widget.isRightToLeft():
        return rect
    return QRectF(widget.width() - rect.right(), rect.y(), rect.width(), rect.height())


def mirrored_place(parent: QWidget, rect: QRect) -> QRect:
    """The same for a widget inside of its parent, in whole pixels."""
    return mirrored(parent, QRectF(rect)).toRect()


def mirror(painter: QPainter, widget: QWidget) -> None:
    """Turn round all that is painted on `widget` from now on; not for words and figures."""
    if widget.isRightToLeft():
        painter.translate(widget.width(), 0)
        painter.scale(-1, 1)
