"""Brings a database to the newest form, one numbered SQL file after the other.

A file is never edited once it was released, and uses nothing of today's code, so that it means
the same for ever. Each runs in one transaction that ends with the new `user_version`: a kill in
the middle leaves the old form whole.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from gettext import NullTranslations
from pathlib import Path

from supple.devices.store.connection import transaction
from supple.devices.store.faults import Fault, StoreError, store_error

_FOLDER = Path(__file__).with_name("migrations")
APPLICATION_ID = 1400205420  # "Supl", set by the first migration


def shipped_steps() -> list[str]:
    """The SQL of all migrations in their order: the first makes version 1."""
    return [file.read_text("utf-8") for file in sorted(_FOLDER.glob("[0-9]*.sql"))]


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the database's form, 0 for an empty one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def require_ours(
    connection: sqlite3.Connection, newest: int, path: Path | None, words: NullTranslations
) -> None:
    """Raise StoreError for another program's database, or for one that a newer Supple wrote."""
    version = version_of(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if (application, version) == (0, 0) and not tables:
        return
    if application != APPLICATION_ID:
        raise store_error(Fault.FOREIGN, path, words)
    if version > newest:
        what = words.gettext(
            "This history was written by a newer Supple (file version {found}, this one reads up "
            "to {newest}). Nothing was changed."
        )
        fix = words.gettext("Please update Supple.")
        raise StoreError(Fault.NEWER, what.format(found=version, newest=newest), path, fix=fix)


def migrate(
    connection: sqlite3.Connection, steps: Sequence[str], keep_copy: Callable[[int], None]
) -> None:
    """Run the steps that the database has not seen.

    `keep_copy` is called with the present version before the first change to a database that
    holds something. Errors are SQLite's own; the steps before the failed one stay.
    """
    version = version_of(connection)
    if version == len(steps):
        return
    if version:
        keep_copy(version)
    # Rebuilding a table must not follow its references. Cannot be changed inside a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        for number, step in enumerate(steps, start=1):
            with transaction(connection):
                # Another process may have come first while this one waited for the lock.
                if version_of(connection) < number:
                    _run(connection, step)
                    connection.execute(f"PRAGMA user_version = {number}")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _run(connection: sqlite3.Connection, step: str) -> None:
    """All statements of `step`; not by executescript, which commits first."""
    for statement in statements(step):
        connection.execute(statement)
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise sqlite3.IntegrityError(f"the migration leaves a broken reference: {tuple(broken)}")


def statements(script: str) -> Iterator[str]:
    """The single statements of a script, each ending a line."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if re.sub(r"--.*", "", statement).strip():
        raise sqlite3.ProgrammingError(f"no end: {statement.strip()}")
