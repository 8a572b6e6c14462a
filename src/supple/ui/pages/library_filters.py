"""Owns the row of the Library's filters, folded into one button where the page is narrow."""

from collections.abc import Mapping, Sequence
from gettext import NullTranslations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.widgets.button import Button
from supple.ui.widgets.filter_button import Filter, FilterButton


class Filters(QWidget):
    """`changed` carries the id of a filter and all that is chosen in it now."""

    changed = Signal(str, object)

    def __init__(
        self, look: Look, translations: NullTranslations, filters: Sequence[Filter]
    ) -> None:
        super().__init__()
        self._look = look
        tr = translations.gettext
        self._single = [FilterButton(look, each, tr("Clear"), self) for each in filters]
        self._names = {each.id: each.name for each in filters}
        self._all = Button(look, tr("Filter"), icon="funnel-simple", weight=Weight.REGULAR)
        self._words = (tr("Filter"), tr("Filter ({n})"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.u(10))
        for button in self._single:
            row.addWidget(button)
            button.changed.connect(
                lambda chosen, ident=button.filter_id: self.changed.emit(ident, chosen)
            )
        row.addWidget(self._all)
        row.addStretch(1)
        self._all.clicked.connect(self._open)
        self.set_folded(False)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All buttons, for the focus ring."""
        return (*self._single, self._all)

    def set_folded(self, folded: bool) -> None:
        """Show one button for all filters, or one for each."""
        for button in self._single:
            button.setVisible(not folded)
        self._all.setVisible(folded)

    def show_chosen(self, chosen: Mapping[str, frozenset[str]]) -> None:
        """Show what is chosen."""
        for button in self._single:
            button.set_chosen(chosen.get(button.filter_id, frozenset()))
        count = sum(map(len, chosen.values()))
        plain, counted = self._words
        self._all.setText(counted.format(n=count) if count else plain)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._single:
            button.fill_menu(menu.addMenu(self._names[button.filter_id]))
        menu.popup(self._all.mapToGlobal(QPoint(0, self._all.height())))
