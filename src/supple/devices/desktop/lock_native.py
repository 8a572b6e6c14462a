"""The lock of the screen on Windows and macOS: one look at the system; neither tells by itself."""

import ctypes as c
from collections.abc import Callable
from gettext import NullTranslations
from typing import Any

from supple.devices.desktop.lock import lock_told_by
from supple.devices.finding import Finding

_SWITCH_DESKTOP = 0x0100
_UTF8 = 0x08000100  # kCFStringEncodingUTF8
_IS_LOCKED = b"CGSSessionScreenIsLocked"


class _Polled:
    """Has to be looked at."""

    name = ""

    def watch(self, changed: Callable[[], None]) -> bool:  # noqa: ARG002 - never told
        """The system tells only windows."""
        return False

    def check(self, words: NullTranslations) -> Finding:
        """It works, or this would not be here."""
        return lock_told_by(self.name, words)


class WindowsLock(_Polled):
    """While the screen is locked, the desktop that gets the input cannot be opened."""

    name = "Windows"

    def __init__(self, user32: Any) -> None:
        self._user32 = user32
        user32.OpenInputDesktop.restype = c.c_void_p
        user32.CloseDesktop.argtypes = (c.c_void_p,)

    def is_locked(self) -> bool | None:
        """Whether the input goes to a desktop that is not ours."""
        desktop = self._user32.OpenInputDesktop(0, False, _SWITCH_DESKTOP)
        if not desktop:
            return True
        self._user32.CloseDesktop(desktop)
        return False


class MacLock(_Polled):
    """What the window server says of this session, through `services` and `foundation`."""

    name = "macOS"

    def __init__(self, services: Any, foundation: Any) -> None:
        pointer = c.c_void_p
        self._session = services.CGSessionCopyCurrentDictionary
        self._session.restype, self._session.argtypes = pointer, ()
        self._text = foundation.CFStringCreateWithCString
        self._text.restype, self._text.argtypes = pointer, (pointer, c.c_char_p, c.c_uint32)
        self._value = foundation.CFDictionaryGetValue
        self._value.restype, self._value.argtypes = pointer, (pointer, pointer)
        self._true = foundation.CFBooleanGetValue
        self._true.restype, self._true.argtypes = c.c_ubyte, (pointer,)
        self._release = foundation.CFRelease
        self._release.restype, self._release.argtypes = None, (pointer,)
        self._key = self._text(None, _IS_LOCKED, _UTF8)

    def is_locked(self) -> bool | None:
        """Whether the session says so; None without a session at the screen."""
        session = self._session()
        if not session:
            return None
        value = self._value(session, self._key)  # absent while it is not locked
        is_locked = bool(value and self._true(value))
        self._release(session)
        return is_locked
