"""Consistent copies of the database, and whether one is whole."""

import sqlite3
from contextlib import closing
from gettext import NullTranslations
from pathlib import Path

from supple.core.errors import InputError
from supple.devices.files import replacing
from supple.devices.store.connection import open_for_reading
from supple.devices.store.faults import told_kindly


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
