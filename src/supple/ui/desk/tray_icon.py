"""Owns how the icon in the tray is drawn. Loads little: it is the first thing on the screen."""

import os
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from supple.ui.pages.break_view import Sign
from supple.ui.theme.mark import paint_logo
from supple.ui.theme.tokens import DARK, LIGHT

_SIDES: Final = (16, 22, 24, 32, 48, 64)
_FAINT: Final = 0.55
_CLEAR: Final = "transparent"


def first_icon() -> QSystemTrayIcon:
    """The icon as it stands until desk breaks have something to tell."""
    icon = QSystemTrayIcon(tray_icon(Sign.ON, on_dark=is_dark_panel()))
    icon.setToolTip("Supple")
    return icon


def tray_icon(sign: Sign, *, on_dark: bool) -> QIcon:
    """The logo in one colour, changed in shape by what it tells."""
    icon = QIcon()
    ink = DARK.ink if on_dark else LIGHT.ink
    for side in _SIDES:
        picture = QPixmap(side, side)
        picture.fill(QColor(_CLEAR))
        painter = QPainter(picture)
        _paint(painter, QRectF(0, 0, side, side), sign, ink)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _paint(painter: QPainter, box: QRectF, sign: Sign, ink: str) -> None:
    side = box.width()
    middle, radius = QPointF(0.66 * side, 0.22 * side), 0.175 * side
    dot = {Sign.ON: ink, Sign.DUE: LIGHT.apricot}.get(sign, _CLEAR)
    if dot == _CLEAR:
        painter.setOpacity(_FAINT)
    paint_logo(painter, box, ink, dot)
    painter.setOpacity(1.0)
    if sign is Sign.PAUSED:
        painter.setPen(_pen(ink, side))
        for across in (-0.11 * side, 0.11 * side):
            at = QPointF(middle.x() + across, middle.y())
            painter.drawLine(at - QPointF(0, 0.8 * radius), at + QPointF(0, 0.6 * radius))
    elif sign is Sign.OFF:
        ring = QPainterPath()
        ring.addEllipse(middle, radius, radius)
        painter.strokePath(ring, _pen(ink, side))
    elif sign is Sign.DUE:  # larger, so that it is seen without its colour, too
        disc = QPainterPath()
        disc.addEllipse(middle, 1.22 * radius, 1.22 * radius)
        painter.fillPath(disc, QColor(LIGHT.apricot))


def _pen(ink: str, side: float) -> QPen:
    from PySide6.QtCore import Qt  # its names take 12 ms, and the first icon has no line

    width = max(1.5, 0.09 * side)
    return QPen(QColor(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def is_dark_panel() -> bool:
    """Whether the tray is dark: GNOME's always is, others follow the theme."""
    if "GNOME" in os.environ.get("XDG_CURRENT_DESKTOP", "").split(":"):
        return True
    return QGuiApplication.styleHints().colorScheme().name == "Dark"
