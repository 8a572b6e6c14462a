"""Idleness under X11: the server's own counter, and its alarms."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import NamedTuple

from supple.devices.desktop.idle import Changed, told_by
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.x11 import XServer
from supple.devices.finding import Finding

_MS = 1000


class _Alarm(NamedTuple):
    """Rings at `after_ms` of idleness; or, for somebody who is gone, at the next touch."""

    after_ms: int
    is_gone: bool


class X11Idle:
    """Asks on one connection and listens on another, so that no answer hides an event.

    Raises OSError where there is no X server, or one without the counter.
    """

    def __init__(self, display: str, listener: Listener) -> None:
        self._asking = XServer(display)
        self._hearing: XServer | None = None
        self._display = display
        self._listener = listener
        self._changed: Changed = lambda: None
        self._alarms: dict[int, _Alarm] = {}
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

    def watch(self, after_s: Sequence[float], changed: Changed) -> bool:
        """Let the server wake us."""
        self._unwatch()
        self._changed = changed
        self._hearing = XServer(self._display)
        for seconds in after_s:
            self._arm(self._hearing, _Alarm(round(seconds * _MS), is_gone=False))
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
        self._alarms.clear()

    def _arm(self, server: XServer, alarm: _Alarm) -> None:
        value_ms = alarm.after_ms - alarm.is_gone
        self._alarms[server.alarm(self._counter, value_ms, above=not alarm.is_gone)] = alarm

    def _ready(self) -> None:
        """On the listener's thread."""
        server = self._hearing
        if server is None:
            return
        while rung := [each for each in server.alarms_rung() if each in self._alarms]:
            for each in rung:
                alarm = self._alarms.pop(each)
                server.destroy_alarm(each)
                self._arm(server, _Alarm(alarm.after_ms, is_gone=not alarm.is_gone))
            self._changed()
        if not server.is_alive:
            self._listener.remove(server)
