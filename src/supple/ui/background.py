"""Work that would make the window wait: done on another thread, its result handed back."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from supple.core.errors import SuppleError

T = TypeVar("T")
Failed = Callable[[SuppleError], None]


class _Post(QObject):
    """Carries results from one thread to the other; it outlives whoever asked for them."""

    over = Signal(object)


class Background(QObject):
    """Runs operations off the window's thread, one after the other, in the order they came.

    `done` and `failed` are called on the window's thread, as long as this is there. An error that
    is no SuppleError is a bug: it goes to `sys.excepthook`, and neither is called.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._post = _Post()
        self._post.over.connect(self._hand_back)
        self._waiting = 0

    def run(self, op: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Queue `op`; its result goes to `done`, a SuppleError to `failed`."""
        post = self._post
        self._waiting += 1

        def work() -> None:
            try:
                result = op()
            except SuppleError as error:
                told = error
                post.over.emit(lambda: failed(told))
            else:
                post.over.emit(lambda: done(result))

        self._pool.start(work)

    def wait(self) -> None:
        """Wait until all that was queued is done. Its results follow with the next events."""
        self._pool.waitForDone()

    def settle(self) -> None:
        """Wait until everything that was asked for, and what followed from it, is handed back."""
        while self._waiting:
            self._pool.waitForDone()
            QCoreApplication.processEvents()

    def _hand_back(self, call: Callable[[], None]) -> None:
        self._waiting -= 1
        call()
