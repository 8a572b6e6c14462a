"""Owns the caption line: what is being said, or was said last."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from supple.ui.theme.grounds import Ground
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import TypeStyle
from supple.ui.widgets.fit_text import FitText
from supple.ui.widgets.mirror import mirrored, mirrored_place

_ICON: Final = 28
_GAP: Final = 16


class Caption(QWidget):
    """A speaker and the spoken words; the speaker is struck through while the voice is off."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = FitText(look, TypeStyle(25, 32, 500), one_line=False, parent=self)
        self._ground = next(iter(look.tokens.session.values()))
        self._unit = 1.0
        self._voice = True
        self._with_icon = True

    def show_words(self, words: str) -> None:
        """Show the words and say them to a screen reader that asks."""
        self._words.show_words(words)

    def set_voice(self, on: bool) -> None:
        """Strike the speaker through, or not."""
        self._voice = on
        self.update()

    def dress(self, ground: Ground, unit: float, style: TypeStyle, *, icon: bool) -> None:
        """Take the colours of a phase, the pixels of one u, and the size of the words."""
        self._ground, self._unit, self._with_icon = ground, unit, icon
        self._words.dress(style, unit, ground.digits)
        self._place()
        self.update()

    def resizeEvent(self, _event: object) -> None:  # noqa: N802
        """Give the words what the speaker leaves."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the speaker."""
        if not self._with_icon:
            return
        side = _ICON * self._unit
        name = "speaker-high" if self._voice else "speaker-slash"
        box = mirrored(self, QRectF(0, (self.height() - side) / 2, side, side))
        painter = QPainter(self)
        self._look.icons.paint(painter, box, name, Weight.FILL, self._ground.arc)

    def _place(self) -> None:
        left = round((_ICON + _GAP) * self._unit) if self._with_icon else 0
        place = QRect(left, 0, max(1, self.width() - left), self.height())
        self._words.setGeometry(mirrored_place(self, place))
        self._words.set_align(
            Qt.AlignmentFlag.AlignLeft if self._with_icon else Qt.AlignmentFlag.AlignHCenter
        )
