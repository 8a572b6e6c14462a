"""A session followed in the real window, spoken by the real engine, heard through a null sink."""

import sqlite3
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from supple.app.container import Container
from supple.core.plan.screening import Answers
from tests.audio import Recording, null_sink
from tests.e2e.display import Display, display
from tests.e2e.program import COMMAND, environment

RELEASE_S = 0.150
OWN = """
id = "short"
name = "Short"
[[steps]]
part = "main"
exercise = "chair-forward-fold"
hold_s = 5
sets = 2
get_ready_s = 5
rest_s = 5
"""


def until(happened: Callable[[], object], seconds: float) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError(f"{happened} did not happen in {seconds} s")
        time.sleep(0.05)


def rows(home: Path, query: str) -> list[tuple[Any, ...]]:
    """What the database holds, as another program sees it."""
    if not (home / "supple.db").exists():
        return []
    connection = sqlite3.connect(home / "supple.db")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def is_over(home: Path) -> bool:
    return bool(rows(home, "SELECT * FROM sessions WHERE outcome <> 'open'"))


def settle(home: Path) -> None:
    """Answer today all that is asked before a first session: nothing fits."""
    with Container({"SUPPLE_HOME": str(home)}) as app:
        app.change_setting("welcome.consented", True)
        app.change_setting("welcome.page", "done")
        app.safety.answer(Answers())


def follow(routine: str, home: Path, screen: Display, seconds: float) -> Recording:
    """Start the window in a routine, press Space, and listen until the session is over."""
    with null_sink() as sink, sink.record() as heard:
        program = subprocess.Popen(
            [*COMMAND, "start", routine],
            env={**environment(home), **sink.environment, **screen.environment,
                 "SUPPLE_HOME": str(home)},
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            until(lambda: screen.windows("Supple"), 30)
            time.sleep(1.5)  # the window is there a moment before it takes keys
            screen.press("space")
            until(lambda: is_over(home), seconds)
            heard.wait_until(time.monotonic() + 1)
        finally:
            program.terminate()
            program.wait(10)
    return heard


def assert_releases_are_heard(home: Path, heard: Recording) -> None:
    """The first sound after the end of each hold, its release, is there within 150 ms."""
    offset = datetime.now(UTC).timestamp() - time.monotonic()
    ends = rows(home, "SELECT ended_utc FROM session_steps WHERE kind = 'hold'")
    assert ends
    for (text,) in ends:
        end = datetime.fromisoformat(text).timestamp() - offset
        # "One." was said a second before; what sounds from here on is the release.
        begun = [sound.begin_s for sound in heard.sounds(end - 0.25, gap_s=0.02)]
        assert begun, text
        assert begun[0] - end <= RELEASE_S, f"release {1000 * (begun[0] - end):.0f} ms late"


def test_a_short_session_is_heard_on_time_in_the_real_window(supple_home: Path) -> None:
    own = supple_home / "routines"
    own.mkdir(parents=True, mode=0o700)
    (own / "short.toml").write_text(OWN)
    settle(supple_home)
    with display() as screen:
        heard = follow("short", supple_home, screen, 50)
    assert rows(supple_home, "SELECT outcome, holds_done FROM sessions") == [("completed", 2)]
    assert_releases_are_heard(supple_home, heard)


@pytest.mark.long
@pytest.mark.timeout(1500)
def test_a_full_home_session_is_heard_on_time_in_the_real_window(supple_home: Path) -> None:
    settle(supple_home)
    with display() as screen:
        heard = follow("full-home", supple_home, screen, 1400)
    assert rows(supple_home, "SELECT outcome FROM sessions") == [("completed",)]
    assert_releases_are_heard(supple_home, heard)
