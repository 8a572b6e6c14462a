"""The user's history: a store on disk, and one in memory for when the disk is no help.

What is kept, and how, is told by the functions of the other modules (`sessions`, `ratings`): each
takes a connection, and is handed to `write` or `read`.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from supple.devices.clock import Clock
from supple.devices.store.backup import copy_database, fill_database, require_whole
from supple.devices.store.connection import (
    open_for_reading,
    open_for_writing,
    open_in_memory,
    use_write_ahead_log,
)
from supple.devices.store.device import Device
from supple.devices.store.faults import told_kindly
from supple.devices.store.migrate import migrate, require_ours, shipped_steps
from supple.devices.store.stamps import Stamps, latest_stamp
from supple.devices.store.writer import Writer

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
Job = Callable[[sqlite3.Connection], T]


class Store(Protocol):
    """A history that is read at once and written in the background."""

    @property
    def is_lasting(self) -> bool:
        """Whether what is written is still there after the program."""
        ...

    def write(self, job: Job[T]) -> "Future[T]":
        """Queue a job; its future is done when its work is safe. All of it is, or nothing.

        The future carries StoreError for what the user can mend.
        """
        ...

    def read(self, job: Job[T]) -> T:
        """Run a job that only reads, in the calling thread. It sees one moment. Raises StoreError.

        What was written is seen when its future is done.
        """
        ...

    def moment(self) -> AbstractContextManager[None]:
        """Let all that this thread reads within the block be of one and the same moment.

        So it is quicker, too. What is written meanwhile is not seen.
        """
        ...

    def close(self) -> None:
        """Finish what was queued. May be called again."""
        ...


class DiskStore:
    """The history in a file. Opening brings it to the newest form, after a safety copy.

    Raises StoreError, and FacilityError when the copy cannot be written; the file is then as it
    was. `backups` must be there. `steps` are the migrations, those that are shipped if None.
    """

    is_lasting = True

    def __init__(
        self,
        path: Path,
        backups: Path,
        device: Device,
        clock: Clock,
        words: NullTranslations,
        *,
        steps: Sequence[str] | None = None,
    ) -> None:
        self._path = path
        self._words = words
        steps = shipped_steps() if steps is None else steps
        connection = open_for_writing(path, words)
        try:
            with told_kindly(path, words):
                require_ours(connection, len(steps), path, words)
                use_write_ahead_log(connection, path)
                migrate(connection, steps, partial(self._keep_copy, connection, backups, clock))
                stamps = _stamped(connection, device, clock)
        except BaseException:
            connection.close()
            raise
        self._writer = Writer(connection, path, stamps, words)
        self._lent = _Lent()

    def write(self, job: Job[T]) -> "Future[T]":
        """Queue a job for the writer's thread."""
        return self._writer.submit(job)

    def read(self, job: Job[T]) -> T:
        """Run a job in the calling thread, on a connection of its own or that of the moment."""
        if self._lent.connection is not None:
            with told_kindly(self._path, self._words):
                return job(self._lent.connection)
        with open_for_reading(self._path, self._words) as connection:
            return job(connection)

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Lend this thread one connection for all jobs of the block."""
        if self._lent.connection is not None:
            yield
            return
        with open_for_reading(self._path, self._words) as connection:
            self._lent.connection = connection
            try:
                yield
            finally:
                self._lent.connection = None

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy while everything goes on. Raises as `copy_database` does."""
        self.read(lambda connection: copy_database(connection, self._path, target, self._words))

    def require_whole(self) -> None:
        """Raise StoreError unless the file is whole, and holds nothing but what Supple made."""
        with closing(open_in_memory()) as pattern:
            migrate(pattern, shipped_steps(), lambda _version: None)
            self.read(lambda found: require_whole(found, self._path, pattern, self._words))

    def replace_with(self, source: Path) -> None:
        """Make the history the one in the file `source`, which is whole, at once or not at all.

        Raises StoreError.
        """
        self._writer.submit_alone(partial(fill_database, source=source)).result()

    def close(self) -> None:
        """Finish what was queued and close the file."""
        self._writer.close()

    def _keep_copy(
        self, connection: sqlite3.Connection, backups: Path, clock: Clock, version: int
    ) -> None:
        name = f"supple-{clock.wall():%Y-%m-%d-%H%M%S}-version-{version}.db"
        copy_database(connection, self._path, backups / name, self._words)


class _Lent(threading.local):
    """The connection that a thread has for a moment."""

    connection: sqlite3.Connection | None = None


class MemoryStore:
    """A history that starts empty and is gone after the program: everything works, nothing stays.

    For when the file will not open, and the Null form of the store.
    """

    is_lasting = False

    def __init__(self, device: Device, clock: Clock, words: NullTranslations) -> None:
        connection = open_in_memory()
        migrate(connection, shipped_steps(), lambda _version: None)
        stamps = _stamped(connection, device, clock)
        self._writer = Writer(connection, None, stamps, words)

    def write(self, job: Job[T]) -> "Future[T]":
        """Queue a job for the writer's thread."""
        return self._writer.submit(job)

    def read(self, job: Job[T]) -> T:
        """Run a job between those that write, as they share one connection."""
        return self._writer.submit(partial(_only_reading, job)).result()

    def moment(self) -> AbstractContextManager[None]:
        """Nothing to hold on to: here only this program writes."""
        return nullcontext()

    def close(self) -> None:
        """Finish what was queued and forget everything."""
        self._writer.close()


def _only_reading(job: Job[T], connection: sqlite3.Connection) -> T:
    connection.execute("PRAGMA query_only = ON")
    try:
        return job(connection)
    finally:
        connection.execute("PRAGMA query_only = OFF")


def _stamped(connection: sqlite3.Connection, device: Device, clock: Clock) -> Stamps:
    """Give the connection the SQL functions that mark who changed a record and when."""
    stamps = Stamps(clock, device.id, latest_stamp(connection))
    connection.create_function("new_stamp", 0, stamps.next)
    connection.create_function("see_stamp", 1, stamps.see)
    connection.create_function("this_device", 0, lambda: device.id)
    return stamps
