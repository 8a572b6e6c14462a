"""Days and months in words of one language."""

from datetime import date
from gettext import NullTranslations

from PySide6.QtCore import QDate, QLocale

from supple.ui.language import locale_of


class Dates:
    """Writes days as people say them."""

    def __init__(self, words: NullTranslations, language: str) -> None:
        self._tr = words.gettext
        self.locale = locale_of(language)

    def full(self, day: date) -> str:
        """Such as "Tuesday 5 May 2026"."""
        return self.locale.toString(_qdate(day), self._tr("dddd d MMMM yyyy"))

    def long(self, day: date) -> str:
        """Such as "Tuesday 5 May"."""
        return self.locale.toString(_qdate(day), self._tr("dddd d MMMM"))

    def short(self, day: date) -> str:
        """Such as "Tue 5 May"."""
        return self.locale.toString(_qdate(day), self._tr("ddd d MMM"))

    def day(self, day: date) -> str:
        """Such as "5 May"."""
        return self.locale.toString(_qdate(day), self._tr("d MMM"))

    def day_of_year(self, day: date) -> str:
        """Such as "5 May 2026"."""
        return self.locale.toString(_qdate(day), self._tr("d MMM yyyy"))

    def month(self, day: date) -> str:
        """Such as "May"."""
        return self.locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)

    def month_of_year(self, day: date) -> str:
        """Such as "May 2026"."""
        return self.locale.toString(_qdate(day), self._tr("MMMM yyyy"))

    def weekday(self, index: int) -> str:
        """Such as "Mon" for 0."""
        return self.locale.dayName(index + 1, QLocale.FormatType.ShortFormat)

    def number(self, value: float, digits: int = 0) -> str:
        """A number as the language writes it, with a real minus."""
        return self.locale.toString(float(value), "f", digits).replace("-", "\u2212")


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
