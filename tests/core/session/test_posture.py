from itertools import product

import pytest

from supple.core.catalogue.exercise import Position
from supple.core.session.compile import Session
from supple.core.session.posture import change_s, end_position
from supple.core.session.steps import Kind
from tests.core.session.factory import compiled, exercise, routine, row
from tests.core.shipped import exercises

STAND, SIT = Position.STANDING, Position.SEATED
FLOOR, LYING, MOVING, ANY = Position.FLOOR, Position.LYING, Position.MOVING, Position.ANY


@pytest.mark.parametrize(
    ("one", "other", "seconds"),
    [
        (STAND, SIT, 10),
        (MOVING, SIT, 10),
        (STAND, FLOOR, 15),
        (SIT, FLOOR, 15),
        (STAND, LYING, 15),
        (FLOOR, LYING, 15),
        (SIT, LYING, 20),
        (STAND, MOVING, 0),
        (LYING, ANY, 0),
    ],
)
def test_a_change_of_posture_takes_its_time_both_ways(
    one: Position, other: Position, seconds: int
) -> None:
    assert change_s(one, other) == change_s(other, one) == seconds


def test_staying_as_one_is_takes_no_time() -> None:
    assert not [one for one in Position if change_s(one, one)]
    assert all(change_s(one, other) <= 20 for one, other in product(Position, Position))


def test_an_exercise_leaves_the_body_where_it_ends() -> None:
    turning = [each for each in exercises().values() if each.end_position]
    assert all(end_position(each, ANY) is each.end_position for each in turning)
    assert end_position(exercises()["bridge"], STAND) is LYING
    assert end_position(exercises()["breathing-rest"], SIT) is SIT


def ready_times(session: Session) -> list[float]:
    return [step.seconds for step in session.steps if step.kind is Kind.GET_READY]


def test_a_users_routine_gets_the_time_to_change_posture() -> None:
    up, down = exercise("up", position=STAND), exercise("down", position=LYING)
    rest = exercise("rest", position=ANY)
    rows = [row("up", get_ready_s=0), row("down", get_ready_s=5), row("rest", get_ready_s=0)]
    session = compiled(routine(*rows, row("down", get_ready_s=0), row("up")), up, down, rest)
    assert ready_times(session) == [15, 15]
    assert [step.exercise for step in session.steps if step.kind is Kind.GET_READY] == [
        "down",
        "up",
    ]


def test_a_step_can_say_how_an_exercise_is_done_here() -> None:
    up, sit = exercise("up", position=STAND), exercise("sit", position=SIT)
    there = routine(row("up", get_ready_s=0, position=SIT), row("sit", get_ready_s=0))
    back = routine(row("up", get_ready_s=0), row("sit", get_ready_s=0))
    assert ready_times(compiled(there, up, sit)) == []
    assert ready_times(compiled(back, up, sit)) == [10]
