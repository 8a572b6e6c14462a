"""Owns words in a fixed place of a session: set as large as their place allows, never cut."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import TypeStyle
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.lines import draw_lines

_SMALLEST: Final = 0.4
_STEP: Final = 0.04
_UNBOUNDED: Final = 100_000


class FitText(QLabel):
    """Paints its text in the style's size, or smaller, on as many lines as fit.

    The size is the style's times `unit`. With `one_line` the words shrink to 70 % before they
    are broken into lines.
    """

    def __init__(
        self,
        look: Look,
        style: TypeStyle,
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        one_line: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style = style
        self._break_from = 0.7 if one_line else 1.0
        self._unit = 1.0
        self._ink = ""
        self._side = align | Qt.AlignmentFlag.AlignVCenter
        self._fitted: QFont | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_words(self, words: str) -> None:
        """Show these words; the place stays as it is."""
        if words != self.text():
            self._fitted = None
            self.setText(words)
            self.update()

    def set_align(self, align: Qt.AlignmentFlag) -> None:
        """Set the words from the left, the middle or the right."""
        self._side = align | Qt.AlignmentFlag.AlignVCenter
        self.update()

    def dress(self, style: TypeStyle, unit: float, ink: str) -> None:
        """Set the kind of text, the pixels of one u, and the colour."""
        if (style, unit, ink) == (self._style, self._unit, self._ink):
            return
        self._style, self._unit, self._ink = style, unit, ink
        self._fitted = None
        self.update()

    def fitted_font(self) -> QFont:
        """Return the largest font in which all words fit the place."""
        if self._fitted is None:
            self._fitted = self._fit()
        return self._fitted

    def width_needed(self) -> int:
        """Return the pixels of all words on one line in full size."""
        return QFontMetrics(self._font(1.0)).horizontalAdvance(self.text()) + 2

    def text_rect(self) -> QRect:
        """Return where the words are painted, for whoever wants to stand beside them."""
        metrics = QFontMetrics(self.fitted_font())
        return metrics.boundingRect(self.rect(), self._side | Qt.TextFlag.TextWordWrap, self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit again."""
        self._fitted = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the words."""
        painter = QPainter(self)
        painter.setFont(self.fitted_font())
        painter.setPen(QColor(self._ink))
        draw_lines(painter, self.rect(), self.text(), self._side)

    def _fit(self) -> QFont:
        share = 1.0
        while share > _SMALLEST:
            font = self._font(share)
            if self._fits(font, lines=1) or (
                share <= self._break_from and self._fits(font, lines=9)
            ):
                return font
            share -= _STEP
        return self._font(_SMALLEST)

    def _fits(self, font: QFont, *, lines: int) -> bool:
        metrics = QFontMetrics(font)
        room = QRect(0, 0, self.width(), _UNBOUNDED)
        turned = self.isRightToLeft()
        run = Qt.TextFlag.TextForceRightToLeft if turned else Qt.TextFlag.TextForceLeftToRight
        used = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap | run, self.text())
        if lines == 1:
            # Told by the lines it takes: an advance may be rounded down to what fits.
            return (
                metrics.horizontalAdvance(self.text()) <= self.width()
                and used.height() <= metrics.lineSpacing() + 1
                and metrics.height() <= self.height() + 2
            )
        widest = max((metrics.horizontalAdvance(w) for w in breakable(self.text())), default=0)
        return used.height() <= self.height() and widest <= self.width()

    def _font(self, share: float) -> QFont:
        make = self._look.fonts.title if self._style.lexend else self._look.fonts.words
        return make(self._style.size * self._unit * share, self._style.weight)
