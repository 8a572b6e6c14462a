"""Work that would make the window wait: done on another thread, its result handed back."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from supple.core.errors import SuppleError

T = TypeVar("T")
Failed = Callable[[SuppleError], None]


class Background(QObject):
    """Runs operations off the window's thread, one after the other, in the order they came.

    `done` and `failed` are called on the window's thread. An error that is no SuppleError is a
    bug: it goes to `sys.excepthook`, and neither is called.
    """

    _over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._closed = False
        self._over.connect(self._hand_back)

    def run(self, op: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Queue `op`; its result goes to `done`, a SuppleError to `failed`."""
        if not self._closed:
            self._pool.start(lambda: self._work(op, done, failed))

    def wait(self) -> None:
        """Wait until all that was queued is done. Its results follow with the next events."""
        self._pool.waitForDone()

    def close(self) -> None:
        """Finish what was begun and hand nothing back any more. May be called again."""
        self._closed = True
        self._pool.clear()
        self._pool.waitForDone()

    def _work(self, op: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        try:
            result = op()
        except SuppleError as error:
            told = error
            self._over.emit(lambda: failed(told))
        else:
            self._over.emit(lambda: done(result))

    def _hand_back(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()
