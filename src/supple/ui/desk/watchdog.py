"""Owns the watch over a window that covers the screens: one that cannot draw must not stay."""

import os
import threading
from collections.abc import Callable
from typing import Final

EXIT_CODE: Final = 70  # sysexits.h, EX_SOFTWARE
LOOK_S: Final = 2.0
PATIENCE: Final = 5


def end_process() -> None:
    """End at once. Windows go with the process; what was finished is on disk."""
    os._exit(EXIT_CODE)


class Watchdog:
    """Asks a window to draw every `look_s` seconds, on a thread of its own.

    `ask` and `give_up` are called on that thread. After `patience` looks in a row without a
    drawing `give_up` is called, after twice as many `end`. Looks are counted, not time: a
    computer that slept has missed one look, however long it was.
    """

    def __init__(
        self,
        ask: Callable[[], None],
        give_up: Callable[[], None],
        *,
        end: Callable[[], None] = end_process,
        look_s: float = LOOK_S,
        patience: int = PATIENCE,
    ) -> None:
        self._ask = ask
        self._give_up = give_up
        self._end = end
        self._look_s = look_s
        self._patience = patience
        self._drawn = threading.Event()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Watch from now on."""
        self._thread.start()

    def drew(self) -> None:
        """The window has just drawn."""
        self._drawn.set()

    def stop(self) -> None:
        """Watch no more."""
        self._stopped.set()

    def _watch(self) -> None:
        missed = 0
        self._ask()
        while not self._stopped.wait(self._look_s):
            missed = 0 if self._drawn.is_set() else missed + 1
            self._drawn.clear()
            if missed == self._patience:
                self._give_up()
            elif missed >= 2 * self._patience:
                self._end()
                return
            self._ask()
