"""Looking back: what the charts, the verdict and the report show, as facts without words.

Two readings, so that the page is there at once: the overview comes from the sessions' own rows,
however long the history is; the details from steps and ratings, at most of the last year.
"""

import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from supple.app.catalogue import Catalogue
from supple.app.safety import Safety
from supple.app.self_tests import SelfTests
from supple.core.catalogue.routine import RoutineStep, Use
from supple.core.errors import InputError
from supple.core.history.reach import ReachSeries, reach_series
from supple.core.history.totals import (
    RHYTHM_WEEKS,
    BucketTotal,
    DayTotal,
    Period,
    Span,
    by_bucket,
    period_of,
    recent_weeks,
)
from supple.core.plan.dose import dose_of, stage_of
from supple.core.plan.screening import Condition
from supple.core.session.steps import Part
from supple.devices.clock import Clock
from supple.devices.store.day_totals import day_totals, first_day
from supple.devices.store.listing import Cursor, Page, session_page
from supple.devices.store.store import Store
from supple.devices.store.tests import first_test_day, list_tests

if TYPE_CHECKING:
    from supple.app.looking_closer import Details, Report

_LATEST = 5
_PAGE = 30


class Overview(msgspec.Struct, frozen=True):
    """What was done: by day, by week or month, reach checks, and the latest sessions.

    `first` is the day of the first session ever, None where there is none. `recent` of the last
    eight weeks had a stretch; None for somebody who began later than that.
    """

    today: date
    period: Period
    first: date | None
    days: tuple[DayTotal, ...]
    totals: tuple[BucketTotal, ...]
    recent: int | None
    reach: tuple[ReachSeries, ...]
    latest: Page

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all to look back at."""
        return self.first is None and not self.reach


class LookingBack:
    """Reads what was, and tells what it adds up to. Safe to ask from any thread."""

    def __init__(
        self,
        *,
        catalogue: Catalogue,
        store: Store,
        safety: Safety,
        self_tests: SelfTests,
        clock: Clock,
    ) -> None:
        self._catalogue = catalogue
        self._store = store
        self._safety = safety
        self._self_tests = self_tests
        self._clock = clock

    def overview(self, span: Span) -> Overview:
        """What was done in a span that ends today. Raises StoreError."""
        today = self._clock.wall().date()
        profile, shows = self._self_tests.profile, self._shows_norms()
        desk, protocols = self._desk, self._self_tests.protocols

        def read(connection: sqlite3.Connection) -> Overview:
            first = first_day(connection)
            measured = first_test_day(connection)
            earliest = min(day for day in (first, measured, today) if day is not None)
            period = period_of(span, today, earliest)
            rhythm_since = today - timedelta(weeks=RHYTHM_WEEKS)
            since = min(period.since, rhythm_since)
            days = day_totals(connection, since, today, desk)
            shown = tuple(each for each in days if period.has(each.day))
            return Overview(
                today=today,
                period=period,
                first=first,
                days=shown,
                totals=by_bucket(shown, period),
                recent=recent_weeks(days, today) if first and first <= rhythm_since else None,
                reach=reach_series(
                    list_tests(connection, period.since),
                    protocols,
                    profile,
                    period,
                    shows_norms=shows,
                ),
                latest=self._page(connection, period, "", None, _LATEST),
            )

        return self._store.read(read)

    def details(self, overview: Overview) -> "Details":
        """What steps and ratings tell of the same days. Raises StoreError."""
        from supple.app.looking_closer import read_details

        return self._store.read(lambda connection: read_details(connection, overview, self._dose_s))

    def report(self, span: Span) -> "Report":
        """All for the page to show somebody. Raises StoreError."""
        from supple.app.looking_closer import Report
        from supple.devices.store.hurts import list_hurts

        overview = self.overview(span)
        since, today = overview.period.since, overview.today
        hurts = self._store.read(lambda connection: list_hurts(connection, since))
        stage = stage_of(self._catalogue.plan, max(1, self._plan_week(overview)))
        return Report(
            overview=overview,
            details=self.details(overview),
            suggested=stage.sessions_per_week_min,
            set_asides=tuple(each for each in self._safety.set_asides() if each.holds_on(today)),
            hurts=tuple(each for each in hurts if overview.period.has(each.local_day)),
        )

    def page(self, period: Period, kind: str = "", below: Cursor | None = None) -> Page:
        """The next sessions of a period, the latest first. `kind` as in `session_page`."""
        return self._store.read(
            lambda connection: self._page(connection, period, kind, below, _PAGE)
        )

    def exercise_name(self, ident: str) -> str:
        """The exercise's name, its id for one that is gone."""
        return _known(lambda: self._catalogue.exercise(ident).name, ident)

    def figure_of(self, routine: str) -> str:
        """The exercise that stands for a routine in a picture.

        Raises InputError for one there is not.
        """
        steps = [
            step for step in self._catalogue.routine(routine).steps if isinstance(step, RoutineStep)
        ]
        main = [step.exercise for step in steps if step.part is Part.MAIN]
        return (main or [step.exercise for step in steps] or [""])[-1]

    def _page(
        self,
        connection: sqlite3.Connection,
        period: Period,
        kind: str,
        below: Cursor | None,
        count: int,
    ) -> Page:
        return session_page(
            connection,
            since=period.since,
            until=period.until,
            kind=kind,
            desk=self._desk,
            below=below,
            count=count,
        )

    @cached_property
    def _desk(self) -> frozenset[str]:
        """The routines that are done at the desk."""
        routines = self._catalogue.routines()
        return frozenset(each.id for each in routines if each.use is Use.DESK_BREAK)

    def _dose_s(self, week: int) -> float:
        return float(dose_of(self._catalogue.plan, max(1, week)).hold_s)

    def _plan_week(self, overview: Overview) -> int:
        weeks = [found.session.week or 0 for found in overview.latest.rows]
        return max(weeks, default=1)

    def _shows_norms(self) -> bool:
        return Condition.UNDER_16 not in self._safety.standing().conditions


def _known(name: Callable[[], str], ident: str) -> str:
    try:
        return name()
    except InputError:
        return ident
