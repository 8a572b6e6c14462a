"""`supple play` at a real terminal: a person's keys."""

import os
import pty
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.program import COMMAND, environment, supple


class Terminal:
    """A program at a pseudo-terminal."""

    def __init__(self, process: subprocess.Popen[bytes], handle: int) -> None:
        self.process = process
        self._handle = handle
        self.text = ""
        self.before = ""  # what was shown before the words last waited for

    def press(self, key: str) -> None:
        os.write(self._handle, key.encode())

    def wait_for(self, words: str, seconds: float = 15) -> None:
        """Read until the words were shown since the last call."""
        end = time.monotonic() + seconds
        while words not in self.text:
            ready, _, _ = select.select([self._handle], [], [], end - time.monotonic())
            assert ready, f"{words!r} was not shown: {self.text}"
            self.text += os.read(self._handle, 4096).decode()
        self.before, self.text = self.text.split(words, 1)


@contextmanager
def terminal(*arguments: str, home: Path) -> Iterator[Terminal]:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(home),
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield Terminal(process, ours)
    finally:
        process.kill()
        process.wait(10)
        os.close(ours)


def through_the_questions(shown: Terminal) -> None:
    """A new person says that no warning sign fits: first the emergencies, then the others."""
    shown.wait_for("This is general guidance, not medical advice. Stop if anything hurts.")
    for _ in range(2):
        shown.wait_for("Does any of these fit?")
        shown.press("n")


def test_keys_pause_go_on_skip_and_stop(supple_home: Path) -> None:
    with terminal("play", "desk-break-2", "--no-voice", home=supple_home) as shown:
        through_the_questions(shown)
        shown.wait_for("Space pauses")
        shown.wait_for("Get ready, Sit-tall reset")
        shown.press(" ")
        shown.wait_for("Paused")
        shown.press(" ")
        shown.wait_for("Going on")
        shown.press("n")
        shown.wait_for("Sit-tall reset")
        shown.press("n")
        shown.wait_for("Skipped")
        shown.press("q")
        shown.wait_for("0 holds")
        assert shown.process.wait(10) == 0


@contextmanager
def hurting(home: Path) -> Iterator[Terminal]:
    """A session in which somebody has just said that it hurts."""
    with terminal("play", "desk-break-2", "--no-voice", home=home) as shown:
        through_the_questions(shown)
        shown.wait_for("Get ready, Sit-tall reset")
        shown.press("h")
        shown.wait_for("Stopped")
        shown.wait_for("What did you feel?")
        shown.wait_for("q stops for today")
        yield shown


def test_it_hurts_stops_asks_and_ends_on_a_sharp_pain(supple_home: Path) -> None:
    with hurting(supple_home) as shown:
        shown.press("2")
        shown.wait_for("Stopping was the right choice.")
        shown.wait_for("Does any of these fit?")
        shown.press("n")
        assert shown.process.wait(10) == 0


def test_a_sign_that_needs_help_closes_everything(supple_home: Path) -> None:
    with hurting(supple_home) as shown:
        shown.press("3")
        shown.wait_for("Walk a few steps. If it stays, call a doctor.")
        shown.wait_for("Numb between the legs")
        shown.wait_for("Does any of these fit?")
        shown.press("y")
        shown.wait_for("emergency")
        assert shown.process.wait(10) == 0
    assert supple("play", "desk-break-2", home=supple_home).returncode == 1


def test_too_strong_offers_a_softer_form_and_goes_on_with_it(supple_home: Path) -> None:
    with hurting(supple_home) as shown:
        shown.press("1")
        shown.wait_for("We'll go gentler.")
        shown.wait_for("s softer version, n skip this stretch, q stop for today")
        shown.press("m")  # is not offered here, so nothing happens
        shown.press("s")
        shown.wait_for("Going on.")
        shown.wait_for("Sit-tall reset")
        shown.press("q")
        assert shown.process.wait(10) == 0


def test_a_cramp_begins_the_step_again(supple_home: Path) -> None:
    with hurting(supple_home) as shown:
        shown.press("6")
        shown.wait_for("r start again when it has passed, n skip this stretch, q stop for today")
        shown.press("r")
        shown.wait_for("Going on.")
        shown.wait_for("Get ready, Sit-tall reset")
        shown.press("q")
        assert shown.process.wait(10) == 0


def test_a_key_pressed_by_mistake_goes_on_at_once(supple_home: Path) -> None:
    with hurting(supple_home) as shown:
        shown.press("x")  # means nothing
        shown.press(" ")
        shown.wait_for("Going on.")
        shown.press("h")
        shown.wait_for("q stops for today")
        shown.press("q")
        assert shown.process.wait(10) == 0


def test_keys_that_move_a_cursor_mean_nothing(supple_home: Path) -> None:
    with terminal("play", "desk-break-2", "--no-voice", home=supple_home) as shown:
        through_the_questions(shown)
        shown.wait_for("Get ready, Sit-tall reset")
        for sequence in ("\x1b[H", "\x1bOH", "\x1b[F", "\x1b[A", "\x1b[1;5B", "\x1b[3~", "\x1b"):
            shown.press(sequence)
        shown.press(" ")
        shown.wait_for("Paused")
        assert "Stopped" not in shown.before
        assert "Get ready" not in shown.before
        shown.press("q")
        assert shown.process.wait(10) == 0


def test_a_session_that_was_cut_off_is_resumed_on_yes(supple_home: Path) -> None:
    with terminal("play", "desk-break-2", "--speed", "40", "--no-voice", home=supple_home) as shown:
        through_the_questions(shown)
        shown.wait_for("Desk stretch, one leg, right leg, set 1 of 2")
        shown.process.kill()
    with terminal(
        "play", "desk-break-2", "--speed", "100", "--no-voice", home=supple_home
    ) as shown:
        through_the_questions(shown)
        shown.wait_for("You stopped half-way today in Desk break, 2 minutes.")
        shown.wait_for("Go on there?")
        shown.press("y")
        shown.wait_for("right leg")
        shown.wait_for("5 holds")
        assert shown.process.wait(10) == 0
