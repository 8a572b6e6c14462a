"""The menu bar: File, Session, View, Help, and what is in them."""

import sys
from functools import partial
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenuBar, QWidget

_LINE: Final = ("", "")
ALWAYS: Final = sys.platform == "darwin"
_OF_SESSION: Final = frozenset({"pause", "skip", "back", "hurts"})
# All else would lead away from a session that runs, or lie over its clock.
IN_SESSION: Final = _OF_SESSION | {"close", "full-screen", "larger", "smaller", "usual", "keys"}


class MenuBar(QMenuBar):
    """`chosen` carries the id of an entry: a place, or what is to be done.

    Where it is not always there it is brought up over the top of `window`; choosing or Esc takes
    it away.
    """

    chosen = Signal(str)

    def __init__(self, words: NullTranslations, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: list[tuple[str, QAction]] = []
        for title, entries in _menus(words):
            menu = self.addMenu(title)
            for ident, name in entries:
                if not ident:
                    menu.addSeparator()
                    continue
                action = menu.addAction(name)
                action.triggered.connect(partial(self._choose, ident))
                self._actions.append((ident, action))
        self.setVisible(ALWAYS)

    def set_in_session(self, *, running: bool) -> None:
        """Offer what steers a running session and leaves it in sight, or else all the rest."""
        for ident, action in self._actions:
            action.setEnabled(ident in IN_SESSION if running else ident not in _OF_SESSION)

    def bring_up(self) -> None:
        """Show it over the top of the window, ready for the arrow keys."""
        self._fit()
        self._window.installEventFilter(self)
        self.show()
        self.raise_()
        if self.isVisible():  # Qt crashes where the window is not up yet
            self.setFocus(Qt.FocusReason.MenuBarFocusReason)
            self.setActiveAction(self.actions()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc takes it away."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep to the width of the window."""
        if event.type() is QEvent.Type.Resize and watched is self._window:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setGeometry(0, 0, self._window.width(), self.sizeHint().height())

    def _choose(self, ident: str) -> None:
        self.put_away()
        self.chosen.emit(ident)

    def put_away(self) -> None:
        """Take it away, where it is not always there."""
        self._window.removeEventFilter(self)
        if not ALWAYS:
            self.hide()


def _menus(words: NullTranslations) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    tr = words.gettext
    return (
        (
            tr("File"),
            (
                ("new-routine", tr("New routine")),
                _LINE,
                ("import", tr("Import…")),
                ("export", tr("Export…")),
                ("back-up", tr("Back up now")),
                _LINE,
                ("close", tr("Close")),
            ),
        ),
        (
            tr("Session"),
            (
                ("start", tr("Start today's session")),
                ("break", tr("Desk break now")),
                _LINE,
                ("pause", tr("Pause")),
                ("skip", tr("Skip")),
                ("back", tr("Back")),
                ("hurts", tr("It hurts")),
            ),
        ),
        (
            tr("View"),
            (
                ("today", tr("Today")),
                ("library", tr("Library")),
                ("routines", tr("My routines")),
                ("plan", tr("Plan")),
                ("history", tr("History")),
                ("learn", tr("Learn")),
                ("settings", tr("Settings")),
                _LINE,
                ("full-screen", tr("Full screen")),
                ("larger", tr("Larger text")),
                ("smaller", tr("Smaller text")),
                ("usual", tr("Usual text size")),
            ),
        ),
        (
            tr("Help"),
            (
                ("keys", tr("Keys")),
                ("learn", tr("Learn")),
                ("works", tr("What works here")),
                ("about", tr("About Supple")),
            ),
        ),
    )
