"""The words and pictures of the History page."""

from collections.abc import Callable
from gettext import NullTranslations

from supple.app.looking_back import Details, LookingBack, Overview
from supple.core.errors import InputError
from supple.core.history.totals import RHYTHM_WEEKS, Span
from supple.ui.bindings.dates import Dates
from supple.ui.bindings.history_body import BodyCharts
from supple.ui.bindings.history_days import DayCharts
from supple.ui.bindings.history_habits import HabitCharts
from supple.ui.bindings.history_sessions import SessionWords
from supple.ui.bindings.titles import TitleOf, as_recorded
from supple.ui.pages.history_view import DetailsView, Headline, HistoryView


class HistoryWords:
    """Puts what was into words of one language."""

    def __init__(
        self,
        looking_back: LookingBack,
        words: NullTranslations,
        language: str,
        figure_of: Callable[[str], str],
        title_of: TitleOf = as_recorded,
    ) -> None:
        self._tr = words.gettext
        self._spans = span_names(words)
        self.dates = Dates(words, language)
        self.days = DayCharts(words, self.dates)
        self.body = BodyCharts(words, self.dates, looking_back.exercise_name)
        self.habits = HabitCharts(words, self.dates, looking_back.exercise_name)
        self.sessions = SessionWords(
            words, self.dates, looking_back.exercise_name, figure_of, title_of
        )

    def view(self, overview: Overview) -> HistoryView:
        """What is there at once."""
        return HistoryView(
            span=overview.period.span,
            headlines=self._headlines(overview),
            charts=(*self.days.charts(overview), *self.body.reach(overview)),
            latest=tuple(map(self.sessions.row, overview.latest.rows)),
            empty=overview.is_empty,
        )

    def details(self, details: Details, overview: Overview, interval_min: int) -> DetailsView:
        """What follows a moment later."""
        headline = self.body.pain_headline(details.pain)
        period = overview.period
        pain = (self.body.pain(details.pain, period),) if details.pain.points else ()
        return DetailsView(
            verdict=self.body.verdict(details),
            headlines=(headline,) if headline else (),
            charts=(*pain, *self.habits.charts(details, period, interval_min)),
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
        reach = self.body.reach_headline(overview)
        return (*found, reach) if reach else tuple(found)


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
