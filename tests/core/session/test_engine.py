import pytest

from supple.core.session import events as ev
from supple.core.session.engine import Engine, Intent
from supple.core.session.steps import Kind, Part, Side, Tone
from supple.core.session.tally import Tally
from supple.core.session.view import State
from tests.core.session.driver import START_S, Driver, names
from tests.core.session.factory import session
from tests.core.session.five_steps import (
    DONE,
    FIVE,
    HOLD,
    PREPARE,
    STOPPED,
    at,
    ended,
    extras,
)

# --- on its own -----------------------------------------------------------------------------


def test_a_session_runs_through_all_its_steps() -> None:
    driver = at(200)
    steps = ["step-started", "step-ended"] * 5
    assert names(driver.events) == ["session-started", *steps, "session-ended"]
    assert ended(driver) == [
        (0, 1, 10, DONE),
        (1, 1, 20, DONE),
        (2, 1, 8, DONE),
        (3, 1, 20, DONE),
        (4, 1, 30, DONE),
    ]


def test_the_first_event_tells_what_is_begun_and_the_last_what_was_done() -> None:
    driver = at(200)
    assert driver.events[0] == ev.SessionStarted(
        t=0.0, session_id="session-1", routine="mine", seconds=88.0
    )
    assert driver.events[-1] == ev.SessionEnded(
        t=88.0,
        outcome=ev.SessionOutcome.COMPLETED,
        session_id="session-1",
        active_s=88.0,
        work_s=70.0,
        holds_done=2,
    )


def test_a_step_is_told_with_all_that_is_known_of_it() -> None:
    started = at(30).of(ev.StepStarted)[1]
    assert started == ev.StepStarted(
        t=10.0,
        index=1,
        attempt=1,
        part=Part.MAIN,
        kind=Kind.HOLD,
        exercise="fold",
        side=Side.BOTH,
        set=1,
        sets=2,
        seconds=20.0,
    )


def test_cues_come_at_their_moments_and_the_last_before_the_step_ends() -> None:
    cues = at(30).of(ev.CueDue)
    assert [(cue.t, cue.tone, cue.text) for cue in cues] == [
        (0.0, None, "Fold."),
        (10.0, Tone.START, ""),
        (10.0, None, "Lean."),
        (30.0, None, "Come up."),
    ]
    told = at(30).events
    assert [type(event) for event in told[-3:]] == [ev.CueDue, ev.StepEnded, ev.StepStarted]


def test_a_cue_says_until_when_it_may_still_begin() -> None:
    cue = at(30).of(ev.CueDue)[2]
    assert (cue.spoken, cue.not_after) == (False, 11.5)


def test_the_next_deadline_is_the_next_cue_or_the_end() -> None:
    driver = at(0)
    assert driver.engine.next_deadline() == START_S + 10
    driver.to(10)
    assert driver.engine.next_deadline() == START_S + 30


def test_an_engine_begins_once() -> None:
    engine = Engine(FIVE, "session-1")
    assert engine.state is State.NEW
    assert engine.next_deadline() is None
    assert engine.advance(5.0) == ()
    assert engine.start(5.0)
    assert engine.start(6.0) == ()


@pytest.mark.parametrize("intent", Intent)
def test_nothing_happens_before_the_start_or_after_the_end(intent: Intent) -> None:
    new = Engine(FIVE, "session-1")
    assert new.do(intent, 5.0) == ()
    over = at(200)
    assert not over.do(intent)
    assert not over.answer(ev.Hurt.SHARP)
    assert not over.sleep(100)
    assert over.engine.next_deadline() is None


@pytest.mark.parametrize(
    ("state", "meaningless"),
    [
        (State.RUNNING, [Intent.RESUME, Intent.READY, Intent.LONGER]),
        (State.PAUSED, [Intent.PAUSE, Intent.READY, Intent.LONGER]),
        (State.HURT, [Intent.PAUSE, Intent.BACK, Intent.READY, Intent.LONGER, Intent.HURTS]),
    ],
)
def test_an_intent_that_means_nothing_in_a_state_changes_nothing(
    state: State, meaningless: list[Intent]
) -> None:
    driver = at(15)
    if state is not State.RUNNING:
        driver.do(Intent.PAUSE if state is State.PAUSED else Intent.HURTS)
    assert driver.state is state
    before = driver.view
    for intent in meaningless:
        assert not driver.do(intent)
    assert not (driver.answer(ev.Hurt.SHARP) if state is not State.HURT else ())
    assert driver.view == before


# --- stop -----------------------------------------------------------------------------------


@pytest.mark.parametrize("paused", [False, True])
def test_stopping_keeps_what_was_done(paused: bool) -> None:
    driver = at(35)
    if paused:
        driver.do(Intent.PAUSE)
        driver.wait(20)
    driver.do(Intent.STOP)
    over = driver.events[-1]
    assert isinstance(over, ev.SessionEnded)
    assert (over.outcome, over.holds_done) == (ev.SessionOutcome.STOPPED, 1)
    assert (over.active_s, over.work_s) == (35, 20)
    assert ended(driver)[-1] == (2, 1, 5, STOPPED)


def test_stopping_while_getting_ready_again_ends_both() -> None:
    driver = at(15)
    driver.do(Intent.PAUSE)
    driver.do(Intent.RESUME)
    assert names(driver.do(Intent.STOP, after=2)) == ["step-ended", "step-ended", "session-ended"]
    assert extras(driver) == [(15, 2, STOPPED)]
    assert driver.of(ev.SessionEnded)[0].active_s == 17


# --- a gap ----------------------------------------------------------------------------------


def test_a_gap_pauses_at_the_last_certain_moment() -> None:
    driver = at(15)
    events = driver.sleep(3600)
    assert list(events) == [ev.Paused(t=15, gap_s=3600)]
    assert driver.view.remaining_s == 15
    driver.do(Intent.RESUME)
    driver.finish()
    assert (1, 1, 20, DONE) in ended(driver)
    assert driver.of(ev.SessionEnded)[0].active_s == 93


def test_what_was_due_before_a_gap_still_happened() -> None:
    driver = Driver(FIVE, punctual=False)
    driver.to(31)
    assert names(driver.sleep(100)) == ["step-ended", "step-started"] * 2 + ["paused"]
    assert driver.view.index == 2


@pytest.mark.parametrize("stop", [Intent.PAUSE, Intent.HURTS])
def test_time_asleep_is_no_time_to_be_reminded_in(stop: Intent) -> None:
    driver = at(15)
    driver.do(stop)
    assert not driver.sleep(10_000)
    assert not driver.wait(59)
    assert driver.state is not State.ENDED


def test_a_gap_while_getting_ready_again_pauses_too() -> None:
    driver = at(15)
    driver.do(Intent.PAUSE)
    driver.do(Intent.RESUME)
    driver.wait(2)
    assert names(driver.sleep(100)) == ["step-ended", "paused"]
    driver.do(Intent.RESUME)
    driver.finish()
    assert extras(driver) == [(15, 2, STOPPED), (117, 5, DONE)]


def test_a_session_that_waits_for_its_user_is_paused_by_a_gap() -> None:
    driver = Driver(session(PREPARE, HOLD))
    assert names(driver.sleep(50)) == ["paused"]


# --- going on where it was cut off ----------------------------------------------------------


def test_a_session_goes_on_counting_where_it_was_cut_off() -> None:
    tally = Tally(index=3, attempts={1: 2, 3: 1}, done={1}, active_s=43.0, work_s=25.0)
    driver = Driver(FIVE, tally)
    started = driver.of(ev.SessionStarted)[0]
    assert (started.resumed, started.seconds) == (True, 88)
    assert [(each.index, each.attempt) for each in driver.of(ev.StepStarted)] == [(3, 2)]
    assert driver.view.holds_done == 1
    driver.finish()
    over = driver.of(ev.SessionEnded)[0]
    assert (over.t, over.active_s, over.work_s, over.holds_done) == (50, 93, 75, 2)


def test_steps_before_the_cut_can_be_done_again() -> None:
    driver = Driver(FIVE, Tally(index=3, attempts={1: 1}, done={1}, active_s=38, work_s=20))
    driver.do(Intent.BACK)
    driver.do(Intent.BACK)
    assert (driver.view.index, driver.view.attempt) == (1, 2)
    driver.finish()
    assert driver.of(ev.SessionEnded)[0].holds_done == 2
