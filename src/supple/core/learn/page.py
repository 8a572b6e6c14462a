"""A page to read: front matter in TOML between two lines of `+++`, then a subset of Markdown.

The subset: headings, paragraphs, lists, tables, bold, italic, and links of four kinds:
`learn:ID`, `exercise:ID`, `routine:ID` and `screening:`.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from gettext import NullTranslations

import msgspec

from supple.core.catalogue.exercise import Id
from supple.core.catalogue.problem import Phrase, Problem
from supple.core.catalogue.reading import parse_toml, read

_FENCE = "+++\n"
_ROW = re.compile(r"^(\||[-*] |\d+\. |#)")
_RULE = re.compile(r"^\|[\s|:-]+\|$")
_LINK = re.compile(r"\[([^\]]+)\]\(([a-z]+:[a-z0-9-]*)\)")
_MARKS = re.compile(r"[*#]|^\| | \|$|^\d+\. |^- ", re.MULTILINE)


class Topic(StrEnum):
    """The four shelves, and the questions."""

    STRETCH_WELL = "stretch-well"
    RESEARCH = "research"
    MISTAKES = "mistakes"
    WHEN_NOT = "when-not"
    QUESTIONS = "questions"


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands above a page: its id, shelf and place on it, and pages that belong to it."""

    id: Id
    topic: Topic
    order: int
    see: tuple[Id, ...] = ()


class Page(msgspec.Struct, frozen=True):
    """A page in one language. `body` is its Markdown without the title."""

    id: str
    topic: Topic
    order: int
    title: str
    body: str
    see: tuple[str, ...]

    @property
    def links(self) -> tuple[str, ...]:
        """Where its links lead, such as `exercise:bridge`."""
        return tuple(target for _, target in _LINK.findall(self.body))

    @property
    def plain(self) -> str:
        """Title and text without marks, for reading aloud and for searching."""
        text = _LINK.sub(r"\1", self.body)
        lines = [line for line in text.splitlines() if not _RULE.match(line)]
        bare = _MARKS.sub(" ", "\n".join(lines)).replace(" | ", "; ")
        return f"{self.title}.\n" + "\n".join(" ".join(line.split()) for line in bare.splitlines())


class Section(msgspec.Struct, frozen=True):
    """A part of a page under a heading of its own: one question with its answer."""

    title: str
    body: str


def parse_page(text: str, words: NullTranslations) -> Page:
    """The page in a file's text, in the language of `words`.

    Raises ValueError for a file without front matter or title.
    """
    _, fence, rest = text.partition(_FENCE)
    front, closing, content = rest.partition(_FENCE)
    if not fence or not closing:
        raise ValueError("front matter between two lines of +++ is needed")
    head = msgspec.convert(parse_toml(front)[0], Head)
    title, _, body = _translated(content, words).strip().partition("\n")
    if not title.startswith("# "):
        raise ValueError(f"{head.id} begins without a title")
    return Page(head.id, head.topic, head.order, title[2:].strip(), body.strip(), head.see)


def page_problems(text: str) -> Iterator[Problem]:
    """All that keeps `parse_page` from reading a file."""
    _, fence, rest = text.partition(_FENCE)
    front, closing, content = rest.partition(_FENCE)
    if not fence or not closing:
        yield Problem(
            "line 1", Phrase("has no front matter."), Phrase("Keys between two lines of +++.")
        )
        return
    data, faults = parse_toml(front)
    yield from faults or read(data, Head)[1]
    if not content.strip().startswith("# "):
        line = (fence + front + closing).count("\n") + 1
        yield Problem(
            f"line {line}", Phrase("is no title."), Phrase("A line that begins with one #.")
        )


def units(content: str) -> Iterator[str]:
    """What is translated at once: a paragraph, or one row of a list or table.

    A page whose English text changes falls back to English only where it did.
    """
    for block in content.split("\n\n"):
        lines = block.strip("\n").splitlines()
        if lines and _ROW.match(lines[0]):
            yield from (line for line in lines if not _RULE.match(line))
        elif lines:
            yield "\n".join(lines)


def _translated(content: str, words: NullTranslations) -> str:
    for unit in sorted({*units(content)}, key=len, reverse=True):
        translation = words.gettext(unit)
        if translation != unit:
            content = re.sub(rf"(?m)^{re.escape(unit)}$", translation.replace("\\", r"\\"), content)
    return content


def sections(page: Page) -> tuple[Section, ...]:
    """The parts of a page that have a heading of their own."""
    parts = re.split(r"(?m)^## ", page.body)[1:]
    pairs = (part.partition("\n") for part in parts)
    return tuple(Section(title.strip(), body.strip()) for title, _, body in pairs)


def search(pages: Iterable[Page], query: str) -> tuple[Page, ...]:
    """The pages that hold every word of the query, those with more of them in the title first."""
    asked = query.casefold().split()
    found = [page for page in pages if all(word in page.plain.casefold() for word in asked)]
    return tuple(
        sorted(found, key=lambda page: -sum(word in page.title.casefold() for word in asked))
    )
