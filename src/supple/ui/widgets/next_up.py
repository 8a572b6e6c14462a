"""Owns the plate that tells what comes next: a small picture and a few words."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from supple.ui.theme.grounds import Ground
from supple.ui.theme.look import Look
from supple.ui.widgets.mirror import mirrored
from supple.ui.widgets.scene import FigureSlot


class NextUp(QLabel):
    """A plate with what comes next, beside a figure; in `small` form, one line of words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.figure = FigureSlot(self, adorns=True)
        self._ground = next(iter(look.tokens.session.values()))
        self._unit = 1.0
        self._small = False
        self._label = self._words = ""

    def show_words(self, label: str, words: str) -> None:
        """Show what comes next; nothing is shown when `words` is empty."""
        self._label, self._words = label, words
        self.figure.setVisible(bool(words) and not self._small)
        self.setAccessibleName(f"{label} {words}".strip())
        self.update()

    def dress(self, ground: Ground, unit: float, *, small: bool) -> None:
        """Take the colours of a phase, the pixels of one u, and the form."""
        self._ground, self._unit, self._small = ground, unit, small
        self.figure.setVisible(bool(self._words) and not small)
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place the figure for the new width."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        unit = self._unit
        place = QRectF(8 * unit, 8 * unit, 84 * unit, 56 * unit)
        self.figure.setGeometry(mirrored(self, place).toRect())

    def width_needed(self) -> int:
        """Return the pixels the words and the picture take."""
        font = self._look.fonts.words
        strong = QFontMetricsF(font(self._word_px(), 600)).horizontalAdvance(self._words)
        if self._small:
            label = QFontMetricsF(font(self._word_px(), 500)).horizontalAdvance(self._label + "  ")
            return round(label + strong + 4)
        return round(strong + 126 * self._unit)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the plate and the words."""
        if not self._words:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._small:
            self._paint_line(painter)
            return
        unit = self._unit
        tokens = self._look.tokens
        inset = tokens.outline / 2 if tokens.strong else 0.0
        pen = QPen(QColor(self._ground.digits), tokens.outline)
        painter.setPen(pen if tokens.strong else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ground.plate))
        plate = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(plate, 14 * unit, 14 * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ground.sky))
        painter.drawRoundedRect(QRectF(self.figure.geometry()), 10 * unit, 10 * unit)
        left, width = 106 * unit, self.width() - 106 * unit
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self._ground.text))
        painter.setFont(self._look.fonts.words(14 * unit, 500))
        label = mirrored(self, QRectF(left, 13 * unit, width, 22 * unit))
        painter.drawText(label, start, self._label)
        painter.setPen(QColor(self._ground.digits))
        painter.setFont(self._look.fonts.words(self._word_px(), 600))
        words = mirrored(self, QRectF(left, 33 * unit, width, 26 * unit))
        painter.drawText(words, start, self._words)

    def _paint_line(self, painter: QPainter) -> None:
        font = self._look.fonts.words
        room = QRect(self.rect())
        strong = font(self._word_px(), 600)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self._ground.digits))
        painter.setFont(strong)
        painter.drawText(room, end, self._words)
        wide = QFontMetricsF(strong).horizontalAdvance(self._words + " ")
        room.setWidth(round(room.width() - wide))
        painter.setPen(QColor(self._ground.text))
        painter.setFont(font(self._word_px(), 500))
        painter.drawText(room, end, self._label)

    def _word_px(self) -> float:
        return (16 if self._small else 18) * self._unit
