"""Which days of a week the plan has in mind. Days that pass move on by themselves."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = timedelta(1)


def planned_days(
    monday: date,
    today: date,
    wanted: int,
    liked: Sequence[str],
    done: Sequence[date],
    *,
    spaced: bool,
    moved: Mapping[date, date] | None = None,
) -> tuple[date, ...]:
    """The days from `today` on for `wanted` more sessions in the week that begins on `monday`.

    `done` are days with a session, of this week and the one before. `liked` are names of days.
    `spaced`: a day between sessions where possible. `moved` puts the session of a day on another
    day, which then stays.
    """
    week = [monday + n * _DAY for n in range(7)]
    left = [day for day in week if day >= today and day not in done]
    fixed = tuple(day for day in dict.fromkeys((moved or {}).values()) if day in left)
    avoided = set(moved or {}) - set(fixed)
    open_count = min(wanted - len(fixed), len(left) - len(fixed))
    if open_count <= 0:
        return tuple(sorted(fixed))
    liked_days = {day for day in week if DAYS[day.weekday()] in liked} - avoided

    def closeness(chosen: tuple[date, ...]) -> int:
        days = {*chosen, *fixed}
        return sum(day + _DAY in days or day + _DAY in done or day - _DAY in done for day in days)

    def cost(chosen: tuple[date, ...]) -> tuple[int, int, int, int, tuple[date, ...]]:
        close = closeness(chosen)
        forced = sum(day in avoided for day in chosen)
        unliked = sum(day not in liked_days for day in chosen)
        return (close if spaced else 0, forced, unliked, close, chosen)

    free = [day for day in left if day not in fixed]
    best = min(combinations(free, open_count), key=cost)
    while spaced and open_count > 1 and closeness(best):
        open_count -= 1  # rather a session less than two days in a row
        best = min(combinations(free, open_count), key=cost)
    return tuple(sorted((*best, *fixed)))
