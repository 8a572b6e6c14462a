"""What is shown when the history does not open: what is so, and the ways out of it."""

from collections.abc import Callable
from typing import Final, NamedTuple

import msgspec
from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.app.backups import Backup
from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.devices.store.faults import PASSING, Fault, StoreError
from supple.ui.background import Background
from supple.ui.pages.screening_result import ResultPage, ResultView
from supple.ui.theme.look import Look

_REPLACEABLE: Final = (Fault.DAMAGED, Fault.FOREIGN)
_MOST_TRIED: Final = 5
_SIZE: Final = (900, 600)
_RETRY_MS: Final = 5000


class Found(msgspec.Struct, frozen=True):
    """A safety copy that is whole, and how many sessions it holds."""

    copy: Backup
    sessions: int


class _Ways(NamedTuple):
    """What the two buttons do."""

    main: Callable[[], object]
    other: Callable[[], object]


class Trouble(QObject):
    """A window of its own, in the place of the usual one. `mended` when the history opens again.

    Nothing is ever overwritten: a file that does not open is kept beside the safety copies. What
    passes by itself is waited for: the history is tried again every `retry_ms`.
    """

    mended = Signal()
    quit_wanted = Signal()
    closed = Signal()

    def __init__(
        self, app: Container, look: Look, error: StoreError, *, retry_ms: int = _RETRY_MS
    ) -> None:
        super().__init__()
        self._app = app
        self._found: Found | None = None
        self._background = Background(self)
        self._waiting = QTimer(self, singleShot=True, interval=retry_ms)
        self._waiting.timeout.connect(self._try_again)
        self._ways = _Ways(self._try_again, self.quit_wanted.emit)
        self.page = ResultPage(look, app.words)
        self.page.main.connect(self._go_on)
        self.page.other.connect(self._go_another_way)
        self.page.aside.connect(self._show_files)
        self.window = _Window(self.page)
        self.window.closed.connect(self.closed)
        self._tell(error)

    def show(self) -> None:
        """Bring it up."""
        self.window.show()
        self.page.focus_first()

    def close(self) -> None:
        """Take it away."""
        self._waiting.stop()
        self._background.wait()
        self.window.closed.disconnect()
        self.window.close()
        self.window.deleteLater()

    def _tell(self, error: StoreError) -> None:
        """Show what is so now, with the ways out of just that."""
        self._found = self._whole_copy() if error.fault in _REPLACEABLE else None
        self._ways = self._ways_out(error.fault)
        self.page.show_view(self._view(error))
        if error.fault in PASSING:
            self._waiting.start()

    def _go_on(self) -> None:
        self._ways.main()

    def _go_another_way(self) -> None:
        self._ways.other()

    def _ways_out(self, fault: Fault) -> _Ways:
        leave = self.quit_wanted.emit
        if fault in PASSING:
            return _Ways(self._try_again, leave)
        if fault is Fault.NEWER:
            return _Ways(self._show_files, leave)
        if fault not in _REPLACEABLE:
            return _Ways(leave, leave)
        if self._found is None:
            return _Ways(self._start_empty, leave)
        return _Ways(self._use_copy, self._start_empty)

    def _view(self, error: StoreError) -> ResultView:
        tr = self._app.words.gettext
        file = ("folder-open", error.where)
        view = ResultView(
            "database",
            tr("Your history"),
            (error.what,),
            tr("Quit"),
            card=(file, ("info", error.fix)) if error.fix else (file,),
            goes_back=False,
        )
        change = msgspec.structs.replace
        if error.fault in PASSING:
            return change(
                view,
                words=(error.what, tr("Supple waits and tries again.")),
                card=(file,) if error.fault is Fault.BUSY else (file, ("info", self._fix(error))),
                main=tr("Try now"),
                other=tr("Quit"),
            )
        if error.fault is Fault.NEWER:
            return change(view, main=tr("Show the file"), other=tr("Quit"))
        if error.fault not in _REPLACEABLE:
            return view
        view = change(
            view,
            card=(file,),
            aside=tr("Show the files"),
            aside_icon="folder-open",
            small=tr("The file that doesn't open is kept beside the safety copies."),
        )
        if self._found is None:
            return change(view, main=tr("Start empty"), other=tr("Quit"))
        return change(
            view,
            words=(error.what, self._copy_words(self._found)),
            main=tr("Use the safety copy"),
            other=tr("Start empty"),
        )

    def _fix(self, error: StoreError) -> str:
        """What helps; nothing is open yet that would have to be kept open."""
        full = error.fault is Fault.FULL
        return self._app.words.gettext("Please free some space.") if full else error.fix

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
        """See whether the history opens now; a file that is locked is waited for a while."""
        self._waiting.stop()
        self._background.run(lambda: self._app.store, self._opened, self._refused)

    def _mend(self, work: Callable[[], object]) -> None:
        """Do it, and see whether the history opens; else tell what is so now."""
        try:
            work()
            self._opened(self._app.store)
        except SuppleError as error:
            self._refused(error)

    def _opened(self, _store: object) -> None:
        self.mended.emit()

    def _refused(self, error: SuppleError) -> None:
        if isinstance(error, StoreError):
            self._tell(error)
        else:
            self.page.lead.set_words(str(error))
            self.page.lead.show()

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
