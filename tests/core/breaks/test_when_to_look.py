from datetime import UTC, datetime, timedelta

import pytest

from supple.core.breaks.answer import Break, Wait, Why
from supple.core.breaks.facts import Quiet
from supple.core.breaks.intents import (
    ask_anyway,
    finish,
    later,
    pause,
    pause_for,
    resume,
    told_of_pause,
)
from supple.core.breaks.options import Span
from supple.core.breaks.policy import wants_surroundings, watched_s
from supple.core.breaks.state import Cause
from tests.core.breaks.desk import HOUR, MINUTE, MONDAY, Desk, due_desk, quiet


def test_outside_working_hours_no_break_comes() -> None:
    desk = Desk(wall=MONDAY.replace(hour=17, minute=0))
    answer = desk.work(20 * MINUTE)
    assert answer == Wait(why=Why.SITTING)  # the next one would lie after 17:30
    answer = desk.work(30 * MINUTE)
    assert answer == Wait(why=Why.OUTSIDE_HOURS, at=MONDAY + timedelta(days=1))
    assert isinstance(desk.work(3 * HOUR), Wait)


def test_who_has_sat_since_before_working_hours_is_asked_when_they_begin() -> None:
    desk = Desk(wall=MONDAY.replace(hour=8))
    assert desk.work(30 * MINUTE).why is Why.OUTSIDE_HOURS
    desk.work(28 * MINUTE)
    assert desk.next_look_s() == 2 * MINUTE
    assert isinstance(desk.work(2 * MINUTE), Break)


def test_breaks_that_are_off_or_not_for_this_person_never_come() -> None:
    off = Desk(is_on=False)
    assert off.work(HOUR) == Wait(why=Why.OFF)
    first = Desk(is_allowed=False)
    assert first.work(HOUR) == Wait(why=Why.ASK_SOMEBODY_FIRST)
    assert off.next_look_s(signalled=False) == 600


def test_turning_breaks_on_again_does_not_ask_at_once() -> None:
    desk = due_desk()
    desk.show()
    desk.state = pause(desk.state, None)
    desk.work(30 * MINUTE)
    desk.state = resume(desk.state)
    assert desk.answer.why is Why.JUST_BACK
    assert isinstance(desk.work(2 * MINUTE), Break)


def test_wishes_that_have_nothing_to_do_change_nothing() -> None:
    desk = Desk()
    assert ask_anyway(desk.state, desk.options) == desk.state
    assert resume(desk.state) == desk.state
    assert told_of_pause(desk.state) == desk.state
    assert later(desk.state, 60).entries == ()
    before = desk.state
    desk.show()
    assert desk.state == before


def test_showing_twice_is_one_nudge() -> None:
    desk = due_desk()
    desk.show()
    desk.show()
    assert desk.state.ask is not None
    assert desk.state.ask.nudges == 1


def test_a_break_by_hand_counts_like_any_other() -> None:
    desk = Desk()
    desk.work(20 * MINUTE)
    desk.take(finish(desk.state, desk.options, done_s=120, planned_s=0))
    assert desk.entries[-1].cause is Cause.BY_HAND
    assert desk.state.sat_s == 0


def test_where_the_desktop_signals_idleness_there_are_next_to_no_looks() -> None:
    desk = Desk()
    assert desk.next_look_s() == 600
    desk.work(45 * MINUTE)
    assert desk.next_look_s() == 4 * MINUTE
    desk.work(4 * MINUTE)
    assert desk.next_look_s() == MINUTE


def test_where_it_does_not_there_is_a_look_every_half_minute() -> None:
    assert Desk().next_look_s(signalled=False) == 30


@pytest.mark.parametrize("minutes", [0, 49.5, 50, 51])
def test_looks_are_at_most_two_a_minute_but_for_the_three_minutes_of_due(minutes: float) -> None:
    desk = Desk()
    desk.set(quiet=quiet(Quiet.DO_NOT_DISTURB))
    desk.work(minutes * MINUTE, idle_s=0.0)
    assert desk.next_look_s(signalled=False) >= 30


def test_the_desktop_tells_of_the_pause_in_typing_that_is_waited_for() -> None:
    desk = Desk()
    desk.work(49 * MINUTE, idle_s=0.0)
    assert watched_s(desk.answer, desk.options) == (2 * MINUTE,)
    desk.work(MINUTE, idle_s=0.0)
    assert watched_s(desk.answer, desk.options) == (2 * MINUTE, 3.0)
    assert desk.next_look_s() == 3 * MINUTE


def test_where_it_does_not_tell_looks_are_close_together_meanwhile() -> None:
    desk = Desk()
    desk.work(50 * MINUTE, idle_s=0.0)
    assert desk.next_look_s(signalled=False) == 1.5


def test_a_reminder_on_the_screen_is_looked_after() -> None:
    desk = due_desk()
    desk.show()
    assert desk.next_look_s() == 5
    desk.work(58)
    assert desk.next_look_s() == 2


def test_somebody_who_listens_in_a_call_is_looked_at_every_minute() -> None:
    desk = Desk()
    desk.set(quiet=quiet(Quiet.MICROPHONE))
    desk.leave(3 * MINUTE)
    assert desk.next_look_s() == MINUTE


def test_surroundings_are_not_looked_at_before_a_break_is_near() -> None:
    desk = Desk()
    desk.work(40 * MINUTE)
    assert not wants_surroundings(desk.facts, desk.options, desk.state, desk.now)
    desk.work(9 * MINUTE)
    assert wants_surroundings(desk.facts, desk.options, desk.state, desk.now)
    desk.state = pause_for(desk.state, HOUR)
    assert not wants_surroundings(desk.facts, desk.options, desk.state, desk.now)


def test_a_sign_that_waits_costs_a_look_now_and_then() -> None:
    desk = due_desk()
    for _nudge in range(2):
        desk.show()
        desk.take(later(desk.state, 1))
        desk.work(1)
    assert desk.next_look_s() == 600


def test_a_week_without_hours_never_opens() -> None:
    desk = Desk(week=((),) * 7)
    assert desk.work(HOUR) == Wait(why=Why.OUTSIDE_HOURS)
    assert desk.next_look_s() == 600


def test_a_span_must_lie_in_a_day() -> None:
    with pytest.raises(ValueError, match="minutes of a day"):
        Span(1440, 10)
    assert Span(22 * 60, 6 * 60).end_min == 360


def test_the_person_who_sleeps_at_night_with_the_screen_locked_rests_once() -> None:
    desk = Desk(wall=datetime(2026, 5, 11, 17, 0, tzinfo=UTC))
    desk.work(10 * MINUTE)
    desk.set(is_locked=True)
    desk.sleep(15 * HOUR)
    desk.work(30)
    desk.set(is_locked=False, idle_s=0.0)
    assert [entry.cause for entry in desk.entries] == [Cause.ASLEEP]
    assert desk.entries[0].rest_s == pytest.approx(15 * HOUR + 30)


def test_a_screen_that_locks_on_waking_belongs_to_the_sleep() -> None:
    desk = Desk()
    desk.work(10 * MINUTE)
    desk.facts = desk.facts.__class__(idle_s=10.0, is_locked=True)
    desk.sleep(HOUR)
    assert desk.answer == Wait(why=Why.AWAY)
    desk.work(20, idle_s=20.0)
    desk.set(is_locked=False, idle_s=0.0)
    assert [entry.cause for entry in desk.entries] == [Cause.ASLEEP]


def test_idleness_that_lasts_over_a_sleep_is_one_absence() -> None:
    desk = Desk()
    desk.work(20 * MINUTE, idle_s=100.0)
    desk.now = desk.now.__class__(
        desk.now.real_s + HOUR, desk.now.awake_s + 60, desk.now.wall + timedelta(hours=1)
    )
    desk.set(idle_s=160.0)
    assert desk.state.away is not None
    assert desk.answer == Wait(why=Why.AWAY)
    desk.come_back()
    assert [entry.cause for entry in desk.entries] == [Cause.ASLEEP]
    assert desk.state.sat_s == pytest.approx(0, abs=1)
