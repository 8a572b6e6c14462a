"""A session does not depend on its voice: the same events with a living one and with a dead one."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.audio import null_sink, quiet_environment
from tests.e2e.program import COMMAND, environment, events

OWN = """
id = "short"
name = "Short"
steps = [
  { part = "main", exercise = "desk-chair-stretch-single", hold_s = 5, sets = 1, get_ready_s = 5 },
]
"""


def begin(home: Path, sound: Mapping[str, str]) -> subprocess.Popen[str]:
    """A short session at its real speed, with a voice wanted."""
    own = home / "routines"
    own.mkdir(parents=True, mode=0o700)
    (own / "short.toml").write_text(OWN)
    return subprocess.Popen(
        [*COMMAND, "play", "short", "--voice", "--json"],
        env={**environment(home), **sound, "SUPPLE_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
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
        living, dead = (events(run.communicate(timeout=50)[0]) for run in runs)
    assert [without_the_voice(event) for event in living] == [
        without_the_voice(event) for event in dead
    ]
    spoken = [event["spoken"] for event in living if event["event"] == "cue"]
    assert spoken
    assert set(spoken) == {True}
    assert False in {event["spoken"] for event in dead if event["event"] == "cue"}
