"""The user's routines in the window: the list, the editor, files to share."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from supple.app.container import Container
from supple.core.catalogue.routine import Routine
from supple.core.errors import SuppleError
from supple.core.figure.timing import Play
from supple.core.session.steps import Side
from supple.ui.bindings.routines import routines_view
from supple.ui.pages.routines import RoutinesPage
from supple.ui.paint.figures import Figures
from supple.ui.paint.stills import Stills
from supple.ui.theme.look import Look
from supple.ui.way_out import another_file, another_place

if TYPE_CHECKING:
    from supple.ui.flows.broken import BrokenFlow
    from supple.ui.flows.editor import EditorFlow
    from supple.ui.flows.sheet import SheetFlow

_EMPTY_FIGURE = "chair-forward-fold"
_FILES = "Supple (*.toml)"


class RoutinesFlow(QObject):
    """Owns list and editor in `widget`."""

    session_wanted = Signal(str)
    failed = Signal(object)

    def __init__(
        self, app: Container, look: Look, figures: Figures, stills: Stills, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._look = look
        self._figures = figures
        self._stills = stills
        self._own = app.own_routines
        self.widget = QStackedWidget()
        page = self.page = RoutinesPage(look, app.words, stills.picture_alone)
        self.widget.addWidget(page)
        empty = figures.view()
        figures.show(empty, _EMPTY_FIGURE, Side.NONE, Play.STRETCH)
        page.empty.figure.set_figure(empty)
        stills.drawn.connect(page.drawn)
        page.new_requested.connect(self.new)
        page.import_requested.connect(self._import)
        page.opened.connect(self._open)
        page.start_requested.connect(self.session_wanted)
        page.copy_requested.connect(self._copy)
        page.save_requested.connect(self._export)
        page.print_requested.connect(self._print)
        page.sheet_requested.connect(self._save_sheet)
        page.delete_requested.connect(self._delete)
        page.file_requested.connect(_open_file)
        page.faults_requested.connect(self._show_faults)

    def open(self) -> None:
        """Bring the list up to date."""
        catalogue = self._app.catalogue
        previews = self._app.today.previews(each.id for each in catalogue.routines())
        self.page.show_view(routines_view(catalogue, previews, self._app.words))
        self.widget.setCurrentWidget(self.page)

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        self.page.focus_first()

    def new(self, exercise: str = "") -> None:
        """Begin a routine, with an exercise already in it if one is named."""
        self._edit(self._own.new())
        if exercise:
            self.editor.add(exercise)

    def edit(self, ident: str, add: str = "") -> None:
        """Bring up the editor with a routine of the user's own; `add` puts an exercise in."""
        self._try(lambda: self._edit(self._app.catalogue.routine(ident)))
        if add:
            self.editor.add(add)

    @cached_property
    def editor(self) -> "EditorFlow":
        """The editor, built when it is first wanted."""
        from supple.ui.flows.editor import EditorFlow

        flow = EditorFlow(self._app, self._look, self._stills, self)
        self.widget.addWidget(flow.page)
        flow.left.connect(self._back)
        flow.start_wanted.connect(self.session_wanted)
        flow.copy_wanted.connect(self._copy)
        flow.save_wanted.connect(self._export)
        flow.print_wanted.connect(self._print)
        flow.sheet_wanted.connect(self._save_sheet)
        flow.delete_wanted.connect(self._delete)
        flow.failed.connect(self.failed)
        return flow

    def _show_faults(self, path: str) -> None:
        self.broken.show(path)

    @cached_property
    def broken(self) -> "BrokenFlow":
        """What is wrong with files that cannot be read."""
        from supple.ui.flows.broken import BrokenFlow

        return BrokenFlow(self._app, self._look, self.page, _open_file)

    @cached_property
    def sheets(self) -> "SheetFlow":
        """Illustrated sheets of routines."""
        from supple.ui.flows.sheet import SheetFlow

        flow = SheetFlow(self._app, self._look, self._figures, self.widget)
        flow.failed.connect(self.failed)
        return flow

    def _print(self, ident: str) -> None:
        self.sheets.print_routine(ident)

    def _save_sheet(self, ident: str) -> None:
        self.sheets.save_routine(ident)

    def _back(self, ident: str) -> None:
        self.open()
        self.page.focus_tile(ident)

    def _open(self, ident: str) -> None:
        if self._app.catalogue.is_own(ident):
            self.edit(ident)
        else:
            self.session_wanted.emit(ident)

    def _edit(self, routine: Routine) -> None:
        self.editor.edit(routine)
        self.widget.setCurrentWidget(self.editor.page)
        self.editor.page.focus_first()

    def _copy(self, ident: str) -> None:
        self._try(lambda: self._edit(self._own.copy(ident)))

    def _delete(self, ident: str) -> None:
        def delete() -> None:
            content, then = self._own.delete(ident), self.page.after(ident)
            self._back(then)

            def take_back() -> None:
                self._try(lambda: self._own.put_back(ident, content))
                self._back(ident)

            self.page.undo.offer(self._app.words.gettext("Routine deleted."), take_back)

        self._try(delete)

    def _export(self, ident: str) -> None:
        tr = self._app.words.gettext
        dialog = QFileDialog(self.widget, tr("Save as file"), "", _FILES)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{ident}.supple.toml")
        dialog.fileSelected.connect(lambda name: self.export(ident, Path(name)))
        dialog.open()

    def export(self, ident: str, path: Path) -> None:
        """Write a routine into a file to share."""
        try:
            self._own.export(ident, path)
        except SuppleError as error:
            again = partial(self._export, ident)
            self.failed.emit(another_place(error, self._app.words, again))

    def _import(self) -> None:
        tr = self._app.words.gettext
        dialog = QFileDialog(self.widget, tr("Import"), "", _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_in(Path(name)))
        dialog.open()

    def take_in(self, path: Path) -> None:
        """Bring a shared routine in and show it."""
        try:
            self._edit(self._own.import_(path))
        except SuppleError as error:
            self.failed.emit(another_file(error, self._app.words, self._import))

    def _try(self, action: Callable[[], object]) -> None:
        try:
            action()
        except SuppleError as error:
            self.failed.emit(error)


def _open_file(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
