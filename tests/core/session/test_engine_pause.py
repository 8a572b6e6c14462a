import pytest

from supple.core.session import events as ev
from supple.core.session.engine import Intent
from supple.core.session.steps import Kind, Side, Tone
from supple.core.session.view import State
from tests.core.session.driver import names, said
from tests.core.session.five_steps import (
    DONE,
    STOPPED,
    at,
    ended,
    extras,
)

# --- pause ----------------------------------------------------------------------------------


def test_a_pause_stops_the_clock_and_says_so() -> None:
    driver = at(15)
    paused = driver.do(Intent.PAUSE)
    assert names(paused) == ["paused"]
    assert said(paused) == ["Paused."]
    before = driver.view.remaining_s
    driver.wait(60)
    assert driver.view.remaining_s == before == 15


def test_a_cut_hold_goes_on_after_five_seconds_to_get_ready() -> None:
    driver = at(15)
    driver.do(Intent.PAUSE)
    resumed = driver.do(Intent.RESUME, after=40)
    assert names(resumed) == ["resumed", "step-started"]
    assert said(resumed) == ["On we go."]
    ready = driver.of(ev.StepStarted)[-1]
    assert (ready.t, ready.kind, ready.seconds, ready.extra) == (55, Kind.GET_READY, 5, True)
    assert (ready.index, ready.attempt, ready.side) == (1, 1, Side.BOTH)
    driver.to(200)
    assert extras(driver) == [(55, 5, DONE)]
    assert (1, 1, 20, DONE) in ended(driver)
    tones = [cue.t for cue in driver.of(ev.CueDue) if cue.tone is Tone.START]
    assert tones[:2] == [10, 60]  # the hold began; it goes on
    release = next(cue for cue in driver.of(ev.CueDue) if cue.text == "Come up.")
    assert release.t == 75  # 5 s before the pause, 40 s paused, 5 s to get ready, 15 s left


def test_extra_time_to_get_ready_counts_as_active_but_not_as_work() -> None:
    driver = at(15)
    driver.do(Intent.PAUSE)
    driver.do(Intent.RESUME, after=40)
    over = driver.finish()[-1]
    assert isinstance(over, ev.SessionEnded)
    assert (over.t, over.active_s, over.work_s) == (88 + 40 + 5, 88 + 5, 70)


def test_everything_but_a_cut_hold_goes_on_at_once() -> None:
    for moment in (5, 10, 33, 60):  # get ready, the very beginning of a hold, rest, cool-down
        driver = at(moment)
        driver.do(Intent.PAUSE)
        assert names(driver.do(Intent.RESUME, after=40)) == ["resumed"]


def test_a_pause_while_getting_ready_again_starts_that_anew() -> None:
    driver = at(15)
    driver.do(Intent.PAUSE)
    driver.do(Intent.RESUME)
    driver.do(Intent.PAUSE, after=2)
    driver.do(Intent.RESUME)
    driver.finish()
    assert extras(driver) == [(15, 2, STOPPED), (17, 5, DONE)]
    assert (1, 1, 20, DONE) in ended(driver)


def test_getting_ready_again_can_be_cut_short() -> None:
    for intent in (Intent.READY, Intent.SKIP):
        driver = at(15)
        driver.do(Intent.PAUSE)
        driver.do(Intent.RESUME)
        assert names(driver.do(intent, after=2)) == ["step-ended"]
        assert extras(driver) == [(15, 2, DONE)]
        assert driver.view.remaining_s == 15
        assert not driver.view.extra


def test_a_long_pause_is_mentioned_once_and_ends_the_session_after_half_an_hour() -> None:
    driver = at(15)
    driver.do(Intent.PAUSE)
    assert said(driver.wait(119.9)) == []
    assert said(driver.wait(0.1)) == ["Still paused."]
    assert said(driver.wait(1600)) == []
    driver.wait(80)
    over = driver.events[-1]
    assert isinstance(over, ev.SessionEnded)
    assert (over.t, over.outcome, over.active_s) == (1815, ev.SessionOutcome.STOPPED, 15)
    assert over.lapsed
    assert ended(driver)[-1] == (1, 1, 5, STOPPED)


def test_every_long_pause_is_mentioned() -> None:
    driver = at(15)
    for _ in range(2):
        driver.do(Intent.PAUSE)
        assert said(driver.wait(120)) == ["Still paused."]
        driver.do(Intent.RESUME)


# --- it hurts -------------------------------------------------------------------------------


def test_it_hurts_stops_everything_and_tells_the_way_out() -> None:
    driver = at(15)
    events = driver.do(Intent.HURTS)
    assert names(events) == ["hurt"]
    assert driver.of(ev.Hurts) == [ev.Hurts(t=15, index=1, exercise="fold")]
    assert said(events) == ["Let go. Sit up."]
    driver.wait(30)
    assert driver.view.remaining_s == 15


def test_between_two_holds_there_is_nothing_to_come_out_of() -> None:
    assert said(at(33).do(Intent.HURTS)) == ["Stopped. What?"]


def test_where_no_way_out_is_known_nothing_is_said() -> None:
    driver = at(60)
    assert said(driver.do(Intent.HURTS)) == []


def test_it_can_hurt_in_a_pause_too() -> None:
    driver = at(15)
    driver.do(Intent.PAUSE)
    assert names(driver.do(Intent.HURTS, after=100)) == ["hurt"]
    assert said(driver.wait(60)) == ["Still here."]


@pytest.mark.parametrize("answer", [ev.Hurt.SHARP, ev.Hurt.NERVE, ev.Hurt.DIZZY, ev.Hurt.CHEST])
def test_a_sign_to_stop_ends_the_session(answer: ev.Hurt) -> None:
    driver = at(35)
    driver.do(Intent.HURTS)
    events = driver.answer(answer)
    assert names(events) == ["step-ended", "session-ended"]
    assert said(events) == [f"Told: {answer}."]
    over = driver.events[-1]
    assert isinstance(over, ev.SessionEnded)
    assert (over.outcome, over.answer, over.holds_done) == (ev.SessionOutcome.HURT, answer, 1)


@pytest.mark.parametrize("answer", [ev.Hurt.STRONG, ev.Hurt.CRAMP, ev.Hurt.OTHER])
def test_any_other_answer_leaves_the_choice(answer: ev.Hurt) -> None:
    driver = at(15)
    driver.do(Intent.HURTS)
    events = driver.answer(answer)
    assert (names(events), said(events)) == ([], [f"Told: {answer}."])
    assert driver.state is State.HURT
    driver.do(Intent.RESUME)
    over = driver.finish()[-1]
    assert isinstance(over, ev.SessionEnded)
    assert (over.outcome, over.answer) == (ev.SessionOutcome.COMPLETED, answer)


def test_the_last_answer_counts() -> None:
    driver = at(15)
    driver.do(Intent.HURTS)
    driver.answer(ev.Hurt.CRAMP)
    driver.answer(ev.Hurt.STRONG)
    driver.do(Intent.STOP)
    assert driver.of(ev.SessionEnded)[0].answer is ev.Hurt.STRONG


def test_no_answer_is_asked_after_once_and_ends_the_session_after_ten_minutes() -> None:
    driver = at(15)
    driver.do(Intent.HURTS)
    assert said(driver.wait(60)) == ["Still here."]
    assert said(driver.wait(539)) == []
    driver.wait(1)
    over = driver.of(ev.SessionEnded)[0]
    assert (over.t, over.outcome, over.answer) == (615, ev.SessionOutcome.HURT, ev.Hurt.OTHER)


def test_stopping_without_an_answer_is_an_answer_not_given() -> None:
    driver = at(15)
    driver.do(Intent.HURTS)
    driver.do(Intent.STOP)
    over = driver.of(ev.SessionEnded)[0]
    assert (over.outcome, over.answer) == (ev.SessionOutcome.HURT, ev.Hurt.OTHER)


def test_pressing_by_mistake_leaves_no_trace_in_the_outcome() -> None:
    driver = at(15)
    driver.do(Intent.HURTS)
    driver.do(Intent.RESUME)
    driver.do(Intent.STOP)
    over = driver.of(ev.SessionEnded)[0]
    assert (over.outcome, over.answer) == (ev.SessionOutcome.STOPPED, None)


def test_a_second_hurt_without_an_answer_is_not_taken_for_the_first() -> None:
    driver = at(15)
    driver.do(Intent.HURTS)
    driver.answer(ev.Hurt.CRAMP)
    driver.do(Intent.RESUME)
    driver.do(Intent.HURTS)
    driver.wait(600)
    assert driver.of(ev.SessionEnded)[0].answer is ev.Hurt.OTHER


def test_what_hurt_can_be_skipped() -> None:
    driver = at(15)
    driver.do(Intent.HURTS)
    driver.answer(ev.Hurt.STRONG)
    assert names(driver.do(Intent.SKIP)) == ["resumed", "skipped", "step-ended", "step-started"]


def test_what_is_felt_is_said_at_once_and_can_be_taken_back() -> None:
    driver = at(15)
    assert not driver.felt(ev.Hurt.SHARP)
    driver.do(Intent.HURTS)
    assert said(driver.felt(ev.Hurt.NERVE)) == [f"Told: {ev.Hurt.NERVE}."]
    for intent in (Intent.RESUME, Intent.SKIP, Intent.AGAIN, Intent.REST):
        assert not driver.do(intent)
    driver.felt(None)
    assert names(driver.do(Intent.RESUME))[0] == "resumed"


def test_what_was_felt_stands_though_nobody_comes_back() -> None:
    driver = at(15)
    driver.do(Intent.HURTS)
    driver.felt(ev.Hurt.CHEST)
    over = driver.finish()[-1]
    assert isinstance(over, ev.SessionEnded)
    assert (over.outcome, over.answer) == (ev.SessionOutcome.HURT, ev.Hurt.CHEST)
