"""Owns what every chart is: marks that can be reached one by one, a gist, and a table."""

from typing import NamedTuple, Protocol

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from supple.ui.theme.look import Look


class Mark(NamedTuple):
    """One point of a chart: where it is, what it says, and what it leads to (often nothing)."""

    box: QRectF
    words: str
    key: str = ""


class Table(msgspec.Struct, frozen=True):
    """The same numbers as rows of words."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Picture(Protocol):
    """A chart without a window: it can be painted on a widget, a picture or a page."""

    @property
    def gist(self) -> str:
        """The whole in one sentence."""
        ...

    @property
    def table(self) -> Table:
        """The numbers."""
        ...

    def height(self, look: Look, width: float) -> float:
        """How tall it is at a width, in logical pixels."""
        ...

    def marks(self, look: Look, area: QRectF) -> list[Mark]:
        """The points in the order they are read."""
        ...

    def paint(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Paint everything into `area`."""
        ...


class ChartView(msgspec.Struct, frozen=True):
    """A chart in its card. `wide`: it wants the larger share of a row."""

    id: str
    title: str
    picture: Picture
    aside: str = ""
    caption: str = ""
    wide: bool = False
