import pytest

from supple.core.session import events as ev
from supple.core.session.engine import Engine, Intent
from supple.core.session.steps import Cue, Kind, Part, Side, Tone
from supple.core.session.tally import Tally
from supple.core.session.view import State
from tests.core.session.driver import START_S, Driver, names, said
from tests.core.session.factory import session, step

HOLD_CUES = (Cue(0.0, tone=Tone.START), Cue(0.0, text="Lean."), Cue(20.0, text="Come up."))
READY = step(Kind.GET_READY, 10.0, cues=(Cue(0.0, text="Fold."),))
HOLD = step(sets=2, cues=HOLD_CUES)
REST = step(Kind.REST, 8.0, number=2, sets=2)
AGAIN = step(number=2, sets=2, cues=HOLD_CUES)
LAST = step(Kind.COOL_DOWN, 30.0, part=Part.COOL_DOWN, ident="rest", group=1, side=Side.NONE)
FIVE = session(READY, HOLD, REST, AGAIN, LAST)
PREPARE = step(Kind.PREPARE, 0.0, timed=False)


def at(now: float) -> Driver:
    """The five steps, run to `now` without a hand laid on them."""
    driver = Driver(FIVE)
    driver.to(now)
    return driver


def ended(driver: Driver) -> list[tuple[int, int, float, ev.Outcome]]:
    """Every step that ended: index, attempt, actual seconds, outcome."""
    return [
        (each.index, each.attempt, each.actual_s, each.outcome)
        for each in driver.of(ev.StepEnded)
        if not each.extra
    ]


def extras(driver: Driver) -> list[tuple[float, float, ev.Outcome]]:
    """Every extra get-ready: begin, length, outcome."""
    return [
        (each.t - each.actual_s, each.actual_s, each.outcome)
        for each in driver.of(ev.StepEnded)
        if each.extra
    ]


DONE, SKIPPED, STOPPED = ev.Outcome.DONE, ev.Outcome.SKIPPED, ev.Outcome.STOPPED


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
    assert ended(driver)[-1] == (1, 1, 5, STOPPED)


def test_every_long_pause_is_mentioned() -> None:
    driver = at(15)
    for _ in range(2):
        driver.do(Intent.PAUSE)
        assert said(driver.wait(120)) == ["Still paused."]
        driver.do(Intent.RESUME)


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


@pytest.mark.parametrize("intent", [Intent.READY, Intent.SKIP])
def test_a_session_waits_until_its_user_is_ready(intent: Intent) -> None:
    driver = Driver(session(PREPARE, READY, HOLD))
    assert driver.engine.next_deadline() is None
    driver.wait(500)
    assert driver.view.remaining_s == 0
    assert not driver.do(Intent.LONGER)
    assert names(driver.do(intent)) == ["step-ended", "step-started"]
    assert ended(driver) == [(0, 1, 500, DONE)]


# --- back, again ----------------------------------------------------------------------------


def test_back_begins_the_step_anew() -> None:
    driver = at(15)
    events = driver.do(Intent.BACK)
    assert names(events) == ["step-ended", "step-started"]
    assert said(events) == ["Again.", "Lean."]
    assert ended(driver)[-1] == (1, 1, 5, STOPPED)
    assert (driver.view.index, driver.view.attempt) == (1, 2)


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


# --- it hurts -------------------------------------------------------------------------------


def test_it_hurts_stops_everything_and_tells_the_way_out() -> None:
    driver = at(15)
    events = driver.do(Intent.HURTS)
    assert names(events) == ["hurt"]
    assert driver.of(ev.Hurts) == [ev.Hurts(t=15, index=1, exercise="fold")]
    assert said(events) == ["Let go. Sit up."]
    driver.wait(30)
    assert driver.view.remaining_s == 15


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
    assert names(driver.answer(answer)) == ["step-ended", "session-ended"]
    over = driver.events[-1]
    assert isinstance(over, ev.SessionEnded)
    assert (over.outcome, over.answer, over.holds_done) == (ev.SessionOutcome.HURT, answer, 1)


@pytest.mark.parametrize("answer", [ev.Hurt.STRONG, ev.Hurt.CRAMP, ev.Hurt.OTHER])
def test_any_other_answer_leaves_the_choice(answer: ev.Hurt) -> None:
    driver = at(15)
    driver.do(Intent.HURTS)
    assert not driver.answer(answer)
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
