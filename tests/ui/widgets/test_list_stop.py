"""A list of buttons is one stop for Tab; arrows walk in it as the buttons stand."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.tab_order import tab_through

Keys = Qt.Key
MakeList = Callable[[int], tuple[ListStop, list[QPushButton]]]


@pytest.fixture
def make_list(qtbot: QtBot) -> Iterator[MakeList]:
    """Eight buttons in so many columns, between two others."""
    pages: list[QWidget] = []

    def make(columns: int) -> tuple[ListStop, list[QPushButton]]:
        page, part = QWidget(), QWidget()
        pages.append(page)
        qtbot.addWidget(page)
        grid = QGridLayout(part)
        buttons = [QPushButton(str(at)) for at in range(8)]
        for at, button in enumerate(buttons):
            grid.addWidget(button, at // columns, at % columns)
        row = QHBoxLayout(page)
        for each in (QPushButton("before"), part, QPushButton("after")):
            row.addWidget(each)
        stop = ListStop(part, lambda: buttons)
        stop.settle()
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        return stop, buttons

    yield make
    pages.clear()


def focused() -> str:
    here = QApplication.focusWidget()
    return here.text() if isinstance(here, QPushButton) else ""


def press(*keys: Qt.Key) -> str:
    for key in keys:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, key)
    return focused()


@pytest.mark.parametrize(
    ("columns", "keys", "to"),
    [
        (1, [Keys.Key_Down], "1"),
        (1, [Keys.Key_Up], "0"),
        (1, [Keys.Key_Down, Keys.Key_Down, Keys.Key_Up], "1"),
        (1, [Keys.Key_End], "7"),
        (1, [Keys.Key_End, Keys.Key_Down], "7"),
        (1, [Keys.Key_End, Keys.Key_Home], "0"),
        (3, [Keys.Key_Down], "3"),
        (3, [Keys.Key_Down, Keys.Key_Right], "4"),
        (3, [Keys.Key_Down, Keys.Key_Down, Keys.Key_Right, Keys.Key_Right], "7"),
        (3, [Keys.Key_Right, Keys.Key_Up], "1"),
    ],
)
def test_arrows_walk_as_the_buttons_stand(
    make_list: MakeList, columns: int, keys: list[Qt.Key], to: str
) -> None:
    pressed: list[str] = []
    _stop, buttons = make_list(columns)
    for button in buttons:
        button.clicked.connect(lambda *_, button=button: pressed.append(button.text()))
    buttons[0].setFocus()
    assert press(*keys) == to
    assert pressed == [], "nothing is pressed by walking"


def test_in_a_mirrored_window_arrows_are_turned_round(make_list: MakeList) -> None:
    _stop, buttons = make_list(3)
    buttons[0].window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    buttons[0].setFocus()
    assert press(Keys.Key_Left, Keys.Key_Down) == "4"
    assert press(Keys.Key_Right) == "3"


def test_tab_leaves_from_wherever_the_focus_is_and_comes_back_there(make_list: MakeList) -> None:
    _stop, buttons = make_list(1)
    buttons[0].setFocus()
    press(Keys.Key_Down, Keys.Key_Down)
    assert press(Keys.Key_Tab) == "after"
    assert press(Keys.Key_Backtab) == "2"
    assert press(Keys.Key_Backtab) == "before"


def test_tab_comes_to_the_open_one_and_a_reader_is_told_which_that_is(
    make_list: MakeList,
) -> None:
    stop, buttons = make_list(1)
    stop.mark(5)
    buttons[0].setFocus()
    assert press(Keys.Key_Tab) == "after"
    assert press(Keys.Key_Backtab) == "5"
    assert [button.isChecked() for button in buttons].index(True) == 5
    stop.mark(None)
    assert not any(button.isChecked() for button in buttons)


def test_what_stands_on_a_button_is_a_stop_only_along_with_it(make_list: MakeList) -> None:
    stop, buttons = make_list(1)
    for button in buttons:
        QPushButton(f"on {button.text()}", button).show()
    stop.settle()
    tab_through(*buttons)
    buttons[0].setFocus()
    assert press(Keys.Key_Down) == "1"
    assert press(Keys.Key_Tab) == "on 1"
    assert press(Keys.Key_Tab) == "after"
    assert press(Keys.Key_Backtab, Keys.Key_Down) == "2"
