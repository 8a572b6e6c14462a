"""What is shown when the history does not open: what is so, and the ways out of it."""

from collections.abc import Callable
from typing import Final

import msgspec
from PySide6.QtCore import QDateTime, QLocale, QObject, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.app.backups import Backup
from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.devices.store.faults import Fault, StoreError
from supple.ui.pages.screening_result import ResultPage, ResultView
from supple.ui.theme.look import Look

_REPLACEABLE: Final = (Fault.DAMAGED, Fault.FOREIGN)
_MOST_TRIED: Final = 5
_SIZE: Final = (900, 600)


class Found(msgspec.Struct, frozen=True):
    """A safety copy that is whole, and how many sessions it holds."""

    copy: Backup
    sessions: int


class Trouble(QObject):
    """A window of its own, in the place of the usual one. `mended` when the history opens again.

    Nothing is ever overwritten: a file that does not open is kept beside the safety copies.
    """

    mended = Signal()
    quit_wanted = Signal()
    closed = Signal()

    def __init__(self, app: Container, look: Look, error: StoreError) -> None:
        super().__init__()
        self._app = app
        self._found = self._whole_copy() if error.fault in _REPLACEABLE else None
        self.page = ResultPage(look, app.words)
        self.window = _Window(self.page)
        self.window.closed.connect(self.closed)
        self._connect(error)
        self.page.show_view(self._view(error))

    def show(self) -> None:
        """Bring it up."""
        self.window.show()
        self.page.focus_first()

    def close(self) -> None:
        """Take it away."""
        self.window.closed.disconnect()
        self.window.close()
        self.window.deleteLater()

    def _view(self, error: StoreError) -> ResultView:
        tr = self._app.words.gettext
        lines = [error.what]
        if error.fault is Fault.NEWER:
            lines.append(tr("Nothing was changed."))
        view = ResultView("database", tr("Your history"), (), tr("Quit"), goes_back=False)
        if error.fault not in _REPLACEABLE:
            card = (("folder-open", error.where), *((("info", error.fix),) if error.fix else ()))
            return msgspec.structs.replace(
                view,
                words=tuple(lines),
                card=tuple(each for each in card if each[1]),
                main=tr("Try again"),
                other=tr("Quit"),
            )
        if self._found is not None:
            lines.append(self._copy_words(self._found))
        return msgspec.structs.replace(
            view,
            words=tuple(lines),
            card=(("folder-open", error.where),),
            main=tr("Use the safety copy") if self._found else tr("Start empty"),
            other=tr("Start empty") if self._found else tr("Show the files"),
            small=tr("The file that doesn't open is kept beside the safety copies."),
        )

    def _connect(self, error: StoreError) -> None:
        page = self.page
        if error.fault not in _REPLACEABLE:
            page.main.connect(self._try_again)
            page.other.connect(self.quit_wanted)
        elif self._found is not None:
            page.main.connect(self._use_copy)
            page.other.connect(self._start_empty)
        else:
            page.main.connect(self._start_empty)
            page.other.connect(self._show_files)

    def _copy_words(self, found: Found) -> str:
        words = self._app.words
        made = QDateTime.fromSecsSinceEpoch(int(found.copy.seconds))
        form = words.gettext("dddd d MMMM, HH:mm")
        line = words.ngettext(
            "The safety copy from {moment} looks fine and has {n} session.",
            "The safety copy from {moment} looks fine and has {n} sessions.",
            found.sessions,
        )
        moment = QLocale(self._app.language).toString(made, form)
        return line.format(moment=moment, n=found.sessions)

    def _whole_copy(self) -> Found | None:
        for copy in self._app.backups.found()[:_MOST_TRIED]:
            try:
                return Found(copy, self._app.backups.sessions_in(copy.path))
            except SuppleError:
                continue  # a copy that is no better is none
        return None

    def _use_copy(self) -> None:
        if self._found is not None:
            copy = self._found.copy.path
            self._mend(lambda: self._app.backups.restore(copy))

    def _start_empty(self) -> None:
        self._mend(self._app.backups.begin_anew)

    def _try_again(self) -> None:
        self._mend(lambda: None)

    def _mend(self, work: Callable[[], object]) -> None:
        """Do it, and see whether the history opens; else tell what is so now."""
        try:
            work()
            _ = self._app.store
        except StoreError as error:
            self.page.show_view(self._view(error))
        except SuppleError as error:
            self.page.lead.set_words(str(error))
            self.page.lead.show()
        else:
            self.mended.emit()

    def _show_files(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._app.folders.data)))


class _Window(QWidget):
    """Holds the page, and tells when somebody closes it."""

    closed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setWindowTitle("Supple")
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Tell that it was closed."""
        super().closeEvent(event)
        self.closed.emit()
