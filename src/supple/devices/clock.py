"""The only reader of time in the program: a steady clock for sessions, a wall clock for days."""

import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

_TICKS_PER_S = 10_000_000  # Windows counts tenths of a microsecond


class Clock(Protocol):
    """Two readings of time that must never be mixed."""

    def now(self) -> float:
        """Seconds on a clock that never goes back; its zero means nothing."""
        ...

    def wall(self) -> datetime:
        """The user's date and time, aware of the place's offset from UTC; it may jump."""
        ...

    def wall_s(self) -> float:
        """Seconds since 1970 on the same clock: a tenth of its price, for what needs no place."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> float:
        """Monotonic seconds. On Linux and macOS they stand still while the machine sleeps."""
        return time.monotonic()

    def wall(self) -> datetime:
        """The present moment in the machine's time zone, even if that was changed by a journey."""
        if sys.platform != "win32":
            time.tzset()  # else a program that runs for months stays in the zone it began in
        return datetime.now(UTC).astimezone()

    def wall_s(self) -> float:
        """See `Clock`."""
        return time.time()


class ScaledClock:
    """A clock that runs `speed` times as fast, for rehearsals (`--speed`).

    Only `now` is scaled: a rehearsal still happens on today's date. Raises ValueError for a speed
    that is not above zero.
    """

    def __init__(self, base: Clock, speed: float) -> None:
        if not speed > 0:
            raise ValueError(f"a clock cannot run at speed {speed}")
        self.speed = speed
        self._base = base
        self._origin = base.now()

    def now(self) -> float:
        """Scaled seconds; equal to the base clock's at the moment this clock was made."""
        return self._origin + (self._base.now() - self._origin) * self.speed

    def wall(self) -> datetime:
        """The base clock's date and time."""
        return self._base.wall()

    def wall_s(self) -> float:
        """The base clock's seconds."""
        return self._base.wall_s()

    def real_s(self, session_s: float) -> float:
        """How many seconds of the base clock `session_s` seconds of this clock take."""
        return session_s / self.speed


class ManualClock:
    """A clock that is driven by hand: it moves when told, and never back.

    `advance` moves both readings, as time does. `set_wall` moves the wall clock alone, as a user
    or a time server does.
    """

    def __init__(self, now: float = 0.0, wall: datetime | None = None) -> None:
        self._now = now
        self._wall = wall or datetime(2026, 5, 13, 14, 8, tzinfo=UTC)
        self._require_aware(self._wall)

    def now(self) -> float:
        """Seconds, as far as the clock was driven."""
        return self._now

    def wall(self) -> datetime:
        """The date and time, as far as the clock was driven."""
        return self._wall

    def wall_s(self) -> float:
        """The same in seconds."""
        return self._wall.timestamp()

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass. Raises ValueError for less than none."""
        if not seconds >= 0:
            raise ValueError(f"time does not go back by {-seconds} s")
        self._now += seconds
        self._wall += timedelta(seconds=seconds)

    def advance_to(self, now: float) -> None:
        """Let time pass until `now` is read. Raises ValueError if that is already past."""
        self.advance(now - self._now)

    def set_wall(self, wall: datetime) -> None:
        """Set the wall clock, which may jump either way; `now` stays."""
        self._require_aware(wall)
        self._wall = wall

    @staticmethod
    def _require_aware(wall: datetime) -> None:
        if wall.utcoffset() is None:
            raise ValueError("a date and time without its offset from UTC means nothing")


def slept_s() -> float | None:
    """Seconds this machine has slept since its start; None where the system does not count them.

    Of the two clocks the one that stands still in sleep is read last: the difference is never
    taken for sleep by a slow reading.
    """
    if sys.platform == "linux":
        real_s = time.clock_gettime(time.CLOCK_BOOTTIME)
        awake_s = time.clock_gettime(time.CLOCK_MONOTONIC)
    elif sys.platform == "darwin":
        real_s = time.clock_gettime(time.CLOCK_MONOTONIC)
        awake_s = time.clock_gettime(time.CLOCK_UPTIME_RAW)
    elif sys.platform == "win32":
        import ctypes

        biased, unbiased = ctypes.c_ulonglong(), ctypes.c_ulonglong()
        ctypes.windll.kernelbase.QueryInterruptTime(ctypes.byref(biased))
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(unbiased))
        real_s, awake_s = biased.value / _TICKS_PER_S, unbiased.value / _TICKS_PER_S
    else:
        return None
    return max(0.0, real_s - awake_s)
