"""Owns the picture card: one of a few, with a large picture above name, line, chips and a note."""

import msgspec
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, SECTION, SMALL, SMALL_MEDIUM, TypeStyle
from supple.ui.widgets.answer_plate import paint_dot
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.lines import draw_lines
from supple.ui.widgets.mirror import mirrored

_SHARE = 0.4
_PAD = 20
_DOT = 20
_CHIP = 28
_GAP = 8
_WRAP = Qt.TextFlag.TextWordWrap


class PictureView(msgspec.Struct, frozen=True):
    """What is shown: an exercise on a ground (a token), its name, a line, chips, a last line."""

    id: str
    name: str
    line: str
    ground: str
    chips: tuple[str, ...]
    last: str


class PictureCard(QRadioButton):
    """All of it is pressed; the arrow keys go from one card to the next."""

    def __init__(
        self, look: Look, view: PictureView, picture: Picture, parent: QWidget | None = None
    ) -> None:
        super().__init__(view.name, parent)
        self._look = look
        self._view = view
        self._picture = picture
        self.radius = 18
        self.setAccessibleDescription(f"{view.line} {', '.join(view.chips)}. {view.last}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size; the words may wrap."""
        wide = self._look.u(300)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with each word on its own line."""
        metrics = QFontMetrics(self._look.font(SECTION))
        name = max((metrics.horizontalAdvance(word) for word in breakable(self.text())), default=0)
        chips = max((self._chip_width(chip) for chip in self._view.chips), default=0)
        return QSize(max(name, chips) + self._look.u(2 * _PAD), self._look.u(80))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of picture and words."""
        *_, bottom = self._places(width)
        return bottom.bottom() + 1 + self._look.u(_PAD - 4)

    def hitButton(self, _at: object) -> bool:  # noqa: N802
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint card, picture, dot and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u, on = self._look.tokens, self._look.u, self.isChecked()
        width = 2.0 if on else t.outline
        shape = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        card = QPainterPath()
        card.addRoundedRect(shape, u(self.radius), u(self.radius))
        painter.fillPath(card, QColor(t.surface))
        self._paint_picture(painter, card)
        line = t.primary if on else t.border_strong if self.underMouse() else t.border
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(card)
        dot = mirrored(self, QRectF(self.width() - u(18 + _DOT), u(18), u(_DOT), u(_DOT)))
        paint_dot(painter, self._look, dot, on=on)
        name, words, chips, last = self._places(self.width())
        self._write(painter, name, SECTION, self.text(), t.ink)
        self._write(painter, words, BODY, self._view.line, t.ink2)
        for chip, place in zip(self._view.chips, self._chips(chips), strict=True):
            self._paint_chip(painter, place, chip)
        self._write(painter, last, SMALL, self._view.last, t.ink2)

    def _paint_picture(self, painter: QPainter, card: QPainterPath) -> None:
        tall = self._tall(self.width())
        painter.save()
        painter.setClipPath(card)
        ground = QColor(getattr(self._look.tokens, self._view.ground))
        painter.fillRect(QRectF(0, 0, self.width(), tall), ground)
        size = QSize(self.width() - self._look.u(2 * _PAD), tall - self._look.u(12))
        still = self._picture(self._view.id, size, self.devicePixelRatioF())
        if still is not None:
            painter.drawPixmap(self._look.u(_PAD), self._look.u(8), still)
        painter.restore()

    def _paint_chip(self, painter: QPainter, place: QRect, words: str) -> None:
        box = mirrored(self, QRectF(place))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.tokens.sunken))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(self._look.tokens.ink2))
        painter.setFont(self._look.font(SMALL_MEDIUM))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _write(
        self, painter: QPainter, place: QRect, style: TypeStyle, words: str, ink: str
    ) -> None:
        painter.setPen(QColor(ink))
        painter.setFont(self._look.font(style))
        side = Qt.AlignmentFlag.AlignLeading
        draw_lines(painter, place.adjusted(0, 0, 0, 2), words, side)

    def _tall(self, width: int) -> int:
        return round(width * _SHARE)

    def _places(self, width: int) -> tuple[QRect, QRect, QRect, QRect]:
        """Where name, line, chips and last line stand, below the picture."""
        u = self._look.u
        room, top = max(1, width - u(2 * _PAD)), self._tall(width) + u(_PAD)
        places = []
        parts = ((SECTION, self.text()), (BODY, self._view.line), None, (SMALL, self._view.last))
        for part in parts:
            if part is None:
                tall = self._chips_tall(room)
            else:
                metrics = QFontMetrics(self._look.font(part[0]))
                tall = metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAP, part[1]).height()
            places.append(QRect(u(_PAD), top, room, tall))
            top += tall + u(_GAP + 2)
        return places[0], places[1], places[2], places[3]

    def _chips(self, area: QRect) -> list[QRect]:
        """Where the chips stand, in as many lines as they need."""
        gap, tall = self._look.u(_GAP), self._look.u(_CHIP)
        left, top, found = area.left(), area.top(), []
        for chip in self._view.chips:
            wide = self._chip_width(chip)
            if left > area.left() and left + wide > area.right():
                left, top = area.left(), top + tall + gap
            found.append(QRect(left, top, wide, tall))
            left += wide + gap
        return found

    def _chips_tall(self, room: int) -> int:
        found = self._chips(QRect(0, 0, room, 0))
        return found[-1].bottom() + 1 if found else 0

    def _chip_width(self, words: str) -> int:
        metrics = QFontMetrics(self._look.font(SMALL_MEDIUM))
        return metrics.horizontalAdvance(words) + self._look.u(22)
