from datetime import date, datetime, timedelta, timezone

import pytest

from supple.core.history.foreign import FIELDS, Table, guessed, parse_columns, versions_of_row
from supple.core.history.lines import LineError, decode_line, encode_line
from supple.core.history.records import Moment, Source
from supple.core.history.versions import RatingVersion, SessionVersion, Version
from tests.core.history.versions import DESK

PLACE = timezone(timedelta(hours=2))
TABLE = Table(
    columns={field: field.title() for field in FIELDS},
    routine_name="Elsewhere",
    device=DESK,
    at_home=lambda moment: moment.replace(tzinfo=PLACE),
)


def rows(*found: dict[str, str]) -> list[Version]:
    seen: dict[str, int] = {}
    return [version for row in found for version in versions_of_row(row, TABLE, seen)]


ROW = {"Day": "13.5.2026", "Minutes": "12,5", "Time": "9:30", "Name": "Yoga", "Note": "fine"}


def test_a_row_becomes_a_session_done_elsewhere() -> None:
    (found,) = rows(ROW)
    assert isinstance(found, SessionVersion)
    assert (found.local_day, found.routine_name) == (date(2026, 5, 13), "Yoga")
    assert found.started == datetime(2026, 5, 13, 9, 30, tzinfo=PLACE)
    assert (found.active_s, found.note, found.source) == (750.0, "fine", Source.BY_HAND)
    assert decode_line(encode_line(found)) == found


def test_pain_becomes_ratings_of_that_session() -> None:
    session, before, after = rows({**ROW, "Before": "4", "After": "0"})
    assert isinstance(before, RatingVersion)
    assert isinstance(after, RatingVersion)
    assert (before.value, before.moment, before.session_id) == (4, Moment.BEFORE, session.id)
    assert (after.value, after.moment) == (0, Moment.AFTER)
    for version in (before, after):
        assert decode_line(encode_line(version)) == version


def test_the_same_row_is_the_same_record_and_equal_rows_of_a_file_are_two() -> None:
    assert rows(ROW, ROW) == rows(ROW, ROW)
    first, second = rows(ROW, ROW)
    assert first.id != second.id


def test_a_row_may_leave_out_all_but_day_and_minutes() -> None:
    (found,) = rows({"Day": "2026-05-13", "Minutes": "20"})
    assert isinstance(found, SessionVersion)
    assert found.routine_name == "Elsewhere"
    assert found.started.hour == 12


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"Day": ""}, "day"),
        ({"Day": "05/13/2026"}, "day"),
        ({"Day": "31.2.2026"}, "day"),
        ({"Day": "1066-10-14"}, "range"),
        ({"Day": "2199-01-01"}, "range"),
        ({"Minutes": ""}, "minutes"),
        ({"Minutes": "nan"}, "minutes"),
        ({"Minutes": "0"}, "minutes"),
        ({"Minutes": "1e9"}, "minutes"),
        ({"Time": "noon"}, "time"),
        ({"Before": "11"}, "pain"),
        ({"After": "bad"}, "pain"),
        ({"After": "\u0663"}, "pain"),
        ({"After": "9" * 5000}, "pain"),
    ],
)
def test_a_row_that_cannot_be_read_says_what_is_wrong(change: dict[str, str], words: str) -> None:
    with pytest.raises(LineError, match=words):
        rows(ROW | change)


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        ("25", 25.0),
        ("25:00", 25.0),
        ("1:05:30", 65.5),
        ("1 h 5 min", 65.0),
        ("1h", 60.0),
        ("45m", 45.0),
        ("90 Minuten", 90.0),
        ("300 s", 5.0),
    ],
)
def test_minutes_are_read_as_tools_tell_them(told: str, minutes: float) -> None:
    (found,) = rows(ROW | {"Minutes": told})
    assert isinstance(found, SessionVersion)
    assert found.active_s == minutes * 60


@pytest.mark.parametrize("told", ["2026-05-13 18:30:05", "2026-05-13T18:30:05Z"])
def test_a_day_may_hold_the_time(told: str) -> None:
    (found,) = rows({"Day": told, "Minutes": "20"})
    assert isinstance(found, SessionVersion)
    assert (found.local_day, found.started.hour, found.started.minute) == (
        date(2026, 5, 13),
        18,
        30,
    )


def test_columns_are_named_by_what_they_mean() -> None:
    assert parse_columns("day=Datum, minutes = Dauer in min") == {
        "day": "Datum",
        "minutes": "Dauer in min",
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is none of"),
        ("day=Datum", "'minutes' is missing"),
        ("minutes=Dauer", "'day' is missing"),
        ("day=Datum,minutes=", "needs a column"),
        ("day=Datum,minutes=Dauer,colour=Farbe", "'colour' is none of"),
    ],
)
def test_wrong_columns_are_told(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_columns(text)


def test_usual_names_of_columns_are_guessed() -> None:
    columns = ["Date", " Duration ", "Notes", "date", "Pain before", "Else"]
    assert guessed(columns) == {
        "day": "Date",
        "minutes": " Duration ",
        "note": "Notes",
        "before": "Pain before",
    }
