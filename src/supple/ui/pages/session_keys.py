"""Owns which key, remote or media button means what in a session."""

from enum import Enum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from supple.core.keys import Keymap


class Press(Enum):
    """What was pressed, by hand or by key; the page makes an intent of it.

    The values are the names of the options that hold the keys.
    """

    MAIN = "pause"
    SKIP = "skip"
    BACK = "back"
    HURTS = "hurts"
    AGAIN = "again"
    LONGER = "lengths"
    LENGTHS = "lengths-in-pause"
    VOICE = "voice"
    CAPTIONS = "captions"
    ROOM = "room"
    LOUDER = "louder"
    QUIETER = "quieter"
    END = "end"
    LEAVE = "leave"
    KEYS = "sheet"


_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_WITH_OTHERS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ALONE: Final = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
)


def key_name(event: QKeyEvent) -> str:
    """The name of a key with those held down, such as "Ctrl+N"; empty for a key held alone.

    Shift counts with letters and keys without a sign only: "?" is one key on every keyboard.
    """
    if event.key() in _ALONE:
        return ""
    held = event.modifiers() & (_WITH_OTHERS | _SHIFT)
    sign = event.text().isprintable() and not event.text().isalpha()
    if held == _SHIFT or (event.text() and sign):
        held &= ~_SHIFT
    return QKeySequence(event.key() | held.value).toString(QKeySequence.SequenceFormat.PortableText)


def press_of(event: QKeyEvent, keymap: Keymap) -> Press | None:
    """Return what a key press means, or None if it means nothing here."""
    if event.isAutoRepeat():
        return None
    action = keymap.action(key_name(event))
    return Press(action) if action else None


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit 0 to 9 of a key press, or None."""
    if event.isAutoRepeat() or event.modifiers() & _WITH_OTHERS:
        return None
    digit = event.key() - Qt.Key.Key_0.value
    return digit if 0 <= digit <= 9 else None  # noqa: PLR2004 - the ten digits
