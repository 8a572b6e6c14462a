"""Full screen under X11: what the window manager says of each window."""

from supple.core.breaks.facts import Quiet
from supple.devices.desktop.x11 import XServer

_EVERYWHERE = 0xFFFFFFFF


class X11FullScreen:
    """Looks at all windows, as slides may fill one screen and the keyboard be on another.

    Raises OSError where there is no X server, or no window manager that tells.
    """

    tells = frozenset({Quiet.FULL_SCREEN})

    def __init__(self, display: str) -> None:
        self._display = display
        with XServer(display) as server:
            if not server.numbers(server.root, "_NET_SUPPORTING_WM_CHECK"):
                raise OSError("no window manager tells what is full screen")

    def look(self) -> frozenset[Quiet]:
        """Whether a window fills a screen of the present desktop."""
        try:
            with XServer(self._display) as server:
                desktop = server.numbers(server.root, "_NET_CURRENT_DESKTOP")
                windows = server.numbers(server.root, "_NET_CLIENT_LIST")
                filled = any(_fills(server, window, desktop) for window in windows)
        except OSError:
            return frozenset()
        return self.tells if filled else frozenset()


def _fills(server: XServer, window: int, desktop: tuple[int, ...]) -> bool:
    state = server.numbers(window, "_NET_WM_STATE")
    if server.atom("_NET_WM_STATE_FULLSCREEN") not in state:
        return False
    if server.atom("_NET_WM_STATE_HIDDEN") in state:
        return False
    home = server.numbers(window, "_NET_WM_DESKTOP")
    return not home or not desktop or home[0] in (_EVERYWHERE, desktop[0])
