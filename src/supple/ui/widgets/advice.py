"""Owns the plate of advice: headings with an icon, and short lists, set as large as they fit."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from supple.ui.theme.grounds import Ground
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.widgets.lines import draw_lines
from supple.ui.widgets.mirror import mirrored, mirrored_place

Part = tuple[str, str, tuple[str, ...]]
_SMALLEST: Final = 0.6
_PLAIN: Final = Qt.TextFlag.TextWordWrap


class Advice(QLabel):
    """Parts of (heading, icon, lines) and perhaps a last sentence, on a plate."""

    def __init__(
        self,
        look: Look,
        parts: tuple[Part, ...],
        foot: str,
        *,
        urgent: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._parts = parts
        self._foot = foot
        self._urgent = urgent
        self._ground = next(iter(look.tokens.session.values()))
        self._unit = 1.0
        spoken = [f"{heading}: {'; '.join(lines)}." for heading, _, lines in parts]
        self.setAccessibleName(" ".join([*spoken, foot]))

    def dress(self, ground: Ground, unit: float) -> None:
        """Take the colours of a phase and the pixels of one u."""
        self._ground, self._unit = ground, unit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the plate and what is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.tokens
        warning = tokens.clay if tokens.dark else tokens.clay_ink
        fill = warning if self._urgent else self._ground.plate_sky
        ink = self._ground.digits
        if self._urgent:
            ink = self._ground.sky if tokens.dark else tokens.surface
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        radius = 20 * self._unit
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        size = self._unit
        while size > _SMALLEST * self._unit and self._flow(None, size) > self.height():
            size -= 0.04 * self._unit
        self._flow(painter, size, ink)

    def fits(self) -> bool:
        """Whether all words have room without becoming too small."""
        return self._flow(None, _SMALLEST * self._unit) <= self.height()

    def height_needed(self, width: float, size: float) -> float:
        """Return the height of all words on this width, at `size` times their size."""
        return self._flow(None, size * self._unit, width=width)

    def _flow(
        self, painter: QPainter | None, size: float, ink: str = "", *, width: float = 0.0
    ) -> float:
        """Set everything from the top, on the painter if there is one; return the height."""
        pad = 26 * size
        top = 22 * size
        width = (width or self.width()) - 2 * pad
        for heading, icon, lines in self._parts:
            if painter is not None:
                box = QRectF(pad, top, 28 * size, 32 * size)
                self._look.icons.paint(painter, mirrored(self, box), icon, self._weight(), ink)
            title = self._look.fonts.title(22 * size, 600)
            room = width - 40 * size
            top += self._words(painter, title, heading, (pad + 40 * size, top, room), ink)
            top += 12 * size
            body = self._look.fonts.words(19 * size, 400 if not self._urgent else 500)
            for line in lines:
                self._bullet(painter, (pad, top), size, ink)
                room = width - 22 * size
                top += self._words(painter, body, line, (pad + 22 * size, top, room), ink)
                top += 8 * size
            top += 14 * size
        if self._foot:
            small = self._look.fonts.words(17 * size, 400)
            top += self._words(painter, small, self._foot, (pad, top, width), ink) + 14 * size
        return top

    def _bullet(
        self, painter: QPainter | None, at: tuple[float, float], size: float, ink: str
    ) -> None:
        if painter is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        dot = QRectF(at[0] + size, at[1] + 8 * size, 7 * size, 7 * size)
        painter.drawEllipse(mirrored(self, dot))

    def _words(
        self,
        painter: QPainter | None,
        font: QFont,
        words: str,
        place: tuple[float, float, float],
        ink: str,
    ) -> float:
        left, top, width = place
        room = QRect(round(left), round(top), max(1, round(width)), 10_000)
        height = QFontMetrics(font).boundingRect(room, _PLAIN, words).height()
        if painter is not None:
            painter.setFont(font)
            painter.setPen(QColor(ink))
            draw_lines(painter, mirrored_place(self, room), words)
        return height

    def _weight(self) -> Weight:
        return Weight.FILL if self._urgent else Weight.REGULAR
