"""The page to show a professional, in the window: read, shown, saved or printed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from supple.app.container import Container
from supple.app.looking_closer import Report
from supple.core.history.totals import Span
from supple.ui.bindings.report import ReportWords
from supple.ui.pages.report import ReportPage
from supple.ui.paint.paper import Paint, ask_and_print, save_pdf
from supple.ui.paint.report_paint import paint_report
from supple.ui.theme.look import Look
from supple.ui.way_out import not_written

if TYPE_CHECKING:
    from supple.ui.flows.history import HistoryFlow
    from supple.ui.pages.report_view import ReportView


class ReportFlow(QObject):
    """Owns the page in the stack of History. Nothing is written before the user asks for it."""

    left = Signal()
    failed = Signal(object)

    def __init__(self, app: Container, look: Look, history: "HistoryFlow") -> None:
        super().__init__(history)
        self._app = app
        self._look = look
        self._history = history
        self._span = Span.MONTHS_3
        self._report: Report | None = None
        self._view: ReportView | None = None
        self._words = ReportWords(
            history.words,
            app.words,
            app.looking_back.exercise_name,
            app.learn.page("learn-disclaimer").body,
        )
        spans = [(span.value, history.words.span_name(span)) for span in Span]
        self.page = ReportPage(look, app.words, spans)
        history.widget.addWidget(self.page)
        self.page.back_wanted.connect(self.left)
        self.page.span_chosen.connect(self._choose_span)
        self.page.pain_chosen.connect(lambda _on: self._paint())
        self.page.save_wanted.connect(self._ask_where)
        self.page.print_wanted.connect(self._ask_printer)

    def open(self, span: Span) -> None:
        """Read a span and show its page."""
        self._span = span

        def show(report: Report) -> None:
            if report.overview.period.span is not self._span:
                return
            self._report = report
            self._paint()
            if self._history.widget.currentWidget() is not self.page:
                self._history.widget.setCurrentWidget(self.page)
                self.page.focus_first()

        self._history.run(lambda: self._app.looking_back.report(span), show)

    def save(self, path: Path) -> None:
        """Write the page as PDF to `path`, and say so."""
        if self._view is None:
            return
        tr = self._app.words.gettext
        if save_pdf(path, self._view.title, self._painted(self._view)):
            self.page.say(tr("Saved to {place}.").format(place=path))
        else:
            self.failed.emit(not_written(path, self._app.words, self._ask_where))

    def _choose_span(self, span: str) -> None:
        if span != self._span:
            self.open(Span(span))

    def _paint(self) -> None:
        if self._report is not None:
            with_pain = self.page.pain.isChecked()
            self._view = self._words.view(self._report, with_pain=with_pain)
            self.page.show_view(self._view, self._span)

    def _ask_where(self) -> None:
        tr = self._app.words.gettext
        name = tr("Stretching record {day}.pdf").format(day=self._app.clock.wall().date())
        dialog = QFileDialog(self.page, tr("Save as PDF"), name, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_printer(self) -> None:
        if self._view is not None:
            ask_and_print(self.page, self._painted(self._view))

    def _painted(self, view: "ReportView") -> Paint:
        return lambda painter, _new_page: paint_report(painter, self._look, view)
