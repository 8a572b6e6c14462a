"""Stop signs: every "it hurts" with its answer, whatever became of the session."""

import sqlite3
from datetime import date

from supple.core.plan.records import HurtRecord
from supple.devices.store.rows import record_from, values_of

_INSERT = """
INSERT INTO hurts VALUES (:id, :session_id, :told_utc, :utc_offset_min, :local_day, :exercise,
  :side, :answer, this_device(), new_stamp())
ON CONFLICT (id) DO UPDATE SET answer = excluded.answer, changed = excluded.changed
"""


def save_hurt(connection: sqlite3.Connection, hurt: HurtRecord) -> None:
    """Keep a stop sign; the same id again changes its answer. A job for `Store.write`."""
    connection.execute(_INSERT, values_of(hurt, "told"))


def list_hurts(connection: sqlite3.Connection, since: date | None = None) -> list[HurtRecord]:
    """The stop signs from a day on, oldest first. A job for `Store.read`."""
    rows = connection.execute(
        "SELECT * FROM hurts WHERE local_day >= ? ORDER BY told_utc, id",
        ((since or date.min).isoformat(),),
    )
    found = [dict(row) for row in rows]
    return [record_from(each, each.pop("utc_offset_min"), HurtRecord) for each in found]
