"""Decisions about the plan: kept one by one, so that two computers can put theirs together."""

import sqlite3
from datetime import date

import msgspec

from supple.core.plan.records import Decision, PlanEvent
from supple.devices.store.faults import DamagedRowError
from supple.devices.store.rows import record_from, values_of

_INSERT = """
INSERT INTO plan_events VALUES (:id, :decided_utc, :utc_offset_min, :local_day, :kind, :detail,
  this_device(), new_stamp())
"""
_AHEAD = """
SELECT EXISTS (
  SELECT 1 FROM plan_events
  WHERE kind = ? AND CASE WHEN json_valid(detail) THEN json_extract(detail, '$.until') END >= ?
)
"""


def save_plan_event(connection: sqlite3.Connection, event: PlanEvent) -> None:
    """Keep a decision. A job for `Store.write`."""
    values = values_of(event, "decided")
    values["detail"] = msgspec.json.encode(event.detail).decode()
    connection.execute(_INSERT, values)


def list_plan_events(connection: sqlite3.Connection) -> list[PlanEvent]:
    """All decisions in their order. A job for `Store.read`; raises DamagedRowError.

    A kind that only a newer version knows is left out.
    """
    rows = connection.execute("SELECT * FROM plan_events ORDER BY decided_utc, id").fetchall()
    known = set(Decision)
    return [_event(row) for row in rows if row["kind"] in known]


def has_plan_event(connection: sqlite3.Connection, kind: Decision, today: date) -> bool:
    """Whether any decision of this kind is for today or later. A job for `Store.read`."""
    asked = connection.execute(_AHEAD, (kind, today.isoformat()))
    return bool(asked.fetchone()[0])


def _event(row: sqlite3.Row) -> PlanEvent:
    values = dict(row)
    try:
        values["detail"] = msgspec.json.decode(values["detail"])
    except msgspec.DecodeError as error:
        raise DamagedRowError(f"plan event {values['id']}: {error}") from error
    return record_from(values, values.pop("utc_offset_min"), PlanEvent)
