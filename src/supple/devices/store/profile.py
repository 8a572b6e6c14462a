"""Year of birth and sex, if the user gave them: only to compare with published values."""

import sqlite3

import msgspec

from supple.core.plan.records import Profile

_SAVE = """
INSERT INTO profile VALUES (1, :birth_year, :sex, new_stamp())
ON CONFLICT (id) DO UPDATE SET birth_year = excluded.birth_year, sex = excluded.sex,
  changed = excluded.changed
"""


def save_profile(connection: sqlite3.Connection, profile: Profile) -> None:
    """Keep it; an empty one is deleted. A job for `Store.write`."""
    if profile == Profile():
        connection.execute("DELETE FROM profile")
    else:
        connection.execute(_SAVE, msgspec.structs.asdict(profile))


def read_profile(connection: sqlite3.Connection) -> Profile:
    """What is known, empty where nothing is. A job for `Store.read`."""
    row = connection.execute("SELECT birth_year, sex FROM profile").fetchone()
    return msgspec.convert(dict(row), Profile) if row else Profile()
