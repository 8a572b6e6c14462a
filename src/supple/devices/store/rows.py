"""Records to rows and back: the only place that knows how a value lies in a column."""

import sqlite3
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, TypeVar

import msgspec

from supple.core.history.records import RatingRecord, SessionRecord, StepRecord
from supple.devices.store.faults import DamagedRowError

Record = TypeVar("Record", bound=msgspec.Struct)
Values = dict[str, Any]
_OPEN = "open"
_STEP_COLUMNS = {"index": "idx", "set": "set_no"}
_STEP_FIELDS = {column: field for field, column in _STEP_COLUMNS.items()}


def session_values(record: SessionRecord) -> Values:
    """The columns of a session's row. Raises ValueError for a time without its offset."""
    values = values_of(record, "started", "ended")
    values["outcome"] = record.outcome or _OPEN
    return values


def session_record(row: sqlite3.Row) -> SessionRecord:
    """The session in a row. Raises DamagedRowError."""
    values = dict(row)
    values["counts_for_plan"] = bool(values["counts_for_plan"])
    if values["outcome"] == _OPEN:
        values["outcome"] = None
    return record_from(values, values.pop("utc_offset_min"), SessionRecord)


def step_values(record: StepRecord) -> Values:
    """The columns of a step's row. Raises ValueError for a time without its offset."""
    values = values_of(record, "ended")
    del values["utc_offset_min"]
    return {_STEP_COLUMNS.get(name, name): value for name, value in values.items()}


def step_record(row: sqlite3.Row, session: SessionRecord) -> StepRecord:
    """The step in a row of `session`'s, at its place's offset. Raises DamagedRowError."""
    values = {_STEP_FIELDS.get(name, name): value for name, value in dict(row).items()}
    offset = session.started.utcoffset() or timedelta()
    return record_from(values, offset // timedelta(minutes=1), StepRecord)


def rating_values(record: RatingRecord) -> Values:
    """The columns of a rating's row. Raises ValueError for a time without its offset."""
    return values_of(record, "given")


def rating_record(row: sqlite3.Row) -> RatingRecord:
    """The rating in a row. Raises DamagedRowError."""
    values = dict(row)
    return record_from(values, values.pop("utc_offset_min"), RatingRecord)


def values_of(record: msgspec.Struct, first: str, *more: str) -> Values:
    """Fields as columns; the times named become UTC text, the first one's offset a column."""
    offset_min = _offset_min(getattr(record, first))
    return {**columns_of(record, first, *more), "utc_offset_min": offset_min}


def columns_of(record: msgspec.Struct, *times: str) -> Values:
    """Fields as columns; the times named become UTC text, days text, enums stay."""
    values = msgspec.structs.asdict(record)
    for name in times:
        values[f"{name}_utc"] = utc_text(values.pop(name))
    days = {name: value.isoformat() for name, value in values.items() if isinstance(value, date)}
    return {**values, **days}


def record_from(values: Values, offset_min: int, kind: type[Record]) -> Record:
    """The record of columns whose times are UTC text, told at an offset."""
    place = timezone(timedelta(minutes=offset_min))
    fields = {name.removesuffix("_utc"): value for name, value in values.items()}
    times = [name.removesuffix("_utc") for name in values if name.endswith("_utc")]
    try:
        record = msgspec.convert(fields, kind)
    except msgspec.ValidationError as error:
        raise DamagedRowError(f"{kind.__name__} {values['id']}: {error}") from error
    return msgspec.structs.replace(record, **_at(place, record, times))


def _at(place: timezone, record: msgspec.Struct, times: list[str]) -> Mapping[str, datetime]:
    found = {name: getattr(record, name) for name in times}
    return {name: time.astimezone(place) for name, time in found.items() if time is not None}


def _offset_min(time: datetime) -> int:
    offset = time.utcoffset()
    if offset is None:
        raise ValueError(f"a time without its offset from UTC: {time}")
    return offset // timedelta(minutes=1)


def utc_text(time: datetime | None) -> str | None:
    """A time as it lies in a column. Raises ValueError for one without its offset."""
    if time is None:
        return None
    _offset_min(time)
    text = time.astimezone(UTC).isoformat(timespec="microseconds")
    return text.replace("+00:00", "Z")
