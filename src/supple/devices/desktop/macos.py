"""The macOS desktop: what the window server, CoreAudio, CoreMediaIO and pmset tell."""

import ctypes
from collections.abc import Callable
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from supple.devices.desktop.autostart import LaunchAgentAutostart
from supple.devices.desktop.awake import MacAwake
from supple.devices.desktop.desktop import Desktop, all_that_work, first_that_works
from supple.devices.desktop.idle_native import MacIdle
from supple.devices.desktop.lock import Lock
from supple.devices.desktop.lock_native import MacLock
from supple.devices.desktop.motion import MacMotion
from supple.devices.desktop.quiet_macos import MacCamera, MacMicrophone, MacPower
from supple.devices.desktop.surroundings import Surroundings

Load = Callable[[str], Any]
_FRAMEWORK = "/System/Library/Frameworks/{name}.framework/{name}"


def framework(name: str) -> Any:
    """A library of the system. Raises OSError where there is none."""
    return ctypes.CDLL(_FRAMEWORK.format(name=name))


def open_macos_desktop(library: Path, words: NullTranslations, load: Load = framework) -> Desktop:
    """Every facility in the form that works here; `library` is the user's own Library folder."""
    sources = all_that_work(
        lambda: MacMicrophone(load("CoreAudio")),
        lambda: MacCamera(load("CoreMediaIO")),
        MacPower,
    )
    return Desktop(
        idle=first_that_works(lambda: MacIdle(load("ApplicationServices"))),
        lock=_lock(load),
        surroundings=Surroundings(sources),
        autostart=LaunchAgentAutostart(library, words),
        awake=MacAwake(),
        motion=first_that_works(lambda: MacMotion(load("CoreFoundation"))),
    )


def _lock(load: Load) -> Lock | None:
    with suppress(OSError, AttributeError):
        return MacLock(load("ApplicationServices"), load("CoreFoundation"))
    return None
