"""Reading `[figure]`: every fault is reported at once, each with its key path."""

from typing import Any

import pytest

from supple.core.catalogue.problem import Problem
from supple.core.figure.reading import parse_figure
from tests.core.figure.figures import raw


def table(**changes: object) -> dict[str, Any]:
    """A small figure without fault, and then changed."""
    plain: dict[str, Any] = {
        "text": {"start": "Standing.", "end": "Bent."},
        "start": {"user": {"near_leg": {"to": [0.0, 0.3], "foot": 0}}},
        "end": {"user": {"root": {"pitch": 40}}},
    }
    return {**plain, **changes}


def problems(data: dict[str, Any]) -> list[Problem]:
    found, faults = parse_figure(data, "figure")
    assert found is None or not faults
    return list(faults)


def places(data: dict[str, Any]) -> set[str]:
    return {problem.where for problem in problems(data)}


def test_a_figure_without_fault_is_read() -> None:
    found, faults = parse_figure(table(), "figure")
    assert faults == ()
    assert found is not None
    assert found.actors[0].end.trunk.pitch == 40


def test_the_stretch_inherits_from_the_start_key_by_key() -> None:
    found, _ = parse_figure(table(), "figure")
    assert found is not None
    assert found.actors[0].end.near_leg == found.actors[0].start.near_leg


def test_a_new_target_replaces_the_old_one_as_a_whole() -> None:
    end = {"user": {"near_leg": {"to": {"on": "far_knee"}}}}
    found, faults = parse_figure(table(end=end), "figure")
    assert faults == ()
    assert found is not None
    assert found.actors[0].end.near_leg.reach != found.actors[0].start.near_leg.reach


def test_false_lets_go_of_what_was_held() -> None:
    end = {"user": {"near_leg": {"to": False, "foot": False, "hip": 60}}}
    found, _ = parse_figure(table(end=end), "figure")
    assert found is not None
    assert found.actors[0].end.near_leg.reach is None
    assert found.actors[0].end.near_leg.foot is None


def test_all_faults_of_a_file_are_told_at_once() -> None:
    data = table(
        accent="pink",
        colour="red",
        props=[{"kind": "sofa"}, {"kind": "mat"}, {"kind": "chair", "at": "left"}],
        end={"user": {"root": {"pitch": "far"}, "near_leg": {"knee": 999}, "tail": {}}},
    )
    assert places(data) == {
        "figure.accent",
        "figure.colour",
        "figure.props[0].kind",
        "figure.props[1].x",
        "figure.props[2].at",
        "figure.end.user.root.pitch",
        "figure.end.user.near_leg.knee",
        "figure.end.user.tail",
    }


@pytest.mark.parametrize("phase", ["start", "end"])
def test_a_missing_pose_is_told(phase: str) -> None:
    data = table()
    del data[phase]
    assert f"figure.{phase}" in places(data)


def test_missing_words_are_told() -> None:
    data = table()
    del data["text"]
    assert "figure.text" in places(data)


@pytest.mark.parametrize(
    "on", ["nose", "near_tail", "near_shank@2", "near_shank@half", "shank@0.5", "near_ear@0.5"]
)
def test_a_place_that_no_body_has_is_told(on: str) -> None:
    end = {"user": {"near_arm": {"to": {"on": on}}}}
    assert "figure.end.user.near_arm.to.on" in places(table(end=end))


def test_a_target_of_true_is_told() -> None:
    assert "figure.end.user.near_arm.to" in places(table(end={"user": {"near_arm": {"to": True}}}))


def test_a_point_with_one_number_is_told() -> None:
    assert "figure.end.user.near_arm.to" in places(table(end={"user": {"near_arm": {"to": [1.0]}}}))


def test_somebody_outside_the_cast_is_told() -> None:
    end = {"user": {"near_arm": {"to": {"on": "hip", "who": "dog"}}}, "cat": {}}
    assert places(table(end=end)) == {"figure.end.user.near_arm.to.who", "figure.end.cat"}


def test_unknown_layers_and_joints_of_arrows_are_told() -> None:
    data = table(
        order=["user.head", "user.hat"],
        cues=[{"kind": "follow", "joint": "nose"}, {"kind": "swing", "joint": "near_ankle"}],
    )
    assert places(data) == {"figure.order[1]", "figure.cues[0].joint"}


def test_tables_of_the_wrong_kind_are_told() -> None:
    data = table(props="mat", start=[], end={"user": "bent"})
    assert {"figure.props", "figure.start", "figure.end.user"} <= places(data)


def test_a_fault_says_what_would_be_right() -> None:
    (problem,) = problems(table(accent="pink"))
    assert "pink" in problem.what
    (problem,) = problems(table(props=[{"kind": "sofa"}]))
    assert "office-chair" in problem.allowed


def test_somebody_who_looks_left_is_kept_in_a_mirrored_frame() -> None:
    data = raw("partner-supine-stretch")
    found, _ = parse_figure(data, "figure")
    assert found is not None
    partner = found.actor_by_name["partner"]
    assert partner.facing == -1
    assert partner.start.trunk.at[0] < 0


def test_a_limb_that_is_no_table_is_told() -> None:
    assert "figure.end.user.near_leg" in places(table(end={"user": {"near_leg": 3}}))


def test_a_pin_that_is_no_joint_is_told() -> None:
    assert "figure.end.user.root.pin" in places(table(end={"user": {"root": {"pin": "tail"}}}))
