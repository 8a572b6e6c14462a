"""Tells in the window what the desktop does not tell any more: once in a run, while it is so."""

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess

from supple.app.container import Container
from supple.devices.desktop.losses import Part
from supple.devices.desktop.notices_off import notice_settings

if TYPE_CHECKING:
    from supple.ui.notices import Notices


class DesktopNews:
    """Looks when somebody looks at the desktop anyway. `is_busy`: a session runs, and it can wait.

    `notices` gives those of the window, None as long as there is none; `stay` shows what stands for
    a tray where that is wanted.
    """

    def __init__(
        self,
        app: Container,
        notices: "Callable[[], Notices | None]",
        is_busy: Callable[[], bool],
        stay: Callable[[], object],
    ) -> None:
        self._app = app
        self._notices = notices
        self._is_busy = is_busy
        self._stay = stay
        self._lost: frozenset[Part] = frozenset()
        self._told: set[Part] = set()

    def look(self) -> None:
        """Tell what was lost; take back what is there again."""
        lost = self._app.desktop.lost if self._app.settings.breaks.on else frozenset()
        if Part.TRAY in lost - self._lost:
            self._stay()
        self._lost = lost
        if (lost or self._told) and not self._is_busy() and (notices := self._notices()):
            self._take_back(notices, self._told - lost)
            self._tell(notices, lost - self._told)

    def _take_back(self, notices: "Notices", parts: Iterable[Part]) -> None:
        """What nobody has put away was perhaps not seen, and may be told another time."""
        for part in tuple(parts):
            ident = notices.words.lost(part).id
            if notices.is_shown(ident):
                notices.take_back(ident)
                self._told.discard(part)

    def _tell(self, notices: "Notices", parts: Iterable[Part]) -> None:
        settings = notice_settings(os.environ)
        acts = {
            "keep": self.keep_small,
            "pop-up": self._use_pop_up,
            "settings": lambda: QProcess.startDetached(settings[0], settings[1:]),
        }
        for part in sorted(parts):
            notices.show(notices.words.lost(part, has_settings=bool(settings)), acts)
            self._told.add(part)

    def _use_pop_up(self) -> None:
        """Ask by Supple's own pop-up from now on, whatever the desktop does with notices."""
        self._app.note("breaks.show_as", value="pop-up")

    def no_tray(self) -> None:
        """There was none from the start."""
        notices = self._notices()
        if notices is not None:
            notices.no_tray(self.keep_small)

    def keep_small(self) -> None:
        """Let a small window stand for the icon."""
        self._app.note("window.stays_small", value=True)
