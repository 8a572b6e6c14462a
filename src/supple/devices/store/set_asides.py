"""Exercises that are left out for a while, or until the user brings them back."""

import sqlite3
from datetime import datetime

import msgspec

from supple.core.plan.records import SetAside
from supple.devices.store.rows import record_from, utc_text

_INSERT = """
INSERT INTO set_asides VALUES (:id, :exercise, :reason, :from_day, :until_day, NULL,
  this_device(), new_stamp())
ON CONFLICT DO NOTHING
"""
_BRING_BACK = """
UPDATE set_asides SET brought_back_utc = ?, changed = new_stamp()
WHERE exercise = ? AND brought_back_utc IS NULL
"""


def save_set_aside(connection: sqlite3.Connection, aside: SetAside) -> None:
    """Leave an exercise out. A job for `Store.write`."""
    values = msgspec.structs.asdict(aside)
    values["from_day"] = aside.from_day.isoformat()
    values["until_day"] = aside.until_day.isoformat() if aside.until_day else None
    connection.execute(_INSERT, values)


def bring_back(connection: sqlite3.Connection, exercise: str, moment: datetime) -> None:
    """End all that keeps an exercise out. A job for `Store.write`."""
    connection.execute(_BRING_BACK, (utc_text(moment), exercise))


def list_set_asides(connection: sqlite3.Connection) -> list[SetAside]:
    """All of them, those that are over too. A job for `Store.read`."""
    rows = connection.execute("SELECT * FROM set_asides ORDER BY from_day, id")
    return [record_from(dict(row), 0, SetAside) for row in rows]
