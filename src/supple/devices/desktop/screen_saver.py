"""Screen savers on the session's bus: where logind is not told, they know of the lock."""

from collections.abc import Callable
from contextlib import suppress
from gettext import NullTranslations

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Body, Bus, Service, service
from supple.devices.desktop.lock import lock_told_by
from supple.devices.finding import Finding

SAVERS = (
    service("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    service("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    service("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    service("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    service("org.mate.ScreenSaver", "/"),
    service("org.xfce.ScreenSaver", "/"),
)


class ScreenSaverLock:
    """The first saver that answers. Raises FacilityError where none does."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._saver = _first(bus)

    def is_locked(self) -> bool | None:
        """Whether the saver covers the screen."""
        try:
            (active,) = self._bus.call(self._saver, "GetActive")
        except FacilityError:
            return None
        return bool(active)

    def watch(self, changed: Callable[[], None]) -> bool:
        """Hear of every change."""

        def hear(_body: Body) -> None:
            changed()

        try:
            self._bus.hear(self._saver, "ActiveChanged", hear)
        except FacilityError:
            return False
        return True

    def check(self, words: NullTranslations) -> Finding:
        """It works, or this would not be here."""
        return lock_told_by(self._saver.name, words)


def _first(bus: Bus) -> Service:
    for saver in SAVERS:
        if bus.has(saver.name):
            with suppress(FacilityError):
                bus.call(saver, "GetActive")
                return saver
    raise FacilityError("No screen saver answers.")
