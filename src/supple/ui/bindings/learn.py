"""The words and values of the Learn page."""

import re
from collections.abc import Iterable
from gettext import NullTranslations
from typing import Final

import msgspec

from supple.app.learn import FAQ, Learn
from supple.core.learn.page import Page, Topic
from supple.ui.pages.learn import ArticleView, LearnView, Row, Shelf

_SIGNS = {"learn-evidence": ("check-circle", "question", "x-circle")}
"""Pages whose sections stand in boxes: what looks solid, isn't settled, isn't said."""
_DOSE_PAGE: Final = "learn-how-much"
_PLAN_PAGES: Final = frozenset({_DOSE_PAGE, "learn-what-to-expect"})
_PUBMED: Final = re.compile(r"PubMed (\d+)")
_DOI: Final = re.compile(r"doi (10\.[^\s,;]+[^\s,;.])")
_SHELVES: Final = {
    Topic.STRETCH_WELL: ("primary_soft", "floor-single-leg-stretch"),
    Topic.RESEARCH: ("dusk_soft", "standing-forward-fold"),
    Topic.MISTAKES: ("apricot_soft", "standing-forward-fold-strap"),
    Topic.WHEN_NOT: ("clay_soft", "posture-sit-tall"),
}


class LearnWords:
    """Builds views of what is found and read."""

    def __init__(self, learn: Learn, words: NullTranslations) -> None:
        self._learn = learn
        self._words = words
        self._tr = words.gettext

    def shelves(self) -> tuple[Shelf, ...]:
        """The four shelves."""
        return tuple(
            Shelf(topic.value, self._learn.topic_words(topic), *_SHELVES[topic])
            for topic in _SHELVES
        )

    def questions(self) -> LearnView:
        """The list of questions."""
        rows = (
            Row(f"{FAQ}:{number}", each.title)
            for number, each in enumerate(self._learn.questions())
        )
        return LearnView(self._tr("Questions"), tuple(rows))

    def shelf(self, topic: Topic) -> LearnView:
        """The pages of a shelf."""
        return LearnView(self._learn.topic_words(topic), _rows(self._learn.on(topic)))

    def found(self, query: str) -> LearnView:
        """What a search finds: single questions before whole pages."""
        if not query.strip():
            return self.questions()
        asked = query.casefold().split()
        answers = [
            Row(f"{FAQ}:{number}", each.title)
            for number, each in enumerate(self._learn.questions())
            if all(word in f"{each.title} {each.body}".casefold() for word in asked)
        ]
        pages = [page for page in self._learn.search(query) if page.id != FAQ]
        rows = (*answers, *_rows(pages))
        if not rows:
            return LearnView(self._tr("Nothing matches that"), ())
        heading = self._words.ngettext("{n} match", "{n} matches", len(rows))
        return LearnView(heading.format(n=len(rows)), rows)

    def article(self, ident: str, *, stage: int | None = None) -> ArticleView:
        """What is read: a page, or one question. `stage` is the reader's own, counted from 0.

        Raises InputError for an id there is not.
        """
        page_id, _, number = ident.partition(":")
        page = self._learn.page(page_id)
        see = _rows(self._learn.page(each) for each in page.see)
        if number:
            answer = self._learn.questions()[int(number)]
            return ArticleView(ident, answer.title, answer.body, see=see)
        marked = stage + 1 if stage is not None and page_id == _DOSE_PAGE else None
        body = _with_you(page.body, marked, self._tr("you")) if marked else page.body
        return ArticleView(
            id=page.id,
            title=page.title,
            markdown=body,
            marked_row=marked,
            see=see,
            addresses=addresses(page.body),
            shows_plan=page_id in _PLAN_PAGES,
            signs=_SIGNS.get(page_id, ()),
        )


def addresses(text: str) -> str:
    """The web addresses of the sources in a text, one a line."""
    pubmed = (f"https://pubmed.ncbi.nlm.nih.gov/{number}/" for number in _PUBMED.findall(text))
    dois = (f"https://doi.org/{name}" for name in _DOI.findall(text))
    return "\n".join(dict.fromkeys((*pubmed, *dois)))


def reading(view: LearnView, article: ArticleView, *, chosen: bool) -> LearnView:
    """The same list with this article open, by choice or to begin with."""
    return msgspec.structs.replace(view, article=article, chosen=chosen)


def _with_you(body: str, row: int, you: str) -> str:
    """The table with "you" in the marked row, for those who cannot see its colour."""
    lines = body.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("|"))
    at = first + row + 1  # the rule under the heading counts as a line
    cells = lines[at].split("|")
    cells[1] = f" **{cells[1].strip()} ({you})** "
    lines[at] = "|".join(cells)
    return "\n".join(lines)


def _rows(pages: Iterable[Page]) -> tuple[Row, ...]:
    return tuple(Row(page.id, page.title) for page in pages)
