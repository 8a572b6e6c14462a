import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from supple.devices.store.backup import integrity
from supple.devices.store.connection import open_for_writing, open_in_memory
from supple.devices.store.faults import Fault, StoreError
from supple.devices.store.migrate import (
    APPLICATION_ID,
    migrate,
    require_ours,
    shipped_steps,
    statements,
    version_of,
)
from supple.devices.store.sessions import list_sessions
from tests.devices.store.samples import DEVICE, WORDS, open_store

FIRST = "CREATE TABLE a (x INTEGER PRIMARY KEY) STRICT;\nPRAGMA application_id = 1400205420;"
SECOND = "CREATE TABLE b (x INTEGER REFERENCES a) STRICT;\nINSERT INTO a VALUES (7);"
THIRD = """
CREATE TABLE c (x INTEGER PRIMARY KEY, y TEXT NOT NULL) STRICT; -- a comment after it
INSERT INTO c SELECT x, 'kept; it was' FROM a;
DROP TABLE a;
ALTER TABLE c RENAME TO a;
CREATE TRIGGER keep BEFORE DELETE ON a BEGIN
  SELECT raise(ABORT, 'no');
END;
"""


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(open_in_memory()) as connection:
        yield connection


def no_copy(_version: int) -> None:
    pytest.fail("an empty database needs no copy")


def schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name")
    return [tuple(row) for row in rows]


# The runner


def test_an_empty_database_gets_all_steps_without_a_copy(connection: sqlite3.Connection) -> None:
    migrate(connection, [FIRST, SECOND, THIRD], no_copy)
    assert version_of(connection) == 3
    assert connection.execute("SELECT x, y FROM a").fetchone()[:] == (7, "kept; it was")


def test_an_older_database_is_copied_before_its_first_step_only(
    connection: sqlite3.Connection,
) -> None:
    migrate(connection, [FIRST], no_copy)
    copied: list[tuple[int, int]] = []
    migrate(
        connection,
        [FIRST, SECOND, THIRD],
        lambda version: copied.append((version, len(schema(connection)))),
    )
    assert copied == [(1, 1)]
    migrate(connection, [FIRST, SECOND, THIRD], no_copy)


def test_step_by_step_or_at_once_makes_the_same_database(connection: sqlite3.Connection) -> None:
    steps = [FIRST, SECOND, THIRD]
    migrate(connection, steps, no_copy)
    with closing(open_in_memory()) as other:
        for number in range(1, 4):
            migrate(other, steps[:number], lambda _version: None)
        assert schema(other) == schema(connection)


@pytest.mark.parametrize(
    ("step", "error"),
    [
        ("CREATE TABLE b (x);\nINSERT INTO nowhere VALUES (1);", sqlite3.OperationalError),
        ("CREATE TABLE b (x);\nCREATE TABLE never (ends", sqlite3.ProgrammingError),
        ("CREATE TABLE b (x REFERENCES a);\nINSERT INTO b VALUES (9);", sqlite3.IntegrityError),
    ],
)
def test_a_step_that_fails_leaves_the_step_before(
    connection: sqlite3.Connection, step: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        migrate(connection, [FIRST, step], no_copy)
    assert version_of(connection) == 1
    assert [name for name, _ in schema(connection)] == ["a"]
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_a_copy_that_fails_stops_everything(connection: sqlite3.Connection) -> None:
    migrate(connection, [FIRST], no_copy)

    def full(_version: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate(connection, [FIRST, SECOND], full)
    assert version_of(connection) == 1


def test_two_processes_that_start_together_both_end_well(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    steps = [FIRST, *(f"CREATE TABLE t{number} (x INTEGER) STRICT;" for number in range(30))]

    def start(_number: int) -> int:
        with closing(open_for_writing(path, WORDS)) as connection:
            migrate(connection, steps, lambda _version: None)
            return version_of(connection)

    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(start, range(4))) == {31}


def test_statements_end_where_sqlite_says() -> None:
    script = "CREATE TRIGGER t DELETE ON a BEGIN\n SELECT 1;\n SELECT ';';\nEND;\n-- x;\nSELECT 2;"
    assert len(list(statements(script))) == 2
    assert list(statements("-- nothing to do\n")) == []


# The shipped steps


def test_the_shipped_steps_are_numbered_without_a_gap() -> None:
    folder = Path(migrate.__code__.co_filename).with_name("migrations")
    numbers = sorted(int(file.name[:4]) for file in folder.glob("*.sql"))
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(shipped_steps()) == len(numbers)


def test_every_table_is_strict_and_every_file_is_marked_as_ours(
    connection: sqlite3.Connection,
) -> None:
    migrate(connection, shipped_steps(), no_copy)
    tables = connection.execute("PRAGMA table_list").fetchall()
    assert all(row["strict"] for row in tables if not row["name"].startswith("sqlite_"))
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID


# Opening


def require(connection: sqlite3.Connection, newest: int = 3) -> Fault | None:
    try:
        require_ours(connection, newest, None, WORDS)
    except StoreError as error:
        return error.fault
    return None


def test_an_empty_one_and_all_known_versions_are_ours(connection: sqlite3.Connection) -> None:
    assert require(connection) is None
    for number in range(1, 4):
        migrate(connection, [FIRST, SECOND, THIRD][:number], lambda _version: None)
        assert require(connection) is None


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE recipes (x)", "PRAGMA user_version = 1", "PRAGMA application_id = 42"],
)
def test_another_programs_database_is_not_touched(
    connection: sqlite3.Connection, statement: str
) -> None:
    connection.execute(statement)
    assert require(connection) is Fault.FOREIGN


def test_a_newer_history_is_refused_kindly_and_left_alone(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    path = tmp_path / "supple.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("PRAGMA journal_mode = DELETE")
        newer.execute("PRAGMA user_version = 9")
    content = path.read_bytes()
    with pytest.raises(StoreError) as told:
        open_store(tmp_path)
    assert told.value.fault is Fault.NEWER
    assert told.value.what == (
        "This history was written by a newer Supple (file version 9, this one reads up to "
        f"{len(shipped_steps())}). Nothing was changed."
    )
    assert path.read_bytes() == content
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_history_of_a_version_before_is_kept_as_a_copy(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    steps = [*shipped_steps(), "CREATE TABLE next_release (x INTEGER) STRICT;"]
    open_store(tmp_path, steps=steps).close()
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name == f"supple-2026-05-13-140800-version-{len(steps) - 1}.db"
    with closing(sqlite3.connect(copy)) as old:
        assert version_of(old) == len(steps) - 1
    assert integrity(copy, WORDS) == ()


def test_the_stamp_of_the_computer_is_ready_after_opening(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        found = store.write(lambda db: db.execute("SELECT this_device()").fetchone()[0]).result()
        assert found == DEVICE.id
        assert store.read(list_sessions) == []
