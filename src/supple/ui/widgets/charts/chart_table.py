"""Owns the numbers of a chart as a table."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.charts.picture import Table

_HEIGHT: Final = 190


class ChartTable(QTableView):
    """Stands in place of the chart; `left` is for T, which brings the chart back."""

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
        back = QShortcut(QKeySequence("T"), self, self.left.emit)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def fill(self, title: str, numbers: Table) -> None:
        """Show the numbers of the chart that is called so."""
        self._numbers.clear()
        self._numbers.setHorizontalHeaderLabels(list(numbers.columns))
        for row in numbers.rows:
            self._numbers.appendRow([QStandardItem(cell) for cell in row])
        self.setAccessibleName(title)
        self.resizeRowsToContents()
