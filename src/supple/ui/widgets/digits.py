"""Owns the countdown's digits: each stands in a cell of its own, so the number never moves."""

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from supple.ui.theme.fonts import Fonts

CELL_EM: Final = 0.64
COLON_EM: Final = 0.26
DIGIT_HEIGHT_EM: Final = 0.70


def number_words(remaining_s: float, seconds: float) -> str:
    """Return the countdown as shown: rounded up, never 0; `m:ss` for steps of 100 s or more."""
    left = max(1, _ceil(remaining_s))
    if seconds < 100:  # noqa: PLR2004 - the one place where this length has a meaning
        return str(left)
    return f"{left // 60}:{left % 60:02d}"


def width_em(number: str) -> float:
    """Return the width of a number in units of its font size."""
    return sum(COLON_EM if sign == ":" else CELL_EM for sign in number)


def left_edges_em(number: str) -> list[float]:
    """Return where each cell begins, in em from the middle of the whole number."""
    at, edges = -width_em(number) / 2, []
    for sign in number:
        edges.append(at)
        at += COLON_EM if sign == ":" else CELL_EM
    return edges


class Digits:
    """Paints numbers as outlines, which are kept: text layout is too slow for 30 a second."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._size_px = 0.0
        self._outlines: dict[str, tuple[QPainterPath, float]] = {}

    def paint(
        self, painter: QPainter, number: str, middle: QPointF, size_px: float, hex_value: str
    ) -> None:
        """Paint `number` around `middle`, with digits of 0.7 `size_px` height."""
        if size_px != self._size_px:
            self._size_px = size_px
            self._outlines.clear()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(hex_value))
        baseline = middle.y() + DIGIT_HEIGHT_EM * size_px / 2
        for sign, edge in zip(number, left_edges_em(number), strict=True):
            outline, advance = self._outline(sign)
            cell = (COLON_EM if sign == ":" else CELL_EM) * size_px
            left = middle.x() + edge * size_px + (cell - advance) / 2
            painter.translate(left, baseline)
            painter.drawPath(outline)
            painter.translate(-left, -baseline)

    def _outline(self, sign: str) -> tuple[QPainterPath, float]:
        if sign not in self._outlines:
            font: QFont = self._fonts.digits(self._size_px)
            path = QPainterPath()
            # The strokes of a glyph overlap; filled by winding they are one shape.
            path.setFillRule(Qt.FillRule.WindingFill)
            path.addText(QPointF(0, 0), font, sign)
            self._outlines[sign] = (path, QFontMetricsF(font).horizontalAdvance(sign))
        return self._outlines[sign]


def _ceil(value: float) -> int:
    # A whisker above a whole second is that second: deadlines come from float sums.
    return -int(-(value - 1e-6) // 1)
