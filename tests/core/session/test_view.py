import pytest

from supple.core.session.engine import Engine, Intent
from supple.core.session.steps import Cue, Kind, Part, Side, Step
from supple.core.session.view import GroupProgress, Phase, State
from tests.core.session.driver import Driver
from tests.core.session.factory import session, step

READY = step(Kind.GET_READY, 10.0, side=Side.LEFT)
LEFT = step(side=Side.LEFT, cues=(Cue(0.0, text="Lean."), Cue(5.0, text="Breathe.")))
SWITCH = step(Kind.SWITCH, 5.0, side=Side.RIGHT)
RIGHT = step(side=Side.RIGHT)
LIFTS = step(Kind.REPS, 24.0, ident="lifts", group=1, reps=8)
REST = step(Kind.COOL_DOWN, 30.0, part=Part.COOL_DOWN, ident="rest", group=2)
SIX = session(READY, LEFT, SWITCH, RIGHT, LIFTS, REST)


def at(now: float) -> Driver:
    driver = Driver(SIX)
    driver.to(now)
    return driver


def test_before_the_start_the_first_step_is_shown_whole() -> None:
    view = Engine(SIX, "session-1").view(123.0)
    assert (view.state, view.index, view.attempt) == (State.NEW, 0, 1)
    assert (view.remaining_s, view.seconds, view.left_s, view.done_s) == (10, 10, 109, 0)


def test_the_time_ahead_and_behind_is_shown() -> None:
    view = at(15).view
    assert (view.index, view.seconds, view.remaining_s) == (1, 20, 15)
    assert (view.done_s, view.left_s) == (15, 94)
    assert view.groups == (
        GroupProgress(55, 15, row=1),
        GroupProgress(24, 0),
        GroupProgress(30, 0),
    )


def test_an_extended_rest_counts_ahead_but_never_fills_its_segment_twice() -> None:
    driver = at(5)
    driver.do(Intent.LONGER)
    assert driver.view.left_s == 114
    driver.to(19)
    assert driver.view.groups[0] == GroupProgress(55, 10, row=1)


def test_the_warm_up_is_one_segment_and_so_is_the_cool_down() -> None:
    def walk(part: Part, group: int) -> Step:
        kind = Kind.WARM_UP if part is Part.WARM_UP else Kind.COOL_DOWN
        return step(kind, 10.0, part=part, ident="walk", group=group)

    driver = Driver(
        session(
            *(walk(Part.WARM_UP, group) for group in (0, 1, 2)),
            step(group=3),
            step(group=4),
            *(walk(Part.COOL_DOWN, group) for group in (5, 6)),
        )
    )
    driver.to(15)
    assert driver.view.groups == (
        GroupProgress(30, 15, rows=3, row=2),
        GroupProgress(20, 0),
        GroupProgress(20, 0),
        GroupProgress(20, 0, rows=2),
    )


def test_the_next_work_is_shown() -> None:
    assert at(15).view.next == RIGHT
    assert at(31).view.next == RIGHT
    assert at(60).view.next == REST
    assert at(90).view.next is None


def test_the_set_that_runs_is_not_yet_done() -> None:
    assert at(29).view.sets_done == 0
    assert at(40).view.sets_done == 0
    assert (at(60).view.holds_done, at(60).view.sets_done) == (2, 0)


def test_finished_sets_are_counted_by_exercise_and_side() -> None:
    sets = session(*[step(number=n, sets=3) for n in (1, 2, 3)])
    driver = Driver(sets)
    driver.to(45)
    assert driver.view.sets_done == 2


@pytest.mark.parametrize(("now", "rep"), [(54, None), (55, 1), (57.9, 1), (58, 2), (78.9, 8)])
def test_the_repetition_that_runs_is_shown(now: float, rep: int | None) -> None:
    assert at(now).view.rep == rep


def test_what_was_said_last_stays_as_the_caption() -> None:
    assert at(9).view.caption == ""
    assert at(12).view.caption == "Lean."
    assert at(33).view.caption == "Breathe."


def test_extra_time_to_get_ready_is_shown_in_place_of_the_hold() -> None:
    driver = at(15)
    driver.do(Intent.PAUSE)
    driver.do(Intent.RESUME)
    driver.wait(2)
    view = driver.view
    assert (view.extra, view.seconds, view.remaining_s) == (True, 5, 3)
    assert (view.step.kind, view.left_s, view.phase) == (Kind.HOLD, 94, Phase.READY)


def test_in_the_end_nothing_lies_ahead() -> None:
    view = at(500).view
    assert (view.state, view.left_s, view.remaining_s) == (State.ENDED, 0, 0)
    assert view.done_s == 109
    assert all(group.done_s == group.seconds for group in view.groups)


@pytest.mark.parametrize(
    ("kind", "part", "phase"),
    [
        (Kind.SCREEN, Part.MAIN, Phase.READY),
        (Kind.PREPARE, Part.MAIN, Phase.READY),
        (Kind.GET_READY, Part.WARM_UP, Phase.READY),
        (Kind.WARM_UP, Part.WARM_UP, Phase.WARM),
        (Kind.HOLD, Part.MAIN, Phase.HOLD),
        (Kind.REPS, Part.MAIN, Phase.HOLD),
        (Kind.SWITCH, Part.WARM_UP, Phase.READY),
        (Kind.REST, Part.MAIN, Phase.REST),
        (Kind.COOL_DOWN, Part.COOL_DOWN, Phase.REST),
    ],
)
def test_the_ground_follows_the_kind_of_step(kind: Kind, part: Part, phase: Phase) -> None:
    assert Driver(session(step(kind, part=part))).view.phase is phase


@pytest.mark.parametrize(
    ("stop", "phase"), [(Intent.PAUSE, Phase.PAUSED), (Intent.HURTS, Phase.HURT)]
)
def test_a_stand_has_a_ground_of_its_own(stop: Intent, phase: Phase) -> None:
    driver = at(15)
    driver.do(stop)
    assert driver.view.phase is phase
