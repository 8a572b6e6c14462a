"""Desk breaks in real windows: asked, put off, taken, slept through, on two screens."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from supple.app.container import Container
from supple.core.plan.screening import Answers
from tests.e2e.display import Display, display
from tests.e2e.monitors import two_monitors
from tests.e2e.program import COMMAND

REMINDER, BREAK, MAIN = "Supple reminder", "Desk break.*", "Supple"
HOUR = 3600.0
TINY = """
format = 1
id = "tiny"
name = "Tiny"
card = "Short."
when = "At work."
places = ["desk"]
needs = "Office chair."
use = "desk-break"
counts_for_plan = false
scales_with_plan = false
steps = [
  { part = "main", exercise = "posture-sit-tall", reps = 1, sets = 1, get_ready_s = 0 },
]
"""


def eventually(what: Callable[[], Any], within_s: float = 15.0) -> Any:
    """The first true value of `what`."""
    end = time.monotonic() + within_s
    while not (found := what()):
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)
    return found


class Office:
    """Somebody at a desk with Supple in the tray, on a clock that leaps."""

    def __init__(self, home: Path, shown: Display, environment: dict[str, str]) -> None:
        self.home = home
        self.shown = shown
        self.environment = environment
        self.ahead = home / "ahead"
        self.ahead.write_text("0")
        self.program: subprocess.Popen[bytes] | None = None

    def set_up(self, **settings: float | str) -> None:
        with Container({"SUPPLE_HOME": str(self.home), "LANG": "C"}) as app:
            chosen = {
                "welcome.consented": True,
                "welcome.page": "done",
                "breaks.on": True,
                "breaks.typing_pause": False,
                "appearance.motion": "reduced",
                **{name.replace("__", "."): value for name, value in settings.items()},
            }
            for key, value in chosen.items():
                app.change_setting(key, value)
            app.safety.answer(Answers())
            (self.home / "routines").mkdir(exist_ok=True)
            (self.home / "routines" / "tiny.toml").write_text(TINY)

    def start(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "tests.e2e.leaping", str(self.ahead), *arguments]
        self.program = subprocess.Popen(command, env=self.environment)

    def supple(self, *arguments: str) -> str:
        """Ask the running program as another start of it does."""
        asked = subprocess.run(
            [*COMMAND, *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        return asked.stdout + asked.stderr

    def is_ready(self) -> bool:
        return "Next desk break" in self.supple("breaks", "status")

    def leap(self, seconds: float) -> None:
        """Let working time pass at once, and have the program look."""
        self.ahead.write_text(str(float(self.ahead.read_text()) + seconds))
        self.supple("breaks", "resume")

    def photograph(self, name: str) -> None:
        """Keep a picture of the whole screen where the tests' caller wants them."""
        if folder := os.environ.get("SUPPLE_TEST_PICTURES"):
            self.shown.photograph(Path(folder) / f"{name}.png")

    def sees(self, title: str) -> list[str]:
        return self.shown.windows(title)

    def window(self, title: str) -> str:
        return str(eventually(lambda: self.sees(title))[-1])

    def gone(self, title: str) -> bool:
        eventually(lambda: not self.sees(title))
        return True

    def click(self, window: str, x: int, y: int) -> None:
        move = ["mousemove", "--window", window, str(x), str(y), "click", "1"]
        subprocess.run(["xdotool", *move], env=self.environment, check=True, timeout=10)

    def geometry(self, window: str) -> tuple[int, ...]:
        """Left, top, width and height on the whole screen."""
        told = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", window],
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=10,
        ).stdout
        values = dict(line.split("=") for line in told.split())
        return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def focused(self) -> str:
        told = subprocess.run(
            ["xdotool", "getwindowfocus", "getwindowname"],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=10,
        )
        return told.stdout.strip()

    def outcomes(self) -> list[tuple[str, str]]:
        """What became of breaks so far, and why, as the database has it."""
        with closing(sqlite3.connect(self.home / "supple.db")) as history:
            found = history.execute("SELECT outcome, reason FROM breaks ORDER BY id").fetchall()
        return [(str(outcome), str(reason)) for outcome, reason in found]


@contextmanager
def office_on(shown: Display, home: Path) -> Iterator[Office]:
    root = Path(__file__).parents[2]
    environment = {
        **shown.environment,
        "SUPPLE_HOME": str(home),
        "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)]),
        "LANG": "C",
    }
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    office = Office(home, shown, environment)
    try:
        yield office
    finally:
        if office.program is not None:
            office.program.send_signal(signal.SIGCONT)
            office.program.terminate()
            office.program.wait(10)


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
