"""Reasons for quiet on Windows: the shell's own advice, and who uses camera and microphone."""

import ctypes as c
import sys

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


class WindowsAdvice:
    """SHQueryUserNotificationState."""

    tells = frozenset(_ADVICE.values())

    def look(self) -> frozenset[Quiet]:
        """What the shell says."""
        if sys.platform == "win32":
            state = c.c_int()
            if c.windll.shell32.SHQueryUserNotificationState(c.byref(state)) == 0:
                return frozenset({_ADVICE[state.value]} if state.value in _ADVICE else ())
        return frozenset()


class WindowsDevices:
    """The list of programs that were let use camera and microphone: in use is what never ended."""

    tells = frozenset(_DEVICES)

    def look(self) -> frozenset[Quiet]:
        """What is in use."""
        return frozenset(
            quiet
            for quiet, device in _DEVICES.items()
            if _is_in_use(rf"{_CONSENT}\{device}")
            or _is_in_use(rf"{_CONSENT}\{device}\NonPackaged")
        )


def _is_in_use(path: str) -> bool:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as programs:
                for number in range(winreg.QueryInfoKey(programs)[0]):
                    with winreg.OpenKey(programs, winreg.EnumKey(programs, number)) as program:
                        if _value(program, "LastUsedTimeStop") == 0:
                            return True
        except OSError:
            return False
    return False


def _value(key: object, name: str) -> object:
    if sys.platform == "win32":
        import winreg

        try:
            return winreg.QueryValueEx(key, name)[0]
        except OSError:
            return None
    return None
