"""After a session across the room the page that follows can be read and answered from the floor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.session.events import Hurt
from supple.core.session.steps import Kind
from supple.ui.pages.session_finished import FinishedPage
from supple.ui.widgets.figure_view import FigureView
from tests.ui.windows import Program, live_through, program, settled

Key = Qt.Key


@pytest.fixture
def now(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with program(qtbot, qapp, tmp_path / "home", set_up=settled) as started:
        yield started


def in_a_hold(now: Program) -> None:
    now.window.prepare("supine-mat")
    now.press("Start")
    live_through(now, lambda view: view.holds_done > 0 and view.step.kind is Kind.HOLD)


def finished(now: Program) -> FinishedPage:
    page = now.page()
    assert isinstance(page, FinishedPage)
    return page


def press(now: Program, key: Key) -> None:
    QTest.keyClick(now.page().focusWidget(), key)
    QApplication.processEvents()


def test_the_page_stays_full_screen_with_few_large_words(now: Program) -> None:
    in_a_hold(now)
    assert now.window.isFullScreen()
    live_through(now)
    assert now.window.isFullScreen()
    assert finished(now).room.isVisible()
    assert now.says("Nicely done")
    assert now.says("How is your back now?")
    assert not finished(now).note.isVisible()
    assert finished(now).room.figure.findChildren(FigureView)


def test_digits_answer_and_enter_leaves_both(now: Program, qtbot: QtBot) -> None:
    in_a_hold(now)
    live_through(now)
    press(now, Key.Key_6)
    now.press("Too strong")
    assert finished(now).room.scale.value() == 6
    qtbot.waitUntil(lambda: len(now.app.history.sessions()[0].ratings) == 2)
    ratings = {each.value for each in now.app.history.sessions()[0].ratings}
    assert ratings == {6, "too-strong"}
    press(now, Key.Key_Return)
    assert now.window.page_name == "today"
    assert not now.window.isFullScreen()


def test_much_pain_is_answered_in_large_words_too(now: Program) -> None:
    in_a_hold(now)
    live_through(now)
    press(now, Key.Key_9)
    assert now.says("That is a lot.")
    press(now, Key.Key_Minus)
    assert not now.says("That is a lot.")


def test_a_remote_walks_only_through_what_is_in_sight(now: Program) -> None:
    in_a_hold(now)
    live_through(now)
    room = finished(now).room
    for _ in range(14):
        press(now, Key.Key_PageDown)
        assert room.isAncestorOf(finished(now).focusWidget())


def test_escape_opens_the_usual_form_with_what_was_answered(now: Program) -> None:
    in_a_hold(now)
    live_through(now)
    press(now, Key.Key_3)
    press(now, Key.Key_Escape)
    page = finished(now)
    assert not now.window.isFullScreen()
    assert not page.room.isVisible()
    assert page.note.isVisible()
    assert page.scale.value() == 3
    assert page.feel.value == ""
    assert page.figure.findChildren(FigureView)


def test_a_session_near_the_screen_ends_near(now: Program) -> None:
    now.app.change_setting("session.full_screen", value=False)
    in_a_hold(now)
    live_through(now)
    assert finished(now).note.isVisible()


def test_what_must_be_asked_is_asked_in_the_usual_form(now: Program) -> None:
    in_a_hold(now)
    press(now, Key.Key_H)
    now.window.visit.page.hurt_answer.emit(Hurt.OTHER)
    now.window.visit.page.stop.emit()
    QApplication.processEvents()
    assert finished(now).felt_menu.isVisible()
    assert not now.window.isFullScreen()


def test_a_place_is_not_shown_across_the_room(now: Program) -> None:
    in_a_hold(now)
    live_through(now)
    now.window.menu.choose("library")
    assert not now.window.isFullScreen()
    now.window.prepare("supine-mat")
    assert now.window.visit.before.page.figure.findChildren(FigureView)
