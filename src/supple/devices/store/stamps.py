"""Stamps of change: a hybrid logical clock, so that of two versions of a record one is later.

Kulkarni, Demirbas et al., "Logical Physical Clocks", 2014: wall-clock milliseconds, a counter for
what happens within one or while the clock is behind, and the device to tell ties apart.
"""

import re
import sqlite3

from supple.devices.clock import Clock

_FORM = re.compile(r"(\d{14})\.(\d{4})\.(.+)")
_COUNTERS = 10_000
_LATEST_OF = "SELECT max(changed) AS changed FROM {}"
_LATEST_IN = "SELECT max(changed) FROM ({})"
TABLES = (
    "sessions",
    "ratings",
    "hurts",
    "set_asides",
    "tests",
    "plan_events",
    "breaks",
    "tombstones",
)
"""The tables whose `changed` is indexed, and travels to other computers."""


class Stamps:
    """Gives stamps as text that sorts as they follow, each later than all before.

    `last` is the latest stamp known; a wall clock that was set back does not matter after it. Not
    for two threads at once.
    """

    def __init__(self, clock: Clock, device: str, last: str | None = None) -> None:
        self._clock = clock
        self._device = device
        self._ms, self._counter = 0, 0
        self.see(last)

    def next(self) -> str:
        """A new stamp."""
        now_ms = int(self._clock.wall_s() * 1000)
        if now_ms > self._ms:
            self._ms, self._counter = now_ms, 0
        else:
            self._counter += 1
            if self._counter == _COUNTERS:
                self._ms, self._counter = self._ms + 1, 0
        return f"{self._ms:014d}.{self._counter:04d}.{self._device}"

    def see(self, stamp: str | None) -> None:
        """Take note of a stamp that another gave: all from now on are later."""
        known = _FORM.fullmatch(stamp or "")
        if known:
            self._ms, self._counter = max((self._ms, self._counter), (int(known[1]), int(known[2])))


def latest_stamp(connection: sqlite3.Connection) -> str | None:
    """The latest stamp in the database, None in an empty one."""
    each = " UNION ALL ".join(_LATEST_OF.format(name) for name in TABLES)
    latest: str | None = connection.execute(_LATEST_IN.format(each)).fetchone()[0]
    return latest
