"""Idleness under GNOME, with Wayland or without: Mutter's own monitor on the session's bus."""

from gettext import NullTranslations

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Body, Bus, service
from supple.devices.desktop.idle import Changed, told_by
from supple.devices.finding import Finding

NAME = "org.gnome.Mutter.IdleMonitor"
_MONITOR = service(NAME, "/org/gnome/Mutter/IdleMonitor/Core")
_MS = 1000


class MutterIdle:
    """Mutter tells when its idle watch fires; the watch for the first touch fires only once."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._watch: int | None = None
        self._hears = False
        self._changed: Changed = lambda: None

    def idle_s(self) -> float | None:
        """What the monitor says, None when it does not."""
        try:
            (idle_ms,) = self._bus.call(_MONITOR, "GetIdletime")
        except FacilityError:
            return None
        return float(idle_ms) / _MS

    def watch(self, after_s: float, changed: Changed) -> bool:
        """Let Mutter tell."""
        self._changed = changed
        try:
            if not self._hears:
                self._bus.hear(_MONITOR, "WatchFired", self._fired)
                self._hears = True
            self._forget()
            (self._watch,) = self._bus.call(_MONITOR, "AddIdleWatch", "t", (round(after_s * _MS),))
        except FacilityError:
            return False
        return True

    def check(self, words: NullTranslations) -> Finding:
        """It works, or this would not be here."""
        return told_by("GNOME", words)

    def close(self) -> None:
        """Take the watch back."""
        self._changed = lambda: None
        self._forget()

    def _forget(self) -> None:
        if self._watch is not None:
            self._bus.request(_MONITOR, "RemoveWatch", "u", (self._watch,))
            self._watch = None

    def _fired(self, body: Body) -> None:
        """On the listener's thread."""
        if body == (self._watch,):
            self._bus.request(_MONITOR, "AddUserActiveWatch")
        self._changed()
