"""Owns the tile of an exercise: its picture on the ground of its position, name, one line."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QPushButton, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import CARD, SMALL, SMALL_MEDIUM
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.height import Policy, follow_width
from supple.ui.widgets.lines import draw_lines
from supple.ui.widgets.long_press import LongPress

_PICTURE_SHARE = 0.565
_BAND = 0.8
_PAD = 14
_BAND_ALPHA = 120
_FADED = 0.55
_WRAP = Qt.TextFlag.TextWordWrap

Picture = Callable[[str, QSize, float], QPixmap | None]
"""The still of an exercise in a size (logical pixels, device ratio); None until it is drawn."""


class TileView(msgspec.Struct, frozen=True):
    """One exercise in the library. `ground` names a token; `spoken` is for screen readers.

    `chip` is a word in the corner; a `faded` one is not for this person now.
    """

    id: str
    name: str
    line: str
    ground: str
    spoken: str
    chip: str = ""
    chip_icon: str = ""
    faded: bool = False
    may_try: bool = True
    is_aside: bool = False


class ExerciseTile(QPushButton):
    """Opens an exercise. `looked_at` tells when it is hovered or focused, and when no longer."""

    looked_at = Signal(bool)
    menu_wanted = Signal(object)

    def __init__(
        self, look: Look, picture: Picture, view: TileView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        LongPress(self)
        self._look = look
        self._picture = picture
        self.view = view
        self.radius = 16
        self.covered = False
        self.setText(view.name)
        self.setAccessibleName(view.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self, down=Policy.Fixed)

    def show_view(self, view: TileView) -> None:
        """Show the same exercise as it stands now."""
        if view != self.view:
            self.view = view
            self.setAccessibleName(view.spoken)
            self.update()

    def picture_rect(self) -> QRect:
        """Where the figure is."""
        height = self._picture_height(self.width())
        inset = round(height * 0.07)
        return QRect(inset, inset, self.width() - 2 * inset, height - inset)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of picture and words."""
        name, line = self._heights(width)
        return self._picture_height(width) + name + line + self._look.u(2 * _PAD - 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the width of the longest word."""
        metrics = QFontMetrics(self._look.font(CARD))
        widest = max(metrics.horizontalAdvance(word) for word in breakable(self.view.name))
        return QSize(widest + self._look.u(2 * _PAD), self._look.u(60))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a usual size."""
        width = self._look.u(216)
        return QSize(width, self.heightForWidth(width))

    def event(self, event: QEvent) -> bool:
        """Tell when somebody looks at it."""
        kind = event.type()
        if isinstance(event, QEnterEvent) or kind is QEvent.Type.FocusIn:
            self.looked_at.emit(True)
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.looked_at.emit(False)
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu, by mouse or by key."""
        self.menu_wanted.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint card, ground, figure, words and chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        lit = self.underMouse() or self.isDown()
        inset = t.outline / 2
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        card = QPainterPath()
        card.addRoundedRect(shape, u(self.radius), u(self.radius))
        painter.fillPath(card, QColor(t.surface))
        self._paint_picture(painter, card)
        painter.setPen(QPen(QColor(t.border_strong if lit else t.border), t.outline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(card)
        self._paint_words(painter)
        if self.view.chip:
            self._paint_chip(painter)

    def _paint_picture(self, painter: QPainter, card: QPainterPath) -> None:
        tokens = self._look.tokens
        height = self._picture_height(self.width())
        area = QRectF(0, 0, self.width(), height)
        ground = QColor(getattr(tokens, self.view.ground))
        painter.save()
        painter.setClipPath(card)
        painter.fillRect(area, ground)
        band = QColor(tokens.border if tokens.dark else tokens.surface)
        band.setAlpha(_BAND_ALPHA)
        painter.fillRect(area.adjusted(0, height * _BAND, 0, 0), band)
        if not self.covered:
            place = self.picture_rect()
            picture = self._picture(self.view.id, place.size(), self.devicePixelRatioF())
            if picture is not None:
                painter.setOpacity(_FADED if self.view.faded else 1.0)
                painter.drawPixmap(place.topLeft(), picture)
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        t, u = self._look.tokens, self._look.u
        name, line = self._heights(self.width())
        top = self._picture_height(self.width()) + u(_PAD - 3)
        room = self.width() - u(2 * _PAD)
        left = Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(t.ink2 if self.view.faded else t.ink))
        painter.setFont(self._look.font(CARD))
        draw_lines(painter, QRect(u(_PAD), top, room, name + 2), self.view.name, left)
        painter.setPen(QColor(t.ink2))
        painter.setFont(self._look.font(SMALL))
        draw_lines(painter, QRect(u(_PAD), top + name, room, line + 2), self.view.line, left)

    def _paint_chip(self, painter: QPainter) -> None:
        t, u = self._look.tokens, self._look.u
        font = self._look.font(SMALL_MEDIUM)
        icon = u(20) if self.view.chip_icon else 0
        width = QFontMetrics(font).horizontalAdvance(self.view.chip) + u(20) + icon
        plate = QRectF(u(10), u(10), width, u(24))
        if self.isRightToLeft():
            plate.moveRight(self.width() - u(10))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.surface))
        painter.drawRoundedRect(plate, u(12), u(12))
        words = plate.adjusted(u(10), 0, -u(10), 0)
        if icon:
            place = QRectF(words.left(), plate.center().y() - u(7), u(14), u(14))
            self._look.icons.paint(painter, place, self.view.chip_icon, Weight.REGULAR, t.ink2)
            words.setLeft(words.left() + icon)
        painter.setPen(QColor(t.ink2))
        painter.setFont(font)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.view.chip)

    def _picture_height(self, width: int) -> int:
        return round(width * _PICTURE_SHARE)

    def _heights(self, width: int) -> tuple[int, int]:
        area = QRect(0, 0, max(1, width - self._look.u(2 * _PAD)), 10_000)
        name = QFontMetrics(self._look.font(CARD)).boundingRect(area, _WRAP, self.view.name)
        line = QFontMetrics(self._look.font(SMALL)).boundingRect(area, _WRAP, self.view.line)
        return name.height(), line.height() + self._look.u(3)
