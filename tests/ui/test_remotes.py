"""A presenter's remote: its two buttons walk through lists and questions, the third one chooses."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.pages.today_cards import RoutineButton
from supple.ui.shell import PlaceButton
from supple.ui.widgets.switch import TickRow
from tests.ui.windows import Program, live_through, program, settled

Key = Qt.Key


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def focused(now: Program) -> QWidget:
    return now.window.focusWidget()


def send(now: Program, *keys: Qt.Key) -> QWidget:
    """Press these where the focus is."""
    for key in keys:
        QTest.keyClick(focused(now), key)
    return focused(now)


def up(now: Program, place: str) -> None:
    now.window.go(place)
    now.window.activateWindow()
    QApplication.processEvents()


def test_tiles_are_walked_through_and_one_is_chosen(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        up(now, "library")
        tiles = now.window.places.library.page.grid.tiles
        opened: list[bool] = []
        tiles[2].clicked.connect(lambda *_: opened.append(True))
        tiles[0].setFocus()
        assert send(now, Key.Key_PageDown, Key.Key_PageDown) is tiles[2]
        assert send(now, Key.Key_PageUp) is tiles[1]
        send(now, Key.Key_PageDown, Key.Key_Period)
        assert opened == [True]


def rows_of(now: Program, place: str) -> list[QAbstractButton]:
    match place:
        case "learn":
            return list(now.window.places.learn.page.rows.values())
        case "settings":
            return list(now.window.places.settings.widget._buttons.values())
        case _:
            now.window.fill_today()
            QApplication.processEvents()
            return list(now.window.shell.findChildren(RoutineButton))


@pytest.mark.parametrize("place", ["learn", "settings", "today"])
def test_rows_are_walked_through(qtbot: QtBot, qapp: QApplication, home: Path, place: str) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        up(now, place)
        rows = rows_of(now, place)
        rows[0].setFocus()
        assert send(now, Key.Key_PageDown) is rows[1]
        assert send(now, Key.Key_PageUp) is rows[0]


def test_places_are_walked_through_without_going_there(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        up(now, "plan")
        here, *_ = (each for each in now.window.shell.findChildren(PlaceButton) if each.isChecked())
        here.setFocus()
        keys = (Key.Key_Down, Key.Key_PageDown, Key.Key_Up, Key.Key_Home, Key.Key_End)
        names = [send(now, key).accessibleName() for key in keys]
        assert names == ["History", "Learn", "History", "Today", "Settings"]
        assert now.window.shell.place == "plan"
        here.setFocus()
        send(now, Key.Key_PageDown, Key.Key_F5)
        qtbot.waitUntil(lambda: now.window.shell.place == "history")


def test_questions_are_answered(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.today.screening_requested.emit()
        QApplication.processEvents()
        page = now.window.currentWidget()
        assert page is not None
        now.window.activateWindow()
        ticks = page.findChildren(TickRow)
        ticks[0].setFocus()
        assert send(now, Key.Key_PageDown) is ticks[1]
        send(now, Key.Key_Period)
        assert [each.isChecked() for each in ticks[:3]] == [False, True, False]


def test_page_down_still_begins_on_the_page_before_a_session(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.prepare("first-session")
        QApplication.processEvents()
        page = now.window.visit.before.page
        begun: list[bool] = []
        page.start.connect(lambda *_: begun.append(True))
        page.scale.setFocus()
        send(now, Key.Key_PageDown)
        assert begun == [True]
        now.window.visit.flow.stop()


def test_every_number_of_a_scale_is_walked_through(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.visit.prepare("gentle-supported")
        now.press("Start")
        live_through(now)
        page = now.window.visit.after.page
        now.window.activateWindow()
        QApplication.processEvents()
        page.scale.cells[3].setFocus()
        assert send(now, Key.Key_PageDown) is page.scale.cells[4]
        send(now, Key.Key_Period)
        assert page.scale.value() == 4
