"""A spoken session in the window; prints the memory of all its processes in it and after it.

python -m benchmarks.programs.session_memory ROUTINE
"""

import os
import sys
from typing import Final

import supple.ui  # noqa: F401  isort: skip  here as in the program: before anything else of Qt
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.memory import SETTLE_S, pss_mib, tree
from supple.app.container import Container
from supple.app.sessions import Request
from supple.core.history.records import Source
from supple.core.session.engine import Intent
from supple.ui.dress import Dress
from supple.ui.window import MainWindow

SIZE: Final = (1000, 700)


def memory() -> float:
    return sum(map(pss_mib, tree(os.getpid())))


def main() -> None:
    qt = QApplication(["supple"])
    with Container(os.environ) as app:
        window = MainWindow(app, Dress(qt, app.settings))
        window.resize(*SIZE)
        window.open_first()
        window.show()
        found: list[float] = []

        def begin() -> None:
            window.begin(Request(sys.argv[1], Source.WINDOW, voiced=True))
            QTimer.singleShot(round(SETTLE_S * 1e3), leave)

        def leave() -> None:
            found.append(memory())
            window.visit.flow.do(Intent.STOP)
            window.show_today()
            QTimer.singleShot(round(SETTLE_S * 1e3), end)

        def end() -> None:
            print(*found, memory(), flush=True)
            os._exit(0)

        QTimer.singleShot(2_000, begin)
        qt.exec()


if __name__ == "__main__":
    main()
