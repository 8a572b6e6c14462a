"""Whatever arrives, in whatever order and however often: all computers hold the same history."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.history.merge import key_of, merge, merged, supersedes
from supple.core.history.versions import RecordKind, SessionVersion, Version
from tests.core.history.versions import (
    LAPTOP,
    RATING,
    changed,
    deletion,
    one_of_each,
    session,
    stamp,
    step,
    versions,
)

LISTS = st.lists(versions(), max_size=12)


@given(LISTS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(arriving: list[Version], chance: object) -> None:
    shuffled = list(arriving)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge({}, shuffled) == merge({}, arriving)


@given(LISTS, LISTS, LISTS)
def test_it_does_not_matter_who_merges_with_whom_first(
    a: list[Version], b: list[Version], c: list[Version]
) -> None:
    left = merge(merge(merge({}, a), merge({}, b).values()), c)
    right = merge(merge({}, a), merge(merge({}, b), c).values())
    assert left == right


@given(LISTS)
def test_merging_again_changes_nothing(arriving: list[Version]) -> None:
    once = merge({}, arriving)
    assert merge(once, arriving) == once
    assert merge(once, once.values()) == once


@given(LISTS)
def test_the_latest_version_of_every_record_is_kept(arriving: list[Version]) -> None:
    kept = merge({}, arriving)
    for version in arriving:
        assert not supersedes(version, kept[key_of(version)])
    assert set(kept) == {key_of(version) for version in arriving}


@pytest.mark.parametrize("version", one_of_each(), ids=lambda each: type(each).__name__)
def test_the_later_version_counts_a_deletion_too(version: Version) -> None:
    kind, ident = key_of(version)
    gone = deletion(ident, kind, stamp(7))
    again = changed(version, stamp(9))
    assert merged(version, gone) == gone
    assert merged(gone, version) == gone
    assert merged(gone, again) == again


def test_of_two_at_the_same_moment_the_computer_decides() -> None:
    here, there = session(note="desk"), session(note="laptop", changed=stamp(1, LAPTOP))
    assert merged(here, there) == merged(there, here) == there


def test_a_finished_set_never_changes_and_never_goes() -> None:
    here = session(steps=2)
    forged = msgspec.structs.replace(here.steps[1], actual_s=999.0)
    there = msgspec.structs.replace(here, changed=stamp(2), note="edited", steps=(forged, step(5)))
    kept = merged(here, there)
    assert isinstance(kept, SessionVersion)
    assert kept.note == "edited"
    assert kept.steps == (*here.steps, step(5))


def test_records_of_different_kinds_never_meet() -> None:
    rating = msgspec.structs.replace(RATING, id="session-1")
    assert len(merge({}, [session(), rating])) == 2
    assert key_of(rating) == (RecordKind.RATING, "session-1")
