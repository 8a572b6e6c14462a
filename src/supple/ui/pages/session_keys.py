"""Owns which key, remote or media button means what in a session."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Press(Enum):
    """What was pressed, by hand or by key; the page makes an intent of it."""

    MAIN = auto()
    SKIP = auto()
    BACK = auto()
    HURTS = auto()
    AGAIN = auto()
    LONGER = auto()
    LENGTHS = auto()
    VOICE = auto()
    CAPTIONS = auto()
    ROOM = auto()
    LOUDER = auto()
    QUIETER = auto()
    END = auto()
    LEAVE = auto()
    KEYS = auto()


_KEYS: Final = {
    Qt.Key.Key_Space: Press.MAIN,
    Qt.Key.Key_Period: Press.MAIN,
    Qt.Key.Key_F5: Press.MAIN,
    Qt.Key.Key_MediaTogglePlayPause: Press.MAIN,
    Qt.Key.Key_MediaPlay: Press.MAIN,
    Qt.Key.Key_MediaPause: Press.MAIN,
    Qt.Key.Key_Right: Press.SKIP,
    Qt.Key.Key_N: Press.SKIP,
    Qt.Key.Key_PageDown: Press.SKIP,
    Qt.Key.Key_MediaNext: Press.SKIP,
    Qt.Key.Key_Left: Press.BACK,
    Qt.Key.Key_B: Press.BACK,
    Qt.Key.Key_PageUp: Press.BACK,
    Qt.Key.Key_MediaPrevious: Press.BACK,
    Qt.Key.Key_H: Press.HURTS,
    Qt.Key.Key_MediaStop: Press.HURTS,
    Qt.Key.Key_R: Press.AGAIN,
    Qt.Key.Key_E: Press.LONGER,
    Qt.Key.Key_V: Press.VOICE,
    Qt.Key.Key_C: Press.CAPTIONS,
    Qt.Key.Key_F: Press.ROOM,
    Qt.Key.Key_F11: Press.ROOM,
    Qt.Key.Key_Plus: Press.LOUDER,
    Qt.Key.Key_Equal: Press.LOUDER,
    Qt.Key.Key_Minus: Press.QUIETER,
    Qt.Key.Key_Q: Press.END,
    Qt.Key.Key_Escape: Press.LEAVE,
    Qt.Key.Key_Question: Press.KEYS,
    Qt.Key.Key_F1: Press.KEYS,
}
_WITH_OTHERS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def press_of(event: QKeyEvent) -> Press | None:
    """Return what a key press means, or None if it means nothing here."""
    if event.isAutoRepeat() or event.modifiers() & _WITH_OTHERS:
        return None
    return _KEYS.get(Qt.Key(event.key()))


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit 0 to 9 of a key press, or None."""
    if event.isAutoRepeat() or event.modifiers() & _WITH_OTHERS:
        return None
    digit = event.key() - Qt.Key.Key_0.value
    return digit if 0 <= digit <= 9 else None  # noqa: PLR2004 - the ten digits
