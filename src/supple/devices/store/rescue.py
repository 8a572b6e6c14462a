"""A session that its own computer could not write: into a file, and from it into its history.

`keep_elsewhere` is a job for a store in memory, `take_back` one for `Store.write`.
"""

import sqlite3
from collections.abc import Iterable

from supple.core.history.versions import SessionVersion, Version
from supple.devices.store.rows import session_values, step_values
from supple.devices.store.store import Job
from supple.devices.store.versions import insert_steps, put_version

_HERE = "SELECT active_s, device = this_device() AS is_own FROM sessions WHERE id = ?"
_COMPLETE = """
UPDATE sessions SET outcome = :outcome, ended_utc = :ended_utc, hurt = :hurt,
  active_s = :active_s, work_s = :work_s, holds_done = :holds_done, changed = new_stamp()
WHERE id = :id
"""


def keep_elsewhere(
    connection: sqlite3.Connection, known: Iterable[Version], unsaved: Iterable[Job[object]]
) -> None:
    """Build sessions of what the disk has of them, and of what it did not take."""
    for version in known:
        put_version(connection, version)
    for job in unsaved:
        job(connection)


def take_back(connection: sqlite3.Connection, version: Version) -> bool:
    """Complete a session of this computer that stands here with less of it; whether it did.

    It was cut off here, or closed since, and `version` was kept elsewhere because the disk did not
    take it. A note that was written here since stays.
    """
    if not isinstance(version, SessionVersion):
        return False
    here = connection.execute(_HERE, (version.id,)).fetchone()
    if here is None or not here["is_own"] or version.active_s <= here["active_s"]:
        return False
    connection.execute("SELECT see_stamp(?)", (version.changed,))
    insert_steps(connection, [step_values(step) for step in version.steps])
    connection.execute(_COMPLETE, session_values(version))
    connection.execute("DELETE FROM compiled_sessions WHERE session_id = ?", (version.id,))
    return True
