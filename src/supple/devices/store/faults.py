"""What can go wrong with the database in a way the user can mend, told by SQLite's primary code.

Every other database error is a bug and is left as it is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from gettext import NullTranslations
from pathlib import Path

from supple.core.errors import FacilityError


class Fault(StrEnum):
    """The kinds of trouble, so that a caller can choose what to offer."""

    BUSY = "busy"
    FULL = "full"
    READ_ONLY = "read-only"
    DISK = "disk"
    DAMAGED = "damaged"
    NEWER = "newer"
    FOREIGN = "foreign"
    UNSUPPORTED = "unsupported"


PASSING = frozenset({Fault.BUSY, Fault.FULL, Fault.READ_ONLY, Fault.DISK})
"""What may be over the next time it is tried."""


class StoreError(FacilityError):
    """The history cannot be read or written now; `fault` says what kind of trouble it is."""

    def __init__(self, fault: Fault, what: str, path: Path | None = None, *, fix: str = "") -> None:
        super().__init__(what, where=str(path or ""), fix=fix)
        self.fault = fault


class DamagedRowError(Exception):
    """A row holds what Supple never writes: the file was changed by something else."""


_FAULTS = {
    sqlite3.SQLITE_BUSY: Fault.BUSY,
    sqlite3.SQLITE_LOCKED: Fault.BUSY,
    sqlite3.SQLITE_PROTOCOL: Fault.BUSY,
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Fault.READ_ONLY,
    sqlite3.SQLITE_IOERR: Fault.DISK,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
}
_PRIMARY_CODE = 0xFF
_NO_TEXT = "Could not decode to UTF-8"  # told by Python's reader, without a code
_WHEN_FULL = sqlite3.SQLITE_IOERR_SHMSIZE  # on a full disk SQLite cannot even lay out its index


def fault_of(error: sqlite3.Error) -> Fault | None:
    """The kind of trouble behind an error of SQLite's; None for a bug."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code == _WHEN_FULL:
        return Fault.FULL
    if code is None:
        return Fault.DAMAGED if str(error).startswith(_NO_TEXT) else None
    return _FAULTS.get(code & _PRIMARY_CODE)


@contextmanager
def told_kindly(path: Path | None, words: NullTranslations) -> Iterator[None]:
    """Turn what the user can mend into StoreError; `path` is None for a history in memory."""
    try:
        yield
    except (DamagedRowError, UnicodeDecodeError) as error:
        # What SQLite says of a damaged table may quote what is no text any more.
        raise store_error(Fault.DAMAGED, path, words) from error
    except sqlite3.Error as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise store_error(fault, path, words) from error


def store_error(fault: Fault, path: Path | None, words: NullTranslations) -> StoreError:
    """The fault in words. What became of a session that was being saved, its recorder tells."""
    _ = words.gettext
    if fault is Fault.BUSY:
        what = _("Another program is using your history file.")
        return StoreError(fault, what, path, fix=_("Please close it and try again."))
    if fault is Fault.FULL:
        what, fix = _("The disk is full."), _("Please free some space before you close Supple.")
        return StoreError(fault, what, path, fix=fix)
    if fault is Fault.READ_ONLY:
        what = _("Your history file can't be opened for writing.")
        fix = _("Please make the file and its folder writable.")
        return StoreError(fault, what, path, fix=fix)
    if fault is Fault.DISK:
        what = _("The disk reported a fault while your history was in use.")
        return StoreError(fault, what, path, fix=_("Please check the disk."))
    if fault is Fault.FOREIGN:
        what = _("That isn't a Supple file. Nothing was changed.")
        return StoreError(fault, what, path)
    what = _("Your history file can't be opened. It may be damaged. Nothing was overwritten.")
    return StoreError(fault, what, path, fix=_("Please restore a safety copy."))
