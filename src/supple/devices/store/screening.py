"""Screening: verdicts on answers, and what a professional cleared. Never exported, never synced.

Of all screenings the one written last counts, whatever the clock said; a clearance belongs to one.
"""

import sqlite3
from datetime import date

import msgspec

from supple.core.plan.records import ClearanceRecord, ScreeningRecord
from supple.core.plan.screening import Standing
from supple.devices.store.faults import DamagedRowError
from supple.devices.store.rows import record_from, values_of

_INSERT = """
INSERT INTO screening VALUES (:id, :answered_utc, :utc_offset_min, :local_day, :lock, :tags,
  :answers, new_stamp())
"""
_INSERT_CLEARANCE = """
INSERT INTO clearance VALUES (:id, :screening_id, :given_utc, :utc_offset_min, :local_day,
  :subject, new_stamp())
"""
_LATEST = "SELECT * FROM screening ORDER BY rowid DESC LIMIT 1"


def save_screening(connection: sqlite3.Connection, record: ScreeningRecord) -> None:
    """Keep a verdict; from now on it is the one that counts. A job for `Store.write`."""
    values = values_of(record, "answered")
    values["tags"] = msgspec.json.encode(record.tags).decode()
    answers = record.answers
    values["answers"] = None if answers is None else msgspec.json.encode(answers).decode()
    connection.execute(_INSERT, values)


def save_clearance(connection: sqlite3.Connection, record: ClearanceRecord) -> None:
    """Keep a professional's word. A job for `Store.write`."""
    connection.execute(_INSERT_CLEARANCE, values_of(record, "given"))


def forget_answers(connection: sqlite3.Connection) -> None:
    """Drop all single answers; locks, tags and days stay. A job for `Store.write`."""
    connection.execute("UPDATE screening SET answers = NULL, changed = new_stamp()")


def latest_screening(connection: sqlite3.Connection) -> ScreeningRecord | None:
    """The verdict that counts. A job for `Store.read`; raises DamagedRowError."""
    row = connection.execute(_LATEST).fetchone()
    if row is None:
        return None
    values = dict(row)
    try:
        values["tags"] = msgspec.json.decode(values["tags"])
        values["answers"] = msgspec.json.decode(values["answers"] or "null")
    except msgspec.DecodeError as error:
        raise DamagedRowError(f"screening {values['id']}: {error}") from error
    return record_from(values, values.pop("utc_offset_min"), ScreeningRecord)


def read_standing(connection: sqlite3.Connection) -> Standing:
    """Where the person stands. A job for `Store.read`; raises DamagedRowError."""
    latest = latest_screening(connection)
    if latest is None:
        return Standing()
    rows = connection.execute("SELECT subject FROM clearance WHERE screening_id = ?", (latest.id,))
    return Standing(
        lock=latest.lock,
        conditions=frozenset(latest.tags),
        cleared=frozenset(row["subject"] for row in rows),
        answered=latest.local_day,
    )


def clearances(connection: sqlite3.Connection) -> list[tuple[str, date]]:
    """What was cleared since the last answers, with the day. A job for `Store.read`."""
    latest = latest_screening(connection)
    rows = connection.execute(
        "SELECT subject, local_day FROM clearance WHERE screening_id = ? ORDER BY rowid",
        (latest.id if latest else "",),
    )
    return [(row["subject"], date.fromisoformat(row["local_day"])) for row in rows]
