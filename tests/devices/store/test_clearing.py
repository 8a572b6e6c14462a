"""Much deleted at once: what goes, what stays, and that other computers are told."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

import pytest

from supple.app.invented import Wish, fill
from supple.core.history.versions import Deletion, HurtVersion, RatingVersion, SessionVersion
from supple.devices.clock import ManualClock
from supple.devices.store.clearing import (
    Kept,
    count_before,
    count_kept,
    forget_notes,
    forget_pain,
    forget_sessions,
)
from supple.devices.store.edits import keep
from supple.devices.store.store import MemoryStore, Store
from supple.devices.store.versions import versions_since
from tests.core.history.versions import one_of_each
from tests.devices.store.samples import DEVICE, WORDS

UNTIL = date(2026, 5, 13)


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(MemoryStore(DEVICE, ManualClock(), WORDS)) as store:
        fill(store, Wish(until=UNTIL, sessions=30, steps=2, days=60))
        hurts = [each for each in one_of_each() if isinstance(each, HurtVersion)]
        store.write(lambda connection: keep(connection, hurts)).result()
        yield store


def of(store: Store, kind: type) -> list[object]:
    return [each for each in store.read(lambda c: [*versions_since(c)]) if isinstance(each, kind)]


def kept(store: Store) -> Kept:
    return store.read(count_kept)


def test_it_is_counted_what_there_is(store: Store) -> None:
    found = kept(store)
    ratings = [each for each in of(store, RatingVersion) if getattr(each, "kind", "") == "back"]
    notes = [each for each in of(store, SessionVersion) if getattr(each, "note", "")]
    assert (found.sessions, found.pain_ratings, found.notes) == (30, len(ratings), len(notes))
    assert found.tests
    assert found.notes


def test_pain_goes_and_how_it_felt_stays(store: Store) -> None:
    before = kept(store)
    felt = len(of(store, RatingVersion)) - before.pain_ratings
    store.write(forget_pain).result()
    assert kept(store).pain_ratings == 0
    assert len(of(store, RatingVersion)) == felt > 0
    assert len(of(store, Deletion)) == before.pain_ratings
    assert of(store, HurtVersion)


def test_notes_go_as_a_later_version_of_their_session(store: Store) -> None:
    noted = {
        each.id: each.changed
        for each in of(store, SessionVersion)
        if isinstance(each, SessionVersion) and each.note
    }
    store.write(forget_notes).result()
    assert kept(store).notes == 0
    for each in of(store, SessionVersion):
        if isinstance(each, SessionVersion) and each.id in noted:
            assert each.changed > noted[each.id]


def test_sessions_before_a_day_go_with_their_ratings(store: Store) -> None:
    day = UNTIL - timedelta(days=20)
    count = store.read(lambda c: count_before(c, day))
    assert 0 < count < 30
    store.write(lambda c: forget_sessions(c, day)).result()
    assert kept(store).sessions == 30 - count
    assert store.read(lambda c: count_before(c, day)) == 0
    left = {each.id for each in of(store, SessionVersion) if isinstance(each, SessionVersion)}
    rated = {
        each.session_id for each in of(store, RatingVersion) if isinstance(each, RatingVersion)
    }
    assert rated <= left
    assert of(store, HurtVersion)
