"""Play, Pause, Next and Previous of keyboards, headsets and phones, while a session runs.

On Linux most desktops hand these buttons to whatever player is on the message bus (MPRIS), so
that Supple is such a player for as long as a session runs, or they are tried in the settings.
Elsewhere they come as keys.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import Enum
from gettext import NullTranslations
from typing import Any, Final, Protocol

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Body, Bus, Reply, service
from supple.devices.finding import Finding, Level

NAME: Final = "org.mpris.MediaPlayer2.supple"
PATH: Final = "/org/mpris/MediaPlayer2"
ROOT: Final = "org.mpris.MediaPlayer2"
PLAYER: Final = f"{ROOT}.Player"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"


class MediaKey(Enum):
    """A button, by the method of the player that it calls."""

    PLAY_PAUSE = "PlayPause"
    PLAY = "Play"
    PAUSE = "Pause"
    NEXT = "Next"
    PREVIOUS = "Previous"
    STOP = "Stop"


NAMES: Final = {
    MediaKey.PLAY_PAUSE: "Toggle Media Play/Pause",
    MediaKey.PLAY: "Media Play",
    MediaKey.PAUSE: "Media Pause",
    MediaKey.NEXT: "Media Next",
    MediaKey.PREVIOUS: "Media Previous",
    MediaKey.STOP: "Media Stop",
}
"""The buttons as the settings call them, where they are keys."""


class MediaKeys(Protocol):
    """Hears media buttons between `begin` and `end`."""

    def begin(self, pressed: Callable[[MediaKey], None]) -> None:
        """Hear them from now on, in place of whoever did; `pressed` may be called on any thread."""
        ...

    @property
    def heard_by(self) -> Callable[[MediaKey], None] | None:
        """What hears them now."""
        ...

    def show(self, title: str, *, playing: bool) -> None:
        """Tell the desktop what runs, and whether it runs or stands."""
        ...

    def end(self) -> None:
        """Hear them no longer. May be called again."""
        ...

    def check(self, words: NullTranslations) -> Finding:
        """How well this works here."""
        ...


class NullMediaKeys:
    """Media buttons work where the system sends them as keys."""

    heard_by: Callable[[MediaKey], None] | None = None

    def begin(self, pressed: Callable[[MediaKey], None]) -> None:
        """Hear nothing."""

    def show(self, title: str, *, playing: bool) -> None:
        """Tell nobody."""

    def end(self) -> None:
        """There is nothing to end."""

    def check(self, words: NullTranslations) -> Finding:
        """That is usual on Windows and macOS."""
        tr = words.gettext
        return Finding(tr("Media keys"), Level.OK, tr("work where the system sends them as keys"))


class Mpris:
    """A media player on the session's bus."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._pressed: Callable[[MediaKey], None] | None = None
        self._title = ""
        self._playing = False

    def begin(self, pressed: Callable[[MediaKey], None]) -> None:
        """See `MediaKeys`. Where another Supple is the player, it stays so."""
        self.end()
        with suppress(FacilityError):
            if self._bus.serve(NAME, PATH, self._answer):
                self._pressed = pressed

    @property
    def heard_by(self) -> Callable[[MediaKey], None] | None:
        """See `MediaKeys`."""
        return self._pressed

    def show(self, title: str, *, playing: bool) -> None:
        """See `MediaKeys`."""
        if self._pressed is None or (title, playing) == (self._title, self._playing):
            return
        self._title, self._playing = title, playing
        player = self._player()
        changed = {name: player[name] for name in ("PlaybackStatus", "Metadata")}
        with suppress(FacilityError):
            at = service(NAME, PATH, _PROPERTIES)
            self._bus.emit(at, "PropertiesChanged", "sa{sv}as", (PLAYER, changed, []))

    def end(self) -> None:
        """See `MediaKeys`."""
        if self._pressed is not None:
            self._pressed = None
            self._title, self._playing = "", False
            with suppress(FacilityError):
                self._bus.serve_no_more(NAME, PATH)

    def check(self, words: NullTranslations) -> Finding:
        """See `MediaKeys`."""
        tr = words.gettext
        return Finding(tr("Media keys"), Level.OK, tr("are heard during a session"))

    def _answer(self, interface: str, method: str, body: Body) -> Reply | None:
        """What a caller gets, on the listener's thread."""
        if interface == _PROPERTIES:
            return self._property(method, body)
        if interface == PLAYER and method in {each.value for each in MediaKey}:
            pressed = self._pressed
            if pressed is not None:
                pressed(MediaKey(method))
            return "", ()
        return ("", ()) if interface == ROOT and method in ("Raise", "Quit") else None

    def _property(self, method: str, body: Body) -> Reply | None:
        known = {ROOT: self._root, PLAYER: self._player}.get(body[0] if body else "")
        if known is None:
            return None
        properties = known()
        if method == "GetAll":
            return "a{sv}", (properties,)
        if method == "Get" and body[1] in properties:
            return "v", (properties[body[1]],)
        return ("", ()) if method == "Set" else None

    def _root(self) -> Mapping[str, tuple[str, Any]]:
        return {
            "CanQuit": ("b", False),
            "CanRaise": ("b", False),
            "HasTrackList": ("b", False),
            "Identity": ("s", "Supple"),
            "DesktopEntry": ("s", "io.github.supple_app.Supple"),
            "SupportedUriSchemes": ("as", []),
            "SupportedMimeTypes": ("as", []),
        }

    def _player(self) -> Mapping[str, tuple[str, Any]]:
        track = ("o", "/io/github/supple_app/Supple/session")
        can = dict.fromkeys(
            ("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanControl"), ("b", True)
        )
        return {
            "PlaybackStatus": ("s", "Playing" if self._playing else "Paused"),
            "Metadata": ("a{sv}", {"mpris:trackid": track, "xesam:title": ("s", self._title)}),
            "Rate": ("d", 1.0),
            "MinimumRate": ("d", 1.0),
            "MaximumRate": ("d", 1.0),
            "Volume": ("d", 1.0),
            "Position": ("x", 0),
            "CanSeek": ("b", False),
            **can,
        }
