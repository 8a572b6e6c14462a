from contextlib import closing
from datetime import timedelta
from pathlib import Path

from supple.devices.store.overview import (
    Overview,
    last_day,
    last_record_but,
    list_records,
    set_note,
)
from supple.devices.store.sessions import list_sessions
from tests.devices.store.samples import TODAY, keep, open_store, session, step


def test_records_alone_are_those_of_the_sessions_in_the_same_order(tmp_path: Path) -> None:
    days = [TODAY - timedelta(days=back) for back in (2, 1, 0)]
    with closing(open_store(tmp_path)) as store:
        for number, day in enumerate(days):
            keep(store, session(number, day), step(1, of=number))
        whole = [found.session for found in store.read(list_sessions)]
        assert store.read(list_records) == whole
        assert store.read(lambda db: list_records(db, days[1], days[1])) == whole[1:2]


def test_a_note_is_changed_and_stamped(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        keep(store, session(), step(1))
        (before,) = store.read(list_records)
        store.write(lambda db: set_note(db, before.id, "Slept well. 💤")).result()
        (after,) = store.read(list_records)
    assert after.note == "Slept well. 💤"
    assert after.changed > before.changed


def test_an_overview_is_read_anew_exactly_when_a_session_changed(tmp_path: Path) -> None:
    overview = Overview()
    with closing(open_store(tmp_path)) as store:
        assert store.read(overview.records) == ()
        keep(store, session(1), step(1))
        first = store.read(overview.records)
        assert [each.id for each in first] == ["session-1"]
        assert store.read(overview.records) is first
        keep(store, session(1), step(2))  # the totals of the open session
        second = store.read(overview.records)
        assert second == tuple(store.read(list_records))
        store.write(lambda db: set_note(db, "session-1", "Slept well.")).result()
        (noted,) = store.read(overview.records)
        assert noted.note == "Slept well."
        store.write(lambda db: db.execute("DELETE FROM sessions")).result()
        assert store.read(overview.records) == ()


def test_the_last_day_is_that_of_the_last_session_that_was_no_rehearsal(tmp_path: Path) -> None:
    yesterday = TODAY - timedelta(days=1)
    with closing(open_store(tmp_path)) as store:
        assert store.read(last_day) is None
        keep(store, session(1, yesterday), step(1))
        keep(store, session(2, TODAY, speed=20.0), step(1, of=2))
        assert store.read(last_day) == yesterday


def test_the_last_session_but_one_is_found(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        assert store.read(lambda db: last_record_but(db, "session-2")) is None
        keep(store, session(1, TODAY - timedelta(days=1)), step(1))
        keep(store, session(2, TODAY), step(1, of=2))
        found = store.read(lambda db: last_record_but(db, "session-2"))
    assert found is not None
    assert found.id == "session-1"
