"""After "it hurts": a rest of a minute outside the plan, or softer steps from here on."""

import msgspec

from supple.core.session import events as ev
from supple.core.session.compile import Session
from supple.core.session.engine import Intent
from supple.core.session.softer import softened
from supple.core.session.steps import Kind
from supple.core.session.view import Phase, State
from tests.core.session.driver import START_S, Driver
from tests.core.session.factory import session, step
from tests.core.session.five_steps import FIVE, READY, STOPPED, at, ended, extras

EASY_READY = step(Kind.GET_READY, 12.0, ident="easy")
EASY = step(ident="easy", sets=2, seconds=15.0)
EASY_REST = step(Kind.REST, 5.0, ident="easy", number=2, sets=2)
EASY_AGAIN = step(ident="easy", number=2, sets=2, seconds=15.0)
EASIER = session(EASY_READY, EASY, EASY_REST, EASY_AGAIN, FIVE.steps[-1])
SHORT = session(
    READY,
    msgspec.structs.replace(FIVE.steps[1], seconds=15.0),
    FIVE.steps[2],
    msgspec.structs.replace(FIVE.steps[3], seconds=15.0),
    FIVE.steps[4],
)


def hurt_at(now: float) -> Driver:
    driver = at(now)
    driver.do(Intent.HURTS)
    return driver


def soften(driver: Driver, softer: Session) -> None:
    made = softened(driver.engine.session, softer, driver.view.index)
    driver.events += driver.engine.soften(made, START_S + driver.now)


def test_a_minute_of_rest_comes_before_the_stretch_begins_anew() -> None:
    driver = hurt_at(15)
    driver.do(Intent.REST, after=4)
    assert driver.state is State.RUNNING
    assert driver.view.phase is Phase.REST
    assert driver.view.seconds == 60
    assert driver.view.next == FIVE.steps[1]
    driver.wait(59.5)
    assert driver.view.step.kind is Kind.REST
    driver.wait(1)
    assert driver.view.step is FIVE.steps[1]
    assert driver.view.remaining_s == 19.5
    assert extras(driver) == [(19.0, 60.0, ev.Outcome.DONE)]
    assert ended(driver)[1] == (1, 1, 5.0, STOPPED)


def test_the_rest_can_be_cut_short_and_hurts_can_be_pressed_in_it() -> None:
    driver = hurt_at(15)
    driver.do(Intent.REST)
    driver.do(Intent.READY, after=10)
    assert driver.view.step.kind is Kind.HOLD
    driver = hurt_at(15)
    driver.do(Intent.REST)
    driver.do(Intent.HURTS, after=10)
    assert driver.state is State.HURT


def test_resting_means_something_only_after_it_hurt() -> None:
    driver = at(15)
    assert not driver.do(Intent.REST)
    assert driver.view.step.kind is Kind.HOLD


def test_a_shorter_hold_takes_the_place_of_this_one_and_of_those_to_come() -> None:
    driver = hurt_at(15)
    soften(driver, SHORT)
    assert driver.view.extra
    driver.wait(5.5)
    assert driver.view.seconds == 15
    driver.to(200)
    assert [each.seconds for each in driver.of(ev.StepEnded) if each.kind is Kind.HOLD] == [
        20,
        15,
        15,
    ]
    assert driver.state is State.ENDED


def test_an_easier_version_begins_with_its_own_time_to_get_ready() -> None:
    made = softened(FIVE, EASIER, 3)
    assert made.steps == (*FIVE.steps[:3], EASY_READY, EASY_AGAIN, FIVE.steps[4])
    made = softened(FIVE, EASIER, 1)
    assert made.steps == (READY, EASY_READY, EASY, EASY_REST, EASY_AGAIN, FIVE.steps[4])


def test_what_was_done_stays_done_and_what_comes_after_the_exercise_stays_too() -> None:
    driver = hurt_at(45)
    assert driver.view.index == 3
    soften(driver, SHORT)
    driver.to(300)
    last = driver.of(ev.SessionEnded)[0]
    assert last.outcome is ev.SessionOutcome.COMPLETED
    assert last.holds_done == 2
    assert driver.engine.session.steps[-1] == FIVE.steps[-1]


def test_what_is_no_stretch_goes_on_at_once_in_its_softer_form() -> None:
    driver = hurt_at(60)
    soften(driver, SHORT)
    assert driver.view.step.kind is Kind.COOL_DOWN
    assert not driver.view.extra


def test_nothing_is_softened_while_nothing_hurts() -> None:
    driver = at(15)
    soften(driver, SHORT)
    assert driver.engine.session is FIVE
