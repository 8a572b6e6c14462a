"""Other lengths of holds and rests, chosen in a pause: what is still to come follows them."""

import msgspec

from supple.core.session.compile import Session
from supple.core.session.engine import Intent
from supple.core.session.lengths import relengthed
from supple.core.session.steps import Kind
from supple.core.session.view import State
from tests.core.session.driver import START_S, Driver
from tests.core.session.factory import session
from tests.core.session.five_steps import FIVE, at


def with_holds(seconds: float) -> Session:
    return session(
        *(
            msgspec.structs.replace(step, seconds=seconds) if step.kind is Kind.HOLD else step
            for step in FIVE.steps
        )
    )


def relength(driver: Driver, other: Session) -> None:
    made = relengthed(driver.engine.session, other, driver.view.index)
    driver.events += driver.engine.relength(made, START_S + driver.now)


def test_only_what_is_still_to_come_is_longer() -> None:
    made = relengthed(FIVE, with_holds(30), 1)
    assert made.steps[1] == FIVE.steps[1]
    assert [step.seconds for step in made.steps[2:] if step.kind is Kind.HOLD] == [30.0]


def test_what_the_other_has_not_stays() -> None:
    assert relengthed(FIVE, session(FIVE.steps[0]), 0) == FIVE


def test_in_a_pause_the_session_goes_on_with_other_lengths() -> None:
    driver = at(15)
    driver.do(Intent.PAUSE)
    relength(driver, with_holds(30))
    assert driver.state is State.PAUSED
    assert driver.engine.session.steps[3].seconds == 30.0


def test_nothing_changes_while_the_session_runs() -> None:
    driver = at(15)
    relength(driver, with_holds(30))
    assert driver.engine.session == FIVE
