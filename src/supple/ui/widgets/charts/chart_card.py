"""Owns the card around a chart: its title, its words, its table, and what can be done with it."""

from gettext import NullTranslations
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import CARD, SMALL
from supple.ui.widgets.button import Kind
from supple.ui.widgets.card import Card
from supple.ui.widgets.charts.chart import Chart
from supple.ui.widgets.charts.picture import ChartView
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.text import Text

if TYPE_CHECKING:
    from supple.ui.widgets.charts.chart_table import ChartTable


class ChartCard(Card):
    """One chart. `save_wanted` and `print_wanted` carry its view, `chosen` a point's key."""

    chosen = Signal(str)
    save_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self._translations = translations
        self._view: ChartView | None = None
        tr = translations.gettext
        self._title = Text(look, CARD, wrap=True)
        self._aside = Text(look, SMALL, colour="ink2", wrap=True)
        self.more = IconButton(
            look, "dots-three", tr("More"), kind=Kind.PLAIN, weight=Weight.BOLD, side=32
        )
        self.more.clicked.connect(self._open_menu)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.chart = Chart(look)
        self.chart.table_wanted.connect(self.toggle_table)
        self.chart.chosen.connect(self.chosen)
        self._table: ChartTable | None = None
        self._caption = Text(look, SMALL, colour="ink2", wrap=True)
        self.body.addLayout(head)
        self.body.addWidget(self._aside)
        self.body.addWidget(self.chart)
        self.body.addWidget(self._caption)
        self.body.addStretch(1)
        FocusRing(look, self).watch(self.chart, self.more)

    @property
    def view(self) -> ChartView | None:
        """What is shown."""
        return self._view

    @property
    def table(self) -> "ChartTable | None":
        """The numbers, while they are shown in place of the chart."""
        return self._table if self._table is not None and not self._table.isHidden() else None

    def show_view(self, view: ChartView) -> None:
        """Show this chart."""
        self._view = view
        self._title.set_words(view.title)
        named = self._translations.gettext("More about: {title}")
        self.more.set_name(named.format(title=view.aside or view.title))
        for label, words in ((self._aside, view.aside), (self._caption, view.caption)):
            label.set_words(words)
            label.setVisible(bool(words))
        self.chart.show_picture(view.picture)
        if self.table is not None:
            self.table.fill(view.title, view.picture.table)

    def toggle_table(self) -> None:
        """Show the numbers as a table in place of the chart, or the chart again."""
        if self._view is None:
            return
        shown = self.table is not None
        table = self._table or self._make_table()
        if not shown:
            table.fill(self._view.title, self._view.picture.table)
        table.setVisible(not shown)
        self.chart.setVisible(shown)
        (self.chart if shown else table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_table(self) -> "ChartTable":
        from supple.ui.widgets.charts.chart_table import ChartTable

        table = self._table = ChartTable(self._look, self)
        table.left.connect(self.toggle_table)
        self.body.insertWidget(3, table)
        FocusRing(self._look, self).watch(table)
        return table

    def _open_menu(self) -> None:
        from PySide6.QtWidgets import QMenu

        tr = self._translations.gettext
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        as_table = self.table is None
        words = tr("Show as table") if as_table else tr("Show as chart")
        menu.addAction(words).triggered.connect(self.toggle_table)
        saving = menu.addAction(tr("Save as picture…"))
        saving.triggered.connect(lambda: self.save_wanted.emit(self._view))
        printing = menu.addAction(tr("Print…"))
        printing.triggered.connect(lambda: self.print_wanted.emit(self._view))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
