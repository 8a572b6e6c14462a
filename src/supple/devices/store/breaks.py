"""Desk breaks, and what was practised lately.

Every function is a job for `Store.write` (those whose names tell) or `Store.read`.
"""

import sqlite3
from datetime import date

from supple.core.breaks.records import BreakRecord
from supple.core.session.steps import Side
from supple.devices.store.rows import record_from, values_of

_SAVE = """
INSERT INTO breaks VALUES (:id, :session_id, :due_utc, :utc_offset_min, :local_day, :outcome,
  :reason, :routine, :sitting_s, :rest_s, this_device(), new_stamp())
ON CONFLICT DO NOTHING
"""
_LIST = """
SELECT * FROM breaks WHERE local_day BETWEEN ? AND ? ORDER BY due_utc, id
"""
_PRACTISED = """
SELECT step.exercise, step.side, sum(step.actual_s) AS seconds
FROM sessions JOIN session_steps AS step ON step.session_id = sessions.id
WHERE sessions.local_day >= ? AND sessions.speed <= 1 AND step.part = 'main'
  AND step.outcome = 'done'
GROUP BY step.exercise, step.side
"""


def save_break(connection: sqlite3.Connection, record: BreakRecord) -> None:
    """Keep a break. It never changes; doing the same again changes nothing."""
    connection.execute(_SAVE, values_of(record, "due"))


def list_breaks(
    connection: sqlite3.Connection, since: date | None = None, until: date | None = None
) -> list[BreakRecord]:
    """The breaks of these days, both included, oldest first."""
    days = (since or date.min).isoformat(), (until or date.max).isoformat()
    rows = [dict(row) for row in connection.execute(_LIST, days)]
    return [record_from(row, row.pop("utc_offset_min"), BreakRecord) for row in rows]


def practised(connection: sqlite3.Connection, since: date) -> list[tuple[str, Side, float]]:
    """Exercise, side and seconds of all main work done since that day, rehearsals left out."""
    rows = connection.execute(_PRACTISED, (since.isoformat(),))
    return [(row["exercise"], Side(row["side"]), float(row["seconds"])) for row in rows]
