"""The cross of a filter clears it, for the mouse and for a finger."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supple.ui.theme.look import Look
from supple.ui.widgets.filter_button import Filter, FilterButton

KIT = Filter("kit", "Kit", (("mat", "Mat"), ("strap", "Strap or towel")))


@pytest.fixture
def button(qtbot: QtBot, look: Look) -> FilterButton:
    made = FilterButton(look, KIT, "Clear")
    qtbot.addWidget(made)
    made.set_chosen(frozenset({"strap"}))
    made.resize(made.sizeHint())
    made.show()
    return made


@pytest.mark.parametrize("from_the_end", [4, 19, 34])
@pytest.mark.parametrize("down", [3, 20, 36])
def test_a_press_anywhere_around_the_cross_clears(
    button: FilterButton, from_the_end: int, down: int
) -> None:
    chosen: list[object] = []
    button.changed.connect(chosen.append)
    place = QPoint(button.width() - from_the_end, down)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [frozenset()]


def test_what_is_chosen_stands_in_place_of_the_name(button: FilterButton) -> None:
    assert (button.text(), button.accessibleName()) == ("Strap or towel", "Kit: Strap or towel")
    button.set_chosen(frozenset())
    assert button.text() == "Kit"
