"""Importing in the window: what a file holds is told before anything is changed."""

from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from supple.app.container import Container
from supple.app.transfer import Found, Imported
from supple.core.errors import InputError, SuppleError
from supple.core.history.foreign import guessed
from supple.ui.background import Background
from supple.ui.pages.import_form import FaultsForm, MappingForm, ProgressForm
from supple.ui.theme.look import Look
from supple.ui.way_out import another_file
from supple.ui.widgets.button import Kind, Size
from supple.ui.widgets.sheet import Answer
from supple.ui.widgets.sheet_over import SheetOver

_TABLES = frozenset({".csv", ".tsv"})
_LARGE_BYTES = 3_000_000
"""From here on it takes long enough to say how far it is."""

Columns = Mapping[str, str] | None


class _StoppedError(InputError):
    """The user stopped it."""


class ImportFlow(QObject):
    """Asks over `page`. `done` carries what an import did."""

    done = Signal(object)
    failed = Signal(object)
    _progressed = Signal(float)

    def __init__(self, app: Container, look: Look, background: Background, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._background = background
        self._page = page
        self._stopped = False
        self._progress: ProgressForm | None = None
        self.over = SheetOver(look, page)
        self.mapping: MappingForm | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._progressed.connect(self._show_progress, queued)

    def open(self) -> None:
        """Let the user choose a file."""
        tr = self._app.words.gettext
        dialog = QFileDialog(self._page, tr("Import"), "")
        dialog.setNameFilters(
            [tr("Supple files and tables (*.supple *.csv *.tsv)"), tr("All files (*)")]
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.look_at(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_at(self, path: Path) -> None:
        """Tell what a file holds; of a table ask first what its columns mean."""
        if path.suffix.lower() in _TABLES:
            columns = self._app.transfer.columns
            self._background.run(
                lambda: columns(path), lambda names: self._map(path, names), self._give_up
            )
        else:
            self._read(path, None)

    def _map(self, path: Path, names: tuple[str, ...]) -> None:
        words = self._app.words

        def make(look: Look) -> QWidget:
            self.mapping = MappingForm(look, words, names, guessed(names))
            return self.mapping

        def answered(place: int) -> None:
            if place and mapping is not None:
                self._read(path, mapping.columns)

        tr = words.gettext
        answers = (
            Answer(tr("Cancel"), Kind.SECONDARY, Size.NORMAL),
            Answer(tr("Look at the rows"), Kind.PRIMARY, Size.NORMAL),
        )
        title = tr("What do the columns mean?")
        sheet = self.over.make(title, answers, answered, content=make)
        mapping = self.mapping
        if mapping is not None:
            mapping.changed.connect(lambda: sheet.buttons[1].setEnabled(mapping.is_whole))
            mapping.changed.connect(sheet.arrange)
            sheet.buttons[1].setEnabled(mapping.is_whole)
        sheet.ask(tr("{file} is a table of another program.").format(file=path.name))

    def _read(self, path: Path, columns: Columns) -> None:
        self._begin(path, self._app.words.gettext("Reading {file}"))
        self._background.run(
            lambda: self._app.transfer.look(path, columns, self._tell),
            lambda found: self._ask(path, columns, found),
            self._give_up,
        )

    def _ask(self, path: Path, columns: Columns, found: Found) -> None:
        words = self._app.words
        lines = found_words(found, words)
        answers = [Answer(words.gettext("Cancel"), Kind.SECONDARY, Size.NORMAL)]
        if found.records:
            answers.append(Answer(lines.take, Kind.PRIMARY, Size.NORMAL))

        def make(look: Look) -> QWidget:
            return FaultsForm(look, lines.title, lines.faults)

        def answered(place: int) -> None:
            if place:
                self._take_in(path, columns)

        sheet = self.over.make(
            lines.title.format(file=path.name),
            tuple(answers),
            answered,
            content=make if lines.faults else None,
        )
        sheet.ask(lines.words)

    def _take_in(self, path: Path, columns: Columns) -> None:
        self._begin(path, self._app.words.gettext("Importing {file}"))
        self._background.run(
            lambda: self._app.transfer.import_(path, columns, skip_bad=True, progress=self._tell),
            self._finish,
            self._give_up,
        )

    def _finish(self, imported: Imported) -> None:
        self._close()
        self.done.emit(imported)

    def _give_up(self, error: SuppleError) -> None:
        self._close()
        if not isinstance(error, _StoppedError):
            self.failed.emit(another_file(error, self._app.words, self.open))

    def _begin(self, path: Path, title: str) -> None:
        """Show how far it is, where it takes long; until then nothing else is asked."""
        self._stopped = False
        self._progress = None
        if not path.is_file() or path.stat().st_size < _LARGE_BYTES:
            return
        tr = self._app.words.gettext

        def make(look: Look) -> QWidget:
            self._progress = ProgressForm(look, title.format(file=path.name))
            return self._progress

        stop = (Answer(tr("Stop"), Kind.SECONDARY, Size.NORMAL),)
        sheet = self.over.make(title.format(file=path.name), stop, self._stop, content=make)
        sheet.ask(tr("Nothing changes before all of it is read."))

    def _stop(self, _place: int) -> None:
        self._stopped = True

    def _tell(self, share: float) -> None:
        """Told from the other thread. What is stopped here leaves the history as it was."""
        if self._stopped:
            raise _StoppedError(self._app.words.gettext("Stopped. Nothing was changed."))
        self._progressed.emit(share)

    def _show_progress(self, share: float) -> None:
        if self._progress is not None:
            self._progress.show_share(share)

    def _close(self) -> None:
        if self.over.sheet is not None:
            self.over.drop()
            self._progress = None
            self.over.focus_opener()


class FoundWords:
    """What a file holds, as it is asked: a title with a {file}, and the answer that imports."""

    def __init__(self, title: str, words: str, faults: tuple[str, ...], take: str) -> None:
        self.title = title
        self.words = words
        self.faults = faults
        self.take = take


def found_words(found: Found, words: NullTranslations) -> FoundWords:
    """What was found in a file, in words."""
    tr, many, good, bad = words.gettext, words.ngettext, found.records, found.faulty
    if not bad:
        if not good:
            return FoundWords(tr("Import {file}?"), tr("There is nothing in it."), (), "")
        line = many("{n} record can be taken in.", "{n} records can be taken in.", good)
        take = many("Import {n} record", "Import {n} records", good)
        told = f"{line.format(n=good)} {tr('Nothing is doubled.')}"
        return FoundWords(tr("Import {file}?"), told, (), take.format(n=good))
    all_of_it = good + bad
    title = many(
        "{bad} of {n} line can't be imported", "{bad} of {n} lines can't be imported", all_of_it
    )
    faults = [
        tr("Line {n}: {fault}").format(n=each.line, fault=each.fault) for each in found.faults
    ]
    if bad > len(found.faults):
        faults.append(tr("… and {n} more").format(n=bad - len(found.faults)))
    take = many("Import the other {n}", "Import the other {n}", good)
    return FoundWords(
        title.format(bad=bad, n=all_of_it),
        tr("Nothing was changed so far, and nothing will be doubled."),
        tuple(faults),
        take.format(n=good),
    )


def imported_words(imported: Imported, words: NullTranslations) -> str:
    """What an import did, in words."""
    tr, many = words.gettext, words.ngettext
    new = many("{n} record is new.", "{n} records are new.", imported.taken)
    lines = [new.format(n=imported.taken) if imported.taken else tr("Nothing in it was new.")]
    if imported.left_out:
        out = many("{n} line was left out.", "{n} lines were left out.", imported.left_out)
        lines.append(out.format(n=imported.left_out))
    lines.append(tr("Nothing was doubled."))
    return " ".join(lines)
