"""Which day a session belongs to, when the clock was set while it ran."""

from datetime import datetime, timedelta

_LONGEST = timedelta(days=7)  # paused on a machine that sleeps; the wrong clocks of life are years
_SLACK = timedelta(minutes=1)


def true_start(started: datetime, ended: datetime, active_s: float) -> datetime:
    """When a session began, as far as its end can tell.

    `started` stays, unless the clock must have been wrong then: the end is before it or much too
    long after. Then the clock was set right in between, and the session began `active_s` seconds
    before its end.
    """
    taken = ended - started
    if -_SLACK <= taken <= _LONGEST:
        return started
    return ended - timedelta(seconds=active_s)
