"""Goes from Today to History over whatever SUPPLE_HOME holds; prints, in ms, how long that took.

`first`: until the charts of the totals are there; `blocked`: the longest that the window did not
answer. Without painting: `whole` reads the totals of the whole history, `year` what holds, ratings
and sittings of the last year add up to, `page` one page of the list of sessions.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from itertools import pairwise

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from supple.app.container import Container
from supple.core.history.totals import Span
from supple.ui.dress import Dress
from supple.ui.window import MainWindow

_WARM_TURNS = 20
_TURN_MS = 2
_AFTER_MS = 200
_READINGS = 7


def main() -> int:
    qt = QApplication(["supple"])
    with Container(os.environ, language="en") as app:
        app.change_setting("welcome.page", "done")
        window = MainWindow(app, Dress(qt, app.settings))
        window.resize(1200, 800)
        window.show_today()
        window.show()
        window.fill_today()
        for _ in range(_WARM_TURNS):
            qt.processEvents()
        print(json.dumps({**opening(qt, window), **queries(app)}))
    return 0


def opening(qt: QApplication, window: MainWindow) -> dict[str, float]:
    """Open the page while a timer, due every few ms, tells when the window did not answer."""
    places = window.places
    began = time.monotonic()
    turns, built = [began], list[float]()
    timer = QTimer(interval=_TURN_MS, timerType=Qt.TimerType.PreciseTimer)

    def note() -> None:
        """The charts of the totals come first, then those of the details."""
        built.append(time.monotonic() - began)
        if places.history.page.is_complete:
            QTimer.singleShot(_AFTER_MS, qt.quit)

    def turn() -> None:
        turns.append(time.monotonic())
        if not listening and "history" in vars(places):
            listening.append(True)
            places.history.page.built.connect(note)

    listening: list[bool] = []
    timer.timeout.connect(turn)
    timer.start()
    window.go("history")
    qt.exec()
    timer.stop()
    longest = max(later - earlier for earlier, later in pairwise(turns)) * 1e3 - _TURN_MS
    return {"first": built[0] * 1e3, "blocked": longest}


def queries(app: Container) -> dict[str, float]:
    """What is read, by itself, as quick as it gets: the base is told so too."""
    back = app.looking_back
    year = back.overview(Span.YEAR)
    return {
        "whole": quickest(lambda: back.overview(Span.ALL)),
        "year": quickest(lambda: back.details(year)),
        "page": quickest(lambda: back.page(year.period)),
    }


def quickest(read: Callable[[], object]) -> float:
    """The shortest of several readings, in ms."""
    times = []
    for _ in range(_READINGS):
        began = time.monotonic()
        read()
        times.append((time.monotonic() - began) * 1e3)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
