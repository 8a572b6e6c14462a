"""When each exercise was last done, summed up in SQL."""

import sqlite3
from datetime import date

_LAST = """
SELECT exercise, max(local_day) AS day FROM session_steps
JOIN sessions ON sessions.id = session_steps.session_id
WHERE session_steps.outcome = 'done' AND speed <= 1 GROUP BY exercise
"""


def last_days(connection: sqlite3.Connection) -> dict[str, date]:
    """By exercise: the last day on which a set of it was finished. A job for `Store.read`."""
    rows = connection.execute(_LAST)
    return {row["exercise"]: date.fromisoformat(row["day"]) for row in rows}
