"""Owns the page of a desk break while it runs: a session page that asks nothing at the end."""

from collections.abc import Callable
from gettext import NullTranslations

from PySide6.QtCore import Signal

from supple.core.keys import Keymap
from supple.core.session.events import Outcome
from supple.core.session.view import SessionView, State
from supple.ui.keymaps import session_keys
from supple.ui.pages.break_run import BreakRun
from supple.ui.pages.session import SessionPage
from supple.ui.pages.session_keys import Press
from supple.ui.pages.session_words import Lookup
from supple.ui.theme.look import Look


class BreakPage(SessionPage):
    """A session in a small window. `stood(True)` comes when it is paused, else `stood(False)`."""

    stood = Signal(bool)

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        lookup: Lookup,
        *,
        keymap: Callable[[], Keymap] = session_keys,
    ) -> None:
        self._stands: bool | None = None
        run = BreakRun(look, translations)
        super().__init__(look, translations, lookup, run=run, keymap=keymap)
        self.setAccessibleName(translations.gettext("Desk break"))

    def show_view(self, view: SessionView, last: Outcome | None = None) -> None:
        """Paint `view`."""
        super().show_view(view, last)
        stands = view.state is State.PAUSED
        if stands is not self._stands:
            self._stands = stands
            self.stood.emit(stands)

    def ask_to_end(self) -> bool:
        """End at once: what was done is saved already, and nothing is asked."""
        self.stop.emit()
        return False

    def press(self, press: Press) -> None:
        """Emit the intent behind a press, if it has one in a desk break."""
        if press is not Press.ROOM:  # a desk break is never across the room
            super().press(press)
