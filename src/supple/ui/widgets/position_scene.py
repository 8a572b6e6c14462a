"""Owns the ground on which an exercise is shown large: the colour of its position, and land."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.scene import FigureSlot, land_path

_EDGE, _CREST = 0.62, 0.575


class PositionScene(QWidget):
    """Put the figure into `figure`; it stands on the land. `foot` u are kept free below it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ground = "primary_soft"
        self.figure = FigureSlot(self)
        look.changed.connect(self.update)

    def set_ground(self, token: str) -> None:
        """Take the colour of a position."""
        self._ground = token
        self.update()

    def place_figure(self, top: int, bottom: int) -> None:
        """Let the figure stand between these heights, on the land's crest."""
        side = round(0.05 * self.width())
        room = self.width() - 2 * side
        height = min(bottom - top, room)
        foot = min(bottom, round(self.height() * (_EDGE + 0.06)))
        self.figure.setGeometry(side, max(top, foot - height), room, min(height, foot - top))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint sky and land."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, area = self._look.tokens, QRectF(self.rect())
        painter.fillRect(area, QColor(getattr(t, self._ground)))
        land = land_path(area, _EDGE * area.height(), _CREST * area.height())
        painter.fillPath(land, QColor(t.scene.land))
