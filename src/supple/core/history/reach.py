"""What the chart of reach shows: the checks of each test and side as a series of points."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from supple.core.history.totals import Period
from supple.core.plan.records import Profile, TestRecord
from supple.core.plan.self_tests import Protocol
from supple.core.session.steps import Side


class ReachPoint(msgspec.Struct, frozen=True):
    """One check: the value as its protocol defines it, in cm."""

    day: date
    value_cm: float


class ReachSeries(msgspec.Struct, frozen=True):
    """One test on one side, oldest first.

    A change of less than `band_cm` from the first point is within measuring error. `norm_cm`: the
    published value, or the bounds of the middle range, for this person. `turned`: smaller is
    better, so the axis goes downwards for up to be better.
    """

    test: str
    side: Side
    points: tuple[ReachPoint, ...]
    band_cm: float
    turned: bool
    norm_cm: tuple[float, ...] = ()

    @property
    def gain_cm(self) -> float:
        """How much further the last point is than the first; negative when it is less."""
        change = self.points[-1].value_cm - self.points[0].value_cm
        return -change if self.turned else change


def reach_series(
    tests: Iterable[TestRecord],
    protocols: Sequence[Protocol],
    profile: Profile,
    period: Period,
    *,
    shows_norms: bool = True,
) -> tuple[ReachSeries, ...]:
    """The checks of a period, each test and side apart, in the order of the protocols."""
    found: defaultdict[tuple[str, Side], list[ReachPoint]] = defaultdict(list)
    for each in sorted(tests, key=lambda test: test.measured):
        if period.has(each.local_day):
            found[each.test, each.side].append(ReachPoint(each.local_day, each.value_cm))
    return tuple(
        ReachSeries(
            test=protocol.id,
            side=side,
            points=tuple(found[protocol.id, side]),
            band_cm=protocol.minimal_change_cm,
            turned=protocol.better == "smaller",
            norm_cm=norm_cm(protocol, profile, period.until) if shows_norms else (),
        )
        for protocol in protocols
        for side in Side
        if (protocol.id, side) in found
    )


def norm_cm(protocol: Protocol, profile: Profile, today: date) -> tuple[float, ...]:
    """The published value for age and sex, or low and high; empty where none is known."""
    if profile.birth_year is None or profile.sex is None:
        return ()
    age = today.year - profile.birth_year
    if protocol.target is not None and age >= protocol.target.from_age:
        return (protocol.target.value_cm(age, profile.sex),)
    bounds = protocol.range.bounds_cm(age, profile.sex) if protocol.range else None
    return bounds or ()
