"""Right-to-left languages: what is placed or painted by hand is turned round, bodies are not.

A left leg stays a left leg, and a figure lies as it lay.
"""

from typing import Final, TypeVar

from PySide6.QtCore import QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

Place = TypeVar("Place")
_TURNED: Final = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}
_ACROSS: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight
# Forward and back. Sides of the body, hands of a clock and players' signs are the same everywhere.
_TURNED_ICONS: Final = {
    "arrow-left": "arrow-right",
    "arrow-bend-up-left": "arrow-bend-up-right",
    "caret-left": "caret-right",
    "caret-right": "caret-left",
}


def mirrored(widget: QWidget, rect: QRectF) -> QRectF:
    """Where something at `rect` inside of `widget` stands in the direction of the language."""
    if not widget.isRightToLeft():
        return rect
    return QRectF(widget.width() - rect.right(), rect.y(), rect.width(), rect.height())


def mirrored_place(parent: QWidget, rect: QRect) -> QRect:
    """The same for a widget inside of its parent, in whole pixels."""
    return mirrored(parent, QRectF(rect)).toRect()


def mirrored_in(area: QRectF, rect: QRectF) -> QRectF:
    """The same in a part of a picture or page, which is no widget."""
    if not QGuiApplication.isRightToLeft():
        return rect
    left = area.left() + area.right() - rect.right()
    return QRectF(left, rect.y(), rect.width(), rect.height())


def mirrored_margins(widget: QWidget, start: int, top: int, end: int, bottom: int) -> QMargins:
    """Margins of a layout, from where reading starts; Qt turns only what is inside of them."""
    if widget.isRightToLeft():
        start, end = end, start
    return QMargins(start, top, end, bottom)


def mirrored_side(widget: QWidget, side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """Where lines stand, from how they are read from left to right, whatever their words are.

    As `QStyle.visualAlignment` tells, whose class takes 5 ms to load.
    """
    if not side & Qt.AlignmentFlag.AlignHorizontal_Mask:
        side |= Qt.AlignmentFlag.AlignLeading
    if side & _ACROSS and widget.isRightToLeft():
        side ^= _ACROSS
    return side | Qt.AlignmentFlag.AlignAbsolute


def reading_key(widget: QWidget, key: int) -> Qt.Key:
    """An arrow as it would be pressed from left to right; other keys as they are."""
    pressed = Qt.Key(key)
    return _TURNED.get(pressed, pressed) if widget.isRightToLeft() else pressed


def reading_icon(widget: QWidget, name: str) -> str:
    """The icon that points forward or back in the direction of the language."""
    return _TURNED_ICONS.get(name, name) if widget.isRightToLeft() else name


def player_order(widget: QWidget, *places: Place) -> tuple[Place, ...]:
    """Places of back, pause and skip: like their signs they stand as on every player."""
    return places[::-1] if widget.isRightToLeft() else places


def mirror(painter: QPainter, widget: QWidget) -> None:
    """Turn round all that is painted on `widget` from now on; not for words and figures."""
    if widget.isRightToLeft():
        painter.translate(widget.width(), 0)
        painter.scale(-1, 1)
