"""Versions in the database: what comes out is what went in, and the later one stays."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.history.lines import encode_line
from supple.core.history.merge import key_of, merge
from supple.core.history.versions import Deletion, Live, RecordKind, SessionVersion, Version
from supple.core.session.events import SessionOutcome
from supple.devices.clock import ManualClock
from supple.devices.store.ratings import save_rating
from supple.devices.store.sessions import end_session, list_sessions, record_step
from supple.devices.store.store import DiskStore, MemoryStore, Store
from supple.devices.store.versions import (
    put_version,
    version_of,
    versions_of_kind,
    versions_since,
    versions_to_share,
)
from tests.core.history import versions as made
from tests.devices.store.samples import (
    DEVICE,
    WORDS,
    compiled,
    keep,
    open_store,
    rating,
    session,
    step,
)

EACH = made.one_of_each()
WHO = (made.DESK, made.LAPTOP, made.DESK)
KINDS = [type(version).__name__ for version in EACH]


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(MemoryStore(DEVICE, ManualClock(), WORDS)) as store:
        yield store


def put(store: Store, *versions: Version) -> list[bool]:
    jobs = [partial(put_version, version=version) for version in versions]
    return [store.write(job).result() for job in jobs]


def all_of(store: Store) -> list[Version]:
    return store.read(lambda db: list(versions_since(db)))


@pytest.mark.parametrize("version", EACH, ids=KINDS)
def test_every_kind_comes_out_as_it_went_in(store: Store, version: Live) -> None:
    assert put(store, version) == [True]
    assert all_of(store) == [version]
    assert store.read(lambda db: version_of(db, *key_of(version))) == version


@pytest.mark.parametrize("version", EACH, ids=KINDS)
def test_the_same_again_changes_nothing(store: Store, version: Live) -> None:
    assert put(store, version, version) == [True, False]


@pytest.mark.parametrize("version", EACH, ids=KINDS)
def test_a_later_deletion_takes_it_away_and_a_still_later_version_brings_it_back(
    store: Store, version: Live
) -> None:
    kind, ident = key_of(version)
    gone = made.deletion(ident, kind, made.stamp(7))
    again = made.changed(version, made.stamp(9))
    assert put(store, version, gone, version) == [True, True, False]
    assert all_of(store) == [gone]
    assert put(store, again, gone) == [True, False]
    assert all_of(store) == [again]


def test_nothing_is_known_of_an_unknown_record(store: Store) -> None:
    assert store.read(lambda db: version_of(db, RecordKind.TEST, "test-1")) is None


def test_a_deletion_may_come_before_the_record(store: Store) -> None:
    gone = made.deletion("session-1", RecordKind.SESSION, made.stamp(7))
    assert put(store, gone, made.session()) == [True, False]
    assert store.read(lambda db: version_of(db, RecordKind.SESSION, "session-1")) == gone


@given(st.lists(made.versions(), max_size=10))
def test_the_database_keeps_what_the_rules_of_merging_say(arriving: list[Version]) -> None:
    with closing(MemoryStore(DEVICE, ManualClock(), WORDS)) as store:
        put(store, *arriving)
        kept = {key_of(version): version for version in all_of(store)}
    assert kept == merge({}, arriving)


def test_finished_sets_never_change_and_never_go(store: Store) -> None:
    here = made.session(steps=2)
    forged = msgspec.structs.replace(here.steps[1], actual_s=999.0)
    there = msgspec.structs.replace(
        here, changed=made.stamp(2), note="edited", steps=(forged, made.step(5))
    )
    older = msgspec.structs.replace(here, changed=made.stamp(0), steps=(made.step(7),))
    assert put(store, here, there, older) == [True, True, True]
    (found,) = all_of(store)
    assert isinstance(found, SessionVersion)
    assert found.note == "edited"
    assert found.steps == (*here.steps, made.step(5), made.step(7))


def test_what_is_recorded_here_is_later_than_all_that_came(store: Store) -> None:
    far = made.changed(EACH[1], made.stamp(7_000_000_000_000, made.LAPTOP))
    put(store, far)
    store.write(lambda db: save_rating(db, rating(2))).result()
    by_id = {version.id: version.changed for version in all_of(store)}
    assert by_id["rating-2"] > far.changed


def test_two_processes_of_one_computer_give_stamps_in_the_order_of_their_commits(
    tmp_path: Path,
) -> None:
    clock = ManualClock()
    with closing(open_store(tmp_path, clock)) as window:
        behind = ManualClock(wall=clock.wall() - timedelta(hours=1))
        with closing(open_store(tmp_path, behind)) as terminal:
            stores = [window, terminal, window, terminal, terminal, window]
            for number, store in enumerate(stores):
                store.write(partial(save_rating, rating=rating(number))).result()
            kept = terminal.read(lambda db: list(versions_of_kind(db, RecordKind.RATING)))
    assert [version.id for version in kept] == [f"rating-{number}" for number in range(6)]


def under_way(store: Store) -> None:
    keep(store, session(1), step(1), step(3, ended=made.AT + timedelta(minutes=5)))


def test_a_session_under_way_is_read_as_if_it_were_stopped_now(store: Store) -> None:
    under_way(store)
    (found,) = all_of(store)
    assert isinstance(found, SessionVersion)
    assert (found.outcome, found.ended) == (SessionOutcome.STOPPED, found.steps[-1].ended)
    assert store.read(lambda db: list(versions_to_share(db, "", ""))) == []


def test_a_session_under_way_is_not_touched_from_elsewhere(store: Store) -> None:
    under_way(store)
    gone = made.deletion("session-1", RecordKind.SESSION, made.stamp(7_000_000_000_000))
    assert put(store, gone, made.session(changed=gone.changed)) == [False, False]
    ended = session(1, outcome=SessionOutcome.COMPLETED, ended=made.AT + timedelta(hours=1))
    store.write(lambda db: end_session(db, ended)).result()
    (found,) = all_of(store)
    assert found.changed > gone.changed
    assert put(store, gone) == [False]


def test_what_the_tables_refuse_leaves_nothing_behind(store: Store) -> None:
    wrong = msgspec.structs.replace(made.session(), steps=(made.step(0, set=0),))
    with pytest.raises(Exception, match="CHECK"):
        put(store, wrong)
    assert all_of(store) == []
    gone = made.deletion("session-1", RecordKind.SESSION, made.stamp(0))
    assert put(store, gone) == [True]
    with pytest.raises(Exception, match="CHECK"):
        put(store, wrong)
    assert all_of(store) == [gone]


def test_what_changed_since_a_stamp_comes_in_order(store: Store) -> None:
    put(store, *(made.session(number, changed=made.stamp(number)) for number in (3, 1, 2)))
    gone = made.deletion("session-9", RecordKind.SESSION, made.stamp(4))
    put(store, gone)
    since = store.read(lambda db: list(versions_since(db, made.stamp(1))))
    assert [version.id for version in since] == ["session-2", "session-3", "session-9"]
    assert isinstance(since[-1], Deletion)


def test_what_one_computer_did_can_be_told_apart(store: Store) -> None:
    put(store, *(made.session(n, changed=made.stamp(n, device)) for n, device in enumerate(WHO)))
    put(store, made.deletion("session-8", RecordKind.SESSION, made.stamp(8, made.LAPTOP)))
    put(store, made.deletion("session-9", RecordKind.SESSION, made.stamp(9, made.DESK)))

    def told(changed: str, made_by: str) -> list[str]:
        found = store.read(lambda db: list(versions_to_share(db, changed, made_by)))
        return [version.id for version in found]

    assert told("", "") == ["session-0", "session-1", "session-2", "session-8", "session-9"]
    assert told("", made.LAPTOP) == ["session-1", "session-8"]
    assert told(made.stamp(0), made.DESK) == ["session-2", "session-9"]


def test_a_decision_of_a_newer_supple_stays_but_does_not_travel(store: Store) -> None:
    put(store, EACH[5])
    store.write(lambda db: db.execute("UPDATE plan_events SET kind = 'fly'").rowcount).result()
    assert all_of(store) == []


def test_a_session_that_came_is_in_the_history_with_its_sets(store: Store) -> None:
    put(store, EACH[0], EACH[1])
    (found,) = store.read(list_sessions)
    assert found.steps == made.session().steps
    assert [rating.id for rating in found.ratings] == ["rating-1"]


def test_what_is_recorded_travels_as_it_was_recorded(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        ended = session(1, outcome=SessionOutcome.COMPLETED, ended=made.AT)
        store.write(lambda db: record_step(db, ended, step(1), compiled())).result()
        store.write(lambda db: end_session(db, ended)).result()
        (sent,) = all_of(store)
        told = store.read(list_sessions)
    (tmp_path / "other").mkdir()
    with closing(open_store(tmp_path / "other")) as other:
        put(other, sent)
        assert other.read(list_sessions) == told
        assert isinstance(other, DiskStore)
    assert len(encode_line(sent)) < 1_000
