from supple.core.session.step_clock import StepClock
from supple.core.session.steps import Cue, Kind
from tests.core.session.factory import step

FIRST, LAST = Cue(5.0, text="Half."), Cue(20.0, text="Over.")
HOLD = step(cues=(FIRST, LAST))
WAITING = step(Kind.PREPARE, 0.0, timed=False)


def test_a_step_begins_to_run_at_once() -> None:
    clock = StepClock(HOLD, 100.0)
    assert (clock.position_s(107.0), clock.remaining_s(107.0)) == (7.0, 13.0)


def test_while_it_stands_nothing_moves_and_nothing_is_due() -> None:
    clock = StepClock(HOLD, 100.0)
    clock.stop(107.0)
    clock.stop(150.0)
    assert clock.position_s(200.0) == 7.0
    assert clock.next_due() is None
    assert clock.take_cue(200.0) is None


def test_it_runs_on_from_where_it_stood() -> None:
    clock = StepClock(HOLD, 100.0)
    clock.stop(107.0)
    clock.go(200.0)
    clock.go(203.0)
    assert clock.position_s(204.0) == 11.0


def test_cues_are_due_one_after_the_other_and_then_the_end() -> None:
    clock = StepClock(HOLD, 100.0)
    assert clock.next_due() == 105.0
    assert clock.take_cue(104.9) is None
    assert clock.take_cue(105.0) == FIRST
    assert clock.next_due() == 120.0
    assert clock.take_cue(150.0) == LAST
    assert clock.take_cue(150.0) is None
    assert clock.next_due() == 120.0


def test_what_was_added_moves_the_end() -> None:
    clock = StepClock(step(Kind.REST, 10.0), 100.0)
    clock.length_s += 10.0
    assert (clock.next_due(), clock.remaining_s(104.0)) == (120.0, 16.0)


def test_a_step_that_waits_is_never_due() -> None:
    clock = StepClock(WAITING, 100.0)
    assert clock.next_due() is None
    assert (clock.position_s(160.0), clock.remaining_s(160.0)) == (60.0, 0.0)
