import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path

import pytest

from supple.devices.store.faults import Fault, StoreError, fault_of, store_error, told_kindly
from supple.devices.store.ratings import list_ratings, save_rating
from supple.devices.store.sessions import list_sessions, record_step
from supple.devices.store.store import DiskStore
from tests.devices.store.samples import WORDS, compiled, open_store, rating, session, step


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiskStore]:
    with closing(open_store(tmp_path)) as store:
        yield store


def run(store: DiskStore, *statements: str) -> None:
    def job(db: sqlite3.Connection) -> None:
        for statement in statements:
            db.execute(statement)

    store.write(job).result()


def fault(job: Future[None]) -> Fault:
    error = job.exception()
    assert isinstance(error, StoreError)
    return error.fault


def fill(db: sqlite3.Connection) -> None:
    for number in range(2000):
        record_step(db, session(number), step(1, of=number), compiled())


def test_a_full_disk_loses_nothing_and_the_next_try_may_work(store: DiskStore) -> None:
    store.write(lambda db: save_rating(db, rating(1))).result()
    run(store, "PRAGMA max_page_count = 60")
    assert fault(store.write(fill)) is Fault.FULL
    assert store.read(list_sessions) == []
    run(store, "PRAGMA max_page_count = 100000")
    store.write(fill).result()
    assert len(store.read(list_sessions)) == 2000
    assert len(store.read(list_ratings)) == 1


def test_a_file_that_another_program_holds_is_told_and_tried_again(
    store: DiskStore, tmp_path: Path
) -> None:
    run(store, "PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(tmp_path / "supple.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert fault(store.write(lambda db: save_rating(db, rating()))) is Fault.BUSY
        other.execute("ROLLBACK")
    store.write(lambda db: save_rating(db, rating())).result()


def test_a_history_that_may_not_be_written_is_told(store: DiskStore) -> None:
    run(store, "PRAGMA query_only = ON")
    job = store.write(lambda db: save_rating(db, rating()))
    assert fault(job) is Fault.READ_ONLY


def test_a_damaged_page_is_told_and_nothing_is_overwritten(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        store.write(fill).result()
    path = tmp_path / "supple.db"
    content = bytearray(path.read_bytes())
    content[8192 : len(content) // 2] = b"\xff" * (len(content) // 2 - 8192)
    path.write_bytes(content)
    with (
        pytest.raises(StoreError, match=r"may be damaged\. Nothing was overwritten") as told,
        closing(open_store(tmp_path)) as store,
    ):
        store.read(list_sessions)
    assert told.value.fault is Fault.DAMAGED
    assert path.read_bytes() == content


def test_every_known_code_has_its_fault_and_every_other_is_a_bug() -> None:
    codes = {
        sqlite3.SQLITE_IOERR_FSYNC: Fault.DISK,
        sqlite3.SQLITE_BUSY_SNAPSHOT: Fault.BUSY,
        sqlite3.SQLITE_READONLY_DBMOVED: Fault.READ_ONLY,
        sqlite3.SQLITE_CORRUPT_INDEX: Fault.DAMAGED,
        sqlite3.SQLITE_CONSTRAINT_CHECK: None,
        sqlite3.SQLITE_MISUSE: None,
    }
    for code, expected in codes.items():
        error = sqlite3.OperationalError("")
        error.sqlite_errorcode = code
        assert fault_of(error) is expected
    assert fault_of(sqlite3.ProgrammingError("of Python's own")) is None


def test_a_text_that_is_none_means_a_damaged_file() -> None:
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(StoreError) as told,
        told_kindly(None, WORDS),
    ):
        connection.execute("SELECT CAST(x'ff41' AS TEXT)").fetchone()
    assert told.value.fault is Fault.DAMAGED


def test_a_bug_passes_as_it_is() -> None:
    with pytest.raises(sqlite3.ProgrammingError), told_kindly(None, WORDS):
        raise sqlite3.ProgrammingError


@pytest.mark.parametrize("kind", Fault)
def test_every_fault_is_said_in_plain_words(kind: Fault) -> None:
    words = str(store_error(kind, Path("/there/supple.db"), WORDS))
    assert words.startswith("/there/supple.db: ")
    for code in ("error", "sqlite", "SQLITE", "errno"):
        assert code not in words


def test_a_history_in_memory_has_no_place_to_name() -> None:
    assert str(store_error(Fault.FULL, None, WORDS)).startswith("The disk is full.")


def test_a_store_error_ends_a_command_as_failed() -> None:
    assert store_error(Fault.DISK, None, WORDS).exit_code == 1


def test_a_disk_without_room_for_the_index_is_full() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert fault_of(error) is Fault.FULL
