"""What looking back tells beyond the overview: from steps, ratings and breaks, as facts."""

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date, timedelta

import msgspec

from supple.app.looking_back import Overview
from supple.core.breaks.state import Outcome
from supple.core.history.series import (
    HoldPoint,
    PainSeries,
    SidePair,
    SittingPoint,
    hold_points,
    pain_series,
    side_pairs,
)
from supple.core.history.totals import Span
from supple.core.history.verdict import Verdict, verdict
from supple.core.plan.pain import Week
from supple.core.plan.records import HurtRecord, SetAside
from supple.devices.store import charts

_DETAIL_WEEKS = 52


class Details(msgspec.Struct, frozen=True):
    """What steps and ratings tell. `steps_since`: holds and sides are shown from this day on.

    `sitting` is by day in a short period. `breaks` tells what became of desk breaks.
    """

    pain: PainSeries
    pain_weeks: tuple[Week, ...]
    verdict: Verdict
    holds: tuple[HoldPoint, ...]
    sides: tuple[SidePair, ...]
    steps_since: date
    sitting: tuple[SittingPoint, ...]
    breaks: Mapping[Outcome, int]


class Report(msgspec.Struct, frozen=True):
    """All for the page to show a professional. `suggested`: sessions a week the plan suggests."""

    overview: Overview
    details: Details
    suggested: int
    set_asides: tuple[SetAside, ...]
    hurts: tuple[HurtRecord, ...]


def read_details(
    connection: sqlite3.Connection, overview: Overview, dose_s: Callable[[int], float]
) -> Details:
    """What steps and ratings tell of the same days; `dose_s` as in `hold_points`."""
    period = overview.period
    days = period.since, period.until
    steps_since = max(period.since, period.until - timedelta(weeks=_DETAIL_WEEKS))
    by_day = period.span is Span.WEEKS_4
    weeks = tuple(charts.pain_weeks(connection, *days))
    return Details(
        pain=pain_series(charts.pain_pairs(connection, *days), period),
        pain_weeks=weeks,
        verdict=verdict(overview.reach, weeks),
        holds=hold_points(charts.hold_weeks(connection, steps_since, period.until), dose_s),
        sides=side_pairs(charts.side_seconds(connection, steps_since, period.until)),
        steps_since=steps_since,
        sitting=tuple(charts.sitting_points(connection, *days, None if by_day else period.bucket)),
        breaks=charts.break_outcomes(connection, *days),
    )
