"""Full screen under Wayland, where the compositor lists its windows: Sway, Hyprland, labwc, COSMIC.

Protocol wlr-foreign-toplevel-management-unstable-v1. GNOME and KDE keep that list to themselves.
"""

import struct
from collections.abc import Mapping

from supple.core.breaks.facts import Quiet
from supple.devices.desktop.wayland import Compositor

_MANAGER = "zwlr_foreign_toplevel_manager_v1"
_VERSION = 2  # the first that tells of full screen
_WINDOW, _STATE = 0, 4  # events of the list, and of a window in it
_MINIMISED, _FULL_SCREEN = 1, 3
_NUMBER_BYTES = 4


class WaylandFullScreen:
    """Looks at all windows, as slides may fill one screen and the keyboard be on another.

    Raises OSError where the compositor lists no windows.
    """

    tells = frozenset({Quiet.FULL_SCREEN})

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        with Compositor(environ) as compositor:
            compositor.bind(_MANAGER, _VERSION)

    def look(self) -> frozenset[Quiet]:
        """Whether a window fills a screen."""
        try:
            with Compositor(self._environ) as compositor:
                return self.tells if _is_filled(compositor) else frozenset()
        except OSError:
            return frozenset()


def _is_filled(compositor: Compositor) -> bool:
    windows: dict[int, frozenset[int]] = {}
    listed = compositor.bind(_MANAGER, _VERSION)
    for event in compositor.answers():
        if (event.object, event.opcode) == (listed, _WINDOW):
            windows[_numbers(event.body)[0]] = frozenset()
        elif event.object in windows and event.opcode == _STATE:
            windows[event.object] = frozenset(_numbers(event.body)[1:])  # after their length
    return any(_FULL_SCREEN in each and _MINIMISED not in each for each in windows.values())


def _numbers(body: bytes) -> tuple[int, ...]:
    return struct.unpack(f"={len(body) // _NUMBER_BYTES}I", body)
