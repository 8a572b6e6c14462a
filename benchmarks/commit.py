"""Row `commit`: a finished set is on disk, beside the same rows written by raw sqlite3."""

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
RAW_SESSION = """
INSERT INTO sessions VALUES ('019a-session', 'daily-essentials', 'Daily essentials', 'window',
  '2026-05-13T14:08:00.000000Z', 0, '2026-05-13', NULL, 'open', NULL, 600.0, 0.0, 0.0, 0, 12, 0,
  NULL, 1.0, 1, '', 'bench', '0')
"""
RAW_UPDATE = """
UPDATE sessions SET active_s = ?, holds_done = ?, changed = ? WHERE id = '019a-session'
"""
RAW_STEP = """
INSERT INTO session_steps VALUES ('019a-session', ?, ?, 1, 'main', 'hold', 'half-forward-fold',
  'left', 1, 2, 30.0, 30.0, NULL, 'done', '2026-05-13T14:08:00.000000Z')
"""


class Disk:
    """The folder in which base and ours write: the same disk, the same tables, the same rows."""

    def __init__(self) -> None:
        self.folder = Path()

    @contextmanager
    def open(self) -> Iterator[None]:
        with home() as self.folder:
            yield

    def raw(self) -> Sample:
        """The statements of a finished set, written by hand."""
        path = self.folder / "raw.db"
        self.new_store(path).close()
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(RAW_SESSION)
            times_ms = [raw_commit_ms(connection, number) for number in range(COMMITS)]
        return {"commit": statistics.median(times_ms)}

    def ours(self) -> Sample:
        """From handing a finished set over until the store says that it is safe."""
        with closing(self.new_store(self.folder / "supple.db")) as store:
            store_commit_ms(store, 0)  # makes the session's row too
            times_ms = [store_commit_ms(store, number) for number in range(1, COMMITS)]
        return {"commit": statistics.median(times_ms)}

    def new_store(self, path: Path) -> Store:
        """An empty history at `path`."""
        path.unlink(missing_ok=True)
        backups = self.folder / "backups"
        backups.mkdir(exist_ok=True)
        device = Device(id=str(uuid.uuid4()), name="bench")
        return DiskStore(path, backups, device, SystemClock(), NullTranslations())


def raw_commit_ms(connection: sqlite3.Connection, number: int) -> float:
    began = time.monotonic()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(RAW_UPDATE, (30.0 * number, number, f"{number:014d}"))
    connection.execute(RAW_STEP, (f"019a-{number}", number))
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
    "raw sqlite3, the same rows",
    DISK.raw,
    DISK.ours,
    (Goal("commit", "a finished set on disk", "ms", times=1.5),),
    around=DISK.open,
)
