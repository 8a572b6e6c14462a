"""Three clocks in one reading: real time, waking time, and the clock on the wall.

Where the system counts its sleep, that is exact and no change of the wall clock matters. Else what
the wall clock gained over the steady one is taken for sleep.
"""

import sys

from supple.core.breaks.facts import Moment
from supple.devices.clock import Clock, SystemClock, slept_s

_GAINED_S = 5.0  # time servers correct by less


class Moments:
    """Reads a clock together with the sleep of the machine.

    `slept` tells the seconds that this machine has slept, None where it cannot. `runs_on`: the
    steady clock does not stand still in sleep (Windows).
    """

    def __init__(self, clock: Clock, slept: "Slept", *, runs_on: bool = False) -> None:
        self._clock = clock
        self._slept = slept
        self._runs_on = runs_on

    def read(self) -> Moment:
        """The present moment."""
        now_s, wall = self._clock.now(), self._clock.wall()
        asleep_s = self._slept.read(now_s, wall.timestamp())
        if self._runs_on:
            return Moment(real_s=now_s, awake_s=now_s - asleep_s, wall=wall)
        return Moment(real_s=now_s + asleep_s, awake_s=now_s, wall=wall)


class Slept:
    """Sleep by comparing two clocks: it works everywhere, and takes a wall clock for its word."""

    def __init__(self) -> None:
        self._last: tuple[float, float] | None = None
        self._slept_s = 0.0

    def read(self, now_s: float, wall_s: float) -> float:
        """Seconds slept so far."""
        if self._last is not None:
            gained_s = (wall_s - self._last[1]) - (now_s - self._last[0])
            if gained_s > _GAINED_S:
                self._slept_s += gained_s
        self._last = (now_s, wall_s)
        return self._slept_s


class CountedSleep(Slept):
    """Sleep as the system counts it, since it was started."""

    def read(self, now_s: float, wall_s: float) -> float:  # noqa: ARG002 - the system knows better
        """Seconds slept so far."""
        return slept_s() or 0.0


def system_moments(clock: Clock) -> Moments:
    """The best reading of this clock: only the machine's own knows the machine's sleep."""
    is_counted = isinstance(clock, SystemClock) and slept_s() is not None
    slept = CountedSleep() if is_counted else Slept()
    return Moments(clock, slept, runs_on=sys.platform == "win32")
