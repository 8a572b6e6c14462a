import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from supple.core.history.records import Moment, RatingKind
from supple.devices.store.edits import forget_rating
from supple.devices.store.ratings import list_ratings, save_rating
from supple.devices.store.store import DiskStore
from tests.devices.store.samples import DEVICE, START, TODAY, open_store, rate, rating


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiskStore]:
    with closing(open_store(tmp_path)) as store:
        yield store


ANSWERS: list[tuple[RatingKind, int | str]] = [
    *((kind, value) for kind in (RatingKind.BACK, RatingKind.LEG) for value in (0, 10)),
    *((RatingKind.FEEL, value) for value in ("too-easy", "right", "too-strong")),
    *((RatingKind.BREAK, value) for value in ("better", "same", "worse")),
]


def test_every_answer_is_kept_as_it_was_given(store: DiskStore) -> None:
    given = [
        rating(number, kind=kind, value=value, moment=moment, given=START + timedelta(0, number))
        for number, (kind, value) in enumerate(ANSWERS)
        for moment in (list(Moment)[number % 3],)
    ]
    rate(store, *given)
    kept = store.read(list_ratings)
    bare = [msgspec.structs.replace(each, changed="", device="") for each in kept]
    assert bare == given
    assert {each.device for each in kept} == {DEVICE.id}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (RatingKind.BACK, 11),
        (RatingKind.BACK, -1),
        (RatingKind.LEG, "5"),
        (RatingKind.BACK, 2.5),
        (RatingKind.FEEL, "fine"),
        (RatingKind.FEEL, 3),
        (RatingKind.BREAK, "right"),
        ("mood", 3),
    ],
)
def test_an_answer_off_the_scale_is_refused(
    store: DiskStore, kind: RatingKind, value: int | str
) -> None:
    job = store.write(lambda db: save_rating(db, rating(kind=kind, value=value)))
    assert isinstance(job.exception(), sqlite3.IntegrityError)


def test_a_changed_mind_replaces_the_answer(store: DiskStore) -> None:
    rate(store, rating(value=4))
    first = store.read(list_ratings)[0]
    rate(store, rating(value=6, given=START + timedelta(minutes=1)))
    (kept,) = store.read(list_ratings)
    assert (kept.value, kept.given) == (6, START + timedelta(minutes=1))
    assert kept.changed > first.changed


def test_a_rating_needs_no_session_and_outlives_one_that_left_nothing(store: DiskStore) -> None:
    rate(store, rating(1, session_id="never-recorded"), rating(2, moment=Moment.DAY))
    assert len(store.read(list_ratings)) == 2


def test_both_ends_of_a_period_are_included(store: DiskStore) -> None:
    days = [TODAY + timedelta(days=number) for number in range(4)]
    rate(store, *(rating(n, local_day=day) for n, day in enumerate(days)))
    listed = store.read(lambda db: list_ratings(db, days[1], days[2]))
    assert [each.local_day for each in listed] == days[1:3]


def test_an_answer_taken_back_is_gone_and_stays_gone(store: DiskStore) -> None:
    rate(store, rating(1), rating(2))
    for _twice in range(2):
        store.write(lambda connection: forget_rating(connection, "rating-1")).result()
    assert [each.id for each in store.read(list_ratings)] == ["rating-2"]
