"""A whole first week, from the first start to the third session, with clicks, keys and a database.

Every day is a start of its own over the same home, as with a real person.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.catalogue.routine import RoutineStep
from supple.core.history.records import Moment, RatingKind, Source
from supple.core.session.events import SessionOutcome
from supple.core.session.steps import Kind
from supple.core.session.view import SessionView, State
from supple.ui.pages.before import BeforePage
from supple.ui.pages.first_run import WelcomePage
from supple.ui.pages.session import SessionPage
from supple.ui.pages.session_finished import FinishedPage
from supple.ui.shell import PlaceButton, Shell
from supple.ui.widgets.slider import Slider
from tests.ui.windows import Program, live_through, program

Key = Qt.Key
MONDAY = datetime(2026, 5, 11, 18, 30, tzinfo=timezone(timedelta(hours=2)))
LEFT = Qt.MouseButton.LeftButton


class Week:
    """Starts the program on its days, and does in it what a person does."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, home: Path) -> None:
        self.qtbot, self._qapp, self._home = qtbot, qapp, home

    @contextmanager
    def day(self, number: int) -> Iterator[Program]:
        """The program on the day that is `number` days after Monday."""
        when = MONDAY + timedelta(days=number)
        with program(self.qtbot, self._qapp, self._home, now=when) as now:
            yield now


@pytest.fixture
def week(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Week:
    return Week(qtbot, qapp, tmp_path / "home")


def key(now: Program, *keys: Key) -> None:
    """Type keys where the focus is."""
    for each in keys:
        focused: QWidget | None = now.window.focusWidget()
        QTest.keyClick(now.page() if focused is None else focused, each)
        QApplication.processEvents()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)
    QApplication.processEvents()


def go(now: Program, place: str) -> None:
    """Press a place in the side bar."""
    click(next(each for each in now.page().findChildren(PlaceButton) if each.text() == place))
    if place == "History":
        now.window.places.history.settle()


def holding(view: SessionView) -> bool:
    return view.step.kind is Kind.HOLD


def state(now: Program) -> State:
    opened = now.window.visit.flow.opened
    assert opened is not None
    return opened.runner.view().state


def through_session(now: Program) -> None:
    """Start with Space, pause and go on in the first hold, then follow to the end."""
    assert isinstance(now.page(), BeforePage)
    key(now, Key.Key_3, Key.Key_Space)
    assert isinstance(now.page(), SessionPage)
    live_through(now, holding)
    key(now, Key.Key_Space)
    assert state(now) is State.PAUSED
    key(now, Key.Key_Space)
    assert state(now) is State.RUNNING
    live_through(now)


def after_session(now: Program, feel: str) -> None:
    page = now.page()
    assert isinstance(page, FinishedPage)
    key(now, Key.Key_2)
    now.press(feel)
    if page.room.isVisible():  # it was followed from the mat
        key(now, Key.Key_Escape)
    QTest.keyClicks(page.note, "Left side tighter.")
    now.press("Done")
    assert isinstance(now.page(), Shell)


def sessions(now: Program) -> list[SessionOutcome | None]:
    return [
        each.session.outcome
        for each in now.app.history.sessions()
        if each.session.source is Source.WINDOW and each.session.counts_for_plan
    ]


def first_day(now: Program, qtbot: QtBot) -> None:
    """The set-up, and at once a first session."""
    page = now.page()
    assert isinstance(page, WelcomePage)
    click(page.consent)
    now.press("Set it up, 2 minutes")
    for _ in range(3):
        now.press("None of these")
    now.press("Go on")
    now.press("No voice, just chimes")
    now.press("Finish and do a first session")
    through_session(now)
    qtbot.waitUntil(lambda: now.says("1 of 2"))
    after_session(now, "About right")
    qtbot.waitUntil(lambda: now.app.history.sessions()[0].session.note == "Left side tighter.")
    [only] = now.app.history.sessions()
    given = {(each.moment, each.kind): each.value for each in only.ratings}
    assert given[Moment.BEFORE, RatingKind.BACK] == 3
    assert given[Moment.AFTER, RatingKind.BACK] == 2
    assert given[Moment.AFTER, RatingKind.FEEL] == "right"


def own_routine(now: Program) -> None:
    """Tuesday: a routine of one's own, changed with keys and taken back."""
    go(now, "My routines")
    now.press("New routine")
    page = now.window.places.routines.editor.page
    QTest.keyClicks(page.title, "Tuesday")
    key(now, Key.Key_Return)
    adders = [
        each
        for each in page.palette_.findChildren(QAbstractButton)
        if each.isVisible() and each.accessibleName().startswith("Add")
    ]
    for adder in adders[:3]:
        click(adder)
    [mine] = [each for each in now.app.catalogue.routines() if now.app.catalogue.is_own(each.id)]
    assert mine.name == "Tuesday"
    ident = mine.id
    names = [step.exercise for step in mine.steps if isinstance(step, RoutineStep)]
    assert len(names) == 3
    page.rows.focus_row(0)
    QTest.keyClick(page.rows.rows[0].head, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    moved = now.app.catalogue.routine(ident).steps
    assert [step.exercise for step in moved if isinstance(step, RoutineStep)] == [
        names[1],
        names[0],
        names[2],
    ]
    click(page.undo)
    assert now.app.catalogue.routine(ident).steps == mine.steps


def take_a_break(now: Program) -> None:
    """Wednesday noon: a desk break, and in it a pause."""
    go(now, "Today")
    now.press("Take one now")
    assert isinstance(now.page(), SessionPage)
    live_through(now)
    assert isinstance(now.page(), FinishedPage)
    now.press("Done")


def settle_in(now: Program) -> None:
    """Thursday: larger text, and dark."""
    go(now, "Settings")
    click(
        next(each for each in now.page().findChildren(QPushButton) if each.text() == "Appearance")
    )
    size = next(each for each in now.page().findChildren(Slider) if each.isVisible())
    size.setFocus()
    key(now, Key.Key_Right, Key.Key_Right)
    assert now.app.settings.appearance.text_percent == 120
    now.press("Dark")
    assert now.app.settings.appearance.theme == "dark"


@pytest.mark.timeout(240)
def test_a_first_week(week: Week) -> None:
    with week.day(0) as now:
        first_day(now, week.qtbot)
    with week.day(1) as now:
        own_routine(now)
    with week.day(2) as now:
        take_a_break(now)
        now.press("Start session")
        through_session(now)
        after_session(now, "Too easy")
        assert sessions(now) == [SessionOutcome.COMPLETED] * 2
    with week.day(3) as now:
        settle_in(now)
    with week.day(5) as now:
        assert now.app.settings.appearance.theme == "dark"
        assert now.window.shell.place == "settings", "where it was left"
        now.window.go("today")
        now.press("Do an easy one")
        through_session(now)
        after_session(now, "About right")
        assert sessions(now) == [SessionOutcome.COMPLETED] * 3
        go(now, "Plan")
        assert now.says("Ease in")
        go(now, "History")
        assert now.says("min")
        assert not now.window.places.history.page.empty.isVisible()
