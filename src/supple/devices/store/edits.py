"""Changes to what is over: a session edited, written down by hand, deleted and brought back.

Each change is a new version of its record, so that other computers learn of it. Every function is a
job for `Store.write`.
"""

import sqlite3
from collections.abc import Iterable

import msgspec

from supple.core.history.versions import Deletion, Live, RecordKind, SessionVersion, kind_of
from supple.devices.store.listing import compiled_text
from supple.devices.store.versions import put_version, version_of

_RATINGS = "SELECT id FROM ratings WHERE session_id = ? ORDER BY given_utc, id"
_COMPILED = "INSERT INTO compiled_sessions VALUES (?, ?) ON CONFLICT DO NOTHING"
_UNDER_WAY = "SELECT 1 FROM sessions WHERE id = ? AND outcome = 'open'"
_STAMP = "SELECT new_stamp(), this_device()"


class Deleted(msgspec.Struct, frozen=True):
    """A deleted session with all that went with it, as it was; enough to bring it back."""

    session: SessionVersion
    others: tuple[Live, ...]
    compiled: str


def keep(connection: sqlite3.Connection, records: Iterable[Live]) -> None:
    """Make these the latest versions of their records."""
    for record in records:
        changed, device = connection.execute(_STAMP).fetchone()
        first = record.device or device
        put_version(connection, msgspec.structs.replace(record, changed=changed, device=first))


def delete_records(connection: sqlite3.Connection, records: Iterable[Live]) -> None:
    """Delete records; that they were deleted is kept for ever."""
    for record in records:
        changed, device = connection.execute(_STAMP).fetchone()
        told = Deletion(id=record.id, of=kind_of(record), device=device, changed=changed)
        put_version(connection, told)


def forget_rating(connection: sqlite3.Connection, ident: str) -> None:
    """Take an answer back."""
    rating = version_of(connection, RecordKind.RATING, ident)
    if rating is not None and not isinstance(rating, Deletion):
        delete_records(connection, (rating,))


def delete_session(connection: sqlite3.Connection, ident: str) -> Deleted | None:
    """Delete a session that is over, and its ratings; None if it is not there, or goes on.

    A stop sign that was told in it stays: it counts for safety.
    """
    session = version_of(connection, RecordKind.SESSION, ident)
    if (
        not isinstance(session, SessionVersion)
        or connection.execute(_UNDER_WAY, (ident,)).fetchone()
    ):
        return None
    deleted = Deleted(session, _ratings(connection, ident), compiled_text(connection, ident))
    delete_records(connection, (session, *deleted.others))
    return deleted


def bring_back(connection: sqlite3.Connection, deleted: Deleted) -> None:
    """Undo a deletion."""
    keep(connection, (deleted.session, *deleted.others))
    if deleted.compiled:
        connection.execute(_COMPILED, (deleted.session.id, deleted.compiled))


def _ratings(connection: sqlite3.Connection, ident: str) -> tuple[Live, ...]:
    ids = [row["id"] for row in connection.execute(_RATINGS, (ident,)).fetchall()]
    found = (version_of(connection, RecordKind.RATING, each) for each in ids)
    return tuple(each for each in found if each is not None and not isinstance(each, Deletion))
