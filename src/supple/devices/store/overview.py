"""Sessions without their steps: what lists, calendars and the plan need, and their notes."""

import sqlite3
from datetime import date

from supple.core.history.records import SessionRecord
from supple.devices.store.rows import session_record


def list_records(
    connection: sqlite3.Connection, since: date | None = None, until: date | None = None
) -> list[SessionRecord]:
    """The sessions of these days, both included, oldest first. A job for `Store.read`."""
    rows = connection.execute(
        "SELECT * FROM sessions WHERE local_day BETWEEN ? AND ? ORDER BY started_utc, id",
        ((since or date.min).isoformat(), (until or date.max).isoformat()),
    )
    return [session_record(row) for row in rows]


def set_note(connection: sqlite3.Connection, session_id: str, note: str) -> None:
    """Change the note of a session. A job for `Store.write`."""
    connection.execute(
        "UPDATE sessions SET note = ?, changed = new_stamp() WHERE id = ?", (note, session_id)
    )
