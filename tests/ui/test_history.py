"""History in the window, used as a person would."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.app.invented import Wish, fill
from supple.app.sessions import Request
from supple.core.history.records import Source
from supple.core.history.totals import Span
from supple.ui.flows.history import HistoryFlow
from supple.ui.pages.export_form import Form
from supple.ui.pages.report_view import ReportView
from supple.ui.paint.chart_output import paper_look
from supple.ui.paint.paper import PAGE
from supple.ui.paint.report_paint import _Painting
from supple.ui.widgets.charts.picture import ChartView
from tests.ui.test_screens import check, check_names
from tests.ui.windows import NOW, Program, live_through, program, settled

TODAY = NOW.date()


def lived(sessions: int = 60, days: int = 120) -> Callable[[Container], None]:
    def set_up(app: Container) -> None:
        settled(app)
        if sessions:
            fill(app.store, Wish(until=TODAY, sessions=sessions, steps=8, days=days))

    return set_up


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, supple_home: Path) -> Iterator[Program]:
    with program(qtbot, qapp, supple_home, set_up=lived()) as made:
        made.window.go("history")
        flow(made).settle()
        yield made


def flow(made: Program) -> HistoryFlow:
    return made.window.places.history


def page(made: Program) -> QWidget:
    shown = flow(made).widget.currentWidget()
    assert shown is not None
    return shown


def titles(made: Program) -> list[str]:
    cards = flow(made).page.cards()
    return [card.view.title for card in cards if card.view is not None]


def test_it_shows_headlines_the_verdict_charts_and_the_latest_sessions(opened: Program) -> None:
    assert opened.says("recent weeks with a stretch")
    assert opened.says("Something has changed for the better")
    assert titles(opened) == [
        "Days you stretched",
        "Minutes a week",
        "Reach",
        "Reach",
        "Reach",
        "Back pain, before and after",
        "Seconds of a hold",
        "Left against right",
        "Sitting without a break",
    ]
    assert len(flow(opened).page.latest.list.buttons) == 5
    assert opened.says(" taken")  # what became of desk breaks


@pytest.mark.parametrize("span", Span)
def test_the_range_changes_every_chart(opened: Program, span: Span) -> None:
    here = flow(opened)
    here.page.span_chosen.emit(span.value)
    here.settle()
    picture = here.page.cards()[1].chart.picture
    assert picture is not None
    weeks = {Span.WEEKS_4: 4, Span.MONTHS_3: 13, Span.MONTHS_6: 26, Span.YEAR: 52}
    if span in weeks:
        assert len(picture.table.rows) == weeks[span]
    else:
        assert "Minutes a month" in titles(opened)


def test_an_answer_for_another_range_is_dropped(opened: Program) -> None:
    here = flow(opened)
    here.page.span_chosen.emit("year")
    here.page.span_chosen.emit("4-weeks")
    here.settle()
    picture = here.page.cards()[1].chart.picture
    assert picture is not None
    assert len(picture.table.rows) == 4


@pytest.mark.parametrize("pain", ["always", "never"])
def test_what_is_not_there_yet_is_told_with_how_it_comes(
    qtbot: QtBot, qapp: QApplication, supple_home: Path, pain: str
) -> None:
    with program(qtbot, qapp, supple_home, set_up=lived(0)) as made:
        made.app.change_setting("session.pain", pain)
        made.window.begin(Request("desk-break-2", Source.WINDOW, voiced=False))
        live_through(made)
        made.window.go("history")
        flow(made).settle()
        assert made.says("No reach checks in this time.")
        assert made.says("No pain ratings in this time.") is (pain == "always")
        assert made.button("Measure my reach").isEnabled()


def test_what_is_there_is_not_told_to_be_missing(opened: Program) -> None:
    assert not opened.says("in this time.")


def test_an_empty_history_offers_a_first_session(
    qtbot: QtBot, qapp: QApplication, supple_home: Path
) -> None:
    with program(qtbot, qapp, supple_home, set_up=lived(0)) as made:
        made.window.go("history")
        flow(made).settle()
        assert made.says("Your first stretch will show up here")
        assert titles(made) != [] or flow(made).page.empty.isVisible()
        made.press("Start a first session")
        assert made.window.page_name == "before"


def test_three_points_are_enough_to_paint(
    qtbot: QtBot, qapp: QApplication, supple_home: Path
) -> None:
    with program(qtbot, qapp, supple_home, set_up=lived(3, 5)) as made:
        made.window.go("history")
        flow(made).settle()
        assert made.says("Not enough data yet")
        page(made).grab()


def test_enter_on_a_day_opens_its_sessions(opened: Program) -> None:
    here = flow(opened)
    here.page.cards()[0].chart.chosen.emit(TODAY.isoformat())
    here.settle()
    assert here.widget.currentWidget() is here.past.page
    assert opened.says("Wednesday 13 May 2026")
    rows = here.past.page.list.buttons
    assert len(rows) == 1


def open_first(made: Program) -> str:
    here = flow(made)
    button = here.page.latest.list.buttons[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    here.settle()
    return button.row.id


def test_a_session_is_opened_edited_and_shows_what_was_changed(opened: Program) -> None:
    ident, here = open_first(opened), flow(opened)
    opened.press("Edit")
    form = here.past.form
    assert form is not None
    form.note.setPlainText("Left side easier today.")
    form.before.choose(6)
    form.after.choose(None)
    form.feel.choose("right")
    opened.press("Save")
    here.settle()
    assert opened.says("Left side easier today.")
    assert opened.says("6 before")
    assert opened.says("About right")
    whole = opened.app.past_sessions.whole(ident)
    assert whole is not None
    assert whole.session.note == "Left side easier today."


def test_an_edit_can_be_left_without_a_change(opened: Program) -> None:
    ident, here = open_first(opened), flow(opened)
    before = opened.app.past_sessions.whole(ident)
    opened.press("Edit")
    assert here.past.form is not None
    here.past.form.note.setPlainText("No.")
    opened.press("Cancel")
    here.settle()
    assert opened.app.past_sessions.whole(ident) == before
    assert here.widget.currentWidget() is here.past.page


def test_a_deleted_session_goes_at_once_and_comes_back(opened: Program) -> None:
    ident, here = open_first(opened), flow(opened)
    below = here.past.page.after(ident)
    here.past.page.detail.delete.click()
    here.settle()
    ids = [button.row.id for button in here.past.page.list.buttons]
    assert ident not in ids
    assert opened.says("Session deleted. Wednesday 13 May")
    focused = QApplication.focusWidget()
    assert focused is None or getattr(focused, "row", None) is None or focused.row.id == below  # type: ignore[attr-defined]
    opened.press("Undo")
    here.settle()
    assert here.past.page.list.buttons[0].row.id == ident


def test_a_session_done_elsewhere_is_written_down(opened: Program) -> None:
    here = flow(opened)
    QTest.mouseClick(here.page.foot.by_hand, Qt.MouseButton.LeftButton)
    form = here.past.form
    assert form is not None
    form.name.setText("Yoga")
    form.minutes.set_value(45)
    form.after.choose(2)
    opened.press("Save")
    here.settle()
    rows = [button.row for button in here.page.latest.list.buttons]
    yoga = next(row for row in rows if row.name == "Yoga")
    assert "45 min" in yoga.line
    assert yoga.pain == "\u2013 \u2192 2"


def test_kinds_and_earlier_ones(opened: Program) -> None:
    here = flow(opened)
    here.page.all_wanted.emit()
    here.settle()
    past = here.past.page
    assert len(past.list.buttons) == 30
    opened.press("Earlier ones")
    here.settle()
    assert len(past.list.buttons) == 60
    assert not past.more.isVisible()
    past.kinds.chosen.emit("by-hand")
    here.settle()
    assert past.list.buttons == []
    assert opened.says("Nothing here.")


def test_do_it_again_opens_that_routine(qtbot: QtBot, opened: Program) -> None:
    ident, here = open_first(opened), flow(opened)
    whole = opened.app.past_sessions.whole(ident)
    assert whole is not None
    with qtbot.waitSignal(here.session_wanted) as told:
        here.past.page.detail.again.click()
    assert told.args == [whole.session.routine]


def test_narrow_shows_the_list_or_one_session(opened: Program) -> None:
    opened.window.resize(480, 700)
    open_first(opened)
    past = flow(opened).past.page
    assert not past.card.isVisible()
    assert past.detail.isVisible()
    QTest.mouseClick(past.back, Qt.MouseButton.LeftButton)
    assert past.card.isVisible()
    assert not past.detail.isVisible()


def open_report(made: Program) -> None:
    here = flow(made)
    QTest.mouseClick(here.page.export, Qt.MouseButton.LeftButton)
    form, sheet = here.exporting.form, here.exporting.over.sheet
    assert form is not None
    assert sheet is not None
    form.cards[Form.PAGE].click()
    form.pain.setChecked(True)
    sheet.buttons[1].click()
    here.settle()


def test_the_report_is_shown_before_it_is_saved(opened: Program, tmp_path: Path) -> None:
    open_report(opened)
    report = flow(opened).report
    told = report.page.paper.accessibleDescription()
    assert told.endswith(opened.app.learn.page("learn-disclaimer").body)
    assert "Clearly less pain" in told
    assert "Exercises set aside: None." in told
    path = tmp_path / "record.pdf"
    assert not list(tmp_path.glob("*.pdf"))
    report.save(path)
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == 1
    assert opened.says("Saved to")


def test_without_pain_the_report_says_nothing_of_it(opened: Program) -> None:
    open_report(opened)
    report = flow(opened).report
    report.page.pain.click()
    disclaimer = opened.app.learn.page("learn-disclaimer").body
    told = report.page.paper.accessibleDescription().removesuffix(disclaimer).lower()
    assert "pain" not in told
    assert "hurt" not in told


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_report_that_cannot_be_written_says_so(
    qtbot: QtBot, opened: Program, tmp_path: Path
) -> None:
    open_report(opened)
    report = flow(opened).report
    with qtbot.waitSignal(report.failed) as told:
        report.save(tmp_path / "no such folder" / "record.pdf")
    assert told.args is not None
    assert "couldn't be written" in str(told.args[0])


@pytest.mark.parametrize("span", ["4-weeks", "all"])
def test_all_of_the_report_fits_its_page(opened: Program, span: str) -> None:
    for exercise in ("half-forward-fold", "bird-dog", "bridge", "pelvic-tilt", "arm-circles"):
        opened.app.safety.set_aside(exercise)
    open_report(opened)
    report = flow(opened).report
    report.page.span_chosen.emit(span)
    flow(opened).settle()
    view = report._view
    assert view is not None
    assert any("and 2 more" in line for section in view.sections for line in section.lines)
    assert foot_of(opened, view) < PAGE.height() - 54 - 54 - 8


def test_reach_checks_stand_side_by_side_on_the_page(opened: Program) -> None:
    open_report(opened)
    view = flow(opened).report._view
    assert view is not None
    first, second = view.rows
    assert len(first) == 2
    assert [chart.title for chart in second] == ["Reach"] * 3


def foot_of(opened: Program, view: ReportView) -> float:
    """Where the last line above the foot of the page ends."""
    image = QImage(round(PAGE.width()), round(PAGE.height()), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    look = paper_look(opened.window.places._look)
    look.change(scale=0.8)
    painting = _Painting(painter, look, view)
    painting.paint()
    painter.end()
    return painting._y


def test_a_chart_is_saved_as_a_picture(opened: Program, tmp_path: Path) -> None:
    view = flow(opened).page.cards()[0].view
    assert isinstance(view, ChartView)
    path = tmp_path / "days.png"
    flow(opened)._output.save(view, str(path))
    assert not QImage(str(path)).isNull()


@pytest.mark.parametrize("size", [(1200, 800), (900, 600), (480, 540)])
@pytest.mark.parametrize("text", [100, 200])
def test_every_page_of_history_fits(
    qtbot: QtBot, qapp: QApplication, supple_home: Path, size: tuple[int, int], text: int
) -> None:
    def set_up(app: Container) -> None:
        lived()(app)
        app.change_setting("appearance.text_percent", text)

    with program(qtbot, qapp, supple_home, set_up=set_up) as made:
        here = flow(made)
        made.window.resize(*size)
        made.window.go("history")
        here.settle()
        check(here.page.content)
        check_names(here.page)
        ident = here.page.latest.list.buttons[0].row.id
        here.past.open(None)
        here.settle()
        check(here.past.page.content)
        here.past.page.session_chosen.emit(ident)
        here.settle()
        check(here.past.page.content)
        check_names(here.past.page)
        here.past.page.edit_wanted.emit(ident)
        assert here.past.form is not None
        check(here.past.form.content)
        check_names(here.past.form)
        here.report.open(Span.MONTHS_3)
        here.settle()
        check(here.report.page.content)
        check_names(here.report.page)


def test_tab_reaches_every_chart_as_one_stop(opened: Program) -> None:
    here = flow(opened)
    for card in here.page.cards():
        assert card.chart.focusPolicy() == Qt.FocusPolicy.StrongFocus
        assert card.chart.accessibleName()
        assert card.chart.marks()


def test_yesterday_counts_as_the_day_the_user_says(opened: Program) -> None:
    ident, here = open_first(opened), flow(opened)
    opened.press("Edit")
    form = here.past.form
    assert form is not None
    yesterday: date = TODAY - timedelta(days=1)
    form.day.setDate(form.day.date().addDays(-1))
    opened.press("Save")
    here.settle()
    whole = opened.app.past_sessions.whole(ident)
    assert whole is not None
    assert whole.session.local_day == yesterday
