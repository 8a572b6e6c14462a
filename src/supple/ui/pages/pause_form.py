"""Owns the day on which a paused plan goes on by itself."""

from datetime import date
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.text import Text
from supple.ui.widgets.wheel import WheelWithFocus

_LEAST: Final = 100  # Qt would ask for more than the longest date takes


class PauseForm(QWidget):
    """Asks for a day from `first` on."""

    def __init__(self, look: Look, translations: NullTranslations, day: date, first: date) -> None:
        super().__init__()
        tr = translations.gettext
        label = tr("The plan goes on")
        self.field = QDateEdit()
        self.field.setCalendarPopup(True)
        WheelWithFocus(self.field)
        self.field.setDisplayFormat(tr("d MMMM yyyy"))
        self.field.setMinimumDate(QDate(first.year, first.month, first.day))
        self.field.setDate(QDate(day.year, day.month, day.day))
        self.field.setAccessibleName(label)
        self.field.setMinimumSize(look.u(_LEAST), look.u(42))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.u(8), 0, 0)
        column.setSpacing(look.u(10))
        column.addWidget(Text(look, BODY, label, wrap=True))
        column.addWidget(self.field)
        column.addStretch(1)
        FocusRing(look, self).watch(self.field)

    @property
    def day(self) -> date:
        """The day that was chosen."""
        day = self.field.date()
        return date(day.year(), day.month(), day.day())
