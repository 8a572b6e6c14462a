"""The reminder of the planned session, in the running program, on a clock driven by hand."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supple.core.plan.records import Decision, Detail
from supple.core.plan.screening import Lock
from supple.ui.desk.session_reminder import SessionReminder
from supple.ui.pages.before import BeforePage
from supple.ui.pages.break_view import Act, Do, PromptView
from supple.ui.pages.self_test import ChoosePage
from supple.ui.program import Program as Running
from tests.app.program import Program

HOUR = 3600.0


class Evening:
    """Somebody whose session is planned for today, in the early afternoon."""

    def __init__(self, program: Program, qapp: QApplication) -> None:
        self.program, self.app = program, program.app
        self.running = Running(program.app, qapp)
        self.running.open_desk()

    @property
    def waits(self) -> SessionReminder:
        assert self.running._session_reminder is not None
        return self.running._session_reminder

    def later(self, hours: float) -> PromptView | None:
        """What stands asked after some hours."""
        self.program.clock.advance(hours * HOUR)
        self.waits.look()
        QApplication.processEvents()
        return self.running.signs.reminder().asked


@pytest.fixture
def evening(supple_home: Path, qapp: QApplication) -> Iterator[Evening]:
    program = Program(supple_home)
    program.nothing_fits()
    program.app.change_setting("welcome.page", "done")
    program.app.change_setting("session.remind", value=True)
    program.app.planning.decide(Decision.START)
    today = program.clock.wall().date()
    planned = program.app.planning.state().planned[0]
    if planned != today:
        program.app.planning.decide(Decision.MOVE, Detail(planned=planned, moved_to=today))
    evening = Evening(program, qapp)
    yield evening
    evening.running.close()
    program.app.close()


def test_the_planned_session_is_asked_about_once_at_its_hour(evening: Evening) -> None:
    assert evening.later(1) is None
    asked = evening.later(3)
    assert asked is not None
    assert asked.title == "Time for your stretches?"
    assert asked.words == "First session, 10 minutes. Any other day is fine too."
    evening.running.signs.reminder().chosen.emit(Act(Do.LEAVE), "")
    evening.running.signs.reminder().withdraw()
    assert evening.later(1) is None


def test_it_comes_again_when_put_off_and_starts_what_is_offered(evening: Evening) -> None:
    assert evening.later(4) is not None
    evening.running.signs.reminder()._answer(Act(Do.SESSION_LATER, HOUR))
    assert evening.later(0.5) is None
    assert evening.later(0.6) is not None
    evening.running.signs.reminder()._answer(Act(Do.SESSION))
    window = evening.running.window
    assert window is not None
    assert isinstance(window.currentWidget(), BeforePage)


def test_nothing_reminds_while_sessions_are_closed_or_where_it_is_not_wanted(
    evening: Evening,
) -> None:
    evening.app.safety.close(Lock.SEE_FIRST)
    assert evening.later(5) is None
    assert evening.app.plan_reminder.wait_s() == HOUR
    evening.app.change_setting("session.remind", value=False)
    QApplication.processEvents()
    assert evening.app.plan_reminder.wait_s() is None
    assert evening.later(20) is None


def test_a_reach_check_is_asked_about_on_its_day_and_put_off_by_a_week(evening: Evening) -> None:
    evening.app.change_setting("session.remind", value=False)
    today = evening.program.clock.wall().date()
    evening.app.planning.decide(Decision.TEST_AGAIN, Detail(until=today + timedelta(days=1)))
    assert evening.later(5) is None
    asked = evening.later(24)
    assert asked is not None
    assert asked.title == "Time for a reach check?"
    evening.running.signs.reminder()._answer(Act(Do.TEST_LATER))
    assert evening.later(1) is None
    assert evening.later(7 * 24) is not None
    evening.running.signs.reminder()._answer(Act(Do.TEST))
    window = evening.running.window
    assert window is not None
    assert [each for each in window.findChildren(ChoosePage) if each.isVisible()]


def test_who_waits_for_a_reach_check_is_reminded_by_a_later_start_too(evening: Evening) -> None:
    evening.app.change_setting("session.remind", value=False)
    evening.running.close()
    evening.running = Running(evening.app, evening.running._qt)
    evening.running.open_desk()
    assert [each for each in evening.running.children() if isinstance(each, SessionReminder)] == []
    evening.running.open_window()
    today = evening.program.clock.wall().date()
    evening.app.planning.decide(Decision.TEST_AGAIN, Detail(until=today + timedelta(days=28)))
    assert evening.running.window is not None
    evening.running.window.remind_wanted.emit()
    assert evening.waits is not None
    evening.running.close()
    evening.running = Running(evening.app, evening.running._qt)
    evening.running.open_desk()
    assert evening.later(28 * 24 + 4) is not None


def test_a_reach_check_whose_day_is_over_asks_nothing_of_a_later_start(evening: Evening) -> None:
    evening.app.change_setting("session.remind", value=False)
    today = evening.program.clock.wall().date()
    evening.app.planning.decide(Decision.TEST_AGAIN, Detail(until=today))
    assert evening.app.wants_reminders()
    evening.program.clock.set_wall(evening.program.clock.wall() + timedelta(days=1))
    assert not evening.app.wants_reminders()
