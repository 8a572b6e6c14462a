"""What the user chose about desk breaks."""

import msgspec

from supple.core.breaks.facts import Quiet

_MINUTE_S = 60.0
_NINE, _HALF_PAST_FIVE = 9 * 60, 17 * 60 + 30


class Span(msgspec.Struct, frozen=True):
    """Working time from `start_min` to `end_min`, minutes after midnight, the end not included.

    An end at or before the start lies on the next day. Raises ValueError for no time of a day.
    """

    start_min: int
    end_min: int

    def __post_init__(self) -> None:
        day = 24 * 60
        if not (0 <= self.start_min < day and 0 <= self.end_min <= day):
            raise ValueError(f"{self.start_min} to {self.end_min} are no minutes of a day")

    @property
    def is_overnight(self) -> bool:
        """Whether it ends on the next day."""
        return self.end_min <= self.start_min


Week = tuple[tuple[Span, ...], ...]

OFFICE_WEEK: Week = (((Span(_NINE, _HALF_PAST_FIVE),),) * 5) + ((),) * 2
"""Monday to Friday, 9:00 to 17:30."""


class BreakOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How breaks are wanted; seconds throughout.

    `week` holds the working times of seven days from Monday on, two spans a day at most.
    `interval_s` of sitting make a break due, `warn_s` before that it is announced. `length_s` is
    how long a break takes; time away as long as that counts in proportion to `reset_s`, and wholly
    from `reset_s` on. `quiet_while` are the reasons that are respected. `is_allowed` is false
    while the safety answers say to see somebody first. `offered_s` is the length of the break that
    is offered, as it is told; None for the same.
    """

    is_on: bool = True
    is_allowed: bool = True
    interval_s: float = 50 * _MINUTE_S
    length_s: float = 2 * _MINUTE_S
    reset_s: float = 5 * _MINUTE_S
    warn_s: float = _MINUTE_S
    later_s: float = 10 * _MINUTE_S
    waits_for_typing_pause: bool = True
    quiet_while: frozenset[Quiet] = frozenset(Quiet) - {Quiet.ON_BATTERY}
    week: Week = OFFICE_WEEK
    offered_s: float | None = None

    @property
    def counts_from_s(self) -> float:
        """The shortest time away that counts for anything."""
        return min(self.length_s, self.reset_s)
