"""The words and values of a reach check."""

from collections.abc import Sequence
from datetime import date

import msgspec
from PySide6.QtCore import QDate

from supple.app.self_tests import Result
from supple.core.catalogue.exercise import Exercise
from supple.core.numbers import written
from supple.core.plan.records import Profile, TestRecord
from supple.core.plan.self_tests import CHAIR, FLOOR, Choice, Protocol
from supple.core.session.steps import Side
from supple.ui.bindings.library import GROUNDS
from supple.ui.bindings.reach import ReachWords
from supple.ui.language import minus
from supple.ui.pages.self_test import ChooseView
from supple.ui.pages.self_test_enter import EnterView
from supple.ui.pages.self_test_result import MeasuredView
from supple.ui.widgets.charts.picture import Table
from supple.ui.widgets.charts.reach import Check, Reach
from supple.ui.widgets.picture_card import PictureView

_A_CHART = 2  # results that make one


class Offer(msgspec.Struct, frozen=True):
    """A test for this person. `soon` says why not today, if so; `chips` what and how long."""

    exercise: Exercise
    last: TestRecord | None
    soon: str
    chips: tuple[str, ...]


class TestWords(ReachWords):
    """Puts tests and their numbers into words of one language."""

    __test__ = False  # not for pytest

    def choose(
        self,
        choice: Choice,
        refusal: str,
        tests: Sequence[Offer],
        profile: Profile,
    ) -> ChooseView:
        """The first page. `tests` are those offered."""
        return ChooseView(
            tests=tuple(
                PictureView(
                    id=each.exercise.id,
                    name=each.exercise.name,
                    line=each.exercise.card,
                    ground=GROUNDS[each.exercise.position],
                    chips=each.chips,
                    last=self._last(each.last),
                )
                for each in tests
            ),
            refusal=refusal,
            soon=tuple(each.soon for each in tests),
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
            told=lambda cm: self.distance(protocol.id, cm, unit, better=protocol.better),
            last_cm=last.value_cm if last else None,
            unit=unit,
            asks_side=side is Side.BOTH,
        )

    def measured(
        self,
        results: Sequence[Result],
        protocol: Protocol,
        all_of_it: Sequence[TestRecord],
        unit: str,
        again: date,
    ) -> MeasuredView:
        """The last page, for one result or one of each leg.

        `all_of_it`: every result of the test and the last side, oldest first; `again`: the day to
        measure the next time.
        """
        tr, result = self._tr, results[-1]
        lines = [line for each in results[:-1] for line in self._of_leg(each, unit)]
        lines += [result.reading, self._norm(result), result.tighter_words, result.aside]
        if len(all_of_it) < _A_CHART:
            lines.append(result.note)
        return MeasuredView(
            headline=self._headline(result, unit),
            verdict=result.change_words,
            lines=tuple(_sentence(line) for line in lines if line),
            chart_title=self._chart_title(protocol),
            chart=self.chart(all_of_it, protocol) if len(all_of_it) >= _A_CHART else None,
            note=result.note,
            next_words=tr(
                "Measure again from {day}. Many people notice a change after four to six weeks of "
                "regular practice. Some need longer."
            ).format(day=self._long_day(again)),
        )

    def will_remind(self, day: date) -> str:
        """What stands where the reminder was asked for."""
        return self._tr("You'll be reminded on {day}.").format(day=self._long_day(day))

    def _long_day(self, day: date) -> str:
        return self._locale.toString(QDate(day.year, day.month, day.day), self._tr("dddd d MMMM"))

    def _headline(self, result: Result, unit: str) -> str:
        value = self.value(result.record, unit)
        named = {
            Side.LEFT: self._tr("Left leg: {value}"),
            Side.RIGHT: self._tr("Right leg: {value}"),
        }
        words = named.get(result.record.side, "{value}")
        return words.format(value=value if words == "{value}" else _lower(value))

    def _of_leg(self, result: Result, unit: str) -> tuple[str, ...]:
        """The leg that was measured first, in the same words."""
        change = _sentence(result.change_words) if result.change_words else ""
        return (f"{_sentence(self._headline(result, unit))} {change}".strip(), self._norm(result))

    def _norm(self, result: Result) -> str:
        return f"{result.norm} ({result.norm_source})." if result.norm_source else result.norm

    def chart(self, records: Sequence[TestRecord], protocol: Protocol) -> Reach:
        """All results of a test as a chart; up is always better."""
        tr = self._tr
        first, last = records[0].local_day, records[-1].local_day
        span = max(1, (last - first).days)
        checks = tuple(
            Check(
                at=(each.local_day - first).days / span,
                value_cm=each.value_cm,
                words=f"{self.day(each.local_day)}: {self.value(each)}",
                name=self.day(each.local_day),
                label=written(each.value_cm, self._words).replace("-", minus()),
            )
            for each in records
        )
        columns = (tr("Day"), tr("cm"))
        rows = tuple(
            (self.day(each.local_day), written(each.value_cm, self._words)) for each in records
        )
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

    def _last(self, last: TestRecord | None) -> str:
        if last is None:
            return self._tr("Not done yet.")
        return self._tr("Last: {value}, {day}.").format(
            value=self.value(last), day=self.day(last.local_day)
        )

    def _chart_title(self, protocol: Protocol) -> str:
        tr = self._tr
        if protocol.better == "smaller":
            return tr("Gap to the floor in cm; up is better")
        return tr("Reach in cm")

    def _zero(self, test: str) -> str:
        tr = self._tr
        return {FLOOR: tr("soles"), CHAIR: tr("toes")}.get(test, tr("floor"))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _sentence(words: str) -> str:
    return words if words.endswith((".", ")")) else f"{words}."
