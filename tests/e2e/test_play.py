"""`supple play` as a user runs it."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.e2e.program import events, supple

ROUTINES = sorted(path.stem for path in Path("assets/routines").glob("*.toml"))
FAST = "1000"


@pytest.mark.parametrize("routine", ROUTINES)
def test_every_routine_runs_to_its_end_in_planned_time(routine: str, supple_home: Path) -> None:
    # At 20 times the speed a session takes a minute; the time of every step is the engine's own
    # and does not depend on the speed, which test_speed_does_not_change_the_session shows.
    ran = supple("play", routine, "--speed", FAST, "--no-voice", "--json", home=supple_home)
    assert ran.returncode == 0, ran.stderr
    told = events(ran.stdout)
    ended = [event for event in told if event["event"] == "step-ended"]
    assert ended
    for event in ended:
        assert event["outcome"] == "done"
        assert event["actual_s"] == pytest.approx(event["seconds"], abs=0.02)
    assert told[0]["event"] == "session-started"
    assert told[-1]["event"] == "session-ended"
    assert told[-1]["outcome"] == "completed"
    assert told[-1]["active_s"] == pytest.approx(told[0]["seconds"], abs=0.02)


def test_speed_does_not_change_the_session(tmp_path: Path) -> None:
    def timeline(speed: str, home: Path) -> list[tuple[object, ...]]:
        ran = supple("play", "desk-break-2", "--speed", speed, "--no-voice", "--json", home=home)
        return [
            (event["t"], event["index"], event["kind"], event["seconds"])
            for event in events(ran.stdout)
            if event["event"] == "step-started"
        ]

    assert timeline("20", tmp_path / "a") == timeline(FAST, tmp_path / "b")


def test_what_was_done_is_in_the_database_for_plain_sqlite(supple_home: Path) -> None:
    ran = supple("play", "desk-break-2", "--speed", FAST, "--no-voice", "--json", home=supple_home)
    done = [
        event
        for event in events(ran.stdout)
        if event["event"] == "step-ended" and event["kind"] in ("hold", "reps", "cool-down")
    ]
    with sqlite3.connect(supple_home / "supple.db") as connection:
        rows = connection.execute(
            "SELECT idx, kind, side, set_no, actual_s FROM session_steps ORDER BY idx"
        ).fetchall()
        outcome = connection.execute("SELECT outcome FROM sessions").fetchall()
    connection.close()
    assert outcome == [("completed",)]
    assert [row[:4] for row in rows] == [
        (event["index"], event["kind"], event["side"], event["set"]) for event in done
    ]


def test_history_shows_the_session_and_calls_a_rehearsal_by_its_name(supple_home: Path) -> None:
    supple("play", "desk-break-2", "--speed", FAST, "--no-voice", home=supple_home)
    table = supple("history", home=supple_home)
    assert "Desk break, 2 minutes (rehearsal)" in table.stdout
    found = json.loads(supple("history", "--json", home=supple_home).stdout)
    assert found[0]["session"]["outcome"] == "completed"
    assert found[0]["session"]["holds_done"] == 5
    lines = supple("history", "--csv", home=supple_home).stdout.splitlines()
    assert len(lines) == 1 + len(found[0]["steps"])


def test_all_of_the_users_files_are_private(supple_home: Path) -> None:
    supple("play", "desk-break-2", "--speed", FAST, "--no-voice", home=supple_home)
    for path in supple_home.rglob("*"):
        mode = path.stat().st_mode & 0o777
        assert mode == (0o700 if path.is_dir() else 0o600), path
