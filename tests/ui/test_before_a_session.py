"""The page before a session, with the real program: much pain, kit, what was changed, the spot."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.app.sessions import Request
from supple.core.history.records import Moment, RatingKind, Source
from supple.core.plan.records import Decision, Detail
from supple.core.plan.screening import Answers
from supple.core.plan.swaps import LIVELY
from supple.core.session.steps import Kind, Part, Step
from supple.devices.store.ids import new_id
from supple.devices.store.ratings import list_ratings
from supple.ui.pages.before import BeforePage
from supple.ui.pages.screening import QuestionsPage
from supple.ui.pages.session import SessionPage
from supple.ui.pages.session_finished import FinishedPage
from tests.ui.windows import Program, live_through, program, settled


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def before(now: Program, routine: str = "full-home") -> BeforePage:
    now.window.prepare(routine)
    page = now.page()
    assert isinstance(page, BeforePage)
    return page


def test_much_pain_offers_something_kinder_and_asks_once(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = before(now)
        QTest.keyClick(page, Qt.Key.Key_7)
        assert now.says("Not today, perhaps.")
        QTest.keyClick(page, Qt.Key.Key_Space)
        assert isinstance(now.page(), BeforePage)
        assert now.says("Start all the same")
        now.press("Make it easier")
        assert now.says("Gentle and balance-supported.")
        assert not now.says("Not today, perhaps.")
        now.press("Start")
        assert isinstance(now.page(), SessionPage)


def test_a_session_stays_possible_with_much_pain_after_one_confirmation(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = before(now)
        QTest.keyClick(page, Qt.Key.Key_8)
        now.press("Start")
        now.press("Start all the same")
        assert isinstance(now.page(), SessionPage)


def test_what_the_answers_changed_is_told_with_the_reason(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def fragile(app: Container) -> None:
        settled(app)
        app.safety.answer(Answers(yes=frozenset({"has-osteoporosis"})))

    with program(qtbot, qapp, home, set_up=fragile) as now:
        before(now)
        assert now.says("3 steps were changed for you")
        assert now.says("fragile bones")


def test_a_thing_that_is_not_at_hand_swaps_the_stretches_that_need_it(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        page = before(now, "supine-mat")
        strap = next(
            row for row in page.findChildren(QCheckBox) if row.text().startswith("A strap")
        )
        QTest.mouseClick(strap, Qt.MouseButton.LeftButton)
        assert now.says("Without a strap.")
        strap = next(
            row for row in page.findChildren(QCheckBox) if row.text().startswith("A strap")
        )
        assert not strap.isChecked()
        QTest.mouseClick(strap, Qt.MouseButton.LeftButton)
        assert not now.says("Without a strap.")


def test_the_list_of_the_spot_is_folded_after_three_sessions(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        before(now)
        QApplication.processEvents()
        assert now.button("Good light").isVisible()
        for _ in range(3):
            request = Request("walk-10", Source.WINDOW, voiced=False, session_id=new_id())
            now.window.begin(request)
            live_through(now)
        page = before(now)
        QApplication.processEvents()
        assert page.unfold.isVisible()
        now.press("Same spot as last time? Change")
        assert now.button("Good light").isVisible()


def test_check_first_asks_the_questions_and_comes_back(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        before(now)
        now.press("Check first")
        assert isinstance(now.page(), QuestionsPage)
        for _ in range(3):
            now.press("None of these")
        now.press("Go on")
        assert isinstance(now.page(), BeforePage)


def test_cold_muscles_are_told_of_once_and_begin_with_15_seconds(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.planning.decide(Decision.STAGE, Detail(stage="steady"))
        now.window.prepare("full-home")
        now.press("Leave the warm-up out")
        assert now.says("Cold muscles like it slower. Halve the first stretch.")
        now.press("Leave the warm-up out")
        steps = running(now)
        assert all(step.part is not Part.WARM_UP for step in steps)
        holds = [step.seconds for step in steps if step.kind is Kind.HOLD]
        assert holds[0] == 15
        assert max(holds) == 30


def test_a_calmer_day_leaves_out_jogging_swings_and_long_steps(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.prepare("dynamic-flow")
        page = now.page()
        assert isinstance(page, BeforePage)
        QTest.mouseClick(page.calmer, Qt.MouseButton.LeftButton)
        assert now.says("Calmer today, as you wished.")
        now.press("Start")
        assert not LIVELY & {step.exercise for step in running(now)}


def test_a_walk_just_before_is_the_warm_up(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.prepare("walk-10")
        now.press("Start")
        live_through(now)
        now.press("Done")
        now.clock.advance(600)
        now.window.prepare("full-home")
        assert now.says("your walk")
        now.press("Start")
        assert all(step.part is not Part.WARM_UP for step in running(now))
        live_through(now)
        all_written(now)
        assert now.app.history.sessions()[-1].session.note == "Warm-up: already warm."


def test_a_longer_warm_up_can_be_wished_for_in_the_settings(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.app.change_setting("session.warm_up_min", 10)
        now.window.prepare("full-home")
        now.press("Start")
        warm = [step.seconds for step in running(now) if step.part is Part.WARM_UP]
        assert sum(warm) > 500


def test_an_answer_that_is_taken_back_is_missing_and_the_leg_counts_too(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.prepare("core-posture")
        page = now.page()
        assert isinstance(page, BeforePage)
        page.scale.choose(4)
        page.scale.choose(None)
        page.leg.scale.choose(1)
        now.press("Start")
        live_through(now)
        finished = now.page()
        assert isinstance(finished, FinishedPage)
        finished.leg.scale.choose(3)
        all_written(now)
        given = now.app.store.read(list_ratings)
        assert [(each.kind, each.value) for each in given] == [
            (RatingKind.LEG, 1),
            (RatingKind.LEG, 3),
        ]


def test_a_partner_may_have_a_turn(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        now.window.prepare("with-partner")
        now.press("Start")
        live_through(now)
        now.press("Swap places")
        steps = running(now)
        assert steps[0].part is Part.MAIN


def test_how_much_is_enough_is_told_before_every_session(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        before(now)
        for words in ("A mild pull: fine", "5 or 6 of 10: ease off", "Sharp, numb, or 7 and more"):
            assert now.says(words)


def test_today_tells_why_it_is_this_session(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        before(now, "first-session")
        now.press("Start")
        live_through(now)
        now.press("Done")
        assert now.says("One you have not tried yet.")


def test_the_strongest_session_before_its_week_is_an_explicit_choice(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with program(qtbot, qapp, home, set_up=settled) as now:
        before(now, "deeper-stretch")
        now.press("Start")
        assert now.says("Week 5 and later, good days only.")
        now.press("Start all the same")
        assert running(now)


def all_written(now: Program) -> None:
    """Wait for what is written behind the page's back."""
    now.app.store.write(lambda _connection: None).result()


def running(now: Program) -> tuple[Step, ...]:
    opened = now.window.visit.flow.opened
    assert opened is not None
    return opened.session.steps


def test_one_number_a_day_is_asked_for_on_today_where_it_is_wished_for(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    def wished(app: Container) -> None:
        settled(app)
        app.change_setting("session.daily_pain", value=True)

    with program(qtbot, qapp, home, set_up=wished) as now:
        before(now, "walk-10")
        now.press("Start")
        live_through(now)
        now.press("Done")
        rhythm = now.window.today.rhythm
        assert now.says("How is your lower back today?")
        for value in ("4", "3"):
            rhythm.day.chosen.emit(value)
        now.window.refresh_today()
        assert rhythm.day.text() == "3"
        given = now.app.store.read(list_ratings)
        assert [(each.moment, each.value) for each in given] == [(Moment.DAY, 3)]
        now.app.change_setting("session.daily_pain", value=False)
        now.window.refresh_today()
        assert not now.says("How is your lower back today?")
