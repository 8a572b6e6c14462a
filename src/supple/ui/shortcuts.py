"""The keys that work wherever the places are shown: to go to one, to search, to begin something."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from supple.ui.shell import Shell
from supple.ui.widgets.search_field import SearchField

_PLACES: Final = ("today", "library", "routines", "plan", "history", "learn")


class Shortcuts(QObject):
    """`text_wanted` carries 1 for larger, -1 for smaller, 0 for the usual size of text."""

    place_wanted = Signal(str)
    routine_wanted = Signal()
    session_wanted = Signal()
    break_wanted = Signal()
    text_wanted = Signal(int)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        for number, place in enumerate(_PLACES, 1):
            self._add(f"Ctrl+{number}", partial(self.place_wanted.emit, place))
        self._add("Ctrl+,", partial(self.place_wanted.emit, "settings"))
        self._add("Ctrl+F", self._search)
        self._add("Ctrl+N", self.routine_wanted.emit)
        self._add("Ctrl+Return", self.session_wanted.emit)
        self._add("Ctrl+B", self.break_wanted.emit)
        for keys, by in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            self._add(keys, partial(self.text_wanted.emit, by))

    def _add(self, keys: str, action: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self._shell)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)

    def _search(self) -> None:
        """Go to the field to search in, where the page has one."""
        for field in self._shell.findChildren(SearchField):
            if field.isVisible():
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                field.selectAll()
                return
