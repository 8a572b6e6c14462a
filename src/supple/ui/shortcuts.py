"""The keys that work wherever the places are shown: to go to one, to search, to begin something."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from supple.core.keys import Keymap
from supple.ui.shell import Shell
from supple.ui.widgets.search_field import SearchField

_PLACES: Final = ("today", "library", "routines", "plan", "history", "learn", "settings")
_ON_A_PAGE: Final = ("undo", "redo", "export", "print")


@runtime_checkable
class HasDeeds(Protocol):
    """A page, or a part of one, that does something by key: "undo", "redo", "export", "print"."""

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What to call for each."""
        ...


class Shortcuts(QObject):
    """`text_wanted` carries 1 for larger, -1 for smaller, 0 for the usual size of text."""

    place_wanted = Signal(str)
    routine_wanted = Signal()
    session_wanted = Signal()
    break_wanted = Signal()
    text_wanted = Signal(int)
    part_wanted = Signal()
    sheet_wanted = Signal()
    close_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, shell: Shell, keymap: Keymap) -> None:
        super().__init__(shell)
        self._shell = shell
        self._shortcuts = {name: self._shortcut(deed) for name, deed in self._deeds().items()}
        self.use(keymap)

    def use(self, keymap: Keymap) -> None:
        """Take other keys."""
        for name, shortcut in self._shortcuts.items():
            shortcut.setKeys([QKeySequence(key) for key in keymap.keys(name)])

    def _deeds(self) -> dict[str, Callable[[], None]]:
        going = {place: partial(self.place_wanted.emit, place) for place in _PLACES}
        on_a_page = {name: partial(self._do_on_page, name) for name in _ON_A_PAGE}
        return {
            **going,
            **on_a_page,
            "search": self._search,
            "new_routine": self.routine_wanted.emit,
            "start": self.session_wanted.emit,
            "desk_break": self.break_wanted.emit,
            "larger": partial(self.text_wanted.emit, 1),
            "smaller": partial(self.text_wanted.emit, -1),
            "usual_size": partial(self.text_wanted.emit, 0),
            "next_part": self.part_wanted.emit,
            "sheet": self.sheet_wanted.emit,
            "close": self.close_wanted.emit,
            "quit": self.quit_wanted.emit,
        }

    def _shortcut(self, deed: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(self._shell)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(deed)
        return shortcut

    def _do_on_page(self, name: str) -> None:
        """Let the innermost part in sight that knows this deed do it."""
        parts = [each for each in self._shell.findChildren(QWidget) if each.isVisible()]
        for part in reversed(parts):
            if isinstance(part, HasDeeds) and name in part.key_deeds:
                part.key_deeds[name]()
                return

    def _search(self) -> None:
        """Go to the field to search in, where the page has one."""
        for field in self._shell.findChildren(SearchField):
            if field.isVisible():
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                field.selectAll()
                return
