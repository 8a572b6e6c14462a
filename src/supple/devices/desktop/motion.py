"""Whether the system is asked to move less, for all programs."""

import ctypes as c
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from gettext import NullTranslations
from threading import Lock
from typing import Any, Final, Protocol

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Body, Bus, service
from supple.devices.finding import Finding, Level

SETTINGS = service(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
Told = Callable[[bool], None]
_Asks = Callable[[Any], bool]
_NOUGHT: Final = ("0", "0.0")
_ASKING: Final[Mapping[tuple[str, str], _Asks]] = {
    ("org.freedesktop.appearance", "reduced-motion"): lambda value: value == 1,
    ("org.gnome.desktop.interface", "enable-animations"): lambda value: value is False,
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): lambda value: str(value) in _NOUGHT,
}
"""Settings by namespace and key, and which value asks for less."""

_GET_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION
_UTF8 = 0x08000100  # kCFStringEncodingUTF8


class Motion(Protocol):
    """Tells of the wish for less motion."""

    def watch(self, told: Told) -> None:
        """Tell soon, and with each change where the system tells it; on any thread.

        May be called again, with the same `told`.
        """
        ...

    def check(self, words: NullTranslations) -> Finding:
        """How well this works here."""
        ...


class NullMotion:
    """Nobody tells; Settings has it."""

    def watch(self, told: Told) -> None:
        """Never tell."""

    def check(self, words: NullTranslations) -> Finding:
        """What helps instead."""
        tr = words.gettext
        fix = tr("Choose Still in Settings, Appearance.")
        return Finding(
            tr("Movement"), Level.LIMITED, tr("this system doesn't say whether less is wanted"), fix
        )


class _Followed:
    """The system tells."""

    def check(self, words: NullTranslations) -> Finding:
        """It works, or this would not be here."""
        tr = words.gettext
        return Finding(tr("Movement"), Level.OK, tr("follows the system"))


class PortalMotion(_Followed):
    """What the desktop's portal says, if there is one.

    It may have to be started first, which takes seconds: nobody waits for it but `check`.
    """

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._asking: set[tuple[str, str]] = set()
        self._guard = Lock()
        self._hears = False

    def check(self, words: NullTranslations) -> Finding:
        """See `Motion`."""
        try:
            self._bus.get(SETTINGS, "version")
        except FacilityError:
            return NullMotion().check(words)
        return super().check(words)

    def watch(self, told: Told) -> None:
        """See `Motion`."""

        def changed(body: Body) -> None:
            space, key, (_signature, value) = body
            told(self._note(((space, key, value),)))

        def answered(body: Body) -> None:
            (spaces,) = body
            told(self._note(_settings(spaces)))

        spaces = sorted({space for space, _key in _ASKING})
        with suppress(FacilityError):
            if not self._hears:
                self._bus.hear(SETTINGS, "SettingChanged", changed)
                self._hears = True
            self._bus.ask(SETTINGS, "ReadAll", "as", (spaces,), answered)

    def _note(self, settings: Iterable[tuple[str, str, Any]]) -> bool:
        """Whether anything asks for less, with these in mind."""
        with self._guard:
            for space, key, value in settings:
                asks = _ASKING.get((space, key))
                if asks is not None:
                    change = self._asking.add if asks(value) else self._asking.discard
                    change((space, key))
            return bool(self._asking)


def _settings(spaces: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[str, str, Any]]:
    for space, values in spaces.items():
        for key, (_signature, value) in values.items():
            yield space, key, value


class WindowsMotion(_Followed):
    """Asks user32 whether what is inside windows may move."""

    def __init__(self, user32: Any) -> None:
        self._user32 = user32

    def watch(self, told: Told) -> None:
        """See `Motion`."""
        moves = c.c_int(1)
        self._user32.SystemParametersInfoW(_GET_ANIMATION, 0, c.byref(moves), 0)
        told(not moves.value)


class MacMotion(_Followed):
    """Asks the user's own preferences, through CoreFoundation."""

    def __init__(self, foundation: Any) -> None:
        pointer = c.c_void_p
        self._text = foundation.CFStringCreateWithCString
        self._text.restype, self._text.argtypes = pointer, (pointer, c.c_char_p, c.c_uint32)
        self._is_on = foundation.CFPreferencesGetAppBooleanValue
        self._is_on.restype, self._is_on.argtypes = c.c_ubyte, (pointer, pointer, pointer)

    def watch(self, told: Told) -> None:
        """See `Motion`."""
        key, whose = (
            self._text(None, words, _UTF8)
            for words in (b"reduceMotion", b"com.apple.universalaccess")
        )
        told(bool(self._is_on(key, whose, None)))
