"""A presenter's remote in lists and questions: two buttons walk, the black-screen one chooses."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from supple.ui.widgets.mirror import reading_key

_STEPS: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_CHOOSES: Final = (Qt.Key.Key_Period, Qt.Key.Key_F5)
_ARROWS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
Buttons = Callable[[], Sequence[QAbstractButton]]


def is_of_remotes(event: QKeyEvent) -> bool:
    """Whether it is one of the buttons that remotes have."""
    return event.key() in _STEPS or event.key() in _CHOOSES


def by_remote(event: QKeyEvent, buttons: Sequence[QAbstractButton]) -> bool:
    """Walk through the buttons in sight, or press the one with the focus; whether it was that."""
    shown = _shown(buttons)
    if event.isAutoRepeat() or not shown or not is_of_remotes(event):
        return False
    at, step = _focused(shown), _STEPS.get(Qt.Key(event.key()))
    if step is None:
        if at is not None:
            shown[at].click()
        return True
    to = (0 if step > 0 else -1) if at is None else (at + step) % len(shown)
    shown[to].setFocus(Qt.FocusReason.TabFocusReason)
    return True


class ListKeys(QObject):
    """Lets a remote walk through the buttons of `part` while the focus is in it.

    With `arrows` these walk too, and Home and End go to the first and the last; the buttons leave
    those keys to `part`.
    """

    def __init__(self, part: QWidget, buttons: Buttons, *, arrows: bool = False) -> None:
        super().__init__(part)
        self._part = part
        self._buttons = buttons
        self._arrows = arrows
        part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the keys that nothing in the list wanted."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return by_remote(event, self._buttons()) or (self._arrows and self._by_arrow(event))

    def _by_arrow(self, event: QKeyEvent) -> bool:
        shown, key = _shown(self._buttons()), reading_key(self._part, event.key())
        at = _focused(shown)
        if at is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        edges = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(shown) - 1}
        if key not in edges and key not in _ARROWS:
            return False
        to = edges[key] if key in edges else min(max(at + _ARROWS[key], 0), len(shown) - 1)
        shown[to].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _shown(buttons: Sequence[QAbstractButton]) -> list[QAbstractButton]:
    return [each for each in buttons if each.isVisible() and each.isEnabled()]


def _focused(buttons: Sequence[QAbstractButton]) -> int | None:
    """Which one has the focus, itself or in something on it."""
    for place, each in enumerate(buttons):
        inside: QWidget | None = each.focusWidget()
        if each.hasFocus() or (inside is not None and inside.hasFocus()):
            return place
    return None
