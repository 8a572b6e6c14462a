"""Owns what is asked before an export: in which form, which days, with pain and notes or not."""

from collections.abc import Sequence
from enum import StrEnum
from gettext import NullTranslations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.choice_card import ChoiceCard
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.menu_button import MenuButton
from supple.ui.widgets.one_stop import OneStop
from supple.ui.widgets.switch import TickRow
from supple.ui.widgets.text import Text


class Form(StrEnum):
    """What an export becomes."""

    EVERYTHING = "everything"
    SPREADSHEETS = "spreadsheets"
    PAGE = "page"


class ExportForm(QWidget):
    """`changed` tells of another form or other days. Of the `spans`, the first is all of it."""

    changed = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, spans: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        tr = translations.gettext
        told = {
            Form.EVERYTHING: (
                "download-simple",
                tr("Everything, to move or keep"),
                tr("One Supple file. Can be imported again."),
            ),
            Form.SPREADSHEETS: (
                "list-dashes",
                tr("Spreadsheets"),
                tr("Sessions, holds, reach checks and ratings as CSV."),
            ),
            Form.PAGE: (
                "file-text",
                tr("A page to show someone"),
                tr("One page as PDF, shown before it is saved."),
            ),
        }
        self._group = QButtonGroup(self)
        self.cards = {form: ChoiceCard(look, *words) for form, words in told.items()}
        self.dates = MenuButton(look, tr("Dates"), spans)
        self.span = spans[0][0]
        self.dates.choose(self.span)
        self.dates.chosen.connect(self._take_span)
        self.pain = TickRow(look, tr("Include pain ratings and notes"))
        self.pain.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.u(8), 0, 0)
        column.setSpacing(look.u(10))
        for card in self.cards.values():
            self._group.addButton(card)
            column.addWidget(card)
        row = QHBoxLayout()
        row.addWidget(Text(look, BODY, tr("Dates"), colour="ink2"), 1)
        row.addWidget(self.dates)
        column.addLayout(row)
        column.addWidget(self.pain)
        self.cards[Form.EVERYTHING].setChecked(True)
        self._group.buttonToggled.connect(self._take_form)
        OneStop(self, tuple(self.cards.values()))
        FocusRing(look, self).watch(*self.cards.values(), self.dates, self.pain)

    @property
    def form(self) -> Form:
        """What was chosen."""
        return next(form for form, card in self.cards.items() if card.isChecked())

    @property
    def with_pain(self) -> bool:
        """Whether pain ratings and notes are to be in it."""
        return self.pain.isChecked()

    def _take_span(self, span: str) -> None:
        self.span = span
        self.changed.emit()

    def _take_form(self, _card: object, on: bool) -> None:
        """A page for somebody else begins without pain and notes; one's own files with them."""
        if not on:
            return
        self.pain.setChecked(self.form is not Form.PAGE)
        self.changed.emit()
