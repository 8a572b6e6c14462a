"""What was read of the journals in the shared folder, and what was written to the own one.

Every function is a job for `Store.read` or, if it keeps something, `Store.write`.
"""

import sqlite3

import msgspec

_REMEMBER = """
INSERT INTO journal_files VALUES (:folder, :file, :taken_bytes, :seen_bytes)
ON CONFLICT (folder, file) DO UPDATE SET taken_bytes = :taken_bytes, seen_bytes = :seen_bytes
"""
_SENT = """
INSERT INTO journal_state VALUES (1, :place, :up_to)
ON CONFLICT (id) DO UPDATE SET place = :place, sent_up_to = :up_to
"""


class JournalFile(msgspec.Struct, frozen=True):
    """A file of a journal: `taken_bytes` of it are in the database, `seen_bytes` it was long."""

    folder: str
    file: str
    taken_bytes: int
    seen_bytes: int


class Sent(msgspec.Struct, frozen=True):
    """Up to which stamp this computer's journal in the folder `place` is complete.

    `up_to` is None when everything is to be written, what other computers recorded too.
    """

    place: str
    up_to: str | None


def read_sent(connection: sqlite3.Connection) -> Sent | None:
    """How far the own journal is; None where there never was one."""
    row = connection.execute("SELECT place, sent_up_to FROM journal_state").fetchone()
    return None if row is None else Sent(row["place"], row["sent_up_to"])


def read_files(connection: sqlite3.Connection) -> dict[tuple[str, str], JournalFile]:
    """The files known of, by folder and file."""
    rows = connection.execute("SELECT * FROM journal_files")
    found = [msgspec.convert(dict(row), JournalFile) for row in rows]
    return {(each.folder, each.file): each for each in found}


def keep_sent(connection: sqlite3.Connection, sent: Sent) -> None:
    """Remember how far the own journal is. What was known of another place is forgotten."""
    before = read_sent(connection)
    if before is None or before.place != sent.place:
        connection.execute("DELETE FROM journal_files")
    connection.execute(_SENT, msgspec.structs.asdict(sent))


def keep_file(connection: sqlite3.Connection, file: JournalFile) -> None:
    """Remember how far a file was read or written."""
    connection.execute(_REMEMBER, msgspec.structs.asdict(file))


def forget_file(connection: sqlite3.Connection, folder: str, file: str) -> None:
    """Read a file from its beginning next time."""
    connection.execute("DELETE FROM journal_files WHERE folder = ? AND file = ?", (folder, file))


def publish_anew(connection: sqlite3.Connection) -> None:
    """Let the next publishing write everything: records came that are in no journal."""
    connection.execute("UPDATE journal_state SET sent_up_to = NULL")


def leave(connection: sqlite3.Connection) -> None:
    """Forget the shared folder."""
    connection.execute("DELETE FROM journal_state")
    connection.execute("DELETE FROM journal_files")
