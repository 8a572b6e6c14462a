"""Owns which key, remote or media button means what in a session."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Intent(Enum):
    """What the user wants, by hand or by key."""

    MAIN = auto()
    SKIP = auto()
    BACK = auto()
    HURTS = auto()
    AGAIN = auto()
    LONGER = auto()
    VOICE = auto()
    CAPTIONS = auto()
    ROOM = auto()
    LOUDER = auto()
    QUIETER = auto()
    END = auto()
    LEAVE = auto()
    KEYS = auto()


_KEYS: Final = {
    Qt.Key.Key_Space: Intent.MAIN,
    Qt.Key.Key_Period: Intent.MAIN,
    Qt.Key.Key_F5: Intent.MAIN,
    Qt.Key.Key_MediaTogglePlayPause: Intent.MAIN,
    Qt.Key.Key_MediaPlay: Intent.MAIN,
    Qt.Key.Key_MediaPause: Intent.MAIN,
    Qt.Key.Key_Right: Intent.SKIP,
    Qt.Key.Key_N: Intent.SKIP,
    Qt.Key.Key_PageDown: Intent.SKIP,
    Qt.Key.Key_MediaNext: Intent.SKIP,
    Qt.Key.Key_Left: Intent.BACK,
    Qt.Key.Key_B: Intent.BACK,
    Qt.Key.Key_PageUp: Intent.BACK,
    Qt.Key.Key_MediaPrevious: Intent.BACK,
    Qt.Key.Key_H: Intent.HURTS,
    Qt.Key.Key_MediaStop: Intent.HURTS,
    Qt.Key.Key_R: Intent.AGAIN,
    Qt.Key.Key_E: Intent.LONGER,
    Qt.Key.Key_V: Intent.VOICE,
    Qt.Key.Key_C: Intent.CAPTIONS,
    Qt.Key.Key_F: Intent.ROOM,
    Qt.Key.Key_F11: Intent.ROOM,
    Qt.Key.Key_Plus: Intent.LOUDER,
    Qt.Key.Key_Equal: Intent.LOUDER,
    Qt.Key.Key_Minus: Intent.QUIETER,
    Qt.Key.Key_Q: Intent.END,
    Qt.Key.Key_Escape: Intent.LEAVE,
    Qt.Key.Key_Question: Intent.KEYS,
    Qt.Key.Key_F1: Intent.KEYS,
}
_WITH_OTHERS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def intent_of(event: QKeyEvent) -> Intent | None:
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
