"""Days and months in words of one language."""

from collections.abc import Sequence
from datetime import date
from gettext import NullTranslations

from PySide6.QtCore import QDate, QLocale

from supple.ui.language import locale_of

A_YEAR = 366
"""A day further back than this many days needs its year to be told."""
_WHOLE = 1e-6


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

    def said(self, day: date) -> str:
        """Such as "5 May", the month in full, for a sentence."""
        return self.locale.toString(_qdate(day), self._tr("d MMMM"))

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

    def short_number(self, value: float) -> str:
        """Such as "4" or "4.5"."""
        return self.number(value, 0 if abs(value - round(value)) < _WHOLE else 1)


def once(names: Sequence[str]) -> tuple[str, ...]:
    """The names where they change, and nothing where the one before is the same."""
    before = ["", *names]
    return tuple("" if name == last else name for name, last in zip(names, before, strict=False))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
