"""Whether there is somebody on the session's bus who shows icons in a tray."""

from supple.devices.desktop.bus import Bus
from supple.devices.desktop.losses import Losses, Part

NAME = "org.kde.StatusNotifierWatcher"


class TrayHost:
    """Follows it and notes it among `losses`. Raises FacilityError if the bus refuses.

    Qt joins the bus once: with the bus the icon has gone until the next start of the program.
    """

    def __init__(self, bus: Bus, losses: Losses) -> None:
        self._losses = losses
        self._is_over = False
        bus.hear_owner_of(NAME, self._owned)
        bus.hear_loss(self._end)
        self._owned(bus.has(NAME))

    def _owned(self, is_owned: bool) -> None:
        self._losses.note(Part.TRAY, works=is_owned and not self._is_over)

    def _end(self) -> None:
        """On the listener's thread."""
        self._is_over = True
        self._losses.note(Part.TRAY, works=False)
