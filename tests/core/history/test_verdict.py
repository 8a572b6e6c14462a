"""Is it helping: only what is more than measuring error is told as a change."""

from datetime import date, timedelta
from gettext import NullTranslations

import pytest

from supple.core.history.reach import ReachPoint, ReachSeries
from supple.core.history.verdict import (
    Judgement,
    ask_words,
    headline,
    no_cause_words,
    pain_words,
    reach_words,
    verdict,
)
from supple.core.plan.pain import Week
from supple.core.session.steps import Side

DAY = date(2026, 1, 5)
WORDS = NullTranslations()


def reach(*values_cm: float, days: int = 42, turned: bool = False) -> ReachSeries:
    last = max(1, len(values_cm) - 1)
    points = tuple(
        ReachPoint(DAY + timedelta(days=days * index // last), value)
        for index, value in enumerate(values_cm)
    )
    return ReachSeries("test", Side.BOTH, points, 4.0, turned)


def pain(*averages: float, weeks_apart: int = 2) -> list[Week]:
    return [
        Week(DAY + timedelta(weeks=weeks_apart * index), average)
        for index, average in enumerate(averages)
    ]


def test_nothing_is_not_enough() -> None:
    found = verdict([], [])
    assert found.judgement is Judgement.UNKNOWN
    assert not found.ask
    assert headline(found.judgement, WORDS) == "Not enough data yet"
    assert "not enough data yet" in pain_words(found.pain, WORDS)
    assert ask_words(found, WORDS) == ""


@pytest.mark.parametrize(
    ("series", "judgement"),
    [
        (reach(-8), Judgement.UNKNOWN),
        (reach(-8, 8, days=13), Judgement.UNKNOWN),
        (reach(-8, -4.1), Judgement.SAME),
        (reach(-8, -4), Judgement.BETTER),
        (reach(-8, 9, -12), Judgement.WORSE),
        (reach(10, 5, turned=True), Judgement.BETTER),
        (reach(5, 10, turned=True), Judgement.WORSE),
    ],
)
def test_reach_is_compared_with_its_measuring_error(
    series: ReachSeries, judgement: Judgement
) -> None:
    found = verdict([series], [])
    assert found.reach[0].judgement is judgement
    assert found.judgement is judgement
    line = reach_words(found.reach[0], "Sit and reach", WORDS)
    assert line.startswith("Sit and reach: ")
    assert ("measuring error" in line) == (judgement is not Judgement.UNKNOWN)


@pytest.mark.parametrize(
    ("weeks", "judgement"),
    [
        (pain(5), Judgement.UNKNOWN),
        (pain(5, 1), Judgement.UNKNOWN),
        (pain(5, 4, 3), Judgement.BETTER),
        (pain(5, 5, 4), Judgement.SAME),
        (pain(2, 3, 4), Judgement.WORSE),
    ],
)
def test_pain_is_compared_by_weeks(weeks: list[Week], judgement: Judgement) -> None:
    found = verdict([], weeks)
    assert found.pain.judgement is judgement
    assert found.judgement is judgement


def test_better_and_worse_together_are_mixed() -> None:
    found = verdict([reach(-8, 0)], pain(2, 3, 4))
    assert found.judgement is Judgement.MIXED


def test_better_and_the_same_together_are_better() -> None:
    assert verdict([reach(-8, 0)], pain(4, 4, 4)).judgement is Judgement.BETTER


def test_what_is_unknown_does_not_count() -> None:
    assert verdict([reach(-8, -8)], []).judgement is Judgement.SAME


def test_six_weeks_without_a_change_ask_for_somebody_to_look() -> None:
    found = verdict([reach(-8, -8, days=42)], [])
    assert found.ask
    assert "physiotherapist" in ask_words(found, WORDS)
    assert not verdict([reach(-8, -8, days=41)], []).ask


def test_more_pain_asks_for_somebody_to_talk_to() -> None:
    found = verdict([], pain(2, 3, 4))
    assert "doctor" in ask_words(found, WORDS)
    assert pain_words(found.pain, WORDS) == "More pain than at the start: 4.0 instead of 2.0."


def test_less_pain_and_the_same_are_told_in_numbers() -> None:
    less = verdict([], pain(5, 4, 3)).pain
    assert pain_words(less, WORDS) == "Clearly less pain than at the start: 3.0 instead of 5.0."
    same = verdict([], pain(5, 5, 5)).pain
    assert "about the same" in pain_words(same, WORDS)


def test_every_judgement_has_an_answer_that_claims_no_cause() -> None:
    answers = {headline(each, WORDS) for each in Judgement}
    assert len(answers) == len(Judgement)
    assert not any("because" in answer for answer in answers)
    assert "can't say" in no_cause_words(WORDS)
