"""Illustrated sheets in the window: of routines and exercises, printed or saved as PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.ui.bindings.sheet import SheetWords
from supple.ui.pages.sheet_view import SheetView
from supple.ui.paint.figures import Figures
from supple.ui.paint.paper import ask_and_print, save_pdf
from supple.ui.paint.sheet_paint import SheetPainter
from supple.ui.theme.look import Look
from supple.ui.way_out import not_written


class SheetFlow(QObject):
    """Makes sheets for `page`. Nothing is written before the user asks for it."""

    failed = Signal(object)

    def __init__(self, app: Container, look: Look, figures: Figures, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._look = look
        self._figures = figures
        self._page = page
        foot = app.words.gettext(
            "Made with Supple. General guidance, not medical advice. A mild pull is enough; "
            "stop if anything hurts."
        )
        self._words = SheetWords(app.words, app.library.facets, foot)

    def print_routine(self, ident: str) -> None:
        """Print a routine on the printer of the user's choice."""
        self._with_routine(ident, self._print)

    def save_routine(self, ident: str) -> None:
        """Save a routine as PDF where the user wants it."""
        self._with_routine(ident, self._ask_where)

    def print_exercise(self, ident: str) -> None:
        """Print an exercise."""
        self._print(self._words.exercise(self._app.library.details(ident)))

    def print_stretches(self) -> None:
        """Print the list of all stretches."""
        self._with(self.stretches, self._print)

    def stretches(self) -> SheetView:
        """The list of all stretches, in the order of the library. Raises StoreError."""
        return self._words.stretches(each.exercise for each in self._app.library.entries())

    def routine(self, ident: str) -> SheetView:
        """The sheet of a routine. Raises SuppleError for one that cannot be read."""
        day = self._app.clock.wall().date()
        return self._words.routine(self._app.catalogue.routine(ident), self._app.editor, day)

    def save(self, view: SheetView, path: Path) -> None:
        """Write a sheet as PDF to `path`."""
        if not save_pdf(path, view.title, SheetPainter(self._look, self._figures, view)):
            words = self._app.words
            self.failed.emit(not_written(path, words, lambda: self._ask_where(view)))

    def _with_routine(self, ident: str, deed: Callable[[SheetView], None]) -> None:
        self._with(lambda: self.routine(ident), deed)

    def _with(self, make: Callable[[], SheetView], deed: Callable[[SheetView], None]) -> None:
        try:
            view = make()
        except SuppleError as error:
            self.failed.emit(error)
            return
        deed(view)

    def _print(self, view: SheetView) -> None:
        ask_and_print(self._page, SheetPainter(self._look, self._figures, view))

    def _ask_where(self, view: SheetView) -> None:
        title = self._app.words.gettext("Save as PDF")
        dialog = QFileDialog(self._page, title, f"{view.title}.pdf", "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda path: self.save(view, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
