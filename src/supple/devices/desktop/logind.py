"""What logind knows on Linux: the lock of this session, sleep and waking."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Body, Bus, Service, service
from supple.devices.desktop.lock import lock_told_by
from supple.devices.finding import Finding, Level

NAME = "org.freedesktop.login1"
MANAGER = service(NAME, "/org/freedesktop/login1", f"{NAME}.Manager")
_SESSION = f"{NAME}.Session"
_AUTO = "/org/freedesktop/login1/session/auto"
_PROPERTIES = "org.freedesktop.DBus.Properties"


def own_session(bus: Bus, environ: Mapping[str, str]) -> Service:
    """This session's object. Raises FacilityError where there is no logind."""
    ident = environ.get("XDG_SESSION_ID", "")
    if not ident:  # its signals carry the true path, so that has to be known
        ident = str(bus.get(service(NAME, _AUTO, _SESSION), "Id"))
    (path,) = bus.call(MANAGER, "GetSession", "s", (ident,))
    return service(NAME, str(path), _SESSION)


class LogindLock:
    """The session's LockedHint, which desktops set. Raises FacilityError where there is none."""

    def __init__(self, bus: Bus, environ: Mapping[str, str]) -> None:
        self._bus = bus
        self._session = own_session(bus, environ)
        bus.get(self._session, "LockedHint")

    def is_locked(self) -> bool | None:
        """The hint."""
        try:
            return bool(self._bus.get(self._session, "LockedHint"))
        except FacilityError:
            return None

    def watch(self, changed: Callable[[], None]) -> bool:
        """Hear of every change of the hint, and of orders to lock."""

        def hear(_body: Body) -> None:
            changed()

        try:
            properties = self._session._replace(interface=_PROPERTIES)
            self._bus.hear(properties, "PropertiesChanged", hear)
            for order in ("Lock", "Unlock"):
                self._bus.hear(self._session, order, hear)
        except FacilityError:
            return False
        return True

    def check(self, words: NullTranslations) -> Finding:
        """It works, or this would not be here."""
        return lock_told_by("logind", words)


class LogindSleep:
    """Tells before the computer sleeps, and when it has woken."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def watch(self, changed: Callable[[], None]) -> bool:
        """Call `changed` on the listener's thread both times. False where there is no logind."""

        def hear(_body: Body) -> None:
            changed()

        try:
            self._bus.hear(MANAGER, "PrepareForSleep", hear)
        except FacilityError:
            return False
        return self._bus.has(NAME)

    def check(self, words: NullTranslations) -> Finding:
        """Whether there is somebody to tell."""
        tr = words.gettext
        if self._bus.has(NAME):
            return Finding(tr("Sleep"), Level.OK, tr("told by {source}").format(source="logind"))
        return Finding(tr("Sleep"), Level.OK, tr("noticed by comparing clocks"))
