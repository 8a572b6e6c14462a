"""A finger that stays brings up the context menu; one that goes at once clicks."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from supple.ui.widgets.long_press import LongPress
from supple.ui.widgets.routine_tile import RoutineTile, RoutineView
from tests.ui.conftest import MakeLook

HERE = QPoint(10, 10)


class Pressed(QPushButton):
    """Counts its clicks and menus."""

    def __init__(self) -> None:
        super().__init__("Hotel room")
        self.clicks, self.menus = 0, 0
        self.resize(80, 40)
        self.press = LongPress(self)
        self.press._wait.setInterval(30)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(self._count)
        self.customContextMenuRequested.connect(self._count_menu)

    def _count(self) -> None:
        self.clicks += 1

    def _count_menu(self) -> None:
        self.menus += 1


@pytest.fixture
def button(qtbot: QtBot) -> Pressed:
    made = Pressed()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def touch(button: QPushButton, *, stay_ms: int, move: int = 0) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(button, device).press(0, HERE, button).commit()
    if move:
        QTest.touchEvent(button, device).move(0, HERE + QPoint(move, 0), button).commit()
    QTest.qWait(stay_ms)
    QTest.touchEvent(button, device).release(0, HERE + QPoint(move, 0), button).commit()


def test_a_tile_offers_its_menu_to_a_finger(qtbot: QtBot, make_look: MakeLook) -> None:
    tile = RoutineTile(
        make_look(), RoutineView("a", "Hotel room", "3 min"), no_picture, ("Start", "More")
    )
    qtbot.addWidget(tile)
    tile.resize(300, 200)
    tile.show()
    asked: list[object] = []
    tile.menu_wanted.connect(asked.append)
    for press in tile.findChildren(LongPress):
        press._wait.setInterval(30)
    touch(tile, stay_ms=90)
    assert len(asked) == 1


def no_picture(_exercise: str, _size: QSize, _ratio: float) -> None:
    return None


def test_a_finger_that_stays_brings_up_the_menu_and_does_not_click(button: Pressed) -> None:
    touch(button, stay_ms=90)
    assert (button.menus, button.clicks) == (1, 0)


def test_a_finger_that_goes_at_once_clicks(button: Pressed) -> None:
    touch(button, stay_ms=0)
    QTest.qWait(60)
    assert (button.menus, button.clicks) == (0, 1)


def test_a_finger_that_moves_asks_for_nothing(button: Pressed) -> None:
    touch(button, stay_ms=90, move=30)
    assert button.menus == 0


def test_a_mouse_may_rest_on_its_button(button: Pressed) -> None:
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=HERE)
    QTest.qWait(60)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=HERE)
    assert (button.menus, button.clicks) == (0, 1)
