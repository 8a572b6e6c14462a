"""Deleting much at once: counts of what there is, and jobs that forget a part of it.

Every deletion is a version like any other, so that the other computers forget it too. Stop signs
stay: they count for safety.
"""

import sqlite3
from datetime import date

import msgspec

from supple.core.history.versions import Deletion, RecordKind
from supple.devices.store.edits import delete_session
from supple.devices.store.versions import put_version

_COUNTS = """
SELECT (SELECT count(*) FROM sessions) AS sessions,
  (SELECT count(*) FROM tests) AS tests,
  (SELECT count(*) FROM ratings WHERE kind IN ('back', 'leg')) AS pain_ratings,
  (SELECT count(*) FROM sessions WHERE note <> '')
    + (SELECT count(*) FROM tests WHERE note <> '') AS notes
"""
_PAIN = "SELECT id FROM ratings WHERE kind IN ('back', 'leg')"
_NO_NOTES = (
    "UPDATE sessions SET note = '', changed = new_stamp() WHERE note <> ''",
    "UPDATE tests SET note = '', changed = new_stamp() WHERE note <> ''",
)
_OVER = "SELECT id FROM sessions WHERE local_day < ? AND outcome <> 'open'"
_STAMP = "SELECT new_stamp(), this_device()"


class Kept(msgspec.Struct, frozen=True):
    """How much of what is remembered."""

    sessions: int
    tests: int
    pain_ratings: int
    notes: int


def count_kept(connection: sqlite3.Connection) -> Kept:
    """How much there is. A job for `Store.read`."""
    return Kept(*connection.execute(_COUNTS).fetchone())


def count_before(connection: sqlite3.Connection, day: date) -> int:
    """How many sessions that are over lie before a day. A job for `Store.read`."""
    return len(_ids(connection, _OVER, day.isoformat()))


def forget_pain(connection: sqlite3.Connection) -> None:
    """Delete all ratings of pain. A job for `Store.write`."""
    for ident in _ids(connection, _PAIN):
        changed, device = connection.execute(_STAMP).fetchone()
        told = Deletion(id=ident, of=RecordKind.RATING, device=device, changed=changed)
        put_version(connection, told)


def forget_notes(connection: sqlite3.Connection) -> None:
    """Empty all notes. A job for `Store.write`."""
    for statement in _NO_NOTES:
        connection.execute(statement)


def forget_sessions(connection: sqlite3.Connection, before: date) -> None:
    """Delete the sessions before a day, with their ratings. A job for `Store.write`."""
    for ident in _ids(connection, _OVER, before.isoformat()):
        delete_session(connection, ident)


def _ids(connection: sqlite3.Connection, statement: str, *values: str) -> list[str]:
    return [row["id"] for row in connection.execute(statement, values)]
