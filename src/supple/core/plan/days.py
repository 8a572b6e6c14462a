"""Which days of a week the plan has in mind. Days that pass move on by themselves."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from itertools import combinations

import msgspec

from supple.core.plan.moves import Moved

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = timedelta(1)


class _Taste(msgspec.Struct, frozen=True):
    """What makes days good ones, together with those on which a session was."""

    liked: Sequence[str]
    done: Sequence[date]
    spaced: bool

    def closeness(self, days: AbstractSet[date]) -> int:
        """How often two sessions would be on days in a row."""
        return sum(
            day + _DAY in days or day + _DAY in self.done or day - _DAY in self.done for day in days
        )

    def cost(
        self,
        chosen: tuple[date, ...],
        fixed: AbstractSet[date] = frozenset(),
        avoided: AbstractSet[date] = frozenset(),
    ) -> tuple[int, int, int, int, tuple[date, ...]]:
        """What speaks against these days beside the fixed ones, the weightiest first."""
        close = self.closeness({*chosen, *fixed})
        forced = sum(day in avoided for day in chosen)
        unliked = sum(DAYS[day.weekday()] not in self.liked or day in avoided for day in chosen)
        return (close if self.spaced else 0, forced, unliked, close, chosen)

    def usual(self, left: Sequence[date], count: int) -> tuple[date, ...]:
        """The best days of those that are left, had nothing been moved."""
        count = min(max(0, count), len(left))
        best = min(combinations(left, count), key=self.cost)
        while self.spaced and count > 1 and self.closeness({*best}):
            count -= 1  # rather a session less than two days in a row
            best = min(combinations(left, count), key=self.cost)
        return best


def planned_days(
    monday: date,
    today: date,
    wanted: int,
    liked: Sequence[str],
    done: Sequence[date],
    *,
    spaced: bool,
    moved: Sequence[Moved] = (),
) -> tuple[date, ...]:
    """The days from `today` on for `wanted` more sessions in the week that begins on `monday`.

    `done` are days with a session, of this week and the one before. `liked` are names of days.
    `spaced`: a day between sessions where possible. `moved` are sessions put on another day, where
    they then stay; `wanted` counts those that came from other weeks, and not those that left. What
    was not moved stays where it stood; if another session came to its very day the two swap, or it
    makes room.
    """
    week = [monday + n * _DAY for n in range(7)]
    left = [day for day in week if day >= today and day not in done]
    latest = dict.fromkeys(each.now for each in reversed(moved) if each.now in left)
    fixed = frozenset(tuple(latest)[: max(0, wanted)])
    own = {each.now for each in moved if each.was in week} & fixed
    came = sum(each.now in fixed and each.was not in week for each in moved)
    gone = [each.was for each in moved if each.was in left and each.now not in week]
    taste = _Taste(liked, done, spaced)
    usual = taste.usual(left, wanted - came + len(gone))
    there = {*usual} & own - {each.was for each in moved}
    swapped = {each.was for each in moved if each.now in there and each.was in left}
    avoided = {each.was for each in moved if each.was in week} - fixed - swapped
    stays = ({*usual} - avoided - fixed) | swapped
    free = [day for day in left if day not in fixed]
    count = len(usual) + came - len(fixed) - sum(day in usual for day in gone)
    count = min(max(0, count), max(0, wanted - len(fixed)), len(free))
    best = min(
        combinations(free, count),
        key=lambda chosen: (len(stays - {*chosen}), *taste.cost(chosen, fixed, avoided)),
    )
    return tuple(sorted((*best, *fixed)))
