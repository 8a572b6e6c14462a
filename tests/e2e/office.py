"""Somebody at a desk: the real program on a display of its own, on a clock that leaps."""

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

from supple.app.container import Container
from supple.core.plan.screening import Answers
from tests.e2e.display import Display
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


def eventually(what: Callable[[], Any], within_s: float = 40.0) -> Any:
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
        self._clock = home / "clock"
        self._began, self._ahead_s, self._slept_s = time.monotonic(), 0.0, 0.0
        self._set_clock()
        self.program: subprocess.Popen[bytes] | None = None

    def set_up(self, **settings: float | str) -> None:
        with Container({"SUPPLE_HOME": str(self.home), "LANG": "C"}) as app:
            chosen = {
                "welcome.consented": True,
                "welcome.page": "done",
                "breaks.on": True,
                "window.told_no_tray": True,
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
        command = [sys.executable, "-m", "tests.e2e.leaping", str(self._clock), *arguments]
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
        self._ahead_s += seconds
        self._set_clock()
        self.supple("breaks", "resume")

    def hurry(self, what: Callable[[], Any], within_s: float = 40.0) -> Any:
        """The first true value of `what`, while a session runs at three times its speed."""
        end = time.monotonic() + within_s
        while not (found := what()):
            assert time.monotonic() < end, "it did not happen in time"
            time.sleep(1.0)  # a session looks at the clock once a second, and pauses after a gap
            self._ahead_s += 2.0
            self._set_clock()
        return found

    def sleep(self, seconds: float) -> None:
        """Let the computer sleep; nobody tells the program."""
        self._slept_s += seconds
        self._set_clock()

    def _set_clock(self) -> None:
        """Write the file whole or not at all: the program reads it at any moment."""
        new = self._clock.with_suffix(".new")
        new.write_text(f"{self._began} {self._ahead_s} {self._slept_s}")
        new.replace(self._clock)

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
def office_on(shown: Display, home: Path, bus: str = "") -> Iterator[Office]:
    root = Path(__file__).parents[2]
    environment = {
        **shown.environment,
        "SUPPLE_HOME": str(home),
        "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)]),
        "LANG": "C",
    }
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    if bus:
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
    office = Office(home, shown, environment)
    try:
        yield office
    finally:
        if office.program is not None:
            office.program.send_signal(signal.SIGCONT)
            office.program.terminate()
            office.program.wait(10)
