"""The frame around the pages."""

from gettext import NullTranslations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.shell import Bar, PlaceButton, Shell, known_places
from supple.ui.theme.look import Look
from supple.ui.widgets.brand import Brand


@pytest.fixture
def shell(qtbot: QtBot, look: Look, translations: NullTranslations) -> Shell:
    made = Shell(look, translations, known_places(translations))
    qtbot.addWidget(made)
    for place in known_places(translations):
        made.add_page(place.id, QWidget())
    made.show_place("today")
    made.show()
    return made


@pytest.mark.parametrize(
    ("width", "scale", "form"),
    [
        (1200, 1.0, Bar.SIDE),
        (1099, 1.0, Bar.RAIL),
        (719, 1.0, Bar.BOTTOM),
        (1200, 2.0, Bar.BOTTOM),
        (1200, 1.5, Bar.RAIL),
    ],
)
def test_the_bar_follows_width_and_text_size(
    shell: Shell, look: Look, width: int, scale: float, form: Bar
) -> None:
    look.change(scale=scale)
    shell.resize(width, 700)
    assert shell.bar_form() is form


def test_a_place_is_asked_for_by_its_id(shell: Shell) -> None:
    asked: list[str] = []
    shell.place_chosen.connect(asked.append)
    buttons = [each for each in shell.findChildren(PlaceButton) if each.isCheckable()]
    for button in buttons:
        button.click()
    assert asked == ["today", "library", "routines", "plan", "history", "learn", "settings"]


def test_the_bottom_bar_keeps_what_has_no_room_under_more(shell: Shell) -> None:
    shell.resize(480, 540)
    shown = [each.text() for each in shell.findChildren(PlaceButton) if each.isVisible()]
    assert shown == ["Today", "Library", "Plan", "History", "More"]


def test_the_present_place_is_marked(shell: Shell) -> None:
    shell.show_place("plan")
    marked = [each.text() for each in shell.findChildren(PlaceButton) if each.isChecked()]
    assert marked == ["Plan"]


def test_the_logo_leads_to_what_the_program_is(shell: Shell, qtbot: QtBot) -> None:
    shell.resize(1200, 700)
    brand = shell.findChild(Brand)
    assert isinstance(brand, Brand)
    assert brand.accessibleName() == "About Supple"
    with qtbot.waitSignal(shell.logo_chosen, timeout=500):
        QTest.mouseClick(brand, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(shell.logo_chosen, timeout=500):
        QTest.keyClick(brand, Qt.Key.Key_Space)
