from datetime import UTC, datetime, timedelta

import pytest

from supple.core.breaks.answer import Break, Show, Wait, Warn, Why
from supple.core.breaks.facts import Quiet
from supple.core.breaks.intents import (
    ask_anyway,
    finish,
    later,
    pause,
    pause_for,
    resume,
    skip,
    told_of_pause,
)
from supple.core.breaks.options import BreakOptions, Span
from supple.core.breaks.policy import wants_surroundings
from supple.core.breaks.state import Cause, Outcome
from tests.core.breaks.desk import HOUR, MINUTE, MONDAY, Desk, quiet


def due_desk() -> Desk:
    """A desk at which a break has just come due."""
    desk = Desk()
    desk.work(50 * MINUTE)
    assert desk.state.ask is not None
    return desk


# --- the sufferings of other programs ---------------------------------------------------------


def test_no_break_comes_straight_after_waking_the_computer() -> None:
    desk = due_desk()
    assert isinstance(desk.answer, Break)
    answer = desk.sleep(60)
    assert isinstance(answer, Wait)
    assert answer.why is Why.JUST_BACK
    assert isinstance(desk.work(119), Wait)
    assert isinstance(desk.work(1), Break)


def test_after_a_night_of_sleep_the_full_interval_begins_anew() -> None:
    desk = due_desk()
    desk.sleep(12 * HOUR)
    desk.set_wall(MONDAY + timedelta(days=1))
    assert desk.state.sat_s == 0
    answer = desk.answer
    assert isinstance(answer, Wait)
    assert (answer.why, answer.in_s) == (Why.SITTING, 50 * MINUTE)


def test_sleep_is_seen_without_any_signal() -> None:
    desk = Desk()
    desk.work(30 * MINUTE)
    desk.sleep(6 * MINUTE)
    assert desk.state.sat_s == 0
    assert desk.entries[-1].outcome is Outcome.NATURAL
    assert desk.entries[-1].cause is Cause.ASLEEP
    assert desk.entries[-1].rest_s == pytest.approx(6 * MINUTE)


@pytest.mark.parametrize("seconds", [5, 60, 119])
def test_a_brief_lock_does_not_restart_the_timer(seconds: float) -> None:
    desk = Desk()
    desk.work(40 * MINUTE)
    desk.set(is_locked=True)
    desk.leave(seconds)
    assert desk.answer == Wait(why=Why.LOCKED)
    desk.set(is_locked=False, idle_s=0.0)
    assert desk.state.sat_s == pytest.approx(40 * MINUTE)
    assert not desk.entries


def test_a_real_pause_is_a_real_pause() -> None:
    desk = Desk()
    desk.work(40 * MINUTE)
    desk.leave(5 * MINUTE)
    desk.come_back()
    assert desk.state.sat_s == pytest.approx(0, abs=1)
    assert [(entry.outcome, entry.cause) for entry in desk.entries] == [
        (Outcome.NATURAL, Cause.IDLE)
    ]


def test_time_away_counts_in_proportion_to_its_length() -> None:
    desk = Desk()
    desk.work(40 * MINUTE, idle_s=0.0)
    desk.leave(3 * MINUTE)
    desk.come_back()
    assert desk.state.sat_s == pytest.approx(40 * MINUTE * (1 - 3 / 5), abs=5)


def test_a_countdown_never_leads_into_the_past() -> None:
    desk = due_desk()
    for passed_s in (0, 1, 30, 59.999, 60, 600, HOUR):
        answer = desk.work(passed_s)
        assert not isinstance(answer, Wait) or answer.in_s is None or answer.in_s > 0
        assert desk.next_look_s() > 0


def test_setting_the_clock_back_or_forth_changes_no_countdown() -> None:
    desk = Desk(wall=MONDAY.replace(hour=12))
    desk.work(20 * MINUTE)
    for change in (timedelta(hours=-1), timedelta(hours=2), timedelta(minutes=-61)):
        answer = desk.set_wall(desk.now.wall + change)
        assert isinstance(answer, Wait)
        assert answer.in_s == 30 * MINUTE


@pytest.mark.parametrize(
    "reason", [Quiet.CAMERA, Quiet.MICROPHONE, Quiet.SCREEN_SHARED, Quiet.PRESENTING]
)
def test_no_break_comes_on_top_of_a_call_or_a_presentation(reason: Quiet) -> None:
    desk = Desk()
    desk.work(40 * MINUTE)
    desk.set(quiet=quiet(reason))
    for _minute in range(3 * 60):
        answer = desk.work(MINUTE)
        assert not (isinstance(answer, Break) and answer.show is Show.ASK)
    answer = desk.set(quiet=quiet())
    assert answer == Break(show=Show.ASK, nudge=1)


def test_a_call_that_begins_takes_the_reminder_away_and_it_comes_again() -> None:
    desk = due_desk()
    desk.show()
    assert desk.set(quiet=quiet(Quiet.CAMERA)) == Wait(why=Why.QUIET, quiet=(Quiet.CAMERA,))
    desk.work(10 * MINUTE)
    assert desk.set(quiet=quiet()) == Break(show=Show.ASK, nudge=1)


def test_listening_in_a_call_without_touching_anything_is_sitting() -> None:
    desk = Desk()
    desk.work(10 * MINUTE)
    desk.set(quiet=quiet(Quiet.MICROPHONE))
    for _minute in range(20):
        desk.leave(MINUTE)
    assert desk.state.sat_s == pytest.approx(30 * MINUTE)
    desk.set(quiet=quiet())
    desk.leave(5 * MINUTE)  # the call is over, and everybody walks off
    desk.come_back()
    assert desk.state.sat_s == pytest.approx(0, abs=1)


def test_a_full_screen_window_cannot_hold_a_break_for_ever() -> None:
    desk = Desk()
    desk.set(quiet=quiet(Quiet.FULL_SCREEN))
    desk.work(50 * MINUTE)
    assert desk.answer == Wait(why=Why.QUIET, quiet=(Quiet.FULL_SCREEN,))
    assert isinstance(desk.work(19 * MINUTE), Wait)
    assert desk.work(MINUTE) == Break(show=Show.SIGN, quiet=(Quiet.FULL_SCREEN,))
    assert isinstance(desk.set(quiet=quiet()), Break)


def test_a_microphone_that_is_never_let_go_cannot_hold_a_break_for_ever() -> None:
    desk = Desk()
    desk.set(quiet=quiet(Quiet.MICROPHONE, Quiet.FULL_SCREEN))
    desk.work(50 * MINUTE)
    assert isinstance(desk.work(59 * MINUTE), Wait)
    answer = desk.work(MINUTE)
    assert answer == Break(show=Show.SIGN, quiet=(Quiet.MICROPHONE, Quiet.FULL_SCREEN))


def test_a_forgotten_pause_ends_by_itself() -> None:
    desk = due_desk()
    desk.state = pause_for(desk.state, HOUR)
    assert desk.answer == Wait(
        why=Why.PAUSED, in_s=HOUR, at=desk.now.wall + timedelta(seconds=HOUR)
    )
    assert desk.next_look_s() <= HOUR
    assert isinstance(desk.work(HOUR - 1), Wait)
    desk.work(1)
    assert desk.state.pause is None
    assert desk.answer.why is Why.JUST_BACK
    assert isinstance(desk.work(2 * MINUTE), Break)


def test_a_pause_is_not_made_longer_by_setting_the_clock_back() -> None:
    desk = Desk()
    desk.state = pause_for(desk.state, HOUR)
    desk.set_wall(MONDAY - timedelta(days=7))
    desk.work(HOUR)
    assert desk.state.pause is None


def test_a_pause_without_an_end_is_told_once_on_every_new_day() -> None:
    desk = Desk()
    desk.state = pause(desk.state, None)
    assert desk.answer == Wait(why=Why.PAUSED)
    desk.set_wall(MONDAY + timedelta(days=1))
    assert desk.answer == Wait(why=Why.PAUSED, is_reminder=True)
    desk.state = told_of_pause(desk.state)
    assert desk.answer == Wait(why=Why.PAUSED)


def test_what_was_not_done_is_not_counted_as_taken() -> None:
    desk = due_desk()
    desk.set(is_stretching=True)
    desk.work(3)
    desk.set(is_stretching=False)
    desk.take(finish(desk.state, desk.options, done_s=0, planned_s=120))
    assert desk.entries[-1].outcome is Outcome.POSTPONED
    assert desk.entries[-1].cause is Cause.CLOSED_AT_ONCE
    assert desk.state.sat_s >= 50 * MINUTE
    assert desk.answer.why is Why.LATER


def test_a_part_of_a_break_counts_in_part() -> None:
    desk = due_desk()
    desk.take(finish(desk.state, desk.options, done_s=30, planned_s=120))
    assert desk.entries[-1].outcome is Outcome.SHORTENED
    assert desk.entries[-1].rest_s == 30
    assert desk.state.sat_s == pytest.approx(37.5 * MINUTE)


def test_a_taken_break_is_remembered_with_the_sitting_before_it() -> None:
    desk = due_desk()
    desk.work(2 * MINUTE)
    desk.take(finish(desk.state, desk.options, done_s=120, planned_s=120))
    entry = desk.entries[-1]
    assert (entry.outcome, entry.cause) == (Outcome.TAKEN, Cause.ASKED)
    assert entry.sitting_s == pytest.approx(52 * MINUTE)
    assert entry.due == MONDAY + timedelta(minutes=50)
    assert (desk.state.sat_s, desk.state.sitting_s, desk.state.ask) == (0, 0, None)


# --- the way to a break -----------------------------------------------------------------------


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
    assert desk.next_look_s() == 60
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
    desk.state = ask_anyway(desk.state)
    assert desk.look() == Break(show=Show.ASK, nudge=1)


def test_a_reason_the_user_does_not_care_about_holds_nothing_back() -> None:
    desk = Desk(quiet_while=quiet(Quiet.CAMERA))
    desk.set(quiet=quiet(Quiet.DO_NOT_DISTURB, Quiet.ON_BATTERY))
    assert isinstance(desk.work(50 * MINUTE), Break)


def test_the_battery_counts_only_if_the_user_says_so() -> None:
    assert Quiet.ON_BATTERY not in BreakOptions().quiet_while


# --- hours, pauses, switches ------------------------------------------------------------------


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
    assert ask_anyway(desk.state) == desk.state
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


# --- when to look -----------------------------------------------------------------------------


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


def test_looks_are_close_together_while_a_pause_in_typing_is_waited_for() -> None:
    desk = Desk()
    desk.work(50 * MINUTE, idle_s=0.0)
    assert desk.next_look_s() == 1.5


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
