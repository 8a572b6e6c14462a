"""History in the window: from what its pages ask for to the use cases, and back."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from supple.app.container import Container
from supple.app.looking_back import Overview
from supple.core.figure.timing import Play
from supple.core.history.totals import Period, Span
from supple.core.session.steps import Side
from supple.ui.background import Background
from supple.ui.bindings.history import HistoryWords, figure_finder
from supple.ui.bindings.titles import titles_in
from supple.ui.pages.history import HistoryPage
from supple.ui.pages.history_view import DetailsView, HistoryView, MoreView
from supple.ui.paint.figures import Figures
from supple.ui.paint.stills import Stills
from supple.ui.theme.look import Look
from supple.ui.widgets.charts.picture import ChartView

if TYPE_CHECKING:
    from supple.ui.flows.exporting import ExportFlow
    from supple.ui.flows.importing import ImportFlow
    from supple.ui.flows.past import PastFlow
    from supple.ui.flows.report import ReportFlow
    from supple.ui.paint.chart_output import ChartOutput

_EMPTY_FIGURE = "march-in-place"
_PAINTED_MS = 10
"""By then is painted what was built: to read meanwhile would hold that up."""
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
        self._was_shown = False
        self._next = QTimer(self, interval=_PAINTED_MS, singleShot=True)
        self._next.timeout.connect(self._read_on)
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
        """Read what is shown, in steps; an answer that is no longer wanted is dropped."""
        span, whole = self.span, self._was_shown
        self.run(lambda: self._read(span, whole=whole), self._show)

    def settle(self) -> None:
        """Wait until everything is read and built."""
        self.background.settle()
        while self.page.is_building or self._next.isActive():
            self.page.finish()
            self._next.stop()
            self._read_on()
            self.background.settle()

    def run(self, op: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do something that waits for the disk."""
        self.background.run(op, done, self.failed.emit)

    @cached_property
    def past(self) -> "PastFlow":
        """All sessions, one of them, and its correction; built when first wanted."""
        from supple.ui.flows.past import PastFlow

        flow = PastFlow(self._app, self._look, self)
        flow.session_wanted.connect(self.session_wanted)
        flow.left.connect(self.open)
        flow.failed.connect(self.failed)
        return flow

    @cached_property
    def exporting(self) -> "ExportFlow":
        """Export; built when first wanted."""
        from supple.ui.flows.exporting import ExportFlow

        flow = ExportFlow(self._app, self._look, self.background, self.widget)
        flow.page_wanted.connect(lambda span, on: self.show_report(span, with_pain=on))
        flow.failed.connect(self.failed)
        return flow

    @cached_property
    def importing(self) -> "ImportFlow":
        """Import; built when first wanted."""
        from supple.ui.flows.importing import ImportFlow

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
        from supple.ui.flows.report import ReportFlow

        flow = ReportFlow(self._app, self._look, self)
        flow.left.connect(self.open)
        flow.failed.connect(self.failed)
        return flow

    def _read(self, span: Span, *, whole: bool) -> tuple[Overview, HistoryView, MoreView | None]:
        """The first charts alone where nothing is shown yet; else all of an overview at once."""
        overview = self._back.overview(span)
        more = self.words.more(overview) if whole and not overview.is_empty else None
        return overview, self.words.view(overview), more

    def _read_more(self, overview: Overview) -> MoreView:
        import_module("supple.ui.pages.history_cards")  # not while the window waits for it
        return self.words.more(overview)

    def _read_details(self, overview: Overview) -> DetailsView:
        details = self._back.details(overview)
        chosen = self._app.settings
        return self.words.details(
            details,
            overview,
            chosen.breaks.interval_min,
            asks_pain=chosen.session.pain != "never",
        )

    def _show(self, found: tuple[Overview, HistoryView, MoreView | None]) -> None:
        overview, view, more = found
        if overview.period.span is not self.span:
            return
        self._overview = overview
        self._was_shown = True
        self.page.show_view(view, more)
        if view.empty:
            self._show_empty()

    def _read_on(self) -> None:
        """Read what follows that which is painted by now."""
        overview = self._overview
        if overview is None or overview.is_empty:
            return
        if not self.page.has_more:
            self.run(
                lambda: self._read_more(overview),
                lambda more: self._if_wanted(overview, lambda: self.page.show_more(more)),
            )
        elif not self.page.has_details:
            self.run(
                lambda: self._read_details(overview),
                lambda details: self._if_wanted(overview, lambda: self.page.show_details(details)),
            )

    def _if_wanted(self, overview: Overview, show: Callable[[], None]) -> None:
        if overview is self._overview:
            show()

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
        page.built.connect(self._next.start)
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
        from supple.ui.paint.chart_output import ChartOutput

        output = ChartOutput(self.page, self._look, self._app.words)
        output.failed.connect(self.failed)
        return output
