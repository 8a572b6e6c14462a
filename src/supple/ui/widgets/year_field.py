"""Owns the field for a year of birth, which may be left empty."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSpinBox

from supple.ui.theme.look import Look
from supple.ui.widgets.wheel import WheelWithFocus

_NONE: Final = 1900
_LAST: Final = 2100


class YearField(QSpinBox):
    """Shows `empty` while no year is given. `chosen` carries a year that was typed, or 0."""

    chosen = Signal(int)

    def __init__(self, look: Look, name: str, empty: str) -> None:
        super().__init__()
        self._look = look
        self._told = 0
        self.radius = 10
        self.setFrame(False)
        self.lineEdit().setStyleSheet("background: transparent; border: none;")
        self.lineEdit().setTextMargins(look.u(2), 0, look.u(2), 0)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setMinimumHeight(look.u(40))
        self.setMinimumWidth(look.u(130))
        self.setRange(_NONE, _LAST)
        self.setSpecialValueText(empty)
        self.setAccessibleName(name)
        self.editingFinished.connect(self._tell)
        WheelWithFocus(self)

    @property
    def year(self) -> int:
        """The year, or 0 for none."""
        return self.value() if self.value() > _NONE else 0

    def set_year(self, year: int) -> None:
        """Show a year, or 0 for none."""
        self._told = year
        self.setValue(year or _NONE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the field as the others are; the number is painted above it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, radius = self._look.tokens, self._look.u(self.radius)
        inset = tokens.outline / 2
        painter.setPen(QPen(QColor(tokens.border_strong), tokens.outline))
        painter.setBrush(QColor(tokens.surface))
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, radius, radius)

    def _tell(self) -> None:
        if self.year != self._told:
            self._told = self.year
            self.chosen.emit(self.year)
