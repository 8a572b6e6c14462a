"""The list of sessions, the latest first, in pages; and one session with all that belongs to it."""

import sqlite3
from collections.abc import Collection
from datetime import date

import msgspec

from supple.core.history.records import RecordedSession, SessionRecord
from supple.core.session.steps import Step
from supple.devices.store.rows import rating_record, session_record, step_record

_PAGE = """
SELECT * FROM sessions
WHERE local_day BETWEEN :since AND :until AND speed <= 1 {kind} {before}
ORDER BY {order} DESC LIMIT :count
"""
_AT_THE_DESK = "(source = 'break' OR routine IN (SELECT value FROM json_each(:desk)))"
_KINDS = {
    "": "",
    "desk": f"AND {_AT_THE_DESK}",
    "mat": f"AND NOT {_AT_THE_DESK} AND source <> 'by-hand'",
    "by-hand": "AND source = 'by-hand'",
}
_BEFORE = "AND (local_day, started_utc, id) < (:day, :started, :id)"
_ORDER = "local_day DESC, started_utc DESC, id"
_ANSWERS = """
SELECT session_id, moment, kind, value FROM ratings
WHERE session_id IN (SELECT value FROM json_each(?)) AND kind IN ('back', 'feel')
"""


class Answers(msgspec.Struct, frozen=True):
    """What was told around a session, as far as it was."""

    before: int | None = None
    after: int | None = None
    feel: str = ""


class Found(msgspec.Struct, frozen=True):
    """A session without its steps, and what was told around it."""

    session: SessionRecord
    answers: Answers


class Cursor(msgspec.Struct, frozen=True):
    """Where a page ended: the next one goes on below."""

    day: str
    started: str
    id: str


class Page(msgspec.Struct, frozen=True):
    """Sessions, the latest first; `more` says where to go on, None at the end."""

    rows: tuple[Found, ...]
    more: Cursor | None


def session_page(
    connection: sqlite3.Connection,
    *,
    since: date,
    until: date,
    kind: str,
    desk: Collection[str],
    below: Cursor | None,
    count: int,
) -> Page:
    """The next `count` sessions of a period. `kind`: "", "desk", "mat" or "by-hand"."""
    statement = _PAGE.format(kind=_KINDS[kind], before=_BEFORE if below else "", order=_ORDER)
    values: dict[str, str | int] = {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "desk": msgspec.json.encode(sorted(desk)).decode(),
        "count": count + 1,
    }
    if below is not None:
        values |= {"day": below.day, "started": below.started, "id": below.id}
    rows = connection.execute(statement, values).fetchall()
    more = None
    if len(rows) > count:
        last = rows[count - 1]
        more = Cursor(last["local_day"], last["started_utc"], last["id"])
    sessions = [session_record(row) for row in rows[:count]]
    told = _answers(connection, [each.id for each in sessions])
    return Page(tuple(Found(each, told.get(each.id, Answers())) for each in sessions), more)


def whole_session(
    connection: sqlite3.Connection, ident: str
) -> tuple[RecordedSession, tuple[Step, ...]] | None:
    """A session with its steps and ratings, and what it was compiled to (empty if not kept)."""
    row = connection.execute("SELECT * FROM sessions WHERE id = ?", (ident,)).fetchone()
    if row is None:
        return None
    session = session_record(row)
    steps = connection.execute(
        "SELECT * FROM session_steps WHERE session_id = ? ORDER BY idx, attempt, id", (ident,)
    )
    ratings = connection.execute(
        "SELECT * FROM ratings WHERE session_id = ? ORDER BY given_utc, id", (ident,)
    )
    whole = RecordedSession(
        session=session,
        steps=tuple(step_record(each, session) for each in steps),
        ratings=tuple(rating_record(each) for each in ratings),
    )
    return whole, _compiled(compiled_text(connection, ident))


def compiled_text(connection: sqlite3.Connection, ident: str) -> str:
    """What a session was compiled to, as it lies there; empty where it is not kept."""
    row = connection.execute(
        "SELECT steps FROM compiled_sessions WHERE session_id = ?", (ident,)
    ).fetchone()
    return "" if row is None else str(row["steps"])


def _compiled(text: str) -> tuple[Step, ...]:
    try:
        return msgspec.json.decode(text, type=tuple[Step, ...]) if text else ()
    except msgspec.DecodeError:  # of a version that compiled differently
        return ()


def _answers(connection: sqlite3.Connection, ids: list[str]) -> dict[str, Answers]:
    found: dict[str, Answers] = {}
    for row in connection.execute(_ANSWERS, (msgspec.json.encode(ids).decode(),)):
        ident = row["session_id"]
        known = found.get(ident, Answers())
        field = "feel" if row["kind"] == "feel" else row["moment"]
        if field in Answers.__struct_fields__:
            found[ident] = msgspec.structs.replace(known, **{field: row["value"]})
    return found
