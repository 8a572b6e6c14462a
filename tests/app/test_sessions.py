from datetime import timedelta

import pytest

from supple.app.container import Container
from supple.app.sessions import Request
from supple.core.errors import FacilityError, InputError
from supple.core.history.records import Source
from supple.core.session.engine import PAUSE_ENDS_S, Intent
from supple.core.session.events import (
    CueDue,
    Outcome,
    Paused,
    SessionEnded,
    SessionOutcome,
    SessionStarted,
    StepEnded,
)
from supple.core.session.steps import Side
from tests.app.program import AFTERNOON, Program


def test_a_session_runs_to_its_end_and_lies_in_the_history(program: Program) -> None:
    opened = program.open()
    opened.runner.start()
    program.run(opened, 1000)
    [found] = program.app.history.sessions()
    assert isinstance(program.heard[0], SessionStarted)
    assert isinstance(program.heard[-1], SessionEnded)
    assert found.session.outcome is SessionOutcome.COMPLETED
    assert found.session.active_s == pytest.approx(120)
    assert found.session.holds_done == 5
    assert [step.outcome for step in found.steps] == [Outcome.DONE] * 6
    assert found.session.local_day == AFTERNOON.date()


def test_a_listener_hears_of_a_step_only_once_it_is_on_disk(program: Program) -> None:
    on_disk: list[int] = []

    def count(event: object) -> None:
        if isinstance(event, StepEnded) and event.kind.is_work:
            [found] = program.app.history.sessions()
            on_disk.append(len(found.steps))

    program.listener = count
    opened = program.open()
    opened.runner.start()
    program.run(opened, 1000)
    assert on_disk == list(range(1, len(on_disk) + 1))


def test_a_session_in_which_nothing_was_finished_leaves_no_trace(program: Program) -> None:
    opened = program.open()
    opened.runner.start()
    program.run(opened, 6)
    opened.runner.do(Intent.STOP)
    assert program.app.history.sessions() == []


def test_what_was_cut_off_is_offered_and_resumed_where_it_stood(program: Program) -> None:
    opened = program.open()
    opened.runner.start()
    program.run(opened, 50)
    program.app.close()

    again = Container({"SUPPLE_HOME": str(program.app.folders.data)}, clock=program.clock)
    with again:
        found = again.sessions.unfinished()
        assert found is not None
        words = again.sessions.cut_off_words(found)
        assert "Desk break, 2 minutes" in words
        assert "right leg, set 1 of 2" in words
        request = Request(found.session.routine, Source.TERMINAL, voiced=False)
        program.app = again
        resumed = again.sessions.resume(found, request, program.ears())
        resumed.runner.start()
        program.run(resumed, 1000)
        [whole] = again.history.sessions()
    assert whole.session.outcome is SessionOutcome.COMPLETED
    assert whole.session.holds_done == 5
    assert sorted({step.index for step in whole.steps}) == sorted(
        step.index for step in whole.steps
    )


def test_what_was_cut_off_yesterday_is_closed_and_not_offered(program: Program) -> None:
    opened = program.open()
    opened.runner.start()
    program.run(opened, 50)
    program.app.close()
    program.clock.set_wall(AFTERNOON + timedelta(days=1))
    with Container({"SUPPLE_HOME": str(program.app.folders.data)}, clock=program.clock) as again:
        assert again.sessions.unfinished() is None
        [found] = again.history.sessions()
        assert found.session.outcome is SessionOutcome.STOPPED


def lapse(program: Program) -> None:
    """A session of which something was done is left standing for more than half an hour."""
    opened = program.open()
    opened.runner.start()
    program.run(opened, 50)
    opened.runner.do(Intent.PAUSE)
    program.run(opened, PAUSE_ENDS_S + 10)
    assert opened.runner.ended


def test_what_lapsed_in_a_pause_is_saved_and_can_be_gone_on_with_the_same_day(
    program: Program,
) -> None:
    lapse(program)
    [stopped] = program.app.history.sessions()
    assert stopped.session.outcome is SessionOutcome.STOPPED
    found = program.app.sessions.unfinished()
    assert found is not None
    assert "right leg, set 1 of 2" in program.app.sessions.cut_off_words(found)
    request = Request(found.session.routine, Source.TERMINAL, voiced=False)
    resumed = program.app.sessions.resume(found, request, program.ears())
    resumed.runner.start()
    program.run(resumed, 60)
    [running] = program.app.history.sessions()
    assert (running.session.outcome, running.session.ended) == (None, None)
    program.run(resumed, 1000)
    [whole] = program.app.history.sessions()
    assert whole.session.id == stopped.session.id
    assert whole.session.outcome is SessionOutcome.COMPLETED
    assert whole.session.holds_done == 5
    assert whole.session.changed > stopped.session.changed
    assert program.app.sessions.unfinished() is None


def test_what_lapsed_is_not_offered_once_it_was_ended_by_hand(program: Program) -> None:
    lapse(program)
    found = program.app.sessions.unfinished()
    assert found is not None
    request = Request(found.session.routine, Source.TERMINAL, voiced=False)
    resumed = program.app.sessions.resume(found, request, program.ears())
    resumed.runner.start()
    resumed.runner.do(Intent.STOP)
    assert program.app.sessions.unfinished() is None
    [kept] = program.app.history.sessions()
    assert kept.session.outcome is SessionOutcome.STOPPED


def test_what_lapsed_is_not_offered_when_something_else_was_begun_instead(
    program: Program,
) -> None:
    lapse(program)
    found = program.app.sessions.unfinished()
    assert found is not None
    program.app.sessions.leave_unfinished(found)
    assert program.app.sessions.unfinished() is None


def test_what_lapsed_yesterday_is_not_offered(program: Program) -> None:
    lapse(program)
    program.clock.set_wall(AFTERNOON + timedelta(days=1))
    assert program.app.sessions.unfinished() is None
    program.clock.set_wall(AFTERNOON)
    assert program.app.sessions.unfinished() is None  # it was forgotten


def test_who_chose_so_holds_all_of_one_side_before_the_other(program: Program) -> None:
    def sides() -> list[Side]:
        session = program.app.sessions.compiled(Request("supine-mat", Source.WINDOW))
        of_leg = [step for step in session.steps if step.exercise == "strap-supine-stretch"]
        return [step.side for step in of_leg if step.kind.is_work]

    in_turn = sides()
    assert in_turn[0] is not in_turn[1]
    program.app.change_setting("session.sides", "one-then-other")
    assert sides() == sorted(in_turn, key=in_turn.index)


def test_only_one_session_runs_at_a_time(program: Program) -> None:
    opened = program.open()
    opened.runner.start()
    with Container({"SUPPLE_HOME": str(program.app.folders.data)}, clock=program.clock) as other:
        assert other.sessions.unfinished() is None
        request = Request("desk-break-2", Source.WINDOW, voiced=False)
        with pytest.raises(FacilityError, match="Another session"):
            other.sessions.open(request, program.ears())
    opened.runner.do(Intent.STOP)


def test_an_unknown_routine_is_refused_with_what_there_is(program: Program) -> None:
    with pytest.raises(InputError, match=r"desk-brake-2.*desk-break-2.*supple list routines"):
        program.open("desk-brake-2")


def test_sleep_pauses_the_session_at_the_last_certain_moment(program: Program) -> None:
    opened = program.open()
    opened.runner.start()
    program.run(opened, 20)
    left = opened.runner.view().remaining_s
    program.clock.advance(3600)
    opened.runner.tick()
    paused = next(event for event in program.heard if isinstance(event, Paused))
    assert paused.t == pytest.approx(20, abs=1)
    assert paused.gap_s == pytest.approx(3600, abs=1)
    assert opened.runner.view().remaining_s == pytest.approx(left, abs=1)
    opened.runner.do(Intent.STOP)


def test_a_jump_of_the_wall_clock_alone_is_taken_for_sleep_only_forward(program: Program) -> None:
    opened = program.open()
    opened.runner.start()
    program.run(opened, 20)
    program.clock.set_wall(program.clock.wall() - timedelta(hours=2))
    program.clock.advance(0.5)
    opened.runner.tick()
    assert "Paused" not in program.kinds()
    program.clock.set_wall(program.clock.wall() + timedelta(hours=2))
    program.clock.advance(0.5)
    opened.runner.tick()
    assert "Paused" in program.kinds()
    opened.runner.do(Intent.STOP)


def test_without_a_voice_every_cue_says_so(program: Program) -> None:
    opened = program.open()
    opened.runner.start()
    program.run(opened, 1000)
    cues = [event for event in program.heard if isinstance(event, CueDue)]
    assert cues
    assert {cue.spoken for cue in cues} == {False}
