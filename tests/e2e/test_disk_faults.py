"""A disk that fails or dawdles: strace answers the program's own calls in place of the kernel."""

import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.program import COMMAND, environment, events, supple

WRITES = "write,pwrite64,fsync,fdatasync,ftruncate"
PLAY = ("play", "desk-break-2", "--speed", "1000", "--no-voice", "--json")


def injected(
    fault: str, *arguments: str, home: Path, only: str = WRITES
) -> subprocess.CompletedProcess[str]:
    """Run a command whose calls upon files of its home meet `fault`."""
    touched = [
        option
        for name in ("supple.db", "supple.db-wal", "supple.db-shm", "copy.db", "me.supple")
        for option in ("-P", str(home / name))
    ]
    strace = ["strace", "-f", "-qq", "-o", "/dev/null", *touched]
    inject = ["-e", f"trace={only}", "-e", f"inject={only}:{fault}"]
    return subprocess.run(
        [*strace, *inject, *COMMAND, *arguments],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=55,
    )


def lived_in(home: Path) -> str:
    assert supple(*PLAY, home=home).returncode == 0
    return supple("history", "--json", home=home).stdout


@pytest.mark.parametrize("first", [1, 2, 5, 9])
def test_a_failing_disk_is_told_kindly_and_nothing_is_lost(first: int, supple_home: Path) -> None:
    before = lived_in(supple_home)
    for command in (PLAY, ("backup", str(supple_home / "copy.db"))):
        answer = injected(f"error=EIO:when={first}+", *command, home=supple_home)
        assert answer.returncode in (0, 1), answer.stderr
        assert "Traceback" not in answer.stderr
        assert "Something in Supple went wrong" not in answer.stderr
        assert answer.returncode == 0 or answer.stderr.strip()
    with closing(sqlite3.connect(supple_home / "supple.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    after = json.loads(supple("history", "--json", home=supple_home).stdout)
    kept = {each["session"]["id"] for each in after}
    assert {each["session"]["id"] for each in json.loads(before)} <= kept


def test_a_slow_disk_delays_no_step_and_loses_none(supple_home: Path) -> None:
    """Each word to the disk takes a fifth of a second, at this speed four of the session."""
    lived_in(supple_home)
    arguments = ("play", "desk-break-2", "--speed", "20", "--no-voice", "--json")
    answer = injected("delay_enter=200000", *arguments, home=supple_home, only="fdatasync")
    assert answer.returncode == 0, answer.stderr
    told = events(answer.stdout)
    ended = [each for each in told if each["event"] == "step-ended"]
    assert ended
    assert all(abs(each["actual_s"] - each["seconds"]) < 0.02 for each in ended)
    work = [each for each in ended if each["kind"] in ("warm-up", "hold", "reps", "cool-down")]
    with closing(sqlite3.connect(supple_home / "supple.db")) as connection:
        count = connection.execute(
            "SELECT count(*) FROM session_steps WHERE session_id = ?", [told[-1]["session_id"]]
        ).fetchone()
    assert count == (len(work),)
