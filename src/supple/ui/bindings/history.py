"""The words and pictures of the History page."""

from collections.abc import Callable, Iterator
from functools import cached_property
from gettext import NullTranslations
from typing import TYPE_CHECKING

from supple.app.looking_back import LookingBack, Overview
from supple.core.errors import InputError
from supple.core.history.totals import RHYTHM_WEEKS, Span
from supple.ui.bindings.dates import A_YEAR, Dates
from supple.ui.bindings.history_days import DayCharts
from supple.ui.bindings.titles import TitleOf, as_recorded
from supple.ui.pages.history_view import DetailsView, Headline, HistoryView, MoreView

if TYPE_CHECKING:
    from supple.app.looking_closer import Details
    from supple.ui.bindings.history_body import BodyCharts
    from supple.ui.bindings.history_habits import HabitCharts
    from supple.ui.bindings.history_reach import ReachCharts
    from supple.ui.bindings.history_sessions import SessionWords

_FEW = 2


class HistoryWords:
    """Puts what was into words of one language.

    What comes after the first charts is loaded when it is first asked for.
    """

    def __init__(
        self,
        looking_back: LookingBack,
        words: NullTranslations,
        language: str,
        figure_of: Callable[[str], str],
        title_of: TitleOf = as_recorded,
    ) -> None:
        self._words = words
        self._tr = words.gettext
        self._exercise_name = looking_back.exercise_name
        self._figure_of = figure_of
        self._title_of = title_of
        self._spans = span_names(words)
        self.dates = Dates(words, language)
        self.days = DayCharts(words, self.dates)

    @cached_property
    def reach(self) -> "ReachCharts":
        """Reach in words."""
        from supple.ui.bindings.history_reach import ReachCharts

        return ReachCharts(self._words, self.dates, self._exercise_name)

    @cached_property
    def body(self) -> "BodyCharts":
        """Pain and the verdict in words."""
        from supple.ui.bindings.history_body import BodyCharts

        return BodyCharts(self._words, self.dates, self.reach.test_name)

    @cached_property
    def habits(self) -> "HabitCharts":
        """Holds, sides and sitting in words."""
        from supple.ui.bindings.history_habits import HabitCharts

        return HabitCharts(self._words, self.dates, self._exercise_name)

    @cached_property
    def sessions(self) -> "SessionWords":
        """Single sessions in words."""
        from supple.ui.bindings.history_sessions import SessionWords

        return SessionWords(
            self._words, self.dates, self._exercise_name, self._figure_of, self._title_of
        )

    def view(self, overview: Overview) -> HistoryView:
        """What is there at once."""
        return HistoryView(
            span=overview.period.span,
            headlines=self._headlines(overview),
            charts=self.days.charts(overview),
            empty=overview.is_empty,
        )

    def more(self, overview: Overview) -> MoreView:
        """The rest of what an overview tells."""
        return MoreView(
            charts=self.reach.charts(overview),
            latest=tuple(map(self.sessions.row, overview.latest.rows)),
        )

    def details(
        self,
        details: "Details",
        overview: Overview,
        interval_min: int,
        *,
        asks_pain: bool = True,
    ) -> DetailsView:
        """What steps and ratings tell. `asks_pain`: the user wants to be asked."""
        headline = self.body.pain_headline(details.pain)
        period = overview.period
        pain = (self.body.pain(details.pain, period),) if details.pain.points else ()
        return DetailsView(
            verdict=self.body.verdict(details),
            headlines=(headline,) if headline else (),
            charts=(*pain, *self.habits.charts(details, period, interval_min)),
            missing=tuple(self._missing(overview, has_pain=bool(pain) or not asks_pain)),
        )

    def _missing(self, overview: Overview, *, has_pain: bool) -> Iterator[str]:
        tr = self._tr
        if not any(each.points for each in overview.reach):
            yield tr(
                "No reach checks in this time. One today gives you something to compare with in "
                "four weeks."
            )
        if not has_pain:
            yield tr(
                "No pain ratings in this time. Rate your back before and after a session and the "
                "trend shows here. It's optional."
            )

    def span_name(self, span: Span) -> str:
        """A span as the switch names it."""
        return self._spans[span]

    def _headlines(self, overview: Overview) -> tuple[Headline, ...]:
        tr, found = self._tr, []
        seconds = sum(each.active_s for each in overview.days)
        if seconds:
            since = max(overview.period.since, overview.first or overview.period.since)
            number = tr("{n} min").format(n=self.dates.number(max(1, round(seconds / 60))))
            words = tr("since {day}").format(day=self.dates.day_of_year(since))
            found.append(Headline(number, words))
        if overview.recent is not None:
            number = tr("{n} of {all}").format(n=overview.recent, all=RHYTHM_WEEKS)
            found.append(Headline(number, tr("recent weeks with a stretch")))
        reach = self._reach(overview)
        return (*found, reach) if reach else tuple(found)

    def _reach(self, overview: Overview) -> Headline | None:
        """The test with the most checks, in a number; None with fewer than two."""
        tr = self._tr
        known = [each for each in overview.reach if len(each.points) >= _FEW]
        if not known:
            return None
        series = max(known, key=lambda each: len(each.points))
        start = series.points[0].day
        recent = (overview.today - start).days <= A_YEAR
        day = self.dates.day(start) if recent else self.dates.day_of_year(start)
        words = tr("reach, since {day}").format(day=day)
        gain = series.gain_cm
        if abs(gain) < series.band_cm:
            return Headline(tr("About the same"), words)
        line = tr("{n} cm further") if gain > 0 else tr("{n} cm less far")
        return Headline(line.format(n=self.dates.short_number(abs(gain))), words)


def span_names(words: NullTranslations) -> dict[Span, str]:
    """The spans as a switch names them."""
    tr = words.gettext
    return {
        Span.WEEKS_4: tr("4 weeks"),
        Span.MONTHS_3: tr("3 months"),
        Span.MONTHS_6: tr("6 months"),
        Span.YEAR: tr("Year"),
        Span.ALL: tr("All"),
    }


def figure_finder(stands_for: Callable[[str], str]) -> Callable[[str], str]:
    """Tell which exercise stands for a routine; empty for one that is gone."""
    known: dict[str, str] = {}

    def find(routine: str) -> str:
        if routine not in known:
            try:
                known[routine] = stands_for(routine)
            except InputError:
                known[routine] = ""
        return known[routine]

    return find
