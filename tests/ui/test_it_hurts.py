""" "It hurts" in each variant, in a real session of the real window, and what follows next time."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.sessions import Request
from supple.core.history.records import SessionRecord, Source
from supple.core.plan.screening import Access
from supple.core.session.engine import Intent
from supple.core.session.events import Hurt, SessionOutcome
from supple.core.session.steps import Kind
from supple.core.session.view import SessionView, State
from supple.devices.store.hurts import list_hurts
from supple.devices.store.ids import new_id
from supple.ui.pages.screening import QuestionsPage
from supple.ui.pages.session import SessionPage
from supple.ui.pages.session_finished import FinishedPage
from tests.ui.windows import Program, live_through, program, settled

ROUTINE = "supine-mat"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def second_hold(view: SessionView) -> bool:
    return view.step.kind is Kind.HOLD and view.step.set > 1 and view.remaining_s <= 10


def hurt(now: Program, key: int) -> SessionPage:
    """Press H in the second set of the first hold, wait for the guard, answer with a key."""
    now.window.begin(Request(ROUTINE, Source.WINDOW, voiced=False, session_id=new_id()))
    live_through(now, second_hold)
    page = now.page()
    assert isinstance(page, SessionPage)
    QTest.keyClick(page, Qt.Key.Key_H)
    assert view(now).state is State.HURT
    page.hurt._since_press.invalidate()
    QTest.keyClick(page, Qt.Key(Qt.Key.Key_0.value + key))
    QApplication.processEvents()
    return page


def latest(now: Program) -> SessionRecord:
    """The last session, once all of it is written."""
    now.app.store.write(lambda _connection: None).result()
    return now.app.history.records()[-1]


def view(now: Program) -> SessionView:
    opened = now.window.visit.flow.opened
    assert opened is not None
    return opened.runner.view()


def way(page: SessionPage, name: str) -> None:
    number = next(n for n, each in enumerate(page.hurt._ways, 1) if name in each.accessibleName())
    QTest.keyClick(page, Qt.Key(Qt.Key.Key_0.value + number))
    QApplication.processEvents()


def test_too_strong_goes_on_softer_now_and_next_time(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = hurt(now, 1)
        before = view(now).step
        easier = now.app.catalogue.exercise(before.exercise).easier
        way(page, "Softer version")
        assert view(now).state is State.RUNNING
        step = view(now).step
        assert step.exercise == easier or step.seconds <= 15 < before.seconds
        assert step.side is before.side
        live_through(now)
        assert isinstance(now.page(), FinishedPage)
        assert latest(now).outcome is SessionOutcome.COMPLETED


def test_a_minute_of_rest_runs_before_the_hold_begins_anew(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = hurt(now, 1)
        way(page, "Rest a minute first")
        assert view(now).step.kind is Kind.REST
        assert view(now).seconds == 60
        assert now.says("Rest")
        live_through(now, lambda each: each.step.kind is Kind.HOLD)
        assert view(now).remaining_s == pytest.approx(view(now).seconds)


@pytest.mark.parametrize(("key", "name"), [(6, "Start this hold again"), (7, "Skip this stretch")])
def test_a_cramp_or_something_else_can_go_on(
    qtbot: QtBot, qapp: QApplication, home: Path, key: int, name: str
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = hurt(now, key)
        assert view(now).state is State.HURT
        way(page, name)
        assert view(now).state is State.RUNNING


@pytest.mark.parametrize("key", [2, 3, 4])
def test_signs_that_must_not_be_stretched_through_end_the_session(
    qtbot: QtBot, qapp: QApplication, home: Path, key: int
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = hurt(now, key)
        QTest.keyClick(page, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert isinstance(now.page(), FinishedPage)
        record = latest(now)
        assert record.outcome is SessionOutcome.HURT
        assert record.hurt is list(Hurt)[key - 1]


def test_after_sharp_pain_today_asks_how_it_is_and_the_stretch_rests(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = hurt(now, 2)
        exercise = view(now).step.exercise
        QTest.keyClick(page, Qt.Key.Key_Return)
        QApplication.processEvents()
        now.press("Done")
        assert now.says("Last time you stopped: sharp pain")
        assert [each.exercise for each in now.app.safety.set_asides()] == [exercise]
        now.clock.set_wall(now.clock.wall() + timedelta(minutes=5))
        now.press("Fine again")
        assert not now.says("Last time you stopped")


def test_after_a_nerve_sign_nothing_starts_before_the_questions(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = hurt(now, 3)
        QTest.keyClick(page, Qt.Key.Key_Return)
        QApplication.processEvents()
        now.press("Done")
        assert now.app.safety.standing().access is Access.CHECK_AGAIN
        assert now.says("Sessions are closed for now")
        for routine in (ROUTINE, "desk-break-2", "walk-10"):
            now.window.prepare(routine)
            assert isinstance(now.page(), QuestionsPage)
            now.press("Back")


def test_chest_pain_leads_to_the_emergency_page_and_stays_closed(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = hurt(now, 5)
        QTest.keyClick(page, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert now.says("Please get medical help now")
        now.press("I understand")
        assert now.app.safety.standing().access is Access.EMERGENCY
        assert latest(now).hurt is Hurt.CHEST
    with program(qtbot, qapp, home) as now:
        assert now.says("Please get medical help now")


def test_a_sign_for_help_on_the_page_closes_everything_at_once(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = hurt(now, 3)
        QTest.keyClick(page, Qt.Key.Key_A)
        QApplication.processEvents()
        assert now.app.safety.standing().access is Access.EMERGENCY
        assert now.says("Please get medical help now")
        assert latest(now).hurt is Hurt.NERVE
        now.press("I understand")
        assert now.says("Sessions are closed for now")


def test_a_wrong_answer_is_taken_back_and_leaves_no_trace(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = hurt(now, 5)
        QTest.keyClick(page, Qt.Key.Key_Backspace)
        QTest.keyClick(page, Qt.Key.Key_1)
        way(page, "Skip this stretch")
        live_through(now)
        assert now.app.safety.standing().access is Access.CLEAR
        assert [each.answer for each in now.app.store.read(list_hurts)] == [Hurt.STRONG]


@pytest.mark.parametrize(("key", "access"), [(3, Access.CHECK_AGAIN), (5, Access.EMERGENCY)])
def test_an_answer_counts_though_nobody_comes_back_to_the_page(
    qtbot: QtBot, qapp: QApplication, home: Path, key: int, access: Access
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        hurt(now, key)
        live_through(now)
        assert now.app.safety.standing().access is access
        assert latest(now).hurt is list(Hurt)[key - 1]


def test_rather_not_say_and_no_answer_are_something_else(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        hurt(now, 0)
        live_through(now)
        assert latest(now).hurt is Hurt.OTHER
        assert now.app.safety.standing().access is Access.CLEAR
        way(hurt(now, 8), "Stop for today")
        answers = [each.answer for each in now.app.store.read(list_hurts)]
        assert answers == [Hurt.OTHER, Hurt.OTHER]


def test_a_press_by_mistake_leaves_no_trace(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        hurt(now, 0)
        now.window.visit.flow.do(Intent.RESUME)
        assert view(now).state is State.RUNNING
        assert not now.app.store.read(list_hurts)


def test_a_note_can_be_added_at_once(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = hurt(now, 2)
        QTest.keyClick(page, Qt.Key.Key_N)
        QApplication.processEvents()
        finished = now.page()
        assert isinstance(finished, FinishedPage)
        assert finished.focusWidget() is finished.note
        assert now.says("Stopping was the right choice. Take it easy today.")


def test_what_was_something_else_is_asked_about_again_at_the_end(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        way(hurt(now, 7), "Skip this stretch")
        live_through(now)
        finished = now.page()
        assert isinstance(finished, FinishedPage)
        assert now.says("What did you feel?")
        finished.felt_menu.chosen.emit(Hurt.NERVE.value)
        assert now.app.safety.standing().access is Access.CHECK_AGAIN
        finished.felt_menu.chosen.emit(Hurt.CHEST.value)
        assert now.says("Please get medical help now")
