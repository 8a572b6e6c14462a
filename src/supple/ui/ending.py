"""Owns the end that comes from outside: a logout, a shutdown, Ctrl+C in the terminal."""

import signal
import socket
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNS: Final = ("SIGTERM", "SIGINT", "SIGHUP")


class Ending(QObject):
    """Calls `end` in the event loop when the system asks the program to end.

    Python learns of a signal only between two of its own lines, and in a waiting event loop there
    are none; so the system's handler wakes the loop through a socket.
    """

    def __init__(self, end: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._heard, self._wake = socket.socketpair()
        for each in (self._heard, self._wake):
            each.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._ready)
        self._fd_before = signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        signs = [getattr(signal, name) for name in _SIGNS if hasattr(signal, name)]
        self._before = [(sign, signal.signal(sign, _heed)) for sign in signs]

    def close(self) -> None:
        """Leave signals to who had them before."""
        for sign, handler in self._before:
            signal.signal(sign, handler)
        signal.set_wakeup_fd(self._fd_before)
        self._notifier.setEnabled(False)
        self._heard.close()
        self._wake.close()

    def _ready(self) -> None:
        self._heard.recv(64)
        self._end()


def _heed(_sign: int, _frame: object) -> None:
    """Nothing: that there is a handler is what wakes the loop."""
