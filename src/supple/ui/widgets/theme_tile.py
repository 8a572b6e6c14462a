"""Owns the little picture of a theme, to be chosen."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.tokens import Tokens, tokens_for
from supple.ui.theme.type_scale import BODY, BODY_STRONG

_PICTURE = (196, 118)
_LABEL = 36


class ThemeTile(QRadioButton):
    """Shows "light", "dark", or half of each for "system"."""

    def __init__(self, look: Look, theme: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look = look
        self._theme = theme
        self.radius = 14
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.toggled.connect(self.update)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of picture and words."""
        u = self._look.u
        words = QFontMetrics(self._look.font(BODY_STRONG)).horizontalAdvance(self.text())
        return QSize(max(u(120), words + u(34)), u(_PICTURE[1] + _LABEL))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same."""
        return self.sizeHint()

    def hitButton(self, _at: object) -> bool:  # noqa: N802
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint picture, dot and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u, on = self._look.tokens, self._look.u, self.isChecked()
        area = QRectF(1, 1, min(self.width(), u(_PICTURE[0])) - 2, u(_PICTURE[1]) - 2)
        frame = QPainterPath()
        frame.addRoundedRect(area, u(self.radius), u(self.radius))
        painter.save()
        painter.setClipPath(frame)
        self._paint_window(painter, area, tokens_for(dark=self._theme == "dark", strong=False))
        if self._theme == "system":
            corner = QPolygonF([area.topRight(), area.bottomRight(), area.bottomLeft()])
            half = QPainterPath()
            half.addPolygon(corner)
            painter.setClipPath(half.intersected(frame))
            self._paint_window(painter, area, tokens_for(dark=True, strong=False))
        painter.restore()
        line = QColor(t.primary if on else t.border_strong)
        painter.setPen(QPen(line, 3 if on else t.outline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(frame)
        self._paint_label(painter)

    def _paint_window(self, painter: QPainter, area: QRectF, t: Tokens) -> None:
        u = self._look.u
        painter.fillRect(area, QColor(t.ground))
        bar = QRectF(area.left(), area.top(), area.width() * 0.25, area.height())
        painter.fillRect(bar, QColor(t.sunken))
        painter.setPen(Qt.PenStyle.NoPen)
        for row, ink in enumerate((t.primary, t.border_strong, t.border_strong)):
            painter.setBrush(QColor(ink))
            top = bar.top() + u(16 + 15 * row)
            width = bar.width() - u(18 + 4 * bool(row))
            painter.drawRoundedRect(QRectF(bar.left() + u(9), top, width, u(5)), 2, 2)
        hero = QRectF(bar.right() + u(10), area.top() + u(14), 0, u(48))
        hero.setRight(area.right() - u(10))
        painter.setBrush(QColor(t.apricot_soft))
        painter.drawRoundedRect(hero, u(7), u(7))
        painter.setBrush(QColor(t.ink))
        painter.drawRoundedRect(QRectF(hero.left() + u(8), hero.top() + u(10), u(44), u(6)), 2, 2)
        painter.setBrush(QColor(t.primary))
        painter.drawRoundedRect(QRectF(hero.left() + u(8), hero.top() + u(28), u(32), u(11)), 5, 5)
        painter.setBrush(QColor(t.apricot))
        painter.drawEllipse(QPointF(hero.right() - u(18), hero.top() + u(17)), u(8), u(8))
        painter.setBrush(QColor(t.surface))
        low = QRectF(hero.left(), hero.bottom() + u(8), hero.width() * 0.6, area.height())
        painter.drawRoundedRect(low, u(6), u(6))
        right = QRectF(low.right() + u(6), low.top(), hero.right() - low.right() - u(6), u(90))
        painter.drawRoundedRect(right, u(6), u(6))

    def _paint_label(self, painter: QPainter) -> None:
        t, u, on = self._look.tokens, self._look.u, self.isChecked()
        top, dot = u(_PICTURE[1] + 10), u(20)
        painter.setPen(QPen(QColor(t.primary if on else t.border_strong), t.line(1.5)))
        painter.setBrush(QColor(t.surface))
        box = QRectF(u(2), top, dot, dot)
        if self.isRightToLeft():
            box.moveRight(self.width() - u(2))
        painter.drawEllipse(box)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.primary))
            painter.drawEllipse(box.center(), dot * 0.28, dot * 0.28)
        painter.setPen(QColor(t.ink))
        painter.setFont(self._look.font(BODY_STRONG if on else BODY))
        room = QRect(u(30), top - 2, self.width() - u(30), dot + 4)
        if self.isRightToLeft():
            room.moveLeft(0)
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, self.text())
