"""Owns how painted words take several lines: no word stands alone on the last."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from supple.ui.widgets.breakable import kept

_TOP: Final = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


def draw_lines(
    painter: QPainter, place: QRect | QRectF, words: str, side: Qt.AlignmentFlag = _TOP
) -> None:
    """Paint `words` in the font of `painter`, on as many lines as they take in `place`."""
    together = kept(words, place.width(), painter.fontMetrics().horizontalAdvance)
    painter.drawText(QRectF(place), side | Qt.TextFlag.TextWordWrap, together)
