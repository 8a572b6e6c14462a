"""Opens each place of the window once, then switches back to it; prints, in ms, how long it took.

python open_places.py bare|supple. `first` and `back` are those of the slowest place: from the
press until it is painted. The bare page is a scrolled column of labels and buttons, as many as a
place has.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

PLACES = ("library", "routines", "plan", "history", "learn", "settings")
SIZE = 1200, 800
ROWS = 40


def main() -> int:
    qt = QApplication(["supple"])
    measured = bare(qt) if sys.argv[1] == "bare" else supple(qt)
    print(json.dumps(measured))
    return 0


def bare(qt: QApplication) -> dict[str, float]:
    stack = QStackedWidget()
    stack.resize(*SIZE)
    stack.addWidget(QLabel("Bare"))
    stack.show()
    qt.processEvents()
    page: list[QWidget] = []

    def open_page() -> None:
        if not page:
            page.append(column())
            stack.addWidget(page[0])
        stack.setCurrentWidget(page[0])

    first = painted(stack, open_page)
    stack.setCurrentIndex(0)
    painted(stack, lambda: None)
    return {"first": first, "back": painted(stack, open_page)}


def column() -> QWidget:
    content = QWidget()
    rows = QVBoxLayout(content)
    for number in range(ROWS):
        rows.addWidget(QLabel(f"Row {number}"))
        rows.addWidget(QPushButton("Do it"))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


def supple(qt: QApplication) -> dict[str, float]:
    from supple.app.container import Container
    from supple.ui.dress import Dress
    from supple.ui.window import MainWindow

    with Container(os.environ, language="en") as app:
        app.change_setting("welcome.consented", value=True)
        app.change_setting("welcome.page", "done")
        window = MainWindow(app, Dress(qt, app.settings))
        window.resize(*SIZE)
        window.open_first()
        window.show()
        window.fill_today()
        for _ in range(20):
            qt.processEvents()
        first, back = {}, {}
        for place in PLACES:
            first[place] = painted(window, partial(window.go, place))
            window.places.settle()
            painted(window, partial(window.go, "today"))
            back[place] = painted(window, partial(window.go, place))
            window.places.settle()
        if "--each" in sys.argv:
            print(json.dumps({"first": first, "back": back}))
        window.close()
    return {"first": max(first.values()), "back": max(back.values())}


def painted(window: QWidget, act: Callable[[], None]) -> float:
    """Do it, and return the ms until everything that it asked to be painted is."""
    began = time.perf_counter()
    act()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    window.repaint()
    took = (time.perf_counter() - began) * 1e3
    for _ in range(5):
        QApplication.processEvents()
    return took


if __name__ == "__main__":
    sys.exit(main())
