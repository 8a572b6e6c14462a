"""The Linux desktop: what X11, Wayland, two message buses and the kernel tell."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from gettext import NullTranslations

from supple.core.errors import FacilityError
from supple.devices.clock import Clock
from supple.devices.desktop.autostart import Autostart
from supple.devices.desktop.autostart_portal import PortalAutostart
from supple.devices.desktop.awake import Awake, BusAwake
from supple.devices.desktop.awake_x11 import X11Awake
from supple.devices.desktop.bus import SESSION, SYSTEM, Bus
from supple.devices.desktop.desktop import (
    Desktop,
    all_that_work,
    desktop_entries,
    first_that_works,
)
from supple.devices.desktop.idle import Idle
from supple.devices.desktop.idle_mutter import NAME as MUTTER
from supple.devices.desktop.idle_mutter import MutterIdle
from supple.devices.desktop.idle_wayland import WaylandIdle
from supple.devices.desktop.idle_x11 import X11Idle
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.lock import AnyLock, Lock
from supple.devices.desktop.logind import LogindLock, LogindSleep
from supple.devices.desktop.losses import Losses, Part
from supple.devices.desktop.media_keys import Mpris
from supple.devices.desktop.motion import PortalMotion
from supple.devices.desktop.notices_off import notices_off
from supple.devices.desktop.notify import Notifier
from supple.devices.desktop.notify_bus import BusNotifier
from supple.devices.desktop.quiet_bus import (
    DunstPaused,
    GnomeInhibitors,
    LogindInhibitors,
    NotificationsInhibited,
    XfceDoNotDisturb,
)
from supple.devices.desktop.quiet_files import (
    HeldCamera,
    KernelBattery,
    KernelCamera,
    KernelMicrophone,
)
from supple.devices.desktop.quiet_programs import (
    DO_NOT_DISTURB,
    PipeWireScreen,
    PulseMicrophone,
    SettingsDoNotDisturb,
)
from supple.devices.desktop.quiet_wayland import WaylandFullScreen
from supple.devices.desktop.quiet_x11 import X11FullScreen
from supple.devices.desktop.screen_saver import ScreenSaverLock
from supple.devices.desktop.surroundings import Source, Surroundings, at_the_same_time
from supple.devices.desktop.tray_host import TrayHost


def open_linux_desktop(
    environ: Mapping[str, str], clock: Clock, words: NullTranslations
) -> Desktop:
    """Every facility in the best form that works here."""
    listener = Listener()
    session = Bus.open(SESSION, listener) if environ.get("DBUS_SESSION_BUS_ADDRESS") else None
    system = Bus.open(SYSTEM, listener)
    losses = Losses()
    if session is not None:
        session.hear_loss(partial(losses.note, Part.BUS, works=False))
        with suppress(FacilityError):
            TrayHost(session, losses)

    def close() -> None:
        for bus in (session, system):
            if bus is not None:
                bus.close()
        listener.close()

    return Desktop(
        idle=_idle(environ, clock, listener, session),
        lock=_lock(environ, session, system),
        sleep=LogindSleep(system) if system is not None else None,
        surroundings=Surroundings(_sources(environ, session, system), _programs(environ)),
        notifier=_notifier(session, environ, words),
        autostart=_autostart(environ, session, words),
        awake=_awake(environ, session, words),
        media_keys=Mpris(session) if session is not None else None,
        motion=PortalMotion(session) if session is not None else None,
        answers=lambda: session is None or session.answers,
        losses=losses,
        has_bus=lambda: session is None or session.is_there or session.answers,
        close=close,
    )


def _idle(
    environ: Mapping[str, str], clock: Clock, listener: Listener, session: Bus | None
) -> Idle | None:
    """Mutter knows about X11 and Wayland; the X server only about its own windows."""
    forms: list[Callable[[], Idle]] = []
    if session is not None and session.has(MUTTER):
        forms.append(partial(MutterIdle, session))
    if environ.get("WAYLAND_DISPLAY"):
        forms.append(partial(WaylandIdle, environ, clock, listener))
    elif environ.get("DISPLAY"):
        forms.append(partial(X11Idle, environ["DISPLAY"], listener))
    return first_that_works(*forms)


def _lock(environ: Mapping[str, str], session: Bus | None, system: Bus | None) -> Lock | None:
    locks: list[Lock] = []
    if system is not None:
        with suppress(FacilityError):
            locks.append(LogindLock(system, environ))
    if session is not None:
        with suppress(FacilityError):
            locks.append(ScreenSaverLock(session))
    return AnyLock(locks) if locks else None


def _sources(environ: Mapping[str, str], session: Bus | None, system: Bus | None) -> list[Source]:
    forms: list[Callable[[], Source]] = [KernelMicrophone, KernelBattery]
    if session is not None:
        forms += [
            partial(NotificationsInhibited, session),
            partial(DunstPaused, session),
            partial(XfceDoNotDisturb, session),
            partial(GnomeInhibitors, session),
        ]
    if system is not None:
        forms.append(partial(LogindInhibitors, system))
    if environ.get("WAYLAND_DISPLAY"):
        forms.append(partial(WaylandFullScreen, environ))
    elif environ.get("DISPLAY"):
        forms.append(partial(X11FullScreen, environ["DISPLAY"]))
    camera = all_that_work(KernelCamera) or all_that_work(HeldCamera)
    return [*camera, *all_that_work(*forms)]


def _programs(environ: Mapping[str, str]) -> list[Source]:
    """What is asked of other programs, each of which may hang."""
    desktops = environ.get("XDG_CURRENT_DESKTOP", "").split(":")
    kept = [DO_NOT_DISTURB[each] for each in desktops if each in DO_NOT_DISTURB]
    forms: list[Callable[[], Source]] = [
        PulseMicrophone,
        PipeWireScreen,
        *(partial(SettingsDoNotDisturb, *each) for each in kept),
    ]
    made = at_the_same_time([partial(all_that_work, form) for form in forms])
    return [source for each in made for source in each]


def _awake(
    environ: Mapping[str, str], session: Bus | None, words: NullTranslations
) -> Awake | None:
    """A service of the desktop; where there is none, the X server itself."""
    if session is not None:
        with suppress(FacilityError):
            return BusAwake(session, words.gettext("A stretching session is running"))
    if environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY"):
        return first_that_works(partial(X11Awake, environ["DISPLAY"]))
    return None


def _autostart(
    environ: Mapping[str, str], session: Bus | None, words: NullTranslations
) -> Autostart:
    """What a sandbox writes into its own folder starts nothing: there the portal is asked."""
    entries = desktop_entries(environ, words)
    if session is not None and environ.get("FLATPAK_ID"):
        with suppress(FacilityError):
            return PortalAutostart(session, entries, words)
    return entries


def _notifier(
    session: Bus | None, environ: Mapping[str, str], words: NullTranslations
) -> Notifier | None:
    if session is None:
        return None
    with suppress(FacilityError):
        return BusNotifier(session, words, notices_off(environ))
    return None
