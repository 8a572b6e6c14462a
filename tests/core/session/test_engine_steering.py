import pytest

from supple.core.catalogue.exercise import Measure
from supple.core.session import events as ev
from supple.core.session.engine import Intent
from supple.core.session.steps import Cue, Kind, Side
from tests.core.session.driver import Driver, names, said
from tests.core.session.factory import compiled, exercise, routine, row, session, step
from tests.core.session.five_steps import (
    DONE,
    HOLD,
    PREPARE,
    READY,
    SKIPPED,
    STOPPED,
    at,
    ended,
    extras,
)

SIDES = (Side.LEFT, Side.RIGHT)

# --- skip, ready, longer --------------------------------------------------------------------


def test_skipping_work_leaves_it_out() -> None:
    driver = at(15)
    events = driver.do(Intent.SKIP)
    assert names(events) == ["skipped", "step-ended", "step-started"]
    assert said(events) == ["Skipped."]
    assert ended(driver)[-1] == (1, 1, 5, SKIPPED)


def test_skipping_what_only_leads_to_the_work_needs_no_words() -> None:
    driver = at(4)
    events = driver.do(Intent.SKIP)
    assert names(events) == ["skipped", "step-ended", "step-started"]
    assert said(events) == ["Lean."]
    assert ended(driver)[-1] == (0, 1, 4, SKIPPED)


def test_skipping_from_a_pause_goes_on_with_the_next_step() -> None:
    driver = at(15)
    driver.do(Intent.PAUSE)
    events = driver.do(Intent.SKIP, after=9)
    assert names(events) == ["resumed", "skipped", "step-ended", "step-started"]
    assert driver.view.index == 2


def test_skipping_the_last_step_completes_the_session() -> None:
    driver = at(60)
    assert names(driver.do(Intent.SKIP)) == ["skipped", "step-ended", "session-ended"]
    assert driver.view.outcome is ev.SessionOutcome.COMPLETED


def test_saying_ready_begins_the_work_early() -> None:
    driver = at(4)
    assert names(driver.do(Intent.READY)) == ["step-ended", "step-started"]
    assert ended(driver) == [(0, 1, 4, DONE)]
    assert driver.of(ev.StepEnded)[0].seconds == 10


def test_asking_for_longer_adds_ten_seconds_each_time() -> None:
    driver = at(4)
    driver.do(Intent.LONGER)
    driver.do(Intent.LONGER)
    assert driver.of(ev.StepExtended)[-1] == ev.StepExtended(t=4, index=0, attempt=1, seconds=30)
    driver.finish()
    assert ended(driver)[0] == (0, 1, 30, DONE)


def test_a_hold_is_neither_ready_nor_longer() -> None:
    driver = at(15)
    assert not driver.do(Intent.READY)
    assert not driver.do(Intent.LONGER)


def test_a_try_of_a_test_is_done_as_soon_as_its_number_is_there() -> None:
    reach = exercise("reach", kind=Measure.TEST, tempo_s=15, attempts=2)
    driver = Driver(compiled(routine(row("reach", test=True)), reach))
    driver.to(14)
    assert driver.view.step.measured
    assert driver.do(Intent.READY)
    assert ended(driver)[-1] == (1, 1, 4, DONE)
    assert [step.measured for step in driver.engine.session.steps] == [False, True, True]


@pytest.mark.parametrize("intent", [Intent.READY, Intent.SKIP])
def test_a_session_waits_until_its_user_is_ready(intent: Intent) -> None:
    driver = Driver(session(PREPARE, READY, HOLD))
    assert driver.engine.next_deadline() is None
    driver.wait(500)
    assert driver.view.remaining_s == 0
    assert not driver.do(Intent.LONGER)
    assert names(driver.do(intent)) == ["step-ended", "step-started"]
    assert ended(driver) == [(0, 1, 500, DONE)]


LINGERING = step(Kind.GET_READY, 10.0, cues=(Cue(10.0, text="I wait."),), timed=False)


@pytest.mark.parametrize("intent", [Intent.READY, Intent.SKIP])
def test_between_stretches_a_session_can_wait_until_its_user_is_ready(intent: Intent) -> None:
    driver = Driver(session(LINGERING, HOLD))
    assert said(driver.wait(10)) == ["I wait."]
    driver.wait(500)
    seen = driver.view
    assert (seen.index, seen.remaining_s, seen.waits) == (0, 0, True)
    assert names(driver.do(intent)) == ["step-ended", "step-started"]
    assert ended(driver) == [(0, 1, 10, DONE)]  # waiting is no exercise
    driver.wait(20)
    assert driver.of(ev.SessionEnded)[0].active_s == 30


def test_who_is_ready_early_waits_for_nothing() -> None:
    driver = Driver(session(LINGERING, HOLD))
    assert said(driver.do(Intent.READY, after=4)) == ["Lean."]
    assert ended(driver) == [(0, 1, 4, DONE)]
    assert not driver.view.waits


def test_a_session_that_waits_can_stand_and_then_waits_on() -> None:
    driver = Driver(session(LINGERING, HOLD))
    waits = []
    for intent in (Intent.PAUSE, Intent.RESUME, Intent.READY):
        driver.do(intent, after=15)
        waits.append((driver.view.waits, driver.view.index))
    assert waits == [(False, 0), (True, 0), (False, 1)]


def test_a_session_that_waits_in_vain_ends_after_half_an_hour() -> None:
    driver = Driver(session(LINGERING, HOLD))
    driver.wait(1809)
    assert not driver.of(ev.SessionEnded)
    driver.wait(1)
    [over] = driver.of(ev.SessionEnded)
    assert (over.lapsed, over.outcome, over.active_s) == (True, ev.SessionOutcome.STOPPED, 10)


# --- back, again ----------------------------------------------------------------------------


def test_back_begins_the_step_anew() -> None:
    driver = at(15)
    events = driver.do(Intent.BACK)
    assert names(events) == ["step-ended", "step-started"]
    assert said(events) == ["Again.", "Lean."]
    assert ended(driver)[-1] == (1, 1, 5, STOPPED)
    assert (driver.view.index, driver.view.attempt) == (1, 2)


def test_back_tells_to_which_leg() -> None:
    left, right = (step(side=side, cues=(Cue(0.0, text="Lean."),)) for side in SIDES)
    driver = Driver(session(left, step(Kind.SWITCH, 5.0, side=Side.RIGHT), right))
    driver.to(21)
    assert said(driver.do(Intent.BACK)) == ["Back to the left.", "Lean."]
    driver.to(55)
    assert said(driver.do(Intent.AGAIN)) == ["Back to the right.", "Lean."]


def test_back_to_what_only_leads_to_the_work_says_again() -> None:
    driver = Driver(session(step(), step(Kind.SWITCH, 5.0, side=Side.RIGHT)))
    driver.to(24)
    assert said(driver.do(Intent.BACK)) == ["Again."]


def test_back_just_after_a_beginning_goes_to_the_step_before() -> None:
    driver = at(12.9)
    driver.do(Intent.BACK)
    assert (driver.view.index, driver.view.attempt) == (0, 2)
    driver.do(Intent.BACK)
    assert (driver.view.index, driver.view.attempt) == (0, 3)


def test_back_goes_no_further_once_the_step_is_three_seconds_old() -> None:
    driver = at(13)
    driver.do(Intent.BACK)
    assert (driver.view.index, driver.view.attempt) == (1, 2)


@pytest.mark.parametrize("intent", [Intent.AGAIN, Intent.BACK])
def test_beginning_anew_ends_the_extra_time_to_get_ready(intent: Intent) -> None:
    driver = at(15)
    driver.do(Intent.PAUSE)
    driver.do(Intent.RESUME)
    assert names(driver.do(intent, after=2)) == ["step-ended", "step-ended", "step-started"]
    assert extras(driver) == [(15, 2, STOPPED)]
    assert (driver.view.index, driver.view.attempt, driver.view.extra) == (1, 2, False)


def test_again_begins_the_step_anew_however_young_it_is() -> None:
    driver = at(11)
    driver.do(Intent.AGAIN)
    assert (driver.view.index, driver.view.attempt) == (1, 2)


@pytest.mark.parametrize("intent", [Intent.AGAIN, Intent.BACK])
@pytest.mark.parametrize("stop", [Intent.PAUSE, Intent.HURTS])
def test_a_hold_begun_anew_from_a_stand_has_time_to_get_ready(stop: Intent, intent: Intent) -> None:
    driver = at(15)
    driver.do(stop)
    if (stop, intent) == (Intent.HURTS, Intent.BACK):
        assert not driver.do(intent)
        return
    assert names(driver.do(intent, after=7)) == [
        "resumed",
        "step-ended",
        "step-started",
        "step-started",
    ]
    driver.finish()
    assert extras(driver) == [(22, 5, DONE)]
    assert (1, 1, 5, STOPPED) in ended(driver)
    assert (1, 2, 20, DONE) in ended(driver)


def test_a_rest_begun_anew_from_a_pause_begins_at_once() -> None:
    driver = at(35)
    driver.do(Intent.PAUSE)
    assert names(driver.do(Intent.AGAIN)) == ["resumed", "step-ended", "step-started"]


def test_a_hold_done_twice_counts_once() -> None:
    driver = at(31)
    driver.do(Intent.BACK)
    assert driver.view.index == 1
    driver.finish()
    over = driver.events[-1]
    assert isinstance(over, ev.SessionEnded)
    assert over.holds_done == 2
    assert over.work_s == 90


def test_what_was_done_stays_done_when_it_is_skipped_the_second_time() -> None:
    driver = at(31)
    driver.do(Intent.BACK)
    driver.do(Intent.SKIP, after=5)
    assert driver.view.holds_done == 1
