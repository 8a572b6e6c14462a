"""Buttons of a session fire on press, once, and never by Space."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supple.ui.theme.look import Look
from supple.ui.widgets.plate_button import PlateButton


@pytest.fixture
def button(qtbot: QtBot, look: Look) -> PlateButton:
    made = PlateButton(look)
    qtbot.addWidget(made)
    made.resize(200, 92)
    made.show_words("Pause", key="Space", icon="pause")
    made.show()
    return made


def press_at(button: PlateButton, at_ms: int) -> None:
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        QPointF(9, 9),
        QPointF(9, 9),
        left,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setTimestamp(at_ms)
    button.mousePressEvent(event)


def test_it_fires_on_press_and_not_on_release(button: PlateButton) -> None:
    fired: list[bool] = []
    button.clicked.connect(lambda *_: fired.append(True))
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert fired == [True]
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert fired == [True]


def test_a_second_press_within_a_quarter_of_a_second_is_the_same_press(button: PlateButton) -> None:
    fired: list[bool] = []
    button.clicked.connect(lambda *_: fired.append(True))
    for at_ms in (1000, 1100, 1249, 1250):
        press_at(button, at_ms)
    assert len(fired) == 2


def test_enter_presses_it_and_space_goes_to_the_page(button: PlateButton) -> None:
    fired: list[bool] = []
    button.clicked.connect(lambda *_: fired.append(True))
    space = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    button.keyPressEvent(space)
    assert (fired, space.isAccepted()) == ([], False)
    enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    button.keyPressEvent(enter)
    assert fired == [True]


def test_its_name_says_word_and_key(button: PlateButton) -> None:
    assert button.accessibleName() == "Pause, Space"
