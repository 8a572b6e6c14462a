"""Solving a pose: lengths, contacts and the reach of a limb."""

from math import acos, cos, degrees, dist, radians

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.figure.body import solve
from supple.core.figure.building import build_pose
from supple.core.figure.grammar import PoseTable
from supple.core.figure.ik import reach
from supple.core.figure.motion import Moment
from supple.core.figure.pose import View
from supple.core.figure.reading import parse_figure
from supple.core.figure.skeleton import FOREARM, SHANK, STANDING_HIP, THIGH, UPPER_ARM
from supple.core.figure.vector import Vec, dot, sub, unit
from tests.core.figure.figures import bodies, figure, raw

COORDINATE = st.floats(-6, 6, allow_nan=False)


def bend_deg(upper: float, lower: float, ratio: float) -> float:
    found = reach((0, 0, 0), (0, -ratio * (upper + lower), 0), upper, lower, (1, 0, 0))
    first, second = unit(found.middle), unit(sub(found.end, found.middle))
    return degrees(acos(min(1.0, dot(first, second))))


@pytest.mark.parametrize(
    ("ratio", "bend"),
    [
        (0.9995, 4),
        (0.998, 7),
        (0.995, 11),
        (0.99, 16),
        (0.98, 23),
        (0.95, 36),
        (0.90, 52),
        (0.80, 74),
    ],
)
def test_how_straight_a_limb_comes_out_depends_on_its_reach(ratio: float, bend: float) -> None:
    assert bend_deg(THIGH, SHANK, ratio) == pytest.approx(bend, abs=1)


@given(COORDINATE, COORDINATE, COORDINATE)
def test_bones_keep_their_lengths_wherever_the_target_is(x: float, y: float, z: float) -> None:
    found = reach((0, 0, 0), (x, y, z), UPPER_ARM, FOREARM, (-0.6, -1, 0.3))
    assert dist((0, 0, 0), found.middle) == pytest.approx(UPPER_ARM, abs=1e-6)
    assert dist(found.middle, found.end) == pytest.approx(FOREARM, abs=1e-6)


@given(COORDINATE, COORDINATE, COORDINATE)
def test_a_target_within_reach_is_met(x: float, y: float, z: float) -> None:
    target: Vec = (x, y, z)
    ratio = dist((0, 0, 0), target) / (UPPER_ARM + FOREARM)
    found = reach((0, 0, 0), target, UPPER_ARM, FOREARM, (-0.6, -1, 0.3))
    assert found.ratio == pytest.approx(ratio)
    if 0.2 < ratio < 0.999:
        assert dist(found.end, target) < 1e-6


def test_all_zeros_stand_upright_on_flat_feet() -> None:
    body = solve(build_pose(PoseTable(), 1))
    crown = body.points["skull"][1] + 0.93 * cos(radians(body.head_deg))
    assert body.points["hip"][1] == pytest.approx(STANDING_HIP)
    assert body.points["near_ankle"][1] == pytest.approx(0.30, abs=0.01)
    assert body.feet["near"] == pytest.approx(0)
    assert crown == pytest.approx(7.6, abs=0.05)


def test_a_hand_rides_along_with_the_leg_of_another_figure() -> None:
    shown = figure("partner-supine-stretch")
    for phase in (0.0, 0.5, 1.0):
        cast = bodies(shown, Moment(phase))
        wrist, ankle = cast["partner"].points["near_wrist"], cast["user"].points["near_ankle"]
        assert dist((-wrist[0], *wrist[1:]), ankle) < 0.75


@pytest.mark.parametrize("phase", [0.1, 0.35, 0.6, 0.9])
def test_the_ball_of_a_foot_stays_where_it_is_while_its_heel_comes_up(phase: float) -> None:
    shown = figure("walking-hamstring-stretch")
    start = bodies(shown, Moment(0.0))["user"]
    now = bodies(shown, Moment(phase))["user"]
    assert now.points["far_ball"] == pytest.approx(start.points["far_ball"], abs=1e-9)
    assert now.points["far_heel"][1] > start.points["far_heel"][1]


def test_the_ball_may_be_named_in_place_of_the_ankle() -> None:
    data = raw("walking-hamstring-stretch")
    start = data["start"]
    assert isinstance(start, dict)
    del start["user"]["far_leg"]["foot"]  # flat where nothing is said
    by_ball = parse_figure(data, "figure")[0]
    start["user"]["far_leg"] |= {"ball": False, "to": [0.0, 0.30], "foot": 0}
    by_ankle = parse_figure(data, "figure")[0]
    assert by_ball is not None
    assert by_ankle is not None
    one, other = (bodies(shown, Moment(0.0))["user"] for shown in (by_ball, by_ankle))
    assert one.points["far_ankle"] == pytest.approx(other.points["far_ankle"])


@pytest.mark.parametrize("pin", ["c7", "near_ankle", "far_knee"])
def test_a_body_can_stand_by_any_of_its_joints(pin: str) -> None:
    table = msgspec.convert({"root": {"pin": pin, "at": [1.0, 2.0], "pitch": 20}}, PoseTable)
    x, y, _ = solve(build_pose(table, 1)).points[pin]
    assert (x, y) == pytest.approx((1.0, 2.0))


def test_a_sideways_bend_lowers_one_shoulder_and_lifts_the_other() -> None:
    table = msgspec.convert({"spine": {"bend": 20}}, PoseTable)
    points = solve(build_pose(table, 1), View.FRONT).points
    assert points["near_sho"][1] < points["far_sho"][1]
