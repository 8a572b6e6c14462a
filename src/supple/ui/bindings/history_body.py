"""The charts of the body in words: reach and pain, and what they add up to."""

from collections.abc import Callable, Sequence
from gettext import NullTranslations

from supple.app.looking_back import Details, Overview
from supple.core.history import verdict as verdicts
from supple.core.history.series import PainPoint, PainSeries, ReachPoint, ReachSeries
from supple.core.history.totals import Bucket, Period
from supple.core.plan.self_tests import CHAIR, FLOOR, under_the_chart
from supple.core.session.steps import Side
from supple.ui.bindings.dates import Dates
from supple.ui.pages.history_view import ChartView, Headline, VerdictView
from supple.ui.widgets.charts.pain import Pain, Pair
from supple.ui.widgets.charts.picture import Table
from supple.ui.widgets.charts.reach import Check, Reach

_FEW = 2
_WHOLE = 1e-6
_A_YEAR = 366


class BodyCharts:
    """Makes the charts of reach and pain, and the verdict."""

    def __init__(
        self, words: NullTranslations, dates: Dates, exercise_name: Callable[[str], str]
    ) -> None:
        self._words = words
        self._tr = words.gettext
        self._dates = dates
        self._exercise_name = exercise_name

    def reach(self, overview: Overview) -> tuple[ChartView, ...]:
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

    def reach_headline(self, overview: Overview) -> Headline | None:
        """The test with the most checks, in a number; None with fewer than two."""
        tr = self._tr
        known = [each for each in overview.reach if len(each.points) >= _FEW]
        if not known:
            return None
        series = max(known, key=lambda each: len(each.points))
        start = series.points[0].day
        recent = (overview.today - start).days <= _A_YEAR
        day = self._dates.day(start) if recent else self._dates.day_of_year(start)
        words = tr("reach, since {day}").format(day=day)
        gain = series.gain_cm
        if abs(gain) < series.band_cm:
            return Headline(tr("About the same"), words)
        line = tr("{n} cm further") if gain > 0 else tr("{n} cm less far")
        return Headline(line.format(n=self._cm(abs(gain))), words)

    def pain(self, series: PainSeries, period: Period) -> ChartView:
        """Before and after."""
        tr = self._tr
        caption = tr("What you felt, not a medical finding.")
        if series.averaged:
            line = self._words.ngettext(
                "Averages of {n} session in which both were told. {caption}",
                "Averages of the {n} sessions in which both were told. {caption}",
                series.whole,
            )
            caption = line.format(n=series.whole, caption=caption)
        return ChartView(
            "pain", tr("Back pain, before and after"), self._pain(series, period), caption=caption
        )

    def pain_headline(self, series: PainSeries) -> Headline | None:
        """How often pain was lower after; None where nothing can be compared."""
        if not series.whole:
            return None
        number = self._words.ngettext("Lower {n} time", "Lower {n} times", series.lower)
        words = self._tr("back pain after, of {n} rated").format(n=series.whole)
        return Headline(number.format(n=series.lower), words)

    def verdict(self, details: Details) -> VerdictView:
        """The answer to "is it helping", line by line."""
        found, words = details.verdict, self._words
        lines = [
            verdicts.reach_words(each, self.test_name(each.test, each.side), words)
            for each in found.reach
        ]
        if not lines:
            tr = self._tr
            lines.append(tr("Reach: not enough data yet. Two checks, two weeks or more apart."))
        lines.append(verdicts.pain_words(found.pain, words))
        is_known = found.judgement is not verdicts.Judgement.UNKNOWN
        return VerdictView(
            answer=verdicts.headline(found.judgement, words),
            lines=tuple(lines),
            ask=verdicts.ask_words(found, words),
            note=verdicts.no_cause_words(words) if is_known else "",
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
            self._dates.day(point.day) if days <= _A_YEAR else str(point.day.year)
            for point in points
        ]
        checks = tuple(
            Check(
                at=(point.day - first.day).days / days if last.day > first.day else 0.5,
                value_cm=point.value_cm,
                words=self._check_words(point, series),
                name=place,
                label=self._cm(point.value_cm),
            )
            for point, place in zip(points, _once(places), strict=True)
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
                    (self._dates.full(each.day), self._cm(each.value_cm))
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
        tr, n = self._tr, self._cm(abs(value_cm))
        if series.turned:
            line = tr("{n} cm from the floor") if value_cm else tr("touching the floor")
        elif series.test == FLOOR:
            line = tr("{n} cm beyond your soles") if value_cm > 0 else tr("at your soles")
            line = tr("{n} cm short of your soles") if value_cm < 0 else line
        else:
            line = tr("{n} cm beyond your toes") if value_cm > 0 else tr("at your toes")
            line = tr("{n} cm short of your toes") if value_cm < 0 else line
        return line.format(n=n)

    def _cm(self, value: float) -> str:
        return self._dates.number(value, 0 if abs(value - round(value)) < _WHOLE else 1)

    def _pain(self, series: PainSeries, period: Period) -> Pain:
        tr = self._tr
        names = self._pain_names(series, period)
        gist = tr(
            "Back pain around {n} sessions: lower after in {lower}, higher in {higher}, "
            "only one told in {single}."
        )
        return Pain(
            gist=gist.format(
                n=series.whole + series.single,
                lower=series.lower,
                higher=series.higher,
                single=series.single,
            ),
            table=self._pain_table(series),
            pairs=tuple(
                Pair(point.before, point.after, self._pair_words(point), name)
                for point, name in zip(series.points, names, strict=True)
            ),
            before=tr("before"),
            after=tr("after"),
        )

    def _pain_names(self, series: PainSeries, period: Period) -> tuple[str, ...]:
        """What stands below: the day, or the month or year of an average where it changes."""
        if not series.averaged:
            return tuple(self._dates.day(point.start) for point in series.points)
        monthly = period.bucket is not Bucket.WEEK
        names = [
            str(point.start.year) if monthly else self._dates.month(point.start)
            for point in series.points
        ]
        return _once(names)

    def _pain_table(self, series: PainSeries) -> Table:
        tr = self._tr
        first = tr("From") if series.averaged else tr("Day")
        columns = first, tr("Before"), tr("After"), tr("Sessions")
        return Table(
            columns,
            tuple(
                (
                    self._dates.full(point.start),
                    self._rating(point.before),
                    self._rating(point.after),
                    str(point.count),
                )
                for point in reversed(series.points)
            ),
        )

    def _pair_words(self, point: PainPoint) -> str:
        tr = self._tr
        if point.before is None:
            line = tr("{day}: {after} after, not told before")
        elif point.after is None:
            line = tr("{day}: {before} before, not told after")
        elif point.count > 1:
            line = tr("From {day}, {n} sessions: {before} before, {after} after on average")
        else:
            line = tr("{day}: {before} before, {after} after")
        return line.format(
            day=self._dates.full(point.start),
            n=point.count,
            before=self._rating(point.before),
            after=self._rating(point.after),
        )

    def _rating(self, value: float | None) -> str:
        if value is None:
            return self._tr("not told")
        return self._dates.number(value, 0 if value == round(value) else 1)


def _once(names: Sequence[str]) -> tuple[str, ...]:
    """The names where they change, and nothing where the one before is the same."""
    before = ["", *names]
    return tuple("" if name == last else name for name, last in zip(names, before, strict=False))
