"""The charts of reach in words: one a test and side."""

from collections.abc import Callable
from gettext import NullTranslations

from supple.app.looking_back import Overview
from supple.core.history.reach import ReachPoint, ReachSeries
from supple.core.plan.self_tests import CHAIR, FLOOR, under_the_chart
from supple.core.session.steps import Side
from supple.ui.bindings.dates import A_YEAR, Dates, once
from supple.ui.widgets.charts.picture import ChartView, Table
from supple.ui.widgets.charts.reach import Check, Reach


class ReachCharts:
    """Makes the charts of an overview."""

    def __init__(
        self, words: NullTranslations, dates: Dates, exercise_name: Callable[[str], str]
    ) -> None:
        self._words = words
        self._tr = words.gettext
        self._dates = dates
        self._exercise_name = exercise_name

    def charts(self, overview: Overview) -> tuple[ChartView, ...]:
        """One chart a test and side."""
        tr = self._tr
        return tuple(
            ChartView(
                f"reach-{series.test}-{series.side}",
                tr("Reach"),
                self._reach(series),
                aside=self.test_name(series.test, series.side),
                caption=self._caption(series),
                wide=True,
            )
            for series in overview.reach
        )

    def test_name(self, test: str, side: Side) -> str:
        """A test, with the side where it is measured a leg at a time."""
        name = self._exercise_name(test)
        sides = {Side.LEFT: self._tr("left leg"), Side.RIGHT: self._tr("right leg")}
        return f"{name}, {sides[side]}" if side in sides else name

    def _caption(self, series: ReachSeries) -> str:
        caption = under_the_chart(self._words)
        if series.turned:
            caption = f"{self._tr('Smaller is better, and drawn higher up.')} {caption}"
        return caption

    def _reach(self, series: ReachSeries) -> Reach:
        tr, points = self._tr, series.points
        first, last = points[0], points[-1]
        days = max(1, (last.day - first.day).days)
        name = self.test_name(series.test, series.side)
        places = [
            self._dates.day(point.day) if days <= A_YEAR else str(point.day.year)
            for point in points
        ]
        checks = tuple(
            Check(
                at=(point.day - first.day).days / days if last.day > first.day else 0.5,
                value_cm=point.value_cm,
                words=self._check_words(point, series),
                name=place,
                label=self._dates.short_number(point.value_cm),
            )
            for point, place in zip(points, once(places), strict=True)
        )
        if len(points) == 1:
            gist = tr("{name}, one check: {value}.")
        else:
            gist = tr("{name}, {n} checks, from {first} to {value}.")
        return Reach(
            gist=gist.format(
                name=name,
                n=len(points),
                first=self._value(first.value_cm, series),
                value=self._value(last.value_cm, series),
            ),
            table=Table(
                (tr("Day"), tr("Value, cm")),
                tuple(
                    (self._dates.full(each.day), self._dates.short_number(each.value_cm))
                    for each in reversed(points)
                ),
            ),
            checks=checks,
            band_cm=series.band_cm,
            band=tr("within measuring error of the first"),
            zero={FLOOR: tr("soles"), CHAIR: tr("toes")}.get(series.test, tr("floor")),
            turned=series.turned,
            norm_cm=series.norm_cm,
            norm=tr("published value for your age")
            if len(series.norm_cm) == 1
            else tr("middle range for your age"),
        )

    def _check_words(self, point: ReachPoint, series: ReachSeries) -> str:
        line = self._tr("{day}: {value}")
        return line.format(
            day=self._dates.full(point.day), value=self._value(point.value_cm, series)
        )

    def _value(self, value_cm: float, series: ReachSeries) -> str:
        """Such as "4 cm short of your toes"."""
        tr, n = self._tr, self._dates.short_number(abs(value_cm))
        if series.turned:
            line = tr("{n} cm from the floor") if value_cm else tr("touching the floor")
        elif series.test == FLOOR:
            line = tr("{n} cm beyond your soles") if value_cm > 0 else tr("at your soles")
            line = tr("{n} cm short of your soles") if value_cm < 0 else line
        else:
            line = tr("{n} cm beyond your toes") if value_cm > 0 else tr("at your toes")
            line = tr("{n} cm short of your toes") if value_cm < 0 else line
        return line.format(n=n)
