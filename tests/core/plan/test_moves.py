"""Moving planned sessions: each is always on one day, and the others stay where they are."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from supple.core.plan.course import Done, Facts, monday
from supple.core.plan.days import planned_days
from supple.core.plan.moves import Moved, came_and_went, moved_sessions
from supple.core.plan.notices import summary, week_words
from supple.core.plan.progress import days_of_week, progress
from supple.core.plan.records import Adjust, Decision, Detail, PlanEvent
from tests.core.plan.content import plan
from tests.core.plan.people import START, WORDS, day, event

WEEKS = 4
BEGUN = event(START, Decision.START)


def move(was: int, now: int, *, on: int = 1) -> PlanEvent:
    """A decision of day `on`: the session of one day is put on another."""
    return event(day(on), Decision.MOVE, Detail(planned=day(was), moved_to=day(now)))


def ahead(today: int, *events: PlanEvent, done: Sequence[int] = ()) -> list[int]:
    """The numbers of all days planned in the four weeks from day 1 on."""
    facts = Facts((BEGUN, *events), tuple(Done(day(n), "full-home") for n in done))
    state = progress(plan(), facts, day(today))
    days = [
        each
        for week in range(WEEKS)
        for each in days_of_week(state, START + timedelta(weeks=week), day(today), facts)
    ]
    assert state.planned == tuple(each for each in days if monday(each) == state.week_start)
    return [(each - START).days + 1 for each in days]


def test_the_moves_of_one_session_are_one_move() -> None:
    events = [move(5, 6), move(1, 2), move(6, 9)]
    assert moved_sessions(events) == (Moved(day(1), day(2)), Moved(day(5), day(9)))
    assert moved_sessions([*events, move(9, 5), move(2, 1)]) == ()
    assert moved_sessions([event(day(1), Decision.MOVE), BEGUN]) == ()


def test_a_week_knows_what_came_and_what_left() -> None:
    moved = (Moved(day(1), day(2)), Moved(day(4), day(9)), Moved(day(15), day(10)))
    assert [came_and_went(moved, day(n)) for n in (1, 8, 15)] == [-1, 2, -1]


def test_there_and_back_is_as_if_nothing_happened() -> None:
    plain = ahead(1)
    assert plain[:4] == [1, 4, 8, 11]
    assert ahead(1, move(4, 5))[:4] == [1, 5, 8, 11]
    assert ahead(1, move(4, 5), move(5, 4)) == plain
    assert ahead(1, move(4, 5), move(5, 12), move(12, 4)) == plain


def test_a_session_in_another_week_leaves_its_own_and_moves_no_other() -> None:
    assert ahead(1, move(4, 12))[:4] == [1, 8, 11, 12]
    assert ahead(1, move(8, 6))[:4] == [1, 4, 6, 11]
    # On the day of another one that one makes room, and comes back when the day is free again.
    assert len(ahead(1, move(4, 11))) == len(ahead(1))
    assert 11 in ahead(1, move(4, 11))
    assert ahead(1, move(4, 11), move(11, 12))[:4] == [1, 8, 11, 12]


def test_on_the_day_of_another_one_in_the_same_week_the_two_swap() -> None:
    assert ahead(1, move(1, 4)) == ahead(1)
    assert ahead(1, move(1, 4), move(4, 6))[:4] == [4, 6, 8, 11]
    assert ahead(1, move(1, 4), move(1, 6))[:4] == [4, 6, 8, 11]
    assert ahead(1, move(1, 4), move(1, 9))[:4] == [4, 8, 9, 11]


def test_the_week_is_told_with_what_was_moved() -> None:
    facts = Facts((BEGUN, move(4, 12)), ())
    state = progress(plan(), facts, day(2))
    assert "once this week. 0 of 1 done." in summary(state, WORDS)
    facts = Facts((BEGUN, move(4, 12), move(1, 13)), ())
    state = progress(plan(), facts, day(2))
    assert state.planned == ()
    assert week_words(state, WORDS) == "Nothing is planned this week. Any stretch is fine."
    facts = Facts(facts.events, (Done(day(8), "full-home"),))
    assert week_words(progress(plan(), facts, day(9)), WORDS).startswith("1 done, 3 to go.")


def test_of_more_moved_days_than_are_wanted_the_latest_stay() -> None:
    moved = (Moved(day(1), day(2)), Moved(day(4), day(6)))
    assert planned_days(day(1), day(1), 1, (), [], spaced=True, moved=moved) == (day(6),)


def test_where_nothing_more_is_wanted_a_moved_day_goes_too() -> None:
    assert ahead(4, move(4, 6), done=(1, 3))[:2] == [8, 11]
    moved = (Moved(day(4), day(5)),)
    assert planned_days(day(1), day(1), 0, (), [], spaced=True, moved=moved) == ()


def test_a_moved_day_that_passed_moves_on() -> None:
    moved = (Moved(day(4), day(5)),)
    days = planned_days(day(1), day(6), 1, ("mon", "thu"), [], spaced=True, moved=moved)
    assert days == (day(6),)
    assert ahead(2, move(4, 6), done=(1,))[:1] == [6]


def test_taking_a_move_back_frees_its_day_and_a_new_start_forgets_all() -> None:
    there = move(4, 6)
    back = event(day(1), Decision.UNDO, Detail(undone=there.id))
    assert ahead(1, there, back) == ahead(1)
    assert ahead(1, move(4, 6), event(day(1), Decision.START)) == ahead(1)


@pytest.mark.parametrize("every_day", [False, True])
def test_seven_a_week_leave_no_room_to_move_but_lose_nothing(*, every_day: bool) -> None:
    moved = (Moved(day(1), day(2)),) if every_day else ()
    days = planned_days(day(1), day(1), 7, (), [], spaced=False, moved=moved)
    assert len(days) == 7


@given(st.data(), st.sampled_from([None, 2, 3, 4]), st.integers(1, 7))
def test_each_move_to_a_free_day_moves_that_session_alone(
    data: st.DataObject, sessions: int | None, today: int
) -> None:
    events = [event(day(1), Decision.ADJUST, Detail(adjust=Adjust(sessions=sessions)))]
    stands = ahead(today, *events)
    for _ in range(data.draw(st.integers(1, 8))):
        was = data.draw(st.sampled_from(stands))
        free = [n for n in range(today, 7 * WEEKS + 1) if n not in stands]
        now = data.draw(st.sampled_from(free))
        events.append(move(was, now, on=today))
        stands = sorted({*stands, now} - {was})
        assert ahead(today, *events) == stands


@given(st.data(), st.integers(1, 4))
def test_a_few_moves_anywhere_lose_or_double_no_session(data: st.DataObject, today: int) -> None:
    events: list[PlanEvent] = []
    stands = ahead(today)
    many = len(stands)
    for _ in range(data.draw(st.integers(1, 3))):
        was = data.draw(st.sampled_from(stands))
        now = data.draw(st.integers(today, 7 * WEEKS))
        week = range(max(today, (now - 1) // 7 * 7 + 1), (now - 1) // 7 * 7 + 8)
        assume({*week} - {*stands} or was in week)  # else there is no day left to make room on
        events.append(move(was, now, on=today))
        stands = ahead(today, *events)
        assert now in stands
        assert len(stands) == many


@given(st.lists(st.integers(2, 28), min_size=1, max_size=8), st.integers(1, 28))
def test_the_way_of_a_session_does_not_matter(way: list[int], end: int) -> None:
    was = 4
    stops = [was, *way, end]
    steps = [move(a, b) for a, b in pairwise(stops)]
    assert ahead(1, *steps) == ahead(1, *([move(was, end)] if end != was else []))


@given(
    st.lists(st.tuples(st.integers(1, 28), st.integers(1, 28)), max_size=8),
    st.sets(st.integers(1, 28), max_size=10),
    st.integers(1, 28),
)
def test_whatever_is_moved_nothing_is_planned_in_the_past_or_too_often(
    moves: list[tuple[int, int]], done: set[int], today: int
) -> None:
    before = sorted(n for n in done if n <= today)
    facts = Facts(
        (BEGUN, *(move(was, now) for was, now in moves)),
        tuple(Done(day(n), "full-home") for n in before),
    )
    state = progress(plan(), facts, day(today))
    for number in range(WEEKS + 1):
        week = START + timedelta(weeks=number)
        planned = days_of_week(state, week, day(today), facts)
        assert all(each >= day(today) and monday(each) == week for each in planned)
        assert (
            len({*planned})
            == len(planned)
            <= max(0, state.usual + came_and_went(state.moved, week))
        )
        assert not {*planned} & {each.day for each in facts.done}
