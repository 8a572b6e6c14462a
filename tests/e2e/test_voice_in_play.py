"""A session does not depend on its voice: the same events with a living one and with a dead one."""

import json
import os
import signal
import statistics
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.audio import null_sink, quiet_environment
from tests.e2e.program import COMMAND, environment, events, speech_child

LATE_S = 0.05
OWN = """
id = "short"
name = "Short"
steps = [
  { part = "main", exercise = "desk-chair-stretch-single", hold_s = 5, sets = 1, get_ready_s = 5 },
]
"""


def begin(home: Path, sound: Mapping[str, str], routine: str = "short") -> subprocess.Popen[str]:
    """A session at its real speed, with a voice wanted."""
    own = home / "routines"
    own.mkdir(parents=True, mode=0o700)
    (own / "short.toml").write_text(OWN)
    return subprocess.Popen(
        [*COMMAND, "play", routine, "--voice", "--json"],
        env={**environment(home), **sound, "SUPPLE_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def without_the_voice(event: dict[str, Any]) -> dict[str, Any]:
    """An event without what may differ: whether it was spoken, and the session's own id.

    Lines shared by all exercises are drawn anew in every session.
    """
    return {
        key: value for key, value in event.items() if key not in ("spoken", "session_id", "text")
    }


def test_the_events_are_the_same_with_a_living_voice_and_with_a_dead_one(tmp_path: Path) -> None:
    with null_sink() as sink:
        runs = [
            begin(tmp_path / "living", sink.environment),
            begin(tmp_path / "dead", quiet_environment(tmp_path)),
        ]
        (living_told, said), (dead_told, complained) = (run.communicate(timeout=50) for run in runs)
    living, dead = events(living_told), events(dead_told)
    assert [without_the_voice(event) for event in living] == [
        without_the_voice(event) for event in dead
    ]
    spoken = [event["spoken"] for event in living if event["event"] == "cue"]
    assert spoken
    assert set(spoken) == {True}
    assert False in {event["spoken"] for event in dead if event["event"] == "cue"}
    assert "sound device" not in said
    assert complained.count("The sound device went away.") == 1


class Session:
    """A running session, and its events with the seconds since its start at which they came."""

    def __init__(self, run: subprocess.Popen[str]) -> None:
        self.run = run
        self.told: list[tuple[float, dict[str, Any]]] = []
        self.began_s = 0.0

    def until(self, moment_s: float) -> None:
        """Read all events up to a moment of the session."""
        assert self.run.stdout is not None
        for line in self.run.stdout:
            event = json.loads(line)
            now_s = time.monotonic()
            self.began_s = self.began_s or now_s - event["t"]
            self.told.append((now_s - self.began_s, event))
            if event["t"] >= moment_s:
                return

    def spoken(self, since_s: float) -> set[bool | str]:
        return {e["spoken"] for _, e in self.told if e["event"] == "cue" and e["t"] > since_s}


def assert_the_clock_never_waited(session: Session) -> None:
    ended = [event for _, event in session.told if event["event"] == "step-ended"]
    assert all(each["outcome"] == "done" for each in ended)
    assert all(abs(each["actual_s"] - each["seconds"]) < 0.02 for each in ended)
    assert session.told[-1][1]["outcome"] == "completed"
    assert statistics.median(told_s - event["t"] for told_s, event in session.told) < LATE_S
    assert max(told_s - event["t"] for told_s, event in session.told) < 10 * LATE_S


@pytest.mark.long
@pytest.mark.timeout(300)
def test_a_session_goes_on_whatever_happens_to_its_voice(tmp_path: Path) -> None:
    """Three minutes: the child killed, then wedged, then the sound server gone and back."""
    with null_sink() as sink:
        session = Session(begin(tmp_path / "home", sink.environment, "desk-break-3"))
        session.until(8)
        os.kill(speech_child(session.run), signal.SIGKILL)
        session.until(35)
        assert session.spoken(20) <= {True, "dropped"}
        wedged = speech_child(session.run)
        os.kill(wedged, signal.SIGSTOP)
        session.until(90)
        assert speech_child(session.run) not in {0, wedged}
        assert session.spoken(80) <= {True, "dropped"}
        sink.stop()
        session.until(120)
        assert False in session.spoken(91)
        sink.start()
        session.until(140)
        with sink.record() as heard:
            session.until(1000)
            assert heard.sounds()
        assert session.spoken(150) <= {True, "dropped"}
        complained = session.run.communicate(timeout=20)[1]
    assert_the_clock_never_waited(session)
    assert complained.count("The sound device went away.") == 1
    assert complained.count("The voice is back.") == 1
