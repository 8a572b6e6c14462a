"""Versions in the database: reading them out, and putting in what comes from elsewhere.

Every function is a job for `Store.read` or, if it puts something in, `Store.write`. What counts
when two versions meet, `supple.core.history.merge` says; here are only the rows.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from supple.core.history.merge import supersedes
from supple.core.history.versions import (
    BreakVersion,
    Deletion,
    HurtVersion,
    Live,
    PlanEventVersion,
    RatingVersion,
    RecordKind,
    SessionVersion,
    SetAsideVersion,
    TestVersion,
    Version,
    kind_of,
)
from supple.core.plan.records import Decision
from supple.core.session.events import SessionOutcome
from supple.devices.store.rows import (
    Values,
    columns_of,
    record_from,
    session_record,
    step_record,
    step_values,
    values_of,
)


@dataclass(frozen=True)
class _Table:
    """Where a kind lies, and its times; a first time with an offset column of its own."""

    name: str
    form: type[Live]
    times: tuple[str, ...]
    has_offset: bool = True


_TABLES = {
    RecordKind.SESSION: _Table("sessions", SessionVersion, ("started", "ended")),
    RecordKind.RATING: _Table("ratings", RatingVersion, ("given",)),
    RecordKind.HURT: _Table("hurts", HurtVersion, ("told",)),
    RecordKind.SET_ASIDE: _Table(
        "set_asides", SetAsideVersion, ("brought_back",), has_offset=False
    ),
    RecordKind.TEST: _Table("tests", TestVersion, ("measured",)),
    RecordKind.PLAN_EVENT: _Table("plan_events", PlanEventVersion, ("decided",)),
    RecordKind.BREAK: _Table("breaks", BreakVersion, ("due",)),
}
FORMS: dict[RecordKind, type[Live]] = {kind: table.form for kind, table in _TABLES.items()}
_SINCE = "SELECT * FROM {} WHERE changed > ? ORDER BY changed, id"
_ONE = "SELECT * FROM {} WHERE id = ?"
_STEPS = "SELECT * FROM session_steps WHERE session_id = ? ORDER BY idx, attempt, id"
_DELETE = "DELETE FROM {} WHERE id = ?"
_INSERT = "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT {}"
_TOMBSTONES = "SELECT * FROM tombstones WHERE changed > ? ORDER BY changed, id"
_TOMBSTONE = "SELECT * FROM tombstones WHERE id = ? AND record = ?"
_BURY = """
INSERT INTO tombstones VALUES (:id, :record, :device, :changed)
ON CONFLICT (id) DO UPDATE SET record = :record, device = :device, changed = :changed
"""
_DECISIONS = frozenset(Decision)
_OPEN = "open"


def versions_since(connection: sqlite3.Connection, changed: str = "") -> Iterator[Version]:
    """Everything with a later stamp, kind by kind in the order of change; lazily.

    Raises DamagedRowError. A decision that only a newer Supple knows is left out.
    """
    for kind in RecordKind:
        yield from versions_of_kind(connection, kind, changed)
    for row in connection.execute(_TOMBSTONES, (changed,)):
        yield _deletion(row)


def versions_to_share(
    connection: sqlite3.Connection, changed: str, made_by: str
) -> Iterator[Version]:
    """What a device did since a stamp (with "" all did), without what is still under way.

    Versions of others are passed over before they are read whole.
    """
    for kind in RecordKind:
        for row in _rows(connection, kind, changed):
            under_way = kind is RecordKind.SESSION and row["outcome"] == _OPEN
            if row["changed"].endswith(made_by) and not under_way:
                yield _live(connection, _TABLES[kind], row)
    for row in connection.execute(_TOMBSTONES, (changed,)):
        if row["changed"].endswith(made_by):
            yield _deletion(row)


def versions_of_kind(
    connection: sqlite3.Connection, kind: RecordKind, changed: str = ""
) -> Iterator[Live]:
    """The records of one kind with a later stamp, in the order of change; lazily."""
    for row in _rows(connection, kind, changed):
        yield _live(connection, _TABLES[kind], row)


def _rows(connection: sqlite3.Connection, kind: RecordKind, changed: str) -> Iterator[sqlite3.Row]:
    for row in connection.execute(_SINCE.format(_TABLES[kind].name), (changed,)):
        if kind is not RecordKind.PLAN_EVENT or row["kind"] in _DECISIONS:
            yield row


def version_of(connection: sqlite3.Connection, kind: RecordKind, ident: str) -> Version | None:
    """What is known of a record: itself, its deletion, or nothing."""
    table = _TABLES[kind]
    row = connection.execute(_ONE.format(table.name), (ident,)).fetchone()
    if row is not None:
        return _live(connection, table, row)
    row = connection.execute(_TOMBSTONE, (ident, kind)).fetchone()
    return None if row is None else _deletion(row)


def put_version(connection: sqlite3.Connection, version: Version) -> bool:
    """Take in a version from elsewhere; whether it changed anything.

    A session that is still under way here stays as it is: its end will be later. Raises
    sqlite3.IntegrityError for what the tables refuse; nothing of the version is then in.
    """
    connection.execute("SAVEPOINT version")
    try:
        changed = _put(connection, version)
    except BaseException:
        connection.execute("ROLLBACK TO version")
        raise
    finally:
        connection.execute("RELEASE version")
    connection.execute("SELECT see_stamp(?)", (version.changed,))
    return changed


def _put(connection: sqlite3.Connection, version: Version) -> bool:
    kind = kind_of(version)
    table = _TABLES[kind]
    if kind is RecordKind.SESSION and _is_under_way(connection, version.id):
        return False
    here = _stamp_of(connection, table, kind, version.id)
    if here is not None and not _counts(connection, kind, version, here):
        return _add_steps(connection, version)
    if isinstance(version, Deletion):
        connection.execute(_DELETE.format(table.name), (version.id,))
        values = {**msgspec.structs.asdict(version), "record": version.of}
        connection.execute(_BURY, values)
        return True
    connection.execute("DELETE FROM tombstones WHERE id = ? AND record = ?", (version.id, kind))
    values = _values(version, table)
    connection.execute(_upsert(table.name, tuple(values)), values)
    _add_steps(connection, version)
    return True


def _is_under_way(connection: sqlite3.Connection, ident: str) -> bool:
    row = connection.execute("SELECT outcome FROM sessions WHERE id = ?", (ident,))
    return (row.fetchone() or ("",))[0] == _OPEN


def _stamp_of(
    connection: sqlite3.Connection, table: _Table, kind: RecordKind, ident: str
) -> str | None:
    """When what is known of a record was changed. Reading it whole takes longer."""
    for statement, values in ((_ONE.format(table.name), (ident,)), (_TOMBSTONE, (ident, kind))):
        row = connection.execute(statement, values).fetchone()
        if row is not None:
            return str(row["changed"])
    return None


def _counts(
    connection: sqlite3.Connection, kind: RecordKind, version: Version, changed: str
) -> bool:
    if version.changed != changed:
        return version.changed > changed
    here = version_of(connection, kind, version.id)
    return here is not None and supersedes(version, here)


def _add_steps(connection: sqlite3.Connection, version: Version) -> bool:
    """The steps that a session which is here does not have yet; whether there were any."""
    if not isinstance(version, SessionVersion):
        return False
    here = connection.execute("SELECT 1 FROM sessions WHERE id = ?", (version.id,)).fetchone()
    return insert_steps(connection, [step_values(step) for step in version.steps] if here else [])


def insert_steps(connection: sqlite3.Connection, rows: list[Values]) -> bool:
    """Put in those of these steps that are not here; whether there were any."""
    before = connection.total_changes
    if rows:
        connection.executemany(_insert_step(tuple(rows[0])), rows)
    return connection.total_changes > before


def _live(connection: sqlite3.Connection, table: _Table, row: sqlite3.Row) -> Live:
    if table.form is SessionVersion:
        return _session(connection, row)
    values = dict(row)
    if table.form is PlanEventVersion:
        values["detail"] = msgspec.json.decode(values["detail"])
    offset = values.pop("utc_offset_min") if table.has_offset else 0
    return record_from(values, offset, table.form)


def _session(connection: sqlite3.Connection, row: sqlite3.Row) -> SessionVersion:
    """A session with its steps; one that is still under way as if it were stopped now."""
    session = session_record(row)
    steps = tuple(step_record(each, session) for each in connection.execute(_STEPS, (session.id,)))
    if session.outcome is None:
        ended = max((step.ended for step in steps), default=session.started)
        session = msgspec.structs.replace(session, outcome=SessionOutcome.STOPPED, ended=ended)
    return SessionVersion(**msgspec.structs.asdict(session), steps=steps)


def _deletion(row: sqlite3.Row) -> Deletion:
    return Deletion(
        id=row["id"], of=RecordKind(row["record"]), device=row["device"], changed=row["changed"]
    )


def _values(version: Live, table: _Table) -> Values:
    values = (values_of if table.has_offset else columns_of)(version, *table.times)
    values.pop("steps", None)
    if isinstance(version, PlanEventVersion):
        values["detail"] = msgspec.json.encode(version.detail).decode()
    return values


@cache
def _upsert(table: str, columns: tuple[str, ...]) -> str:
    new = ", ".join(f"{column} = excluded.{column}" for column in columns if column != "id")
    return _filled(table, columns, f"(id) DO UPDATE SET {new}")


@cache
def _insert_step(columns: tuple[str, ...]) -> str:
    return _filled("session_steps", columns, "DO NOTHING")


def _filled(table: str, columns: tuple[str, ...], conflict: str) -> str:
    names, places = ", ".join(columns), ", ".join(f":{column}" for column in columns)
    return _INSERT.format(table, names, places, conflict)
