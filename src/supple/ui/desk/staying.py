"""Owns where the program stays for its reminders: the tray, or else a small window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from supple.app.container import Container
from supple.ui.desk.tray import Tray
from supple.ui.desktop_news import DesktopNews

if TYPE_CHECKING:
    from supple.ui.notices import Notices

WAIT_MS: Final = 5000  # panels may come later than programs


class Staying(QObject):
    """Says once that the icon stays. `show_small` puts the window among the small ones.

    `news` tells of a tray and of other parts of the desktop that go, through `notices`, those of
    the window, while it is not `is_busy`.
    """

    def __init__(
        self,
        app: Container,
        tray: Tray,
        parent: QObject | None = None,
        *,
        tell: Callable[[], object],
        show_small: Callable[[], None],
        notices: "Callable[[], Notices | None]",
        is_busy: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._tray = tray
        self._tell = tell
        self._show_small = show_small
        self.news = DesktopNews(app, notices, is_busy, self.look)
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self.look)
        self._wait.start()

    def look(self) -> None:
        """Without a tray, show what stands for it."""
        if self._has_reason and not self._tray.is_there and self._app.settings.window.stays_small:
            self._show_small()

    def tell_window(self) -> None:
        """There is a window now: tell in it what is missing."""
        if self._app.settings.breaks.on and not self._tray.is_there:
            self.news.no_tray()
        self.news.look()

    def stays(self) -> bool:
        """Whether the program stays now that its window was closed; if so, it is seen where."""
        known = self._app.settings.window
        if not self._has_reason:
            return False
        if not self._tray.is_there:
            self.look()
            return known.stays_small
        self._tray.show()
        if not known.told_of_tray:
            self._app.note("window.told_of_tray", value=True)
            self._tell()
        return True

    def close(self) -> None:
        """Look no more."""
        self._wait.stop()

    @property
    def _has_reason(self) -> bool:
        return self._app.settings.breaks.on or self._app.settings.session.remind
