"""Reads the page of an exercise aloud, line by line, so that it can pause and show where it is."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from supple.ui.flows.aloud import Aloud
from supple.ui.pages.card_view import NO_STEP, AloudLine


class CardReading(QObject):
    """One reading at a time, from the first line on.

    `lit` carries the place of the step that is read now, or `NO_STEP`. `changed` tells whether a
    reading is under way; one that pauses is.
    """

    lit = Signal(int)
    changed = Signal(bool)

    def __init__(self, aloud: Aloud, parent: QObject) -> None:
        super().__init__(parent)
        self._aloud = aloud
        self._lines: Sequence[AloudLine] = ()
        self._at = 0
        self._is_on = self._pauses = False
        aloud.changed.connect(self._heard)
        aloud.finished.connect(self._go_on)

    def press(self, lines: Sequence[AloudLine]) -> None:
        """Read these from their beginning, or stop what is read."""
        if self._is_on:
            self.stop()
            return
        self._lines, self._at = lines, 0
        self._read()

    def pause(self) -> None:
        """Pause, or go on with the line that was cut off."""
        if not self._is_on:
            return
        if self._pauses:
            self._pauses = False
            self._read()
        else:
            self._pauses = True
            self._aloud.hush()

    def stop(self) -> None:
        """End it."""
        self._pauses = False
        self._aloud.hush()
        self._tell(is_on=False)

    def _read(self) -> None:
        self._aloud.press(str(self._at), self._lines[self._at].text)

    def _heard(self, key: str) -> None:
        if not self._pauses:
            self._tell(is_on=bool(key))

    def _go_on(self) -> None:
        if self._at + 1 < len(self._lines):
            self._at += 1
            self._read()

    def _tell(self, *, is_on: bool) -> None:
        self.lit.emit(self._lines[self._at].step if is_on else NO_STEP)
        if is_on is not self._is_on:
            self._is_on = is_on
            self.changed.emit(is_on)
