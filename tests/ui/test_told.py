"""What a screen reader is told: of notices, of what can be undone, of an end; not by two voices."""

from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.errors import FacilityError
from supple.core.session.view import State
from supple.devices.speech.voice import Health, VoiceState
from supple.ui.pages.break_end import EndPage
from supple.ui.pages.break_popup import PopUp
from supple.ui.pages.plan_cards import PhaseCard
from supple.ui.pages.screening_result import ResultPage
from supple.ui.theme.look import Look
from supple.ui.widgets.card import IconLabel
from supple.ui.widgets.notice import NoticeView
from supple.ui.widgets.scene import FigureSlot
from supple.ui.widgets.undo_bar import UndoBar
from tests.ui.windows import live_through, program, settled


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def _reader(qapp: QApplication) -> Iterator[None]:
    """A screen reader runs."""
    del qapp
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def announced(widget: QWidget) -> str:
    return str(widget.property("announced") or "")


def seen(widget: QWidget) -> bool:
    return not QAccessible.queryAccessibleInterface(widget).state().invisible


def test_what_is_above_a_session_is_told_unless_supple_speaks(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.visit.prepare("desk-break-2")
        page = now.window.visit.page
        page.note.show_notice(NoticeView("a", "speaker-slash", "It slept", "Ready to go on?"))
        assert announced(page) == "It slept. Ready to go on?"
        page.set_voice(on=True)
        page.hear_voice(VoiceState(Health.ON))
        page.note.show_notice(NoticeView("b", "speaker-slash", "The voice is back", ""))
        assert announced(page) == "It slept. Ready to go on?", "two voices at once help nobody"
        page.hear_voice(VoiceState(Health.BROKEN))
        page.note.show_notice(NoticeView("c", "speaker-slash", "The voice has gone", ""))
        assert announced(page) == "The voice has gone."
        now.window.visit.flow.stop()


def test_a_notice_of_the_window_is_told(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.notices.tell(FacilityError("The disk is full.", where="x", fix="y"))
        told = [announced(each) for each in now.window.shell.findChildren(QWidget)]
        assert any("The disk is full" in words for words in told)


def test_the_end_of_a_session_is_told_where_no_voice_says_it(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.visit.prepare("desk-break-2")
        live_through(now)
        finished = now.window.visit.after.page
        assert announced(finished).startswith("Nicely done. Stay lying")
        assert "2 minutes" in announced(finished)


def test_what_can_be_undone_is_told(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = UndoBar(look, "Undo", page)
    bar.offer("Session deleted.", lambda: None)
    assert announced(bar) == "Session deleted."
    bar.hide()


def test_a_page_that_asks_says_what_it_is_about(
    qtbot: QtBot, look: Look, translations: NullTranslations
) -> None:
    page = ResultPage(look, translations)
    qtbot.addWidget(page)
    page.title.set_words("Please get medical help today")
    page.lead.set_words("Do not stretch.")
    page.show()
    assert announced(page) == "Please get medical help today. Do not stretch."


def test_the_answers_after_a_break_are_one_question_with_arrows(
    qtbot: QtBot, look: Look, translations: NullTranslations
) -> None:
    page = EndPage(look, translations)
    qtbot.addWidget(page)
    page.resize(420, 620)
    page.show_done(120, 4, more_min=2)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    page.answers["better"].setFocus()
    QTest.keyClick(page.answers["better"], Qt.Key.Key_Right)
    assert page.answers["same"].hasFocus()
    page.answers["same"].click()
    faces = [QAccessible.queryAccessibleInterface(each) for each in page.answers.values()]
    assert {face.role() for face in faces} == {QAccessible.Role.RadioButton}
    assert [bool(face.state().checked) for face in faces] == [False, True, False]
    assert {face.text(QAccessible.Text.Description) for face in faces} == {"How is your back?"}
    page.show_done(120, 4, more_min=2)
    assert not any(each.isChecked() for each in page.answers.values())


def test_what_only_adorns_is_passed_over(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    icon, slot = IconLabel(look, "note", parent=page), FigureSlot(page, adorns=True)
    slot.set_figure(QPushButton("figure"))
    page.show()
    assert not seen(icon)
    assert QAccessible.queryAccessibleInterface(slot).childCount() == 0
    icon.setAccessibleName("Set aside")
    assert seen(icon), "a picture that tells something has a name"


def test_a_screen_reader_can_press_a_card(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.go("plan")
        card = now.window.places.plan.page.findChildren(PhaseCard)[0]
        face = QAccessible.queryAccessibleInterface(card)
        assert face.role() is QAccessible.Role.Button
        press = face.actionInterface()
        opened: list[str] = []
        card.opened.connect(opened.append)
        press.doAction(press.actionNames()[0])
        assert opened == [card.phase.id]
        sheet = now.window.places.plan.inside.over.sheet
        assert sheet is not None
        sheet.hide()


def test_the_state_of_a_session_is_told_while_the_voice_is_off(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.visit.prepare("desk-break-2")
        page = now.window.visit.page
        assert announced(page), "where it begins"
        page.pause.emit()
        QApplication.processEvents()
        opened = now.window.visit.flow.opened
        assert opened is not None
        assert opened.runner.view().state is State.PAUSED
        assert "Paused" in announced(page)
        now.window.visit.flow.stop()


def test_a_reminder_that_takes_no_focus_is_told(
    qtbot: QtBot, look: Look, translations: NullTranslations
) -> None:
    pop_up = PopUp(look, translations)
    qtbot.addWidget(pop_up)
    pop_up.setAccessibleName("Time for a small stretch? Two minutes, at your desk.")
    pop_up.show()
    assert announced(pop_up) == "Time for a small stretch? Two minutes, at your desk."


def test_a_row_of_the_editor_tells_whether_it_is_open_and_can_be_pressed(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        mine = now.app.own_routines.copy("core-posture")
        now.window.go("routines")
        now.window.places.routines.edit(mine.id)
        rows = now.window.places.routines.editor.page.rows
        face = QAccessible.queryAccessibleInterface(rows.rows[1].head)
        assert (bool(face.state().expanded), bool(face.state().collapsed)) == (False, True)
        press = face.actionInterface()
        press.doAction(press.actionNames()[0])
        assert rows.open_place == 1
        assert (bool(face.state().expanded), bool(face.state().collapsed)) == (True, False)
