"""The words of one measured value: how far, and when. The pages around it are in `self_test`."""

from datetime import date
from gettext import NullTranslations

from PySide6.QtCore import QDate

from supple.core.numbers import written
from supple.core.plan.records import TestRecord
from supple.core.plan.self_tests import FLOOR, INCHES, in_inches
from supple.ui.language import locale_of


class ReachWords:
    """Puts values of reach checks into words of one language."""

    def __init__(self, words: NullTranslations, language: str) -> None:
        self._words = words
        self._tr = words.gettext
        self._locale = locale_of(language)

    def value(self, record: TestRecord, unit: str = "cm") -> str:
        """A number in words, as its test means it."""
        return self.distance(record.test, record.value_cm, unit, better=record.better)

    def distance(self, test: str, value: float, unit: str, *, better: str) -> str:
        """A number of centimetres in the words of a test."""
        tr = self._tr
        if unit == INCHES:
            amount = tr("{n} in").format(n=written(abs(in_inches(value)), self._words))
        else:
            amount = tr("{n} cm").format(n=written(abs(value), self._words))
        if better == "smaller":
            floor = tr("{amount} above the floor").format(amount=amount)
            return tr("Touching the floor") if value == 0 else floor
        feet = test == FLOOR
        if value == 0:
            return tr("At your soles") if feet else tr("At your toes")
        if value > 0:
            beyond = tr("{amount} past your soles") if feet else tr("{amount} past your toes")
            return beyond.format(amount=amount)
        short = tr("{amount} short of your soles") if feet else tr("{amount} short of your toes")
        return short.format(amount=amount)

    def last_time(self, record: TestRecord) -> str:
        """The last result in a sentence, such as "Last time: 4 cm short of your soles, 15 Apr."."""
        words = self._tr("Last time: {value}, {day}.")
        value = self.value(record)
        value = value[:1].lower() + value[1:]
        return words.format(value=value, day=self.day(record.local_day))

    def day(self, day: date) -> str:
        """A day, short."""
        return self._locale.toString(QDate(day.year, day.month, day.day), self._tr("d MMM"))
