"""Idleness under X11: the server's own counter, and its alarms."""

from gettext import NullTranslations

from supple.devices.desktop.idle import Changed, told_by
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.x11 import XServer
from supple.devices.finding import Finding

_MS = 1000


class X11Idle:
    """Asks on one connection and listens on another, so that no answer hides an event.

    Raises OSError where there is no X server, or one without the counter.
    """

    def __init__(self, display: str, listener: Listener) -> None:
        self._asking = XServer(display)
        self._hearing: XServer | None = None
        self._display = display
        self._listener = listener
        self._after_ms = 0
        self._changed: Changed = lambda: None
        self._is_idle = False
        self._alarm = 0
        try:
            self._counter = self._asking.idle_counter()
        except OSError:
            self._asking.close()
            raise

    def idle_s(self) -> float | None:
        """The server's counter."""
        if not self._asking.is_alive:
            return None
        idle_ms = self._asking.counter_ms(self._counter)
        return None if idle_ms is None else idle_ms / _MS

    def watch(self, after_s: float, changed: Changed) -> bool:
        """Let the server wake us."""
        self._unwatch()
        self._after_ms, self._changed, self._is_idle = round(after_s * _MS), changed, False
        self._hearing = XServer(self._display)
        self._arm(self._hearing)
        self._listener.add(self._hearing, self._ready)
        return True

    def check(self, words: NullTranslations) -> Finding:
        """It works, or this would not be here."""
        return told_by("X11", words)

    def close(self) -> None:
        """Leave the server."""
        self._unwatch()
        self._asking.close()

    def _unwatch(self) -> None:
        if self._hearing is not None:
            self._listener.remove(self._hearing)
            self._hearing.close()
            self._hearing = None

    def _arm(self, server: XServer) -> None:
        """The next alarm: at the end of the time, or at the first touch after it."""
        if self._is_idle:
            self._alarm = server.alarm(self._counter, self._after_ms - 1, above=False)
        else:
            self._alarm = server.alarm(self._counter, self._after_ms, above=True)

    def _ready(self) -> None:
        """On the listener's thread."""
        server = self._hearing
        if server is None:
            return
        while self._alarm in server.alarms_rung():
            server.destroy_alarm(self._alarm)
            self._is_idle = not self._is_idle
            self._arm(server)
            self._changed()
        if not server.is_alive:
            self._listener.remove(server)
