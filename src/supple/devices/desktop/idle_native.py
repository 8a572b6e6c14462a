"""Idleness on Windows and macOS: one call of the system; neither tells by itself."""

import ctypes as c
import sys
from collections.abc import Sequence
from gettext import NullTranslations

from supple.devices.desktop.idle import Changed, told_by
from supple.devices.finding import Finding

_TICKS = 2**32
_MS = 1000
_ANY_INPUT = 0xFFFFFFFF
_SERVICES = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"


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
    """GetLastInputInfo, in ticks that begin anew after 49 days."""

    name = "Windows"

    def idle_s(self) -> float | None:
        """Seconds since the last input of this session."""
        if sys.platform == "win32":
            last = (c.c_uint * 2)(8, 0)  # LASTINPUTINFO: its size, and the tick
            if c.windll.user32.GetLastInputInfo(c.byref(last)):
                return ((c.windll.kernel32.GetTickCount() - last[1]) % _TICKS) / _MS
        return None


class MacIdle(_Polled):
    """CGEventSourceSecondsSinceLastEventType, over all kinds of input."""

    name = "macOS"

    def __init__(self) -> None:
        self._ask = c.CDLL(_SERVICES).CGEventSourceSecondsSinceLastEventType
        self._ask.restype, self._ask.argtypes = c.c_double, (c.c_int32, c.c_uint32)

    def idle_s(self) -> float | None:
        """Seconds since the last input of this session."""
        return float(self._ask(0, _ANY_INPUT))
