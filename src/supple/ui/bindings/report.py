"""The words of the page to show a professional."""

from collections.abc import Callable
from gettext import NullTranslations

from supple.app.looking_closer import Report
from supple.core.plan.records import SetAside
from supple.core.session.events import Hurt
from supple.core.session.steps import Side
from supple.ui.bindings.history import HistoryWords
from supple.ui.pages.history_view import Headline
from supple.ui.pages.report_view import ReportView, Section
from supple.ui.widgets.charts.picture import ChartView

_MOST_REACH = 3  # side by side
_MOST_LINES = 4
_WEEK_DAYS = 7


class ReportWords:
    """Puts a report into words; `history` gives the charts their words.

    `disclaimer` ends the page.
    """

    def __init__(
        self,
        history: HistoryWords,
        words: NullTranslations,
        exercise_name: Callable[[str], str],
        disclaimer: str,
    ) -> None:
        self._disclaimer = disclaimer
        self._history = history
        self._dates = history.dates
        self._words = words
        self._tr = words.gettext
        self._exercise_name = exercise_name

    def view(self, report: Report, *, with_pain: bool) -> ReportView:
        """Everything on the page. Without pain nothing on it tells how the back felt."""
        tr, overview = self._tr, report.overview
        period = overview.period
        verdict = self._history.body.verdict(report.details)
        lines = verdict.lines if with_pain else verdict.lines[:-1]
        finding = tr(
            "The user's own record, no medical finding. A change at the same time "
            "doesn't mean that stretching was the cause."
        )
        return ReportView(
            title=tr("Stretching record"),
            period=f"{self._dates.day_of_year(period.since)} \u2013 "
            f"{self._dates.day_of_year(period.until)}",
            name=tr("Name"),
            made=tr("Made on {day} with Supple, on the user's own computer.").format(
                day=self._dates.day_of_year(overview.today)
            ),
            facts=self._facts(report),
            rows=self._rows(report, with_pain=with_pain),
            sections=(
                Section(tr("What changed"), self._shortened((*lines, *self._ask(verdict.ask)))),
                Section(tr("Exercises set aside"), self._asides(report)),
                *((Section(tr("Stopped because it hurt"), self._hurts(report)),) * with_pain),
            ),
            foot=f"{finding} {self._disclaimer}",
        )

    def _facts(self, report: Report) -> tuple[Headline, ...]:
        tr, overview = self._tr, report.overview
        days = (overview.period.until - overview.period.since).days + 1
        weeks = max(1.0, days / _WEEK_DAYS)
        mat = [each for each in overview.days if each.mat_s]
        sessions = sum(each.sessions for each in overview.days)
        minutes = sum(each.active_s for each in overview.days) / 60
        of_plan = tr("days a week on the mat; the plan suggests {n}").format(n=report.suggested)
        return (
            Headline(self._dates.number(sessions), tr("sessions")),
            Headline(self._dates.number(len(overview.days)), tr("days with a stretch")),
            Headline(tr("{n} min").format(n=self._dates.number(minutes)), tr("in all")),
            Headline(self._dates.number(len(mat) / weeks, 1), of_plan),
        )

    def _rows(self, report: Report, *, with_pain: bool) -> tuple[tuple[ChartView, ...], ...]:
        """Minutes and pain; below them reach. Of more checks than fit, the words tell the rest."""
        overview, body = report.overview, self._history.body
        minutes = self._history.days.charts(overview)[1]
        reach = self._history.reach.charts(overview)[:_MOST_REACH]
        pain = body.pain(report.details.pain, overview.period)
        shown = (pain,) if with_pain and report.details.pain.points else ()
        return tuple(filter(None, ((minutes, *shown), reach)))

    def _asides(self, report: Report) -> tuple[str, ...]:
        return self._shortened(tuple(map(self._aside, report.set_asides)))

    def _aside(self, aside: SetAside) -> str:
        tr, name = self._tr, self._exercise_name(aside.exercise)
        if aside.until_day is None:
            line = tr("{name}, since {day}")
            return line.format(name=name, day=self._dates.day_of_year(aside.from_day))
        line = tr("{name}, until {day}")
        return line.format(name=name, day=self._dates.day_of_year(aside.until_day))

    def _hurts(self, report: Report) -> tuple[str, ...]:
        line = self._tr("{day}: {what}, {exercise}")
        found = [
            line.format(
                day=self._dates.day_of_year(each.local_day),
                what=self._hurt(each.answer),
                exercise=self._with_side(each.exercise, each.side),
            )
            for each in reversed(report.hurts)
        ]
        return self._shortened(tuple(found))

    def _with_side(self, exercise: str, side: Side) -> str:
        return self._history.reach.test_name(exercise, side)

    def _hurt(self, answer: Hurt) -> str:
        tr = self._tr
        return {
            Hurt.STRONG: tr("too strong a pull"),
            Hurt.SHARP: tr("sharp pain"),
            Hurt.NERVE: tr("numb, tingling or pain running down the leg"),
            Hurt.DIZZY: tr("dizzy or faint"),
            Hurt.CHEST: tr("chest pain or hard to breathe"),
            Hurt.CRAMP: tr("cramp"),
            Hurt.OTHER: tr("something else"),
        }[answer]

    def _ask(self, words: str) -> tuple[str, ...]:
        return (words,) if words else ()

    def _shortened(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """What fits the page; that more was left out is said."""
        if not lines:
            return (self._tr("None."),)
        if len(lines) <= _MOST_LINES:
            return lines
        rest = len(lines) - _MOST_LINES + 1
        return (*lines[: _MOST_LINES - 1], self._tr("and {n} more").format(n=rest))
