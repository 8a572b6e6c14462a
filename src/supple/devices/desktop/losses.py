"""What the desktop told once and tells no more, found out by what is asked of it anyway."""

from collections.abc import Callable
from enum import StrEnum
from threading import Lock


class Part(StrEnum):
    """A part of the desktop whose loss somebody notices."""

    BUS = "bus"
    IDLE = "idle"
    LOCK = "lock"
    QUIET = "quiet"
    NOTICES = "notices"
    HIDDEN = "hidden"
    TRAY = "tray"


class Losses:
    """Parts that worked and do not now. What never worked is told elsewhere. For any thread."""

    def __init__(self) -> None:
        self._worked: frozenset[Part] = frozenset()
        self._lost: frozenset[Part] = frozenset()
        self._guard = Lock()
        self._changed: Callable[[], None] = lambda: None

    def listen(self, changed: Callable[[], None]) -> None:
        """Call `changed` whenever a part is lost or works again, on any thread."""
        self._changed = changed

    @property
    def now(self) -> frozenset[Part]:
        """The parts that are lost now."""
        return self._lost

    def note(self, part: Part, *, works: bool) -> None:
        """A part worked just now, or did not."""
        with self._guard:
            before = self._lost
            if works:
                self._worked |= {part}
                self._lost -= {part}
            elif part in self._worked:
                self._lost |= {part}
            is_news = self._lost != before
        if is_news:
            self._changed()
