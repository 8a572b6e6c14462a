"""Reasons for quiet on Windows: the shell's advice, who uses camera and microphone, the mains."""

import ctypes as c
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from supple.core.breaks.facts import Quiet

_BUSY, _FULL_SCREEN, _PRESENTATION, _QUIET_TIME = 2, 3, 4, 6
_ADVICE = {
    _BUSY: Quiet.FULL_SCREEN,
    _FULL_SCREEN: Quiet.FULL_SCREEN,
    _PRESENTATION: Quiet.PRESENTING,
    _QUIET_TIME: Quiet.DO_NOT_DISTURB,
}
_CONSENT = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
_DEVICES = {Quiet.CAMERA: "webcam", Quiet.MICROPHONE: "microphone"}
_UNPLUGGED, _NO_BATTERY = 0, 128


class WindowsAdvice:
    """SHQueryUserNotificationState of `shell32`."""

    tells = frozenset(_ADVICE.values())

    def __init__(self, shell32: Any) -> None:
        self._shell32 = shell32

    def look(self) -> frozenset[Quiet]:
        """What the shell says."""
        state = c.c_int()
        if self._shell32.SHQueryUserNotificationState(c.byref(state)) != 0:
            return frozenset()
        return frozenset({_ADVICE[state.value]} if state.value in _ADVICE else ())


class WindowsDevices:
    """The list of programs that were let use camera and microphone: in use is what never ended.

    `registry` is Python's winreg.
    """

    tells = frozenset(_DEVICES)

    def __init__(self, registry: Any) -> None:
        self._registry = registry

    def look(self) -> frozenset[Quiet]:
        """What is in use."""
        return frozenset(
            quiet
            for quiet, device in _DEVICES.items()
            if 0
            in (
                *self._ends(rf"{_CONSENT}\{device}"),
                *self._ends(rf"{_CONSENT}\{device}\NonPackaged"),
            )
        )

    def _ends(self, path: str) -> Iterator[int]:
        """When each program ended its use, as far as that is written."""
        registry = self._registry
        with suppress(OSError), registry.OpenKey(registry.HKEY_CURRENT_USER, path) as programs:
            for number in range(registry.QueryInfoKey(programs)[0]):
                with (
                    suppress(OSError),  # the folder of the others has no such value
                    registry.OpenKey(programs, registry.EnumKey(programs, number)) as program,
                ):
                    yield registry.QueryValueEx(program, "LastUsedTimeStop")[0]


class WindowsBattery:
    """GetSystemPowerStatus of `kernel32`. Raises OSError where there is no battery."""

    tells = frozenset({Quiet.ON_BATTERY})

    def __init__(self, kernel32: Any) -> None:
        self._kernel32 = kernel32
        _mains, battery = self._state()
        if battery & _NO_BATTERY:
            raise OSError("no battery")

    def look(self) -> frozenset[Quiet]:
        """Whether the mains are unplugged."""
        mains, _battery = self._state()
        return self.tells if mains == _UNPLUGGED else frozenset()

    def _state(self) -> tuple[int, int]:
        """The first two bytes of SYSTEM_POWER_STATUS."""
        status = (c.c_ubyte * 12)()
        if not self._kernel32.GetSystemPowerStatus(c.byref(status)):
            return 1, _NO_BATTERY
        return status[0], status[1]
