"""Owns what is asked before much is deleted: the word to type, the copy first, the day."""

from datetime import date
from gettext import NullTranslations

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QVBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.switch import TickRow
from supple.ui.widgets.text import Text
from supple.ui.widgets.wheel import WheelWithFocus


class EverythingForm(QWidget):
    """`changed` tells that the word is, or is no longer, what is asked for."""

    changed = Signal()

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__()
        tr = translations.gettext
        self._word = tr("delete")
        self.copy = TickRow(look, tr("Save a copy on the desktop first"))
        self.copy.setChecked(True)
        label = tr("Type {word} to confirm").format(word=self._word)
        self.field = QLineEdit()
        self.field.setAccessibleName(label)
        self.field.setMinimumHeight(look.u(42))
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.u(8), 0, 0)
        column.setSpacing(look.u(10))
        column.addWidget(self.copy)
        column.addWidget(Text(look, BODY, label, wrap=True))
        column.addWidget(self.field)
        FocusRing(look, self).watch(self.copy, self.field)

    @property
    def is_confirmed(self) -> bool:
        """Whether the word stands there."""
        return self.field.text().strip().lower() == self._word.lower()


class BeforeForm(QWidget):
    """The day before which sessions go. `changed` tells of another one."""

    changed = Signal()

    def __init__(self, look: Look, translations: NullTranslations, day: date, last: date) -> None:
        super().__init__()
        tr = translations.gettext
        self.field = QDateEdit()
        self.field.setCalendarPopup(True)
        WheelWithFocus(self.field)
        self.field.setDisplayFormat(tr("d MMMM yyyy"))
        self.field.setMaximumDate(QDate(last.year, last.month, last.day))
        self.field.setDate(QDate(day.year, day.month, day.day))
        self.field.setAccessibleName(tr("Sessions before this day"))
        self.field.setMinimumHeight(look.u(42))
        self.field.dateChanged.connect(lambda _day: self.changed.emit())
        self.count = Text(look, BODY, colour="ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.u(8), 0, 0)
        column.setSpacing(look.u(10))
        column.addWidget(Text(look, BODY, tr("Sessions before this day"), wrap=True))
        column.addWidget(self.field)
        column.addWidget(self.count)
        FocusRing(look, self).watch(self.field)

    @property
    def day(self) -> date:
        """The day that was chosen."""
        day = self.field.date()
        return date(day.year(), day.month(), day.day())
