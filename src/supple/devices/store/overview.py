"""Sessions without their steps: what lists, calendars and the plan need, and their notes."""

import sqlite3
from datetime import date

from supple.core.history.records import SessionRecord
from supple.devices.store.rows import session_record

_STATE = """
SELECT count(*), max(changed), (SELECT total(active_s) FROM sessions WHERE outcome = 'open')
FROM sessions
"""


def list_records(
    connection: sqlite3.Connection, since: date | None = None, until: date | None = None
) -> list[SessionRecord]:
    """The sessions of these days, both included, oldest first. A job for `Store.read`."""
    rows = connection.execute(
        "SELECT * FROM sessions WHERE local_day BETWEEN ? AND ? ORDER BY started_utc, id",
        ((since or date.min).isoformat(), (until or date.max).isoformat()),
    )
    return [session_record(row) for row in rows]


def last_day(connection: sqlite3.Connection) -> date | None:
    """The day of the last session that was no rehearsal. A job for `Store.read`."""
    (day,) = connection.execute("SELECT max(local_day) FROM sessions WHERE speed <= 1").fetchone()
    return None if day is None else date.fromisoformat(day)


def last_record_but(connection: sqlite3.Connection, session_id: str) -> SessionRecord | None:
    """The last session that is not this one. A job for `Store.read`."""
    rows = connection.execute(
        "SELECT * FROM sessions WHERE id <> ? ORDER BY started_utc DESC, id DESC LIMIT 1",
        (session_id,),
    )
    return next(map(session_record, rows), None)


class Overview:
    """All sessions, read anew only when one came, went or was changed since.

    Every change of a session that is over marks it; the totals of open ones are compared.
    """

    def __init__(self) -> None:
        self._kept: tuple[object, tuple[SessionRecord, ...]] = (None, ())

    def records(self, connection: sqlite3.Connection) -> tuple[SessionRecord, ...]:
        """As `list_records` of all days. A job for `Store.read`."""
        state = connection.execute(_STATE).fetchone()
        before, records = self._kept
        if state != before:
            records = tuple(list_records(connection))
            self._kept = state, records
        return records


def set_note(connection: sqlite3.Connection, session_id: str, note: str) -> None:
    """Change the note of a session. A job for `Store.write`."""
    connection.execute(
        "UPDATE sessions SET note = ?, changed = new_stamp() WHERE id = ?", (note, session_id)
    )
