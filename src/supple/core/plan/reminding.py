"""When to remind of the planned session: once on its day, from the user's time on."""

from collections.abc import Iterable
from datetime import date, datetime, time


def next_reminder(
    planned: Iterable[date], at: time, now: datetime, told: date | None
) -> datetime | None:
    """The next moment to remind, `now` itself where today's has passed; None without a day.

    `planned` are the days with a session ahead, `told` the day of the latest reminder.
    """
    for day in sorted(planned):
        moment = datetime.combine(day, at, now.tzinfo)
        if day > now.date() or (day == now.date() and day != told):
            return max(moment, now)
    return None
