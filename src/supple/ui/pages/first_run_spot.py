"""Owns the page about the place to stretch: what is at hand, and what every session wants."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from supple.ui.pages.first_run import StepPage
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD
from supple.ui.widgets.card import IconLabel
from supple.ui.widgets.text import Text
from supple.ui.widgets.tick_card import TickCard

_THREE_FROM: Final = 640
_TWO_FROM: Final = 400


class Thing(msgspec.Struct, frozen=True):
    """One thing to stretch with, and whether it is at hand."""

    id: str
    words: str
    icon: str
    there: bool = True


class SpotView(msgspec.Struct, frozen=True):
    """What the page shows. `before`: (icon, words) to see to before every session."""

    lead: str
    things: tuple[Thing, ...]
    before: tuple[tuple[str, str], ...]


class SpotPage(StepPage):
    """Asks what is at hand."""

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, translations, parent)
        tr = translations.gettext
        self.title.set_words(tr("Your spot"))
        self.show_main(tr("Go on"))
        self.cards: dict[str, TickCard] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(look.u(12))
        self._list = QGridLayout()
        self._list.setSpacing(look.u(10))
        self._lines: list[QWidget] = []
        self.body.addLayout(self._grid)
        self.body.addSpacing(look.u(18))
        self.body.addWidget(Text(look, CARD, tr("Before every session"), wrap=True))
        self.body.addLayout(self._list)
        self.body.addStretch(1)

    def show_view(self, view: SpotView) -> None:
        """Paint `view`."""
        self.lead.set_words(view.lead)
        for widget in (*self.cards.values(), *self._lines):
            widget.hide()
            widget.deleteLater()
        self.cards = {each.id: TickCard(self._look, each.icon, each.words) for each in view.things}
        for each in view.things:
            self.cards[each.id].setChecked(each.there)
            self.ring.watch(self.cards[each.id])
        self._lines = [self._line(*each) for each in view.before]
        self._place()

    def focus_first(self) -> None:
        """Put the focus on the first thing; Enter goes on all the same."""
        next(iter(self.cards.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def missing(self) -> tuple[str, ...]:
        """The ids of the things that are not at hand."""
        return tuple(ident for ident, card in self.cards.items() if not card.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the cards into as many columns as fit."""
        super().resizeEvent(event)
        self._place()

    def _line(self, icon: str, words: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.u(12))
        picture = IconLabel(self._look, icon, colour="primary")
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(self._look, BODY, words, wrap=True), 1)
        return line

    def _place(self) -> None:
        room = (self.width() - self.scene.width()) / self._look.scale
        columns = 3 if room >= _THREE_FROM else 2 if room >= _TWO_FROM else 1
        self._put(self._grid, tuple(self.cards.values()), columns)
        self._put(self._list, self._lines, 2 if columns > 2 else 1)  # noqa: PLR2004 - beside

    def _put(self, grid: QGridLayout, widgets: Sequence[QWidget], columns: int) -> None:
        for column in range(3):
            grid.setColumnStretch(column, 1 if column < columns else 0)
        for index, widget in enumerate(widgets):
            grid.removeWidget(widget)
            grid.addWidget(widget, index // columns, index % columns)
