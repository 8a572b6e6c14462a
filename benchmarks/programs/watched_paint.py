"""Tells when the first paint of a program's window has gone to the screen, and ends the program."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

run_event_loop = QApplication.exec


class FirstPaint(QObject):
    """Sees the window's events; ends the program once the first paint has gone to the screen.

    It watches windows alone: with a filter on the whole application Qt's own objects would come
    by, and PySide6 loads every class it has to find out what they are.
    """

    seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        print(time.monotonic_ns(), time.process_time_ns(), flush=True)
        QApplication.quit()


def watched_event_loop(*_application: QApplication) -> int:
    """Stands in for QApplication.exec: the same loop, watched."""
    watcher = FirstPaint()
    for window in QApplication.topLevelWidgets():
        window.installEventFilter(watcher)
    return run_event_loop()


def watch() -> None:
    QApplication.exec = watched_event_loop  # type: ignore[method-assign]
