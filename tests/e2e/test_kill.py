"""A session that is killed at any moment loses nothing that was finished."""

import json
import random
import sqlite3
from pathlib import Path

import pytest

from tests.e2e.program import start, supple

KILLS, MANY_KILLS = 50, 100
OFFERED = 5  # what is left of every fifth is gone on with
WORK = ("warm-up", "hold", "reps", "cool-down")


@pytest.mark.parametrize(
    "turn",
    [
        pytest.param(turn, marks=[pytest.mark.long] if turn >= KILLS else [])
        for turn in range(MANY_KILLS)
    ],
)
def test_a_killed_session_keeps_every_finished_step_and_offers_to_go_on(
    turn: int, supple_home: Path
) -> None:
    dice = random.Random(turn)  # noqa: S311 - which moment, not a secret
    lines = dice.randint(3, 60)
    done: list[tuple[int, str, str]] = []
    with start(
        "play", "desk-break-5", "--speed", "300", "--no-voice", "--json", home=supple_home
    ) as run:
        assert run.stdout is not None
        for _ in range(lines):
            event = json.loads(run.stdout.readline())
            if event["event"] == "step-ended" and event["kind"] in WORK:
                done.append((event["index"], event["side"], event["outcome"]))
        run.kill()

    with sqlite3.connect(supple_home / "supple.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        kept = connection.execute(
            "SELECT idx, side, outcome FROM session_steps ORDER BY idx"
        ).fetchall()
    connection.close()
    # One more may have been committed than was read before the kill, never one less.
    assert kept[: len(done)] == done
    if kept and turn % OFFERED == 0:
        offered = supple("play", "desk-break-5", "--speed", "1000", "--no-voice", home=supple_home)
        assert "You stopped half-way today in Desk break, 5 minutes." in offered.stderr
        assert offered.returncode == 0
