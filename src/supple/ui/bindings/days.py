"""Days in the words of a language."""

from datetime import date
from gettext import NullTranslations

from PySide6.QtCore import QDate

from supple.ui.language import locale_of


def day_words(day: date, today: date, language: str, words: NullTranslations) -> str:
    """A day without its year, as long as it is this year's."""
    form = words.gettext("d MMMM") if day.year == today.year else words.gettext("d MMMM yyyy")
    return locale_of(language).toString(QDate(day.year, day.month, day.day), form)
