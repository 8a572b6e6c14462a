"""The scale from 0 to 10."""

from gettext import NullTranslations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.theme.look import Look
from supple.ui.widgets.number_scale import NumberScale


@pytest.fixture
def scale(qtbot: QtBot, look: Look, translations: NullTranslations) -> NumberScale:
    made = NumberScale(look, "How is your back right now?", translations)
    qtbot.addWidget(made)
    made.resize(664, 90)
    made.show()
    return made


@pytest.fixture
def told(scale: NumberScale) -> list[int | None]:
    values: list[int | None] = []
    scale.chosen.connect(values.append)
    return values


def cells(scale: NumberScale) -> list[QRadioButton]:
    return sorted(scale.findChildren(QRadioButton), key=lambda cell: int(cell.text()))


def test_nothing_is_chosen_at_first(scale: NumberScale) -> None:
    assert scale.value() is None


def test_a_digit_chooses(scale: NumberScale, told: list[int | None]) -> None:
    scale.type_digit(7, at_ms=1000)
    assert (scale.value(), told) == (7, [7])


@pytest.mark.parametrize(("gap_ms", "value"), [(600, 10), (601, 0)])
def test_ten_is_one_and_soon_after_zero(scale: NumberScale, gap_ms: int, value: int) -> None:
    scale.type_digit(1, at_ms=1000)
    scale.type_digit(0, at_ms=1000 + gap_ms)
    assert scale.value() == value


def test_minus_takes_the_choice_back(scale: NumberScale, told: list[int | None]) -> None:
    scale.choose(4)
    QTest.keyClick(scale, Qt.Key.Key_Minus)
    assert (scale.value(), told) == (None, [4, None])


def test_arrows_move_the_choice(scale: NumberScale, told: list[int | None]) -> None:
    scale.choose(4)
    cell = cells(scale)[4]
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Right)
    assert told == [4, 5]


def test_a_narrow_scale_has_two_rows(scale: NumberScale) -> None:
    assert scale.heightForWidth(440) > scale.heightForWidth(664) + 50


def test_every_number_has_a_name(scale: NumberScale) -> None:
    names = [cell.accessibleName() for cell in cells(scale)]
    assert names[0] == "0 no pain"
    assert names[3] == "3"
    assert names[10] == "10 worst I can imagine"


def stops(page: QWidget, first: QWidget, most: int = 30) -> list[str]:
    """What Tab goes through from `first` on."""
    page.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found = []
    for _ in range(most):
        focused = page.focusWidget()
        assert focused is not None
        found.append(str(focused.property("text")))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if page.focusWidget() is first:
            break
    return found


def test_tab_stops_once_whether_chosen_or_not(
    qtbot: QtBot, look: Look, translations: NullTranslations
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    before, after = QPushButton("before"), QPushButton("after")
    scale = NumberScale(look, "How is your back right now?", translations)
    for each in (before, scale, after):
        column.addWidget(each)
    page.show()
    assert stops(page, before) == ["before", "0", "after"]
    scale.choose(4)
    assert stops(page, before) == ["before", "4", "after"]
    scale.choose(None)
    assert stops(page, before) == ["before", "0", "after"]


def test_the_first_arrow_chooses_as_the_later_ones_do(
    scale: NumberScale, told: list[int | None]
) -> None:
    QTest.keyClick(cells(scale)[0], Qt.Key.Key_Right)
    assert told == [1]
    scale.choose(None)
    QTest.keyClick(cells(scale)[0], Qt.Key.Key_Left)
    assert told == [1, None, 0]
    QTest.keyClick(cells(scale)[0], Qt.Key.Key_Right)
    assert told[-1] == 1
