"""Runs a program's main until its first window is painted, then says when and ends.

python first_paint.py bare|supple prints the steady clock's nanoseconds after the first paint, and
those that the processor worked for it until then.
"""

import sys
import time
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

PROGRAMS = {"bare": "benchmarks.programs.bare_window", "supple": "supple.cli.main"}
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


def main() -> int:
    QApplication.exec = watched_event_loop  # type: ignore[method-assign]
    target = sys.argv.pop(1)
    sys.argv[0] = target
    code: int = import_module(PROGRAMS[target]).main()
    return code


if __name__ == "__main__":
    sys.exit(main())
