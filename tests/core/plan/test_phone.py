import re
from collections.abc import Iterator
from gettext import NullTranslations
from itertools import combinations
from pathlib import Path

import pytest

from supple.core.catalogue.texts import translated
from supple.core.plan.phone import to_say
from supple.core.plan.screening import Group, Question
from supple.devices.words import Languages
from tests.core.plan.content import questionnaire

BEGINS = {"en": "I have ", "de": "Ich habe "}
ACCIDENT = "red-accident"


def words(language: str) -> NullTranslations:
    return Languages(Path("there is no such folder")).words(language)


def said(*yes: str, language: str = "en") -> str:
    spoken = words(language)
    return to_say(translated(questionnaire(), spoken), frozenset(yes), spoken)


def ways_to_tick(language: str) -> Iterator[tuple[Question, ...]]:
    """Every choice of emergency answers, at least one, in the language."""
    asked = translated(questionnaire(), words(language)).page(Group.EMERGENCY)
    for count in range(1, len(asked) + 1):
        yield from combinations(asked, count)


def test_one_answer_follows_the_pain() -> None:
    assert said("red-chest") == "I have back pain, and chest pain."
    assert (
        said("red-chest", language="de") == "Ich habe Rückenschmerzen, dazu Schmerzen in der Brust."
    )


def test_an_accident_begins_the_sentence() -> None:
    assert said(ACCIDENT) == "I have had back pain since a serious accident or fall."
    assert said(ACCIDENT, "red-chest") == (
        "I have had back pain since a serious accident or fall, and chest pain."
    )


def test_without_an_emergency_there_is_nothing_to_say() -> None:
    assert said() == ""
    assert said("urgent-fever", "has-sciatica") == ""


@pytest.mark.parametrize("language", list(BEGINS))
def test_any_choice_of_answers_is_one_sound_sentence(language: str) -> None:
    sentences = set()
    for ticked in ways_to_tick(language):
        sentence = said(*(each.id for each in ticked), language=language)
        sentences.add(sentence)
        assert sentence.startswith(BEGINS[language])
        assert re.fullmatch(r"[^.!?;:{}]+[.]", sentence), sentence
        assert not re.search(r"\s\s|\s,|,,|,\.", sentence), sentence
        for each in translated(questionnaire(), words(language)).page(Group.EMERGENCY):
            assert each.say or each.say_first
            assert ((each.say or each.say_first) in sentence) is (each in ticked)
    assert len(sentences) == 63


def test_german_says_all_of_it_in_german() -> None:
    for english, german in zip(ways_to_tick("en"), ways_to_tick("de"), strict=True):
        for here, there in zip(english, german, strict=True):
            assert (here.say, here.say_first) != (there.say, there.say_first)
