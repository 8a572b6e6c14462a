"""Arrows, Home and End go where they point, whichever way the language is read."""

from collections.abc import Iterator
from datetime import date, timedelta
from gettext import NullTranslations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.theme.look import Look
from supple.ui.widgets.charts.axis import plane
from supple.ui.widgets.charts.chart import Chart
from supple.ui.widgets.charts.minutes import Bar, Minutes
from supple.ui.widgets.charts.picture import Table
from supple.ui.widgets.choice_row import ChoiceRow
from supple.ui.widgets.day_strip import Day, DayState, DayStrip
from supple.ui.widgets.mirror import reading_icon
from supple.ui.widgets.month_grid import MonthDay, MonthGrid
from supple.ui.widgets.number_scale import NumberScale
from supple.ui.widgets.segments import Segments
from supple.ui.widgets.tile_grid import TileGrid

MONDAY = date(2026, 5, 4)
DAYS = [MONDAY + timedelta(days=n) for n in range(14)]


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def up(qtbot: QtBot, widget: QWidget, width: int = 700) -> QWidget:
    """A window with the widget in it."""
    window = QWidget()
    QVBoxLayout(window).addWidget(widget)
    qtbot.addWidget(window)
    window.resize(width, 400)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


def pressed(window: QWidget, start: QWidget, *keys: Qt.Key) -> QWidget:
    """Where the focus is after these keys."""
    start.setFocus()
    for key in keys:
        QTest.keyClick(window.focusWidget(), key)
    return window.focusWidget()


def across(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint()).x()


def strip(look: Look) -> DayStrip:
    made = DayStrip(look)
    days = [Day(str(d), d.day, "Mon", "M", DayState.EMPTY, "", str(d)) for d in DAYS[:7]]
    made.show_days(tuple(days))
    return made


def grid(look: Look) -> MonthGrid:
    made = MonthGrid(look, "Days")
    made.show_days(("M",) * 7, tuple(MonthDay(str(d), d.day, str(d)) for d in DAYS))
    return made


def tiles(look: Look) -> TileGrid:
    made = TileGrid(look, least_u=100, most_columns=5)
    made.set_tiles([QPushButton(str(n)) for n in range(10)])
    return made


def children(widget: DayStrip | MonthGrid | TileGrid) -> list[QWidget]:
    return list(widget.tiles if isinstance(widget, TileGrid) else widget.cells)


@pytest.mark.usefixtures("from_the_right")
@pytest.mark.parametrize("make", [strip, grid, tiles])
def test_the_arrow_to_the_left_goes_to_the_left(
    qtbot: QtBot, look: Look, make: type[DayStrip]
) -> None:
    widget = make(look)
    window, cells = up(qtbot, widget), children(widget)
    assert across(cells[0]) > across(cells[1])
    assert pressed(window, cells[1], Qt.Key.Key_Left) is cells[2]
    assert pressed(window, cells[1], Qt.Key.Key_Right) is cells[0]


@pytest.mark.parametrize("make", [strip, grid])
def test_home_and_end_go_to_the_ends_of_the_week(
    qtbot: QtBot, look: Look, make: type[DayStrip]
) -> None:
    widget = make(look)
    window, cells = up(qtbot, widget), children(widget)
    assert pressed(window, cells[2], Qt.Key.Key_End) is cells[6]
    assert pressed(window, cells[2], Qt.Key.Key_Home) is cells[0]
    assert pressed(window, cells[2], Qt.Key.Key_Left) is cells[1]
    assert pressed(window, cells[6], Qt.Key.Key_Right) in (cells[6], cells[-7])


@pytest.mark.usefixtures("from_the_right")
def test_answers_follow_the_arrows(
    qtbot: QtBot, look: Look, translations: NullTranslations
) -> None:
    answers = (("a", "First"), ("b", "Second"), ("c", "Third"))
    row, segments = ChoiceRow(look, "Which", answers), Segments(look, "Which", answers)
    scale = NumberScale(look, "Pain", translations)
    row.choose("a")
    scale.choose(4)
    windows = []
    for widget in (row, segments, scale):
        window = up(qtbot, widget)
        windows.append(window)
        chosen = next(each for each in widget.findChildren(QRadioButton) if each.isChecked())
        before = across(chosen)
        assert across(pressed(window, chosen, Qt.Key.Key_Left)) < before
    assert (row.value, scale.value()) == ("b", 5)


@pytest.mark.usefixtures("from_the_right")
def test_time_runs_the_way_the_language_is_read(qtbot: QtBot, look: Look) -> None:
    chart = Chart(look)
    bars = tuple(Bar(10, 0, f"week {n}") for n in range(4))
    chart.show_picture(Minutes("Minutes", Table((), ()), bars, "mat", "desk"))
    window = up(qtbot, chart)
    marks = chart.marks()
    assert marks[0].box.left() > marks[3].box.left()
    pressed(window, chart, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert chart.at == 1
    pressed(window, chart, Qt.Key.Key_Right)
    assert chart.at == 0


def test_values_of_a_chart_stand_where_lines_start(
    look: Look, request: pytest.FixtureRequest
) -> None:
    area = QRectF(0, 0, 400, 200)
    left = plane(look, area, (0, 100), str).box
    request.getfixturevalue("from_the_right")
    right = plane(look, area, (0, 100), str).box
    assert (right.left(), right.right()) == (400 - left.right(), 400 - left.left())
    assert left.left() > 400 - left.right()


def test_arrows_back_and_forward_turn_and_sides_of_the_body_do_not(
    qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    names = ("arrow-left", "caret-right", "arrow-fat-left", "skip-back")
    widget = QWidget()
    qtbot.addWidget(widget)
    assert tuple(reading_icon(widget, name) for name in names) == names
    request.getfixturevalue("from_the_right")
    turned = ("arrow-right", "caret-left", "arrow-fat-left", "skip-back")
    assert tuple(reading_icon(widget, name) for name in names) == turned
