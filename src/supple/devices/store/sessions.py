"""Sessions and their steps: what a recorder writes, what resuming and history read.

Every function is a job for `Store.write` or `Store.read` (those whose names ask). Rows are stamped
by the store's own SQL functions `new_stamp()` and `this_device()`.
"""

import sqlite3
from collections import defaultdict
from datetime import date

import msgspec

from supple.core.history.records import (
    RatingRecord,
    RecordedSession,
    SessionRecord,
    StepRecord,
    Unfinished,
)
from supple.core.session.events import Hurt, Outcome, SessionOutcome
from supple.core.session.steps import Step
from supple.devices.store.rows import (
    rating_record,
    session_record,
    session_values,
    step_record,
    step_values,
)

_INSERT_SESSION = """
INSERT INTO sessions VALUES (:id, :routine, :routine_name, :source, :started_utc, :utc_offset_min,
  :local_day, :ended_utc, :outcome, :hurt, :planned_s, :active_s, :work_s, :holds_done,
  :holds_planned, :counts_for_plan, :week, :speed, :seed, :note, this_device(), new_stamp())
"""
# No new stamp: a session becomes a record to others when it is closed, and the stamp's index would
# make every step wait longer for the disk.
_UPDATE_TOTALS = "UPDATE sessions SET active_s = ?, work_s = ?, holds_done = ? WHERE id = ?"
_INSERT_STEP = """
INSERT INTO session_steps VALUES (:session_id, :id, :idx, :attempt, :part, :kind, :exercise, :side,
  :set_no, :sets, :planned_s, :actual_s, :reps, :outcome, :ended_utc)
ON CONFLICT DO NOTHING
"""
_END = """
UPDATE sessions SET outcome = :outcome, ended_utc = :ended_utc, hurt = :hurt,
  active_s = :active_s, work_s = :work_s, holds_done = :holds_done, started_utc = :started_utc,
  utc_offset_min = :utc_offset_min, local_day = :local_day, changed = new_stamp()
WHERE id = :id
"""
_DELETE_UNLESS_DONE = """
DELETE FROM sessions WHERE id = :id AND NOT EXISTS
  (SELECT * FROM session_steps WHERE session_id = :id AND outcome = 'done')
"""
_UNFINISHED = """
SELECT * FROM sessions WHERE local_day = ? AND (outcome = 'open'
  OR (outcome = 'stopped' AND id IN (SELECT session_id FROM lapsed_sessions)))
ORDER BY started_utc DESC
"""
_HAS_OPEN = """
SELECT EXISTS (SELECT 1 FROM sessions WHERE outcome = 'open')
  OR EXISTS (SELECT 1 FROM lapsed_sessions)
"""
_REOPEN = "UPDATE sessions SET outcome = 'open', ended_utc = NULL WHERE id = ?"
_FORGET_LAPSE = "DELETE FROM lapsed_sessions WHERE session_id = ?"
_FORGET_OLD_LAPSES = """
DELETE FROM lapsed_sessions
WHERE session_id IN (SELECT id FROM sessions WHERE local_day < ?)
"""
_IN_PERIOD = """
SELECT * FROM sessions WHERE local_day >= :since AND local_day <= :until
ORDER BY started_utc, id
"""
_PARTS_IN_PERIOD = """
SELECT part.* FROM sessions JOIN {table} AS part ON part.session_id = sessions.id
WHERE sessions.local_day >= :since AND sessions.local_day <= :until
ORDER BY {order}
"""
_STEPS_IN_PERIOD = _PARTS_IN_PERIOD.format(
    table="session_steps", order="part.idx, part.attempt, part.id"
)
_RATINGS_IN_PERIOD = _PARTS_IN_PERIOD.format(table="ratings", order="part.given_utc, part.id")


def record_step(
    connection: sqlite3.Connection,
    session: SessionRecord,
    step: StepRecord,
    compiled: tuple[Step, ...],
) -> None:
    """Keep a work step that was ended, with the session's totals up to and including it.

    The session's row is made with its first step. Doing the same again changes nothing, so that a
    failed commit may simply be tried once more. Raises ValueError for a time without its offset.
    """
    totals = (session.active_s, session.work_s, session.holds_done, session.id)
    if connection.execute(_UPDATE_TOTALS, totals).rowcount == 0:
        connection.execute(_INSERT_SESSION, session_values(session))
        steps = msgspec.json.encode(compiled).decode()
        connection.execute("INSERT INTO compiled_sessions VALUES (?, ?)", (session.id, steps))
    connection.execute(_INSERT_STEP, step_values(step))


def replace_steps(
    connection: sqlite3.Connection, session_id: str, compiled: tuple[Step, ...]
) -> None:
    """Keep changed steps of a session that runs. Without its row there is nothing to change yet."""
    steps = msgspec.json.encode(compiled).decode()
    connection.execute(
        "UPDATE compiled_sessions SET steps = ? WHERE session_id = ?", (steps, session_id)
    )


def end_session(
    connection: sqlite3.Connection, session: SessionRecord, *, lapsed: bool = False
) -> bool:
    """Close a session with its outcome, start, end, hurt and final totals; whether it is kept.

    A session in which nothing was done leaves no row. One that lapsed can be gone on with.
    """
    values = session_values(session)
    connection.execute(_DELETE_UNLESS_DONE, values)
    kept = connection.execute(_END, values).rowcount == 1
    if session.outcome is SessionOutcome.COMPLETED:
        connection.execute("DELETE FROM compiled_sessions WHERE session_id = :id", values)
    if kept and lapsed:
        connection.execute("INSERT OR IGNORE INTO lapsed_sessions VALUES (:id)", values)
    return kept


def reopen_session(connection: sqlite3.Connection, session_id: str) -> None:
    """Go on with a session that lapsed: it is under way again."""
    connection.execute(_FORGET_LAPSE, (session_id,))
    connection.execute(_REOPEN, (session_id,))


def has_open(connection: sqlite3.Connection) -> bool:
    """Whether any session runs, was cut off, or lapsed. A job for `Store.read`."""
    (found,) = connection.execute(_HAS_OPEN).fetchone()
    return bool(found)


def find_unfinished(connection: sqlite3.Connection, today: date) -> Unfinished | None:
    """The latest session of today that was cut off, or lapsed, with work done and work ahead."""
    rows = connection.execute(_UNFINISHED, (today.isoformat(),))
    for row in rows.fetchall():
        found = _unfinished(connection, session_record(row))
        if found and found.next_work and _has_done(found.ended):
            return found
    return None


def close_session(
    connection: sqlite3.Connection, session_id: str, hurt: Hurt | None = None
) -> SessionRecord | None:
    """Close a session that was cut off, as of its last step; the record if it is kept.

    It was completed if only its end was missing, else stopped, by `hurt` if that is given. One that
    is closed already stays as it is; it is only not to be gone on with any more.
    """
    connection.execute(_FORGET_LAPSE, (session_id,))
    row = connection.execute(
        "SELECT * FROM sessions WHERE id = ? AND outcome = 'open'", (session_id,)
    ).fetchone()
    if row is None:
        return None
    session = session_record(row)
    found = _unfinished(connection, session)
    over = found is not None and found.next_work is None
    outcome = SessionOutcome.COMPLETED if over else SessionOutcome.STOPPED
    session = msgspec.structs.replace(
        session,
        outcome=SessionOutcome.HURT if hurt else outcome,
        hurt=hurt,
        ended=max((step.ended for step in _steps(connection, session)), default=session.started),
    )
    return session if end_session(connection, session) else None


def close_old_sessions(connection: sqlite3.Connection, today: date) -> list[SessionRecord]:
    """Close what was cut off on earlier days; the records that are kept."""
    connection.execute(_FORGET_OLD_LAPSES, (today.isoformat(),))
    rows = connection.execute(
        "SELECT id FROM sessions WHERE outcome = 'open' AND local_day < ?", (today.isoformat(),)
    )
    closed = [close_session(connection, row["id"]) for row in rows.fetchall()]
    return [session for session in closed if session]


def list_sessions(
    connection: sqlite3.Connection, since: date | None = None, until: date | None = None
) -> list[RecordedSession]:
    """The sessions of these days, both included, with their steps and ratings, oldest first."""
    period = {
        "since": (since or date.min).isoformat(),
        "until": (until or date.max).isoformat(),
    }
    sessions = [session_record(row) for row in connection.execute(_IN_PERIOD, period)]
    by_id = {session.id: session for session in sessions}
    steps: defaultdict[str, list[StepRecord]] = defaultdict(list)
    for row in connection.execute(_STEPS_IN_PERIOD, period):
        steps[row["session_id"]].append(step_record(row, by_id[row["session_id"]]))
    ratings: defaultdict[str, list[RatingRecord]] = defaultdict(list)
    for row in connection.execute(_RATINGS_IN_PERIOD, period):
        ratings[row["session_id"]].append(rating_record(row))
    return [
        RecordedSession(
            session=session,
            steps=tuple(steps[session.id]),
            ratings=tuple(ratings[session.id]),
        )
        for session in sessions
    ]


def _steps(connection: sqlite3.Connection, session: SessionRecord) -> tuple[StepRecord, ...]:
    rows = connection.execute(
        "SELECT * FROM session_steps WHERE session_id = ? ORDER BY idx, attempt, id", (session.id,)
    )
    return tuple(step_record(row, session) for row in rows)


def _has_done(steps: tuple[StepRecord, ...]) -> bool:
    return any(step.outcome is Outcome.DONE for step in steps)


def _unfinished(connection: sqlite3.Connection, session: SessionRecord) -> Unfinished | None:
    """The session with its compiled steps; None when this version cannot read them any more."""
    row = connection.execute(
        "SELECT steps FROM compiled_sessions WHERE session_id = ?", (session.id,)
    ).fetchone()
    try:
        compiled = msgspec.json.decode(row["steps"] if row else "", type=tuple[Step, ...])
    except msgspec.DecodeError:
        return None
    return Unfinished(session=session, steps=compiled, ended=_steps(connection, session))
