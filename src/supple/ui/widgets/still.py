"""Owns the small still picture of an exercise on a rounded ground, for rows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.exercise_tile import Picture

_RADIUS = 10


class Still(QWidget):
    """Shows an exercise; the ground alone until its picture is drawn. It says nothing."""

    def __init__(
        self,
        look: Look,
        picture: Picture,
        exercise: str,
        *,
        size: tuple[int, int] = (76, 56),
        ground: str = "sunken",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._picture = picture
        self._exercise = exercise
        self._size = size
        self._ground = ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._look.u(_RADIUS)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.fillPath(shape, QColor(getattr(self._look.tokens, self._ground)))
        picture = self._picture(self._exercise, self.size(), self.devicePixelRatioF())
        if picture is not None:
            painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
            painter.drawPixmap(0, 0, picture)

    def _dress(self) -> None:
        wide, tall = self._size
        self.setFixedSize(QSize(self._look.u(wide), self._look.u(tall)))
        self.update()
