"""A lock between processes that goes with the process that holds it, however that ends."""

import sys
from pathlib import Path
from typing import IO


class FileLock:
    """The right to do something that only one process may do at a time, tied to one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    @property
    def is_held(self) -> bool:
        """Whether this process has it."""
        return self._file is not None

    def acquire(self) -> bool:
        """Take the lock; False if another holds it. Raises OSError if the file cannot be made."""
        if self._file is not None:
            return True
        file = self._path.open("ab")
        self._path.chmod(0o600)
        if not _try_lock(file):
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let another have it. May be called again."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def is_taken(self) -> bool:
        """Whether another process has it now."""
        if self._file is not None or not self.acquire():
            return self._file is None
        self.release()
        return False


def _try_lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
