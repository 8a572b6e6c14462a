"""How sessions felt, summed up in SQL: quick however long the history is."""

import sqlite3

from supple.core.plan.pain import WORSE_BY

_OUTCOMES = """
SELECT session_id, max(feel) AS feel, max(rise) AS rise FROM (
  SELECT session_id, kind,
    max(CASE WHEN kind = 'feel' THEN value END) AS feel,
    max(CASE WHEN kind IN ('back', 'leg') AND moment = 'after' THEN value END)
      - max(CASE WHEN kind IN ('back', 'leg') AND moment = 'before' THEN value END) AS rise
  FROM ratings WHERE session_id IS NOT NULL GROUP BY session_id, kind)
GROUP BY session_id
"""


def session_outcomes(connection: sqlite3.Connection) -> dict[str, tuple[bool, str]]:
    """By session: whether pain rose in it by 2 or more, and how it felt ("" if not told).

    A job for `Store.read`.
    """
    return {
        row["session_id"]: ((row["rise"] or 0) >= WORSE_BY, row["feel"] or "")
        for row in connection.execute(_OUTCOMES)
    }
