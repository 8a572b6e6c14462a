"""Owns the memory of a window: whether its user touched the keyboard last, or the mouse."""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_BY_KEYS: Final = "by_keys"
_PRESSES: Final = {
    QEvent.Type.KeyPress: True,
    QEvent.Type.MouseButtonPress: False,
    QEvent.Type.TouchBegin: False,
    QEvent.Type.TabletPress: False,
}


class LastInput(QObject):
    """Remembers it for `window`, from its first show on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look at what comes to the window as a whole; never swallow anything."""
        if watched is self._window:
            handle = self._window.windowHandle()
            if event.type() == QEvent.Type.Show and handle is not None:
                handle.installEventFilter(self)
        elif event.type() in _PRESSES:
            self._window.setProperty(_BY_KEYS, _PRESSES[event.type()])
        return False


def by_keys(widget: QWidget) -> bool:
    """Whether the keyboard was touched last in the window of `widget`."""
    return bool(widget.window().property(_BY_KEYS))
