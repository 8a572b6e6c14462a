"""A day of sessions, one after the other at high speed: memory and open files stay as they are."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.app.sessions import Ears, Request
from supple.core.errors import SuppleError
from supple.core.history.records import Source
from supple.core.plan.screening import Answers
from supple.devices.clock import ManualClock

ROUTINE = "full-home"
WARM_UP_SESSIONS = 5
GROWTH_MIB = 1.0
DAY_S = 24 * 3600.0


def memory_mib() -> float:
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def failed(error: SuppleError) -> None:
    raise error


@contextmanager
def program(home: Path) -> Iterator[tuple[Container, ManualClock]]:
    clock = ManualClock()
    with Container({**os.environ, "SUPPLE_HOME": str(home)}, language="en", clock=clock) as app:
        app.safety.answer(Answers())
        yield app, clock


def one_session(app: Container, clock: ManualClock) -> float:
    """Play it to its end; its length in seconds."""
    request = Request(ROUTINE, Source.TERMINAL, voiced=False)
    opened = app.sessions.open(request, Ears((), failed, wait=True))
    opened.runner.start()
    while (wait_s := opened.runner.wait_s()) is not None:
        clock.advance(wait_s)
        opened.runner.tick()
    return opened.session.planned_s


def soaked(home: Path, length_s: float) -> tuple[float, int, float]:
    """Growth in MiB and in open files over so many seconds of sessions, and the seconds played."""
    with program(home) as (app, clock):
        for _ in range(WARM_UP_SESSIONS):
            one_session(app, clock)
        gc.collect()
        memory, files, played_s = memory_mib(), open_files(), 0.0
        while played_s < length_s:
            played_s += one_session(app, clock)
        gc.collect()
        return memory_mib() - memory, open_files() - files, played_s


def test_an_hour_of_sessions_leaves_no_file_open(supple_home: Path) -> None:
    _, files, played_s = soaked(supple_home, 3_600)
    assert files == 0
    assert played_s >= 3_600


@pytest.mark.long
def test_a_day_of_sessions_grows_no_memory(supple_home: Path) -> None:
    grown_mib, files, played_s = soaked(supple_home, DAY_S)
    print(f"{played_s / 3600:.1f} hours of sessions: {grown_mib:+.2f} MiB, {files:+d} files")  # noqa: T201
    assert files == 0
    assert grown_mib < GROWTH_MIB
