"""Safety copies: made, swept, put back, past no lock of screening; and deleting everything."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.core.errors import InputError
from supple.core.plan.screening import Access, Lock
from supple.devices.clock import ManualClock
from supple.devices.store.faults import Fault, StoreError
from supple.devices.store.ratings import list_ratings, save_rating
from tests.devices.store.samples import rating

MORNING = datetime(2026, 5, 13, 9, 2, tzinfo=UTC)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(wall=MORNING)


@pytest.fixture
def app(clock: ManualClock, supple_home: Path) -> Iterator[Container]:
    with Container({"SUPPLE_HOME": str(supple_home)}, clock=clock) as app:
        yield app


def again(app: Container, clock: ManualClock) -> Container:
    return Container({"SUPPLE_HOME": str(app.folders.data)}, clock=clock)


def rate(app: Container, number: int) -> None:
    app.store.write(partial(save_rating, rating=rating(number))).result()


def ids(app: Container) -> list[str]:
    return [each.id for each in app.store.read(list_ratings)]


def names(app: Container) -> list[str]:
    return sorted(path.name for path in app.folders.backups.iterdir())


def test_a_copy_lies_where_it_was_wanted(app: Container, tmp_path: Path) -> None:
    rate(app, 1)
    made = app.backups.make(tmp_path / "mine.db")
    assert made.path == tmp_path / "mine.db"
    assert made.bytes == made.path.stat().st_size
    assert app.backups.make().path.name == "supple-2026-05-13-090200-by-hand.db"


def test_each_day_leaves_one_copy(app: Container, clock: ManualClock) -> None:
    assert app.backups.daily() is None
    rate(app, 1)
    made = app.backups.daily()
    assert made is not None
    assert made.path.name == "supple-2026-05-13-daily.db"
    assert app.backups.daily() is None
    clock.advance(86_400)
    assert app.backups.daily() is not None


def test_a_program_that_used_the_history_leaves_the_copy_when_it_ends(
    clock: ManualClock, supple_home: Path
) -> None:
    with Container({"SUPPLE_HOME": str(supple_home)}, clock=clock) as app:
        rate(app, 1)
    assert names(app) == ["supple-2026-05-13-daily.db"]


def test_old_daily_copies_go_and_all_others_stay(app: Container, clock: ManualClock) -> None:
    rate(app, 1)
    kept = app.backups.make().path.name
    for _ in range(60):
        app.backups.daily()
        clock.advance(86_400)
    assert len(names(app)) == 7 + 4 + 1
    assert kept in names(app)


def test_copies_are_listed_the_newest_first(app: Container, clock: ManualClock) -> None:
    rate(app, 1)
    for number in range(3):
        path = app.backups.make().path
        os.utime(path, (number, number))
        clock.advance(60)
    assert [each.seconds for each in app.backups.found()] == [2.0, 1.0, 0.0]


@pytest.mark.expects_log("No safety copy was made today")
def test_a_day_without_room_for_a_copy_goes_on(app: Container) -> None:
    rate(app, 1)
    app.folders.backups.rmdir()
    app.folders.backups.write_text("in the way")
    assert app.backups.daily() is None
    app.folders.backups.unlink()
    app.folders.backups.mkdir()


def test_what_was_there_is_kept_before_a_copy_takes_its_place(
    app: Container, tmp_path: Path
) -> None:
    rate(app, 1)
    app.backups.make(tmp_path / "one.db")
    rate(app, 2)
    kept = app.backups.restore(tmp_path / "one.db")
    assert ids(app) == ["rating-1"]
    assert kept is not None
    app.backups.restore(kept.path)
    assert ids(app) == ["rating-1", "rating-2"]
    assert [path.name for path in app.folders.data.iterdir() if path.name.startswith(".")] == []


def test_a_copy_gets_nobody_around_a_lock(app: Container, tmp_path: Path) -> None:
    rate(app, 1)
    app.backups.make(tmp_path / "before.db")
    app.safety.close(Lock.EMERGENCY)
    app.backups.restore(tmp_path / "before.db")
    assert app.safety.standing().lock is Lock.EMERGENCY
    assert not app.safety.standing().access.is_open


def test_a_lock_in_a_copy_comes_back_with_it(app: Container, tmp_path: Path) -> None:
    app.safety.close(Lock.EMERGENCY)
    app.backups.make(tmp_path / "locked.db")
    app.backups.delete_everything()
    assert app.safety.standing().access is Access.UNANSWERED
    app.backups.restore(tmp_path / "locked.db")
    assert app.safety.standing().lock is Lock.EMERGENCY


@pytest.mark.parametrize("content", [b"", b"hello" * 5_000, b"SQLite format 3\0" + bytes(4_000)])
def test_another_file_is_refused_and_nothing_changes(
    app: Container, tmp_path: Path, content: bytes
) -> None:
    rate(app, 1)
    (tmp_path / "photo").write_bytes(content)
    with pytest.raises(InputError, match="no safety copy"):
        app.backups.restore(tmp_path / "photo")
    assert ids(app) == ["rating-1"]


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER t AFTER INSERT ON ratings BEGIN DELETE FROM sessions; END",
        "PRAGMA application_id = 7",
        "INSERT INTO compiled_sessions VALUES ('no-session', '')",
    ],
)
def test_a_copy_that_was_tampered_with_is_refused(
    app: Container, tmp_path: Path, change: str
) -> None:
    rate(app, 1)
    app.backups.make(tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy, copy:
        copy.execute(change)
    with pytest.raises(InputError, match="no safety copy"):
        app.backups.restore(tmp_path / "copy.db")
    assert ids(app) == ["rating-1"]


def test_a_copy_of_a_newer_supple_is_refused_as_such(app: Container, tmp_path: Path) -> None:
    rate(app, 1)
    app.backups.make(tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        copy.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError) as error:
        app.backups.restore(tmp_path / "copy.db")
    assert error.value.fault is Fault.NEWER


def test_an_older_copy_is_brought_to_the_newest_form(app: Container) -> None:
    old = Path(__file__).parents[1] / "data" / "db" / "version-1.db"
    before = old.read_bytes()
    app.backups.restore(old)
    assert len(app.history.records()) == 3
    assert old.read_bytes() == before


def test_a_damaged_history_gives_way_and_is_kept(
    app: Container, clock: ManualClock, tmp_path: Path
) -> None:
    rate(app, 1)
    app.backups.make(tmp_path / "copy.db")
    app.close()
    app.folders.database.write_bytes(b"noise" * 10_000)
    with again(app, clock) as fresh:
        kept = fresh.backups.restore(tmp_path / "copy.db")
        assert kept is not None
        assert kept.path.read_bytes() == b"noise" * 10_000
        assert ids(fresh) == ["rating-1"]


def test_deleting_everything_leaves_nothing_and_asks_again(
    app: Container, clock: ManualClock, tmp_path: Path
) -> None:
    rate(app, 1)
    app.safety.close(Lock.EMERGENCY)
    app.backups.daily()
    app.backups.make()
    app.backups.make(tmp_path / "copy.db")
    app.backups.delete_everything()
    assert app.safety.standing().access is Access.UNANSWERED
    assert (ids(app), names(app)) == ([], [])
    content = b"".join(path.read_bytes() for path in app.folders.data.glob("supple.db*"))
    assert b"rating-1" not in content
    clock.advance(timedelta(days=1).total_seconds())
    rate(app, 2)
    assert ids(app) == ["rating-2"]


def test_a_damaged_history_can_be_deleted_too(app: Container, clock: ManualClock) -> None:
    rate(app, 1)
    app.close()
    app.folders.database.write_bytes(b"noise" * 10_000)
    with again(app, clock) as fresh:
        fresh.backups.delete_everything()
        assert (ids(fresh), names(fresh)) == ([], [])
