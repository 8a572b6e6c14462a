"""Owns the tick card: a picture, a heading and a tick box on a surface; all of it is pressed."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG, CARD, TypeStyle
from supple.ui.widgets.answer_plate import paint_card
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.lines import draw_lines
from supple.ui.widgets.mirror import mirrored, mirrored_place

_BOX = 20
_ICON = 30
_PAD = 18
_ROW_FROM = 250
_WRAP = Qt.TextFlag.TextWordWrap


class TickCard(QCheckBox):
    """With `detail` a wide row; without it, or where it is narrow, a tile with the words below."""

    def __init__(
        self,
        look: Look,
        icon: str,
        words: str,
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._look = look
        self._icon = icon
        self._detail = detail
        self.radius = 16
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size; the words may wrap."""
        wide = self._look.u(420 if self._detail else 190)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with each word on its own line."""
        words = breakable(f"{self.text()} {self._detail}")
        metrics = QFontMetrics(self._look.font(self._heading()))
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(widest + self._look.u(2 * _PAD), self._look.u(44))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the wrapped words need."""
        u = self._look.u
        heading, detail = self._heights(width)
        if self._is_row(width):
            return max(u(78), heading + detail + u(2 * _PAD))
        return u(_PAD + _ICON + (12 if self._detail else 30) + _PAD) + heading + detail

    def hitButton(self, _at: object) -> bool:  # noqa: N802
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, picture, words and box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u, on = self._look.tokens, self._look.u, self.isChecked()
        paint_card(painter, self._look, self, self.radius)
        self._paint_box(painter)
        icon_ink = t.primary if on or self._detail else t.ink2
        top = (self.height() - u(_ICON)) / 2 if self._is_row(self.width()) else u(_PAD)
        place = mirrored(self, QRectF(u(_PAD), top, u(_ICON), u(_ICON)))
        self._look.icons.paint(painter, place, self._icon, Weight.REGULAR, icon_ink)
        self._paint_words(painter)

    def _paint_box(self, painter: QPainter) -> None:
        t, u, on = self._look.tokens, self._look.u, self.isChecked()
        top = (self.height() - u(_BOX)) / 2 if self._is_row(self.width()) else u(_PAD + 4)
        box = mirrored(self, QRectF(self.width() - u(_PAD + _BOX), top, u(_BOX), u(_BOX)))
        painter.setPen(QPen(QColor(t.primary if on else t.border_strong), t.line(1.5)))
        painter.setBrush(QColor(t.primary if on else t.surface))
        painter.drawRoundedRect(box, u(5), u(5))
        if on:
            tick = box.adjusted(u(3), u(3), -u(3), -u(3))
            self._look.icons.paint(painter, tick, "check", Weight.BOLD, t.on_primary)

    def _paint_words(self, painter: QPainter) -> None:
        t, u = self._look.tokens, self._look.u
        heading, detail = self._heights(self.width())
        room = self._words_width(self.width())
        painter.setPen(QColor(t.ink))
        painter.setFont(self._look.font(self._heading()))
        left, top = u(_PAD), self.height() - u(_PAD) - heading - detail
        if self._is_row(self.width()):
            left, top = u(2 * _PAD + _ICON), (self.height() - heading - detail) // 2
        place = mirrored_place(self, QRect(left, top, room, heading + 2))
        draw_lines(painter, place, self.text())
        if not self._detail:
            return
        painter.setPen(QColor(t.ink2))
        painter.setFont(self._look.font(BODY))
        place = mirrored_place(self, QRect(left, top + heading, room, detail + 2))
        draw_lines(painter, place, self._detail)

    def _heights(self, width: int) -> tuple[int, int]:
        area = QRect(0, 0, self._words_width(width), 10_000)
        heading = QFontMetrics(self._look.font(self._heading())).boundingRect(
            area, _WRAP, self.text()
        )
        if not self._detail:
            return heading.height(), 0
        detail = QFontMetrics(self._look.font(BODY)).boundingRect(area, _WRAP, self._detail)
        return heading.height(), detail.height()

    def _words_width(self, width: int) -> int:
        around = 4 * _PAD + _ICON + _BOX if self._is_row(width) else 2 * _PAD
        return max(1, width - self._look.u(around))

    def _is_row(self, width: int) -> bool:
        """Whether the words stand between picture and box, not below them."""
        return bool(self._detail) and width >= self._look.u(_ROW_FROM)

    def _heading(self) -> TypeStyle:
        return CARD if self._detail else BODY_STRONG
