"""The program as somebody meets it first: consent, questions, locks, and no way round them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.core.plan.screening import Access, Answers, Condition, Lock
from supple.ui.pages.before import BeforePage
from supple.ui.pages.first_run import WelcomePage
from supple.ui.pages.first_run_begin import BeginPage
from supple.ui.pages.first_run_spot import SpotPage
from supple.ui.pages.first_run_voice import VoicePage
from supple.ui.pages.screening import QuestionsPage
from supple.ui.pages.screening_result import ResultPage
from supple.ui.pages.session import SessionPage
from supple.ui.shell import Shell
from tests.ui.windows import Program, program, settled


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def tick(now: Program, *idents: str) -> None:
    page = now.page()
    assert isinstance(page, QuestionsPage)
    for ident in idents:
        QTest.mouseClick(page.rows[ident], Qt.MouseButton.LeftButton)


def consent(now: Program) -> None:
    page = now.page()
    assert isinstance(page, WelcomePage)
    QTest.mouseClick(page.consent, Qt.MouseButton.LeftButton)


def test_somebody_with_nothing_to_tick_comes_to_a_first_session(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home) as now:
        assert isinstance(now.page(), WelcomePage)
        assert not now.button("Set it up, 2 minutes").isEnabled()
        consent(now)
        now.press("Set it up, 2 minutes")
        for _ in range(3):
            assert isinstance(now.page(), QuestionsPage)
            now.press("None of these")
        assert isinstance(now.page(), SpotPage)
        assert now.says("Nothing speaks against gentle stretching.")
        now.press("Go on")
        assert isinstance(now.page(), VoicePage)
        now.press("No voice, just chimes")
        assert isinstance(now.page(), BeginPage)
        now.press("Finish and do a first session")
        assert isinstance(now.page(), BeforePage)
        assert now.app.settings.session.without == "partner"
        assert not now.app.settings.voice.on
        now.press("Start")
        assert isinstance(now.page(), SessionPage)
    with program(qtbot, qapp, home) as now:
        assert isinstance(now.page(), Shell)


def test_the_set_up_goes_on_where_it_was_left(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home) as now:
        consent(now)
        now.press("Set it up, 2 minutes")
    with program(qtbot, qapp, home) as now:
        assert isinstance(now.page(), QuestionsPage)
        for _ in range(3):
            now.press("None of these")
        now.press("Go on")
    with program(qtbot, qapp, home) as now:
        assert isinstance(now.page(), VoicePage)
        now.press("Back")
        assert isinstance(now.page(), SpotPage)


def test_looking_around_leaves_sessions_behind_consent_and_questions(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home) as now:
        now.press("Just look around")
        assert isinstance(now.page(), Shell)
        now.window.prepare("desk-break-2")
        assert isinstance(now.page(), WelcomePage)
        consent(now)
        now.press("Go on")
        for _ in range(3):
            now.press("None of these")
        assert now.says("Nothing speaks against gentle stretching.")
        now.press("Go on")
        assert isinstance(now.page(), SessionPage)


def test_an_emergency_answer_closes_everything_at_once(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home) as now:
        consent(now)
        now.press("Set it up, 2 minutes")
        tick(now, "red-saddle")
        now.press("Go on")
        assert now.says("Please get medical help now")
        assert now.says("Numbness or tingling around your genitals")
        assert now.says("Say: “I have back pain, and numbness or tingling between my legs")
        now.press("I understand")
        assert now.app.safety.standing().access is Access.EMERGENCY
        assert isinstance(now.page(), Shell)
        assert now.says("Please get medical help now")
        assert not now.window.today.routines.isVisible()
        for routine in ("first-session", "desk-break-2", "walk-10"):
            now.window.prepare(routine)
            assert now.says("Has a doctor checked this?")
            now.press("No, not yet")
            now.press("I understand")
            assert isinstance(now.page(), Shell)


def test_ticking_by_mistake_can_be_taken_back_before_it_is_kept(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home) as now:
        consent(now)
        now.press("Set it up, 2 minutes")
        tick(now, "red-chest")
        now.press("Go on")
        now.press("I ticked that by mistake")
        page = now.page()
        assert isinstance(page, QuestionsPage)
        assert page.rows["red-chest"].isChecked()
        now.press("None of these: untick all")
        now.press("None of these")
        now.press("None of these")
        assert isinstance(now.page(), SpotPage)
        assert now.app.safety.standing().access is Access.CLEAR


def test_closing_the_window_on_the_page_about_help_keeps_the_lock(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.first_run.check()
        tick(now, "red-leg-weakness")
        now.press("Go on")
        now.window.close()
        assert now.app.safety.standing().access is Access.EMERGENCY
    with program(qtbot, qapp, home) as now:
        assert now.says("Sessions are closed for now")


def test_a_doctors_check_lets_the_questions_be_answered_again(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def closed(app: Container) -> None:
        settled(app)
        app.safety.close(Lock.EMERGENCY)

    with program(qtbot, qapp, home, set_up=closed) as now:
        now.press("Answer again")
        now.press("Yes, a doctor has checked it")
        for _ in range(3):
            now.press("None of these")
        assert now.says("Nothing speaks against gentle stretching.")
        now.press("Go on")
        assert now.app.safety.standing().access is Access.CLEAR
        assert now.button("Start, 10 min").isVisible()


@pytest.mark.parametrize(
    "told",
    [
        (1, "urgent-fever", Access.SEE_FIRST),
        (2, "has-severe-disc-herniation", Access.ASK_FIRST),
        (2, "has-other-back", Access.ASK_FIRST),
    ],
)
def test_ask_first_answers_close_sessions_until_a_professional_agreed(
    qtbot: QtBot, qapp: QApplication, home: Path, told: tuple[int, str, Access]
) -> None:
    page, ident, access = told
    with program(qtbot, qapp, home) as now:
        consent(now)
        now.press("Set it up, 2 minutes")
        for number in range(3):
            if number == page:
                tick(now, ident)
                now.press("Go on")
            else:
                now.press("None of these")
        assert now.says("Ask a professional first")
        now.press("Go on without sessions")
        assert now.app.safety.standing().access is access
        assert isinstance(now.page(), Shell)
        now.window.prepare("first-session")
        result = now.page()
        assert isinstance(result, ResultPage)
        QTest.mouseClick(result.clearance, Qt.MouseButton.LeftButton)
        now.press("Go on")
        assert now.app.safety.standing().access is Access.CLEAR
        assert isinstance(now.page(), BeforePage)


def test_who_is_to_ask_first_can_print_what_to_show(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.first_run.check()
        now.press("None of these")
        now.press("None of these")
        tick(now, "has-severe-disc-herniation")
        now.press("Go on")
        now.press("Print the list of stretches")
        result = now.page()
        assert isinstance(result, ResultPage)
        [dialog] = result.findChildren(QPrintDialog)
        assert dialog.isVisible()
        dialog.reject()
        assert now.says("Ask a professional first")


def test_floor_steps_are_swapped_or_kept_as_the_person_wants(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.first_run.check()
        now.press("None of these")
        now.press("None of these")
        page = now.page()
        assert isinstance(page, QuestionsPage)
        assert not page.follow_row.isVisible()
        tick(now, "has-floor-access")
        assert page.follow_row.isVisible()
        now.press("No, keep them")
        now.press("Go on")
        assert now.says("hands on a chair")
        now.press("Go on")
        assert now.app.safety.standing().conditions == {Condition.FLOOR_ACCESS_KEPT}


def test_a_routine_asked_for_from_outside_waits_for_the_answers(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home) as now:
        now.window.prepare("first-session")
        assert isinstance(now.page(), WelcomePage)
        consent(now)
        now.press("Set it up, 2 minutes")
        for _ in range(3):
            now.press("None of these")
        now.press("Go on")
        now.press("No voice, just chimes")
        now.press("Finish")
        assert isinstance(now.page(), BeforePage)


@pytest.mark.parametrize(
    "close",
    [
        lambda app: app.safety.answer(Answers(yes=frozenset({"red-saddle"}))),
        lambda app: app.safety.answer(Answers(yes=frozenset({"urgent-lump"}))),
        lambda app: app.safety.close(Lock.CHECK_AGAIN),
    ],
)
def test_a_session_cut_off_before_the_lock_is_not_gone_on_with(
    qtbot: QtBot, qapp: QApplication, home: Path, close: Callable[[Container], object]
) -> None:
    def prepared(app: Container) -> None:
        settled(app)
        close(app)

    with program(qtbot, qapp, home, set_up=prepared) as now:
        assert now.says("Sessions are closed for now")
        now.window.today.resume_requested.emit()
        now.window.today.start_requested.emit("first-session")
        assert isinstance(now.page(), (QuestionsPage, ResultPage))


def test_questions_out_of_sight_are_counted_until_they_have_been_seen(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home) as now:
        now.window.resize(900, 600)
        consent(now)
        now.press("Set it up, 2 minutes")
        page = now.page()
        assert isinstance(page, QuestionsPage)
        qtbot.waitUntil(page.more.isVisible)
        count = int(page.more.text().split()[0])
        last = list(page.rows.values())[-count:]
        assert all(row.visibleRegion().isEmpty() for row in last[1:])
        while page.more.isVisible():
            before = page.more.text()
            page.more.click()
            QApplication.processEvents()
            assert page.more.text() != before
        assert not last[-1].visibleRegion().isEmpty()
        now.window.resize(1200, 1000)
        QApplication.processEvents()
        assert not page.more.isVisible()


def test_the_keyboard_alone_goes_through_the_questions(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home) as now:
        QTest.keyClick(now.window.focusWidget(), Qt.Key.Key_Space)
        QTest.keyClick(now.window.focusWidget(), Qt.Key.Key_Return)
        page = now.page()
        assert isinstance(page, QuestionsPage)
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
        assert page.ticked() == {"red-saddle"}
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        assert isinstance(now.page(), ResultPage)
        QTest.keyClick(now.page().focusWidget(), Qt.Key.Key_Return)
        assert isinstance(now.page(), Shell)
