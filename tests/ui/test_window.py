"""The window as a person uses it: real pages, real use cases, a real database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from supple.core.history.records import Moment, RatingKind
from supple.core.session.events import Hurt, SessionOutcome
from supple.core.session.view import SessionView, State
from supple.ui.dress import Dress, read_asset
from supple.ui.theme.fonts import Fonts
from supple.ui.window import MainWindow
from tests.app.program import Program

Key = Qt.Key


class Person:
    """Somebody in front of the window, on a clock that is driven by hand."""

    def __init__(self, program: Program, window: MainWindow, bot: QtBot) -> None:
        self.program = program
        self.window = window
        self.bot = bot

    def press(self, *keys: Key) -> None:
        """Press keys in the page that is up."""
        for key in keys:
            page = self.window.currentWidget()
            assert page is not None
            QTest.keyClick(page, key)

    @property
    def view(self) -> SessionView:
        flow = self.window.flow
        assert flow is not None
        assert flow.opened is not None
        return flow.opened.runner.view()

    @property
    def state(self) -> State:
        return self.view.state

    def wait(self, seconds: float) -> None:
        """Let session time pass."""
        flow = self.window.flow
        assert flow is not None
        if flow.opened is not None:
            self.program.run(flow.opened, seconds)
            flow.seen(seen=True, still=True)  # paint what the clock says now


@pytest.fixture
def person(supple_home: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Person]:
    program = Program(supple_home)
    program.app.change_setting("voice.on", False)
    program.nothing_fits()
    dress = Dress(qapp, program.app.settings, Fonts(read_asset, pinned="Inter"))
    window = MainWindow(program.app, dress)
    qtbot.addWidget(window)
    window.show_today()
    window.show()
    qtbot.waitExposed(window)
    yield Person(program, window, qtbot)
    flow = window.flow
    if flow is not None and flow.is_running:
        flow.stop()
    window.close()
    program.app.close()


def test_space_starts_what_today_offers_and_the_session_ends_in_the_history(
    person: Person,
) -> None:
    person.window.prepare("morning-10")
    person.press(Key.Key_4)
    person.press(Key.Key_Space)
    assert person.state is State.RUNNING
    person.wait(2000)
    assert person.window.page_name == "finished"
    person.press(Key.Key_2)
    person.bot.waitUntil(lambda: len(person.program.app.history.sessions()[0].ratings) == 2)
    [found] = person.program.app.history.sessions()
    assert found.session.outcome is SessionOutcome.COMPLETED
    ratings = {(rating.moment, rating.kind): rating.value for rating in found.ratings}
    assert ratings == {(Moment.BEFORE, RatingKind.BACK): 4, (Moment.AFTER, RatingKind.BACK): 2}
    person.press(Key.Key_Return)
    assert person.window.page_name == "today"


def test_a_desk_break_starts_at_once(person: Person) -> None:
    person.window.today.break_requested.emit()
    assert person.window.page_name == "session"
    assert person.state is State.RUNNING


def test_space_pauses_and_goes_on_and_h_stops_the_clock(person: Person) -> None:
    person.window.prepare("desk-break-2")
    person.wait(20)
    states = []
    for key in (Key.Key_Space, Key.Key_Space, Key.Key_H):
        person.press(key)
        states.append(person.state)
    assert states == [State.PAUSED, State.RUNNING, State.HURT]
    left = person.view.remaining_s
    person.wait(30)
    assert person.view.remaining_s == left


def test_a_sharp_pain_ends_the_session_and_is_kept(person: Person) -> None:
    person.window.prepare("desk-break-2")
    person.wait(50)
    person.press(Key.Key_H)
    person.window.visit.page.hurt_answer.emit(Hurt.SHARP)
    person.window.visit.page.stop.emit()
    sessions = person.program.app.history.sessions
    person.bot.waitUntil(lambda: sessions()[0].session.outcome is not None)
    [found] = sessions()
    assert found.session.outcome is SessionOutcome.HURT
    assert found.session.hurt is Hurt.SHARP


def test_closing_the_window_in_a_session_asks_first(person: Person) -> None:
    person.window.prepare("desk-break-2")
    person.wait(50)
    person.window.close()
    assert person.window.isVisible()
    assert person.window.visit.page.asking()
    assert person.state is State.PAUSED


def test_closing_at_the_very_beginning_ends_the_session_and_closes(person: Person) -> None:
    person.window.prepare("desk-break-2")
    person.wait(10)
    with person.bot.waitSignal(person.window.closed):
        assert person.window.close()
    assert not person.window.isVisible()
    assert not person.window.in_session
    assert person.program.app.history.sessions() == []


def test_at_the_beginning_a_pain_is_not_closed_away(person: Person) -> None:
    person.window.prepare("desk-break-2")
    person.wait(10)
    person.press(Key.Key_H)
    assert not person.window.close()
    assert not person.window.in_session
    assert person.window.isVisible()
    assert person.window.close()


def test_a_session_that_was_cut_off_is_offered_on_today(
    supple_home: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    before = Program(supple_home)
    before.nothing_fits()
    opened = before.open("desk-break-2")
    opened.runner.start()
    before.run(opened, 50)
    before.app.close()

    program = Program(supple_home)
    window = MainWindow(
        program.app, Dress(qapp, program.app.settings, Fonts(read_asset, pinned="Inter"))
    )
    qtbot.addWidget(window)
    window.show_today()
    window.today.resume_requested.emit()
    flow = window.flow
    assert flow is not None
    assert flow.opened is not None
    assert flow.opened.runner.view().holds_done >= 1
    program.run(flow.opened, 1000)
    [found] = program.app.history.sessions()
    assert found.session.outcome is SessionOutcome.COMPLETED
    window.close()
    program.app.close()


def test_a_session_that_lapsed_in_a_pause_is_offered_on_today(person: Person) -> None:
    person.window.prepare("desk-break-2")
    person.wait(50)
    person.press(Key.Key_Space)
    person.wait(1810)
    assert person.window.page_name == "finished"
    person.press(Key.Key_Return)
    words = [each.text() for each in person.window.today.findChildren(QAbstractButton)]
    assert "Go on where you stopped" in words
    person.window.today.resume_requested.emit()
    assert person.state is State.RUNNING
    assert person.view.holds_done >= 1


def test_no_timer_runs_while_nothing_happens(person: Person) -> None:
    person.window.fill_today()
    running = [timer for timer in person.window.findChildren(QTimer) if timer.isActive()]
    assert running == []


def test_a_window_remembers_its_place_and_size(person: Person) -> None:
    person.window.resize(1000, 700)
    person.window.close()
    assert person.program.app.settings.window.width == 1000
    assert "width = 1000" in person.program.app.folders.settings.read_text()
