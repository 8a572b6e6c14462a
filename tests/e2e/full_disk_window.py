"""A session in the window whose disk becomes full; what is said is printed, one line each.

Run as a program: the folder of the small disk, and the file to keep the session in.
"""

import os
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from supple.app.container import Container
from supple.app.sessions import Request
from supple.core.history.records import Source
from supple.devices.clock import ManualClock
from supple.ui.dress import Dress
from supple.ui.unsaved import Unsaved
from supple.ui.widgets.notice import NoticeCard
from supple.ui.window import MainWindow
from tests.ui.windows import settled

NOW = datetime(2026, 5, 13, 14, 8, tzinfo=timezone(timedelta(hours=2)))


def notices(window: MainWindow) -> list[str]:
    page = window.currentWidget() or QWidget()
    return [
        each.accessibleName() for each in page.findChildren(NoticeCard) if each.isVisibleTo(page)
    ]


def tell(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def press(window: MainWindow, words: str) -> None:
    page = window.currentWidget() or QWidget()
    found = [each for each in page.findChildren(QAbstractButton) if each.text() == words]
    next(each for each in found if each.isVisibleTo(page)).click()


def main(disk: Path, file: Path) -> None:
    qt = QApplication(["supple"])
    clock = ManualClock(wall=NOW)
    with Container({"SUPPLE_HOME": str(disk / "home")}, language="en", clock=clock) as app:
        app.change_setting("voice.on", value=False)
        settled(app)
        window = MainWindow(app, Dress(qt, app.settings))
        window.show()
        window.begin(Request("desk-break-2", Source.WINDOW, voiced=False))
        opened = window.visit.flow.opened
        assert opened is not None
        filled = False
        while (wait_s := opened.runner.wait_s()) is not None:
            if clock.now() > 60 and not filled:
                filled = True
                opened.recorder.retry()  # what was done until here is on the disk
                fill(disk)
            clock.advance(wait_s)
            opened.runner.tick()
        qt.processEvents()
        tell(window.page_name)
        tell(*notices(window))
        press(window, "Save it somewhere else")
        [unsaved] = window.visit.findChildren(Unsaved)
        assert unsaved.dialog is not None
        unsaved.dialog.fileSelected.emit(str(file))
        unsaved.dialog.done(1)
        window.visit.retry_saving()  # as every ten seconds
        qt.processEvents()
        tell(*notices(window))
        window.close()


def fill(disk: Path) -> None:
    try:
        with (disk / "fill").open("wb") as file:
            while True:
                file.write(bytes(4096))
                file.flush()
    except OSError:
        pass


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
