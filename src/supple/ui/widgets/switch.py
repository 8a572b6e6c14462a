"""Owns the switch and the tick row: check boxes that paint themselves."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.lines import draw_lines
from supple.ui.widgets.mirror import mirror, mirrored

_TRACK: Final = (44, 26)
_BOX: Final = 20
_NARROW_BELOW = 212
_DISABLED: Final = 0.45
SLIDE_MS: Final = 120


class Switch(QCheckBox):
    """On or off, 44 by 26 u. `name` says what, to a screen reader."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.radius = 13
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self._slide = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=SLIDE_MS)
        self._slide.valueChanged.connect(lambda _share: self.update())
        self.toggled.connect(self._go)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the track."""
        return QSize(self._look.u(_TRACK[0]), self._look.u(_TRACK[1]))

    def hitButton(self, _at: object) -> bool:  # noqa: N802
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint track and knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirror(painter, self)
        painter.setOpacity(1.0 if self.isEnabled() else _DISABLED)
        tokens, on = self._look.tokens, self.isChecked()
        line = tokens.primary if on else tokens.border_strong
        painter.setPen(QPen(QColor(line), tokens.line(1.5)))
        painter.setBrush(QColor(tokens.primary if on else tokens.surface))
        track = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_primary if on else tokens.border_strong))
        half = track.height() / 2
        room = track.width() - 2 * half
        across = track.left() + half + room * self._share()
        painter.drawEllipse(QPointF(across, track.center().y()), half * 0.68, half * 0.68)

    def _share(self) -> float:
        """How far the knob is on its way to the side of on."""
        gone = 1.0
        if self._slide.state() is QVariantAnimation.State.Running:
            gone = float(self._slide.currentValue())
        return gone if self.isChecked() else 1 - gone

    def _go(self) -> None:
        """Let the knob slide over, where somebody sees it and motion is wanted."""
        self._slide.stop()
        if self.isVisible() and not self._look.still:
            self._slide.start()
        self.update()


class TickRow(QCheckBox):
    """A tick box and its words on a card of their own; the whole row takes the click.

    With `lit` a ticked row stands out, where a tick is the exception. A `plain` one has no card.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        parent: QWidget | None = None,
        *,
        lit: bool = False,
        plain: bool = False,
    ) -> None:
        super().__init__(words, parent)
        self._look = look
        self._lit = lit
        self._plain = plain
        self._inset = 0 if plain else 15
        self.radius = 10
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the words on one line."""
        wide = self._metrics().horizontalAdvance(self.text())
        return QSize(wide + self._around() + 2, self._least())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with each word on its own line."""
        words = [self._metrics().horizontalAdvance(word) for word in breakable(self.text())]
        return QSize(max(words, default=0) + self._around(1) + 2, self._least())

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height the wrapped words need."""
        room = self._words_room(width, 10_000).toRect()
        text = self._metrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(self._least(), text.height() + self._look.u(8 if self._plain else 22))

    def hitButton(self, _at: object) -> bool:  # noqa: N802
        """Take a click anywhere on the row."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint row, box, tick and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, u = self._look.tokens, self._look.u
        painter.setOpacity(1.0 if self.isEnabled() else _DISABLED)
        if not self._plain:
            self._paint_card(painter)
        box = QRectF(u(self._inset) + 1, (self.height() - u(_BOX)) / 2, u(_BOX), u(_BOX))
        box = mirrored(self, box)
        on = self.isChecked()
        line = tokens.primary if on else tokens.border_strong
        painter.setPen(QPen(QColor(line), tokens.line(1.5)))
        painter.setBrush(QColor(tokens.primary if on else tokens.surface))
        painter.drawRoundedRect(box, u(5), u(5))
        if on:
            tick = box.adjusted(u(3), u(3), -u(3), -u(3))
            self._look.icons.paint(painter, tick, "check", Weight.BOLD, tokens.on_primary)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(self._look.font(BODY))
        room = mirrored(self, self._words_room(self.width(), self.height()))
        draw_lines(painter, room, self.text(), Qt.AlignmentFlag.AlignVCenter)

    def _paint_card(self, painter: QPainter) -> None:
        tokens, u = self._look.tokens, self._look.u
        lit = self._lit and self.isChecked()
        line = tokens.border_strong if self.underMouse() else tokens.border
        painter.setPen(
            QPen(QColor(tokens.primary if lit else line), 2.0 if lit else tokens.outline)
        )
        painter.setBrush(QColor(tokens.primary_soft if lit else tokens.surface))
        shape = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(shape, u(10), u(10))

    def _least(self) -> int:
        return self._look.u(32 if self._plain else 44)

    def _around(self, width: int = 10_000) -> int:
        """How wide all but the words is: box and gap before them, some room after."""
        after = 12 if width >= self._look.u(_NARROW_BELOW) else 2
        return self._look.u(self._inset + _BOX + 12 + (0 if self._plain else after))

    def _words_room(self, width: int, height: int) -> QRectF:
        left = self._look.u(self._inset + _BOX + 12)
        return QRectF(left, 0, max(1, width - self._around(width)), height)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font(BODY))
