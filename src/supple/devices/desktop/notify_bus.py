"""Notices over org.freedesktop.Notifications.

specifications.freedesktop.org, Desktop Notifications 1.2.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from gettext import NullTranslations
from html import escape

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Body, Bus
from supple.devices.desktop.notices_off import APPLICATION
from supple.devices.desktop.notify import CLOSED, DEFAULT, Chosen, Note
from supple.devices.desktop.quiet_bus import NOTIFICATIONS
from supple.devices.finding import Finding, Level

_NORMAL = 1  # urgency
_NOTIFY = "susssasa{sv}i"
_UNDER_WAY = -1
_DISMISSED = 2  # by the user; 1 is a desktop that takes it off the screen after seconds of its own


class BusNotifier:
    """One notice at a time. Raises FacilityError where no service shows any.

    `is_off` tells whether the desktop was told to hide them: it takes them all the same.
    """

    def __init__(
        self, bus: Bus, words: NullTranslations, is_off: Callable[[], bool] = lambda: False
    ) -> None:
        self._bus = bus
        self._is_off = is_off
        self._words = words
        (abilities,) = bus.call(NOTIFICATIONS, "GetCapabilities")
        self._has_actions = "actions" in abilities
        self._has_markup = "body-markup" in abilities
        self._guard = threading.Lock()
        self._shown = 0
        self._early: list[tuple[int, str]] = []
        self._activation = ""
        self._chosen: Callable[[Chosen], None] | None = None
        bus.hear(NOTIFICATIONS, "ActionInvoked", self._invoked)
        bus.hear(NOTIFICATIONS, "NotificationClosed", self._closed)
        bus.hear(NOTIFICATIONS, "ActivationToken", self._token)

    @property
    def has_actions(self) -> bool:
        """Whether the service shows buttons."""
        return self._has_actions

    def is_hidden(self) -> bool:
        """Whether the user told the desktop so."""
        return self._is_off()

    def show(self, note: Note, chosen: Callable[[Chosen], None]) -> bool:
        """Show it in place of the last one."""
        buttons = [DEFAULT, self._words.gettext("Open")]
        for action in note.actions:
            buttons += [action.key, action.label]
        hints = {
            "urgency": ("y", _NORMAL),
            "desktop-entry": ("s", APPLICATION),
        }
        with self._guard:
            before, self._shown = max(0, self._shown), _UNDER_WAY
            self._chosen, self._early = chosen, []
        body = (
            *("Supple", before, APPLICATION, note.title, self._plain(note.body)),
            *(buttons if self._has_actions else [], hints, round(note.seconds * 1000)),
        )
        try:
            (shown,) = self._bus.call(NOTIFICATIONS, "Notify", _NOTIFY, body)
        except FacilityError:
            self.withdraw()
            return False
        with self._guard:
            self._shown = shown
            early = [key for ident, key in self._early if ident == shown]
        if early:
            self._tell(shown, early[0])
        return True

    def _plain(self, words: str) -> str:
        """The words, so that a service that reads markup shows them as they are."""
        return escape(words, quote=False) if self._has_markup else words

    def withdraw(self) -> None:
        """Close it."""
        with self._guard:
            shown, self._shown, self._chosen = self._shown, 0, None
        if shown > 0:
            with suppress(FacilityError):  # it went with its bus
                self._bus.request(NOTIFICATIONS, "CloseNotification", "u", (shown,))

    def check(self, words: NullTranslations) -> Finding:
        """Whether they are seen, and have buttons."""
        tr = words.gettext
        if self.is_hidden():
            line = tr("Turned off for Supple on this desktop, so Supple shows its own pop-up.")
            fix = tr("Turn them on in the settings of your desktop.")
            return Finding(tr("Notices"), Level.LIMITED, line, fix)
        if self._has_actions:
            return Finding(tr("Notices"), Level.OK, tr("shown with buttons"))
        return Finding(tr("Notices"), Level.LIMITED, tr("shown without buttons"))

    def _token(self, body: Body) -> None:
        ident, token = body
        if ident == self._shown:
            self._activation = str(token)

    def _invoked(self, body: Body) -> None:
        ident, key = body
        self._tell(ident, str(key))

    def _closed(self, body: Body) -> None:
        ident, reason = body
        if reason == _DISMISSED:
            self._tell(ident, CLOSED)

    def _tell(self, ident: int, key: str) -> None:
        """On the listener's thread."""
        with self._guard:
            if self._shown == _UNDER_WAY:  # an answer may overtake the number of its notice
                self._early.append((ident, key))
            chosen = self._chosen if ident == self._shown else None
            if chosen is None:
                return
            activation, self._activation = self._activation, ""
            self._shown, self._chosen = 0, None
        chosen(Chosen(key, activation))
