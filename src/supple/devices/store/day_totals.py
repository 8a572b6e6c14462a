"""What was done day by day in SQL, from the sessions' own rows: the same however long they are.

Every function is a job for `Store.read`. Rehearsals count nowhere.
"""

import sqlite3
from collections.abc import Collection, Sequence
from datetime import date

import msgspec

from supple.core.history.totals import DayTotal

_DAYS = """
SELECT local_day, count(*),
  sum(CASE WHEN source = 'break' OR routine IN (SELECT value FROM json_each(:desk))
      THEN active_s ELSE 0 END),
  sum(active_s)
FROM sessions WHERE local_day BETWEEN :since AND :until AND speed <= 1
GROUP BY local_day ORDER BY local_day
"""
_FIRST_DAY = "SELECT min(local_day) FROM sessions WHERE speed <= 1"


def day_totals(
    connection: sqlite3.Connection, since: date, until: date, desk: Collection[str]
) -> list[DayTotal]:
    """What was done on each day of a period that has something, in order.

    `desk`: the routines that are done at the desk; sessions of a desk break are too.
    """
    period = {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "desk": msgspec.json.encode(sorted(desk)).decode(),
    }
    return [
        DayTotal(date.fromisoformat(day), count, desk_s, all_s - desk_s)
        for day, count, desk_s, all_s in map(tuple, connection.execute(_DAYS, period))
    ]


def first_day(connection: sqlite3.Connection) -> date | None:
    """The day of the first session; None without any."""
    row: Sequence[str | None] = connection.execute(_FIRST_DAY).fetchone()
    return None if row[0] is None else date.fromisoformat(row[0])
