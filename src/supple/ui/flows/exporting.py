"""Exporting from the window: in which form, where to, and showing what came of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.core.history.choice import Choice
from supple.core.history.totals import Span, period_of
from supple.ui.background import Background
from supple.ui.bindings.history import span_names
from supple.ui.pages.export_form import ExportForm, Form
from supple.ui.theme.look import Look
from supple.ui.way_out import another_place
from supple.ui.widgets.button import Kind, Size
from supple.ui.widgets.sheet import Answer
from supple.ui.widgets.sheet_over import SheetOver
from supple.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from collections.abc import Callable


class ExportFlow(QObject):
    """Asks over `page`. `page_wanted` carries the span of the page, and whether with pain."""

    page_wanted = Signal(str, bool)
    failed = Signal(object)

    def __init__(self, app: Container, look: Look, background: Background, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._look = look
        self._background = background
        self._page = page
        self.over = SheetOver(look, page)
        self.form: ExportForm | None = None
        self.bar: UndoBar | None = None

    def open(self) -> None:
        """Ask in which form."""
        tr = self._app.words.gettext
        names = span_names(self._app.words)
        spans = [(Span.ALL.value, tr("All of them"))]
        spans += [(span.value, names[span]) for span in reversed(Span) if span is not Span.ALL]

        def make(look: Look) -> QWidget:
            self.form = ExportForm(look, self._app.words, spans)
            self.form.changed.connect(self._name_answer)
            return self.form

        answers = (
            Answer(tr("Cancel"), Kind.SECONDARY, Size.NORMAL),
            Answer(tr("Choose where to save"), Kind.PRIMARY, Size.NORMAL),
        )
        sheet = self.over.make(tr("Export your history"), answers, self._answered, content=make)
        words = tr("A copy goes where you choose. Nothing leaves this computer by itself.")
        sheet.ask(words, sheet.buttons[1])

    def save(self, path: Path) -> None:
        """Write what was chosen to `path`, in the background."""
        form = self.form
        if form is None:
            return
        choice = self._choice(form)
        transfer = self._app.transfer
        work: dict[Form, Callable[[], object]] = {
            Form.EVERYTHING: lambda: transfer.export(path, choice),
            Form.SPREADSHEETS: lambda: transfer.export_spreadsheets(path, choice),
        }
        self._background.run(work[form.form], lambda _done: self._say(path), self._not_there)

    def _not_there(self, error: SuppleError) -> None:
        self.failed.emit(another_place(error, self._app.words, self._ask_again))

    def _ask_again(self) -> None:
        if self.form is not None:
            self._ask_where(self.form.form)

    def _choice(self, form: ExportForm) -> Choice:
        span = Span(form.span)
        if span is Span.ALL:
            return Choice(with_pain_and_notes=form.with_pain)
        period = period_of(span, self._app.clock.wall().date())
        return Choice(period.since, period.until, form.with_pain)

    def _name_answer(self) -> None:
        sheet = self.over.sheet
        if sheet is None or self.form is None:
            return
        tr = self._app.words.gettext
        is_page = self.form.form is Form.PAGE
        sheet.buttons[1].setText(tr("Show the page") if is_page else tr("Choose where to save"))
        sheet.arrange()

    def _answered(self, place: int) -> None:
        if not place or self.form is None:
            return
        if self.form.form is Form.PAGE:
            self.page_wanted.emit(self.form.span, self.form.with_pain)
        else:
            self._ask_where(self.form.form)

    def _ask_where(self, form: Form) -> None:
        tr, day = self._app.words.gettext, f"{self._app.clock.wall():%Y-%m-%d}"
        suffix = "supple" if form is Form.EVERYTHING else "zip"
        kinds = {"supple": tr("Supple file (*.supple)"), "zip": tr("CSV files in a ZIP (*.zip)")}
        dialog = QFileDialog(self._page, tr("Export"), "", kinds[suffix])
        if form is Form.SPREADSHEETS:
            dialog.setNameFilters([kinds["zip"], tr("CSV files in a folder (*)")])
            dialog.filterSelected.connect(
                lambda chosen: dialog.setDefaultSuffix("zip" if chosen == kinds["zip"] else "")
            )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"Supple {day}.{suffix}")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say(self, path: Path) -> None:
        tr = self._app.words.gettext
        if self.bar is None:
            self.bar = UndoBar(self._look, tr("Show it"), self._page.window())
        folder = path.parent
        self.bar.offer(
            tr("Saved to {place}.").format(place=folder.name or str(folder)),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        )
