"""Owns the numbers of a chart as a table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nlargest
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SMALL, SMALL_MEDIUM
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.charts.picture import Table

_HEIGHT: Final = 190
_PAD: Final = 16
_MEASURED: Final = 8  # of thousands of cells the longest are measured


class ChartTable(QTableView):
    """Stands in place of the chart; `left` brings the chart back, by the key that asked for it.

    Headings are broken into lines rather than cut; the first column takes what room is left.
    """

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = Table((), ())
        self._numbers = QStandardItemModel(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self.setWordWrap(True)
        self.setModel(self._numbers)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What the keys of a page do here."""
        return {"table": self.left.emit}

    def fill(self, title: str, numbers: Table) -> None:
        """Show the numbers of the chart that is called so."""
        self._shown = numbers
        self._numbers.clear()
        self._numbers.setColumnCount(len(numbers.columns))
        for row in numbers.rows:
            self._numbers.appendRow([QStandardItem(cell) for cell in row])
        self.setAccessibleName(title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        self.setFont(self._look.font(SMALL))
        self.horizontalHeader().setFont(self._look.font(SMALL_MEDIUM))
        self.setFixedHeight(self._look.u(_HEIGHT))
        self._fit()

    def _fit(self) -> None:
        columns, pad = self._shown.columns, self._look.u(_PAD)
        if not columns:
            return
        head = QFontMetrics(self._look.font(SMALL_MEDIUM)).horizontalAdvance
        cell = QFontMetrics(self._look.font(SMALL)).horizontalAdvance
        least, whole = [], []
        for place, label in enumerate(columns):
            cells = nlargest(_MEASURED, {row[place] for row in self._shown.rows}, key=len)
            parts = [part for each in cells for part in breakable(each)] if place == 0 else cells
            least.append(pad + max(_widest(breakable(label), head), _widest(parts, cell)))
            whole.append(pad + max(head(label), _widest(cells, cell)))
        widths = _shared(self.viewport().width(), least, whole)
        for place, (label, width) in enumerate(zip(columns, widths, strict=True)):
            self.setColumnWidth(place, width)
            self._numbers.setHeaderData(
                place, Qt.Orientation.Horizontal, _lines(label, width - pad, head)
            )
        self.resizeRowsToContents()


def _shared(room: int, least: Sequence[int], whole: Sequence[int]) -> list[int]:
    """The widths of columns: what each needs, then all of the first, then all of the others."""
    widths = list(least)
    for place, wanted in enumerate(whole):
        widths[place] += max(0, min(wanted - widths[place], room - sum(widths)))
    widths[0] += max(0, room - sum(widths))
    return widths


def _widest(parts: Iterable[str], measure: Callable[[str], int]) -> int:
    return max(map(measure, parts), default=0)


def _lines(text: str, room: int, measure: Callable[[str], int]) -> str:
    """The text in as many lines as it needs."""
    lines: list[str] = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)
