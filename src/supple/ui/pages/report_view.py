"""What the page to show a professional says: a record of words and charts."""

import msgspec

from supple.ui.pages.history_view import ChartView, Headline


class Section(msgspec.Struct, frozen=True):
    """A title and the lines below it."""

    title: str
    lines: tuple[str, ...]


class ReportView(msgspec.Struct, frozen=True):
    """One page. `name` labels the line where a name can be written by hand."""

    title: str
    period: str
    name: str
    made: str
    facts: tuple[Headline, ...]
    charts: tuple[ChartView, ...]
    sections: tuple[Section, ...]
    foot: str

    @property
    def told(self) -> str:
        """All of it in words, for those who cannot see it."""
        facts = [f"{fact.number} {fact.words}" for fact in self.facts]
        charts = [chart.picture.gist for chart in self.charts]
        sections = [f"{each.title}: {' '.join(each.lines)}" for each in self.sections]
        parts = [self.title, self.period, *facts, *charts, *sections, self.made, self.foot]
        return "\n".join(parts)
