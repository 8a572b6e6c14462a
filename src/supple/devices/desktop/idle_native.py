"""Idleness on Windows and macOS: one call of the system's library; neither tells by itself."""

import ctypes as c
from collections.abc import Sequence
from gettext import NullTranslations
from typing import Any

from supple.devices.desktop.idle import Changed, told_by
from supple.devices.finding import Finding

_TICKS = 2**32
_MS = 1000
_ANY_INPUT = 0xFFFFFFFF


class _Polled:
    """Has to be looked at now and then."""

    name = ""

    def watch(self, after_s: Sequence[float], changed: Changed) -> bool:  # noqa: ARG002 - never told
        """The system does not tell."""
        return False

    def check(self, words: NullTranslations) -> Finding:
        """It works, or this would not be here."""
        return told_by(self.name, words)

    def close(self) -> None:
        """Nothing to end."""


class WindowsIdle(_Polled):
    """GetLastInputInfo of `user32`, in the ticks of `kernel32`, which begin anew after 49 days."""

    name = "Windows"

    def __init__(self, user32: Any, kernel32: Any) -> None:
        self._user32 = user32
        self._ticks = kernel32.GetTickCount
        self._ticks.restype = c.c_uint

    def idle_s(self) -> float | None:
        """Seconds since the last input of this session."""
        last = (c.c_uint * 2)(8, 0)  # LASTINPUTINFO: its size, and the tick
        if not self._user32.GetLastInputInfo(c.byref(last)):
            return None
        return float((self._ticks() - last[1]) % _TICKS) / _MS


class MacIdle(_Polled):
    """CGEventSourceSecondsSinceLastEventType of `services`, over all kinds of input."""

    name = "macOS"

    def __init__(self, services: Any) -> None:
        self._ask = services.CGEventSourceSecondsSinceLastEventType
        self._ask.restype, self._ask.argtypes = c.c_double, (c.c_int32, c.c_uint32)

    def idle_s(self) -> float | None:
        """Seconds since the last input of this session."""
        return float(self._ask(0, _ANY_INPUT))
