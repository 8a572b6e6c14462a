"""Owns the button: primary, secondary, soft, quiet and danger, in three sizes."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.tokens import Tokens
from supple.ui.theme.type_scale import TypeStyle
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.height import Policy, follow_width
from supple.ui.widgets.mirror import mirrored, mirrored_place, reading_icon

_DISABLED_OPACITY: Final = 0.45
_NEAREST: Final = 0.5
_SLACK: Final = 2  # measured widths are rounded; words that fit must not break when painted
_CENTRED: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class Kind(StrEnum):
    """What a button is for; one primary a screen."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    SOFT = "soft"
    QUIET = "quiet"
    PLAIN = "plain"
    QUIET_CLAY = "quiet-clay"
    DANGER = "danger"


class Size(StrEnum):
    """How tall a button is."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"
    QUESTION = "question"


class _Measure:
    """Lengths of one size, in u."""

    def __init__(self, height: int, side: int, radius: int, icon: int, font_px: int) -> None:
        self.height = height
        self.side = side
        self.radius = radius
        self.icon = icon
        self.style = TypeStyle(font_px, font_px * 1.3, 600)


_MEASURES: Final = {
    Size.SMALL: _Measure(32, 12, 8, 16, 14),
    Size.NORMAL: _Measure(40, 18, 10, 18, 15),
    Size.LARGE: _Measure(52, 28, 14, 22, 17),
    Size.QUESTION: _Measure(62, 24, 14, 22, 20),
}


class Button(QPushButton):
    """A button that paints itself. Its label wraps when the place is narrow; nothing is cut.

    It first comes nearer to the edges.
    """

    def __init__(
        self,
        look: Look,
        label: str,
        kind: Kind = Kind.SECONDARY,
        size: Size = Size.NORMAL,
        *,
        icon: str = "",
        weight: Weight | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, parent)
        self._look = look
        self._kind = kind
        self._weight = weight
        self._measure = _MEASURES[size]
        self._icon = icon
        self.radius = self._measure.radius
        follow_width(self, Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._dress)
        self._dress()

    def set_kind(self, kind: Kind) -> None:
        """Change what the button is for."""
        self._kind = kind
        self.update()

    def set_label(self, label: str, icon: str) -> None:
        """Change what the button says, and with it the room it wants."""
        if (label, icon) != (self.text(), self._icon):
            self._icon = icon
            self.setText(label)
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the label on one line."""
        label = self._metrics().horizontalAdvance(self.text())
        return QSize(label + 2 * self._side() + self._icon_room() + 1, self._height(1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with each word on its own line, and no icon."""
        return QSize(self._widest() + 2 * self._side() + 1, self._height(1))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height the wrapped label needs."""
        if width >= self.sizeHint().width():
            return self._height(1)  # most have their room: nothing is to be broken, nor measured
        metrics = self._metrics()
        room = QRect(0, 0, max(1, width - self._around(width) + _SLACK), 10_000)
        text = metrics.boundingRect(room, _CENTRED, self.text())
        return self._height(max(1, round(text.height() / metrics.lineSpacing())))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint shape, icon and label."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(_DISABLED_OPACITY)
        fill, line, ink = self._colours(self._look.tokens)
        self._paint_shape(painter, fill, line)
        self._paint_label(painter, ink)

    def _paint_shape(self, painter: QPainter, fill: str, line: str) -> None:
        if not fill and not line:
            return
        width = self._look.tokens.outline if line else 0.0
        inset = width / 2
        painter.setPen(QPen(QColor(line), width) if line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        radius = self._look.u(self.radius)
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, radius, radius)

    def _paint_label(self, painter: QPainter, ink: str) -> None:
        side = self._side_in(self.width())
        room = self.rect().adjusted(side, 0, -side, 0)
        if self._has_icon(self.width()):
            icon, gap = self._look.u(self._measure.icon), self._gap()
            text_room = QRect(0, 0, room.width() - icon - gap + _SLACK, self.height())
            text = self._metrics().boundingRect(text_room, _CENTRED, self.text())
            left = room.left() + (room.width() - icon - gap - text.width()) // 2
            box = QRectF(left, (self.height() - icon) / 2, icon, icon)
            name = reading_icon(self, self._icon)
            self._look.icons.paint(painter, mirrored(self, box), name, self._icon_weight(), ink)
            words = QRect(left + icon + gap, 0, text.width() + 2, self.height())
            room = mirrored_place(self, words)
        else:
            room.adjust(-_SLACK // 2, 0, _SLACK // 2, 0)
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        painter.drawText(room, _CENTRED, self.text())

    def _colours(self, t: Tokens) -> tuple[str, str, str]:
        """Return fill, outline and ink; an empty string is none."""
        lit = self.isDown() or self.underMouse()
        primary = t.primary_press if self.isDown() else t.primary_hover
        match self._kind:
            case Kind.PRIMARY:
                return (primary if lit else t.primary), "", t.on_primary
            case Kind.SECONDARY:
                return (t.sunken if lit else t.surface), t.border_strong, t.ink
            case Kind.SOFT:
                outline = t.border_strong if t.strong or lit else ""
                return t.primary_soft, outline, t.primary_ink
            case Kind.QUIET:
                ink = t.ink if self._measure.height >= _MEASURES[Size.LARGE].height else t.primary
                return "", (ink if lit else ""), ink
            case Kind.PLAIN:
                return "", (t.border_strong if lit else ""), t.ink2
            case Kind.QUIET_CLAY:
                return "", (t.clay_ink if lit else ""), t.clay_ink
            case Kind.DANGER:
                return (t.clay_soft if lit else ""), t.clay, t.clay_ink

    def _dress(self) -> None:
        self.setFont(self._look.font(self._measure.style))
        self.updateGeometry()
        self.update()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font(self._measure.style))

    def _side(self) -> int:
        # A quiet button has no shape, so its words keep the left edge of what stands above.
        quiet = self._kind in (Kind.QUIET, Kind.PLAIN, Kind.QUIET_CLAY)
        return self._look.u(self._measure.side / 2 if quiet else self._measure.side)

    def _side_in(self, width: int) -> int:
        """The room beside the words; before these break they come nearer to the edge."""
        label = self._metrics().horizontalAdvance(self.text()) + self._icon_room() + 1
        least, most = round(_NEAREST * self._side()), self._side()
        return max(least, min(most, (width - label) // 2))

    def _icon_weight(self) -> Weight:
        if self._weight is not None:
            return self._weight
        return Weight.BOLD if self._kind is Kind.PLAIN else Weight.FILL

    def _gap(self) -> int:
        return self._look.u(10)

    def _widest(self) -> int:
        words = [self._metrics().horizontalAdvance(word) for word in breakable(self.text())]
        return max(words, default=0)

    def _has_icon(self, width: int) -> bool:
        """Whether there is room for it beside the longest word."""
        side = self._side_in(width)
        return bool(self._icon) and width > self._widest() + 2 * side + self._icon_room()

    def _icon_room(self) -> int:
        return self._look.u(self._measure.icon) + self._gap() if self._icon else 0

    def _around(self, width: int) -> int:
        icon = self._icon_room() if self._has_icon(width) else 0
        return 2 * self._side_in(width) + icon

    def _height(self, lines: int) -> int:
        extra = (lines - 1) * self._metrics().lineSpacing()
        return self._look.u(self._measure.height) + extra
