"""The charts of habits in words: holds beside the plan's dose, left beside right, sitting."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from gettext import NullTranslations

from supple.app.looking_closer import Details
from supple.core.breaks.state import Outcome
from supple.core.history.series import HoldPoint, SidePair, SittingPoint
from supple.core.history.totals import Period, Span
from supple.ui.bindings.dates import Dates
from supple.ui.bindings.history_days import bucket_names, bucket_words
from supple.ui.widgets.charts.holds import HoldDot, Holds
from supple.ui.widgets.charts.picture import ChartView, Table
from supple.ui.widgets.charts.sides import SideRow, Sides
from supple.ui.widgets.charts.sitting import Bout, Sitting

_MOST_ROWS = 6
_EVEN_SHARE = 0.1
_MINUTE_S = 60


class HabitCharts:
    """Makes the charts of what steps and desk breaks tell; one without data is left out."""

    def __init__(
        self, words: NullTranslations, dates: Dates, exercise_name: Callable[[str], str]
    ) -> None:
        self._words = words
        self._tr = words.gettext
        self._dates = dates
        self._exercise_name = exercise_name

    def charts(self, details: Details, period: Period, interval_min: int) -> tuple[ChartView, ...]:
        """Those that have something to show."""
        found = []
        if details.holds:
            found.append(self._holds(details, period))
        if details.sides:
            found.append(self._sides(details))
        if details.sitting:
            found.append(self._sitting(details, period, interval_min))
        return tuple(found)

    def _holds(self, details: Details, period: Period) -> ChartView:
        tr = self._tr
        shown = Period(period.span, details.steps_since, period.until)
        slots = {start: index for index, start in enumerate(shown.starts())}
        latest = details.holds[-1]
        columns = tr("Week from"), tr("Holds"), tr("Seconds on average"), tr("Plan's seconds")
        picture = Holds(
            gist=tr("Seconds of a hold, {n} weeks, the latest: {latest}.").format(
                n=len(details.holds), latest=self._hold_words(latest)
            ),
            table=Table(
                columns,
                tuple(
                    (
                        self._dates.day_of_year(each.start),
                        str(each.holds),
                        self._dates.number(each.mean_s, 1),
                        "" if each.dose_s is None else self._dates.number(each.dose_s),
                    )
                    for each in reversed(details.holds)
                ),
            ),
            dots=tuple(
                HoldDot(slots[each.start], each.mean_s, each.dose_s, self._hold_words(each))
                for each in details.holds
                if each.start in slots
            ),
            slots=len(slots),
            names=tuple(bucket_names(shown, self._dates).items()),
            held=tr("you held"),
            dose=tr("the plan suggests"),
        )
        return ChartView(
            "holds", tr("Seconds of a hold"), picture, caption=self._last_year(period), wide=True
        )

    def _hold_words(self, point: HoldPoint) -> str:
        tr = self._tr
        line = self._words.ngettext(
            "Week from {day}, {n} hold: {mean} seconds on average",
            "Week from {day}, {n} holds: {mean} seconds on average",
            point.holds,
        )
        if point.dose_s is not None:
            line = tr("{told}, the plan suggests {dose}").replace("{told}", line)
        return line.format(
            day=self._dates.day_of_year(point.start),
            n=point.holds,
            mean=self._dates.number(point.mean_s, 1),
            dose=self._dates.number(point.dose_s or 0),
        )

    def _sides(self, details: Details) -> ChartView:
        tr = self._tr
        left_s = sum(pair.left_s for pair in details.sides)
        right_s = sum(pair.right_s for pair in details.sides)
        gist = tr("Left {left}, right {right}, in {n} exercises.").format(
            left=self._amount(left_s), right=self._amount(right_s), n=len(details.sides)
        )
        picture = Sides(
            gist=gist,
            table=Table(
                (tr("Exercise"), tr("Left, min"), tr("Right, min")),
                tuple(
                    (
                        self._exercise_name(pair.exercise),
                        self._dates.number(pair.left_s / 60, 1),
                        self._dates.number(pair.right_s / 60, 1),
                    )
                    for pair in details.sides
                ),
            ),
            rows=tuple(map(self._side_row, details.sides[:_MOST_ROWS])),
            left=tr("left"),
            right=tr("right"),
        )
        caption = self._balance(left_s, right_s)
        return ChartView("sides", tr("Left against right"), picture, caption=caption)

    def _side_row(self, pair: SidePair) -> SideRow:
        name = self._exercise_name(pair.exercise)
        left, right = self._amount(pair.left_s), self._amount(pair.right_s)
        words = self._tr("{name}: {left} left, {right} right")
        return SideRow(
            name=name,
            left=pair.left_s,
            right=pair.right_s,
            left_words=left,
            right_words=right,
            words=words.format(name=name, left=left, right=right),
        )

    def _balance(self, left_s: float, right_s: float) -> str:
        tr, more = self._tr, abs(left_s - right_s)
        if more <= _EVEN_SHARE * max(left_s, right_s):
            return tr("Both sides had about the same.")
        side = (
            tr("The left leg had {n} more.")
            if left_s > right_s
            else tr("The right leg had {n} more.")
        )
        return side.format(n=self._amount(more))

    def _amount(self, seconds: float) -> str:
        if seconds < _MINUTE_S:
            return self._tr("{n} s").format(n=self._dates.number(seconds))
        return self._tr("{n} min").format(n=self._dates.number(seconds / 60))

    def _sitting(self, details: Details, period: Period, interval_min: int) -> ChartView:
        tr = self._tr
        by_day = period.span is Span.WEEKS_4
        days = (period.until - period.since).days + 1
        starts = (
            tuple(period.since + timedelta(days=n) for n in range(days))
            if by_day
            else period.starts()
        )
        slots = {start: index for index, start in enumerate(starts)}
        longest = max(point.longest_s for point in details.sitting)
        count = sum(point.count for point in details.sitting)
        names = (
            {index: self._dates.day(start) for index, start in enumerate(starts)}
            if by_day
            else bucket_names(period, self._dates)
        )
        picture = Sitting(
            gist=tr("{n} sittings at the desk, the longest {longest}.").format(
                n=count, longest=self._amount(longest)
            ),
            table=self._sitting_table(details.sitting, period),
            bouts=tuple(
                Bout(
                    slots[point.start],
                    point.mean_s / 60,
                    point.longest_s / 60,
                    self._sitting_words(point, period),
                )
                for point in details.sitting
                if point.start in slots
            ),
            slots=len(slots),
            names=tuple(names.items()),
            wanted=float(interval_min),
            mean_words=tr("average"),
            longest_words=tr("longest"),
            wanted_words=tr("your break"),
        )
        caption = tr("How long you sat without a rest, in minutes.")
        if told := self._outcomes(details.breaks):
            caption = f"{caption} {told}"
        return ChartView("sitting", tr("Sitting without a break"), picture, caption=caption)

    def _outcomes(self, counts: Mapping[Outcome, int]) -> str:
        """What became of desk breaks, in one sentence; nothing where nothing became of any."""
        tr = self._tr
        words = {
            Outcome.TAKEN: tr("{n} taken"),
            Outcome.SHORTENED: tr("{n} shortened"),
            Outcome.NATURAL: tr("{n} by going away"),
            Outcome.POSTPONED: tr("{n} put off"),
            Outcome.SKIPPED: tr("{n} left out"),
        }
        parts = [
            each.format(n=self._dates.number(counts[outcome]))
            for outcome, each in words.items()
            if counts.get(outcome)
        ]
        return tr("Breaks: {parts}.").format(parts=", ".join(parts)) if parts else ""

    def _sitting_table(self, points: tuple[SittingPoint, ...], period: Period) -> Table:
        tr = self._tr
        columns = tr("From"), tr("Sittings"), tr("Average, min"), tr("Longest, min")
        return Table(
            columns,
            tuple(
                (
                    self._start(point.start, period),
                    str(point.count),
                    self._dates.number(point.mean_s / 60),
                    self._dates.number(point.longest_s / 60),
                )
                for point in reversed(points)
            ),
        )

    def _sitting_words(self, point: SittingPoint, period: Period) -> str:
        line = self._words.ngettext(
            "{start}: {n} sitting, {mean} on average, the longest {longest}",
            "{start}: {n} sittings, {mean} on average, the longest {longest}",
            point.count,
        )
        return line.format(
            start=self._start(point.start, period),
            n=point.count,
            mean=self._amount(point.mean_s),
            longest=self._amount(point.longest_s),
        )

    def _start(self, day: date, period: Period) -> str:
        if period.span is Span.WEEKS_4:
            return self._dates.full(day)
        return bucket_words(day, period.bucket, self._words, self._dates)

    def _last_year(self, period: Period) -> str:
        return self._tr("The last 12 months.") if period.span is Span.ALL else ""
