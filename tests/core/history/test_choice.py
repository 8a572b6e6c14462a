"""What goes into a file of the history, and what stays."""

from datetime import date

import msgspec
import pytest

from supple.core.history.bounds import flaw
from supple.core.history.choice import Choice
from supple.core.history.merge import merged
from supple.core.history.versions import (
    Deletion,
    HurtVersion,
    RatingVersion,
    RecordKind,
    SessionVersion,
    SetAsideVersion,
    TestVersion,
)
from tests.core.history.versions import deletion, one_of_each, session, stamp

SILENT = Choice(with_pain_and_notes=False)
GONE = deletion("gone", RecordKind.RATING, stamp(5))


def test_everything_goes_out_as_it_is() -> None:
    all_of_it = [*one_of_each(), GONE]
    assert [Choice().taken(each) for each in all_of_it] == all_of_it


@pytest.mark.parametrize(
    ("since", "until", "goes"),
    [
        (date(2026, 5, 13), date(2026, 5, 13), True),
        (date(2026, 5, 14), date.max, False),
        (date.min, date(2026, 5, 12), False),
    ],
)
def test_a_record_goes_out_by_its_day(since: date, until: date, goes: bool) -> None:
    kept = session(local_day=date(2026, 5, 13))
    assert (Choice(since, until).taken(kept) is not None) == goes


def test_an_exercise_set_aside_counts_on_the_day_it_was() -> None:
    aside = next(each for each in one_of_each() if isinstance(each, SetAsideVersion))
    day = aside.from_day
    assert Choice(day, day).taken(aside) == aside


def test_deletions_go_out_with_everything_only() -> None:
    assert Choice(since=date(2026, 1, 1)).taken(GONE) is None
    assert SILENT.taken(GONE) is None


def test_what_tells_of_pain_can_stay() -> None:
    out = [SILENT.taken(each) for each in one_of_each()]
    assert not any(isinstance(each, RatingVersion | HurtVersion | SetAsideVersion) for each in out)
    assert not any(isinstance(each, Deletion) for each in out)
    assert all(each.note == "" for each in out if isinstance(each, SessionVersion | TestVersion))


def test_a_version_without_its_note_never_takes_the_note_away() -> None:
    for note in ("hard", "!", " "):
        here = session(note=note)
        out = SILENT.taken(here)
        assert isinstance(out, SessionVersion)
        assert (out.note, flaw(out)) == ("", "")
        assert merged(here, out) == here
        assert merged(out, here) == here


def test_a_test_without_its_note_is_older_too() -> None:
    test = next(each for each in one_of_each() if isinstance(each, TestVersion))
    noted = msgspec.structs.replace(test, note="stiff")
    out = SILENT.taken(noted)
    assert out is not None
    assert merged(noted, out) == noted


def test_what_has_no_note_keeps_its_stamp() -> None:
    plain = session(note="", hurt=None)
    assert SILENT.taken(plain) == plain
