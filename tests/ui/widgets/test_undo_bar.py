"""The bar that takes something back stays while somebody is at it."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.theme.look import Look
from supple.ui.widgets.undo_bar import UndoBar


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    QPushButton("elsewhere", made).setFocus()
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def bar(page: QWidget, look: Look) -> UndoBar:
    made = UndoBar(look, "Undo", page)
    made.offer("Session deleted", lambda: None)
    return made


def let_time_pass(bar: UndoBar) -> None:
    timer = bar.findChild(QTimer)
    assert timer is not None
    assert timer.interval() == 10_000
    timer.timeout.emit()


def test_it_goes_after_ten_seconds(bar: UndoBar) -> None:
    let_time_pass(bar)
    assert not bar.isVisible()


def test_it_stays_under_the_pointer_even_where_that_was_there_before(bar: UndoBar) -> None:
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    let_time_pass(bar)
    assert bar.isVisible()
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    let_time_pass(bar)
    assert not bar.isVisible()


def test_it_stays_while_its_button_has_the_focus(qtbot: QtBot, bar: UndoBar) -> None:
    bar.button.setFocus()
    qtbot.waitUntil(bar.button.hasFocus)
    let_time_pass(bar)
    assert bar.isVisible()
