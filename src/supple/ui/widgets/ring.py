"""Owns the countdown ring. It is given the time that is left; it has no clock of its own."""

import math
from math import pi
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from supple.ui.theme.grounds import Ground
from supple.ui.theme.look import Look
from supple.ui.widgets.digits import DIGIT_HEIGHT_EM, Digits, number_words, width_em

STROKE: Final = 0.054
FONT_BESIDE: Final = 0.534
FONT_ALONE: Final = 0.57
_INSIDE: Final = 0.92
_LINE_FONT: Final = 0.058
_LINE_GAP: Final = 0.092
_LINE_MARGIN: Final = 0.03
_RAISED: Final = 0.028
_SEEN_PX: Final = 0.75  # the end of the arc moves less than this and nobody sees it


class Ring(QLabel):
    """A ring around the number of seconds that are left, with one short line below it.

    The bright part is what remains; the gap opens at 12 o'clock and grows clockwise. Where motion
    is unwanted it moves once a second. A label for screen readers, which may read the number and
    what it is about at any time; as it has no focus, no second is told by itself.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._digits = Digits(look.fonts)
        self._ground = next(iter(look.tokens.session.values()))
        self._line = ""
        self._number = ""
        self._share = 1.0
        self._told = ("", "")

    def set_about(self, name: str, about: str) -> None:
        """Say to screen readers what the number is, and what it is about."""
        if (name, about) != self._told:
            self._told = (name, about)
            self._name()

    def _name(self) -> None:
        name, about = self._told
        parts = (f"{name}: {self._number}" if self._number else name, about)
        self.setAccessibleName(", ".join(part for part in parts if part))

    def dress(self, ground: Ground) -> None:
        """Take the colours of a phase."""
        if ground != self._ground:
            self._ground = ground
            self.update()

    def show_line(self, line: str) -> None:
        """Show a short line below the number; none stands where there is no room for it."""
        if line != self._line:
            self._line = line
            self.update()

    def show_time(
        self, remaining_s: float, seconds: float, count: int | None = None, *, stands: bool = False
    ) -> None:
        """Show the time that is left of a step of `seconds`, or the `count` of a repetition.

        No number where it `stands`, as no time passes.
        """
        number = number_words(remaining_s, seconds) if count is None else str(count)
        number = "" if stands else number
        share = min(1.0, max(0.0, remaining_s / seconds)) if seconds > 0 else 0.0
        changed = number != self._number
        moved_px = abs(share - self._share) * pi * self._side()
        if not changed and (self._look.still or moved_px < _SEEN_PX):
            return
        self._share = share
        self._number = number
        if changed:
            self._name()
        self.update()

    @property
    def number(self) -> str:
        """The number as it stands in the ring."""
        return self._number

    def font_px(self) -> float:
        """Return the pixel size of the digits, smaller where they would touch the ring."""
        side = self._side()
        inside = side * (1 - 2 * STROKE) * _INSIDE
        factor = FONT_BESIDE if self._line else FONT_ALONE
        return min(factor * side, inside / max(0.01, width_em(self._number)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint track, arc, number and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_arcs(painter)
        size, side = self.font_px(), self._side()
        middle = QRectF(self.rect()).center()
        raised = _RAISED * side if self._line else 0.0
        at = QPointF(middle.x(), middle.y() - raised)
        self._digits.paint(painter, self._number, at, size, self._ground.digits)
        if self._line:
            below = at.y() + DIGIT_HEIGHT_EM * size / 2 + _LINE_GAP * side
            self._paint_line(painter, QPointF(middle.x(), below))

    def _paint_arcs(self, painter: QPainter) -> None:
        side = self._side()
        stroke = STROKE * side
        circle = QRectF(0, 0, side - stroke - 1, side - stroke - 1)
        circle.moveCenter(QRectF(self.rect()).center())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._look.tokens.strong:
            # Track by its outline alone, so that only what is left is a filled shape.
            painter.setPen(QPen(QColor(self._ground.digits), 1))
            for grow in (-stroke / 2, stroke / 2):
                painter.drawEllipse(circle.adjusted(-grow, -grow, grow, grow))
        else:
            painter.setPen(QPen(QColor(self._ground.track), stroke))
            painter.drawEllipse(circle)
        pen = QPen(QColor(self._ground.arc), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._share >= 1:
            painter.drawEllipse(circle)
        elif self._share > 0:
            painter.drawArc(circle, 90 * 16, round(360 * 16 * self._share))

    def _paint_line(self, painter: QPainter, middle: QPointF) -> None:
        side = self._side()
        size = _LINE_FONT * side
        font = self._look.fonts.title(size, 500)
        wide = QFontMetrics(font).horizontalAdvance(self._line)
        room = self._line_room(middle.y() + size / 2)
        if wide > room:
            font = self._look.fonts.title(size * room / wide, 500)
        painter.setFont(font)
        painter.setPen(QColor(self._ground.text))
        box = QRectF(0, 0, side, side * 0.12)
        box.moveCenter(middle)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._line)

    def _line_room(self, bottom: float) -> float:
        """Pixels inside the ring where a line ends at this height."""
        side = self._side()
        inside = side * (0.5 - STROKE - _LINE_MARGIN)
        down = bottom - QRectF(self.rect()).center().y()
        return 2 * math.sqrt(max(0.0, inside**2 - down**2))

    def _side(self) -> float:
        return float(min(self.width(), self.height()))
