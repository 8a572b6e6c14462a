"""Owns the buttons of a session: plates in the phase's colours that fire on press."""

from enum import StrEnum
from typing import Final

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QWidget

from supple.ui.theme.grounds import Ground
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.widgets.lines import draw_lines
from supple.ui.widgets.mirror import mirrored, reading_icon

GUARD_MS: Final = 250
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlateKind(StrEnum):
    """Which colours a plate takes: from the land, the sky, the ring's arc, or those of hurt."""

    LAND = "land"
    SKY = "sky"
    MAIN = "main"
    DARK = "dark"
    GREEN = "green"
    HURT = "hurt"


class PlateForm(msgspec.Struct, frozen=True):
    """How a plate is set, lengths in u. `row` sets its parts from the left edge, else centred."""

    word_px: float = 20
    key_px: float = 13
    icon: float = 28
    gap: float = 18
    pad: float = 22
    radius: float = 18
    words: bool = True
    key: bool = True
    row: bool = False


class PlateButton(QPushButton):
    """Icon, word and key on a plate.

    Fires `clicked` on press, and not again within 250 ms: a hand in a hurry presses twice. Enter
    presses it, Space never does: that pauses, wherever the focus is.
    """

    def __init__(
        self,
        look: Look,
        *,
        kind: PlateKind = PlateKind.LAND,
        form: PlateForm | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.kind = kind
        self.form = form or PlateForm()
        self._ground = next(iter(look.tokens.session.values()))
        self._unit = 1.0
        self._word = self._key = self._detail = self._badge = ""
        self._icon = ("", Weight.FILL)
        self._last_ms: int | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def radius(self) -> float:
        """The corner, in u of the focus ring."""
        return self.form.radius * self._unit / self._look.scale

    def show_words(
        self,
        word: str,
        *,
        key: str = "",
        icon: str = "",
        weight: Weight = Weight.FILL,
        detail: str = "",
        badge: str = "",
        name: str = "",
    ) -> None:
        """Show what it does; `detail` is a second line, `badge` a number in a circle."""
        self.setAccessibleName(name or ", ".join(part for part in (word, key) if part))
        shown = (word, key, (icon, weight), detail, badge)
        if shown == (self._word, self._key, self._icon, self._detail, self._badge):
            return
        self._word, self._key, self._icon, self._detail, self._badge = shown
        self.setAccessibleDescription(detail)
        self.update()

    def dress(self, ground: Ground, unit: float, form: PlateForm | None = None) -> None:
        """Take the colours of a phase, the pixels of one u, and perhaps another form."""
        self._ground, self._unit = ground, unit
        self.form = form or self.form
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Fire at once."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setDown(True)
            self._fire(event.timestamp())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Come up again, without another click."""
        self.setDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses; every other key belongs to the page."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self._fire(event.timestamp())
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the release to the page, too."""
        event.ignore()

    def minimum_width(self) -> int:
        """Return the pixels the plate needs with its words."""
        return round(self._word_width() + self._around() + 2 * self.form.gap * self._unit)

    def words_fit(self) -> bool:
        """Whether everything on the plate has room at its present size."""
        return self._word_width() + self._around() <= self.width() + 1

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint plate, icon or badge, word and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = self.colours()
        self._paint_plate(painter, fill, ink)
        if self.form.row:
            self._paint_row(painter, ink)
        else:
            self._paint_centred(painter, ink)

    def colours(self) -> tuple[str, str]:
        """Return the plate's and the words' colour."""
        ground, tokens = self._ground, self._look.tokens
        match self.kind:
            case PlateKind.LAND:
                return ground.plate, ground.digits
            case PlateKind.SKY:
                return ground.plate_sky, ground.digits
            case PlateKind.MAIN:
                return ground.arc, ground.on_arc
            case PlateKind.DARK:
                return ground.digits, ground.sky
            case PlateKind.GREEN:
                return tokens.primary, tokens.on_primary
            case PlateKind.HURT:
                return tokens.clay_soft, tokens.clay_ink

    def _paint_plate(self, painter: QPainter, fill: str, ink: str) -> None:
        lit = self.isDown() or self.isChecked() or self.underMouse()
        strong = self._look.tokens.strong
        width = 2.0 if lit or strong else 0.0
        painter.setPen(QPen(QColor(ink), width) if width else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        inset, radius = width / 2, self.form.radius * self._unit
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, radius, radius)

    def _paint_centred(self, painter: QPainter, ink: str) -> None:
        icon = self.form.icon * self._unit
        if not self.form.words or not self._word:
            self._paint_icon(painter, QRectF(self.rect()), ink)
            return
        gap = self.form.gap * self._unit if self._icon[0] else 0.0
        icon = icon if self._icon[0] else 0.0
        word = self._word_width()
        left = (self.width() - icon - gap - word) / 2
        self._paint_icon(painter, mirrored(self, QRectF(left, 0, icon, self.height())), ink)
        words = QRectF(left + icon + gap, 0, word + 2, self.height())
        self._paint_words(painter, mirrored(self, words), ink)

    def _paint_row(self, painter: QPainter, ink: str) -> None:
        pad, side = self.form.pad * self._unit, self.form.icon * self._unit
        left, right = pad, self.width() - pad
        if self._icon[0]:
            self._paint_icon(painter, mirrored(self, QRectF(left, 0, side, self.height())), ink)
            left += side + self.form.gap * self._unit
        if self._badge:
            circle = QRectF(0, 0, 38 * self._unit, 38 * self._unit)
            middle = self.height() / 2
            if self._icon[0]:
                circle.moveTo(right - circle.width(), middle - circle.height() / 2)
                right = circle.left()
            else:
                circle.moveTo(left, middle - circle.height() / 2)
                left = circle.right() + self.form.gap * self._unit
            self._paint_badge(painter, mirrored(self, circle), ink)
        room = mirrored(self, QRectF(left, 0, right - left, self.height()))
        if self.form.key and self._key:
            painter.setFont(self._font(self.form.key_px + 1, 500))
            painter.setPen(QColor(ink))
            end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, end, self._key)
        self._paint_words(painter, room, ink)

    def _paint_icon(self, painter: QPainter, room: QRectF, ink: str) -> None:
        name, weight = self._icon
        if not name:
            return
        side = self.form.icon * self._unit
        box = QRectF(0, 0, side, side)
        box.moveCenter(room.center())
        self._look.icons.paint(painter, box, reading_icon(self, name), weight, ink)

    def _paint_badge(self, painter: QPainter, circle: QRectF, ink: str) -> None:
        painter.setPen(QPen(QColor(ink), 2 * self._unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        painter.setFont(self._look.fonts.digits(16 * self._unit))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _paint_words(self, painter: QPainter, room: QRectF, ink: str) -> None:
        painter.setPen(QColor(ink))
        below = self._detail or (self._key if self.form.key and not self.form.row else "")
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._font(self.form.word_px, 600))
        if not below:
            draw_lines(painter, room, self._word, start)
            return
        line = self.form.word_px * 1.3 * self._unit
        both = line + self.form.key_px * 1.4 * self._unit
        top = (self.height() - both) / 2
        draw_lines(painter, QRectF(room.left(), top, room.width(), line), self._word, start)
        painter.setFont(self._font(self.form.key_px, 500))
        rest = QRectF(room.left(), top + line, room.width(), both - line)
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, below)

    def _word_width(self) -> float:
        if not self.form.words:
            return 0.0
        wide = QFontMetricsF(self._font(self.form.word_px, 600)).horizontalAdvance(self._word)
        below = self._detail or (self._key if self.form.key and not self.form.row else "")
        under = QFontMetricsF(self._font(self.form.key_px, 500)).horizontalAdvance(below)
        return max(wide, under)

    def _around(self) -> float:
        icon = (self.form.icon + self.form.gap) if self._icon[0] and self.form.words else 0
        badge = 38 + self.form.gap if self._badge else 0
        pads = 2 * self.form.pad if self.form.row else 8
        return (icon + badge + pads) * self._unit

    def _font(self, size: float, weight: int) -> QFont:
        return self._look.fonts.words(size * self._unit, weight)

    def _fire(self, at_ms: int) -> None:
        if self._last_ms is not None and 0 <= at_ms - self._last_ms < GUARD_MS:
            return
        self._last_ms = at_ms
        self.clicked.emit()
