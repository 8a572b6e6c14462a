"""What the History page paints: records of words and pictures, made by its binding."""

import msgspec

from supple.core.history.totals import Span
from supple.ui.widgets.charts.picture import Picture


class Headline(msgspec.Struct, frozen=True):
    """A number and what it counts."""

    number: str
    words: str


class ChartView(msgspec.Struct, frozen=True):
    """A chart in its card. `wide`: it wants the larger share of a row."""

    id: str
    title: str
    picture: Picture
    aside: str = ""
    caption: str = ""
    wide: bool = False


class SessionRow(msgspec.Struct, frozen=True):
    """One session of a list, or one row of a session.

    `exercise` stands for it in a picture, as a still shows it; without one, `icon` does. `chip` is
    how it felt or ended, `warm` where it hurt; `pain` such as "3 → 2".
    """

    id: str
    name: str
    line: str
    exercise: str
    chip: str = ""
    warm: bool = False
    pain: str = ""
    has_note: bool = False
    icon: str = "note"
    told: str = ""


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
