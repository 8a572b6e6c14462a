"""The chart of pain in words, and what pain and reach add up to."""

from collections.abc import Callable
from gettext import NullTranslations

from supple.app.looking_closer import Details
from supple.core.history import verdict as verdicts
from supple.core.history.series import PainPoint, PainSeries
from supple.core.history.totals import Bucket, Period
from supple.core.session.steps import Side
from supple.ui.bindings.dates import Dates, once
from supple.ui.pages.history_view import Headline, VerdictView
from supple.ui.widgets.charts.pain import Pain, Pair
from supple.ui.widgets.charts.picture import ChartView, Table


class BodyCharts:
    """Makes the chart of pain, and the verdict. `test_name` as in `ReachCharts`."""

    def __init__(
        self, words: NullTranslations, dates: Dates, test_name: Callable[[str, Side], str]
    ) -> None:
        self._words = words
        self._tr = words.gettext
        self._dates = dates
        self._test_name = test_name

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
            verdicts.reach_words(each, self._test_name(each.test, each.side), words)
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
        return once(names)

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
