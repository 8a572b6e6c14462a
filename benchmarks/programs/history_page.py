"""Goes from Today to History over whatever SUPPLE_HOME holds; prints, in ms, how long that took.

The key is pressed out of the blue: nothing of History is loaded or read before.
`first`: until the first charts are painted; `totals`: until all charts of the totals and the latest
sessions are built; `complete`: until the details are, too; `blocked`: the longest that the window
did not answer. Without painting: `whole` reads the totals of the whole history, `year` what holds,
ratings and sittings of the last year add up to, `page` one page of the list of sessions.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from itertools import pairwise

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from supple.ui.dress import Dress  # isort: skip  # the program loads it before PySide6, too

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from supple.app.container import Container
from supple.core.history.totals import Span
from supple.ui.places import Places
from supple.ui.window import MainWindow

_WARM_TURNS = 20
_TURN_MS = 2
_AFTER_MS = 200
_READINGS = 7


def main() -> int:
    gc.disable()  # as `supple.ui.start` does, until the window is up
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
        gc.freeze()
        gc.enable()
        print(json.dumps({**opening(window), **queries(app)}))
    return 0


class Opening(QObject):
    """Watches the page being built. A timer, due every few ms, tells when nothing was answered."""

    def __init__(self, places: Places) -> None:
        super().__init__()
        self._places = places
        self._loop = QEventLoop()
        self._timer = QTimer(interval=_TURN_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self._listens = False
        self._first = 0.0
        self._built: list[float] = []
        self._turns = [time.monotonic()]

    def run(self, go: Callable[[], object]) -> dict[str, float]:
        self._timer.start()
        self._turns = [time.monotonic()]
        go()
        self._loop.exec()
        self._timer.stop()
        began, turns = self._turns[0], pairwise(self._turns)
        longest = max(later - earlier for earlier, later in turns) - _TURN_MS / 1e3
        _, totals, complete = self._built
        found = {"first": self._first, "totals": totals, "complete": complete}
        return {
            **{name: (moment - began) * 1e3 for name, moment in found.items()},
            "blocked": longest * 1e3,
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The last of the first charts is about to be painted."""
        if event.type() is QEvent.Type.Paint and not self._first:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        self._first = time.monotonic()

    def _turn(self) -> None:
        self._turns.append(time.monotonic())
        if not self._listens and "history" in vars(self._places):
            self._listens = True
            self._places.history.page.built.connect(self._note)

    def _note(self) -> None:
        """The first charts are built, or the other totals, or the details."""
        page = self._places.history.page
        if not self._built:
            page.cards()[-1].chart.installEventFilter(self)
        self._built.append(time.monotonic())
        if page.is_complete:
            QTimer.singleShot(_AFTER_MS, self._loop.quit)


def opening(window: MainWindow) -> dict[str, float]:
    """Open the page as the key for it does."""
    return Opening(window.places).run(lambda: window.go("history"))


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
