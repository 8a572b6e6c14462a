"""Owns the set dots: filled is done, a thick outline is now, a thin one is to come."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from supple.ui.theme.grounds import Ground
from supple.ui.widgets.mirror import mirror


class SetDots(QLabel):
    """One dot a set. `current` counts from 1; the dots before it are filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = 0
        self._count = 0
        self._unit = 1.0
        self._colours = ("", "")  # until it is dressed

    def show_sets(self, current: int, count: int, name: str) -> None:
        """Show which of `count` sets is on; `name` says it to a screen reader."""
        self.setAccessibleName(name)
        if (current, count) != (self._current, self._count):
            self._current, self._count = current, count
            self.update()

    def dress(self, ground: Ground, unit: float) -> None:
        """Take the colours of a phase and the pixels of one u."""
        self._colours, self._unit = (ground.arc, ground.text), unit
        self.update()

    def width_for(self, count: int) -> int:
        """Return the pixels that `count` dots need."""
        return round(24 * count * self._unit)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dots from the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirror(painter, self)
        bright, quiet = (QColor(value) for value in self._colours)
        unit = self._unit
        for index in range(self._count):
            middle = QPointF((8 + 24 * index) * unit, self.height() / 2)
            if index + 1 < self._current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(bright)
                painter.drawEllipse(middle, 8 * unit, 8 * unit)
                continue
            now = index + 1 == self._current
            width = (4.0 if now else 1.5) * unit
            painter.setPen(QPen(bright if now else quiet, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = 8 * unit - width / 2
            painter.drawEllipse(middle, radius, radius)
