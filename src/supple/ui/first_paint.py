"""Tells when a window has been on the screen for the first time; what can wait, waits."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_LONGEST_MS = 2000  # a window that starts out of sight is not painted


class FirstPaint(QObject):
    """Watches `window`. `painted` comes once: after its first paint, or when that takes long."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting = QTimer(self, singleShot=True, interval=_LONGEST_MS)
        self._waiting.timeout.connect(self.painted)
        self._waiting.start()
        window.installEventFilter(self)

    def give_up(self) -> None:
        """Wait no longer: the window is filled without being shown."""
        self._waiting.stop()
        self._window.removeEventFilter(self)
        self.painted.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let every event through."""
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._waiting.start(0)
        return False
