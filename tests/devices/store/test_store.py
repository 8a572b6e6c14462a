"""What holds for every form of the store."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from supple.devices.clock import ManualClock
from supple.devices.store.faults import StoreError
from supple.devices.store.ratings import list_ratings, save_rating
from supple.devices.store.sessions import end_session, list_sessions, record_step
from supple.devices.store.store import MemoryStore, Store
from tests.devices.store.samples import (
    DEVICE,
    WORDS,
    compiled,
    open_store,
    rating,
    session,
    step,
)

FORMS: dict[str, Callable[[Path], Store]] = {
    "disk": open_store,
    "memory": lambda _folder: MemoryStore(DEVICE, ManualClock(), WORDS),
}


@pytest.fixture(params=FORMS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with closing(FORMS[request.param](tmp_path)) as store:
        yield store


def count(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("SELECT count(*) FROM ratings").fetchone()[0]
    return found


def test_a_new_store_is_empty(store: Store) -> None:
    assert store.read(list_sessions) == []


def test_what_was_written_is_read(store: Store) -> None:
    store.write(lambda db: record_step(db, session(), step(1), compiled())).result()
    (found,) = store.read(list_sessions)
    assert found.session.id == "session-1"
    assert [each.id for each in found.steps] == ["step-1-1"]


def test_a_job_returns_its_result(store: Store) -> None:
    assert store.write(lambda db: end_session(db, session())).result() is False
    assert store.write(count).result() == store.read(count) == 0


def test_a_failing_job_changes_nothing_and_the_next_one_runs(store: Store) -> None:
    def fail(db: sqlite3.Connection) -> None:
        save_rating(db, rating(1))
        raise ZeroDivisionError

    failed = store.write(fail)
    worked = store.write(lambda db: save_rating(db, rating(2)))
    assert isinstance(failed.exception(), ZeroDivisionError)
    assert worked.exception() is None
    assert [each.id for each in store.read(list_ratings)] == ["rating-2"]


def test_a_bug_in_sql_stays_what_it_is(store: Store) -> None:
    for run in (store.read, lambda job: store.write(job).result()):
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            run(lambda db: db.execute("SELECT * FROM no_table"))


def test_a_reading_job_cannot_change_anything(store: Store) -> None:
    store.write(lambda db: save_rating(db, rating(1))).result()
    with pytest.raises(StoreError):
        store.read(lambda db: db.execute("DELETE FROM ratings"))
    assert store.read(count) == 1
    store.write(lambda db: save_rating(db, rating(2))).result()


def test_jobs_run_in_the_order_they_came_off_the_callers_thread(store: Store) -> None:
    order: list[int] = []
    threads: set[int] = set()

    def job(number: int) -> Callable[[sqlite3.Connection], None]:
        def run(_db: sqlite3.Connection) -> None:
            order.append(number)
            threads.add(threading.get_ident())

        return run

    for number in range(50):
        store.write(job(number))
    store.close()
    assert order == list(range(50))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_reading_works_from_any_thread(store: Store) -> None:
    store.write(lambda db: save_rating(db, rating())).result()
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(store.read(count))) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 5


def test_what_is_read_in_a_moment_is_all_of_that_moment(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        with store.moment():
            assert store.read(count) == 0
            store.write(lambda db: save_rating(db, rating())).result()
            with store.moment():
                assert store.read(count) == 0
            assert store.read(count) == 0
        assert store.read(count) == 1


def test_another_thread_has_moments_of_its_own(tmp_path: Path) -> None:
    found: list[int] = []
    with closing(open_store(tmp_path)) as store, store.moment():
        assert store.read(count) == 0
        store.write(lambda db: save_rating(db, rating())).result()
        other = threading.Thread(target=lambda: found.append(store.read(count)))
        other.start()
        other.join()
        assert store.read(count) == 0
    assert found == [1]


def test_trouble_within_a_moment_is_told_as_outside_of_one(store: Store) -> None:
    with store.moment():
        with pytest.raises(StoreError):
            store.read(lambda db: db.execute("DELETE FROM ratings"))
        assert store.read(count) == 0
    with pytest.raises(ZeroDivisionError), store.moment():
        store.read(lambda _db: 1 / 0)
    assert store.read(count) == 0


def test_closing_finishes_what_was_queued_and_may_be_repeated(store: Store) -> None:
    futures = [store.write(partial(save_rating, rating=rating(n))) for n in range(20)]
    store.close()
    store.close()
    assert all(future.done() and not future.exception() for future in futures)


def test_a_closed_store_takes_no_more(store: Store) -> None:
    store.close()
    with pytest.raises(RuntimeError, match="shutdown"):
        store.write(count)


def test_only_the_disk_lasts(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as disk:
        disk.write(lambda db: save_rating(db, rating())).result()
        assert disk.is_lasting
    with closing(open_store(tmp_path)) as again:
        assert again.read(count) == 1
    for _ in range(2):
        with closing(MemoryStore(DEVICE, ManualClock(), WORDS)) as memory:
            assert not memory.is_lasting
            assert memory.read(count) == 0
            memory.write(lambda db: save_rating(db, rating())).result()
