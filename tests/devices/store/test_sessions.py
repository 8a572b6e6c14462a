import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta, timezone
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.history.records import RatingKind, SessionRecord, StepRecord, Unfinished
from supple.core.session.events import Hurt, Outcome, SessionOutcome
from supple.core.session.steps import Kind
from supple.devices.clock import ManualClock
from supple.devices.store.faults import Fault, StoreError
from supple.devices.store.sessions import (
    close_old_sessions,
    close_session,
    end_session,
    find_unfinished,
    has_open,
    list_sessions,
    record_step,
)
from supple.devices.store.store import DiskStore
from tests.devices.store.samples import (
    DEVICE,
    START,
    TODAY,
    compiled,
    keep,
    open_store,
    rate,
    rating,
    session,
    step,
)

COUNT = "SELECT count(*) FROM {}"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(wall=START)


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Iterator[DiskStore]:
    with closing(open_store(tmp_path, clock)) as store:
        yield store


def end(store: DiskStore, record: SessionRecord, outcome: SessionOutcome) -> bool:
    ended = msgspec.structs.replace(
        record, outcome=outcome, ended=record.started + timedelta(minutes=9), active_s=80.0
    )
    return store.write(lambda db: end_session(db, ended)).result()


def unfinished(store: DiskStore, today: date = TODAY) -> Unfinished | None:
    return store.read(lambda db: find_unfinished(db, today))


def rows(store: DiskStore, table: str) -> int:
    found: int = store.read(lambda db: db.execute(COUNT.format(table)).fetchone()[0])
    return found


# Recording


def test_the_session_appears_with_its_first_step(store: DiskStore) -> None:
    assert rows(store, "sessions") == 0
    keep(store, session(active_s=20.0, work_s=20.0, holds_done=1), step(1))
    (found,) = store.read(list_sessions)
    assert found.session.outcome is None
    assert found.session.ended is None
    assert (found.session.active_s, found.session.work_s, found.session.holds_done) == (20, 20, 1)
    assert found.session.device == DEVICE.id
    assert found.steps == (step(1),)


def test_every_step_brings_the_totals_up_to_date(store: DiskStore) -> None:
    keep(store, session(active_s=20.0, holds_done=1), step(1))
    keep(store, session(active_s=55.5, work_s=40.0, holds_done=2), step(3))
    (found,) = store.read(list_sessions)
    assert (found.session.active_s, found.session.work_s, found.session.holds_done) == (55.5, 40, 2)
    assert found.steps == (step(1), step(3))


def test_recording_the_same_step_again_changes_nothing(store: DiskStore) -> None:
    keep(store, session(), step(1), step(1))
    keep(store, session(), step(1, actual_s=3.0))
    (found,) = store.read(list_sessions)
    assert found.steps == (step(1),)


def test_another_attempt_stands_beside_the_first(store: DiskStore) -> None:
    again = step(1, id="again", attempt=2)
    keep(store, session(), again, step(1, outcome=Outcome.STOPPED, actual_s=4.0), step(3))
    (found,) = store.read(list_sessions)
    assert [(each.index, each.attempt) for each in found.steps] == [(1, 1), (1, 2), (3, 1)]


def test_a_session_is_stamped_when_it_begins_and_later_when_it_is_closed(
    store: DiskStore, clock: ManualClock
) -> None:
    stamps = []
    for index in (1, 3):
        keep(store, session(), step(index))
        stamps.append(store.read(list_sessions)[0].session.changed)
        clock.set_wall(START - timedelta(days=index))
    end(store, session(), SessionOutcome.COMPLETED)
    stamps.append(store.read(list_sessions)[0].session.changed)
    assert stamps[0] == stamps[1] < stamps[2]
    assert all(stamp.endswith(DEVICE.id) for stamp in stamps)


def test_a_time_without_its_offset_is_refused(store: DiskStore) -> None:
    bare = START.replace(tzinfo=None)
    for record, each in ((session(started=bare), step(1)), (session(), step(1, ended=bare))):
        with pytest.raises(ValueError, match="offset"):
            keep(store, record, each)
    assert rows(store, "sessions") == 0


@pytest.mark.parametrize(
    ("record", "each"),
    [
        (session(speed=0.0), step(1)),
        (session(active_s=-1.0), step(1)),
        (session(), step(1, kind=Kind.REST)),
        (session(), step(1, attempt=0)),
        (session(), step(1, planned_s=float("nan"))),
        (session(), step(1, of=2)),
    ],
)
def test_what_makes_no_sense_is_refused_whole(
    store: DiskStore, record: SessionRecord, each: StepRecord
) -> None:
    job = store.write(lambda db: record_step(db, record, each, compiled()))
    assert isinstance(job.exception(), sqlite3.IntegrityError)
    assert rows(store, "sessions") == 0


# Ending


def test_a_completed_session_keeps_its_end_and_drops_what_it_was_compiled_to(
    store: DiskStore,
) -> None:
    keep(store, session(), step(1), step(3))
    assert end(store, session(), SessionOutcome.COMPLETED)
    (found,) = store.read(list_sessions)
    assert found.session.outcome is SessionOutcome.COMPLETED
    assert found.session.ended == session().started + timedelta(minutes=9)
    assert found.session.active_s == 80
    assert rows(store, "compiled_sessions") == 0


def test_a_session_that_hurt_keeps_the_answer(store: DiskStore) -> None:
    record = session(hurt=Hurt.NERVE)
    keep(store, record, step(1))
    end(store, record, SessionOutcome.HURT)
    (found,) = store.read(list_sessions)
    assert found.session.hurt is Hurt.NERVE
    assert found.session.outcome is SessionOutcome.HURT
    assert rows(store, "compiled_sessions") == 1


def test_a_session_without_finished_work_leaves_nothing(store: DiskStore) -> None:
    keep(store, session(), step(1, outcome=Outcome.SKIPPED), step(3, outcome=Outcome.STOPPED))
    assert not end(store, session(), SessionOutcome.STOPPED)
    assert not end(store, session(2), SessionOutcome.STOPPED)
    assert {rows(store, name) for name in ("sessions", "session_steps", "compiled_sessions")} == {0}


# Resuming


def test_a_session_that_was_cut_off_is_found_with_all_it_needs(store: DiskStore) -> None:
    record = session(active_s=42.0)
    keep(store, record, step(1))
    found = unfinished(store)
    assert found is not None
    assert found.session.id == record.id
    assert found.session.active_s == 42
    assert found.steps == compiled()
    assert found.ended == (step(1),)
    assert found.next_index == 2


def test_the_latest_of_several_is_found(store: DiskStore) -> None:
    for number in (1, 3, 2):
        keep(store, session(number), step(1, of=number))
    found = unfinished(store)
    assert found is not None
    assert found.session.id == "session-3"


def test_nothing_is_offered_that_cannot_go_on(store: DiskStore) -> None:
    keep(store, session(1), step(1, of=1, outcome=Outcome.SKIPPED))  # nothing done
    keep(store, session(2), step(1, of=2), step(3, of=2))  # nothing ahead
    keep(store, session(3), step(1, of=3))  # ended
    end(store, session(3), SessionOutcome.STOPPED)
    keep(store, session(4, TODAY - timedelta(days=1)), step(1, of=4))  # yesterday's
    keep(store, session(5), step(1, of=5))  # compiled by another version
    store.write(
        lambda db: db.execute(
            "UPDATE compiled_sessions SET steps = '[{\"new\": 1}]' WHERE session_id = 'session-5'"
        )
    ).result()
    keep(store, session(6), step(1, of=6))  # compiled steps lost
    store.write(
        lambda db: db.execute("DELETE FROM compiled_sessions WHERE session_id = 'session-6'")
    ).result()
    assert unfinished(store) is None


def test_a_session_that_goes_on_keeps_its_id_and_its_compiled_steps(store: DiskStore) -> None:
    keep(store, session(), step(1))
    found = unfinished(store)
    assert found is not None
    keep(store, found.session, step(3))
    end(store, found.session, SessionOutcome.COMPLETED)
    (whole,) = store.read(list_sessions)
    assert whole.steps == (step(1), step(3))


def test_a_session_that_is_not_taken_up_is_closed_as_of_its_last_step(store: DiskStore) -> None:
    keep(store, session(), step(1))
    closed = store.write(lambda db: close_session(db, "session-1")).result()
    assert closed is not None
    (found,) = store.read(list_sessions)
    assert found.session.outcome is SessionOutcome.STOPPED
    assert found.session.ended == closed.ended == step(1).ended
    assert store.write(lambda db: close_session(db, "session-1")).result() is None
    assert store.write(lambda db: close_session(db, "unknown")).result() is None


def test_sessions_of_earlier_days_are_closed_as_what_they_were(store: DiskStore) -> None:
    yesterday = TODAY - timedelta(days=1)
    keep(store, session(1, yesterday), step(1, of=1))
    keep(store, session(2, yesterday), step(1, of=2), step(3, of=2))
    keep(store, session(3, yesterday), step(1, of=3, outcome=Outcome.SKIPPED))
    keep(store, session(4), step(1, of=4))
    closed = store.write(lambda db: close_old_sessions(db, TODAY)).result()
    assert [each.id for each in closed] == ["session-1", "session-2"]
    outcomes = {each.session.id: each.session.outcome for each in store.read(list_sessions)}
    assert outcomes == {
        "session-1": SessionOutcome.STOPPED,
        "session-2": SessionOutcome.COMPLETED,
        "session-4": None,
    }


def test_a_session_is_open_until_it_is_closed(store: DiskStore) -> None:
    assert not store.read(has_open)
    keep(store, session(), step(1))
    assert store.read(has_open)
    store.write(lambda db: close_session(db, "session-1")).result()
    assert not store.read(has_open)


# Listing


def test_both_ends_of_a_period_are_included(store: DiskStore) -> None:
    days = [TODAY - timedelta(days=back) for back in (3, 2, 1, 0)]
    for number, day in enumerate(days):
        keep(store, session(number, day), step(1, of=number))
    listed = store.read(lambda db: list_sessions(db, days[1], days[2]))
    assert [each.session.local_day for each in listed] == days[1:3]
    assert [each.steps for each in listed] == [(step(1, of=1),), (step(1, of=2),)]
    assert len(store.read(lambda db: list_sessions(db, since=days[3]))) == 1
    assert len(store.read(lambda db: list_sessions(db, until=days[0]))) == 1


def test_the_day_the_user_would_say_counts_not_the_one_in_greenwich(store: DiskStore) -> None:
    late = START.replace(hour=1)
    keep(store, session(started=late), step(1))
    assert late.utctimetuple().tm_mday == TODAY.day - 1
    (found,) = store.read(lambda db: list_sessions(db, TODAY, TODAY))
    assert found.session.started == late
    assert found.session.started.utcoffset() == late.utcoffset()


def test_ratings_lie_with_their_session_even_if_given_first_or_after_midnight(
    store: DiskStore,
) -> None:
    before = rating(1, session_id="session-1")
    after = rating(
        2,
        session_id="session-1",
        kind=RatingKind.FEEL,
        value="right",
        given=START + timedelta(hours=11),
        local_day=TODAY + timedelta(days=1),
    )
    rate(store, before, after, rating(3))
    keep(store, session(), step(1))
    (found,) = store.read(lambda db: list_sessions(db, TODAY, TODAY))
    assert [each.value for each in found.ratings] == [4, "right"]


def test_a_row_that_supple_never_wrote_is_told_as_damage(store: DiskStore) -> None:
    keep(store, session(), step(1))
    odd = "UPDATE sessions SET started_utc = 'xxxx-xx-xxTxx:xx:xx.xxxxxxZ'"
    store.write(lambda db: db.execute(odd)).result()
    with pytest.raises(StoreError, match="may be damaged") as told:
        store.read(list_sessions)
    assert told.value.fault is Fault.DAMAGED


# Rows

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timedelta(minutes=minutes))
MOMENTS = st.datetimes(START.replace(tzinfo=None, year=2000), START.replace(tzinfo=None, year=2100))
POSITIVE = st.floats(0, 1e9)
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)


@given(st.data())
def test_every_record_survives_its_row(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    zone = timezone(data.draw(OFFSETS))
    times = MOMENTS.map(lambda moment: moment.replace(tzinfo=zone))
    outcome = data.draw(st.none() | st.sampled_from(SessionOutcome))
    record = session(
        started=data.draw(times),
        ended=None if outcome is None else data.draw(times),
        outcome=outcome,
        hurt=data.draw(st.none() | st.sampled_from(Hurt)),
        routine_name=data.draw(TEXT),
        note=data.draw(TEXT),
        planned_s=data.draw(POSITIVE),
        week=data.draw(st.none() | st.integers(0, 500)),
        counts_for_plan=data.draw(st.booleans()),
        seed=data.draw(st.integers(0, 2**63 - 1)),
    )
    each = step(
        data.draw(st.integers(0, 500)),
        reps=data.draw(st.none() | st.integers(0, 50)),
        actual_s=data.draw(POSITIVE),
        ended=data.draw(times),
        outcome=data.draw(st.sampled_from(Outcome)),
    )
    with closing(open_store(tmp_path_factory.mktemp("rows"))) as store:
        keep(store, record, each)
        (found,) = store.read(list_sessions)
    stamped = {"device": DEVICE.id, "changed": found.session.changed}
    assert found.session == msgspec.structs.replace(record, **stamped)
    assert found.session.started.utcoffset() == record.started.utcoffset()
    assert found.steps == (each,)
