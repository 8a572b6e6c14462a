"""Owns a session that the disk does not take: it is told, tried again, or kept elsewhere."""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.devices.store.faults import StoreError
from supple.ui.bindings.notices import UNSAVED
from supple.ui.notices import Notices

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from supple.core.history.records import SessionRecord
    from supple.ui.session.visit import SessionVisit


class Unsaved(QObject):
    """Follows `visit` and tells in `notices`, until all of its sessions are in the history."""

    def __init__(self, app: Container, notices: Notices, visit: "SessionVisit") -> None:
        super().__init__(visit)
        self._app = app
        self._notices = notices
        self._visit = visit
        self._error: SuppleError | None = None
        self._kept: tuple[SessionRecord, ...] = ()
        self._file: Path | None = None
        self.dialog: QFileDialog | None = None
        notices.show_in(visit.page.note)
        visit.page_made.connect(notices.show_in)
        visit.unsaved.connect(self.tell)
        visit.saved.connect(self._saved)

    def tell(self, error: SuppleError) -> None:
        """Something could not be written."""
        self._error = error
        if not isinstance(error, StoreError):
            self._notices.tell(error)
            return
        retry, words = self._visit.retry_saving, self._notices.words
        if self._file is not None and self._kept == self._records():
            self._notices.show(words.kept_elsewhere(self._file.name), {"retry": retry})
            return
        self._notices.show(words.unsaved(error), {"retry": retry, "elsewhere": self._ask})

    def save(self, target: Path) -> None:
        """Write what is in memory only into a file that can be imported."""
        from supple.app.rescue import Rescue

        app = self._app
        boxes, records = self._visit.flow.unsafe, self._records()
        if not boxes:
            return  # it was written meanwhile
        try:
            Rescue(app.store, app.device, app.clock, app.words).save(boxes, target)
        except SuppleError as error:
            self._notices.tell(error)
        else:
            self._file, self._kept = target, records
        self._tell_again()

    def _ask(self) -> None:
        """Ask where to; the notice comes back when nothing is chosen."""
        from PySide6.QtWidgets import QApplication, QFileDialog

        tr = self._app.words.gettext
        kind = tr("Supple file (*.supple)")
        window = QApplication.activeWindow()
        dialog = self.dialog = QFileDialog(window, tr("Save it somewhere else"), "", kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("supple")
        dialog.selectFile(f"Supple {self._app.clock.wall():%Y-%m-%d %H-%M}.supple")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.rejected.connect(self._tell_again)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_again(self) -> None:
        if self._error is not None and self._visit.flow.unsafe:
            self.tell(self._error)

    def _saved(self) -> None:
        """It is in the history now."""
        self._error, self._file, self._kept = None, None, ()
        self._notices.take_back(UNSAVED)

    def _records(self) -> "tuple[SessionRecord, ...]":
        return tuple(chain.from_iterable(each.records for each in self._visit.flow.unsafe))
