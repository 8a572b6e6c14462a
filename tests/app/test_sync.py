"""Two computers, one history: case by case."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from supple.app.sync import SyncReport
from supple.core.errors import FacilityError
from supple.core.history.versions import Deletion, RecordKind, SessionVersion
from supple.devices.lock import FileLock
from supple.devices.store.versions import put_version
from tests.app.shared import Computer
from tests.core.history.versions import DESK, LAPTOP, session, stamp

ONE = f"session-{DESK[:4]}-1"


@pytest.fixture
def computers(tmp_path: Path) -> Iterator[list[Computer]]:
    (tmp_path / "shared").mkdir()
    with ExitStack() as closing:
        yield [Computer(number, tmp_path, closing) for number in range(3)]


@pytest.fixture
def desk(computers: list[Computer]) -> Computer:
    return computers[0]


@pytest.fixture
def laptop(computers: list[Computer]) -> Computer:
    return computers[1]


@pytest.fixture
def sofa(computers: list[Computer]) -> Computer:
    return computers[2]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return tmp_path / "shared"


def note_of(computer: Computer, ident: str = ONE) -> str:
    found = computer.history()[RecordKind.SESSION, ident]
    assert isinstance(found, SessionVersion)
    return found.note


def journal_bytes(computer: Computer) -> int:
    return sum(path.stat().st_size for path in computer.journals.own.iterdir())


def test_what_one_did_the_other_shows(desk: Computer, laptop: Computer) -> None:
    desk.record(1)
    desk.rate(1, 4)
    assert desk.sync() == SyncReport(sent=2)
    assert laptop.sync() == SyncReport(taken=2, computers=1)
    assert laptop.history() == desk.history()


def test_looking_again_does_nothing(desk: Computer, laptop: Computer) -> None:
    desk.record(1)
    desk.sync()
    laptop.sync()
    size = journal_bytes(desk)
    assert desk.sync() == SyncReport()
    assert laptop.sync() == SyncReport(computers=1)
    assert journal_bytes(desk) == size


def test_only_what_is_new_is_written(desk: Computer, laptop: Computer) -> None:
    desk.record(1)
    desk.sync()
    desk.record(2)
    assert desk.sync().sent == 1
    assert laptop.sync().taken == 2


def test_both_histories_are_put_together_the_first_time(desk: Computer, laptop: Computer) -> None:
    desk.record(1)
    laptop.record(1)
    desk.sync()
    laptop.sync()
    desk.sync()
    assert desk.history() == laptop.history()
    assert len(desk.sessions()) == 2


def test_an_edit_and_a_deletion_travel(desk: Computer, laptop: Computer) -> None:
    desk.record(1)
    desk.sync()
    laptop.sync()
    laptop.note(ONE, "On the laptop.")
    laptop.sync()
    desk.sync()
    assert note_of(desk) == "On the laptop."
    desk.delete(ONE)
    desk.sync()
    laptop.sync()
    assert isinstance(laptop.history()[RecordKind.SESSION, ONE], Deletion)


def test_the_later_of_two_edits_counts_on_both(desk: Computer, laptop: Computer) -> None:
    desk.record(1)
    desk.sync()
    laptop.sync()
    desk.note(ONE, "first")
    laptop.clock.advance(60)
    laptop.note(ONE, "later")
    for computer in (desk, laptop, desk):
        computer.sync()
    assert note_of(desk) == note_of(laptop) == "later"


def test_a_session_under_way_stays_here_until_it_is_over(desk: Computer, laptop: Computer) -> None:
    desk.begin(1)
    desk.sync()
    assert laptop.sync().taken == 0
    desk.record(1)
    desk.sync()
    laptop.sync()
    assert laptop.history() == desk.history()
    assert len(laptop.history()) == 1


def test_what_was_imported_is_passed_on(desk: Computer, laptop: Computer, sofa: Computer) -> None:
    desk.sync()
    laptop.sync()
    other = session(5, changed=stamp(1, LAPTOP))
    desk.store.write(partial(put_version, version=other)).result()
    desk.sync()
    assert sofa.sync().taken == 0
    desk.app.start_over()
    desk.sync()
    sofa.sync()
    assert sofa.sessions() == ["session-5"]


def test_a_journal_that_was_deleted_is_written_by_those_who_read_it(
    desk: Computer, laptop: Computer, sofa: Computer
) -> None:
    desk.record(1)
    desk.sync()
    laptop.sync()
    desk.journals.remove_own()
    laptop.sync()
    sofa.sync()
    assert sofa.sessions() == [ONE]


def test_a_file_that_became_shorter_is_read_anew_and_written_anew(
    desk: Computer, laptop: Computer, sofa: Computer
) -> None:
    desk.record(1)
    desk.record(2)
    desk.sync()
    laptop.sync()
    (path,) = desk.journals.own.iterdir()
    os.truncate(path, path.stat().st_size - 10)
    desk.sync()
    sofa.sync()
    laptop.sync()
    assert sofa.history() == desk.history() == laptop.history()


def test_an_empty_place_of_a_drive_that_is_not_connected_is_not_filled(
    desk: Computer, laptop: Computer, shared: Path
) -> None:
    desk.record(1)
    desk.sync()
    laptop.sync()
    shared.rename(shared.with_name("unplugged"))
    with pytest.raises(FacilityError, match="isn't there"):
        desk.sync()
    shared.mkdir()
    for computer in (desk, laptop):
        with pytest.raises(FacilityError, match="empty"):
            computer.sync()
    assert list(shared.iterdir()) == []
    shared.rmdir()
    shared.with_name("unplugged").rename(shared)
    desk.record(2)
    assert desk.sync().sent == 1
    assert laptop.sync().taken == 1


def test_leaving_takes_the_own_journal_out_and_keeps_the_history(
    desk: Computer, laptop: Computer, shared: Path
) -> None:
    desk.record(1)
    desk.sync()
    laptop.sync()
    desk.app.leave()
    assert [path.name for path in shared.iterdir()] == [LAPTOP]
    assert desk.sessions() == laptop.sessions() == [ONE]
    assert desk.sync().sent == 1


def test_a_line_that_is_not_whole_is_told_and_read_when_it_is(
    desk: Computer, laptop: Computer
) -> None:
    desk.record(1)
    desk.record(2)
    desk.sync()
    (path,) = desk.journals.own.iterdir()
    content = path.read_bytes()
    half = bytearray(content)
    half[300:310] = bytes(10)
    path.write_bytes(half)
    assert laptop.sync() == SyncReport(taken=1, computers=1, unread=1)
    assert laptop.sync() == SyncReport(computers=1, unread=1)
    path.write_bytes(content)
    assert laptop.sync() == SyncReport(taken=1, computers=1)
    assert laptop.history() == desk.history()


def test_a_newer_supple_is_told(desk: Computer, laptop: Computer) -> None:
    desk.record(1)
    desk.sync()
    (path,) = desk.journals.own.iterdir()
    path.write_bytes(path.read_bytes().replace(b'"version":1', b'"version":9', 1))
    assert laptop.sync() == SyncReport(computers=1, newer=True)


def test_two_processes_of_one_computer_do_not_write_at_once(desk: Computer, tmp_path: Path) -> None:
    desk.record(1)
    other = FileLock(tmp_path / f"{DESK}.lock")
    assert other.acquire()
    assert desk.sync() == SyncReport()
    other.release()
    assert desk.sync() == SyncReport(sent=1)


def test_screening_profile_and_settings_never_leave(desk: Computer, shared: Path) -> None:
    answers = """
    INSERT INTO screening VALUES ('s', '2026-05-12T12:00:00.000000Z', 120, '2026-05-12',
      'emergency', '["pregnancy"]', '{"q1": true}', new_stamp())
    """
    desk.store.write(lambda db: db.execute(answers).rowcount).result()
    desk.record(1)
    desk.sync()
    content = b"".join(path.read_bytes() for path in shared.rglob("*.jsonl"))
    assert b"pregnancy" not in content
    assert b"emergency" not in content


def test_a_long_history_is_taken_in_by_and_by(desk: Computer, laptop: Computer) -> None:
    for number in range(250):
        desk.rate(number, number % 11)
    assert desk.sync().sent == 250
    assert laptop.sync().taken == 250
    assert laptop.history() == desk.history()
