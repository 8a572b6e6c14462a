"""Self-tests: the best try of each, as its protocol measures it."""

import sqlite3
from datetime import date

from supple.core.plan.records import TestRecord
from supple.devices.store.rows import record_from, values_of

_INSERT = """
INSERT INTO tests VALUES (:id, :session_id, :measured_utc, :utc_offset_min, :local_day, :test,
  :side, :value_cm, :better, :note, this_device(), new_stamp())
ON CONFLICT (id) DO UPDATE SET value_cm = excluded.value_cm, note = excluded.note,
  changed = excluded.changed
"""


def save_test(connection: sqlite3.Connection, test: TestRecord) -> None:
    """Keep a result; the same id again corrects it. A job for `Store.write`."""
    connection.execute(_INSERT, values_of(test, "measured"))


def list_tests(connection: sqlite3.Connection, since: date = date.min) -> list[TestRecord]:
    """All results from a day on, oldest first. A job for `Store.read`."""
    rows = connection.execute(
        "SELECT * FROM tests WHERE local_day >= ? ORDER BY measured_utc, id", (since.isoformat(),)
    )
    found = [dict(row) for row in rows]
    return [record_from(each, each.pop("utc_offset_min"), TestRecord) for each in found]


def first_test_day(connection: sqlite3.Connection) -> date | None:
    """The day of the first result; None without any. A job for `Store.read`."""
    (day,) = connection.execute("SELECT min(local_day) FROM tests").fetchone()
    return None if day is None else date.fromisoformat(day)
