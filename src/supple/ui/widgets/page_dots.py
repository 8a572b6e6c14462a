"""Owns the dots that tell which page of a few is up."""

from gettext import NullTranslations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SMALL
from supple.ui.widgets.faces import give_face, text
from supple.ui.widgets.mirror import mirrored

_DOT = 9
_LONG = 28
_STEP = 17
_WORDS_GAP = 16


class PageDots(QWidget):
    """Dots for the pages before and after, a bar for the present one, and "2 of 5" in words."""

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tr = translations.gettext
        self._number, self._of = 1, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_page(self, number: int, of: int) -> None:
        """Mark page `number`, counted from 1, of `of` pages."""
        self._number, self._of = number, of
        self.setAccessibleName(self._words())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of all dots and the words."""
        metrics = QFontMetrics(self._look.font(SMALL))
        words = metrics.horizontalAdvance(self._words())
        dots = self._look.u(_STEP * (self._of - 1) + _LONG + _WORDS_GAP)
        return QSize(dots + words + 2, max(metrics.height(), self._look.u(_DOT)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint dots and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens, u = self._look.tokens, self._look.u
        left, top = 0, (self.height() - u(_DOT)) / 2
        for number in range(1, self._of + 1):
            wide = u(_LONG if number == self._number else _DOT)
            colour = tokens.border_strong if number > self._number else tokens.primary
            painter.setBrush(QColor(colour))
            dot = mirrored(self, QRectF(left, top, wide, u(_DOT)))
            painter.drawRoundedRect(dot, u(_DOT) / 2, u(_DOT) / 2)
            left += wide + u(_STEP - _DOT)
        painter.setPen(QColor(tokens.ink2))
        painter.setFont(self._look.font(SMALL))
        left += u(_WORDS_GAP - _STEP + _DOT)
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(mirrored(self, room), Qt.AlignmentFlag.AlignVCenter, self._words())

    def _words(self) -> str:
        return self._tr("{n} of {of}").format(n=self._number, of=self._of)


give_face(PageDots, text)
