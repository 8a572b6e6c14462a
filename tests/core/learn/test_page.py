from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.learn.page import Topic, page_problems, parse_page, search, sections, units
from tests.core.plan.content import ASSETS, exercises, routines

WORDS = NullTranslations()
PATHS = sorted((ASSETS / "learn").glob("*.md"))
PAGES = {path.stem: parse_page(path.read_text("utf-8"), WORDS) for path in PATHS}
TEXT = """+++
id = "learn-x"
topic = "research"
order = 1
see = []
+++
# A title

One **bold** paragraph with a [link](exercise:bridge).
Its second line.

- first
- second

| a | b |
| --- | --- |
| 1 | 2 |

## A question

Its answer.
"""


class German(NullTranslations):
    def gettext(self, message: str) -> str:
        return {"# A title": "# Ein Titel", "- first": "- erstens", "| 1 | 2 |": r"| \1 | 2 |"}.get(
            message, message
        )


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_page_is_named_as_its_file_and_leads_only_where_there_is_something(path: Path) -> None:
    page = PAGES[path.stem]
    assert page.id == path.stem
    assert page.title
    known = {
        "learn": {*PAGES},
        "exercise": {*exercises()},
        "routine": {*routines()},
        "screening": {""},
    }
    for link in page.links:
        kind, _, ident = link.partition(":")
        assert ident in known[kind], link
    assert set(page.see) <= set(PAGES)
    assert page.id not in page.see


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.id)
def test_a_page_is_read_in_two_minutes(page: object) -> None:
    assert isinstance(page, type(next(iter(PAGES.values()))))
    lists = {"learn-references", "learn-faq", "learn-evidence", "learn-when-it-hurts"}
    assert page.id in lists or len(page.plain.split()) <= 300


def test_every_shelf_has_pages_and_twelve_questions_are_answered() -> None:
    assert {page.topic for page in PAGES.values()} == set(Topic)
    questions = sections(PAGES["learn-faq"])
    assert len(questions) == 12
    assert all(question.title[-1] in "?." and question.body for question in questions)


def test_the_research_page_has_its_three_boxes() -> None:
    titles = [section.title for section in sections(PAGES["learn-evidence"])]
    assert titles == ["What looks solid", "What isn't settled", "What it doesn't say"]


def test_the_source_of_the_guide_comes_first_and_is_named_as_independent() -> None:
    body = PAGES["learn-references"].body
    assert "39086556" in body.splitlines()[0]
    assert "not endorsed" in body


def test_a_page_in_plain_words_has_no_marks() -> None:
    page = parse_page(TEXT, WORDS)
    assert page.plain.splitlines()[:3] == [
        "A title.",
        "One bold paragraph with a link.",
        "Its second line.",
    ]
    assert "1; 2" in page.plain
    assert not set("*#[]|") & set(page.plain)


def test_a_translation_replaces_paragraphs_and_rows_one_by_one() -> None:
    page = parse_page(TEXT, German())
    assert page.title == "Ein Titel"
    assert "- erstens\n- second" in page.body
    assert r"| \1 | 2 |" in page.body
    assert list(units("\n\n# A\n\nB\nC\n\n| - |\n| d |")) == ["# A", "B\nC", "| d |"]


@pytest.mark.parametrize("text", ["# Title", "+++\nid = 'x'", TEXT.replace("# A title", "Text")])
def test_what_is_no_page_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"needed|without a title"):
        parse_page(text, WORDS)


def test_a_search_finds_every_word_and_titles_first() -> None:
    found = search(PAGES.values(), "Warm first")
    assert found[0].id == "learn-warm-up"
    assert all("warm" in page.plain.casefold() for page in found)
    assert search(PAGES.values(), "zeppelin") == ()
    assert len(search(PAGES.values(), "")) == len(PAGES)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_shipped_page_has_no_fault(path: Path) -> None:
    assert list(page_problems(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("# Title", ["line 1"]),
        ('+++\nid = "a"\n+++\n# Title', ["topic", "order"]),
        ("+++\nid =\n+++\n# Title", ["line 1"]),
        ('+++\nid = "A"\ntopic = "cooking"\norder = 1\n+++\nNo title', ["id", "topic", "line 6"]),
    ],
)
def test_what_is_wrong_with_a_page_is_told_with_its_place(text: str, faults: list[str]) -> None:
    assert [each.where for each in page_problems(text)] == faults
