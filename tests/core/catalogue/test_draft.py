"""Rows of a routine can be put in any order, and nothing is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from supple.core.catalogue import draft
from supple.core.catalogue.routine import RestRow, Routine


def routine(*rests: int) -> Routine:
    return Routine(id="mine", name="Mine", steps=tuple(map(RestRow, rests)))


def rests(made: Routine) -> list[int]:
    return [row.rest for row in made.steps if isinstance(row, RestRow)]


def test_a_row_moves_to_the_place_it_is_given() -> None:
    assert rests(draft.moved(routine(5, 6, 7, 8), 0, 2)) == [6, 7, 5, 8]
    assert rests(draft.moved(routine(5, 6, 7, 8), 3, 0)) == [8, 5, 6, 7]


def test_a_row_cannot_be_moved_out_of_the_routine() -> None:
    assert rests(draft.moved(routine(5, 6), 0, 9)) == [6, 5]
    assert rests(draft.moved(routine(5, 6), 1, -3)) == [6, 5]


def test_rows_are_added_doubled_and_removed_where_they_stand() -> None:
    made = routine(5, 6)
    assert rests(draft.inserted(made, 1, RestRow(9))) == [5, 9, 6]
    assert rests(draft.doubled(made, 0)) == [5, 5, 6]
    assert rests(draft.removed(made, 0)) == [6]
    assert rests(draft.changed(made, 1, RestRow(7))) == [5, 7]


@given(st.lists(st.integers(5, 600), min_size=1, max_size=12), st.data())
def test_moving_and_moving_back_changes_nothing(numbers: list[int], data: st.DataObject) -> None:
    made = routine(*numbers)
    places = st.integers(0, len(numbers) - 1)
    at, to = data.draw(places), data.draw(places)
    assert draft.moved(draft.moved(made, at, to), to, at) == made
