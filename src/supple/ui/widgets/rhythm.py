"""Owns the rhythm dots: one a week, along an arch; filled is a week with a stretch."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.faces import give_face, picture
from supple.ui.widgets.mirror import mirror

_STEP = 28
_DOT = 10
_RISE = 34


class RhythmDots(QLabel):
    """The weeks, oldest first; the last one is this week and wears a ring.

    What they mean stands in words beside them.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._weeks: tuple[bool, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_weeks(self, weeks: tuple[bool, ...]) -> None:
        """Show these weeks."""
        self._weeks = weeks
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of eight dots."""
        return QSize(self._look.u(8 * _STEP), self._look.u(_RISE + 2 * _DOT + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size at which the dots still do not touch."""
        return QSize(7 * 22 + 20, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirror(painter, self)
        tokens, scale = self._look.tokens, self._look.scale
        # Eight dots that do not touch; smaller ones where the text is large and the card narrow.
        radius = min(_DOT * scale, (self.width() - 4) / (2 + 7 * 2.2))
        last = len(self._weeks) - 1
        step = min(_STEP * scale, (self.width() - 2 * radius - 4) / max(1, last))
        for index, stretched in enumerate(self._weeks):
            away = (2 * index - last) / max(1, last)
            middle = QPointF(radius + 2 + index * step, radius + 2 + _RISE * scale * away**2)
            now = index == last
            painter.setPen(QPen(QColor(tokens.primary), 2 * scale) if now else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface if now else tokens.primary))
            if not now and not stretched:
                painter.setPen(QPen(QColor(tokens.border_strong), tokens.outline))
                painter.setBrush(QColor(tokens.sunken))
            painter.drawEllipse(middle, radius, radius)
            if now and stretched:
                painter.setBrush(QColor(tokens.primary))
                painter.drawEllipse(middle, radius * 0.45, radius * 0.45)


give_face(RhythmDots, picture)
