"""Which daily safety copies to keep: close ones of the last days, wider ones before."""

from collections.abc import Iterable
from datetime import date

DAYS = 7
WEEKS = 4


def superfluous(days: Iterable[date]) -> set[date]:
    """The days whose copies can go.

    The seven newest stay, and the newest of each of the four weeks before the oldest of those. It
    does not matter what day it is, so a clock that is wrong cannot sweep everything away.
    """
    older = sorted(set(days), reverse=True)[DAYS:]
    weekly: dict[tuple[int, int], date] = {}
    for day in older:
        weekly.setdefault(day.isocalendar()[:2], day)
    return set(older) - set(list(weekly.values())[:WEEKS])
