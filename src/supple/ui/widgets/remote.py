"""A presenter's remote in lists and questions: two buttons walk, the black-screen one chooses."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_STEPS: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_CHOOSES: Final = (Qt.Key.Key_Period, Qt.Key.Key_F5)


def by_remote(event: QKeyEvent, buttons: Sequence[QAbstractButton]) -> bool:
    """Walk through the buttons in sight, or press the one with the focus; whether it was that."""
    shown = [each for each in buttons if each.isVisible() and each.isEnabled()]
    step = _STEPS.get(Qt.Key(event.key())) if event.key() in _STEPS else None
    if event.isAutoRepeat() or not shown or (step is None and event.key() not in _CHOOSES):
        return False
    at = next((place for place, each in enumerate(shown) if each.hasFocus()), None)
    if step is None:
        if at is not None:
            shown[at].click()
        return True
    to = (0 if step > 0 else -1) if at is None else (at + step) % len(shown)
    shown[to].setFocus(Qt.FocusReason.TabFocusReason)
    return True
