import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from supple.core.errors import FacilityError, InputError
from supple.devices.finding import Level
from supple.devices.store.backup import integrity, size_bytes
from supple.devices.store.check import check_database
from supple.devices.store.faults import StoreError
from supple.devices.store.sessions import list_sessions, record_step
from supple.devices.store.store import DiskStore
from tests.devices.store.samples import WORDS, compiled, keep, open_store, session, step


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiskStore]:
    with closing(open_store(tmp_path)) as store:
        keep(store, session(1), step(1, of=1))
        yield store


def ids(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as copy:
        return [row[0] for row in copy.execute("SELECT id FROM sessions ORDER BY id")]


def test_a_copy_holds_everything_that_was_committed_in_one_private_file(
    store: DiskStore, tmp_path: Path
) -> None:
    place = tmp_path / "copies"
    place.mkdir()
    store.copy_to(place / "a copy.db")
    assert ids(place / "a copy.db") == ["session-1"]
    assert [file.name for file in place.iterdir()] == ["a copy.db"]
    assert stat.S_IMODE((place / "a copy.db").stat().st_mode) == 0o600
    assert integrity(place / "a copy.db", WORDS) == ()


def record_five(db: sqlite3.Connection, start: int) -> None:
    for number in range(start, start + 5):
        record_step(db, session(number), step(1, of=number), compiled())


def test_the_store_goes_on_while_it_is_copied(store: DiskStore, tmp_path: Path) -> None:
    jobs = [partial(record_five, start=start) for start in range(2, 52, 5)]
    futures = [store.write(job) for job in jobs]
    store.copy_to(tmp_path / "copy.db")
    assert integrity(tmp_path / "copy.db", WORDS) == ()
    assert (len(ids(tmp_path / "copy.db")) - 1) % 5 == 0
    assert [future.exception() for future in futures] == [None] * 10
    assert len(store.read(list_sessions)) == 51


def test_a_copy_takes_the_place_of_an_older_one_at_once(store: DiskStore, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_bytes(b"older")
    store.copy_to(target)
    assert ids(target) == ["session-1"]


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(
    store: DiskStore, tmp_path: Path
) -> None:
    (tmp_path / "link.db").symlink_to("elsewhere.db")
    before = set(tmp_path.iterdir())
    for target in (tmp_path / "link.db", tmp_path / "no" / "copy.db", tmp_path):
        with pytest.raises(InputError):
            store.copy_to(target)
    with pytest.raises(FacilityError):
        store.copy_to(tmp_path / ("x" * 250))
    assert set(tmp_path.iterdir()) == before


def test_the_history_is_never_replaced_by_its_own_copy(store: DiskStore, tmp_path: Path) -> None:
    (tmp_path / "same.db").hardlink_to(tmp_path / "supple.db")
    for target in (tmp_path / "supple.db", tmp_path / "same.db"):
        with pytest.raises(InputError, match="another name"):
            store.copy_to(target)
    assert store.read(list_sessions)


def root_of(path: Path, name: str) -> slice:
    """Where the first page of a table or index lies in the file."""
    with closing(sqlite3.connect(path)) as copy:
        size = copy.execute("PRAGMA page_size").fetchone()[0]
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        page = copy.execute(query, (name,)).fetchone()[0]
    return slice((page - 1) * size, page * size)


def wipe(path: Path) -> None:
    place = root_of(path, "tests")
    content = bytearray(path.read_bytes())
    content[place] = bytes(place.stop - place.start)
    path.write_bytes(content)


def mix_up(path: Path) -> None:
    """Let an index say another day than its table."""
    place = root_of(path, "sessions_by_day")
    content = bytearray(path.read_bytes())
    content[place] = content[place].replace(b"2026-05-13", b"2026-05-14")
    path.write_bytes(content)


def test_damage_is_found(store: DiskStore, tmp_path: Path) -> None:
    store.copy_to(tmp_path / "copy.db")
    mix_up(tmp_path / "copy.db")
    assert "sessions_by_day" in "".join(integrity(tmp_path / "copy.db", WORDS))
    wipe(tmp_path / "copy.db")
    with pytest.raises(StoreError, match="may be damaged"):
        integrity(tmp_path / "copy.db", WORDS)


def test_a_broken_reference_is_found(store: DiskStore, tmp_path: Path) -> None:
    store.copy_to(tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db", isolation_level=None)) as copy:
        copy.execute("DELETE FROM sessions")
    found = integrity(tmp_path / "copy.db", WORDS)
    assert set(found) == {
        "broken reference in session_steps",
        "broken reference in compiled_sessions",
    }


def test_integrity_of_what_is_no_database_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(b"Dear diary, " * 1000)
    for name in ("letter", "missing"):
        with pytest.raises(StoreError):
            integrity(tmp_path / name, WORDS)


def test_the_size_counts_the_log_too(store: DiskStore, tmp_path: Path) -> None:
    path = tmp_path / "supple.db"
    log = tmp_path / "supple.db-wal"
    assert log.stat().st_size
    assert size_bytes(path) == path.stat().st_size + log.stat().st_size
    store.copy_to(tmp_path / "copy.db")
    assert size_bytes(tmp_path / "copy.db") == (tmp_path / "copy.db").stat().st_size


# What doctor says


def test_a_whole_history_is_fine_even_while_it_is_open(store: DiskStore, tmp_path: Path) -> None:
    found = check_database(tmp_path / "supple.db", WORDS)
    assert found.level is Level.OK
    assert found.words.startswith("Whole, ")
    assert store.read(list_sessions)


def test_no_history_yet_is_fine(tmp_path: Path) -> None:
    found = check_database(tmp_path / "supple.db", WORDS)
    assert (found.level, found.words) == (Level.OK, "Nothing is recorded yet.")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_history_is_told_with_the_fix(store: DiskStore, tmp_path: Path) -> None:
    store.copy_to(tmp_path / "copy.db")
    mix_up(tmp_path / "copy.db")
    found = check_database(tmp_path / "copy.db", WORDS)
    assert found.level is Level.LIMITED
    assert "damaged" in found.words
    assert found.fix == "Please restore a safety copy."


def test_a_history_that_will_not_open_is_missing(tmp_path: Path) -> None:
    (tmp_path / "supple.db").write_bytes(b"Dear diary, " * 1000)
    found = check_database(tmp_path / "supple.db", WORDS)
    assert found.level is Level.MISSING
    assert found.fix
