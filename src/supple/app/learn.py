"""The pages to read, in their order, found by topic and by word."""

from functools import cached_property
from gettext import NullTranslations

from supple.core.errors import InputError
from supple.core.learn.page import Page, Section, Topic, parse_page, search, sections
from supple.devices.files import asset

FAQ = "learn-faq"


class Learn:
    """Reads all pages when one is first wanted."""

    def __init__(self, words: NullTranslations) -> None:
        self._words = words

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages, shelf by shelf."""
        paths = sorted(asset("learn").glob("*.md"))
        found = [parse_page(path.read_text(encoding="utf-8"), self._words) for path in paths]
        shelves = list(Topic)
        return tuple(sorted(found, key=lambda page: (shelves.index(page.topic), page.order)))

    def page(self, ident: str) -> Page:
        """One page. Raises InputError for an id there is not."""
        found = next((page for page in self.pages if page.id == ident), None)
        if found is None:
            what = self._words.gettext('There is no page "{id}".').format(id=ident)
            raise InputError(what, allowed=", ".join(page.id for page in self.pages))
        return found

    def on(self, topic: Topic) -> tuple[Page, ...]:
        """The pages of a shelf."""
        return tuple(page for page in self.pages if page.topic is topic)

    def questions(self) -> tuple[Section, ...]:
        """The questions with their answers."""
        return sections(self.page(FAQ))

    def search(self, query: str) -> tuple[Page, ...]:
        """The pages that hold every word; all of them for an empty query."""
        return search(self.pages, query)

    def topic_words(self, topic: Topic) -> str:
        """A shelf's name."""
        tr = self._words.gettext
        return {
            Topic.STRETCH_WELL: tr("Stretch well"),
            Topic.RESEARCH: tr("What the research says"),
            Topic.MISTAKES: tr("Mistakes and fixes"),
            Topic.WHEN_NOT: tr("When not to stretch"),
            Topic.QUESTIONS: tr("Questions and answers"),
        }[topic]
