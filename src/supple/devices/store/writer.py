"""The one thread that writes, so that no screen ever waits for the disk."""

import sqlite3
from collections.abc import Callable
from functools import cached_property
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from supple.devices.store.connection import transaction
from supple.devices.store.faults import told_kindly
from supple.devices.store.stamps import Stamps, latest_stamp

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class Writer:
    """Runs jobs one after the other, each in a transaction of its own, on one connection.

    The connection belongs to the writer from now on. The thread starts with the first job.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path | None,
        stamps: Stamps,
        words: NullTranslations,
    ) -> None:
        self._connection = connection
        self._stamps = stamps
        self._seen_version = _data_version(connection)
        self._path = path
        self._words = words

    @cached_property
    def _thread(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # a start only reads

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="supple-store")

    def submit(self, job: Callable[[sqlite3.Connection], T]) -> "Future[T]":
        """Queue a job. Its result is there once its work is on the disk.

        A job that fails changes nothing; its future carries the exception (StoreError for what the
        user can mend), and the next job runs.
        """
        return self._thread.submit(self._run, job)

    def submit_alone(self, job: Callable[[sqlite3.Connection], T]) -> "Future[T]":
        """Queue a job that needs no transaction around it, because it is one by itself."""
        return self._thread.submit(self._run_alone, job)

    def close(self) -> None:
        """Finish all that was queued, then close the connection. May be called again."""
        self._thread.shutdown(wait=True)
        self._connection.close()

    def _run(self, job: Callable[[sqlite3.Connection], T]) -> T:
        with told_kindly(self._path, self._words), transaction(self._connection):
            self._notice_others()
            return job(self._connection)

    def _run_alone(self, job: Callable[[sqlite3.Connection], T]) -> T:
        with told_kindly(self._path, self._words):
            result = job(self._connection)
            self._stamps.see(latest_stamp(self._connection))
            return result

    def _notice_others(self) -> None:
        """Go on from the stamps that another process has given in the same database."""
        version = _data_version(self._connection)
        if version != self._seen_version:
            self._seen_version = version
            self._stamps.see(latest_stamp(self._connection))


def _data_version(connection: sqlite3.Connection) -> int:
    """A number that changes when another connection has changed the database."""
    version: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return version
