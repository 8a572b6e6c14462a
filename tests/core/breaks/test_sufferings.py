"""What users of other break programs suffer, each impossible here."""

from datetime import timedelta

import pytest

from supple.core.breaks.answer import Break, Show, Wait, Why
from supple.core.breaks.facts import Quiet
from supple.core.breaks.intents import (
    finish,
    pause,
    pause_for,
    told_of_pause,
)
from supple.core.breaks.state import Cause, Outcome, begin, seen_before
from tests.core.breaks.desk import HOUR, MINUTE, MONDAY, Desk, due_desk, quiet


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


@pytest.mark.parametrize(
    ("gone_s", "sat_s"), [(20, 2400), (180, 960), (600, 0), (-3600, 0)], ids=str
)
def test_a_restart_of_the_program_counts_by_how_long_it_was_closed(
    gone_s: float, sat_s: float
) -> None:
    before = Desk()
    before.work(40 * MINUTE)
    desk = Desk(wall=before.now.wall + timedelta(seconds=gone_s))
    desk.state = begin(desk.now, before=seen_before(before.state, is_end=True))
    desk.set(idle_s=0.0)
    assert desk.state.sat_s == pytest.approx(sat_s)
    assert [entry.cause for entry in desk.entries] == ([Cause.CLOSED] if gone_s > 120 else [])


def test_a_break_does_not_come_at_once_when_the_program_is_started() -> None:
    before = due_desk()
    desk = Desk(wall=before.now.wall)
    desk.state = begin(desk.now, before=seen_before(before.state, is_end=True))
    assert desk.look().why is Why.JUST_BACK


def test_whoever_is_still_away_when_the_program_starts_has_one_time_away() -> None:
    before = Desk()
    before.work(40 * MINUTE)
    desk = Desk(wall=before.now.wall + timedelta(seconds=HOUR))
    desk.state = begin(desk.now, before=seen_before(before.state, is_end=True))
    desk.leave(10 * MINUTE)
    desk.come_back()
    [entry] = desk.entries
    assert entry.cause is Cause.CLOSED
    assert entry.rest_s == pytest.approx(HOUR + 10 * MINUTE, abs=1)


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
