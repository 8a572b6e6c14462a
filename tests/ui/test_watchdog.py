"""A window that covers the screens and cannot draw does not stay."""

import os
import subprocess
import sys
import threading

from supple.ui.desk.watchdog import EXIT_CODE, Watchdog

LOOK_S = 0.02

HUNG = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from supple.ui.desk.watchdog import Watchdog
app = QApplication(sys.argv)
window = QWidget()
window.show()
dog = Watchdog(lambda: None, lambda: None, look_s=0.05, patience=2)
QTimer.singleShot(0, dog.start)
QTimer.singleShot(50, lambda: time.sleep(30))
app.exec()
"""


def test_a_window_that_draws_is_left_alone() -> None:
    looks, enough = [], threading.Event()

    def ask() -> None:
        looks.append(1)
        dog.drew()
        if len(looks) > 20:
            enough.set()

    gave_up = threading.Event()
    dog = Watchdog(ask, gave_up.set, end=gave_up.set, look_s=LOOK_S, patience=3)
    dog.start()
    assert enough.wait(10)
    dog.stop()
    assert not gave_up.is_set()


def test_a_window_that_does_not_draw_is_closed_and_then_the_program_ends() -> None:
    told: list[str] = []
    ended = threading.Event()

    def end() -> None:
        told.append("end")
        ended.set()

    dog = Watchdog(lambda: None, lambda: told.append("close"), end=end, look_s=LOOK_S, patience=3)
    dog.start()
    assert ended.wait(10)
    assert told == ["close", "end"]


def test_a_program_that_hangs_takes_its_windows_with_it() -> None:
    hung = subprocess.run(
        [sys.executable, "-c", HUNG],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=20,
        check=False,
    )
    assert hung.returncode == EXIT_CODE
