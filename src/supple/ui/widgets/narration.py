"""What a screen reader is told of a session while Supple's own voice is silent.

Two voices at once help nobody: as long as Supple's own is heard, only "Stopped" is told.
"""

from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from supple.core.session.view import SessionView, State

_COUNT_S: Final = 4.0  # the last seconds are counted; a reader would fall behind


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have a screen reader say something, when it has finished or `at_once`.

    The widget keeps it as its property "announced".
    """
    if not words or not QAccessible.isActive():
        return
    widget.setProperty("announced", words)
    event = QAccessibleAnnouncementEvent(widget, words)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class Narration:
    """Follows a session on `page`. `stopped` is what is said when it hurts."""

    def __init__(self, page: QWidget, stopped: str) -> None:
        self._page = page
        self._stopped = stopped
        self._view: SessionView | None = None
        self._told = ""
        self.voice_on = True
        self.voice_heard = True

    @property
    def is_held_back(self) -> bool:
        """Whether Supple's own voice speaks."""
        return self.voice_on and self.voice_heard

    def say(self, words: str) -> None:
        """Tell something, unless Supple's own voice speaks."""
        if not self.is_held_back:
            announce(self._page, words)

    def follow(self, view: SessionView, state: str) -> None:
        """Tell what is new in `view`; `state` says in words what it is about."""
        before, self._view = self._view, view
        if view.state is State.HURT:
            if before is None or before.state is not State.HURT:
                announce(self._page, self._stopped, at_once=True)
            return
        told, self._told = self._told, state
        if self.is_held_back:
            return
        if state != told:
            announce(self._page, state)
        said = "" if before is None else before.caption
        if view.caption != said and (view.state is State.PAUSED or view.remaining_s > _COUNT_S):
            announce(self._page, view.caption)
