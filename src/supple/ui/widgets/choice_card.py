"""Owns the choice card: one of a few, with a picture, a heading and a line below it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY_STRONG, SMALL
from supple.ui.widgets.answer_plate import paint_card, paint_dot
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.lines import draw_lines
from supple.ui.widgets.mirror import mirrored, mirrored_place

_DOT = 20
_ICON = 26
_PAD = 18
_GAP = 14
_WRAP = Qt.TextFlag.TextWordWrap


class ChoiceCard(QRadioButton):
    """All of it is pressed; the arrow keys go from one card to the next."""

    def __init__(
        self, look: Look, icon: str, words: str, detail: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._look = look
        self._icon = icon
        self._detail = detail
        self.radius = 14
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size; the words may wrap."""
        wide = self._look.u(440)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with each word on its own line."""
        words = breakable(f"{self.text()} {self._detail}")
        metrics = QFontMetrics(self._look.font(BODY_STRONG))
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(widest + self._around(), self._look.u(44))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the wrapped words need."""
        heading, detail = self._heights(width)
        return max(self._look.u(68), heading + detail + self._look.u(2 * _PAD - 6))

    def hitButton(self, _at: object) -> bool:  # noqa: N802
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, picture, words and dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        paint_card(painter, self._look, self, self.radius)
        icon = QRectF(u(_PAD), (self.height() - u(_ICON)) / 2, u(_ICON), u(_ICON))
        self._look.icons.paint(painter, mirrored(self, icon), self._icon, Weight.REGULAR, t.primary)
        side = u(_DOT)
        dot = QRectF(self.width() - u(_PAD) - side, (self.height() - side) / 2, side, side)
        paint_dot(painter, self._look, mirrored(self, dot), on=self.isChecked())
        heading, detail = self._heights(self.width())
        left, top = u(_PAD + _ICON + _GAP), (self.height() - heading - detail) // 2
        room = self.width() - self._around()
        painter.setPen(QColor(t.ink))
        painter.setFont(self._look.font(BODY_STRONG))
        place = mirrored_place(self, QRect(left, top, room, heading + 2))
        draw_lines(painter, place, self.text())
        painter.setPen(QColor(t.ink2))
        painter.setFont(self._look.font(SMALL))
        place = mirrored_place(self, QRect(left, top + heading, room, detail + 2))
        draw_lines(painter, place, self._detail)

    def _heights(self, width: int) -> tuple[int, int]:
        area = QRect(0, 0, max(1, width - self._around()), 10_000)
        heading = QFontMetrics(self._look.font(BODY_STRONG)).boundingRect(area, _WRAP, self.text())
        detail = QFontMetrics(self._look.font(SMALL)).boundingRect(area, _WRAP, self._detail)
        return heading.height(), detail.height()

    def _around(self) -> int:
        return self._look.u(2 * _PAD + _ICON + 2 * _GAP + _DOT)
