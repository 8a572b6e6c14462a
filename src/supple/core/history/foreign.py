"""Sessions that another tool wrote as a table: which column means what, and a row as versions.

A row becomes the same records however often it is brought in, on every computer.
"""

import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

import msgspec

from supple.core.history.lines import LineError
from supple.core.history.records import Moment, RatingKind, Source
from supple.core.history.versions import RatingVersion, SessionVersion
from supple.core.session.events import SessionOutcome

FIELDS = ("day", "time", "minutes", "name", "note", "before", "after")
"""What a column can mean: pain `before` and `after` go from 0 to 10. A row needs the first and
the third."""

_NAMESPACE = uuid.UUID("6d3e9c1b-0f0a-5c61-9a3c-0c6f4f7b2a51")
_GERMAN = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", re.ASCII)
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}).*", re.ASCII)
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})", re.ASCII)
_UNITS = re.compile(
    r"(?:(\d{1,2})\s*h\w*)?\s*(?:(\d{1,4})\s*m\w*)?\s*(?:(\d{1,5})\s*s\w*)?",
    re.ASCII | re.IGNORECASE,
)
_NOON = time(12)
_DAY_MIN = 24 * 60
_NAME_LENGTH, _NOTE_LENGTH = 200, 2_000
_MOST_PAIN = 10


class Table(msgspec.Struct, frozen=True):
    """How to read a table. `columns`: field to column name; `routine_name`: where none is given.

    `at_home` tells a date and time at the offset of the user's place then.
    """

    columns: Mapping[str, str]
    routine_name: str
    device: str
    at_home: Callable[[datetime], datetime]


def parse_columns(text: str) -> dict[str, str]:
    """The columns named in "day=Date,minutes=Length". Raises ValueError that says what is wrong."""
    pairs = [part.partition("=") for part in text.split(",")]
    found = {field.strip(): column.strip() for field, _, column in pairs}
    for field, column in found.items():
        if field not in FIELDS:
            raise ValueError(f"{field!r} is none of {', '.join(FIELDS)}")
        if not column:
            raise ValueError(f"{field!r} needs a column, as in {field}=Column")
    for field in ("day", "minutes"):
        if field not in found:
            raise ValueError(f"{field!r} is missing")
    return found


_USUAL: dict[str, tuple[str, ...]] = {
    "day": ("day", "date", "datum", "tag"),
    "time": ("time", "start", "start time", "started", "begin", "uhrzeit", "beginn"),
    "minutes": ("minutes", "duration", "length", "min", "mins", "minuten", "dauer"),
    "name": ("name", "title", "activity", "what", "routine", "session", "was", "titel"),
    "note": ("note", "notes", "comment", "remarks", "notiz", "notizen", "bemerkung"),
    "before": ("before", "pain before", "schmerz vorher"),
    "after": ("after", "pain after", "schmerz nachher"),
}
"""What columns are often called, in small letters."""


def guessed(columns: Iterable[str]) -> dict[str, str]:
    """Which column may mean which field, by its name alone; the first that fits."""
    known = {column.strip().lower(): column for column in reversed(tuple(columns))}
    found = {
        field: next((known[name] for name in names if name in known), "")
        for field, names in _USUAL.items()
    }
    return {field: column for field, column in found.items() if column}


def versions_of_row(
    row: Mapping[str, str], table: Table, seen: dict[str, int]
) -> Iterator[SessionVersion | RatingVersion]:
    """The session of a row, and its pain ratings.

    `seen` counts equal rows of one file, to tell them apart. Raises LineError.
    """
    told = {field: row.get(column, "").strip() for field, column in table.columns.items()}
    dated = _MOMENT.fullmatch(told["day"])
    day_words, clock = dated.groups() if dated else (told["day"], "")
    day, minutes = _day(day_words), _minutes(told["minutes"])
    began = datetime.combine(day, _time(told.get("time", "") or clock))
    started = table.at_home(began)
    content = "|".join(f"{told.get(field, '')}" for field in FIELDS if field != "note")
    seen[content] = seen.get(content, 0) + 1
    base = f"{content}|{seen[content]}"
    stamp = f"{max(0, int(started.timestamp() * 1000)):014d}.0000.{table.device}"
    session = SessionVersion(
        id=_id(base),
        routine="elsewhere",
        routine_name=told.get("name", "")[:_NAME_LENGTH] or table.routine_name,
        source=Source.BY_HAND,
        started=started,
        local_day=day,
        planned_s=minutes * 60,
        holds_planned=0,
        seed=0,
        active_s=minutes * 60,
        work_s=minutes * 60,
        ended=started + timedelta(minutes=minutes),
        outcome=SessionOutcome.COMPLETED,
        note=told.get("note", "")[:_NOTE_LENGTH],
        device=table.device,
        changed=stamp,
    )
    yield session
    for moment in (Moment.BEFORE, Moment.AFTER):
        if text := told.get(moment, ""):
            yield RatingVersion(
                id=_id(f"{base}|{moment}"),
                given=started if moment is Moment.BEFORE else session.ended or started,
                local_day=day,
                moment=moment,
                kind=RatingKind.BACK,
                value=_pain(text),
                session_id=session.id,
                device=table.device,
                changed=stamp,
            )


def _id(text: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, text))


def _day(text: str) -> date:
    german = _GERMAN.fullmatch(text)
    try:
        if german:
            day = date(int(german[3]), int(german[2]), int(german[1]))
        else:
            day = date.fromisoformat(text)
    except ValueError:
        raise LineError("the day must be such as 2026-05-13 or 13.5.2026") from None
    if not datetime(1971, 1, 1, tzinfo=UTC).date() <= day < date(2199, 1, 1):
        raise LineError("the day is out of range")
    return day


def _time(text: str) -> time:
    if not text:
        return _NOON
    try:
        return time.fromisoformat(text.zfill(5)).replace(tzinfo=None)
    except ValueError:
        raise LineError("the time must be such as 18:30") from None


def _minutes(text: str) -> float:
    """Minutes told as a number, as on a clock (1:05:00, 25:00), or with units (1 h 5 min)."""
    try:
        minutes = float(text.replace(",", "."))
    except ValueError:
        found = _CLOCK.fullmatch(text) or _UNITS.fullmatch(text)
        hours, mins, seconds = (int(part or 0) for part in (found.groups() if found else (0, 0, 0)))
        minutes = hours * 60 + mins + seconds / 60
    if not 0 < minutes <= _DAY_MIN:
        raise LineError("the minutes must be such as 25, 25:00 or 1 h 5 min, up to 1440")
    return minutes


def _pain(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 <= int(text[:3]) <= _MOST_PAIN:
        raise LineError("pain must be a whole number from 0 to 10")
    return int(text[:3])
