"""Owns what the menus of desk breaks tell beside the news; counted when one is opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from supple.app.container import Container
from supple.core.errors import SuppleError

if TYPE_CHECKING:
    from supple.ui.bindings.breaks import Desk


class DeskFacts:
    """Kept from one opening to the next; `in_session` tells whether one runs in the window."""

    def __init__(self, app: Container, in_session: Callable[[], bool]) -> None:
        self._app = app
        self._in_session = in_session
        self._session_min = 0

    def now(self) -> "Desk":
        """What is known."""
        from supple.ui.bindings.breaks import Desk

        chosen = self._app.settings.breaks
        return Desk(
            break_min=chosen.length_min,
            session_min=self._session_min,
            later_min=chosen.later_min,
            in_session=self._in_session(),
        )

    def count(self) -> None:
        """Work out today's session. The menus do without it where the history does not open."""
        try:
            facts = self._app.today.facts()
        except SuppleError:
            return  # the window tells the fault
        self._session_min = round(facts.next.seconds / 60)
