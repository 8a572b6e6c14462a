"""Desk breaks in real windows: asked, put off, taken, slept through, on two screens."""

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.display import display
from tests.e2e.monitors import two_monitors
from tests.e2e.office import BREAK, HOUR, MAIN, REMINDER, Office, eventually, office_on
from tests.e2e.typist import LETTER

pytestmark = pytest.mark.timeout(180)  # each waits for many things, on a busy machine


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with display() as shown, office_on(shown, tmp_path) as office:
        yield office


def test_a_reminder_asks_without_taking_the_focus_and_comes_again_later(office: Office) -> None:
    office.set_up()
    office.start("--tray")
    eventually(office.is_ready)
    assert office.sees(MAIN) == []
    before = office.focused()
    office.leap(HOUR)
    reminder = office.window(REMINDER)
    assert office.focused() == before
    x, y, width, height = office.geometry(reminder)
    assert (x + width > 1200, y + height > 800) == (True, True)
    office.photograph("reminder")
    office.click(reminder, 265, height - 38)  # In 10 min
    assert office.gone(REMINDER)
    eventually(lambda: office.outcomes() == [("postponed", "asked")])
    office.leap(5 * 60)
    assert office.sees(REMINDER) == []
    office.leap(6 * 60)
    assert office.window(REMINDER)


def test_start_on_the_reminder_begins_a_break_and_esc_ends_it(office: Office) -> None:
    office.set_up()
    office.start("--tray")
    eventually(office.is_ready)
    office.leap(HOUR)
    reminder = office.window(REMINDER)
    office.click(reminder, 170, office.geometry(reminder)[3] - 38)
    office.window(BREAK)
    assert office.gone(REMINDER)
    assert "a session is running" in office.supple("breaks", "status")
    eventually(lambda: office.focused().startswith("Desk break"))
    office.shown.press("Escape")
    assert office.gone(BREAK)
    # Closed before anything was done: later, not taken.
    eventually(lambda: office.outcomes() == [("postponed", "closed-at-once")])


def test_a_desk_break_that_opens_the_program_has_its_own_quiet_window(office: Office) -> None:
    office.set_up()
    office.start("start", "tiny")
    assert office.window(BREAK)
    eventually(lambda: office.outcomes() == [("taken", "by-hand")], 40)


def test_a_taken_break_asks_how_the_back_is_and_is_in_the_history(office: Office) -> None:
    office.set_up()
    office.start("--tray")
    eventually(office.is_ready)
    office.supple("break", "tiny")
    window = office.window(BREAK)
    eventually(lambda: office.outcomes() == [("taken", "by-hand")], 40)
    time.sleep(0.5)
    office.photograph("break-end")
    office.click(window, 84, 436)  # Better
    office.shown.press("Return")
    assert office.gone(BREAK)
    with closing(sqlite3.connect(office.home / "supple.db")) as history:
        [rating] = history.execute("SELECT kind, value FROM ratings").fetchall()
    assert rating == ("break", "better")


def test_a_break_without_a_running_program_ends_with_its_window(office: Office) -> None:
    office.set_up()
    office.start("break", "tiny")
    office.window(BREAK)
    assert office.sees(MAIN) == []
    office.shown.press("Escape")
    assert office.program is not None
    assert office.program.wait(10) == 0


def test_the_keys_of_somebody_who_types_never_go_to_a_reminder(
    office: Office, tmp_path: Path
) -> None:
    office.set_up(breaks__typing_pause=True)
    office.start("--tray")
    letter = tmp_path / "letter"
    command = [sys.executable, "-m", "tests.e2e.typist", str(letter)]
    with subprocess.Popen(command, env=office.environment) as typist:
        eventually(lambda: office.focused() == LETTER)
        eventually(office.is_ready)
        text = "the quick brown fox jumps over the lazy dog " * 30
        typing = ["xdotool", "type", "--delay", "80", text]
        with subprocess.Popen(typing, env=office.environment) as keys:
            eventually(letter.exists)
            office.leap(50 * 60)
            eventually(lambda: "when you pause" in office.supple("breaks", "status"))
            assert office.sees(REMINDER) == []
            office.leap(3 * 60)  # it waits three minutes for a pause, not for ever
            office.window(REMINDER)
            typed = len(letter.read_text())
            eventually(lambda: len(letter.read_text()) > typed + 10)
            assert office.focused() == LETTER
            assert office.sees(REMINDER)
            keys.terminate()
        assert text.startswith(letter.read_text())
        typist.terminate()


def test_no_reminder_comes_straight_after_waking(office: Office) -> None:
    office.set_up()
    office.start("--tray")
    eventually(office.is_ready)
    office.leap(49 * 60)
    office.sleep(100)
    assert "comes in 1 minute" in office.supple("breaks", "status")
    office.leap(70)
    assert "you've just come back" in office.supple("breaks", "status")
    assert office.sees(REMINDER) == []
    office.leap(60)
    assert office.window(REMINDER)


def test_a_break_does_not_freeze_when_the_computer_sleeps_in_the_middle(office: Office) -> None:
    office.set_up()
    office.start("--tray")
    eventually(office.is_ready)
    office.supple("break", "tiny")
    office.window(BREAK)
    eventually(lambda: office.focused().startswith("Desk break"))
    office.sleep(8 * HOUR)
    time.sleep(2.5)  # longer than the clocks are looked at
    office.photograph("break-after-a-night")
    assert office.outcomes() == []
    office.shown.press("space")  # go on; had it not paused, this would pause it
    eventually(lambda: office.outcomes()[-1:] == [("taken", "by-hand")], 40)


def test_a_logout_ends_the_program_and_the_sitting_goes_on_at_the_next_start(
    office: Office,
) -> None:
    office.set_up()
    office.start("--tray")
    eventually(office.is_ready)
    office.leap(30 * 60)
    assert office.program is not None
    office.program.terminate()
    assert office.program.wait(10) == 0
    office.start("--tray")
    eventually(office.is_ready)
    assert "in 20 minutes" in office.supple("breaks", "status")


def test_a_break_that_was_slept_through_stands_paused(office: Office) -> None:
    office.set_up()
    office.start("--tray")
    eventually(office.is_ready)
    office.supple("break", "desk-break-2")
    office.window(BREAK)
    assert office.program is not None
    time.sleep(2)
    office.program.send_signal(signal.SIGSTOP)
    time.sleep(7)
    office.program.send_signal(signal.SIGCONT)
    time.sleep(3)
    office.photograph("break-after-sleep")
    assert office.outcomes() == []
    assert office.sees(BREAK)
    office.shown.press("Escape")
    assert office.gone(BREAK)


def test_a_full_screen_break_covers_both_screens_and_esc_frees_them(tmp_path: Path) -> None:
    with (
        display("1600x900") as shown,
        two_monitors(shown.name, 900, 700),
        office_on(shown, tmp_path) as office,
    ):
        office.set_up(breaks__full_screen=True)
        office.start("--tray")
        eventually(office.is_ready)
        subprocess.run(["xdotool", "mousemove", "1200", "300"], env=office.environment, check=True)
        office.supple("break", "desk-break-2")
        eventually(lambda: len(office.sees(BREAK)) == 2)
        time.sleep(1)
        office.photograph("two-screens")
        places = sorted(office.geometry(each) for each in office.sees(BREAK))
        assert places == [(0, 0, 900, 900), (900, 0, 700, 900)]
        break_window = [each for each in office.sees("Desk break.*") if office.geometry(each)[0]]
        assert break_window
        office.shown.press("Escape")
        assert office.gone(BREAK)


def test_a_reminder_comes_where_the_person_is_and_leaves_a_screen_that_goes(
    tmp_path: Path,
) -> None:
    with (
        display("1600x900") as shown,
        two_monitors(shown.name, 900, 700) as unplug,
        office_on(shown, tmp_path) as office,
    ):
        office.set_up()
        subprocess.run(["xdotool", "mousemove", "1200", "300"], env=office.environment, check=True)
        office.start("--tray")
        eventually(office.is_ready)
        office.leap(HOUR)
        reminder = office.window(REMINDER)
        x, _y, width, _height = office.geometry(reminder)
        assert x > 900
        assert x + width <= 1600
        subprocess.run(["xdotool", "mousemove", "300", "300"], env=office.environment, check=True)
        unplug()
        eventually(lambda: sum(office.geometry(reminder)[::2]) <= 900)
        office.photograph("unplugged")


def test_a_break_on_all_screens_goes_on_when_one_of_them_goes(tmp_path: Path) -> None:
    with (
        display("1600x900") as shown,
        two_monitors(shown.name, 900, 700) as unplug,
        office_on(shown, tmp_path) as office,
    ):
        office.set_up(breaks__full_screen=True)
        office.start("--tray")
        eventually(office.is_ready)
        subprocess.run(["xdotool", "mousemove", "300", "300"], env=office.environment, check=True)
        office.supple("break", "desk-break-2")
        eventually(lambda: len(office.sees(BREAK)) == 2)
        unplug()
        eventually(lambda: len(office.sees(BREAK)) == 1)
        assert office.geometry(office.window(BREAK))[:3] == (0, 0, 900)
        office.shown.press("Escape")
        assert office.gone(BREAK)
