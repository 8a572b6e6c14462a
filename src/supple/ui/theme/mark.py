"""Owns the drawing of the logo: a sun over land, and a person folding.

The namespace `Qt` is left out: loading its names takes 15 ms, and the icon in the tray is to be
there at once.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

_PIECES = 40


def paint_logo(painter: QPainter, box: QRectF, line: str, dot: str) -> None:
    """Paint the logo into a square box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = box.width()

    def at(across: float, down: float) -> QPointF:
        return QPointF(box.left() + across * side, box.top() + down * side)

    path = QPainterPath(at(0.09, 0.88))
    path.cubicTo(at(0.16, 0.40), at(0.44, 0.30), at(0.62, 0.56))
    path.cubicTo(at(0.72, 0.72), at(0.80, 0.80), at(0.91, 0.86))
    half = 0.075 * side
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * half)
    bent = stroker.createStroke(_shorter(path, half))  # its square ends are half as long as wide
    for end in (path.pointAtPercent(0), path.pointAtPercent(1)):
        bent.addPath(_disc(end, half))
    painter.fillPath(bent.simplified(), QColor(line))
    painter.fillPath(_disc(at(0.66, 0.22), 0.175 * side), QColor(dot))


def _shorter(path: QPainterPath, by: float) -> QPainterPath:
    """The path without `by` at either end, in straight pieces too short to be seen."""
    first = path.percentAtLength(by)
    points = [path.pointAtPercent(first + (1 - 2 * first) * n / _PIECES) for n in range(_PIECES)]
    made = QPainterPath(points[0])
    for point in [*points[1:], path.pointAtPercent(1 - first)]:
        made.lineTo(point)
    return made


def _disc(middle: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(middle, radius, radius)
    return path
