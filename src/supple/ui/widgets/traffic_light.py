"""Owns the three lines on how much is enough, each with its light."""

from gettext import NullTranslations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SMALL
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.faces import give_face, group, text
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.height import Policy, follow_width


class _Light(QWidget):
    """A coloured dot and its words; the colour is never the only sign."""

    def __init__(self, look: Look, colour: str, words: str) -> None:
        super().__init__()
        self._look = look
        self._colour = colour
        self._words = words
        self.setAccessibleName(words)
        follow_width(self, Policy.Preferred)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of dot and words."""
        metrics = QFontMetrics(self._look.font(SMALL))
        width = metrics.horizontalAdvance(self._words) + self._look.u(18)
        return QSize(width, metrics.height() + self._look.u(4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the width of the longest word: words wrap and are never cut."""
        metrics = QFontMetrics(self._look.font(SMALL))
        widest = max(metrics.horizontalAdvance(word) for word in breakable(self._words))
        return QSize(widest + self._look.u(18), metrics.height() + self._look.u(4))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the wrapped words need."""
        room = QRect(0, 0, max(1, width - self._look.u(16)), 10_000)
        metrics = QFontMetrics(self._look.font(SMALL))
        used = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._words)
        return used.height() + self._look.u(4)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dot on the side where the words begin."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        u, tokens = self._look.u, self._look.tokens
        side, turned = u(10), self.isRightToLeft()
        left = self.width() - side if turned else 0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens, self._colour)))
        painter.drawEllipse(QRectF(left, (self.height() - side) / 2, side, side))
        painter.setPen(QColor(tokens.ink2))
        painter.setFont(self._look.font(SMALL))
        room = self.rect().adjusted(0 if turned else u(16), 0, -u(16) if turned else 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self._words)


class TrafficLight(FlowRow):
    """Green, amber and red, in a row as long as there is room."""

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, gap=16, parent=parent)
        tr = translations.gettext
        self.setAccessibleName(tr("How much is enough"))
        lights = (
            ("primary", tr("A mild pull: fine")),
            ("apricot", tr("5 or 6 of 10: ease off")),
            ("clay", tr("Sharp, numb, or 7 and more: stop")),
        )
        self.set_items([_Light(look, colour, words) for colour, words in lights])


give_face(_Light, text)
give_face(TrafficLight, group)
