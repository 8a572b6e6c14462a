"""After something was pressed that goes away, the focus is where one would go on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.errors import FacilityError
from supple.core.plan.records import Decision
from supple.ui.pages.library import LibraryPage
from supple.ui.shell import PlaceButton
from supple.ui.theme.look import Look
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.notice import NoticeCard, NoticeView
from supple.ui.widgets.plate_button import PlateButton
from supple.ui.widgets.routine_tile import RoutineTile
from tests.ui.windows import Program, live_through, program, settled


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def focused(now: Program) -> QWidget:
    QApplication.processEvents()
    found: QWidget | None = now.window.focusWidget()
    assert found is not None
    assert found.isVisible()
    return found


def press(now: Program, button: QWidget) -> QWidget:
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    return focused(now)


def test_a_lighter_week_leaves_the_focus_at_undo_and_undo_at_lighter(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        now.window.activateWindow()
        now.window.go("plan")
        page = now.window.places.plan.page
        assert press(now, page.lighter_button) is page.undo_button
        assert press(now, page.undo_button) is page.lighter_button


def test_a_phase_that_is_taken_keeps_the_focus(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        now.window.activateWindow()
        now.window.go("plan")
        page = now.window.places.plan.page
        press(now, page.phase("build").button)
        assert focused(now) is page.phase("build")


def test_an_easier_version_opens_with_the_focus_where_a_card_begins(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.activateWindow()
        now.window.places.open_exercise("strap-supine-stretch")
        QApplication.processEvents()
        assert press(now, now.button("Easier: Strap stretch, other knee bent")) is focused(now)
        assert str(focused(now).property("text")).startswith("Try it")
        assert now.says("Strap stretch, other knee bent")


def test_what_is_read_on_from_a_page_or_a_link_has_the_focus(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.activateWindow()
        now.window.places.read("learn-how-much")
        page = now.window.places.learn.page
        assert focused(now) is page.article
        onwards = next(
            each for each in page.findChildren(QPushButton) if each.text() == "What to expect"
        )
        assert press(now, onwards) is page.article
        assert page.article.accessibleName() == "What to expect"


def test_filters_that_are_cleared_leave_the_focus_in_the_search(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.activateWindow()
        now.window.go("library")
        [page] = now.page().findChildren(LibraryPage)
        page.search.setText("zzz")
        qtbot.waitUntil(page.empty.isVisible)
        assert press(now, now.button("Search all 42")) is page.search


def test_f6_comes_to_a_notice_too(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.activateWindow()
        now.window.notices.tell(FacilityError("The disk is full.", where="x", fix="y"))
        [card] = now.window.shell.findChildren(NoticeCard)
        start = focused(now)
        now.window.shell.focus_next_part()
        assert isinstance(focused(now), PlaceButton)
        now.window.shell.focus_next_part()
        if focused(now) is now.window.break_card:
            now.window.shell.focus_next_part()
        assert card.isAncestorOf(focused(now))
        now.window.shell.focus_next_part()
        assert focused(now) is start


def test_arrows_bring_into_sight_what_they_come_to(qtbot: QtBot, look: Look) -> None:
    area, part = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(part)
    buttons = [QPushButton(str(at)) for at in range(40)]
    for button in buttons:
        column.addWidget(button)
    ListStop(part, lambda: buttons).settle()
    FocusRing(look, part).watch(*buttons)
    area.setWidget(part)
    area.resize(200, 200)
    area.show()
    area.activateWindow()
    QApplication.processEvents()
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_End)
    assert buttons[-1].hasFocus()
    assert not buttons[-1].visibleRegion().isEmpty()


def test_a_routine_that_goes_leaves_the_focus_at_the_next_and_back_comes_to_its_own(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.activateWindow()
        mine = [now.app.own_routines.copy("core-posture").id for _ in range(3)]
        now.window.go("routines")
        routines = now.window.places.routines
        routines.edit(mine[1])
        routines.editor.page.back.emit()
        own = [each for each in routines.page.own.tiles if isinstance(each, RoutineTile)]
        ids = [each.view.id for each in own]
        assert focused(now) is own[ids.index(mine[1])]
        routines.page.delete_requested.emit(ids[0])
        assert focused(now).accessibleName().startswith(own[1].view.name)
        routines.page.undo.button.click()
        assert len(routines.page.own.tiles) == 3
        assert focused(now) is routines.page.own.tiles[0]


def test_a_notice_that_is_closed_leaves_the_focus_to_the_next_then_to_the_page(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def notice(ident: str) -> NoticeView:
        return NoticeView(ident, "speaker-slash", ident, "", (("try", "Try now"),))

    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.activateWindow()
        start = focused(now)
        now.window.notices.show(notice("first"))
        now.window.notices.show(notice("second"))
        first, second = now.window.shell.findChildren(NoticeCard)
        assert press(now, second.cross) is first.buttons[0]
        now.window.notices.show(notice("first"))
        [anew] = [each for each in now.window.shell.findChildren(NoticeCard) if each.isVisible()]
        assert focused(now) is anew.buttons[0], "the same one again"
        assert press(now, anew.cross) is start


def test_what_goes_with_a_pause_leaves_the_focus_at_pause(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.activateWindow()
        now.window.visit.prepare("desk-break-2")
        page = now.window.visit.page
        live_through(now, lambda view: view.step.kind.is_hold)
        page.pause.emit()
        QApplication.processEvents()
        buttons = page.run.findChildren(PlateButton)
        [again] = [each for each in buttons if each.accessibleName() == "Start this hold again, R"]
        again.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(again, Qt.Key.Key_R)
        assert focused(now) is page.run.first_focus()
        now.window.visit.flow.stop()
