"""Charts by hand, by keyboard and to a screen reader; every form of them painted."""

import itertools
from collections.abc import Callable
from gettext import NullTranslations

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.breaks.day import DayMark, Mark
from supple.ui.paint.chart_output import as_picture, paint_chart
from supple.ui.theme.look import Look
from supple.ui.widgets.charts.axis import Key, legend_height, plane, ticks
from supple.ui.widgets.charts.chart import Chart
from supple.ui.widgets.charts.chart_card import ChartCard
from supple.ui.widgets.charts.chart_table import ChartTable
from supple.ui.widgets.charts.day_line import DayLine, DayPicture
from supple.ui.widgets.charts.heat_map import Cell, HeatMap
from supple.ui.widgets.charts.holds import HoldDot, Holds
from supple.ui.widgets.charts.minutes import Bar, Minutes
from supple.ui.widgets.charts.pain import Pain, Pair
from supple.ui.widgets.charts.picture import ChartView, Picture, Table
from supple.ui.widgets.charts.reach import Check, Reach
from supple.ui.widgets.charts.sides import SideRow, Sides
from supple.ui.widgets.charts.sitting import Bout, Sitting

TABLE = Table(("Day", "Minutes"), (("Monday", "5"), ("Tuesday", "9")))
HEAT = HeatMap(
    gist="Two days.",
    table=TABLE,
    cells=tuple(
        Cell(n // 7, n % 7, n % 5, f"day {n}", f"2026-05-{n + 1:02}", n == 20) for n in range(21)
    ),
    columns=3,
    rows=7,
    row_names=((0, "Mon"), (6, "Sun")),
    column_names=((0, "May"),),
    less="less",
    more="more",
)
MINUTES = Minutes(
    "Bars.",
    TABLE,
    (Bar(10, 4, "first", "May"), Bar(0, 0, "second"), Bar(3, 0, "third", goes_on=True)),
    "mat",
    "desk",
)
REACH = Reach(
    "Two checks.",
    TABLE,
    (Check(0, -10, "first", "May"), Check(1, -4, "second", "June")),
    4.0,
    "error",
    zero="toes",
    norm_cm=(6.0,),
    norm="norm",
)
TOE = Reach("One check.", TABLE, (Check(0.5, 12, "only"),), 4.5, "error", turned=True)
NO_REACH = Reach("None.", TABLE, (), 4.0, "error")
PAIN = Pain(
    "Pairs.",
    TABLE,
    (Pair(4, 3, "a"), Pair(2, 2, "b"), Pair(None, 1, "c"), Pair(10, None, "d"), Pair(1, 9, "e")),
    "before",
    "after",
)
HOLDS = Holds(
    "Holds.",
    TABLE,
    (HoldDot(0, 16, 15, "a"), HoldDot(2, 21, None, "b")),
    3,
    ((0, "May"), (2, "June")),
    "held",
    "dose",
)
SIDES = Sides(
    "Sides.",
    TABLE,
    (SideRow("Strap stretch", 60, 40, "1 min", "40 s", "a"), SideRow("X", 0, 9, "0", "9", "b")),
    "left",
    "right",
)
SITTING = Sitting(
    "Bouts.",
    TABLE,
    (Bout(0, 40, 80, "a"), Bout(2, 55, 55, "b")),
    3,
    ((0, "May"),),
    50,
    "average",
    "longest",
    "break",
)
DAY = DayPicture(
    gist="1 break done, next at 14:30, 1 to come",
    table=TABLE,
    spans=((540, 720), (780, 1050)),
    moments=(
        DayMark(600, Mark.DONE),
        DayMark(660, Mark.SKIPPED),
        DayMark(720, Mark.AWAY, 780),
        DayMark(810, Mark.AWAY, 813),
        DayMark(870, Mark.NEXT),
        DayMark(930, Mark.TO_COME),
    ),
    words=("done", "left out", "lunch", "a moment", "next", "to come"),
    next_words="next 14:30",
    away_words="away",
)
ALL: dict[str, Picture] = {
    "day": DAY,
    "free-day": msgspec.structs.replace(DAY, spans=(), moments=(), words=()),
    "days": HEAT,
    "minutes": MINUTES,
    "reach": REACH,
    "toe": TOE,
    "no-reach": NO_REACH,
    "pain": PAIN,
    "holds": HOLDS,
    "sides": SIDES,
    "sitting": SITTING,
}
SHOWN = [name for name in ALL if name != "no-reach"]


@pytest.fixture
def chart(qtbot: QtBot, look: Look) -> Chart:
    made = Chart(look)
    qtbot.addWidget(made)
    made.resize(400, 240)
    made.show_picture(HEAT)
    made.show()
    made.setFocus()
    return made


def painted(picture: Picture, look: Look, width: int = 400) -> QImage:
    height = max(1, round(picture.height(look, width)))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(look.tokens.surface))
    painter = QPainter(image)
    picture.paint(painter, look, QRectF(0, 0, width, height))
    painter.end()
    return image


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [160, 400, 1100])
def test_every_chart_paints_something_in_both_themes(
    make_look: Callable[..., Look], name: str, dark: bool, width: int
) -> None:
    look = make_look(dark=dark)
    image = painted(ALL[name], look, width)
    ground = QColor(look.tokens.surface).rgb()
    drawn = sum(
        image.pixel(x, y) != ground
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
    assert drawn > 30


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_point_lies_in_the_chart_and_says_something(
    make_look: Callable[..., Look], name: str, scale: float
) -> None:
    look, picture = make_look(scale=scale), ALL[name]
    area = QRectF(0, 0, 460, picture.height(look, 460))
    grown = area.adjusted(-16, -16, 16, 16)
    for mark in picture.marks(look, area):
        assert mark.words
        assert grown.contains(mark.box), (name, mark.box, area)


def test_a_chart_without_points_is_painted_empty(look: Look) -> None:
    assert NO_REACH.marks(look, QRectF(0, 0, 400, 200)) == []
    painted(NO_REACH, look)


def test_arrows_home_and_end_walk_through_the_points(chart: Chart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.at == 20  # begins with the latest
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "day 19"
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert chart.at == 0
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.at == 20


def test_enter_opens_the_point_and_only_one_that_leads_somewhere(
    qtbot: QtBot, chart: Chart
) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Home)
    with qtbot.waitSignal(chart.chosen) as told:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert told.args == ["2026-05-01"]
    chart.show_picture(PAIN)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    with qtbot.assertNotEmitted(chart.chosen):
        QTest.keyClick(chart, Qt.Key.Key_Return)


def test_a_click_opens_the_point_under_it(qtbot: QtBot, chart: Chart) -> None:
    place = chart.marks()[3].box.center().toPoint()
    with qtbot.waitSignal(chart.chosen) as told:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["2026-05-04"]
    with qtbot.assertNotEmitted(chart.chosen):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))


def test_a_screen_reader_finds_the_gist_and_each_point(chart: Chart) -> None:
    face = QAccessible.queryAccessibleInterface(chart)
    assert face.role() == QAccessible.Role.Graphic
    assert face.text(QAccessible.Text.Name) == "Two days."
    assert face.childCount() == 21
    point = face.child(4)
    assert point.role() == QAccessible.Role.ListItem
    assert point.text(QAccessible.Text.Name) == "day 4"
    assert point.isValid()
    assert face.child(21) is None
    place = chart.mapToGlobal(chart.marks()[4].box.center().toPoint())
    assert point.rect().contains(place)
    found = face.childAt(place.x(), place.y())
    assert found.text(QAccessible.Text.Name) == "day 4"
    assert face.indexOfChild(point) == 4
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert face.child(0).state().focused == 1
    assert face.child(1).state().focused == 0


def test_the_day_runs_from_right_to_left_where_people_read_so(qtbot: QtBot, look: Look) -> None:
    line = DayLine(look, DAY)
    qtbot.addWidget(line)
    line.resize(600, 80)
    line.show()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClick(line, Qt.Key.Key_Left)
    assert line.accessibleDescription() == "next"
    across = [mark.box.center().x() for mark in line.marks()]
    assert across == sorted(across)
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = [mark.box.center().x() for mark in line.marks()]
    assert turned == [pytest.approx(line.width() - x) for x in across]
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClick(line, Qt.Key.Key_Right)
    assert line.accessibleDescription() == "next"  # the earlier one now stands at the right
    face = QAccessible.queryAccessibleInterface(line)
    assert face.role() == QAccessible.Role.Graphic
    assert face.text(QAccessible.Text.Name) == "1 break done, next at 14:30, 1 to come"
    assert face.childCount() == 6


def test_a_point_that_is_gone_says_so(chart: Chart) -> None:
    point = QAccessible.queryAccessibleInterface(chart).child(20)
    chart.show_picture(TOE)
    assert not point.isValid()
    assert point.text(QAccessible.Text.Name) == ""
    assert point.rect().isEmpty()


def test_the_key_for_it_shows_the_table_and_the_chart_again(
    qtbot: QtBot, look: Look, translations: NullTranslations
) -> None:
    card = ChartCard(look, translations)
    qtbot.addWidget(card)
    card.show_view(ChartView("pain", "Pain", PAIN, "aside", "caption"))
    card.show()
    card.chart.setFocus()
    card.chart.key_deeds["table"]()
    table = card.table
    assert table is not None
    assert not card.chart.isVisible()
    model = table.model()
    rows = [[model.index(r, c).data() for c in range(2)] for r in range(model.rowCount())]
    assert rows == [["Monday", "5"], ["Tuesday", "9"]]
    table.key_deeds["table"]()
    assert card.table is None
    assert card.chart.isVisible()


def test_a_table_that_is_open_follows_the_chart(
    qtbot: QtBot, look: Look, translations: NullTranslations
) -> None:
    card = ChartCard(look, translations)
    qtbot.addWidget(card)
    card.show_view(ChartView("pain", "Pain", PAIN))
    card.toggle_table()
    other = Table(("Day",), (("Friday",),))
    changed = Pain("Pairs.", other, PAIN.pairs, "before", "after")
    card.show_view(ChartView("pain", "Pain", changed))
    assert card.table is not None
    assert card.table.model().rowCount() == 1


def test_a_narrow_calendar_shows_the_latest_weeks(look: Look) -> None:
    cells = tuple(Cell(week, 0, 1, f"week {week}") for week in range(52))
    heat = HeatMap("g", TABLE, cells, 52, 7, (), (), "less", "more")
    narrow = heat.marks(look, QRectF(0, 0, 200, 200))
    assert narrow[-1].words == "week 51"
    assert len(narrow) < 25
    wide = heat.marks(look, QRectF(0, 0, 600, 200))
    assert len(wide) == 52


def test_each_day_with_minutes_has_an_outline(look: Look) -> None:
    cells = tuple(Cell(column, 0, column, f"level {column}") for column in range(3))
    heat = HeatMap("g", TABLE, cells, 3, 1, (), (), "", "")
    image, line = painted(heat, look), QColor(look.tokens.heat3)
    for level, mark in enumerate(heat.marks(look, QRectF(image.rect()))):
        box = mark.box.toRect()
        middle = box.center().y()
        ends = [image.pixelColor(x, middle) for x in range(box.left(), box.right() + 1)]
        assert (line in ends) is (level > 0), mark.words


def test_same_pain_before_and_after_shows_both_shapes(look: Look) -> None:
    same = Pain("g", TABLE, (Pair(2, 2, "a"),), "before", "after")
    image = painted(same, look)
    box = same.marks(look, QRectF(0, 0, 400, same.height(look, 400)))[0].box
    colours = {
        image.pixelColor(x, y).name()
        for x in range(round(box.left()), round(box.right()))
        for y in range(round(box.top()), round(box.bottom()))
    }
    assert QColor(look.tokens.primary).name() in colours
    assert QColor(look.tokens.clay).name() in colours


def test_where_smaller_is_better_smaller_is_higher_up(look: Look) -> None:
    checks = (Check(0, 20, "far"), Check(1, 5, "near"))
    turned = Reach("g", TABLE, checks, 4.5, "error", turned=True)
    far, near = turned.marks(look, QRectF(0, 0, 400, 200))
    assert near.box.center().y() < far.box.center().y()


@pytest.mark.parametrize(
    ("low", "high"), [(0, 1), (0, 7), (0, 49), (0, 311), (-12.5, 3), (-40, 40), (0, 123_456)]
)
def test_ticks_are_round_few_and_cover_everything(low: float, high: float) -> None:
    found = ticks(low, high)
    assert found[0] <= low
    assert found[-1] >= high
    assert 2 <= len(found) <= 6
    steps = {round(b - a, 6) for a, b in itertools.pairwise(found)}
    assert len(steps) == 1


def test_a_plane_maps_its_corners(look: Look) -> None:
    on = plane(look, QRectF(0, 0, 400, 200), (0, 10), str, slots=4)
    assert on.y(0) == on.box.bottom()
    assert on.y(10) == on.box.top()
    assert on.box.left() < on.slot(0) < on.slot(3) < on.box.right()
    turned = on._replace(turned=True)
    assert turned.y(0) == turned.box.top()


@pytest.mark.parametrize("name", SHOWN)
def test_a_chart_becomes_a_picture_in_the_light_theme(
    make_look: Callable[..., Look], name: str
) -> None:
    look = make_look(dark=True)
    image = as_picture(look, ChartView(name, "Title", ALL[name], "aside", "A caption."))
    assert image.pixelColor(2, 2) == QColor("#FFFFFF")
    assert image.width() == 1520


def test_a_long_caption_wraps_inside_its_chart(look: Look) -> None:
    view = ChartView("pain", "Title", PAIN, caption="word " * 60)
    short = ChartView("pain", "Title", PAIN, caption="word")
    assert as_picture(look, view).height() > as_picture(look, short).height()
    image = QImage(300, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_chart(painter, look, view, QRectF(0, 0, 300, 600))
    painter.end()


def test_a_legend_goes_on_in_the_next_row_where_it_is_full(look: Look) -> None:
    keys = (Key("primary", "on the mat"), Key("dusk", "at the desk", "stripes"))
    one = legend_height(look, 400, keys)
    assert legend_height(look, 120, keys) > one
    words = Key("heat1", "within measuring error of the first")
    assert legend_height(look, 400, (words,)) == one
    assert legend_height(look, 150, (words,)) > one


@pytest.mark.parametrize("width", [120, 306, 700])
def test_nothing_of_a_table_is_cut(qtbot: QtBot, look: Look, width: int) -> None:
    table = ChartTable(look)
    qtbot.addWidget(table)
    columns = ("Week from", "Sessions", "On the mat, min")
    table.resize(width, 190)
    table.show()
    table.fill("Minutes a week", Table(columns, (("27 April 2026", "5", "1,041.1"),)))
    QApplication.processEvents()
    head, model = table.horizontalHeader(), table.model()
    in_head, in_cell = QFontMetrics(head.font()), QFontMetrics(table.font())
    for place, label in enumerate(columns):
        shown = str(model.headerData(place, Qt.Orientation.Horizontal))
        assert " ".join(shown.split()) == label
        assert in_head.size(0, shown).width() <= head.sectionSize(place) - 6
        assert in_head.size(0, shown).height() <= head.height()
    assert in_cell.horizontalAdvance("1,041.1") <= head.sectionSize(2) - 6
    is_whole = head.length() <= table.viewport().width()
    assert is_whole or table.horizontalScrollBar().maximum() > 0
