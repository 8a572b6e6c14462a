"""Keeping the display awake where no service does: the X server holds its own screen saver off."""

from contextlib import suppress
from gettext import NullTranslations

from supple.devices.desktop.awake import works
from supple.devices.desktop.x11 import XServer
from supple.devices.finding import Finding


class X11Awake:
    """Holds a connection as long as the display is to stay awake: with it the wish ends, too.

    So nothing is left behind by a program that is killed. Raises OSError where it does not work.
    """

    def __init__(self, display: str) -> None:
        self._display = display
        self._held: XServer | None = None
        with XServer(display) as server:
            server.suspend_screen_saver()

    def keep(self, *, on: bool) -> None:
        """See `Awake`."""
        if on and self._held is None:
            with suppress(OSError):
                self._held = XServer(self._display)
                self._held.suspend_screen_saver()
        elif not on and self._held is not None:
            self._held.close()
            self._held = None

    def check(self, words: NullTranslations) -> Finding:
        """See `Awake`."""
        return works(words)
