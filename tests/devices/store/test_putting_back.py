"""A database of the user's choice: fetched, distrusted, and put in the place of the present one."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from supple.core.errors import InputError
from supple.devices.store.backup import fetch_database, integrity
from supple.devices.store.faults import Fault, StoreError
from supple.devices.store.ratings import list_ratings, save_rating
from supple.devices.store.store import DiskStore
from tests.devices.store.samples import WORDS, keep, open_store, rating, session, step


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiskStore]:
    with closing(open_store(tmp_path)) as store:
        store.write(lambda db: save_rating(db, rating(1))).result()
        yield store


@pytest.fixture
def other(tmp_path: Path) -> Iterator[DiskStore]:
    (tmp_path / "other").mkdir()
    with closing(open_store(tmp_path / "other")) as store:
        store.write(lambda db: save_rating(db, rating(2))).result()
        yield store


def ids(store: DiskStore) -> list[str]:
    return [each.id for each in store.read(list_ratings)]


def test_the_history_becomes_another_at_once_for_all_who_have_it_open(
    store: DiskStore, other: DiskStore, tmp_path: Path
) -> None:
    other.copy_to(tmp_path / "copy.db")
    with closing(open_store(tmp_path)) as window:
        store.replace_with(tmp_path / "copy.db")
        assert ids(window) == ids(store) == ["rating-2"]
        for number, each in ((3, window), (4, store)):
            each.write(partial(save_rating, rating=rating(number))).result()
        assert sorted(ids(window)) == ["rating-2", "rating-3", "rating-4"]
    assert integrity(tmp_path / "supple.db", WORDS) == ()


def test_what_is_written_afterwards_is_later_than_what_came(
    store: DiskStore, other: DiskStore, tmp_path: Path
) -> None:
    late = "UPDATE ratings SET changed = '07000000000000.0000.x'"
    other.write(lambda db: db.execute(late).rowcount).result()
    other.copy_to(tmp_path / "copy.db")
    store.replace_with(tmp_path / "copy.db")
    store.write(lambda db: save_rating(db, rating(3))).result()
    found = {each.id: each.changed for each in store.read(list_ratings)}
    assert found["rating-3"] > found["rating-2"]


def test_a_history_that_another_program_writes_to_stays(
    store: DiskStore, other: DiskStore, tmp_path: Path
) -> None:
    other.copy_to(tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "supple.db", isolation_level=None)) as busy:
        busy.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as error:
            store.replace_with(tmp_path / "copy.db")
    assert error.value.fault is Fault.BUSY
    assert ids(store) == ["rating-1"]


def test_a_file_is_fetched_as_it_is_for_the_user_alone(store: DiskStore, tmp_path: Path) -> None:
    target = tmp_path / "fetched.db"
    assert ids(store) == ["rating-1"]
    fetch_database(tmp_path / "supple.db", target, WORDS)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT id FROM ratings").fetchall() == [("rating-1",)]


def test_what_is_no_database_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("hello" * 1000)
    with pytest.raises(StoreError):
        fetch_database(tmp_path / "text", tmp_path / "fetched.db", WORDS)
    for source in (tmp_path / "nothing", tmp_path, Path("/dev/zero")):
        with pytest.raises(InputError):
            fetch_database(source, tmp_path / "fetched.db", WORDS)


def test_a_whole_history_passes(store: DiskStore) -> None:
    keep(store, session(1), step(1))
    store.require_whole()


@pytest.mark.parametrize(
    "addition",
    [
        "CREATE TRIGGER t AFTER INSERT ON ratings BEGIN DELETE FROM sessions; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE more (a)",
        "DROP INDEX ratings_by_day",
    ],
)
def test_a_history_that_somebody_built_on_does_not(store: DiskStore, addition: str) -> None:
    store.write(lambda db: db.execute(addition).rowcount).result()
    with pytest.raises(StoreError) as error:
        store.require_whole()
    assert error.value.fault is Fault.FOREIGN


def test_what_sqlite_keeps_for_itself_may_be_there(store: DiskStore) -> None:
    store.write(lambda db: db.execute("ANALYZE").rowcount).result()
    store.require_whole()


def test_a_history_with_a_broken_reference_is_damaged(store: DiskStore, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "supple.db")) as plain, plain:
        plain.execute("INSERT INTO compiled_sessions VALUES ('no-session', '')")
    with pytest.raises(StoreError) as error:
        store.require_whole()
    assert error.value.fault is Fault.DAMAGED
