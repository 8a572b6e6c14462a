"""Ratings: what the user answered before and after a session, or for a day."""

import sqlite3
from datetime import date

from supple.core.history.records import RatingRecord
from supple.devices.store.rows import rating_record, rating_values

_SAVE = """
INSERT INTO ratings VALUES (:id, :session_id, :given_utc, :utc_offset_min, :local_day, :moment,
  :kind, :value, this_device(), new_stamp())
ON CONFLICT (id) DO UPDATE SET value = excluded.value, given_utc = excluded.given_utc,
  utc_offset_min = excluded.utc_offset_min, changed = excluded.changed
"""


def save_rating(connection: sqlite3.Connection, rating: RatingRecord) -> None:
    """Keep an answer; the same id again changes it. A job for `Store.write`.

    It may come before its session has a row, and stays when the session leaves none.
    """
    connection.execute(_SAVE, rating_values(rating))


def list_ratings(
    connection: sqlite3.Connection, since: date | None = None, until: date | None = None
) -> list[RatingRecord]:
    """The ratings of these days, both included, oldest first. A job for `Store.read`."""
    rows = connection.execute(
        "SELECT * FROM ratings WHERE local_day BETWEEN ? AND ? ORDER BY given_utc, id",
        ((since or date.min).isoformat(), (until or date.max).isoformat()),
    )
    return [rating_record(row) for row in rows]
