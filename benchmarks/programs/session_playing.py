"""A session in the window; prints what percentage of a core its first step takes.

python -m benchmarks.programs.session_playing ROUTINE reduced|full
"""

import os
import sys
import time
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from supple.app.container import Container
from supple.app.sessions import Request
from supple.core.history.records import Source
from supple.core.plan.screening import Answers
from supple.ui.dress import Dress
from supple.ui.window import MainWindow

GET_READY_S: Final = 8.0
MEASURE_S: Final = 8.0
SIZE: Final = (1280, 800)


def main() -> None:
    routine, motion = sys.argv[1:]
    qt = QApplication(["supple"])
    with Container(os.environ) as app:
        app.change_setting("welcome.consented", value=True)
        app.change_setting("welcome.page", "done")
        app.change_setting("appearance.motion", value=motion)
        app.safety.answer(Answers())
        window = MainWindow(app, Dress(qt, app.settings))
        window.resize(*SIZE)
        window.show()
        window.begin(Request(routine, Source.WINDOW, voiced=False))
        began_s = 0.0

        def begin() -> None:
            nonlocal began_s
            began_s = time.process_time()

        def end() -> None:
            print((time.process_time() - began_s) / MEASURE_S * 100, flush=True)
            os._exit(0)  # nobody is there to be asked whether the session is to be saved

        QTimer.singleShot(round(GET_READY_S * 1e3), begin)
        QTimer.singleShot(round((GET_READY_S + MEASURE_S) * 1e3), end)
        qt.exec()


if __name__ == "__main__":
    main()
