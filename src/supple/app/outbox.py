"""What is on its way to the disk: in order, tried again, and never forgotten before it is safe."""

import sqlite3
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from supple.core.errors import SuppleError
from supple.core.history.records import SessionRecord
from supple.devices.store.store import Job, Store

if TYPE_CHECKING:
    from concurrent.futures import Future

Failed = Callable[[SuppleError], None]


class Outbox:
    """Holds what is to be written. `wait`: a call is over only when its work is safe, or failed.

    What cannot be written stays in memory and is tried again with the next job or `retry()`;
    `failed` is told each time, in the thread of those calls.
    """

    def __init__(self, store: Store, failed: Failed, *, wait: bool = False) -> None:
        self._store = store
        self._failed = failed
        self._wait = wait
        self._lock = Lock()  # over what both this thread and the store's touch
        self._unsaved: list[Job[object]] = []
        self._faults: list[BaseException] = []

    @property
    def records(self) -> tuple[SessionRecord, ...]:
        """The sessions that it writes about, as far as they have come."""
        return ()

    @property
    def is_safe(self) -> bool:
        """Whether everything finished so far is on disk."""
        with self._lock:
            return not self._unsaved

    @property
    def unsaved(self) -> tuple[Job[object], ...]:
        """What is not on disk yet, in order."""
        with self._lock:
            return tuple(self._unsaved)

    def keep(self, job: Job[object]) -> None:
        """Write this after all that is unsaved; what the disk does not take is tried again."""
        with self._lock:
            self._unsaved.append(job)
        self._flush(wait=self._wait)

    def retry(self) -> None:
        """Try once more, and wait for it, to write what could not be written."""
        if not self.is_safe:
            self._flush(wait=True)

    def report(self) -> None:
        """Tell what could not be written since the last time."""
        with self._lock:
            faults, self._faults = self._faults, []
        for fault in faults:
            if not isinstance(fault, SuppleError):
                raise fault
            self._failed(fault)

    def _flush(self, *, wait: bool) -> None:
        """Write all that is unsaved in one transaction, so that it keeps its order."""
        future = self._store.write(self._write_all)
        future.add_done_callback(self._written)
        if wait:
            future.exception()
            self.report()

    def _write_all(self, connection: sqlite3.Connection) -> int:
        jobs = self.unsaved
        for job in jobs:
            job(connection)
        return len(jobs)

    def _written(self, future: "Future[int]") -> None:
        """In the store's thread, before its next job: forget what is safe now."""
        error = future.exception()
        with self._lock:
            if error is None:
                del self._unsaved[: future.result()]
            else:
                self._faults.append(error)
