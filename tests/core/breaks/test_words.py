from datetime import UTC, datetime, timedelta
from gettext import NullTranslations

import pytest

from supple.core.breaks.answer import Answer, Break, Show, Wait, Warn, Why
from supple.core.breaks.facts import Quiet
from supple.core.breaks.words import (
    Told,
    duration_words,
    hours_words,
    moment_words,
    quiet_words,
    tell,
)

WORDS = NullTranslations()
NOW = datetime(2026, 5, 13, 14, 8, tzinfo=UTC)


def told(answer: Answer) -> Told:
    return tell(answer, NOW, 120, WORDS)


def test_the_next_break_is_told_with_its_time_and_distance() -> None:
    line = told(Wait(why=Why.SITTING, in_s=22 * 60, at=NOW + timedelta(minutes=22)))
    assert line == Told(
        "Desk break at 14:30",
        "in 22 minutes",
        "Next at 14:30",
        "Next desk break at 14:30, in 22 minutes.",
        "Next desk break at 14:30.",
    )


def test_a_call_is_named_and_that_the_question_comes_after_it() -> None:
    line = told(Wait(why=Why.QUIET, quiet=(Quiet.CAMERA, Quiet.MICROPHONE)))
    assert line.title == "Desk breaks wait"
    assert line.sentence == "Not now: the camera is in use. I'll ask when that ends."


def test_a_pause_says_until_when() -> None:
    until = NOW + timedelta(hours=1)
    line = told(Wait(why=Why.PAUSED, in_s=3600, at=until))
    assert (line.title, line.detail) == ("Desk breaks paused", "until 15:08")
    assert line.tray == "Breaks paused until 15:08"
    open_ended = told(Wait(why=Why.PAUSED))
    assert open_ended.detail == "until you turn them on"
    again = told(Wait(why=Why.PAUSED, is_reminder=True))
    assert again.sentence == "Desk breaks are still paused. Turn them on again?"


def test_a_waiting_break_is_told_with_its_length_or_what_holds_it() -> None:
    assert told(Break(show=Show.ASK, nudge=1)).detail == "2 minutes"
    assert told(Break(show=Show.SIGN)).sentence.endswith("Still here when you like.")
    held = told(Break(show=Show.SIGN, quiet=(Quiet.FULL_SCREEN,)))
    assert held.detail == "an app is full screen"
    hinted = told(Break(show=Show.ASK, nudge=1, often_skipped=True))
    assert hinted.sentence.endswith("You can make them rarer in Settings, Desk breaks.")


def test_a_break_that_is_near_is_told_as_soon() -> None:
    assert told(Warn(why=Why.SOON, in_s=60)).detail == "in 1 minute"
    typing = told(Warn(why=Why.TYPING, in_s=170))
    assert (typing.title, typing.detail) == ("Desk break soon", "when you pause")


def test_working_hours_tell_when_they_begin() -> None:
    line = told(Wait(why=Why.OUTSIDE_HOURS, at=NOW + timedelta(hours=19)))
    assert line.detail == "outside working hours"
    assert line.sentence == "Not now: outside working hours. They begin tomorrow at 09:08."
    never = told(Wait(why=Why.OUTSIDE_HOURS))
    assert "No working hours are set" in never.sentence


def test_a_break_to_come_tells_its_moment_as_it_is_said() -> None:
    today = told(Wait(why=Why.SITTING, in_s=600.0))
    assert today.sentence == "Next desk break at 14:18, in 10 minutes."
    late = told(Wait(why=Why.SITTING, in_s=10 * 3600.0))
    assert late.tray == "Next tomorrow at 00:08"


def test_nothing_more_before_the_work_ends_is_told_as_that() -> None:
    assert told(Wait(why=Why.SITTING)).tray == "No more breaks for now"


@pytest.mark.parametrize("why", Why)
def test_every_reason_has_words(why: Why) -> None:
    in_s = 300.0 if why is Why.LATER else None
    line = told(Wait(why=why, in_s=in_s, quiet=(Quiet.DO_NOT_DISTURB,)))
    assert line.title
    assert line.tray
    assert line.sentence.endswith((".", "?"))


@pytest.mark.parametrize("quiet", Quiet)
def test_every_reason_for_quiet_has_words(quiet: Quiet) -> None:
    assert quiet_words(quiet, WORDS)


def test_lengths_are_whole_minutes_and_never_none() -> None:
    assert duration_words(1, WORDS) == "1 minute"
    assert duration_words(89, WORDS) == "1 minute"
    assert duration_words(3600, WORDS) == "1 hour"
    assert duration_words(5460, WORDS) == "1 hour 31 minutes"


def test_a_moment_has_its_day_in_front_unless_it_is_today() -> None:
    assert moment_words(NOW, NOW, WORDS) == "14:08"
    assert moment_words(NOW + timedelta(days=1), NOW, WORDS) == "tomorrow at 14:08"
    assert moment_words(NOW + timedelta(days=5), NOW, WORDS) == "Monday at 14:08"


def test_working_hours_are_written_as_people_write_them() -> None:
    hours = "mon-thu 9:00-12:30 13:15-17:30; sat 10:00-12:00"
    told = "Mon-Thu 9:00-12:30 13:15-17:30; Sat 10:00-12:00".replace("-", "\u2013")
    assert hours_words(hours, WORDS) == told
