"""A presenter's remote in lists and questions: two buttons walk, the black-screen one chooses."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_STEPS: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_CHOOSES: Final = (Qt.Key.Key_Period, Qt.Key.Key_F5)
Buttons = Callable[[], Sequence[QAbstractButton]]


def is_of_remotes(event: QKeyEvent) -> bool:
    """Whether it is one of the buttons that remotes have."""
    return event.key() in _STEPS or event.key() in _CHOOSES


def by_remote(event: QKeyEvent, buttons: Sequence[QAbstractButton]) -> bool:
    """Walk through the buttons in sight, or press the one with the focus; whether it was that."""
    shown = in_sight(buttons)
    if event.isAutoRepeat() or not shown or not is_of_remotes(event):
        return False
    at, step = focused_at(shown), _STEPS.get(Qt.Key(event.key()))
    if step is None:
        if at is not None:
            shown[at].click()
        return True
    to = (0 if step > 0 else -1) if at is None else (at + step) % len(shown)
    shown[to].setFocus(Qt.FocusReason.TabFocusReason)
    return True


class ListKeys(QObject):
    """Lets a remote walk through the buttons of `part` while the focus is in it."""

    def __init__(self, part: QWidget, buttons: Buttons) -> None:
        super().__init__(part)
        self._buttons = buttons
        part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the keys that nothing in the list wanted."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return by_remote(event, self._buttons())


def in_sight(buttons: Sequence[QAbstractButton]) -> list[QAbstractButton]:
    """Those that can be seen and pressed."""
    return [each for each in buttons if each.isVisible() and each.isEnabled()]


def focused_at(buttons: Sequence[QAbstractButton]) -> int | None:
    """Which one has the focus, itself or in something on it."""
    for place, each in enumerate(buttons):
        inside: QWidget | None = each.focusWidget()
        if each.hasFocus() or (inside is not None and inside.hasFocus()):
            return place
    return None
