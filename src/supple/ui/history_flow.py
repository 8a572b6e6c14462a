"""History in the window: from what its pages ask for to the use cases, and back."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from supple.app.container import Container
from supple.app.looking_back import Overview
from supple.core.figure.timing import Play
from supple.core.history.totals import Period, Span
from supple.core.session.steps import Side
from supple.ui.background import Background
from supple.ui.bindings.history import HistoryWords, figure_finder
from supple.ui.bindings.titles import titles_in
from supple.ui.figures import Figures
from supple.ui.pages.history import HistoryPage
from supple.ui.pages.history_view import ChartView, DetailsView, HistoryView
from supple.ui.stills import Stills
from supple.ui.theme.look import Look

if TYPE_CHECKING:
    from supple.ui.chart_output import ChartOutput
    from supple.ui.export_flow import ExportFlow
    from supple.ui.import_flow import ImportFlow
    from supple.ui.past_flow import PastFlow
    from supple.ui.report_flow import ReportFlow

_EMPTY_FIGURE = "march-in-place"
T = TypeVar("T")


class HistoryFlow(QObject):
    """Owns the pages of History in `widget`. What is read is read off the window's thread."""

    session_wanted = Signal(str)
    measure_wanted = Signal()
    failed = Signal(object)

    def __init__(
        self, app: Container, look: Look, figures: Figures, stills: Stills, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._look = look
        self._figures = figures
        self.stills = stills
        self.background = Background(self)
        self.span = Span.MONTHS_6
        self._overview: Overview | None = None
        self._back = app.looking_back
        self.words = HistoryWords(
            self._back,
            app.words,
            app.language,
            figure_finder(self._back.figure_of),
            titles_in(app.catalogue),
        )
        self.widget = QStackedWidget()
        spans = [(span.value, self.words.span_name(span)) for span in Span]
        self.page = HistoryPage(look, app.words, spans, stills.picture)
        self.page.spans.choose(self.span)
        self.widget.addWidget(self.page)
        self._connect()

    def open(self) -> None:
        """Read again and show; what was there before stays until then."""
        self.widget.setCurrentWidget(self.page)
        self.page.show_waiting()
        self.read()

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        self.page.focus_first()

    def read(self) -> None:
        """Read what is shown, in two steps; an answer that is no longer wanted is dropped."""
        span = self.span
        self.run(lambda: self._read(span), self._show)

    def settle(self) -> None:
        """Wait until everything is read and built."""
        self.background.settle()
        while self.page.is_building:
            self.page.finish()
            self.background.settle()

    def run(self, op: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do something that waits for the disk."""
        self.background.run(op, done, self.failed.emit)

    @cached_property
    def past(self) -> "PastFlow":
        """All sessions, one of them, and its correction; built when first wanted."""
        from supple.ui.past_flow import PastFlow

        flow = PastFlow(self._app, self._look, self)
        flow.session_wanted.connect(self.session_wanted)
        flow.left.connect(self.open)
        flow.failed.connect(self.failed)
        return flow

    @cached_property
    def exporting(self) -> "ExportFlow":
        """Export; built when first wanted."""
        from supple.ui.export_flow import ExportFlow

        flow = ExportFlow(self._app, self._look, self.background, self.widget)
        flow.page_wanted.connect(lambda span, on: self.show_report(span, with_pain=on))
        flow.failed.connect(self.failed)
        return flow

    @cached_property
    def importing(self) -> "ImportFlow":
        """Import; built when first wanted."""
        from supple.ui.import_flow import ImportFlow

        flow = ImportFlow(self._app, self._look, self.background, self.widget)
        flow.done.connect(lambda _imported: self.open())
        flow.failed.connect(self.failed)
        return flow

    def show_report(self, span: str, *, with_pain: bool) -> None:
        """Show the page for somebody else."""
        self.report.page.pain.setChecked(with_pain)
        self.report.open(Span(span))

    @cached_property
    def report(self) -> "ReportFlow":
        """The page to show someone; built when first wanted."""
        from supple.ui.report_flow import ReportFlow

        flow = ReportFlow(self._app, self._look, self)
        flow.left.connect(self.open)
        flow.failed.connect(self.failed)
        return flow

    def _read(self, span: Span) -> tuple[Overview, HistoryView]:
        overview = self._back.overview(span)
        return overview, self.words.view(overview)

    def _read_details(self, overview: Overview) -> DetailsView:
        details = self._back.details(overview)
        return self.words.details(details, overview, self._app.settings.breaks.interval_min)

    def _show(self, found: tuple[Overview, HistoryView]) -> None:
        overview, view = found
        if overview.period.span is not self.span:
            return
        self._overview = overview
        self.page.show_view(view)
        if view.empty:
            self._show_empty()
            return
        self.run(
            lambda: self._read_details(overview), lambda details: self._detail(overview, details)
        )

    def _detail(self, overview: Overview, details: DetailsView) -> None:
        if overview is self._overview:
            self.page.show_details(details)

    def _show_empty(self) -> None:
        figure = self._figures.view()
        self._figures.show(figure, _EMPTY_FIGURE, Side.NONE, Play.STRETCH)
        self.page.empty.figure.set_figure(figure)

    def _connect(self) -> None:
        page = self.page
        page.span_chosen.connect(self._choose_span)
        page.day_chosen.connect(self.open_day)
        page.session_chosen.connect(lambda ident: self.past.open(self._period(), ident))
        page.all_wanted.connect(lambda: self.past.open(self._period()))
        page.by_hand_wanted.connect(self._write_down)
        page.export_wanted.connect(self.export)
        page.import_wanted.connect(self._import)
        page.measure_wanted.connect(self.measure_wanted)
        page.start_wanted.connect(lambda: self.session_wanted.emit(self._first_routine()))
        page.picture_wanted.connect(self._save_chart)
        page.print_wanted.connect(self._print_chart)
        self.stills.drawn.connect(lambda _ident: page.drawn())

    def _choose_span(self, span: str) -> None:
        if span != self.span:
            self.span = Span(span)
            self.read()

    def open_day(self, iso: str) -> None:
        """Show the sessions of a day."""
        day = date.fromisoformat(iso)
        self.past.open(Period(self.span, day, day))

    def _period(self) -> Period | None:
        return None if self._overview is None else self._overview.period

    def _first_routine(self) -> str:
        return self._app.today.facts().next.routine

    def export(self) -> None:
        """Ask in which form the history is to be exported."""
        self.exporting.open()

    def _import(self) -> None:
        self.importing.open()

    def _write_down(self) -> None:
        self.past.write_down()

    def _save_chart(self, chart: ChartView) -> None:
        self._output.ask_and_save(chart)

    def _print_chart(self, chart: ChartView) -> None:
        self._output.ask_and_print(chart)

    @cached_property
    def _output(self) -> "ChartOutput":
        from supple.ui.chart_output import ChartOutput

        output = ChartOutput(self.page, self._look, self._app.words)
        output.failed.connect(self.failed)
        return output
