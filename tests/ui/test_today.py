"""Today in the whole program: it tells of the plan as the user has it, not as it was written."""

import sqlite3
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.core.history.records import SessionRecord
from supple.core.plan.records import Adjust, Decision, Detail
from supple.core.session.events import SessionOutcome
from supple.devices.store.ids import new_id
from supple.devices.store.sessions import end_session, record_step
from supple.ui.pages.today import TodayPage
from tests.devices.store.samples import compiled, session, step
from tests.ui.windows import NOW, Program, live_through, program, settled

TODAY = NOW.date()  # a Wednesday
NEXT = "Next in your plan \N{MIDDLE DOT} session {} this week"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def did(app: Container, *days: date) -> None:
    """Whole sessions that count, on these days."""
    for day in days:
        ended = NOW - timedelta(days=(TODAY - day).days)
        record = session(
            id=new_id(),
            local_day=day,
            started=ended,
            ended=ended,
            outcome=SessionOutcome.COMPLETED,
            counts_for_plan=True,
        )
        app.store.write(partial(_keep, record=record)).result()


def _keep(connection: sqlite3.Connection, record: SessionRecord) -> None:
    done = step(1, id=new_id(), session_id=record.id, ended=record.started)
    record_step(connection, session=record, step=done, compiled=compiled())
    end_session(connection, session=record)


def day(number: int) -> date:
    """The day so many days after today."""
    return TODAY + timedelta(days=number)


def today(now: Program) -> TodayPage:
    """Today, fresh."""
    now.window.show_today()
    QApplication.processEvents()
    return now.window.today


def planned(now: Program) -> list[str]:
    cells = today(now).week.strip.cells
    return [each.accessibleName() for each in cells if "planned" in each.accessibleName()]


def twice_a_week(app: Container) -> None:
    """Two sessions a week, on Tuesday and Saturday; Monday had one."""
    settled(app)
    did(app, day(-9), day(-2))
    app.planning.decide(Decision.ADJUST, Detail(adjust=Adjust(sessions=2, days=("tue", "sat"))))


def test_the_week_is_the_one_that_the_user_adjusted(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=twice_a_week) as now:
        assert today(now).hero.line.words() == NEXT.format("2 of 2")
        assert now.says("1 done, 1 to go.")
        assert planned(now) == ["Saturday 16 May, planned"]


def test_a_moved_day_is_planned_where_it_was_put(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=twice_a_week) as now:
        moved = Detail(planned=day(3), moved_to=day(2))
        now.app.planning.decide(Decision.MOVE, moved)
        assert planned(now) == ["Friday 15 May, planned"]


def test_after_a_session_the_number_of_the_week_is_the_adjusted_one(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=twice_a_week) as now:
        now.window.visit.prepare("gentle-supported")
        now.press("Start")
        live_through(now)
        assert now.window.page_name == "finished"
        assert now.says("2 of 2")


@pytest.mark.parametrize(
    ("done", "says"),
    [
        (2, (NEXT.format("3 of 3"), "Start session")),
        (3, ("3 of 3 this week", "Do an easy one")),
        (4, ("4 of 4 this week", "Do an easy one")),
    ],
)
def test_with_as_many_as_wanted_the_week_is_done(
    qtbot: QtBot, qapp: QApplication, home: Path, done: int, says: tuple[str, str]
) -> None:
    """The last stage asks for three or four sessions: three are enough, four not too many."""
    line, button = says

    def long_in_the_plan(app: Container) -> None:
        settled(app)
        did(app, *(day(-7 * week + at) for week in range(1, 9) for at in (-2, 0, 2)))
        did(app, *(day(4 - at) for at in range(done)))

    with program(qtbot, qapp, home, now=NOW + timedelta(days=4), set_up=long_in_the_plan) as now:
        assert now.app.planning.state().stage.sessions_per_week_max == 4
        assert today(now).hero.line.words() == line
        assert now.button(button).isVisible()


def test_an_easy_one_after_the_week_is_the_gentlest_session(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def three_done(app: Container) -> None:
        settled(app)
        did(app, *(day(-7 * week + at) for week in range(1, 9) for at in (-2, 0, 2)))
        did(app, *(day(4 - at) for at in range(3)))

    with program(qtbot, qapp, home, now=NOW + timedelta(days=4), set_up=three_done) as now:
        gentlest = now.app.catalogue.routine("gentle-supported").name
        now.press("Do an easy one")
        assert now.window.page_name == "before"
        assert now.says(gentlest)


def test_the_logo_opens_what_the_program_is(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.shell.logo_chosen.emit()
        assert now.window.shell.place == "settings"
        assert now.says("How to report a fault")


def test_a_planned_day_is_moved_with_alt_and_arrows_and_by_hand(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=twice_a_week) as now:
        strip = today(now).week.strip
        now.window.activateWindow()
        QApplication.processEvents()
        strip.cells[5].setFocus()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
            focused = now.window.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key, Qt.KeyboardModifier.AltModifier)
        assert planned(now) == ["Friday 15 May, planned"]
        here, there = strip.cells[4], strip.cells[6].geometry().center()
        QTest.mousePress(here, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(here, Qt.MouseButton.LeftButton, pos=here.mapFrom(strip, there))
        assert planned(now) == ["Sunday 17 May, planned"]
        assert now.app.planning.state().planned == (day(4),)


def test_what_is_planned_can_come_to_today_and_go_again_but_not_to_the_past(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=twice_a_week) as now:
        strip = today(now).week.strip
        strip.moved.emit(day(3).isoformat(), day(-1).isoformat())
        assert planned(now) == ["Saturday 16 May, planned"]
        strip.moved.emit(day(3).isoformat(), day(0).isoformat())
        assert planned(now) == ["Wednesday 13 May, planned"]
        strip.moved.emit(day(0).isoformat(), day(1).isoformat())
        assert planned(now) == ["Thursday 14 May, planned"]
