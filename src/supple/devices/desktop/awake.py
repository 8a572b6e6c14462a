"""Keeping the display awake while somebody on the mat looks at it."""

import os
import subprocess
import threading
from contextlib import suppress
from gettext import NullTranslations
from typing import Any, Protocol

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Body, Bus, Service, service
from supple.devices.finding import Finding, Level

SCREEN_SAVER = service("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver")
SESSION_MANAGER = service("org.gnome.SessionManager", "/org/gnome/SessionManager")
_NAME = "Supple"
_IDLE = 8  # GNOME: the session may not be called idle
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # of SetThreadExecutionState


class Awake(Protocol):
    """Asks the desktop to leave the display on, and takes that back. Never waits, never raises."""

    def keep(self, *, on: bool) -> None:
        """Keep the display awake, or no longer."""
        ...

    def check(self, words: NullTranslations) -> Finding:
        """How well this works here."""
        ...


class NullAwake:
    """The display may go dark; the session goes on."""

    def keep(self, *, on: bool) -> None:
        """Do nothing."""

    def check(self, words: NullTranslations) -> Finding:
        """What helps instead."""
        tr = words.gettext
        fix = tr("Let your screen stay on for longer in the system's settings.")
        return Finding(tr("Screen"), Level.LIMITED, tr("may go dark in a session"), fix)


class BusAwake:
    """Asks a service of the session's bus: the screen saver's, or GNOME's session manager.

    One that was started anew has forgotten it, and is asked again.
    """

    def __init__(self, bus: Bus, reason: str) -> None:
        self._bus = bus
        self._at = _first_there(bus)
        self._reason = reason
        self._wanted = False
        self._cookie: int | None = None
        self._guard = threading.Lock()
        bus.hear_owner_of(self._at.name, self._owned)

    def keep(self, *, on: bool) -> None:
        """See `Awake`."""
        with self._guard:  # not while the bus is asked: it may wait for the thread of `_take`
            if on is self._wanted:
                return
            self._wanted = on
            cookie, self._cookie = self._cookie, None
        with suppress(FacilityError):
            if on:
                self._ask()
            elif cookie is not None:
                self._release(cookie)

    def check(self, words: NullTranslations) -> Finding:
        """See `Awake`."""
        return works(words)

    def _owned(self, is_owned: bool) -> None:
        """The service began to run, or ended; on the listener's thread."""
        with self._guard:
            self._cookie = None
            wanted = self._wanted
        if is_owned and wanted:
            self._ask()

    def _ask(self) -> None:
        if self._at == SESSION_MANAGER:
            body: Body = (_NAME, 0, self._reason, _IDLE)
            self._bus.ask(self._at, "Inhibit", "susu", body, self._take)
        else:
            self._bus.ask(self._at, "Inhibit", "ss", (_NAME, self._reason), self._take)

    def _take(self, body: Body) -> None:
        """Keep one receipt; where none is wanted any more, give it back at once."""
        (cookie,) = body
        with self._guard:
            if self._wanted:
                cookie, self._cookie = self._cookie, cookie
        if cookie is not None:
            self._release(cookie)

    def _release(self, cookie: int) -> None:
        method = "Uninhibit" if self._at == SESSION_MANAGER else "UnInhibit"
        self._bus.request(self._at, method, "u", (cookie,))


class WindowsAwake:
    """Asks Windows through kernel32, for the thread that calls."""

    def __init__(self, kernel32: Any) -> None:
        self._kernel32 = kernel32

    def keep(self, *, on: bool) -> None:
        """See `Awake`."""
        asked = _CONTINUOUS | (_SYSTEM | _DISPLAY if on else 0)
        self._kernel32.SetThreadExecutionState(asked)

    def check(self, words: NullTranslations) -> Finding:
        """See `Awake`."""
        return works(words)


class MacAwake:
    """Runs the system's own `caffeinate` beside this program, which ends it with itself."""

    def __init__(self, program: str = "/usr/bin/caffeinate") -> None:
        self._program = program
        self._running: subprocess.Popen[bytes] | None = None

    def keep(self, *, on: bool) -> None:
        """See `Awake`."""
        if on and self._running is None:
            command = [self._program, "-d", "-w", str(os.getpid())]
            with suppress(OSError):
                self._running = subprocess.Popen(command)  # noqa: S603 - a fixed command
        elif not on and self._running is not None:
            self._running.terminate()
            self._running.wait()
            self._running = None

    def check(self, words: NullTranslations) -> Finding:
        """See `Awake`."""
        return works(words)


def works(words: NullTranslations) -> Finding:
    """What is said of every form that keeps the display awake."""
    return Finding(
        words.gettext("Screen"), Level.OK, words.gettext("is kept awake during a session")
    )


def _first_there(bus: Bus) -> Service:
    """The service that does it here. Raises FacilityError where there is none."""
    for each in (SESSION_MANAGER, SCREEN_SAVER):
        if bus.has(each.name):
            return each
    raise FacilityError("No service keeps the display awake here.")
