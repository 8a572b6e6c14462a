"""Owns the pointer over a session: when it has not moved for a while it is not in the way."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

LOOK_MS: Final = 250
HIDDEN_AFTER_MS: Final = 3_000


class Pointer(QObject):
    """Hides the pointer over `widget` 3 s after it last moved, and shows it when it moves again.

    It looks only between `watch` and `leave`: widgets below have no say in where the mouse goes.
    """

    def __init__(self, widget: QWidget, where: Callable[[], QPoint] = QCursor.pos) -> None:
        super().__init__(widget)
        self._widget = widget
        self._where = where
        self._last = QPoint()
        self._still_ms = 0
        self._timer = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def watch(self) -> None:
        """Begin to look."""
        self._last, self._still_ms = self._where(), 0
        self._timer.start()

    def leave(self) -> None:
        """Look no more; the pointer is there again."""
        self._timer.stop()
        self._widget.unsetCursor()

    def look(self) -> None:
        """See whether it moved since the look before."""
        now = self._where()
        if now != self._last:
            self._last, self._still_ms = now, 0
            self._widget.unsetCursor()
            return
        self._still_ms += LOOK_MS
        if self._still_ms == HIDDEN_AFTER_MS:
            self._widget.setCursor(Qt.CursorShape.BlankCursor)
