"""Owns what the session page asks of the screen of a running session, whatever its size."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.core.session.view import SessionView
from supple.ui.pages.session_keys import Press
from supple.ui.pages.session_words import SessionWords
from supple.ui.widgets.ring import Ring
from supple.ui.widgets.scene import FigureSlot


class SessionScene(QWidget):
    """Paints a running or paused session. Emits `pressed` with a `Press`."""

    pressed = Signal(object)
    figure: FigureSlot
    ring: Ring

    def show_view(self, view: SessionView, words: SessionWords) -> None:
        """Paint `view`."""
        raise NotImplementedError

    def set_toggle(self, which: Press, *, on: bool) -> None:
        """Show whether voice, captions or the room view are on."""
        raise NotImplementedError

    def show_speaker(self, *, on: bool) -> None:
        """Show whether the captions are heard, too."""
        raise NotImplementedError

    def set_next_figure(self, widget: QWidget | None) -> None:
        """Show this small figure of what comes next, where there is room for it."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """The widget that has the focus first."""
        raise NotImplementedError
