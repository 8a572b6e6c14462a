"""A whole program on a fresh home, with its window, for tests that use it as a person would."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.core.session.view import SessionView
from supple.devices.clock import ManualClock
from supple.ui.dress import Dress
from supple.ui.window import MainWindow

NOW = datetime(2026, 5, 13, 14, 8, tzinfo=timezone(timedelta(hours=2)))


class Program(NamedTuple):
    """The parts of one start of the program."""

    app: Container
    clock: ManualClock
    window: MainWindow

    def button(self, words: str) -> QAbstractButton:
        """The one button in sight with these words. Raises LookupError."""
        page = self.page()
        found = [
            each
            for each in page.findChildren(QAbstractButton)
            if each.text() == words and each.isVisibleTo(page)
        ]
        if len(found) != 1:
            shown = [each.text() for each in page.findChildren(QAbstractButton)]
            raise LookupError(f"{len(found)} buttons say {words!r}; there are {shown}")
        return found[0]

    def press(self, words: str) -> None:
        """Click the button with these words."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def page(self) -> QWidget:
        """The page that is up."""
        page = self.window.currentWidget()
        assert page is not None
        return page

    def says(self, words: str) -> bool:
        """Whether these words stand anywhere on the page."""
        return any(
            words in (each.accessibleName() or str(each.property("text") or ""))
            for each in self.page().findChildren(QWidget)
            if each.isVisibleTo(self.page())
        )


Change = Callable[[Container], object]


@contextmanager
def program(
    qtbot: QtBot,
    qapp: QApplication,
    home: Path,
    *,
    now: datetime = NOW,
    set_up: Change | None = None,
) -> Iterator[Program]:
    """The program as one start of it opens the window. `set_up` comes before the window."""
    clock = ManualClock(wall=now)
    environ = {"SUPPLE_HOME": str(home), "LANG": "C"}
    with Container(environ, language="en", clock=clock) as app:
        app.change_setting("voice.on", value=False)
        app.change_setting("appearance.motion", "reduced")
        if set_up is not None:
            set_up(app)
        window = MainWindow(app, Dress(qapp, app.settings))
        qtbot.addWidget(window)
        window.resize(1200, 800)
        window.open_first()
        window.show()
        yield Program(app, clock, window)
        window.close()


def settled(app: Container) -> None:
    """Consent was given, and nothing was ticked."""
    from supple.core.plan.screening import Answers

    app.change_setting("welcome.consented", value=True)
    app.change_setting("welcome.page", "done")
    app.safety.answer(Answers())


def live_through(now: Program, until: Callable[[SessionView], bool] | None = None) -> None:
    """Let the session that runs go on to its end, or to where `until` holds."""
    opened = now.window.visit.flow.opened
    assert opened is not None
    runner = opened.runner
    while (wait_s := runner.wait_s()) is not None and not (until and until(runner.view())):
        now.clock.advance(wait_s)
        runner.tick()
    QApplication.processEvents()
