"""Movement through time: cards, holds, repetitions, and what lies between two poses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.figure.motion import Moment, ease, glow_at, pose_at, poses_at
from supple.core.figure.pose import swapped
from supple.core.figure.timing import BACK_S, FRAME_S, INTO_S, Play, breath, frame_at, moment_at
from tests.core.figure.figures import IDS, bodies, figure

TIME = st.floats(0, 600, allow_nan=False)


@pytest.mark.parametrize("ident", IDS)
def test_the_ends_of_the_way_are_the_poses_of_the_file(ident: str) -> None:
    shown = figure(ident)
    for actor in shown.actors:
        assert pose_at(actor, shown.motion, Moment(0.0)) == actor.start
        assert pose_at(actor, shown.motion, Moment(1.0)) == actor.end


@pytest.mark.parametrize("ident", IDS)
def test_swapping_sides_twice_changes_nothing(ident: str) -> None:
    for actor in figure(ident).actors:
        assert swapped(swapped(actor.end)) == actor.end


@given(st.floats(0, 1))
def test_easing_starts_and_lands_softly(part: float) -> None:
    assert ease(0) == 0
    assert ease(1) == 1
    assert ease(part) + ease(1 - part) == pytest.approx(1)


def test_a_hold_goes_in_once_and_then_breathes() -> None:
    shown = figure("strap-supine-stretch")
    assert moment_at(Play.HOLD, shown, 0.0).phase == 0
    assert moment_at(Play.HOLD, shown, INTO_S / 2).phase == pytest.approx(0.5)
    breaths = [moment_at(Play.HOLD, shown, INTO_S + t / 10) for t in range(100)]
    assert all(moment.phase == 1 for moment in breaths)
    assert min(moment.breath for moment in breaths) == pytest.approx(-1, abs=0.01)
    assert max(moment.breath for moment in breaths) == pytest.approx(1, abs=0.01)


def test_eyes_blink_now_and_then_in_a_hold() -> None:
    shown = figure("strap-supine-stretch")
    shut = [t / 20 for t in range(40, 1240) if moment_at(Play.HOLD, shown, t / 20).blink]
    assert 0.01 < len(shut) / 1200 < 0.05
    assert all(pose.closed_eyes for pose in poses_at(shown, Moment(blink=True)).values())


def test_leaving_ends_in_the_start_pose_and_stays_there() -> None:
    shown = figure("strap-supine-stretch")
    assert moment_at(Play.LEAVE, shown, 0.0).phase == 1
    assert moment_at(Play.LEAVE, shown, BACK_S).phase == 0
    assert moment_at(Play.LEAVE, shown, 99.0).phase == 0


@given(TIME)
def test_the_breath_never_jerks(t_s: float) -> None:
    assert breath(0) == pytest.approx(0, abs=1e-9)
    assert -1 <= breath(t_s) <= 1
    assert abs(breath(t_s + 0.01) - breath(t_s)) < 0.02


@pytest.mark.parametrize("ident", ["strap-supine-stretch", "march-in-place", "arm-circles"])
@given(t_s=TIME)
def test_a_card_never_jumps(ident: str, t_s: float) -> None:
    shown = figure(ident)
    now, soon = (moment_at(Play.LOOP, shown, t) for t in (t_s, t_s + 0.001))
    assert abs(now.phase - soon.phase) < 0.01
    assert now.other == soon.other or now.phase < 0.01
    assert now.turn == pytest.approx(soon.turn, abs=0.01) or min(now.turn, soon.turn) < 0.01


def test_repetitions_take_as_long_as_the_exercise_says() -> None:
    shown = figure("hip-hinge-drill")
    assert shown.tempo_s == 6
    assert moment_at(Play.REPS, shown, 3.0).phase == pytest.approx(1)
    assert moment_at(Play.REPS, shown, 6.0).phase == pytest.approx(0)


def test_a_pose_without_repetitions_is_taken_once_and_breathes() -> None:
    shown = figure("breathing-rest")
    moments = [moment_at(Play.REPS, shown, t) for t in (INTO_S, 20.0, 40.0)]
    assert all(moment.phase == 1 for moment in moments)


def test_legs_take_turns_in_an_alternating_move() -> None:
    shown = figure("march-in-place")
    tempo_s = shown.tempo_s or 0.0
    assert not moment_at(Play.REPS, shown, tempo_s / 2).other
    assert moment_at(Play.REPS, shown, tempo_s * 1.5).other


def test_stills_do_not_move() -> None:
    shown = figure("bridge")
    assert not Play.START.moves
    assert not Play.STRETCH.moves
    assert moment_at(Play.STRETCH, shown, 3.0) == Moment(1.0)
    assert moment_at(Play.START, shown, 3.0) == Moment(0.0)


def test_the_muscle_glows_late_and_never_in_the_start_pose() -> None:
    assert glow_at(Moment(0.0)) == 0
    assert glow_at(Moment(0.3)) == 0
    assert glow_at(Moment(1.0)) == pytest.approx(0.9)


def test_breathing_moves_the_trunk_and_leaves_planted_feet_alone() -> None:
    shown = figure("standing-forward-fold")
    out, full = (bodies(shown, Moment(1.0, breath))["user"].points for breath in (-1.0, 1.0))
    assert out["near_ankle"] == pytest.approx(full["near_ankle"], abs=1e-9)
    assert out["c7"] != pytest.approx(full["c7"], abs=0.01)


def test_arms_circle_around_the_height_they_were_raised_to() -> None:
    shown = figure("arm-circles")
    raised = bodies(shown, Moment(1.0))["user"].points["near_wrist"]
    around = [
        bodies(shown, Moment(1.0, turn=turn / 8))["user"].points["near_wrist"]
        for turn in range(1, 8)
    ]
    assert max(abs(wrist[1] - raised[1]) for wrist in around) > 0.5
    assert poses_at(shown, Moment(1.0, turn=0.0)) == poses_at(shown, Moment(1.0))


@pytest.mark.parametrize("ident", ["march-in-place", "light-jog-in-place", "gentle-leg-swing"])
def test_a_repeated_movement_meets_the_same_frames_again(ident: str) -> None:
    shown = figure(ident)
    period_s = 2 * (shown.tempo_s or 0)
    frames = round(period_s / FRAME_S)
    seen = [frame_at(Play.REPS, shown, frame * FRAME_S) for frame in range(100 * frames)]
    assert len(set(seen)) <= frames


@given(TIME)
def test_a_frame_is_never_far_from_its_moment(t_s: float) -> None:
    shown = figure("bird-dog")
    exact, frame = moment_at(Play.REPS, shown, t_s), frame_at(Play.REPS, shown, t_s)
    assert abs(exact.phase - frame.phase) < FRAME_S * 2 / (shown.tempo_s or 1) + 1e-3


def test_only_loops_and_repetitions_come_again() -> None:
    assert {play for play in Play if play.repeats} == {Play.LOOP, Play.REPS}
    assert all(play.moves for play in Play if play.repeats)
