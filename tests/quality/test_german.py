"""German, the language that proves the whole chain: complete, sound, and sayable in time."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

import translations
from supple.app.catalogue import Catalogue
from supple.core.catalogue.routine import Amount
from supple.core.plan.dose import dose_of
from supple.core.session.compile import Options, Session, compile_session
from supple.core.session.cues import Talk
from supple.core.session.script import speaking_s
from supple.core.session.steps import Kind, Step
from supple.devices.words import Languages
from tests.core.shipped import ROUTINE_IDS

LANGUAGE = "de"
NOWHERE = Path("there is no such folder")
MARKS = re.compile(
    r"\*\*|(?<!\*)\*(?!\*)|`|^#+ |^- |^\d+\. |\||\]\([a-z]+:[a-z0-9-]*\)|\n", re.MULTILINE
)
ENGLISH_ALONE = re.compile(r"(?<!-)\b(the|and|with|you|your|is|are|have|that)\b(?!-)")
CITED = "learn-references.md"


@pytest.fixture(scope="module")
def german(template: Catalog) -> Catalog:
    path = translations.LOCALE / f"{LANGUAGE}.po"
    return translations.merged(template, path, LANGUAGE)


def messages(catalog: Catalog) -> Iterator[tuple[Message, str, str]]:
    """Every message with its English and German forms, one by one."""
    for message in catalog:
        english, forms = map(translations.several, (message.id, message.string))
        if english != ("",):
            yield from ((message, *pair) for pair in zip(english, forms, strict=False))


def test_nothing_is_missing_and_nothing_unfinished(german: Catalog) -> None:
    assert not [english for _, english, words in messages(german) if not words.strip()]
    assert not [english for message, english, _ in messages(german) if message.fuzzy]


def test_every_number_has_its_own_form(german: Catalog) -> None:
    several = [message for message in german if len(translations.several(message.id)) > 1]
    assert several
    assert not [each.id for each in several if len(translations.several(each.string)) != 2]


def test_marks_links_and_line_ends_are_kept(german: Catalog) -> None:
    def marks(text: str) -> list[str]:
        return sorted(MARKS.findall(text))

    assert not [english for _, english, words in messages(german) if marks(english) != marks(words)]


def test_spaces_at_the_ends_are_kept(german: Catalog) -> None:
    def ends(text: str) -> tuple[bool, bool]:
        return text[:1].isspace(), text[-1:].isspace()

    assert not [english for _, english, words in messages(german) if ends(english) != ends(words)]


def test_quotes_are_german_ones(german: Catalog) -> None:
    for _, english, words in messages(german):
        assert not set(words) & set('"“”') or re.search("„[^“]*“", words), english
        assert words.count("„") == words.count("“"), english
        assert '"' not in words, english


def test_no_english_is_left_but_titles_of_what_is_cited(german: Catalog) -> None:
    assert not [
        words
        for message, _, words in messages(german)
        if ENGLISH_ALONE.search(words) and CITED not in str(message.locations)
    ]


@cache
def catalogue(language: str) -> Catalogue:
    return Catalogue(NOWHERE, Languages(NOWHERE).words(language))


@cache
def session(language: str, routine: str, week: int, amount: Amount = Amount.GUIDE) -> Session:
    known = catalogue(language)
    return compile_session(
        known.routine(routine),
        {ident: known.exercise(ident) for ident in known.exercise_ids},
        known.lines,
        dose=dose_of(known.plan, week),
        day=date(2026, 5, 13),
        seed=7,
        words=Languages(NOWHERE).words(language),
        options=Options(talk=Talk(amount=amount)),
    )


def said(step: Step) -> str:
    return " ".join(cue.text for cue in step.cues if cue.text)


def ready(routine: str, week: int) -> Iterator[tuple[Step, Step]]:
    """The English and the German step, wherever there is time to get ready."""
    pairs = (session(language, routine, week).steps for language in ("en", LANGUAGE))
    for english, words in zip(*pairs, strict=True):
        if english.kind is Kind.GET_READY:
            yield english, words


@pytest.mark.parametrize("week", [1, 3, 5])
@pytest.mark.parametrize("routine", ROUTINE_IDS)
def test_names_and_hints_fit_the_time_to_get_ready_as_the_english_do(
    routine: str, week: int
) -> None:
    for english, words in ready(routine, week):
        here, there = (catalogue(name).exercise(english.exercise) for name in ("en", LANGUAGE))
        assert here.name not in said(english) or there.name in said(words), there.name
        assert here.hint not in said(english) or there.hint in said(words), there.name


@pytest.mark.parametrize("amount", list(Amount))
@pytest.mark.parametrize("routine", ROUTINE_IDS)
def test_no_line_runs_into_the_next_step(routine: str, amount: Amount) -> None:
    for step in session(LANGUAGE, routine, 3, amount).steps:
        for cue in step.cues:
            if cue.text and cue.at_s < step.seconds:
                assert cue.at_s + speaking_s(cue.text) <= step.seconds + 1e-6


def test_the_way_back_is_told_before_the_first_line_of_the_work_comes_too_late() -> None:
    phrases = session(LANGUAGE, "full-home", 3).phrases
    patience_s = min(
        cue.patience_s
        for step in session(LANGUAGE, "full-home", 3).steps
        for cue in step.cues
        if step.kind is Kind.HOLD and cue.text and not cue.at_s
    )
    assert all(speaking_s(line) < patience_s for line in phrases.back_to.values())


@pytest.mark.parametrize("routine", ROUTINE_IDS)
def test_what_comes_next_is_said_in_every_change_of_sides(routine: str) -> None:
    pairs = (session(language, routine, 1).steps for language in ("en", LANGUAGE))
    for english, words in zip(*pairs, strict=True):
        if english.kind is Kind.SWITCH and said(english):
            assert said(words)


def test_a_change_of_sides_begins_no_sentence_again_that_english_says_once() -> None:
    for ident in catalogue("en").exercise_ids:
        here, there = (catalogue(name).exercise(ident).cues for name in ("en", LANGUAGE))
        if here.switch and here.switch.split(". ")[0] in here.release:
            assert there.switch.split(". ")[0] in there.release, ident
