"""What the charts of looking back show: pain, holds, sides, sitting, as series of points."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import msgspec

from supple.core.history.totals import Period
from supple.core.session.steps import Side

MOST_PAIRS = 24
_LEAST_SIDES_S = 1.0


class PainPair(msgspec.Struct, frozen=True):
    """Back pain around one session, 0 to 10. None where it was not told, never taken for 0."""

    day: date
    before: int | None = None
    after: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether both were told, so that they can be compared."""
        return self.before is not None and self.after is not None


class PainPoint(msgspec.Struct, frozen=True):
    """A session, or the average of `count` sessions from `start` on in which both were told."""

    start: date
    before: float | None
    after: float | None
    count: int = 1


class PainSeries(msgspec.Struct, frozen=True):
    """Pain before and after. `averaged`: points are weeks or months of whole pairs only.

    Of `whole` pairs it was lower after in `lower`, higher in `higher`. `single`: only one told.
    """

    points: tuple[PainPoint, ...] = ()
    averaged: bool = False
    whole: int = 0
    lower: int = 0
    higher: int = 0
    single: int = 0


def pain_series(pairs: Sequence[PainPair], period: Period) -> PainSeries:
    """Each session by itself while they can be told apart, else averages of whole pairs.

    An average over all befores and all afters would compare different days: only sessions in
    which both were told are averaged.
    """
    whole = [each for each in pairs if each.is_whole]
    averaged = len(pairs) > MOST_PAIRS
    return PainSeries(
        points=_averages(whole, period) if averaged else tuple(map(_point, pairs)),
        averaged=averaged,
        whole=len(whole),
        lower=sum(_fall(each) > 0 for each in whole),
        higher=sum(_fall(each) < 0 for each in whole),
        single=len(pairs) - len(whole),
    )


def _point(pair: PainPair) -> PainPoint:
    return PainPoint(pair.day, pair.before, pair.after)


def _fall(pair: PainPair) -> int:
    return (pair.before or 0) - (pair.after or 0)


def _averages(whole: Iterable[PainPair], period: Period) -> tuple[PainPoint, ...]:
    by_start: defaultdict[date, list[PainPair]] = defaultdict(list)
    for pair in whole:
        by_start[period.bucket.start(pair.day)].append(pair)
    return tuple(
        PainPoint(
            start,
            sum(each.before or 0 for each in group) / len(group),
            sum(each.after or 0 for each in group) / len(group),
            len(group),
        )
        for start, group in sorted(by_start.items())
    )


class HoldWeek(msgspec.Struct, frozen=True):
    """The finished holds of a week from Monday `start` on: how many, seconds on average.

    `week` is the plan's week whose dose was used, None without a plan.
    """

    start: date
    holds: int
    mean_s: float
    week: int | None = None


class HoldPoint(msgspec.Struct, frozen=True):
    """A week's average hold beside what the plan suggested then, in seconds."""

    start: date
    holds: int
    mean_s: float
    dose_s: float | None


def hold_points(weeks: Iterable[HoldWeek], dose_s: Callable[[int], float]) -> tuple[HoldPoint, ...]:
    """Holds beside the dose; `dose_s` tells the seconds of a week of the plan."""
    return tuple(
        HoldPoint(
            each.start, each.holds, each.mean_s, None if each.week is None else dose_s(each.week)
        )
        for each in weeks
        if each.holds
    )


class SidePair(msgspec.Struct, frozen=True):
    """Seconds that an exercise was held or done on each side."""

    exercise: str
    left_s: float
    right_s: float

    @property
    def both_s(self) -> float:
        """Both together."""
        return self.left_s + self.right_s


def side_pairs(practised: Iterable[tuple[str, Side, float]]) -> tuple[SidePair, ...]:
    """Left beside right for exercises that have sides, the most practised first."""
    seconds: defaultdict[str, dict[Side, float]] = defaultdict(dict)
    for exercise, side, seconds_s in practised:
        if side in (Side.LEFT, Side.RIGHT):
            seconds[exercise][side] = seconds[exercise].get(side, 0.0) + seconds_s
    pairs = [_side_pair(exercise, sides) for exercise, sides in seconds.items()]
    known = [pair for pair in pairs if pair.both_s >= _LEAST_SIDES_S]
    return tuple(sorted(known, key=lambda pair: (-pair.both_s, pair.exercise)))


def _side_pair(exercise: str, sides: Mapping[Side, float]) -> SidePair:
    return SidePair(exercise, sides.get(Side.LEFT, 0.0), sides.get(Side.RIGHT, 0.0))


class SittingPoint(msgspec.Struct, frozen=True):
    """Sittings that ended in a bucket: how many, seconds on average, the longest."""

    start: date
    count: int
    mean_s: float
    longest_s: float
