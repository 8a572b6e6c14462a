"""Connections to the database: how they are opened, and the transaction around a piece of work."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from gettext import NullTranslations
from pathlib import Path

from supple.devices.store.faults import Fault, StoreError, store_error, told_kindly

_OLDEST_SQLITE = (3, 37, 0)
_PATIENCE_S = 3.0
_OPEN_TO_OTHERS = 0o077
_NETWORK = frozenset({"9p", "afs", "cifs", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"})


def open_for_writing(path: Path, words: NullTranslations) -> sqlite3.Connection:
    """A connection to the database at `path`, which is made, for the user alone, if missing.

    Transactions are explicit and on the disk when they are over. Any one thread at a time may use
    the connection. Raises StoreError; a file that is no database is left as it is.
    """
    require_sqlite(sqlite3.sqlite_version_info, words)
    _prepare(path, words)
    with told_kindly(path, words):
        connection = _connect(_address(path))
        try:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA fullfsync = ON")  # macOS: past the disk's own cache
        except BaseException:
            connection.close()
            raise
    return connection


def use_write_ahead_log(connection: sqlite3.Connection, path: Path) -> None:
    """Let readers and the writer go on side by side, except on a network drive.

    There a log needs memory that machines cannot share. May write to the file: call it once the
    file is known to be ours. Errors are SQLite's own.
    """
    mode = "DELETE" if _is_on_network(path, _mounts()) else "WAL"
    connection.execute(f"PRAGMA journal_mode = {mode}")


@contextmanager
def open_for_reading(path: Path, words: NullTranslations) -> Iterator[sqlite3.Connection]:
    """Lend a connection that sees one moment of an existing database and cannot change it.

    Raises StoreError.
    """
    with told_kindly(path, words):
        connection = _connect(_address(path))
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()


def open_in_memory() -> sqlite3.Connection:
    """A connection to an empty database that is gone when it is closed."""
    return _connect(":memory:")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block or none of it; at its end it is on the disk."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # After a full disk SQLite may have rolled back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def require_sqlite(found: tuple[int, ...], words: NullTranslations) -> None:
    """Raise StoreError if this SQLite is too old for the tables of the history."""
    if found >= _OLDEST_SQLITE:
        return
    what = words.gettext("SQLite {found} is too old to keep your history.")
    fix = words.gettext("Please install a Python that brings SQLite 3.37 or newer.")
    version = ".".join(map(str, found))
    raise StoreError(Fault.UNSUPPORTED, what.format(found=version), fix=fix)


def _address(path: Path) -> str:
    """The file as an URI that never makes it, whatever signs its name is written with."""
    return f"{path.absolute().as_uri()}?mode=rw"


def _connect(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False, uri=True
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _prepare(path: Path, words: NullTranslations) -> None:
    """Make the file, or make the one that is there private.

    That is never opened here: closing it again would free the locks that SQLite holds on it in
    this process (fcntl locks belong to the process).
    """
    if path.exists():
        if not path.is_file():
            raise store_error(Fault.FOREIGN, path, words)
        log = path.with_name(f"{path.name}-wal")
        if not path.stat().st_size and log.exists() and log.stat().st_size:
            # SQLite takes an empty file for new and would throw the log away.
            raise store_error(Fault.DAMAGED, path, words)
        if path.stat().st_mode & _OPEN_TO_OTHERS:
            # A stick with a file system without owners cannot; that is its user's choice.
            with suppress(OSError):
                path.chmod(0o600)
        return
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise store_error(Fault.READ_ONLY, path, words) from error


def _mounts() -> str:
    """The kernel's table of mounted file systems, empty where it keeps none."""
    table = Path("/proc/self/mounts")
    return table.read_text(errors="surrogateescape") if table.exists() else ""


def _is_on_network(path: Path, mounts: str) -> bool:
    """Whether `path` lies on a network drive, by a table in the form of /proc/self/mounts."""
    real = path.resolve()
    longest, network = 0, False
    for line in mounts.splitlines():
        place, kind = line.split(" ")[1:3]
        place = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), place)
        if len(place) >= longest and real.is_relative_to(place):
            longest, network = len(place), kind in _NETWORK
    return network
