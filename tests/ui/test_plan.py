"""The plan page: what it shows follows from what was done, and every change is kept."""

import sqlite3
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.core.history.records import SessionRecord
from supple.core.plan.progress import Mode
from supple.core.plan.records import Adjust, Decision, Detail, TestRecord
from supple.core.plan.screening import Condition, Lock
from supple.core.session.events import SessionOutcome
from supple.core.session.steps import Side
from supple.devices.store.ids import new_id
from supple.devices.store.sessions import end_session, record_step
from supple.devices.store.tests import save_test
from supple.ui.pages.before import BeforePage
from supple.ui.pages.plan import PlanPage
from supple.ui.way_out import MendableError
from supple.ui.widgets.month_grid import MonthState
from supple.ui.widgets.sheet import Sheet
from supple.ui.widgets.text import Text
from tests.devices.store.samples import compiled, session, step
from tests.ui.windows import NOW, Program, program, settled

TODAY = date(2026, 5, 13)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def plan(now: Program) -> PlanPage:
    now.window.go("plan")
    QApplication.processEvents()
    return now.window.places.plan.page


def states(page: PlanPage) -> dict[str, MonthState]:
    return {cell.day.iso: cell.day.state for cell in page.grid.cells}


def planned(page: PlanPage) -> list[str]:
    return [iso for iso, state in states(page).items() if state is MonthState.PLANNED]


def test_a_new_plan_shows_its_phases_and_offers_the_first_session(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = plan(now)
        assert now.says("Ease in")
        assert now.says("Keep")
        now.press("Start the plan")
        assert now.app.planning.state().mode is Mode.ON
        QTest.mouseClick(page.rows.buttons[0], Qt.MouseButton.LeftButton)
        assert isinstance(now.page(), BeforePage)


def test_a_decision_that_the_disk_refused_is_tried_again_when_wanted(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.failed.connect(now.window.notices.tell)
        plan(now)
        disk = now.app.store._writer._connection
        disk.execute("PRAGMA query_only = ON")
        now.press("Start the plan")
        assert now.says("Your history file can't be opened for writing")
        disk.execute("PRAGMA query_only = OFF")
        now.press("Try now")
        assert now.app.planning.state().mode is Mode.ON
        assert not now.says("Your history file")


@pytest.mark.qt_log_ignore("raise", "grabbing", "propagateSizeHints")  # a menu without a display
def test_a_pause_keeps_the_place_and_ends_when_wanted(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        page = plan(now)
        QTest.mouseClick(page.pause_button, Qt.MouseButton.LeftButton)
        menu = page.findChild(QMenu)
        assert menu is not None
        menu.actions()[1].trigger()
        menu.close()
        assert now.app.planning.state().paused_until == TODAY + timedelta(days=7)
        assert planned(page) == []
        now.press("Go on with the plan")
        assert now.app.planning.state().mode is Mode.ON
        assert planned(page)


@pytest.mark.qt_log_ignore("raise", "grabbing", "propagateSizeHints")  # a menu without a display
def test_a_pause_ends_on_the_date_that_was_chosen(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        page = plan(now)
        QTest.mouseClick(page.pause_button, Qt.MouseButton.LeftButton)
        menu = page.findChild(QMenu)
        assert menu is not None
        menu.actions()[-1].trigger()
        menu.close()
        pausing = now.window.places.plan.pausing
        assert pausing.over.sheet is not None
        QTest.keyClick(pausing.over.sheet, Qt.Key.Key_Escape)
        assert now.app.planning.state().mode is Mode.ON
        page.pause_day_requested.emit()
        assert pausing.form is not None
        assert pausing.form.day == TODAY + timedelta(days=7)
        pausing.form.field.setDate(QDate(2026, 5, 10))  # the past can't be chosen
        assert pausing.form.day > TODAY
        pausing.form.field.setDate(QDate(2026, 5, 23))
        pausing.over.sheet.buttons[1].click()
        QApplication.processEvents()
        assert now.says("Paused until 23 May. Your place is kept.")
        now.clock.set_wall(now.clock.wall() + timedelta(days=10))
        page = plan(now)
        assert now.app.planning.state().mode is Mode.ON
        assert planned(page)


def test_a_lighter_week_and_a_repeated_one_can_be_undone(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        plan(now)
        now.press("Make it lighter")
        assert now.app.planning.state().lighter
        now.press("Undo")
        assert not now.app.planning.state().lighter


def test_undo_stays_through_other_decisions_and_a_restart_until_the_week_is_over(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        plan(now)
        now.press("Make it lighter")
        now.app.planning.decide(Decision.DAILY, Detail(on=False))
    with program(qtbot, qapp, home) as now:
        page = plan(now)
        assert page.undo_button.isVisible()
        assert now.says("This week is lighter")
        now.press("Undo")
        assert not now.app.planning.state().lighter
        now.press("Make it lighter")
        now.clock.set_wall(now.clock.wall() + timedelta(days=7))
        page = plan(now)
        assert not page.undo_button.isVisible()


def test_a_planned_day_moves_with_the_keyboard_and_with_the_mouse(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        page = plan(now)
        first, second = planned(page)[0], planned(page)[1]
        cell = next(each for each in page.grid.cells if each.day.iso == first)
        QTest.keyClick(cell, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        there = (date.fromisoformat(first) + timedelta(days=1)).isoformat()
        assert there in planned(page)
        assert first not in planned(page)
        cell = next(each for each in page.grid.cells if each.day.iso == second)
        to = next(
            each
            for each in page.grid.cells
            if each.day.iso == (date.fromisoformat(second) + timedelta(days=2)).isoformat()
        )
        QTest.mousePress(cell, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(
            cell, Qt.MouseButton.LeftButton, pos=cell.mapFrom(page.grid, to.geometry().center())
        )
        assert to.day.iso in planned(page)


def test_a_planned_day_goes_there_and_back_and_into_another_week(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        page = plan(now)
        stood = planned(page)
        here = next(cell for cell in page.grid.cells if cell.day.iso == stood[1])
        here.setFocus()
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
            focused = page.window().focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key, Qt.KeyboardModifier.AltModifier)
            if key is Qt.Key.Key_Down:
                there = date.fromisoformat(stood[1]) + timedelta(days=8)
                assert set(planned(page)) == {*stood, there.isoformat()} - {stood[1]}
        assert planned(page) == stood


def test_what_is_set_by_hand_is_kept_and_can_be_left_to_the_plan_again(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        plan(now)
        now.press("Adjust")
        more = "That's more than these weeks suggest."
        for above, within in (("3", "2"), ("25 s", "15 s"), ("3 times", "2 times")):
            now.press(above)
            assert now.says(more)
            now.press(within)
            assert not now.says(more)
        now.press("3")
        now.press("25 s")
        now.press("3 times")
        now.press("10 min")
        now.press("Sat")
        now.press("Save")
        kept = now.app.planning.state().adjust
        assert kept == Adjust(sessions=3, days=("sat",), hold_s=25, more_sets=True, minutes=10)
        now.press("Adjust")
        now.press("Leave it all to the plan")
        now.press("Save")
        assert now.app.planning.state().adjust == Adjust()


@pytest.mark.qt_log_ignore("raise", "grabbing", "propagateSizeHints")  # a menu without a display
def test_stretches_are_left_out_and_brought_back_where_the_plan_is_adjusted(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        plan(now)
        now.press("Adjust")
        assert now.says("Nothing is left out.")
        now.press("3 times")
        now.press("Leave a stretch out")
        menu = now.page().findChild(QMenu)
        assert menu is not None
        named = {action.text(): action for action in menu.actions()}
        assert "Gentle leg swing" in named
        assert "Marching on the spot" not in named  # a warm-up is no stretch
        named["Gentle leg swing"].trigger()
        menu.close()
        QApplication.processEvents()
        assert [each.exercise for each in now.app.safety.set_asides()] == ["gentle-leg-swing"]
        assert now.says("Since 13 May")
        assert "gentle-leg-swing" not in now.app.planning.stretches()
        now.press("Bring back")
        assert now.says("Nothing is left out.")
        assert now.app.safety.set_asides() == ()
        now.press("Save")
        assert now.app.planning.state().adjust.more_sets  # what else was chosen is still there


def test_another_phase_can_be_chosen_by_hand(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        page = plan(now)
        page.phase_requested.emit("build")
        assert now.app.planning.state().stage.id == "build"
        QApplication.processEvents()
        assert now.says("Longer holds only if the last sessions felt easy.")


def test_a_phase_opens_by_click_and_by_enter_and_tells_what_it_contains(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        page = plan(now)
        flow = now.window.places.plan.inside
        card = page.phase("start")
        page.adjust_button.setFocus()
        for _ in (*page.notes, card):  # these stand above it
            QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        assert page.window().focusWidget() is card
        QTest.mouseClick(
            now.window.windowHandle(),
            Qt.MouseButton.LeftButton,
            pos=card.mapTo(now.window, card.rect().center()),
        )
        assert flow.over.sheet is not None
        assert flow.over.sheet.isVisible()
        assert told(flow.over.sheet) >= {"Ease in", "Weeks 1 and 2", "2 a week", "15 seconds each"}
        assert told(flow.over.sheet) >= {"Monday, Thursday, or any other."}
        assert any(words.startswith("First session, ") for words in told(flow.over.sheet))
        assert any("3 sessions are done" in words for words in told(flow.over.sheet))
        assert [button.text() for button in flow.over.sheet.buttons] == ["Close"]
        QTest.keyClick(flow.over.sheet, Qt.Key.Key_Escape)
        assert page.window().focusWidget() is card
        page.focus_phase("steady")
        QTest.keyClick(page.phase("steady"), Qt.Key.Key_Return)
        assert told(flow.over.sheet) >= {"3 or 4 a week", "Each stretch 2 or 3 times a side"}
        assert "No end date. Stay as long as you like." in told(flow.over.sheet)
        assert "A little every day. Thirty seconds each." in told(flow.over.sheet)
        flow.over.sheet.buttons[1].click()
        assert now.app.planning.state().stage.id == "steady"
        assert page.window().focusWidget() is page.phase("steady")


def test_a_sheet_that_is_too_tall_is_read_with_the_page_keys(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        now.window.resize(900, 600)
        plan(now).phase_opened.emit("steady")
        sheet = now.window.places.plan.inside.over.sheet
        assert sheet is not None
        bar = sheet.findChildren(QScrollArea)[0].verticalScrollBar()
        QApplication.processEvents()
        QTest.keyClick(sheet, Qt.Key.Key_PageDown)
        assert bar.value() > 0
        QTest.keyClick(sheet, Qt.Key.Key_PageUp)
        assert bar.value() == 0
        assert sheet.focusWidget() is sheet.buttons[0]


def told(sheet: Sheet) -> set[str]:
    return {text.accessibleName() for text in sheet.findChildren(Text)}


def test_a_reason_leads_on_to_what_there_is_to_read(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        plan(now)
        now.press("What to expect")
        assert now.window.shell.place == "learn"
        assert now.says(now.app.learn.page("learn-what-to-expect").title)


def test_dizziness_is_asked_after_and_a_yes_changes_the_sessions(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    from supple.core.session.events import Hurt
    from supple.core.session.steps import Side

    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        now.clock.set_wall(now.clock.wall() + timedelta(hours=1))
        now.app.safety.told(Hurt.DIZZY, "standing-forward-fold", Side.BOTH, "none")
        plan(now)
        assert now.says("You felt dizzy last time.")
        now.clock.set_wall(now.clock.wall() + timedelta(hours=1))
        now.press("Yes")
        assert now.app.safety.standing().conditions == {Condition.DIZZINESS_BLOOD_PRESSURE}
        assert not now.says("You felt dizzy last time.")


def test_the_months_turn_and_the_planned_days_are_written_for_a_calendar(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        page = plan(now)
        assert now.says("May 2026")
        QTest.mouseClick(page.later, Qt.MouseButton.LeftButton)
        assert now.says("June 2026")
        QTest.mouseClick(page.today, Qt.MouseButton.LeftButton)
        assert now.says("May 2026")
        file = tmp_path / "plan.ics"
        now.window.places.plan.save_calendar(file)
        assert b"BEGIN:VEVENT" in file.read_bytes()
        with pytest.raises(MendableError):
            now.window.places.plan.save_calendar(tmp_path / "nowhere" / "plan.ics")


def test_closed_sessions_leave_nothing_to_change_on_the_page(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.START)
        now.app.planning.decide(Decision.ADJUST, Detail(adjust=Adjust(sessions=4)))
        now.app.safety.close(Lock.EMERGENCY)
        page = plan(now)
        assert now.says("Sessions are closed for now.")
        assert not page.rows.buttons
        for button in (page.pause_button, page.adjust_button, page.lighter_button):
            assert not button.isVisible()


def six_weeks_of_sessions(app: Container) -> None:
    """Three sessions a week, and two reach checks that come to the same."""
    settled(app)
    for week in range(6, 0, -1):
        for day in (0, 2, 4):
            ended = NOW - timedelta(weeks=week) + timedelta(days=day - 2)
            record = session(
                id=new_id(),
                local_day=ended.date(),
                started=ended,
                ended=ended,
                outcome=SessionOutcome.COMPLETED,
                counts_for_plan=True,
            )
            app.store.write(partial(keep_session, record=record)).result()
    for days, value in ((40, -12.0), (1, -11.0)):
        measured = NOW - timedelta(days=days)
        found = TestRecord(
            id=new_id(),
            measured=measured,
            local_day=measured.date(),
            test="test-sit-and-reach",
            side=Side.BOTH,
            value_cm=value,
            better="larger",
        )
        app.store.write(partial(save_test, test=found)).result()


def keep_session(connection: sqlite3.Connection, record: SessionRecord) -> None:
    done = step(1, id=new_id(), session_id=record.id, ended=record.started)
    record_step(connection, session=record, step=done, compiled=compiled())
    end_session(connection, session=record)


@pytest.mark.parametrize(
    "way",
    [
        ("Go on", "plan", Mode.ON),
        ("Another routine", "routines", Mode.ON),
        ("Stop the plan", "plan", Mode.NONE),
    ],
)
def test_without_a_clear_change_by_week_6_three_ways_are_open(
    qtbot: QtBot, qapp: QApplication, home: Path, way: tuple[str, str, Mode]
) -> None:
    words, place, mode = way
    with program(qtbot, qapp, home, set_up=six_weeks_of_sessions) as now:
        plan(now)
        assert now.says("No clear change yet. That happens. A physiotherapist can check")
        now.press(words)
        assert now.app.planning.state().mode is mode
        assert now.window.shell.place == place
        plan(now)
        assert not now.says("No clear change yet.")
