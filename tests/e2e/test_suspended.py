"""A session whose process is stopped, woken or told to end."""

import json
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any

import pytest

from tests.e2e.program import start

ASLEEP_S = 6.0  # a gap is what is longer than the five seconds of the runner
MOMENT_S = 2.0
WORK = ("warm-up", "hold", "reps", "cool-down")


def told(lines: IO[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        yield json.loads(line)


def outcomes(home: Path) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(home / "supple.db")) as connection:
        return connection.execute(
            "SELECT outcome, (SELECT count(*) FROM session_steps) FROM sessions"
        ).fetchall()


def test_a_stopped_process_wakes_paused_at_the_last_certain_moment_and_a_term_saves(
    supple_home: Path,
) -> None:
    arguments = ("play", "desk-break-2", "--speed", "2", "--no-voice", "--json")
    with start(*arguments, home=supple_home) as run:
        assert run.stdout is not None
        events = told(run.stdout)
        first = next(each for each in events if each["event"] == "step-started")
        run.send_signal(signal.SIGSTOP)
        time.sleep(ASLEEP_S)
        run.send_signal(signal.SIGCONT)
        seen = next(each for each in events if each["event"] in ("paused", "step-ended"))
        assert seen["event"] == "paused"
        # At twice the speed, six seconds asleep would have been twelve of the session.
        assert first["t"] <= seen["t"] < first["t"] + 2
        run.send_signal(signal.SIGTERM)
        last = list(events)[-1]
        assert run.wait(10) == 0
    assert (last["event"], last["outcome"]) == ("session-ended", "stopped")
    assert outcomes(supple_home) == []  # nothing was finished, so nothing is kept


def test_a_process_stopped_for_a_moment_goes_on_as_if_it_had_not_been(supple_home: Path) -> None:
    arguments = ("play", "desk-break-2", "--speed", "20", "--no-voice", "--json")
    with start(*arguments, home=supple_home) as run:
        assert run.stdout is not None
        events = told(run.stdout)
        begun = next(each for each in events if each["event"] == "step-started")
        began_s = time.monotonic()
        run.send_signal(signal.SIGSTOP)
        time.sleep(MOMENT_S)
        run.send_signal(signal.SIGCONT)
        rest = list(events)
        took_s = time.monotonic() - began_s
    assert "paused" not in {each["event"] for each in rest}
    for each in rest:
        if each["event"] == "step-ended":
            assert each["actual_s"] == pytest.approx(each["seconds"], abs=0.02)
    # Nothing was added for the moment that was lost: what is late catches up.
    assert took_s == pytest.approx((rest[-1]["t"] - begun["t"]) / 20, abs=1.0)


@pytest.fixture
def _heeds_interrupts() -> Iterator[None]:
    """A program started in the background of a shell is told to ignore Ctrl-C; here it is not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_heeds_interrupts")
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=str)
def test_a_session_told_to_end_is_saved_as_stopped(sign: signal.Signals, supple_home: Path) -> None:
    arguments = ("play", "desk-break-5", "--speed", "100", "--no-voice", "--json")
    with start(*arguments, home=supple_home) as run:
        assert run.stdout is not None
        events = told(run.stdout)
        done = 0
        while done < 2:
            event = next(events)
            done += event["event"] == "step-ended" and event["kind"] in WORK
        run.send_signal(sign)
        rest = list(events)
        assert run.wait(10) == 0
    assert rest[-1]["outcome"] == "stopped"
    ((outcome, steps),) = outcomes(supple_home)
    assert outcome == "stopped"
    assert steps >= done
