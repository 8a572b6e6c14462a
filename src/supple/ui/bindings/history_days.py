"""The charts of days and minutes in words: what was done, from the sessions' own totals."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from gettext import NullTranslations

from supple.app.looking_back import Overview
from supple.core.history.totals import Bucket, BucketTotal, DayTotal, Period, Span
from supple.core.numbers import written
from supple.ui.bindings.dates import Dates
from supple.ui.widgets.charts.heat_map import Cell, HeatMap
from supple.ui.widgets.charts.minutes import Bar, Minutes
from supple.ui.widgets.charts.picture import ChartView, Table

_DAY_LEVELS_MIN = (5, 10, 15)
_WEEK_LEVELS_MIN = (15, 30, 60)
_NAMED_WEEKDAYS = (0, 2, 4, 6)
_WEEKS_A_YEAR = 53


class DayCharts:
    """Makes the calendar and the bars of an overview."""

    def __init__(self, words: NullTranslations, dates: Dates) -> None:
        self._words = words
        self._tr = words.gettext
        self._dates = dates

    def charts(self, overview: Overview) -> tuple[ChartView, ...]:
        """Both charts; the calendar has the larger share of their row."""
        return self._days(overview), self._minutes(overview)

    def _days(self, overview: Overview) -> ChartView:
        years = overview.period.span is Span.ALL
        picture = self._years(overview) if years else self._weeks(overview)
        title = self._tr("Weeks you stretched") if years else self._tr("Days you stretched")
        return ChartView("days", title, picture, wide=True)

    def _weeks(self, overview: Overview) -> HeatMap:
        period, tr = overview.period, self._tr
        by_day = {each.day: each for each in overview.days}
        starts = period.starts()
        cells = []
        for column, start in enumerate(starts):
            for row in range(7):
                day = start + timedelta(days=row)
                if day > period.until:
                    break
                total = by_day.get(day, DayTotal(day))
                level = _level(total.active_s, _DAY_LEVELS_MIN)
                words = self._day_words(total)
                now = day == overview.today
                cells.append(Cell(column, row, level, words, day.isoformat(), now))
        return HeatMap(
            gist=self._days_gist(overview),
            table=self._day_table(overview.days),
            cells=tuple(cells),
            columns=len(starts),
            rows=7,
            row_names=tuple((row, self._dates.weekday(row)) for row in _NAMED_WEEKDAYS),
            column_names=self._month_names(starts),
            less=tr("less"),
            more=tr("more minutes"),
        )

    def _years(self, overview: Overview) -> HeatMap:
        """A row for each year, a cell for each week."""
        period, today = overview.period, overview.today
        seconds: defaultdict[date, float] = defaultdict(float)
        for each in overview.days:
            seconds[_week_of_year(each.day)] += each.active_s
        years = range(period.since.year, today.year + 1)
        cells = []
        for row, year in enumerate(years):
            for column in range(_WEEKS_A_YEAR):
                start = date(year, 1, 1) + timedelta(weeks=column)
                if start > today or start.year != year:
                    break
                spent = seconds[start]
                line = self._tr("Week from {day}: {minutes}")
                words = line.format(day=self._dates.day_of_year(start), minutes=self.minutes(spent))
                now = start == _week_of_year(today)
                level = _level(spent, _WEEK_LEVELS_MIN)
                cells.append(Cell(column, row, level, words, "", now))
        middle = [date(2001, month, 1) for month in range(1, 13)]
        return HeatMap(
            gist=self._days_gist(overview),
            table=self._bucket_table(overview.totals, period.bucket),
            cells=tuple(cells),
            columns=_WEEKS_A_YEAR,
            rows=len(years),
            row_names=tuple((row, str(year)) for row, year in enumerate(years)),
            column_names=tuple(
                ((day - date(2001, 1, 1)).days // 7, self._dates.month(day)) for day in middle
            ),
            less=self._tr("less"),
            more=self._tr("more minutes"),
            whole=True,
        )

    def _minutes(self, overview: Overview) -> ChartView:
        period, tr = overview.period, self._tr
        title = self.minutes_title(period.bucket)
        names = bucket_names(period, self._dates)
        bars = tuple(
            Bar(
                mat=total.mat_s / 60,
                desk=total.desk_s / 60,
                words=self._bucket_words(total, period.bucket),
                name=names.get(index, ""),
                goes_on=total.goes_on,
            )
            for index, total in enumerate(overview.totals)
        )
        most = max(overview.totals, key=lambda total: total.active_s)
        gist = tr("{title}: {n} shown, the most {most}.").format(
            title=title,
            n=len(bars),
            most=self._bucket_words(most, period.bucket),
        )
        picture = Minutes(
            gist=gist,
            table=self._bucket_table(overview.totals, period.bucket),
            bars=bars,
            mat=tr("on the mat"),
            desk=tr("at the desk"),
        )
        return ChartView("minutes", title, picture)

    def minutes_title(self, bucket: Bucket) -> str:
        """What the bars are."""
        tr = self._tr
        return {
            Bucket.WEEK: tr("Minutes a week"),
            Bucket.MONTH: tr("Minutes a month"),
            Bucket.QUARTER: tr("Minutes in three months"),
        }[bucket]

    def minutes(self, seconds: float) -> str:
        """Such as "17 minutes"; what is not nothing is never called 0."""
        n = round(seconds / 60) if seconds else 0
        n = max(n, 1) if seconds else n
        return self._words.ngettext("{n} minute", "{n} minutes", n).format(n=n)

    def _day_words(self, total: DayTotal) -> str:
        day = self._dates.full(total.day)
        if not total.sessions:
            return self._tr("{day}, no stretch").format(day=day)
        minutes = self.minutes(total.active_s)
        if not total.mat_s:
            return self._tr("{day}, desk break, {minutes}").format(day=day, minutes=minutes)
        sessions = self._words.ngettext("{n} session", "{n} sessions", total.sessions)
        told = sessions.format(n=total.sessions)
        return self._tr("{day}, {sessions}, {minutes}").format(
            day=day, sessions=told, minutes=minutes
        )

    def _days_gist(self, overview: Overview) -> str:
        count = len(overview.days)
        line = self._words.ngettext(
            "Days you stretched: {n} day since {day}.",
            "Days you stretched: {n} days since {day}.",
            count,
        )
        return line.format(n=count, day=self._dates.day_of_year(overview.period.since))

    def _bucket_words(self, total: BucketTotal, bucket: Bucket) -> str:
        return self._tr("{start}: {mat} on the mat, {desk} at the desk").format(
            start=bucket_words(total.start, bucket, self._words, self._dates),
            mat=self.minutes(total.mat_s),
            desk=self.minutes(total.desk_s),
        )

    def _day_table(self, days: Sequence[DayTotal]) -> Table:
        tr = self._tr
        columns = tr("Day"), tr("Sessions"), tr("On the mat, min"), tr("At the desk, min")
        rows = [
            (
                self._dates.full(each.day),
                str(each.sessions),
                self._exact(each.mat_s),
                self._exact(each.desk_s),
            )
            for each in reversed(days)
        ]
        return Table(columns, tuple(rows))

    def _bucket_table(self, totals: Sequence[BucketTotal], bucket: Bucket) -> Table:
        tr = self._tr
        since = {Bucket.MONTH: tr("Month"), Bucket.QUARTER: tr("Three months from")}
        columns = (
            since.get(bucket, tr("Week from")),
            tr("Days"),
            tr("Sessions"),
            tr("On the mat, min"),
            tr("At the desk, min"),
        )
        rows = [
            (
                self._dates.day_of_year(each.start)
                if bucket is Bucket.WEEK
                else self._dates.month_of_year(each.start),
                str(each.days),
                str(each.sessions),
                self._exact(each.mat_s),
                self._exact(each.desk_s),
            )
            for each in reversed(totals)
        ]
        return Table(columns, tuple(rows))

    def _exact(self, seconds: float) -> str:
        return written(round(seconds / 60, 1), self._words)

    def _month_names(self, starts: Sequence[date]) -> tuple[tuple[int, str], ...]:
        """Each month at the first column that begins in it."""
        found = []
        for column, start in enumerate(starts):
            if column == 0 or start.month != starts[column - 1].month:
                found.append((column, self._dates.month(start)))
        return tuple(found)


def bucket_names(period: Period, dates: Dates) -> dict[int, str]:
    """Names below bars: each week of a short period, else months, else years."""
    starts = period.starts()
    if period.span is Span.WEEKS_4:
        return {index: dates.day(start) for index, start in enumerate(starts)}
    if period.bucket is not Bucket.WEEK:
        return {i: str(start.year) for i, start in enumerate(starts) if start.month == 1}
    return {
        index: dates.month(start)
        for index, start in enumerate(starts)
        if index == 0 or start.month != starts[index - 1].month
    }


def bucket_words(start: date, bucket: Bucket, words: NullTranslations, dates: Dates) -> str:
    """A week, a month or three of them, by the first day."""
    if bucket is Bucket.MONTH:
        return dates.month_of_year(start)
    if bucket is Bucket.QUARTER:
        line = words.gettext("Three months from {month}")
        return line.format(month=dates.month_of_year(start))
    return words.gettext("Week from {day}").format(day=dates.day_of_year(start))


def _level(seconds: float, bounds_min: tuple[int, ...]) -> int:
    if not seconds:
        return 0
    return 1 + sum(seconds >= bound * 60 for bound in bounds_min)


def _week_of_year(day: date) -> date:
    """The first day of the day's week, weeks counted from the 1st of January."""
    return day - timedelta(days=(day - day.replace(month=1, day=1)).days % 7)
