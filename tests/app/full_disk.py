"""A disk that is sometimes full, under the real store."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

from supple.core.errors import FacilityError
from supple.devices.store.store import DiskStore

T = TypeVar("T")


class FullDisk:
    """The real store on a disk that is sometimes full."""

    is_lasting = True

    def __init__(self, store: DiskStore) -> None:
        self.store = store
        self.full = False
        self.fault: Exception = FacilityError("The disk is full.")

    def write(self, job: Callable[[sqlite3.Connection], T]) -> Future[T]:
        if not self.full:
            return self.store.write(job)
        failed: Future[T] = Future()
        failed.set_exception(self.fault)
        return failed

    def read(self, job: Callable[[sqlite3.Connection], T]) -> T:
        return self.store.read(job)

    def moment(self) -> AbstractContextManager[None]:
        return self.store.moment()

    def copy_to(self, target: Path) -> None:
        self.store.copy_to(target)

    def close(self) -> None:
        self.store.close()
