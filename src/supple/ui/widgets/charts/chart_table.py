"""Owns the numbers of a chart as a table."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.charts.picture import Table

_HEIGHT: Final = 190


class ChartTable(QTableView):
    """Stands in place of the chart; `left` brings the chart back, by the key that asked for it."""

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = QStandardItemModel(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setWordWrap(True)
        self.setFixedHeight(look.u(_HEIGHT))
        self.setModel(self._numbers)

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What the keys of a page do here."""
        return {"table": self.left.emit}

    def fill(self, title: str, numbers: Table) -> None:
        """Show the numbers of the chart that is called so."""
        self._numbers.clear()
        self._numbers.setHorizontalHeaderLabels(list(numbers.columns))
        for row in numbers.rows:
            self._numbers.appendRow([QStandardItem(cell) for cell in row])
        self.setAccessibleName(title)
        self.resizeRowsToContents()
