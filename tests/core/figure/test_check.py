"""Impossible poses are refused, with the limb, its value and what would be allowed."""

from typing import Any

import msgspec

from supple.core.catalogue.problem import Problem
from supple.core.figure.check import check_figure
from supple.core.figure.reading import parse_figure
from tests.core.figure.figures import raw


def found(ident: str, *changes: tuple[str, dict[str, object]]) -> tuple[Problem, ...]:
    """What is wrong with a shipped figure when some of its tables are changed."""
    data = raw(ident)
    for path, values in changes:
        table: Any = data
        for key in path.split("."):
            table = table.setdefault(key, {})
        table.update(values)
    figure, problems = parse_figure(data, "figure")
    assert figure is not None, problems
    return check_figure(figure, "figure")


def told(problems: tuple[Problem, ...], where: str, what: str) -> bool:
    return any(where in problem.where and what in problem.what for problem in problems)


def test_a_knee_bent_backward_is_refused_with_its_range() -> None:
    problems = found("march-in-place", ("end.user.near_leg", {"knee": -20}))
    assert told(problems, "end.user.near_leg", "knee is at -20 degrees")
    assert any(problem.allowed == "Allowed: -3 to 145 degrees." for problem in problems)


def test_a_knee_that_reach_bends_backward_is_found_too() -> None:
    changes = {"to": [0.9, 1.3], "bend": [-1, 0]}
    problems = found("heel-dig-on-spot", ("end.user.near_leg", changes))
    assert told(problems, "near_leg", "knee is at -")


def test_a_spine_folded_too_far_is_refused() -> None:
    problems = found("hip-hinge-drill", ("end.user.spine", {"lumbar": 60, "thorax": 49}))
    assert told(problems, "spine", "lumbar is at")
    assert told(problems, "spine", "lumbar + thorax")


def test_a_thigh_spread_too_far_is_refused() -> None:
    problems = found("march-in-place", ("end.user.near_leg", {"out": 80}))
    assert told(problems, "near_leg", "hip out is at 80 degrees")


def test_a_foot_through_the_floor_is_refused() -> None:
    problems = found("gentle-leg-swing", ("mid.user.near_leg", {"hip": 0, "knee": 0, "ankle": -40}))
    assert told(problems, "near_leg", "under the floor")


def test_a_flat_foot_in_the_air_is_refused() -> None:
    problems = found("hip-hinge-drill", ("start.user.near_leg", {"to": [0.0, 0.42], "foot": 0}))
    assert told(problems, "near_leg", "above the floor")


def test_a_leg_through_a_seat_is_refused() -> None:
    problems = found("chair-forward-fold", ("start.user.root", {"at": [0.1, 1.95]}))
    assert told(problems, "leg", "inside a prop")


def test_somebody_who_sits_in_the_seat_or_above_it_is_refused() -> None:
    for height in (2.2, 2.75):
        problems = found("seated-march", ("start.user.root", {"at": [0.1, height]}))
        assert told(problems, "start.user.root", "above the seat")


def test_a_hand_through_a_wall_is_refused() -> None:
    problems = found("posture-wall-stand", ("end.user.near_arm", {"shoulder": -60}))
    assert told(problems, "near_arm", "inside a prop")


def test_a_hand_that_cannot_reach_is_told_by_how_much() -> None:
    problems = found("half-forward-fold", ("end.user.near_arm", {"to": [4.6, 3.88, 0.6]}))
    assert told(problems, "end.user.near_arm", "% out of reach")


def test_a_hip_inside_the_floor_is_refused() -> None:
    problems = found("bridge", ("start.user.root", {"at": [0.0, 0.2]}))
    assert told(problems, "hip", "above the floor")


def test_a_head_under_the_floor_is_refused() -> None:
    problems = found("pelvic-tilt", ("start.user.spine", {"thorax": -15, "neck": -45}))
    assert told(problems, "spine", "head is")


def test_a_planted_hand_that_slides_is_refused() -> None:
    data = raw("bridge")
    figure, _ = parse_figure(data, "figure")
    assert figure is not None
    far = msgspec.json.decode(msgspec.json.encode(data).replace(b"0.54", b"0.95"))
    moved, _ = parse_figure(far, "figure")
    assert moved is not None
    assert told(check_figure(moved, "figure"), "arm", "slides")


def test_a_bent_stretch_leg_is_refused_unless_the_words_say_soft_knees() -> None:
    changes = ("end.user.near_leg", {"to": [2.3, 0.30], "foot": 0})
    assert told(found("chair-forward-fold", changes), "near_leg", "stretched knee")
    assert not any("stretched knee" in p.what for p in found("chair-forward-fold-soft"))


def test_each_fault_is_told_once() -> None:
    problems = found("march-in-place", ("end.user.near_leg", {"knee": -20}))
    assert len(
        {(problem.where.split(".")[-1], problem.what.split(" is ")[0]) for problem in problems}
    ) == len(problems)
