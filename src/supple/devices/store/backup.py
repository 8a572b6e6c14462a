"""Consistent copies of the database, and whether one is whole."""

import sqlite3
from contextlib import closing
from gettext import NullTranslations
from pathlib import Path

from supple.core.errors import InputError
from supple.devices.files import reading, replacing
from supple.devices.store.connection import open_for_reading
from supple.devices.store.faults import Fault, store_error, told_kindly
from supple.devices.store.migrate import APPLICATION_ID

_TRIES = 5  # after the connection itself has waited for another program
_BETWEEN_TRIES_S = 0.05


def copy_database(
    connection: sqlite3.Connection, source: Path, target: Path, words: NullTranslations
) -> None:
    """Copy what `connection` sees of the database at `source` to `target`, at once or not at all.

    The copy is one file, whole by itself, readable by the user alone. Never use a plain file copy:
    it misses what lies in the write-ahead log. Raises InputError for a target that cannot be
    replaced, StoreError or FacilityError when a disk refuses.
    """
    if target.exists() and target.samefile(source):
        what = words.gettext("A copy can't take the place of the history itself.")
        raise InputError(what, where=str(target), fix=words.gettext("Please choose another name."))
    with (
        replacing(target, words) as fresh,
        told_kindly(fresh, words),
        closing(sqlite3.connect(fresh, isolation_level=None)) as copy,
    ):
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def fetch_database(source: Path, target: Path, words: NullTranslations) -> None:
    """Copy a database file of the user's choice to `target`, as it is; it may be anything.

    Raises InputError for what is no ordinary file, StoreError for what is no database of Supple's,
    an empty file included.
    """
    with reading(source, words):
        pass
    address = f"{source.absolute().as_uri()}?mode=ro"
    with (
        told_kindly(source, words),
        closing(sqlite3.connect(address, uri=True)) as original,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        target.chmod(0o600)
        original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if copy.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise store_error(Fault.FOREIGN, source, words)


def require_whole(
    connection: sqlite3.Connection, path: Path, pattern: sqlite3.Connection, words: NullTranslations
) -> None:
    """Raise StoreError unless a database is whole, and built as `pattern` is.

    What somebody added, such as a trigger, would change what Supple writes later.
    """
    found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if found != ["ok"] or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise store_error(Fault.DAMAGED, path, words)
    if _form(connection) != _form(pattern):
        raise store_error(Fault.FOREIGN, path, words)


def fill_database(connection: sqlite3.Connection, source: Path) -> None:
    """Make the database of `connection` the same as that in the file `source`, at once.

    Other programs that have it open see the new content. Not inside a transaction. Errors are
    SQLite's own; the content is then what it was.
    """
    tries = _TRIES

    def give_up(status: int, _remaining: int, _total: int) -> None:
        nonlocal tries
        tries -= status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if not tries:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error

    with closing(sqlite3.connect(source, isolation_level=None)) as fresh:
        fresh.backup(connection, progress=give_up, sleep=_BETWEEN_TRIES_S)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _form(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    return {tuple(row) for row in rows if not row[1].startswith("sqlite_stat")}


def integrity(path: Path, words: NullTranslations) -> tuple[str, ...]:
    """What SQLite finds wrong in the database at `path`; nothing when it is whole.

    Reads the whole file. Raises StoreError when it is too damaged for that.
    """
    with open_for_reading(path, words) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        if found != ["ok"]:
            return tuple(found)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    return tuple(f"broken reference in {row[0]}" for row in broken)


def size_bytes(path: Path) -> int:
    """How much room the database takes, with its write-ahead log."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return sum(file.stat().st_size for file in files if file.exists())
