"""What Settings does with the user's data: copies, export, import, deleting, showing it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from supple.app.backups import Backup
from supple.app.container import Container
from supple.ui.background import Background
from supple.ui.language import locale_of
from supple.ui.theme.look import Look
from supple.ui.widgets.button import Kind
from supple.ui.widgets.sheet import Answer, Sheet

if TYPE_CHECKING:
    from supple.app.transfer import Found

_SUFFIX = "*.supple"
_MOST_COPIES = 5


class DataFlow(QObject):
    """`told` carries the key of a row and its new line; `changed` that the data is another."""

    told = Signal(str, str)
    changed = Signal()
    emptied = Signal()
    failed = Signal(object)

    def __init__(self, app: Container, look: Look, background: Background, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._look = look
        self._background = background
        self._page = page
        self._sheet: Sheet | None = None

    def do(self, deed: str) -> None:
        """Do what a button asks for."""
        deeds: dict[str, Callable[[], None]] = {
            "show-file": lambda: _show(self._app.folders.data),
            "show-log": lambda: _show(self._app.folders.log),
            "back-up": self._back_up,
            "restore": self._restore,
            "export": self._export,
            "import": self._import,
            "delete": self._delete,
        }
        deeds[deed]()

    def _back_up(self) -> None:
        def done(copy: Backup) -> None:
            locale = locale_of(self._app.language)
            line = self._app.words.gettext("Saved, {size}, just now")
            self.told.emit("backup", line.format(size=locale.formattedDataSize(copy.bytes, 0)))

        self._background.run(self._app.backups.make, done, self.failed.emit)

    def _restore(self) -> None:
        tr, copies = self._app.words.gettext, self._app.backups.found()[:_MOST_COPIES]
        if not copies:
            self.told.emit("restore", tr("There is no safety copy yet."))
            return
        answers = [Answer(tr("Keep what is there now"), Kind.PRIMARY)]
        answers += [Answer(self._moment(copy), Kind.SECONDARY) for copy in copies]

        def answered(place: int) -> None:
            if place:
                self._put_back(copies[place - 1].path)

        words = tr("Choose a copy. Your present history is kept as a copy first.")
        self._ask(tr("Put a copy back?"), words, tuple(answers), answered)

    def _put_back(self, path: Path) -> None:
        def work() -> object:
            return self._app.backups.restore(path)

        def done(_kept: object) -> None:
            self.told.emit("restore", self._app.words.gettext("The copy is in place."))
            self.changed.emit()

        self._background.run(work, done, self.failed.emit)

    def _export(self) -> None:
        tr = self._app.words.gettext
        dialog = QFileDialog(self._page, tr("Export"), "", f"Supple ({_SUFFIX})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("supple")
        dialog.selectFile(f"{self._app.clock.wall():%Y-%m-%d}.supple")

        def write(name: str) -> None:
            def done(count: int) -> None:
                words = self._app.words
                line = words.ngettext("Written: {n} record.", "Written: {n} records.", count)
                self.told.emit("move", line.format(n=count))

            self._background.run(
                lambda: self._app.transfer.export(Path(name)), done, self.failed.emit
            )

        dialog.fileSelected.connect(write)
        dialog.open()

    def _import(self) -> None:
        tr = self._app.words.gettext
        dialog = QFileDialog(self._page, tr("Import"), "")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._look_at(Path(name)))
        dialog.open()

    def _look_at(self, path: Path) -> None:
        def done(found: "Found") -> None:
            words = self._app.words
            count = found.records
            line = words.ngettext(
                "{n} record can be taken in.", "{n} records can be taken in.", count
            )
            lines = [line.format(n=count), words.gettext("Nothing is doubled.")]
            lines += [f"{fault.line}: {fault.fault}" for fault in found.faults[:_MOST_COPIES]]
            answers = (
                Answer(words.gettext("Cancel"), Kind.SECONDARY),
                Answer(words.gettext("Import them"), Kind.PRIMARY),
            )
            title = words.gettext("Import {file}?").format(file=path.name)
            self._ask(title, " ".join(lines), answers, lambda place: self._take_in(path, place))

        self._background.run(lambda: self._app.transfer.look(path), done, self.failed.emit)

    def _take_in(self, path: Path, place: int) -> None:
        if not place:
            return

        def done(_imported: object) -> None:
            self.told.emit("move", self._app.words.gettext("Everything that could be read is in."))
            self.changed.emit()

        self._background.run(
            lambda: self._app.transfer.import_(path, skip_bad=True), done, self.failed.emit
        )

    def _delete(self) -> None:
        tr = self._app.words.gettext
        answers = (
            Answer(tr("Keep everything"), Kind.PRIMARY),
            Answer(tr("Save it as a file first"), Kind.SECONDARY),
            Answer(tr("Delete everything"), Kind.DANGER),
        )
        words = tr(
            "Your history, ratings, answers and all safety copies go, for good. Your own routines "
            "and settings stay."
        )
        self._ask(tr("Delete everything?"), words, answers, self._deleted)

    def _deleted(self, place: int) -> None:
        if place == 1:
            self._export()
        elif place:
            self._background.run(
                self._app.backups.delete_everything,
                lambda _none: self.emptied.emit(),
                self.failed.emit,
            )

    def _ask(
        self, title: str, words: str, answers: tuple[Answer, ...], answered: Callable[[int], None]
    ) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
        window = self._page.window()
        sheet = self._sheet = Sheet(self._look, title, answers, window)

        def close(place: int) -> None:
            sheet.hide()
            self._page.setFocus()
            answered(place)

        sheet.answered.connect(close)
        sheet.ask(words)

    def _moment(self, copy: Backup) -> str:
        made = QDateTime.fromSecsSinceEpoch(int(copy.seconds))
        form = self._app.words.gettext("dddd d MMMM, HH:mm")
        return locale_of(self._app.language).toString(made, form)


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
