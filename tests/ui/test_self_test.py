"""A reach check as a person does one: choose, get warm, be guided, enter, read what it means."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.core.plan.records import Profile
from supple.core.plan.screening import Answers, Lock
from supple.core.session.engine import Intent
from supple.core.session.events import Hurt, Outcome
from supple.core.session.steps import Side
from supple.core.session.view import SessionView
from supple.ui.pages.first_run import StepPage
from supple.ui.pages.self_test import ChoosePage
from supple.ui.pages.self_test_enter import EnterPage
from supple.ui.pages.self_test_result import MeasuredPage
from supple.ui.pages.session import SessionPage
from supple.ui.pages.session_finished import FinishedPage
from supple.ui.shell import Shell
from supple.ui.widgets.plate_button import PlateButton
from supple.ui.widgets.year_field import YearField
from tests.ui.windows import Program, live_through, program, settled

Page = TypeVar("Page", bound=StepPage)
FLOOR, TOES, CHAIR = "test-sit-and-reach", "test-standing-toe-touch", "test-chair-sit-and-reach"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def enter(now: Program, value: str) -> None:
    page = up(now, EnterPage)
    page.number.selectAll()
    QTest.keyClicks(page.number, value)
    QTest.mouseClick(page.main_button, Qt.MouseButton.LeftButton)


def up(now: Program, kind: type[Page]) -> Page:
    """The page of a reach check that is in sight, in the shell."""
    assert isinstance(now.page(), Shell)
    [page] = [each for each in now.page().findChildren(kind) if each.isVisible()]
    return page


def ticked(*idents: str) -> Answers:
    return Answers(yes=frozenset(idents))


def test_a_whole_check_from_warm_up_to_what_the_number_means(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        QTest.mouseClick(now.window.today.reach.button, Qt.MouseButton.LeftButton)
        assert up(now, ChoosePage).isVisible()
        now.press("Start with a warm-up")
        assert isinstance(now.page(), SessionPage)
        live_through(now)
        assert isinstance(now.page(), SessionPage)
        assert now.window.visit.flow.opened is not None
        live_through(now)
        enter(now, "-6")
        assert up(now, MeasuredPage).isVisible()
        assert now.says("6 cm short of your soles")
        assert now.says("A little short of your feet.")
        now.press("Done")
        assert isinstance(now.page(), Shell)
        assert now.app.self_tests.results(FLOOR)[0].value_cm == -6


def test_a_check_stands_beside_the_side_bar_and_leads_back_to_where_it_began(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.go("history")
        qtbot.waitUntil(lambda: now.window.shell.place == "history")
        now.window.measure()
        assert up(now, ChoosePage).way_back.text() == "History"
        assert now.window.shell.place == "history"
        now.press("I'm already warm")
        live_through(now)
        assert now.window.shell.place == "history"
        assert now.says("At your soles")
        up(now, EnterPage).more.click()
        assert now.says("1 cm past your soles")
        up(now, EnterPage)
        now.press("Check your reach")
        QTest.keyClick(up(now, ChoosePage), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not now.window.findChildren(ChoosePage)[0].isVisible())
        assert now.window.shell.place == "history"
        assert not now.app.self_tests.results()


def controls(now: Program) -> dict[str, PlateButton]:
    """The controls of the session as it stands, by their names."""
    now.window.visit.seen()
    found = now.window.visit.page.findChildren(PlateButton)
    return {each.accessibleName(): each for each in found if each.isVisible()}


def test_a_try_is_done_over_or_ends_when_the_number_is_there(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def tries() -> list[tuple[int, Outcome]]:
        steps = (step for found in now.app.history.sessions() for step in found.steps)
        return [(step.set, step.outcome) for step in steps if step.kind.is_hold]

    def in_try(number: int) -> Callable[[SessionView], bool]:
        return lambda view: view.step.measured and view.step.set == number

    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.measure()
        now.press("I'm already warm")
        live_through(now, in_try(1))
        for name in ("Try again, R", "Got it, next, Right arrow"):
            controls(now)[name].click()
        live_through(now, in_try(2))
        qtbot.waitUntil(lambda: tries() == [(1, Outcome.STOPPED), (1, Outcome.DONE)])


def test_pain_in_a_try_drops_the_test(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.measure()
        now.press("I'm already warm")
        live_through(now, lambda view: view.step.kind.is_hold and view.remaining_s < 10)
        flow = now.window.visit.flow
        flow.do(Intent.HURTS)
        assert flow.opened is not None
        flow.opened.runner.answer(Hurt.SHARP)
        QApplication.processEvents()
        assert isinstance(now.page(), FinishedPage)
        assert not now.app.self_tests.results()


def test_a_change_is_told_against_last_time_and_drawn(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def earlier(app: Container) -> None:
        settled(app)
        app.self_tests.save(TOES, [12.0])

    with program(qtbot, qapp, home, set_up=earlier) as now:
        now.clock.set_wall(now.clock.wall() + timedelta(days=28))
        now.window.measure()
        page = up(now, ChoosePage)
        QTest.mouseClick(page.cards[TOES], Qt.MouseButton.LeftButton)
        now.press("Just enter a number")
        enter(now, "5")
        assert now.says("5 cm above the floor")
        assert now.says("Looser than last time")
        assert now.says("up is better")
        result = up(now, MeasuredPage)
        assert result.chart.isVisible()
        assert len(result.chart.marks()) == 2


def test_a_reminder_in_four_weeks_is_promised_and_kept(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.measure()
        now.press("Just enter a number")
        enter(now, "2")
        wanted: list[None] = []
        now.window.remind_wanted.connect(lambda: wanted.append(None))
        now.press("Remind me in 4 weeks")
        day = now.clock.wall().date() + timedelta(days=28)
        assert wanted == [None]
        assert now.says(f"You'll be reminded on {day:%A} {day.day} {day:%B}.")
        assert now.app.planning.next_test_day() == day
        assert not up(now, MeasuredPage).other_button.isVisible()
        now.press("Done")
        assert not now.window.today.reach.button.isVisible()
        now.clock.set_wall(now.clock.wall() + timedelta(days=28))
        now.window.refresh()
        qtbot.waitUntil(now.window.today.reach.button.isVisible)


def test_the_same_test_is_blocked_kindly_within_a_week(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def earlier(app: Container) -> None:
        settled(app)
        app.self_tests.save(FLOOR, [-3.0])

    with program(qtbot, qapp, home, set_up=earlier) as now:
        now.window.measure()
        page = up(now, ChoosePage)
        assert now.says("Muscles change slowly.")
        assert not page.main_button.isVisible()
        QTest.mouseClick(page.cards[TOES], Qt.MouseButton.LeftButton)
        assert page.main_button.isVisible()


def test_the_chair_test_asks_for_each_leg_and_finds_the_tighter_side(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def older(app: Container) -> None:
        settled(app)
        app.safety.answer(ticked("has-floor-access", "has-balance-problem"))
        app.self_tests.set_profile(Profile(birth_year=1950, sex="woman"))

    with program(qtbot, qapp, home, set_up=older) as now:
        now.window.measure()
        page = up(now, ChoosePage)
        QTest.mouseClick(page.cards[CHAIR], Qt.MouseButton.LeftButton)
        now.press("Just enter a number")
        assert now.says("How far, with the left leg?")
        enter(now, "2")
        now.clock.advance(1)
        assert now.says("How far, with the right leg?")
        enter(now, "-4")
        assert now.says("Left leg: 2 cm past your toes.")
        assert now.says("Right leg: 4 cm short of your toes")
        assert now.says("One side is tighter.")
        assert [each.side for each in now.app.self_tests.results()] == [Side.LEFT, Side.RIGHT]


def test_inches_are_taken_and_kept_as_centimetres(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.measure()
        now.press("Just enter a number")
        now.press("inches")
        enter(now, "-2")
        assert now.says("2 in short of your soles")
        assert now.app.self_tests.results()[0].value_cm == pytest.approx(-5.1)
    with program(qtbot, qapp, home) as now:
        assert now.app.settings.appearance.unit == "inches"


def test_the_side_that_felt_tighter_goes_first_from_now_on(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.measure()
        now.press("Just enter a number")
        now.press("Right")
        enter(now, "-2")
        assert now.says("This shows flexibility, not the health of your back.")
        assert now.says("Measure again from Wednesday 20 May.")
        assert now.app.planning.changes().tighter is Side.RIGHT


def test_year_and_sex_are_asked_for_only_to_compare_and_kept(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.measure()
        page = up(now, ChoosePage)
        page.year.setValue(1985)
        now.press("Woman")
        assert now.app.self_tests.profile == Profile(birth_year=1985, sex="woman")
        now.press("Just enter a number")
        enter(now, "15")
        assert now.says("At the published value for your age")


@pytest.mark.parametrize(
    ("close", "words"),
    [
        (lambda app: app.safety.answer(ticked("has-osteoporosis")), "fragile bones"),
        (lambda app: app.safety.close(Lock.EMERGENCY), "Has a doctor checked this?"),
        (lambda app: app.safety.close(Lock.CHECK_AGAIN), "Is stretching right for you today?"),
        (
            lambda app: app.safety.answer(ticked("has-recent-surgery")),
            "Ask a professional first",
        ),
    ],
)
def test_nobody_is_measured_who_should_not_be(
    qtbot: QtBot, qapp: QApplication, home: Path, close: object, words: str
) -> None:
    def prepared(app: Container) -> None:
        settled(app)
        if callable(close):
            close(app)

    with program(qtbot, qapp, home, set_up=prepared) as now:
        now.window.measure()
        assert now.says(words)
        pages = now.page().findChildren(ChoosePage)
        assert not any(page.main_button.isVisible() for page in pages)


def year_in_sight(now: Program) -> YearField:
    [field] = [each for each in now.page().findChildren(YearField) if each.isVisible()]
    return field


def test_year_and_sex_can_be_given_in_the_settings(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.go("settings")
        now.window.places.settings.widget.open_section("data")
        year = year_in_sight(now)
        year.setFocus()
        year.selectAll()
        QTest.keyClicks(year, "1985")
        QTest.keyClick(year, Qt.Key.Key_Return)
        assert now.app.self_tests.profile == Profile(birth_year=1985)
        now.press("Woman")
        assert now.app.self_tests.profile == Profile(birth_year=1985, sex="woman")
        assert now.says("1985, Woman. Only to compare with published values")
        now.press("Rather not")
        assert now.app.self_tests.profile == Profile(birth_year=1985)
        now.press("Forget them")
        assert year_in_sight(now).year == 0
        assert now.app.self_tests.profile == Profile()


def test_year_and_sex_can_be_forgotten_in_the_settings(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def known(app: Container) -> None:
        settled(app)
        app.self_tests.set_profile(Profile(birth_year=1950, sex="woman"))

    with program(qtbot, qapp, home, set_up=known) as now:
        now.window.go("settings")
        now.window.places.settings.widget.open_section("data")
        assert now.says("1950, Woman. Only to compare with published values")
        now.window.places.settings.do("profile-forget")
        assert now.app.self_tests.profile == Profile()
        assert not now.says("1950")
