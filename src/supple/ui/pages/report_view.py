"""What the page to show a professional says: a record of words and charts."""

import msgspec

from supple.ui.pages.history_view import Headline
from supple.ui.widgets.charts.picture import ChartView


class Section(msgspec.Struct, frozen=True):
    """A title and the lines below it."""

    title: str
    lines: tuple[str, ...]


class ReportView(msgspec.Struct, frozen=True):
    """One page; charts of a row stand beside each other.

    `name` labels the line where a name can be written by hand.
    """

    title: str
    period: str
    name: str
    made: str
    facts: tuple[Headline, ...]
    rows: tuple[tuple[ChartView, ...], ...]
    sections: tuple[Section, ...]
    foot: str

    @property
    def told(self) -> str:
        """All of it in words, for those who cannot see it."""
        facts = [f"{fact.number} {fact.words}" for fact in self.facts]
        charts = [chart.picture.gist for row in self.rows for chart in row]
        sections = [f"{each.title}: {' '.join(each.lines)}" for each in self.sections]
        parts = [self.title, self.period, *facts, *charts, *sections, self.made, self.foot]
        return "\n".join(parts)
