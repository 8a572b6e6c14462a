"""Reasons for quiet that services on the session's and the system's bus tell, on Linux."""

from supple.core.breaks.facts import Quiet
from supple.devices.desktop.bus import Bus, service
from supple.devices.desktop.logind import MANAGER

NOTIFICATIONS = service("org.freedesktop.Notifications", "/org/freedesktop/Notifications")
DUNST = NOTIFICATIONS._replace(interface="org.dunstproject.cmd0")
SESSION_MANAGER = service("org.gnome.SessionManager", "/org/gnome/SessionManager")
XFCONF = service("org.xfce.Xfconf", "/org/xfce/Xfconf")
_NO_IDLING = 8  # flag of org.gnome.SessionManager: the session may not be marked as idle


class NotificationsInhibited:
    """KDE's do not disturb: a property of the notification service.

    Raises FacilityError where the service has no such property.
    """

    tells = frozenset({Quiet.DO_NOT_DISTURB})

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        bus.get(NOTIFICATIONS, "Inhibited")

    def look(self) -> frozenset[Quiet]:
        """Whether it is on."""
        return self.tells if self._bus.get(NOTIFICATIONS, "Inhibited") else frozenset()


class DunstPaused:
    """Dunst's pause, as under i3 and Sway. Raises FacilityError where another service is."""

    tells = frozenset({Quiet.DO_NOT_DISTURB})

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        bus.get(DUNST, "paused")

    def look(self) -> frozenset[Quiet]:
        """Whether it is paused."""
        return self.tells if self._bus.get(DUNST, "paused") else frozenset()


class XfceDoNotDisturb:
    """Xfce's do not disturb: a setting of its notification service.

    Raises FacilityError where there is no such setting.
    """

    tells = frozenset({Quiet.DO_NOT_DISTURB})
    _setting = ("xfce4-notifyd", "/do-not-disturb")

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        bus.call(XFCONF, "GetProperty", "ss", self._setting)

    def look(self) -> frozenset[Quiet]:
        """Whether it is on."""
        ((_signature, is_on),) = self._bus.call(XFCONF, "GetProperty", "ss", self._setting)
        return self.tells if is_on else frozenset()


class GnomeInhibitors:
    """Whether a program forbids the session to become idle: a video, slides, many calls.

    Raises FacilityError where there is no such session manager.
    """

    tells = frozenset({Quiet.PRESENTING})

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        bus.get(SESSION_MANAGER, "InhibitedActions")

    def look(self) -> frozenset[Quiet]:
        """Whether any program does."""
        actions = int(self._bus.get(SESSION_MANAGER, "InhibitedActions"))
        return self.tells if actions & _NO_IDLING else frozenset()


class LogindInhibitors:
    """The same by logind, for desktops that pass such wishes on. Raises FacilityError."""

    tells = frozenset({Quiet.PRESENTING})

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        bus.get(MANAGER, "BlockInhibited")

    def look(self) -> frozenset[Quiet]:
        """Whether any program does."""
        blocked = str(self._bus.get(MANAGER, "BlockInhibited"))
        return self.tells if "idle" in blocked.split(":") else frozenset()
