"""Runs a program's main until its first window is painted, then says when and ends.

python first_paint.py bare|supple prints the steady clock's nanoseconds after the first paint.
"""

import sys
import time
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

PROGRAMS = {"bare": "benchmarks.programs.bare_window", "supple": "supple.cli.main"}
run_event_loop = QApplication.exec


class FirstPaint(QObject):
    """Sees every event; ends the program once the first paint has gone to the screen."""

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
    application = QApplication.instance()
    if application is not None:
        application.installEventFilter(watcher)
    return run_event_loop()


def main() -> int:
    QApplication.exec = watched_event_loop  # type: ignore[method-assign]
    target = sys.argv.pop(1)
    sys.argv[0] = target
    code: int = import_module(PROGRAMS[target]).main()
    return code


if __name__ == "__main__":
    sys.exit(main())
