"""The Windows desktop: what user32, kernel32, shell32 and the registry tell."""

import sys
from typing import Any

from supple.devices.desktop.autostart import RunKeyAutostart
from supple.devices.desktop.awake import WindowsAwake
from supple.devices.desktop.desktop import Desktop, all_that_work
from supple.devices.desktop.idle_native import WindowsIdle
from supple.devices.desktop.lock_native import WindowsLock
from supple.devices.desktop.motion import WindowsMotion
from supple.devices.desktop.quiet_windows import WindowsAdvice, WindowsBattery, WindowsDevices
from supple.devices.desktop.surroundings import Surroundings


def open_windows_desktop() -> Desktop:
    """Every facility of this computer. Elsewhere, every Null form."""
    if sys.platform == "win32":
        import ctypes
        import winreg

        return windows_desktop(ctypes.windll, winreg)
    return Desktop()


def windows_desktop(dll: Any, registry: Any) -> Desktop:
    """The same on these libraries and this registry, in the form of ctypes and winreg."""
    sources = all_that_work(
        lambda: WindowsAdvice(dll.shell32),
        lambda: WindowsDevices(registry),
        lambda: WindowsBattery(dll.kernel32),
    )
    return Desktop(
        idle=WindowsIdle(dll.user32, dll.kernel32),
        lock=WindowsLock(dll.user32),
        surroundings=Surroundings(sources),
        autostart=RunKeyAutostart(registry),
        awake=WindowsAwake(dll.kernel32),
        motion=WindowsMotion(dll.user32),
    )
