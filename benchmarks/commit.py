"""Row `commit`: a finished set is on disk, beside raw sqlite3 with the same promises."""

import sqlite3
import statistics
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from gettext import NullTranslations
from pathlib import Path

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.surroundings import home
from supple.core.history.records import SessionRecord, Source, StepRecord
from supple.core.session.events import Outcome
from supple.core.session.steps import Kind, Part, Side
from supple.devices.clock import SystemClock
from supple.devices.store.device import Device
from supple.devices.store.sessions import record_step
from supple.devices.store.store import DiskStore, Store

COMMITS = 50
NOW = datetime(2026, 5, 13, 14, 8, tzinfo=UTC)
SESSION = SessionRecord(
    id="019a-session",
    routine="daily-essentials",
    routine_name="Daily essentials",
    source=Source.WINDOW,
    started=NOW,
    local_day=NOW.date(),
    planned_s=600.0,
    holds_planned=12,
    seed=1,
)
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

    def ours(self) -> Sample:
        """One finished set, from handing it over until the store says that it is safe."""
        database, backups = self.folder / "supple.db", self.folder / "backups"
        backups.mkdir(exist_ok=True)
        database.unlink(missing_ok=True)
        device = Device(id=str(uuid.uuid4()), name="bench")
        store = DiskStore(database, backups, device, SystemClock(), NullTranslations())
        with closing(store):
            store_commit_ms(store, 0)  # makes the session's row too
            times_ms = [store_commit_ms(store, number) for number in range(1, COMMITS)]
        return {"commit": statistics.median(times_ms)}


def raw_commit_ms(connection: sqlite3.Connection, number: int) -> float:
    began = time.monotonic()
    connection.execute("BEGIN IMMEDIATE")
    row = (f"019a-{number}", "019a-session", number, 30.0)
    connection.execute("INSERT INTO step VALUES (?, ?, ?, ?)", row)
    connection.execute("COMMIT")
    return (time.monotonic() - began) * 1e3


def store_commit_ms(store: Store, number: int) -> float:
    step = a_finished_set(number)
    began = time.monotonic()
    store.write(partial(record_step, session=SESSION, step=step, compiled=())).result()
    return (time.monotonic() - began) * 1e3


def a_finished_set(number: int) -> StepRecord:
    return StepRecord(
        id=f"019a-{number}",
        session_id=SESSION.id,
        index=number,
        attempt=1,
        part=Part.MAIN,
        kind=Kind.HOLD,
        exercise="half-forward-fold",
        side=Side.LEFT,
        set=1,
        sets=2,
        planned_s=30.0,
        actual_s=30.0,
        outcome=Outcome.DONE,
        ended=NOW,
    )


DISK = Disk()
COMPARISON = Comparison(
    "commit",
    "raw sqlite3, WAL, synchronous=FULL",
    DISK.raw,
    DISK.ours,
    (Goal("commit", "a finished set on disk", "ms", times=1.5),),
    around=DISK.open,
)
