import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.devices.clock import ManualClock
from supple.devices.store.connection import open_in_memory
from supple.devices.store.migrate import migrate, shipped_steps
from supple.devices.store.ratings import list_ratings, save_rating
from supple.devices.store.stamps import TABLES, Stamps, latest_stamp
from tests.devices.store.samples import DEVICE, START, open_store, rating

LATEST = "EXPLAIN QUERY PLAN SELECT max(changed) FROM {}"


@pytest.fixture
def empty() -> Iterator[sqlite3.Connection]:
    with closing(open_in_memory()) as connection:
        migrate(connection, shipped_steps(), lambda _version: None)
        yield connection


@given(st.lists(st.integers(-10_000_000, 10_000_000), min_size=1, max_size=60))
def test_stamps_only_grow_whatever_the_clock_does(jumps_ms: list[int]) -> None:
    clock = ManualClock(wall=START)
    stamps = Stamps(clock, DEVICE.id)
    given_out = [stamps.next()]
    for jump in jumps_ms:
        clock.set_wall(clock.wall() + timedelta(milliseconds=jump))
        given_out += [stamps.next(), stamps.next()]
    assert given_out == sorted(set(given_out))


def test_a_stamp_tells_time_counter_and_device() -> None:
    stamps = Stamps(ManualClock(wall=START), "desk")
    assert stamps.next() == "01778674080000.0000.desk"
    assert stamps.next() == "01778674080000.0001.desk"
    assert int(START.timestamp()) == 1778674080


def test_a_counter_that_is_used_up_goes_on_with_the_next_millisecond() -> None:
    stamps = Stamps(ManualClock(wall=START), "desk", "99999999999998.9998.other")
    assert [stamps.next() for _ in range(3)] == [
        "99999999999998.9999.desk",
        "99999999999999.0000.desk",
        "99999999999999.0001.desk",
    ]


def test_an_odd_last_stamp_is_as_good_as_none() -> None:
    assert Stamps(ManualClock(wall=START), "desk", "odd").next().startswith("01778674080000.0000")


def test_stamps_go_on_after_the_last_one_even_with_the_clock_set_back(tmp_path: Path) -> None:
    stamps = []
    for day in (0, -400, 3):
        clock = ManualClock(wall=START + timedelta(days=day))
        with closing(open_store(tmp_path, clock)) as store:
            store.write(lambda db: save_rating(db, rating())).result()
            stamps.append(store.read(list_ratings)[0].changed)
    assert stamps == sorted(set(stamps))


def test_a_new_database_has_no_latest_stamp(empty: sqlite3.Connection) -> None:
    assert latest_stamp(empty) is None


def test_the_latest_stamp_is_found_by_index_however_long_the_history(
    empty: sqlite3.Connection,
) -> None:
    for table in TABLES:
        plan = empty.execute(LATEST.format(table)).fetchone()
        assert f"SEARCH {table} USING COVERING INDEX" in plan["detail"]


def test_every_table_whose_records_change_is_asked_for_its_latest_stamp(
    empty: sqlite3.Connection,
) -> None:
    columns = empty.execute(
        "SELECT t.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
        " WHERE c.name = 'changed'"
    )
    private = {"screening", "clearance", "profile"}
    assert {row["name"] for row in columns} - private == set(TABLES)


def test_a_stamp_that_was_seen_is_before_all_that_follow() -> None:
    stamps = Stamps(ManualClock(), "desk")
    ahead = "07000000000000.0007.laptop"
    stamps.see(ahead)
    assert stamps.next() == "07000000000000.0008.desk"


def test_an_older_stamp_or_none_does_not_turn_back() -> None:
    stamps = Stamps(ManualClock(), "desk")
    last = stamps.next()
    for seen in ("00000000000001.0000.laptop", None, "nonsense"):
        stamps.see(seen)
    assert stamps.next() > last
