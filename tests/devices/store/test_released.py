import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from supple.devices.store.backup import integrity
from supple.devices.store.migrate import migrate, shipped_steps, version_of
from tests.data.db.make import FOLDER, contents, fill
from tests.devices.store.samples import WORDS, open_store

RELEASED = sorted(FOLDER.glob("version-*.db"))
COUNT = "SELECT count(*) FROM {}"


def schema(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    return {tuple(row) for row in connection.execute("SELECT type, name, sql FROM sqlite_schema")}


def tables(connection: sqlite3.Connection) -> list[str]:
    return [name for kind, name, _ in schema(connection) if kind == "table"]


def test_there_is_a_database_of_every_form() -> None:
    names = [f"version-{number}" for number in range(1, len(shipped_steps()) + 1)]
    assert [path.stem for path in RELEASED] == names


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_every_released_history_opens_and_tells_the_same(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "supple.db")
    with closing(open_store(tmp_path)) as store:
        assert contents(store) + b"\n" == path.with_suffix(".json").read_bytes()
        assert store.read(version_of) == len(shipped_steps())
        fresh = store.read(schema)
    assert integrity(tmp_path / "supple.db", WORDS) == ()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        migrate(empty, shipped_steps(), lambda _version: None)
        assert schema(empty) == fresh


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_every_released_history_has_a_row_in_every_table(path: Path) -> None:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as released:
        empty = [t for t in tables(released) if not released.execute(COUNT.format(t)).fetchone()[0]]
    assert empty == []


def test_the_newest_pair_is_what_the_present_code_would_write(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        store.write(fill).result()
        assert contents(store) + b"\n" == RELEASED[-1].with_suffix(".json").read_bytes()


def test_the_file_can_be_read_with_plain_sqlite() -> None:
    uri = f"{RELEASED[-1].as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as plain:
        rows = plain.execute(
            "SELECT local_day, routine_name, outcome, datetime(started_utc) FROM sessions"
            " ORDER BY started_utc"
        ).fetchall()
    assert rows[0] == ("2026-05-12", "10-minute morning", "completed", "2026-05-12 12:09:00")
    assert len(rows) == 4
