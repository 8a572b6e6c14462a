"""Owns the note at the top of a page: what does not work, what still does, and a way out or two."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card, IconLabel
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.text import Text

_INK = "apricot_ink"


class Trouble(msgspec.Struct, frozen=True):
    """What there is to tell. `actions` are names for the program and words for the buttons."""

    icon: str
    title: str
    words: str
    actions: tuple[tuple[str, str], ...] = ()


class TroubleNote(QWidget):
    """Hidden until there is something to tell. Emits `chosen` with the name of an action."""

    chosen = Signal(str)

    def __init__(self, look: Look, close: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._told: Trouble | None = None
        self._card = Card(look, fill="apricot_soft", line="", radius=14, padding=(18, 14))
        self._title = Text(look, BODY_STRONG, colour=_INK, wrap=True)
        self._words = Text(look, BODY, colour=_INK, wrap=True)
        self._actions = FlowRow(look, gap=10)
        self._icon: IconLabel | None = None
        self._close = IconButton(look, "x", close, kind=Kind.PLAIN, weight=Weight.BOLD, side=32)
        self._close.clicked.connect(self.hide)
        column = QVBoxLayout()
        column.setSpacing(look.u(4))
        for part in (self._title, self._words, self._actions):
            column.addWidget(part)
        self._row = QHBoxLayout()
        self._row.setSpacing(look.u(14))
        self._row.addLayout(column, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._card.body.addLayout(self._row)
        outer = QVBoxLayout(self)
        side = look.u(12)
        outer.setContentsMargins(side, side, side, side)
        outer.addWidget(self._card)
        self.hide()

    @property
    def says(self) -> str:
        """All that it tells."""
        return "" if self._told is None else f"{self._told.title}. {self._told.words}"

    def tell(self, trouble: Trouble) -> None:
        """Show it, unless it stands there already."""
        if trouble == self._told and self.isVisible():
            return
        self._told = trouble
        self._title.set_words(trouble.title)
        self._words.set_words(trouble.words)
        self._show_icon(trouble.icon)
        self._actions.set_items([*self._buttons(trouble.actions)])
        self._actions.setVisible(bool(trouble.actions))
        self.show()

    def _show_icon(self, name: str) -> None:
        if self._icon is not None:
            self._icon.deleteLater()
        self._icon = IconLabel(self._look, name, colour=_INK, size=24)
        self._row.insertWidget(0, self._icon, 0, Qt.AlignmentFlag.AlignTop)

    def _buttons(self, actions: Sequence[tuple[str, str]]) -> Sequence[Button]:
        buttons = []
        for place, (name, words) in enumerate(actions):
            kind = Kind.QUIET if place else Kind.SECONDARY
            button = Button(self._look, words, kind, Size.SMALL)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            buttons.append(button)
        return buttons
