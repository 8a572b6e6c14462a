"""Rows `history`: History over 50,000 sessions of 20 sets, beside raw SQL over the same totals.

Filling the long history takes minutes; it is done once for all runs.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import ROOT, home
from supple.app.container import Container
from supple.app.invented import Wish, fill

PROGRAM = ROOT / "benchmarks" / "programs" / "history_page.py"
LONG, SHORT, STEPS, DAYS = 50_000, 500, 20, 3_652
RAW = """
SELECT local_day, count(*), sum(active_s), sum(CASE WHEN source = 'break' THEN active_s END)
FROM sessions WHERE local_day >= ? AND speed <= 1 GROUP BY local_day
"""
JOINED = """
SELECT local_day, step.exercise, step.side, count(*), sum(step.actual_s)
FROM sessions JOIN session_steps AS step ON step.session_id = sessions.id
WHERE local_day >= ? AND speed <= 1 GROUP BY local_day, step.exercise, step.side
"""
LATEST = "SELECT * FROM sessions WHERE local_day >= ? ORDER BY started_utc DESC LIMIT 30"


class Histories:
    """A long and a short history, each in a home of its own."""

    def __init__(self) -> None:
        self.long = self.short = Path()
        self._exported_mb = 0.0

    @contextmanager
    def made(self) -> Iterator[None]:
        with home() as folder:
            self.long, self.short = folder / "long", folder / "short"
            lived(self.long, LONG)
            lived(self.short, SHORT)
            self._exported_mb = exported_mb(self.long)
            self.raw.cache_clear()
            yield

    @cache  # noqa: B019  # one object for the whole program
    def raw(self, statement: str, since: date) -> float:
        """The quickest of several readings by hand, in ms."""
        times = []
        for _ in range(7):
            began = time.monotonic()
            with closing(sqlite3.connect(self.long / "supple.db")) as connection:
                connection.execute(statement, (since.isoformat(),)).fetchall()
            times.append((time.monotonic() - began) * 1e3)
        return min(times)

    def base(self) -> Sample:
        """Raw SQL for a year and for everything; the page over the short history."""
        year = _today() - timedelta(days=365)
        short = opened(self.short)
        return {
            "first": self.raw(RAW, _today() - timedelta(days=182)),
            "whole": self.raw(RAW, date.min),
            "year": self.raw(JOINED, year),
            "page": self.raw(LATEST, year),
            "grown": short["first"],
            "blocked": 0.0,
            "size": self._exported_mb,
        }

    def ours(self) -> Sample:
        """The page over the long history."""
        found = opened(self.long)
        size_mb = (self.long / "supple.db").stat().st_size / 1e6
        return {**found, "grown": found["first"], "size": size_mb}


def lived(folder: Path, sessions: int) -> None:
    with Container({**os.environ, "SUPPLE_HOME": str(folder)}, language="en") as app:
        wish = Wish(until=_today(), sessions=sessions, steps=STEPS, days=DAYS)
        fill(app.store, wish)


def exported_mb(folder: Path) -> float:
    """The size of the portable file of a history."""
    with Container({**os.environ, "SUPPLE_HOME": str(folder)}, language="en") as app:
        app.transfer.export(folder / "all.supple")
    return (folder / "all.supple").stat().st_size / 1e6


def opened(folder: Path) -> Sample:
    environ = {**os.environ, "SUPPLE_HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, PROGRAM], cwd=ROOT, env=environ, capture_output=True, text=True, check=True
    )
    found: Sample = json.loads(done.stdout.splitlines()[-1])
    return found


def _today() -> date:
    return datetime.now().astimezone().date()


HISTORIES = Histories()
COMPARISON = Comparison(
    "history",
    "raw SQL over the same totals",
    HISTORIES.base,
    HISTORIES.ours,
    (
        Goal(
            "first", "History, half a year of 50,000 sessions, first paint", "ms", times=2, plus=50
        ),
        Goal("grown", "the same beside 500 sessions in all", "ms", times=1.3),
        Goal("whole", "totals of all ten years", "ms", times=2),
        Goal("year", "what a year of holds and ratings adds up to", "ms", times=2),
        Goal("page", "a page of the list of sessions", "ms", times=2, plus=10),
        Goal("size", "database of 50,000 sessions of 20 sets, beside its portable file", "MB"),
        Goal("blocked", "longest that the window did not answer", "ms", times=0, plus=16),
    ),
    around=HISTORIES.made,
)
