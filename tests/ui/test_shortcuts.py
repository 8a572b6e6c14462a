"""The keys that work wherever the places are shown."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.ui.pages.before import BeforePage
from supple.ui.shell import PlaceButton
from tests.ui.windows import Program, program, settled

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PLACES = ("Today", "Library", "My routines", "Plan", "History", "Learn")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def press(now: Program, key: Key) -> None:
    now.window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(now.window.windowHandle(), key, CTRL)
    QApplication.processEvents()


def place(now: Program) -> str:
    [button] = [each for each in now.window.findChildren(PlaceButton) if each.isChecked()]
    return button.text()


def is_up(now: Program, name: str) -> bool:
    return place(now) == name


def test_each_place_has_a_number_and_the_settings_a_comma(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        for number, name in enumerate(PLACES, 1):
            press(now, Key(Key.Key_0 + number))
            qtbot.waitUntil(partial(is_up, now, name))
        press(now, Key.Key_Comma)
        assert place(now) == "Settings"


def test_the_keys_of_the_window_work_around_a_session_too(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.prepare("first-session")
        press(now, Key.Key_Plus)
        assert now.app.settings.appearance.text_percent == 110
        with qtbot.waitSignal(now.window.quit_wanted):
            press(now, Key.Key_Q)
        with qtbot.waitSignal(now.window.closed):
            press(now, Key.Key_W)


def test_control_f_searches_where_there_is_a_search(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.go("library")
        page = now.window.places.library.page
        page.grid.tiles[0].setFocus()
        press(now, Key.Key_F)
        assert now.window.focusWidget() is page.search


def test_a_routine_a_session_and_larger_text_are_one_key_away(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        press(now, Key.Key_Plus)
        assert now.app.settings.appearance.text_percent == 110
        press(now, Key.Key_0)
        assert now.app.settings.appearance.text_percent == 100
        press(now, Key.Key_N)
        routines = now.window.places.routines
        assert routines.widget.currentWidget() is routines.editor.page
        now.window.go("today")
        press(now, Key.Key_Return)
        assert isinstance(now.window.currentWidget(), BeforePage)
