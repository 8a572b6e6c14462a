"""Taking the history out and bringing one in: all of it, or nothing."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from supple.app.transfer import FAULTS_SHOWN, FaultyLinesError, Imported, Transfer
from supple.core.errors import InputError
from supple.core.history.lines import encode_line
from supple.core.history.versions import RecordKind
from supple.devices.clock import ManualClock
from supple.devices.store.journal_state import Sent, keep_sent, read_sent
from supple.devices.store.sessions import list_sessions
from supple.devices.store.store import MemoryStore, Store
from supple.devices.store.versions import put_version, versions_since
from tests.core.history.versions import deletion, one_of_each, session, stamp
from tests.devices.store.samples import DEVICE, WORDS

HEADER = b'{"format":"supple-history","version":1}\n'


@pytest.fixture
def new_store() -> Iterator[Callable[[], Store]]:
    with ExitStack() as closing:

        def made() -> Store:
            store = MemoryStore(DEVICE, ManualClock(), WORDS)
            closing.callback(store.close)
            return store

        yield made


@pytest.fixture
def store(new_store: Callable[[], Store]) -> Store:
    store = new_store()
    for version in one_of_each():
        store.write(partial(put_version, version=version)).result()
    return store


def transfer(store: Store) -> Transfer:
    return Transfer(store, DEVICE, WORDS)


def ids(store: Store) -> list[str]:
    return [version.id for version in store.read(lambda db: list(versions_since(db)))]


def file(folder: Path, *lines: bytes) -> Path:
    path = folder / "history.supple"
    path.write_bytes(HEADER + b"\n".join(lines))
    return path


def test_an_export_makes_an_empty_history_the_same(
    store: Store, new_store: Callable[[], Store], tmp_path: Path
) -> None:
    gone = deletion("session-9", RecordKind.SESSION, stamp(3))
    store.write(partial(put_version, version=gone)).result()
    count = transfer(store).export(tmp_path / "all.supple")
    other = new_store()
    done = transfer(other).import_(tmp_path / "all.supple")
    assert (count, done) == (8, Imported(taken=8, known=0, left_out=0))
    assert other.read(list_sessions) == store.read(list_sessions)
    transfer(other).export(tmp_path / "again.supple")
    assert (tmp_path / "again.supple").read_bytes() == (tmp_path / "all.supple").read_bytes()


def test_importing_again_doubles_nothing(store: Store, tmp_path: Path) -> None:
    transfer(store).export(tmp_path / "all.supple")
    before = ids(store)
    done = transfer(store).import_(tmp_path / "all.supple")
    assert done == Imported(taken=0, known=7, left_out=0)
    assert ids(store) == before


def test_with_a_faulty_line_nothing_changes_and_every_fault_is_told(
    new_store: Callable[[], Store], tmp_path: Path
) -> None:
    store = new_store()
    lines = [encode_line(session(1)), b"nonsense", encode_line(session(2)), b'{"record":"rating"}']
    with pytest.raises(FaultyLinesError, match="2 of 4 records") as error:
        transfer(store).import_(file(tmp_path, *lines))
    assert [fault.line for fault in error.value.found.faults] == [3, 5]
    assert ids(store) == []


def test_the_good_lines_can_be_taken_alone(new_store: Callable[[], Store], tmp_path: Path) -> None:
    store = new_store()
    source = file(tmp_path, encode_line(session(1)), b"nonsense", encode_line(session(2)))
    done = transfer(store).import_(source, skip_bad=True)
    assert done == Imported(taken=2, known=0, left_out=1)
    assert ids(store) == ["session-1", "session-2"]


def test_a_look_changes_nothing(new_store: Callable[[], Store], tmp_path: Path) -> None:
    store = new_store()
    found = transfer(store).look(file(tmp_path, encode_line(session(1)), b"nonsense"))
    assert (found.records, found.faulty) == (1, 1)
    assert ids(store) == []


def test_of_endless_faults_the_first_are_told(
    new_store: Callable[[], Store], tmp_path: Path
) -> None:
    found = transfer(new_store()).look(file(tmp_path, *[b"x"] * 5_000))
    assert found.faulty == 5_000
    assert [fault.line for fault in found.faults] == list(range(2, 2 + FAULTS_SHOWN))


def test_what_was_deleted_here_stays_deleted(store: Store, tmp_path: Path) -> None:
    transfer(store).export(tmp_path / "all.supple")
    gone = deletion("session-1", RecordKind.SESSION, stamp(9))
    store.write(partial(put_version, version=gone)).result()
    assert transfer(store).import_(tmp_path / "all.supple").taken == 0
    assert store.read(list_sessions) == []


def test_a_file_that_changes_while_it_is_read_changes_nothing(
    new_store: Callable[[], Store], tmp_path: Path
) -> None:
    store = new_store()
    source = file(tmp_path, *(encode_line(session(number)) for number in range(3)))

    def cut(_share: float) -> None:
        source.write_bytes(HEADER + encode_line(session(0)) + b"\nnonsense\n")

    with pytest.raises(InputError, match="changed while"):
        transfer(store).import_(source, progress=cut)
    assert ids(store) == []


def test_progress_grows_to_the_end(new_store: Callable[[], Store], tmp_path: Path) -> None:
    told: list[float] = []
    source = file(tmp_path, *(encode_line(session(number)) for number in range(50)))
    transfer(new_store()).import_(source, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 20


def test_what_came_in_is_passed_on_to_other_computers(
    new_store: Callable[[], Store], tmp_path: Path
) -> None:
    store = new_store()
    store.write(partial(keep_sent, sent=Sent("/home/me/Sync", stamp(1)))).result()
    source = file(tmp_path, encode_line(session(1)))
    transfer(store).import_(source)
    assert store.read(read_sent) == Sent("/home/me/Sync", None)
    store.write(partial(keep_sent, sent=Sent("/home/me/Sync", stamp(1)))).result()
    transfer(store).import_(source)
    assert store.read(read_sent) == Sent("/home/me/Sync", stamp(1))


def test_a_table_of_another_tool_comes_in_once(
    new_store: Callable[[], Store], tmp_path: Path
) -> None:
    store = new_store()
    source = tmp_path / "table.csv"
    source.write_text("Datum;Dauer;Schmerz\n13.5.2026;12,5;3\n14.5.2026;20;\n")
    columns = {"day": "Datum", "minutes": "Dauer", "before": "Schmerz"}
    assert transfer(store).import_(source, columns) == Imported(taken=3, known=0, left_out=0)
    assert transfer(store).import_(source, columns) == Imported(taken=0, known=3, left_out=0)
    first, second = store.read(list_sessions)
    assert (first.session.active_s, second.session.active_s) == (750.0, 1200.0)
    assert first.session.routine_name == "Stretching done elsewhere"
    assert [rating.value for rating in first.ratings] == [3]


def test_spreadsheets_are_written(store: Store, tmp_path: Path) -> None:
    transfer(store).export_spreadsheets(tmp_path / "sheets.zip")
    with zipfile.ZipFile(tmp_path / "sheets.zip") as sheets:
        assert "session.csv" in sheets.namelist()
