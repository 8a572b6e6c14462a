"""The words and values of a reach check."""

from collections.abc import Sequence
from datetime import date
from gettext import NullTranslations

from PySide6.QtCore import QDate

from supple.app.self_tests import Result
from supple.core.catalogue.exercise import Exercise
from supple.core.plan.records import Profile, TestRecord
from supple.core.plan.self_tests import CHAIR, FLOOR, Choice, Protocol, in_inches
from supple.core.session.steps import Side
from supple.ui.language import locale_of
from supple.ui.pages.self_test import Choice as Offered
from supple.ui.pages.self_test import ChooseView
from supple.ui.pages.self_test_enter import INCHES, EnterView
from supple.ui.pages.self_test_result import MeasuredView
from supple.ui.widgets.charts.picture import Table
from supple.ui.widgets.charts.reach import Check, Reach


class TestWords:
    """Puts tests and their numbers into words of one language."""

    __test__ = False  # not for pytest

    def __init__(self, words: NullTranslations, language: str) -> None:
        self._tr = words.gettext
        self._locale = locale_of(language)

    def choose(
        self,
        choice: Choice,
        refusal: str,
        tests: Sequence[tuple[Exercise, TestRecord | None, str]],
        profile: Profile,
    ) -> ChooseView:
        """The first page. `tests` are those offered, with the last result and "too soon"."""
        return ChooseView(
            tests=tuple(
                Offered(exercise.id, exercise.name, self._about(exercise, last))
                for exercise, last, _ in tests
            ),
            refusal=refusal,
            soon=tuple(soon for *_, soon in tests),
            birth_year=profile.birth_year or 0,
            sex=profile.sex or "",
            asks_profile=choice.shows_norms,
        )

    def enter(
        self, protocol: Protocol, side: Side, last: TestRecord | None, unit: str
    ) -> EnterView:
        """The page that takes the number."""
        tr = self._tr
        tries = tr("Best of {n} tries.").format(n=protocol.tries)
        titles = {
            Side.LEFT: tr("How far, with the left leg?"),
            Side.RIGHT: tr("How far, with the right leg?"),
        }
        return EnterView(
            title=titles.get(side, tr("How far did you get?")),
            lead=f"{tries} {protocol.zero}",
            least_cm=protocol.least,
            most_cm=protocol.most,
            zero=self._zero(protocol.id),
            last_cm=last.value_cm if last else None,
            unit=unit,
        )

    def measured(
        self, result: Result, protocol: Protocol, all_of_it: Sequence[TestRecord], unit: str
    ) -> MeasuredView:
        """The last page. `all_of_it`: every result of this test and side, oldest first."""
        tr, record = self._tr, result.record
        lines = [result.reading, result.norm, result.tighter_words, result.aside]
        if result.norm_source:
            lines[1] = f"{result.norm} ({result.norm_source})."
        return MeasuredView(
            headline=self.value(record, unit),
            verdict=result.change_words,
            lines=tuple(_sentence(line) for line in lines if line),
            chart_title=self._chart_title(protocol),
            chart=self.chart(all_of_it, protocol) if len(all_of_it) > 1 else None,
            note=result.note,
            next_words=tr(
                "Measure again in two to four weeks. Most people notice a change after four to "
                "six weeks of regular stretching. Some take longer, and that's fine."
            ),
        )

    def value(self, record: TestRecord, unit: str = "cm") -> str:
        """A number in words, as its test means it."""
        tr = self._tr
        value = record.value_cm
        if unit == INCHES:
            amount = tr("{n} in").format(n=f"{abs(in_inches(value)):g}")
        else:
            amount = tr("{n} cm").format(n=f"{abs(value):g}")
        if record.better == "smaller":
            floor = tr("{amount} above the floor").format(amount=amount)
            return tr("Touching the floor") if value == 0 else floor
        feet = record.test == FLOOR
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
        return words.format(value=value, day=self._date(record.local_day))

    def chart(self, records: Sequence[TestRecord], protocol: Protocol) -> Reach:
        """All results of a test as a chart; up is always better."""
        tr = self._tr
        first, last = records[0].local_day, records[-1].local_day
        span = max(1, (last - first).days)
        checks = tuple(
            Check(
                at=(each.local_day - first).days / span,
                value_cm=each.value_cm,
                words=f"{self._date(each.local_day)}: {self.value(each)}",
                name=self._date(each.local_day),
            )
            for each in records
        )
        columns = (tr("Day"), tr("cm"))
        rows = tuple((self._date(each.local_day), f"{each.value_cm:g}") for each in records)
        gist = tr("Reach, {n} checks, from {first} to {last}").format(
            n=len(records), first=self.value(records[0]), last=self.value(records[-1])
        )
        return Reach(
            gist=gist,
            table=Table(columns, rows),
            checks=checks,
            band_cm=protocol.minimal_change_cm,
            band=tr("measuring error"),
            zero=self._zero(protocol.id),
            turned=protocol.better == "smaller",
        )

    def _about(self, exercise: Exercise, last: TestRecord | None) -> str:
        tr = self._tr
        if last is None:
            return f"{exercise.card} {tr('Not done yet.')}"
        words = tr("Last: {value}, {day}.").format(
            value=self.value(last), day=self._date(last.local_day)
        )
        return f"{exercise.card} {words}"

    def _chart_title(self, protocol: Protocol) -> str:
        tr = self._tr
        if protocol.better == "smaller":
            return tr("Gap to the floor in cm; up is better")
        return tr("Reach in cm")

    def _zero(self, test: str) -> str:
        tr = self._tr
        return {FLOOR: tr("soles"), CHAIR: tr("toes")}.get(test, tr("floor"))

    def _date(self, day: date) -> str:
        return self._locale.toString(QDate(day.year, day.month, day.day), self._tr("d MMM"))


def _sentence(words: str) -> str:
    return words if words.endswith((".", ")")) else f"{words}."
