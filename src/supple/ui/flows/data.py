"""What Settings does with the user's data: copies, export, import, sharing, deleting."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from supple.app.backups import Backup
from supple.app.container import Container
from supple.app.transfer import Imported
from supple.core.errors import SuppleError
from supple.ui.background import Background
from supple.ui.language import locale_of
from supple.ui.theme.look import Look
from supple.ui.way_out import another_file
from supple.ui.widgets.button import Kind
from supple.ui.widgets.sheet import Answer
from supple.ui.widgets.sheet_over import SheetOver

if TYPE_CHECKING:
    from supple.app.sync import SyncReport
    from supple.ui.flows.clearing import ClearingFlow
    from supple.ui.flows.exporting import ExportFlow
    from supple.ui.flows.importing import ImportFlow

_MOST_COPIES = 5


class DataFlow(QObject):
    """`told` carries the key of a row and its new line; `changed` that the data is another."""

    told = Signal(str, str)
    changed = Signal()
    emptied = Signal()
    page_wanted = Signal(str, bool)
    failed = Signal(object)

    def __init__(self, app: Container, look: Look, background: Background, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._look = look
        self._background = background
        self._page = page
        self._over = SheetOver(look, page)

    def do(self, deed: str) -> None:
        """Do what a button asks for."""
        here = {
            "show-file": self._show_data,
            "show-log": self._show_log,
            "copy-report": self._copy_report,
            "back-up": self._back_up,
            "restore": self._restore,
            "share": self._ask_folder,
            "share-now": self._look_into_folder,
            "share-stop": self._stop_sharing,
        }
        if deed in here:
            here[deed]()
        elif deed == "export":
            self.exporting.open()
        elif deed == "import":
            self.importing.open()
        else:
            self.clearing.do(deed)

    def setting_changed(self, key: str, value: object) -> None:
        """Offer to delete what is no longer to be remembered."""
        if key == "session.pain" and value == "never":
            self.clearing.offer_pain()
        elif key == "data.notes" and value is False:
            self.clearing.offer_notes()
        elif key == "data.answers" and value is False:
            self._background.run(
                self._app.safety.forget_single_answers, lambda _none: None, self.failed.emit
            )

    # --- out and in ---------------------------------------------------------------------------

    @cached_property
    def exporting(self) -> "ExportFlow":
        """Export; built when first wanted."""
        from supple.ui.flows.exporting import ExportFlow

        flow = ExportFlow(self._app, self._look, self._background, self._page)
        flow.page_wanted.connect(self.page_wanted)
        flow.failed.connect(self.failed)
        return flow

    @cached_property
    def importing(self) -> "ImportFlow":
        """Import; built when first wanted."""
        from supple.ui.flows.importing import ImportFlow, imported_words

        def done(imported: Imported) -> None:
            self.changed.emit()
            self.told.emit("move", imported_words(imported, self._app.words))

        flow = ImportFlow(self._app, self._look, self._background, self._page)
        flow.done.connect(done)
        flow.failed.connect(self.failed)
        return flow

    @cached_property
    def clearing(self) -> "ClearingFlow":
        """Deleting; built when first wanted."""
        from supple.ui.flows.clearing import ClearingFlow

        def done(words: str) -> None:
            self.changed.emit()
            self.told.emit("delete", words)

        flow = ClearingFlow(self._app, self._look, self._background, self._page)
        flow.told.connect(done)
        flow.emptied.connect(self.emptied)
        flow.failed.connect(self.failed)
        return flow

    # --- safety copies ------------------------------------------------------------------------

    def _back_up(self) -> None:
        def done(copy: Backup) -> None:
            locale = locale_of(self._app.language)
            line = self._app.words.gettext("Saved, {size}, just now")
            self.told.emit("backup", line.format(size=locale.formattedDataSize(copy.bytes, 0)))

        self._background.run(self._app.backups.make, done, self.failed.emit)

    def _restore(self) -> None:
        def work() -> list[tuple[Backup, int | None]]:
            copies = self._app.backups.found()[:_MOST_COPIES]
            return [(copy, self._sessions_in(copy)) for copy in copies]

        self._background.run(work, self._ask_which, self.failed.emit)

    def _sessions_in(self, copy: Backup) -> int | None:
        try:
            return self._app.backups.sessions_in(copy.path)
        except SuppleError:
            return None

    def _ask_which(self, copies: list[tuple[Backup, int | None]]) -> None:
        tr = self._app.words.gettext
        answers = [Answer(tr("Keep what is there now"), Kind.PRIMARY)]
        answers += [Answer(self._named(*copy), Kind.SECONDARY) for copy in copies]
        answers.append(Answer(tr("Another file…"), Kind.PLAIN))

        def answered(place: int) -> None:
            if place > len(copies):
                self._ask_file()
            elif place:
                self._put_back(copies[place - 1][0].path)

        words = tr("Choose a copy. Your present history is kept as a copy first.")
        self._ask(tr("Put a copy back?"), words, tuple(answers), answered)

    def _ask_file(self) -> None:
        tr = self._app.words.gettext
        dialog = QFileDialog(self._page, tr("Put a copy back"), str(self._app.folders.backups))
        dialog.setNameFilters([tr("Safety copies (*.db)"), tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._put_back(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put_back(self, path: Path) -> None:
        def done(_kept: object) -> None:
            self.changed.emit()
            self.told.emit("restore", self._app.words.gettext("The copy is in place."))

        def failed(error: SuppleError) -> None:
            self.failed.emit(another_file(error, self._app.words, self._restore))

        self._background.run(lambda: self._app.backups.restore(path), done, failed)

    def _named(self, copy: Backup, sessions: int | None) -> str:
        words = self._app.words
        made = QDateTime.fromSecsSinceEpoch(int(copy.seconds))
        when = locale_of(self._app.language).toString(made, words.gettext("dddd d MMMM, HH:mm"))
        if sessions is None:
            return words.gettext("{when}, can't be read").format(when=when)
        line = words.ngettext("{when}, {n} session", "{when}, {n} sessions", sessions)
        return line.format(when=when, n=sessions)

    # --- several computers --------------------------------------------------------------------

    def _ask_folder(self) -> None:
        tr = self._app.words.gettext
        dialog = QFileDialog(self._page, tr("A folder that your computers share"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.share(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def share(self, folder: Path) -> None:
        """Share the history through a folder, and look into it at once."""
        try:
            self._app.sharing.choose(folder)
        except SuppleError as error:
            self.failed.emit(error)
        self.changed.emit()
        self._look_into_folder()

    def _look_into_folder(self) -> None:
        def done(_report: "SyncReport | None") -> None:
            self.changed.emit()

        def failed(error: SuppleError) -> None:
            self.changed.emit()
            self.failed.emit(error)

        self._background.run(self._app.sharing.look, done, failed)

    def _stop_sharing(self) -> None:
        def forget() -> None:
            try:
                self._app.sharing.choose(None)
            except SuppleError as error:
                self.failed.emit(error)
            self.changed.emit()

        def failed(error: SuppleError) -> None:
            forget()
            self.failed.emit(error)

        self._background.run(self._app.sharing.leave, lambda _none: forget(), failed)

    # --- the rest -----------------------------------------------------------------------------

    def _show_data(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._app.folders.data)))

    def _show_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._app.folders.log)))

    def _copy_report(self) -> None:
        from supple.app.doctor import report_lines

        def done(report: str) -> None:
            QGuiApplication.clipboard().setText(report)
            words = self._app.words.gettext(
                "Copied. Look through it before you pass it on: it names folders of this computer."
            )
            self.told.emit("fault", words)

        def work() -> str:
            return "\n".join(report_lines(self._app.findings(), self._app.words))

        self._background.run(work, done, self.failed.emit)

    def _ask(
        self, title: str, words: str, answers: tuple[Answer, ...], answered: Callable[[int], None]
    ) -> None:
        self._over.make(title, answers, answered).ask(words)
