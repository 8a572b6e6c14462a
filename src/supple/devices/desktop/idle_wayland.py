"""Idleness under Wayland without GNOME: the compositor tells who goes and who comes back.

It counts no seconds for us, so they are counted from what it tells. Either of two protocols will
do: ext-idle-notify-v1 (KDE, Sway 1.8, Hyprland, labwc, ...) or KDE's older one (Plasma 5, Sway).
"""

import threading
from collections.abc import Mapping, Sequence
from gettext import NullTranslations
from typing import NamedTuple

from supple.devices.clock import Clock
from supple.devices.desktop.idle import Changed, told_by
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.wayland import Compositor, Event
from supple.devices.finding import Finding

_MS = 1000
_IDLE, _ACTIVE = 0, 1  # events, in both protocols
_END = 0  # request, in both protocols
_SEAT = "wl_seat"
_EXT, _KDE = "ext_idle_notifier_v1", "org_kde_kwin_idle"
_NOTIFY, _NOTIFY_INPUT, _KDE_TIMEOUT = 1, 2, 0  # requests
_INPUT_SINCE = 2  # version that tells of input alone: a film holds no absence back


class _Watch(NamedTuple):
    """Our object that tells when nobody has touched anything for `after_s`."""

    ident: int
    after_s: float


class WaylandIdle:
    """One connection to the compositor. Raises OSError where it does not tell."""

    def __init__(self, environ: Mapping[str, str], clock: Clock, listener: Listener) -> None:
        self._compositor = compositor = Compositor(environ)
        self._clock = clock
        self._listener = listener
        self._guard = threading.Lock()
        self._changed: Changed = lambda: None
        self._watches: list[_Watch] = []
        self._idle_since: dict[int, float] = {}
        try:
            self._seat = compositor.bind(_SEAT, 1)
            self._speaks_ext = _EXT in compositor.globals
            name, version = (_EXT, _INPUT_SINCE) if self._speaks_ext else (_KDE, 1)
            self._notifier = compositor.bind(name, version)
        except OSError:
            compositor.close()
            raise
        listener.add(compositor, self._ready)

    def idle_s(self) -> float | None:
        """Seconds while nobody is there; none as long as the compositor tells of nobody gone."""
        with self._guard:
            if not self._watches or not self._compositor.is_alive:
                return None
            since = min(self._idle_since.values(), default=None)
        return 0.0 if since is None else self._clock.now() - since

    def watch(self, after_s: Sequence[float], changed: Changed) -> bool:
        """Let the compositor tell; what it tells already is left as it is."""
        with self._guard:
            self._changed = changed
            try:
                for watch in [each for each in self._watches if each.after_s not in after_s]:
                    self._end(watch)
                for seconds in set(after_s) - {watch.after_s for watch in self._watches}:
                    self._begin(seconds)
            except OSError:
                return False
            return self._compositor.is_alive

    def check(self, words: NullTranslations) -> Finding:
        """It works, or this would not be here."""
        return told_by("Wayland", words)

    def close(self) -> None:
        """Leave the compositor."""
        if self._compositor.is_alive:
            self._listener.remove(self._compositor)
        self._compositor.close()

    def _begin(self, seconds: float) -> None:
        compositor, ident, after_ms = self._compositor, self._compositor.new(), round(seconds * _MS)
        if not self._speaks_ext:
            compositor.request(self._notifier, _KDE_TIMEOUT, ident, self._seat, after_ms)
        else:
            tells_input = compositor.globals[_EXT].version >= _INPUT_SINCE
            request = _NOTIFY_INPUT if tells_input else _NOTIFY
            compositor.request(self._notifier, request, ident, after_ms, self._seat)
        self._watches.append(_Watch(ident, seconds))

    def _end(self, watch: _Watch) -> None:
        self._compositor.request(watch.ident, _END)
        self._watches.remove(watch)
        self._idle_since.pop(watch.ident, None)

    def _ready(self) -> None:
        """On the listener's thread."""
        heard = [self._take(event) for event in self._compositor.events()]
        if not self._compositor.is_alive:
            self._listener.remove(self._compositor)
        if any(heard) or not self._compositor.is_alive:
            self._changed()

    def _take(self, event: Event) -> bool:
        with self._guard:
            for watch in self._watches:
                if watch.ident == event.object and event.opcode == _IDLE:
                    self._idle_since[watch.ident] = self._clock.now() - watch.after_s
                    return True
                if watch.ident == event.object and event.opcode == _ACTIVE:
                    self._idle_since.pop(watch.ident, None)
                    return True
        return False
