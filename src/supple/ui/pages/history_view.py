"""What the History page paints: records of words and pictures, made by its binding."""

import msgspec

from supple.core.history.totals import Span
from supple.ui.widgets.charts.picture import ChartView
from supple.ui.widgets.listed_session import SessionRow


class Headline(msgspec.Struct, frozen=True):
    """A number and what it counts."""

    number: str
    words: str


class VerdictView(msgspec.Struct, frozen=True):
    """Is it helping: the answer, a sentence for each thing compared, and what to mind."""

    answer: str
    lines: tuple[str, ...] = ()
    ask: str = ""
    note: str = ""


class HistoryView(msgspec.Struct, frozen=True):
    """What is there at once. `empty`: nothing was ever recorded."""

    span: Span
    headlines: tuple[Headline, ...] = ()
    charts: tuple[ChartView, ...] = ()
    empty: bool = False


class MoreView(msgspec.Struct, frozen=True):
    """What follows when those charts are there."""

    charts: tuple[ChartView, ...] = ()
    latest: tuple[SessionRow, ...] = ()


class DetailsView(msgspec.Struct, frozen=True):
    """What follows last. `missing` tells of what could be here, and how it comes."""

    verdict: VerdictView
    headlines: tuple[Headline, ...] = ()
    charts: tuple[ChartView, ...] = ()
    missing: tuple[str, ...] = ()


class DoneRow(msgspec.Struct, frozen=True):
    """An exercise of a session, as far as it went."""

    name: str
    amount: str
    done: bool


class SessionDetail(msgspec.Struct, frozen=True):
    """A session beside the list. `over`: it can be edited and deleted; `again`: its routine."""

    id: str
    name: str
    when: str
    done: tuple[DoneRow, ...]
    pain: str
    feel: str
    note: str
    over: bool = True
    again: str = ""
