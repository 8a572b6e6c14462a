"""Planned sessions that were put on another day, each by where it first stood and where it is."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from supple.core.plan.records import Decision, PlanEvent

_WEEK = timedelta(7)


class Moved(msgspec.Struct, frozen=True):
    """One session: the day that the plan had in mind for it, and the day chosen by hand."""

    was: date
    now: date


def moved_sessions(events: Iterable[PlanEvent]) -> tuple[Moved, ...]:
    """Where sessions were moved to, in all: the last move of each counts.

    A move from a day to which a session came takes that session on; one that is back where it
    first stood was never moved.
    """
    moved: list[Moved] = []
    for event in events:
        was, now = event.detail.planned, event.detail.moved_to
        if event.kind is not Decision.MOVE or was is None or now is None:
            continue
        here = next((each for each in reversed(moved) if each.now == was), Moved(was, was))
        if here in moved:
            moved.remove(here)
        if here.was != now:
            moved.append(Moved(here.was, now))
    return tuple(moved)


def came_and_went(moved: Iterable[Moved], week: date) -> int:
    """How many sessions more (or fewer) the week of the Monday `week` has by moves."""
    end = week + _WEEK
    return sum((week <= each.now < end) - (week <= each.was < end) for each in moved)
