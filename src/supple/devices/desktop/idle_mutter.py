"""Idleness under GNOME, with Wayland or without: Mutter's own monitor on the session's bus."""

from collections.abc import Sequence
from contextlib import suppress
from gettext import NullTranslations

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Body, Bus, service
from supple.devices.desktop.idle import Changed, told_by
from supple.devices.finding import Finding

NAME = "org.gnome.Mutter.IdleMonitor"
_MONITOR = service(NAME, "/org/gnome/Mutter/IdleMonitor/Core")
_MS = 1000


class MutterIdle:
    """Mutter tells when its idle watch fires; the watch for the first touch fires only once.

    A Mutter that was started anew has forgotten its watches, and is given them again.
    """

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._watches: list[int] = []
        self._after_s: tuple[float, ...] = ()
        self._hears = False
        self._was_forgotten = False
        self._changed: Changed = lambda: None

    def idle_s(self) -> float | None:
        """What the monitor says, None when it does not."""
        if self._was_forgotten:
            self.watch(self._after_s, self._changed)
        try:
            (idle_ms,) = self._bus.call(_MONITOR, "GetIdletime")
        except FacilityError:
            return None
        return float(idle_ms) / _MS

    def watch(self, after_s: Sequence[float], changed: Changed) -> bool:
        """Let Mutter tell."""
        self._changed, self._after_s = changed, tuple(after_s)
        try:
            if not self._hears:
                self._bus.hear(_MONITOR, "WatchFired", self._fired)
                self._bus.hear_owner_of(NAME, self._owned)
                self._hears = True
            self._forget()
            for seconds in self._after_s:
                body = (round(seconds * _MS),)
                (watch,) = self._bus.call(_MONITOR, "AddIdleWatch", "t", body)
                self._watches.append(watch)
        except FacilityError:
            return False
        self._was_forgotten = False
        return True

    def check(self, words: NullTranslations) -> Finding:
        """It works, or this would not be here."""
        return told_by("GNOME", words)

    def close(self) -> None:
        """Take the watches back."""
        self._changed = lambda: None
        self._forget()

    def _forget(self) -> None:
        watches, self._watches = self._watches, []
        for watch in watches:
            self._ask("RemoveWatch", "u", (watch,))

    def _fired(self, body: Body) -> None:
        """On the listener's thread."""
        if body[0] in self._watches:
            self._ask("AddUserActiveWatch")
        self._changed()

    def _owned(self, is_owned: bool) -> None:
        """On the listener's thread."""
        if not is_owned:
            return
        self._watches = []
        self._was_forgotten = True
        self._changed()

    def _ask(self, method: str, signature: str = "", body: Body = ()) -> None:
        """Ask without waiting; a bus that has gone tells nothing more, and that is known."""
        with suppress(FacilityError):
            self._bus.request(_MONITOR, method, signature, body)
