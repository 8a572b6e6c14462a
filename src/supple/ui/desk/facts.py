"""Owns what the menus of desk breaks tell beside the news; counted when one is opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from supple.app.container import Container
from supple.core.errors import SuppleError

if TYPE_CHECKING:
    from supple.ui.bindings.breaks import Desk


def never() -> bool:
    """No session runs, and none is paused."""
    return False


class DeskFacts:
    """Kept from one opening to the next.

    `has_tray` tells whether there is an icon.
    """

    def __init__(self, app: Container, has_tray: Callable[[], bool] = lambda: True) -> None:
        self._app = app
        self._in_session = self._in_pause = never
        self._looks_for_tray = has_tray
        self._has_tray = True
        self._session_min = 0
        self._others: tuple[tuple[str, str], ...] = ()

    def follow(self, *, in_session: Callable[[], bool], in_pause: Callable[[], bool]) -> None:
        """Ask these whether a session runs in the window, and whether it is paused."""
        self._in_session, self._in_pause = in_session, in_pause

    def now(self) -> "Desk":
        """What is known."""
        from supple.ui.bindings.breaks import Desk

        chosen = self._app.settings.breaks
        return Desk(
            break_min=chosen.offered_min,
            others=self._others,
            session_min=self._session_min,
            later_min=chosen.later_min,
            in_session=self._in_session(),
            in_pause=self._in_pause(),
            has_tray=self._has_tray,
        )

    def count(self) -> None:
        """Work out today's session and the breaks there are.

        The menus do without them where the history does not open.
        """
        try:
            facts = self._app.today.facts()
        except SuppleError:
            return  # the window tells the fault
        self._session_min = round(facts.next.seconds / 60)
        self.count_breaks()

    def count_breaks(self) -> None:
        """Work out which breaks there are beside the offered one, and where one waits."""
        self._has_tray = self._looks_for_tray()
        last = self._app.settings.breaks.last_choice
        try:
            offer = self._app.break_offers.offer()
            if last and offer.routine != last:  # it is there no more, and its length is not told
                self._app.change_setting("breaks.last_choice", "")
            names = self._app.catalogue
            self._others = tuple((each, names.routine(each).name) for each in offer.others)
        except SuppleError:
            self._others = ()

    def choose(self, routine: str) -> None:
        """Offer this break from now on. Raises SuppleError where that cannot be written."""
        if routine:
            minutes = self._app.break_offers.minutes(routine)
            self._app.change_setting("breaks.last_choice", routine)
            self._app.change_setting("breaks.last_choice_min", minutes)
            self.count_breaks()
