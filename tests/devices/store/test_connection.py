import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from supple.devices.store.connection import (
    _is_on_network,
    open_for_reading,
    open_for_writing,
    open_in_memory,
    require_sqlite,
    transaction,
    use_write_ahead_log,
)
from supple.devices.store.faults import Fault, StoreError
from tests.devices.store.samples import WORDS


def opened(path: Path) -> sqlite3.Connection:
    connection = open_for_writing(path, WORDS)
    use_write_ahead_log(connection, path)
    return connection


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def fault_when_opened(path: Path) -> Fault:
    with pytest.raises(StoreError) as told:
        open_for_writing(path, WORDS)
    return told.value.fault


def test_what_is_committed_is_on_the_disk(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "new.db")) as connection:
        settings = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "fullfsync")
        assert [pragma(connection, name) for name in settings] == ["wal", 2, 1, 0, 1]
        assert pragma(connection, "busy_timeout") == 3000


def test_the_database_and_its_logs_are_the_users_alone(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "new.db")) as connection:
        connection.execute("CREATE TABLE t (a)")
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert modes == dict.fromkeys(("new.db", "new.db-wal", "new.db-shm"), 0o600)


def test_a_database_that_others_could_read_is_made_private(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.touch()
    path.chmod(0o644)
    open_for_writing(path, WORDS).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["a b.db", "what?.db", "100%.db", "a#b.db", "ä€.db", "%41.db"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    with closing(opened(tmp_path / name)) as connection:
        connection.execute("CREATE TABLE t (a)")
    assert [file.name for file in tmp_path.iterdir()] == [name]
    with open_for_reading(tmp_path / name, WORDS) as connection:
        assert connection.execute("SELECT name FROM sqlite_schema").fetchone()[0] == "t"


def test_reading_never_makes_a_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError), open_for_reading(tmp_path / "none.db", WORDS):
        pass
    assert list(tmp_path.iterdir()) == []


def test_reading_sees_one_moment(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with closing(opened(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
        with open_for_reading(path, WORDS) as reading:
            assert reading.execute("SELECT count(*) FROM t").fetchone()[0] == 0
            connection.execute("INSERT INTO t VALUES (1)")
            assert reading.execute("SELECT count(*) FROM t").fetchone()[0] == 0
        with open_for_reading(path, WORDS) as reading:
            assert reading.execute("SELECT count(*) FROM t").fetchone()[0] == 1


def test_a_transaction_is_all_or_nothing() -> None:
    with closing(open_in_memory()) as connection:
        connection.execute("CREATE TABLE t (a)")
        with transaction(connection):
            connection.execute("INSERT INTO t VALUES (1)")
        with pytest.raises(ZeroDivisionError), transaction(connection):
            connection.execute("INSERT INTO t VALUES (1 / ?)", (1 // 0,))
        assert connection.execute("SELECT count(*) FROM t").fetchone()[0] == 1


def test_a_transaction_that_sqlite_undid_itself_ends_in_the_first_error() -> None:
    with closing(open_in_memory()) as connection:
        connection.execute("CREATE TABLE t (a UNIQUE ON CONFLICT ROLLBACK)")
        with pytest.raises(sqlite3.IntegrityError), transaction(connection):
            connection.execute("INSERT INTO t VALUES (1), (1)")
        assert not connection.in_transaction


# Files that are not a database of ours


def test_what_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    content = b"Dear diary, " * 1000
    path.write_bytes(content)
    assert fault_when_opened(path) is Fault.DAMAGED
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["letter.db"]


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert fault_when_opened(tmp_path) is Fault.FOREIGN


def test_a_place_where_nothing_can_be_made_is_told(tmp_path: Path) -> None:
    assert fault_when_opened(tmp_path / "no" / "folder.db") is Fault.READ_ONLY


def test_an_emptied_file_beside_a_full_log_is_damage_not_a_fresh_start(tmp_path: Path) -> None:
    path = tmp_path / "cut.db"
    path.touch()
    log = tmp_path / "cut.db-wal"
    log.write_bytes(b"what was recorded")
    assert fault_when_opened(path) is Fault.DAMAGED
    assert log.read_bytes() == b"what was recorded"


def test_an_empty_log_is_no_reason_to_worry(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    (tmp_path / "new.db-wal").touch()
    opened(tmp_path / "new.db").close()


def test_opening_again_in_this_process_keeps_the_first_ones_lock(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with closing(opened(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("BEGIN IMMEDIATE")
        open_for_writing(path, WORDS).close()
        code = f"import sqlite3; sqlite3.connect({str(path)!r}, 0).execute('BEGIN IMMEDIATE')"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
        assert b"database is locked" in run.stderr


# Surroundings


def test_an_old_sqlite_is_told_with_the_fix() -> None:
    require_sqlite((3, 37, 0), WORDS)
    with pytest.raises(StoreError, match=r"SQLite 3\.36\.9 is too old.*3\.37 or newer") as told:
        require_sqlite((3, 36, 9), WORDS)
    assert told.value.fault is Fault.UNSUPPORTED


MOUNTS = """\
sysfs /sys sysfs rw,nosuid 0 0
/dev/vda / ext4 rw 0 0
server:/home {home} nfs4 rw 0 0
/dev/sdb1 {home}/my\\040stick vfat rw 0 0
tmpfs {home}/over cifs rw 0 0
tmpfs {home}/over tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("below", "network"),
    [
        ("data", True),
        ("my stick/data", False),
        ("over/data", False),
        ("overt", True),
        ("..", False),
    ],
)
def test_a_network_drive_is_known_by_the_nearest_mount(
    tmp_path: Path, below: str, network: bool
) -> None:
    mounts = MOUNTS.format(home=tmp_path)
    assert _is_on_network(tmp_path / below / "supple.db", mounts) is network


def test_without_a_table_of_mounts_every_drive_is_local(tmp_path: Path) -> None:
    assert not _is_on_network(tmp_path, "")
