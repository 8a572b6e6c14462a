"""Row `commit`: a finished set is on disk, beside raw sqlite3 with the same promises."""

import sqlite3
import statistics
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import home

COMMITS = 50
TABLE = "CREATE TABLE step (id TEXT PRIMARY KEY, session TEXT, number INT, seconds REAL) STRICT"


class Disk:
    """The folder in which base and ours write: the same disk."""

    def __init__(self) -> None:
        self.folder = Path()

    @contextmanager
    def open(self) -> Iterator[None]:
        with home() as self.folder:
            yield

    def raw(self) -> Sample:
        """One row, one commit, in a new database."""
        path = self.folder / "raw.db"
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(TABLE)
            times_ms = [raw_commit_ms(connection, number) for number in range(COMMITS)]
        return {"commit": statistics.median(times_ms)}


def raw_commit_ms(connection: sqlite3.Connection, number: int) -> float:
    began = time.monotonic()
    connection.execute("BEGIN IMMEDIATE")
    row = (f"019a-{number}", "019a-session", number, 30.0)
    connection.execute("INSERT INTO step VALUES (?, ?, ?, ?)", row)
    connection.execute("COMMIT")
    return (time.monotonic() - began) * 1e3


DISK = Disk()
COMPARISON = Comparison(
    "commit",
    "raw sqlite3, WAL, synchronous=FULL",
    DISK.raw,
    DISK.raw,
    (Goal("commit", "a finished set on disk", "ms", times=1.5),),
    around=DISK.open,
)
