"""Owns the card that lists keys and what they do."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supple.ui.pages.settings_view import Keys
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, SMALL_MEDIUM
from supple.ui.widgets.card import Card
from supple.ui.widgets.text import Text


class KeyCap(QWidget):
    """The picture of a key."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words and their frame."""
        metrics = QFontMetrics(self._look.font(SMALL_MEDIUM))
        return QSize(metrics.horizontalAdvance(self._words) + self._look.u(16), self._look.u(24))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint frame and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        painter.setPen(QPen(QColor(t.border_strong), t.outline))
        painter.setBrush(QColor(t.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), u(6), u(6))
        painter.setPen(QColor(t.ink))
        painter.setFont(self._look.font(SMALL_MEDIUM))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


class KeysCard(Card):
    """A heading, and a line for each deed with its keys."""

    def __init__(self, look: Look, title: str, kind: Keys) -> None:
        super().__init__(look)
        self.body.addWidget(Text(look, CARD, title, wrap=True))
        for words, keys in kind.keys:
            line = QHBoxLayout()
            line.setSpacing(look.u(8))
            line.addWidget(Text(look, BODY, words, wrap=True), 1)
            for key in keys:
                line.addWidget(KeyCap(look, key))
            self.body.addLayout(line)
        self.body.addStretch(1)
