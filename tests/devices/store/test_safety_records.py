import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import msgspec
import pytest

from supple.core.history.records import Moment, RatingKind
from supple.core.plan.records import (
    Adjust,
    ClearanceRecord,
    Decision,
    Detail,
    HurtRecord,
    PlanEvent,
    Profile,
    ScreeningRecord,
    SetAside,
    TestRecord,
)
from supple.core.plan.screening import Access, Condition, Lock, Standing
from supple.core.session.events import Hurt
from supple.core.session.steps import Side
from supple.devices.store.faults import StoreError
from supple.devices.store.hurts import list_hurts, save_hurt
from supple.devices.store.outcomes import session_outcomes
from supple.devices.store.plan_events import list_plan_events, save_plan_event
from supple.devices.store.profile import read_profile, save_profile
from supple.devices.store.ratings import save_rating
from supple.devices.store.screening import (
    clearances,
    forget_answers,
    latest_screening,
    read_standing,
    save_clearance,
    save_screening,
)
from supple.devices.store.set_asides import bring_back, list_set_asides, save_set_aside
from supple.devices.store.store import DiskStore, Job
from supple.devices.store.tests import first_test_day, list_tests, save_test
from tests.devices.store.samples import START, TODAY, open_store, rating


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiskStore]:
    with closing(open_store(tmp_path)) as store:
        yield store


def write(store: DiskStore, *jobs: Job[None]) -> None:
    for job in jobs:
        store.write(job).result()


def bare(record: msgspec.Struct) -> msgspec.Struct:
    """The record as it was before the store filled in its own fields."""
    names = {field.name for field in msgspec.structs.fields(type(record))}
    return msgspec.structs.replace(record, **dict.fromkeys(names & {"device", "changed"}, ""))


def screened(number: int, lock: Lock = Lock.NONE, *tags: Condition) -> ScreeningRecord:
    return ScreeningRecord(
        id=f"screening-{number}",
        answered=START - timedelta(days=number),
        local_day=TODAY - timedelta(days=number),
        lock=lock,
        tags=tags,
        answers={"has-pregnancy": True},
    )


def cleared(number: int, subject: str) -> ClearanceRecord:
    return ClearanceRecord(
        id=f"clearance-{number}-{subject}",
        screening_id=f"screening-{number}",
        given=START,
        local_day=TODAY,
        subject=subject,
    )


def test_nobody_answered_yet(store: DiskStore) -> None:
    assert store.read(read_standing) == Standing()
    assert store.read(latest_screening) is None
    assert store.read(clearances) == []


def test_answers_are_kept_as_they_came_to_a_verdict(store: DiskStore) -> None:
    record = screened(0, Lock.NONE, Condition.PREGNANCY, Condition.UNDER_16)
    write(store, partial(save_screening, record=record))
    found = store.read(latest_screening)
    assert found
    assert bare(found) == record
    expected = frozenset({Condition.PREGNANCY, Condition.UNDER_16})
    assert store.read(read_standing) == Standing(conditions=expected, answered=TODAY)


def test_the_answers_written_last_count_whatever_the_clock_said(store: DiskStore) -> None:
    clear, locked = screened(0), screened(300, Lock.EMERGENCY)
    write(store, partial(save_screening, record=clear), partial(save_screening, record=locked))
    assert store.read(read_standing).access is Access.EMERGENCY


def test_a_clearance_belongs_to_its_answers(store: DiskStore) -> None:
    surgery = Condition.RECENT_SURGERY
    write(
        store,
        partial(save_screening, record=screened(1, Lock.NONE, surgery)),
        partial(save_clearance, record=cleared(1, surgery)),
    )
    assert store.read(read_standing).access is Access.CLEAR
    assert store.read(clearances) == [("recent-surgery", TODAY)]
    write(store, partial(save_screening, record=screened(0, Lock.NONE, surgery)))
    assert store.read(read_standing).access is Access.ASK_FIRST


def test_a_clearance_of_no_answers_is_refused(store: DiskStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        write(store, partial(save_clearance, record=cleared(1, "see-first")))


def test_single_answers_can_be_forgotten_and_the_lock_stays(store: DiskStore) -> None:
    record = screened(0, Lock.SEE_FIRST, Condition.PREGNANCY)
    write(store, partial(save_screening, record=record), forget_answers)
    found = store.read(latest_screening)
    assert found
    assert (found.answers, found.lock, found.tags) == (None, Lock.SEE_FIRST, record.tags)


@pytest.mark.parametrize(
    "damage", ["UPDATE screening SET tags = '['", "UPDATE screening SET answers = '['"]
)
def test_damaged_answers_open_nothing(store: DiskStore, damage: str) -> None:
    write(store, partial(save_screening, record=screened(0)))
    store.write(lambda db: db.execute(damage)).result()
    with pytest.raises(StoreError):
        store.read(read_standing)


def test_a_condition_of_a_newer_version_opens_nothing(store: DiskStore) -> None:
    write(store, partial(save_screening, record=screened(0)))
    store.write(lambda db: db.execute("""UPDATE screening SET tags = '["moonsick"]'""")).result()
    with pytest.raises(StoreError):
        store.read(read_standing)


def decided(number: int, kind: Decision, detail: Detail | None = None) -> PlanEvent:
    return PlanEvent(
        id=f"event-{number}",
        decided=START + timedelta(minutes=number),
        local_day=TODAY,
        kind=kind,
        detail=detail or Detail(),
    )


def test_decisions_come_back_in_their_order_with_their_details(store: DiskStore) -> None:
    adjust = Adjust(sessions=3, days=("tue", "sat"), hold_s=25, more_sets=True, minutes=15)
    events = [
        decided(1, Decision.START),
        decided(2, Decision.ADJUST, Detail(adjust=adjust)),
        decided(3, Decision.PAUSE, Detail(until=date(2026, 6, 1))),
        decided(4, Decision.MOVE, Detail(planned=TODAY, moved_to=TODAY + timedelta(1))),
        decided(5, Decision.DAILY, Detail(on=False)),
        decided(6, Decision.UNDO, Detail(undone="event-2")),
    ]
    write(store, *(partial(save_plan_event, event=event) for event in reversed(events)))
    assert [bare(event) for event in store.read(list_plan_events)] == events


def test_a_decision_of_a_newer_version_is_left_out(store: DiskStore) -> None:
    write(store, partial(save_plan_event, event=decided(1, Decision.START)))
    store.write(lambda db: db.execute("UPDATE plan_events SET kind = 'levitate'")).result()
    assert store.read(list_plan_events) == []


def test_a_damaged_decision_is_told(store: DiskStore) -> None:
    write(store, partial(save_plan_event, event=decided(1, Decision.START)))
    store.write(lambda db: db.execute("UPDATE plan_events SET detail = '{'")).result()
    with pytest.raises(StoreError):
        store.read(list_plan_events)


def hurt(number: int, answer: Hurt = Hurt.SHARP) -> HurtRecord:
    day = timedelta(days=number)
    return HurtRecord(
        id=f"hurt-{number}",
        told=START + day,
        local_day=TODAY + day,
        exercise="bridge",
        side=Side.BOTH,
        answer=answer,
    )


def test_stop_signs_are_kept_and_an_answer_can_be_corrected(store: DiskStore) -> None:
    write(store, *(partial(save_hurt, hurt=hurt(number)) for number in (2, 1)))
    write(store, partial(save_hurt, hurt=hurt(1, Hurt.CRAMP)))
    assert [bare(each) for each in store.read(list_hurts)] == [hurt(1, Hurt.CRAMP), hurt(2)]
    later = store.read(partial(list_hurts, since=TODAY + timedelta(2)))
    assert [each.id for each in later] == ["hurt-2"]


def test_an_exercise_is_set_aside_until_brought_back(store: DiskStore) -> None:
    rest = SetAside(
        id="1",
        exercise="bridge",
        reason="hurt-sharp",
        from_day=TODAY,
        until_day=TODAY + timedelta(7),
    )
    lasting = SetAside(id="2", exercise="bird-dog", reason="own-choice", from_day=TODAY)
    write(store, *(partial(save_set_aside, aside=each) for each in (rest, lasting, rest)))
    assert [bare(each) for each in store.read(list_set_asides)] == [rest, lasting]
    write(store, partial(bring_back, exercise="bridge", moment=START))
    found = store.read(list_set_asides)
    assert [each.holds_on(TODAY) for each in found] == [False, True]
    assert found[0].brought_back == START


def test_results_of_tests_are_kept_and_can_be_corrected(store: DiskStore) -> None:
    record = TestRecord(
        id="1",
        measured=START,
        local_day=TODAY,
        test="test-sit-and-reach",
        side=Side.BOTH,
        value_cm=-4.0,
        better="larger",
    )
    corrected = msgspec.structs.replace(record, value_cm=-3.5, note="Read wrongly.")
    write(store, partial(save_test, test=record), partial(save_test, test=corrected))
    assert [bare(each) for each in store.read(list_tests)] == [corrected]


def test_results_of_tests_can_be_read_from_a_day_on(store: DiskStore) -> None:
    assert store.read(first_test_day) is None
    days = [TODAY - timedelta(days=back) for back in (30, 20, 10)]
    for ident, day in enumerate(days):
        record = TestRecord(
            id=str(ident),
            measured=START,
            local_day=day,
            test="test-sit-and-reach",
            side=Side.BOTH,
            value_cm=1.0,
            better="larger",
        )
        write(store, partial(save_test, test=record))
    found = store.read(lambda connection: list_tests(connection, days[1]))
    assert [each.local_day for each in found] == days[1:]
    assert store.read(first_test_day) == days[0]


def test_year_of_birth_and_sex_can_be_given_changed_and_taken_back(store: DiskStore) -> None:
    assert store.read(read_profile) == Profile()
    for profile in (Profile(birth_year=1970), Profile(birth_year=1971, sex="man"), Profile()):
        write(store, partial(save_profile, profile=profile))
        assert store.read(read_profile) == profile


def test_how_sessions_felt_is_summed_up(store: DiskStore) -> None:
    def rated(number: int, of: str | None, moment: Moment, **fields: object) -> Job[None]:
        record = rating(number, session_id=of, moment=moment, **fields)
        return partial(save_rating, rating=record)

    before, after, leg = Moment.BEFORE, Moment.AFTER, RatingKind.LEG
    write(
        store,
        rated(1, "worse", before, kind=RatingKind.BACK, value=3),
        rated(2, "worse", after, kind=RatingKind.BACK, value=5),
        rated(3, "worse", after, kind=RatingKind.FEEL, value="too-strong"),
        rated(4, "leg", before, kind=leg, value=0),
        rated(5, "leg", after, kind=leg, value=2),
        rated(6, "mixed", before, kind=leg, value=1),
        rated(7, "mixed", after, kind=RatingKind.BACK, value=9),
        rated(8, None, Moment.DAY, kind=RatingKind.BACK, value=9),
    )
    assert store.read(session_outcomes) == {
        "worse": (True, "too-strong"),
        "leg": (True, ""),
        "mixed": (False, ""),
    }
