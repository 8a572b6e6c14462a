from datetime import timedelta

import pytest

from supple.core.breaks.answer import Break, Show, Wait, Warn, Why
from supple.core.breaks.facts import Quiet
from supple.core.breaks.intents import (
    ask_anyway,
    later,
    skip,
    start,
)
from supple.core.breaks.options import BreakOptions
from supple.core.breaks.state import Cause, Outcome
from tests.core.breaks.desk import HOUR, MINUTE, MONDAY, Desk, due_desk, quiet


def test_sitting_counts_towards_a_break_that_is_announced_and_then_comes() -> None:
    desk = Desk()
    answer = desk.work(48 * MINUTE)
    assert answer == Wait(why=Why.SITTING, in_s=2 * MINUTE, at=desk.now.wall + timedelta(minutes=2))
    assert desk.work(MINUTE) == Warn(why=Why.SOON, in_s=MINUTE)
    assert desk.work(MINUTE) == Break(show=Show.ASK, nudge=1)


def test_no_announcement_comes_while_something_asks_for_quiet() -> None:
    desk = Desk()
    desk.set(quiet=quiet(Quiet.DO_NOT_DISTURB))
    answer = desk.work(49.5 * MINUTE)
    assert isinstance(answer, Wait)
    assert answer.why is Why.SITTING


def test_a_break_waits_for_a_pause_in_typing() -> None:
    desk = Desk()
    assert desk.work(50 * MINUTE, idle_s=0.2) == Warn(why=Why.TYPING, in_s=180)
    assert desk.work(10, idle_s=2.9) == Warn(why=Why.TYPING, in_s=170)
    assert isinstance(desk.work(4, idle_s=3.0), Break)


def test_after_three_minutes_of_typing_the_break_comes_anyway() -> None:
    desk = Desk()
    desk.work(50 * MINUTE, idle_s=0.1)
    assert isinstance(desk.work(179, idle_s=0.1), Warn)
    assert isinstance(desk.work(1, idle_s=0.1), Break)


def test_typing_holds_nothing_back_when_the_user_does_not_want_that() -> None:
    desk = Desk(waits_for_typing_pause=False)
    assert isinstance(desk.work(50 * MINUTE, idle_s=0.1), Break)


def test_where_idleness_cannot_be_told_breaks_come_by_the_clock() -> None:
    desk = Desk()
    desk.set(idle_s=None)
    desk.now = desk.now.__class__(
        desk.now.real_s + 3000, desk.now.awake_s + 3000, desk.now.wall + timedelta(minutes=50)
    )
    assert isinstance(desk.look(), Break)
    assert desk.next_look_s(signalled=False) == 600


def test_a_reminder_without_an_answer_goes_away_and_comes_again_later() -> None:
    desk = due_desk()
    desk.show()
    assert desk.work(59) == Break(show=Show.ASK, nudge=1)
    answer = desk.work(1)
    assert isinstance(answer, Wait)
    assert (answer.why, answer.in_s) == (Why.LATER, 10 * MINUTE)
    assert desk.entries[-1].cause is Cause.NO_ANSWER
    assert desk.work(10 * MINUTE) == Break(show=Show.ASK, nudge=2)


def test_after_two_nudges_only_the_sign_in_the_tray_is_left() -> None:
    desk = due_desk()
    for nudge in (1, 2):
        assert desk.answer == Break(show=Show.ASK, nudge=nudge)
        desk.show()
        desk.take(later(desk.state, 5 * MINUTE))
        desk.work(5 * MINUTE)
    assert desk.answer == Break(show=Show.SIGN)
    assert desk.set(quiet=quiet(Quiet.CAMERA)) == Break(show=Show.SIGN)
    assert desk.work(2 * HOUR) == Break(show=Show.SIGN)
    assert [entry.outcome for entry in desk.entries] == [Outcome.POSTPONED] * 2
    assert {entry.cause for entry in desk.entries} == {Cause.ASKED}


def test_a_skipped_break_leads_to_the_next_regular_one() -> None:
    desk = due_desk()
    desk.take(skip(desk.state, desk.options))
    assert desk.entries[-1].outcome is Outcome.SKIPPED
    assert desk.answer.why is Why.SITTING
    assert isinstance(desk.answer, Wait)
    assert desk.answer.in_s == 50 * MINUTE
    assert desk.state.sitting_s == pytest.approx(50 * MINUTE)


def test_the_next_break_can_be_skipped_before_it_is_due() -> None:
    desk = Desk()
    desk.work(20 * MINUTE)
    desk.take(skip(desk.state, desk.options))
    assert desk.entries[-1].cause is Cause.BY_HAND
    assert isinstance(desk.answer, Wait)
    assert desk.answer.in_s == 80 * MINUTE
    desk.leave(3 * MINUTE)
    assert desk.state.sat_s == pytest.approx(-30 * MINUTE)


def test_who_skips_three_times_is_told_that_breaks_can_be_rarer_and_only_once() -> None:
    desk = Desk()
    hints = []
    for _time in range(5):
        answer = desk.work(50 * MINUTE)
        assert isinstance(answer, Break)
        hints.append(answer.often_skipped)
        desk.take(skip(desk.state, desk.options))
    assert hints == [False, False, False, True, False]


def test_a_break_that_is_due_ends_when_the_person_goes_away_by_themselves() -> None:
    desk = due_desk()
    desk.show()
    desk.leave(6 * MINUTE)
    desk.come_back()
    assert desk.state.ask is None
    outcomes = [entry.outcome for entry in desk.entries]
    assert outcomes == [Outcome.POSTPONED, Outcome.NATURAL]


def test_nothing_is_asked_of_an_empty_chair() -> None:
    desk = Desk()
    desk.work(49 * MINUTE, idle_s=0.0)
    desk.leave(2 * MINUTE)
    assert desk.answer == Wait(why=Why.AWAY)


def test_sitting_that_was_counted_before_idleness_showed_is_taken_back() -> None:
    desk = Desk()
    desk.work(10 * MINUTE, idle_s=0.0)
    desk.leave(100)
    assert desk.state.sat_s == pytest.approx(10 * MINUTE + 100)
    desk.leave(100)
    assert desk.state.sat_s == pytest.approx(10 * MINUTE)


def test_a_session_is_no_sitting_and_no_time_for_a_break() -> None:
    desk = Desk()
    desk.work(49 * MINUTE)
    desk.set(is_stretching=True)
    desk.work(10 * MINUTE)
    assert desk.answer == Wait(why=Why.STRETCHING)
    desk.set(is_stretching=False)
    assert desk.state.sat_s == pytest.approx(0, abs=11)
    assert not desk.entries


def test_the_user_can_be_asked_whatever_asks_for_quiet() -> None:
    desk = Desk()
    desk.set(quiet=quiet(Quiet.DO_NOT_DISTURB))
    desk.work(50 * MINUTE)
    assert isinstance(desk.answer, Wait)
    desk.state = ask_anyway(desk.state, desk.options)
    assert desk.look() == Break(show=Show.ASK, nudge=1)


def test_a_reason_the_user_does_not_care_about_holds_nothing_back() -> None:
    desk = Desk(quiet_while=quiet(Quiet.CAMERA))
    desk.set(quiet=quiet(Quiet.DO_NOT_DISTURB, Quiet.ON_BATTERY))
    assert isinstance(desk.work(50 * MINUTE), Break)


def test_the_battery_counts_only_if_the_user_says_so() -> None:
    assert Quiet.ON_BATTERY not in BreakOptions().quiet_while


def test_a_break_that_was_begun_waits_for_no_answer_any_more() -> None:
    desk = due_desk()
    desk.show()
    desk.state = start(desk.state)
    desk.set(is_stretching=True)
    desk.work(2 * MINUTE)
    assert desk.entries == []


def test_whoever_works_late_can_be_reminded_for_the_rest_of_the_day() -> None:
    desk = Desk(wall=MONDAY.replace(hour=19))
    desk.work(50 * MINUTE)
    assert desk.answer.why is Why.OUTSIDE_HOURS
    desk.state = ask_anyway(desk.state, desk.options)
    assert desk.look() == Break(show=Show.ASK, nudge=1)
    desk.set_wall(MONDAY + timedelta(hours=24))  # the next day is as always
    assert desk.set_wall(MONDAY.replace(hour=19) + timedelta(days=1)).why is Why.OUTSIDE_HOURS


def test_a_break_that_is_asked_for_all_the_same_changes_no_working_hours() -> None:
    desk = Desk()
    desk.set(quiet=quiet(Quiet.FULL_SCREEN))
    desk.work(50 * MINUTE)
    desk.state = ask_anyway(desk.state, desk.options)
    assert desk.state.overtime == ""
    assert isinstance(desk.look(), Break)


def test_pressing_skip_again_and_again_leaves_out_one_break_and_not_a_day() -> None:
    desk = Desk()
    desk.work(20 * MINUTE)
    for _time in range(5):
        desk.take(skip(desk.state, desk.options))
    answer = desk.look()
    assert isinstance(answer, Wait)
    assert answer.in_s == 100 * MINUTE
