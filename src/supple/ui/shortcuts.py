"""The keys that work where the places are shown: to go to one, to search, to begin something.

Those of the window itself work on every page.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from supple.core.keys import Keymap
from supple.ui.keymaps import OF_WINDOW
from supple.ui.shell import Shell
from supple.ui.widgets.search_field import SearchField

_PLACES: Final = ("today", "library", "routines", "plan", "history", "learn", "settings")
_ON_A_PAGE: Final = ("undo", "redo", "export", "print", "back")
_WITH_THE_FOCUS: Final = ("table", "step_up", "step_down")


@runtime_checkable
class HasDeeds(Protocol):
    """A page, or a part of one, that does something by key, such as "undo", "print" or "back"."""

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

    def __init__(self, window: QStackedWidget, shell: Shell, keymap: Keymap) -> None:
        super().__init__(shell)
        self._window = window
        self._shell = shell
        self._shortcuts = {
            name: _shortcut(window if name in OF_WINDOW else shell, deed)
            for name, deed in self._deeds().items()
        }
        of_pages = (*_ON_A_PAGE, *_WITH_THE_FOCUS)
        self._of_pages = {
            name: _shortcut(window, partial(self._do_on_page, name)) for name in of_pages
        }
        self._shortcuts |= self._of_pages
        window.currentChanged.connect(self._page_changed)
        self.use(keymap)

    def use(self, keymap: Keymap) -> None:
        """Take other keys."""
        for name, shortcut in self._shortcuts.items():
            shortcut.setKeys([QKeySequence(key) for key in keymap.keys(name)])

    def _deeds(self) -> dict[str, Callable[[], None]]:
        going = {place: partial(self.place_wanted.emit, place) for place in _PLACES}
        return {
            **going,
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

    def _page_changed(self) -> None:
        """Leave a session its keys: they may be any."""
        page = self._window.currentWidget()
        on = page is self._shell or isinstance(page, HasDeeds)
        for shortcut in self._of_pages.values():
            shortcut.setEnabled(on)

    def _do_on_page(self, name: str) -> None:
        """Let the innermost part that knows this deed do it: around the focus, else in sight."""
        from supple.ui.widgets.sheet import Sheet

        part: QWidget | None = self._window.focusWidget()
        while part is not None:
            if isinstance(part, Sheet):
                return  # it covers what could be done
            if _done(part, name):
                return
            part = part.parentWidget()
        if name in _WITH_THE_FOCUS:
            return
        parts = [each for each in self._window.findChildren(QWidget) if each.isVisible()]
        any(_done(each, name) for each in reversed(parts))

    def _search(self) -> None:
        """Go to the field to search in, where the page has one."""
        for field in self._shell.findChildren(SearchField):
            if field.isVisible():
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                field.selectAll()
                return


def _shortcut(owner: QWidget, deed: Callable[[], None]) -> QShortcut:
    shortcut = QShortcut(owner)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(deed)
    return shortcut


def _done(part: QWidget, name: str) -> bool:
    """Whether a part knew how to do it, and did."""
    deed = part.key_deeds.get(name) if isinstance(part, HasDeeds) else None
    if deed is not None:
        deed()
    return deed is not None
