"""Looks into the shared folder whenever there may be news, and never while a session runs.

No timer: news are likely after a session, when the user comes to Supple, and when they leave it.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from supple.app.container import Container
from supple.app.sync import SyncReport
from supple.core.errors import SuppleError
from supple.ui.background import Background

_AGAIN_AFTER_S = 60.0
"""Who comes and goes all the time does not make it look all the time."""


class SharingFlow(QObject):
    """`changed` tells that records of another computer were taken in."""

    changed = Signal()

    def __init__(
        self, app: Container, in_session: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._in_session = in_session
        self._background = Background(self)
        self._looking = self._closing = False
        self._next_s = 0.0
        app.listen_to_settings(self._setting_changed)

    def look(self) -> None:
        """Look now, in the background, where a folder is shared and no session runs."""
        if self._looking or self._in_session() or self._app.sharing.folder is None:
            return
        self._looking = True
        self._next_s = self._app.clock.now() + _AGAIN_AFTER_S
        self._background.run(lambda: self._app.sharing.look(self._wanted), self._done, self._failed)

    def follow(self, state: Qt.ApplicationState) -> None:
        """Look when the user comes, if the last look is a while ago, and when they leave."""
        coming = state is Qt.ApplicationState.ApplicationActive
        if not coming or self._app.clock.now() >= self._next_s:
            self.look()

    def settle(self) -> None:
        """Wait for a look, and for what follows from it."""
        self._background.settle()

    def close(self) -> None:
        """Write what is new; what is to be taken in is left for next time."""
        self._closing = True
        self.look()
        self._background.wait()

    def _wanted(self) -> bool:
        return not self._closing and not self._in_session()

    def _setting_changed(self, key: str) -> None:
        if key == "data.shared_folder":
            self._next_s = 0.0

    def _done(self, report: SyncReport | None) -> None:
        self._looking = False
        if report is not None and report.taken and not self._closing:
            self.changed.emit()

    def _failed(self, _error: SuppleError) -> None:
        # The settings tell it: a drive that is not connected is nothing to disturb anybody with.
        self._looking = False
