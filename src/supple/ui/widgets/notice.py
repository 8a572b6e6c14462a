"""Owns notices: what is so, what still works, and one or two ways out, in the page at its top."""

from enum import Enum
from typing import Final

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import MIN_SCALE, Look
from supple.ui.theme.type_scale import BODY, CARD
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card, IconLabel
from supple.ui.widgets.faces import alert, give_face
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.text import Text

_MOST_ACTIONS: Final = 3
_PAGE_FOR_ONE: Final = 300
_PAGE_AT_100: Final = 500


class Tone(Enum):
    """How a notice looks: token of its ground, token of its words."""

    WARM = ("apricot_soft", "apricot_ink")
    GRAVE = ("clay_soft", "clay_ink")
    PLAIN = ("sunken", "ink2")
    GOOD = ("primary_soft", "primary_ink")


class NoticeView(msgspec.Struct, frozen=True):
    """One notice. `actions` are at most three pairs of id and words; the first is the best one.

    A newer one with the same `id` takes the place of an older one. One that `stays` has no cross:
    it goes when what it tells is over.
    """

    id: str
    icon: str
    title: str
    words: str = ""
    actions: tuple[tuple[str, str], ...] = ()
    tone: Tone = Tone.WARM
    stays: bool = False


class NoticeCard(Card):
    """Paints one notice. `acted` carries the id of an action; `closed` its cross, or Esc."""

    acted = Signal(str)
    closed = Signal()

    def __init__(
        self, look: Look, view: NoticeView, close: str, parent: QWidget | None = None
    ) -> None:
        fill, ink = view.tone.value
        super().__init__(look, fill=fill, line="", radius=14, padding=(18, 14), parent=parent)
        self.view = view
        self.setAccessibleName(f"{view.title}. {view.words}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout()
        row.setSpacing(look.u(14))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(look, view.icon, weight=Weight.FILL, colour=ink, size=24), 0, top)
        column = QVBoxLayout()
        column.setSpacing(look.u(4))
        column.addWidget(Text(look, CARD, view.title, colour=ink, wrap=True))
        if view.words:
            column.addWidget(Text(look, BODY, view.words, colour=ink, wrap=True))
        quiet = Kind.QUIET_CLAY if view.tone is Tone.GRAVE else Kind.QUIET
        self.buttons = [
            Button(look, words, quiet if index else Kind.SECONDARY, Size.SMALL)
            for index, (_, words) in enumerate(view.actions[:_MOST_ACTIONS])
        ]
        if self.buttons:
            actions = FlowRow(look, gap=8)
            actions.set_items(self.buttons)
            column.addSpacing(look.u(4))
            column.addWidget(actions)
        row.addLayout(column, 1)
        ring = FocusRing(look, self)
        for button, (ident, _) in zip(self.buttons, view.actions, strict=False):
            button.clicked.connect(lambda *_, ident=ident: self.acted.emit(ident))
            ring.watch(button)
        self.cross = IconButton(look, "x", close, kind=Kind.PLAIN, weight=Weight.BOLD, side=32)
        self.cross.setVisible(not view.stays)
        self.cross.clicked.connect(self.closed)
        ring.watch(self.cross)
        row.addWidget(self.cross, 0, top)
        self.body.addLayout(row)

    def focus_first(self) -> None:
        """Put the focus on what can be done."""
        (*self.buttons, self.cross)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes it when it has a cross."""
        if event.key() == Qt.Key.Key_Escape and not self.view.stays:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class NoticeStack(QWidget):
    """The notices of a page, the newest on top; it takes no room while there are none.

    On a low page the older ones wait until the newer are closed, and large text is set smaller:
    a notice is never cut. `told` carries the words of a new one, for a screen reader; `left`: the
    last one has gone from under the focus.
    """

    acted = Signal(str, str)
    closed = Signal(str)
    told = Signal(str)
    left = Signal()

    def __init__(self, look: Look, close: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._own = Look(look.tokens, look.fonts, look.icons, scale=look.scale, parent=self)
        self._close = close
        self._most = 2
        self._page_px = 0
        self.cards: dict[str, NoticeCard] = {}
        self._column = QVBoxLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def says(self) -> str:
        """All that is told here, the newest last."""
        return " ".join(f"{card.view.title}. {card.view.words}" for card in self.cards.values())

    def show_notice(self, view: NoticeView) -> None:
        """Show a notice on top; one with the same id goes, and leaves it the focus."""
        had_focus = self._has_focus(self.cards.get(view.id))
        self.take_back(view.id)
        card = self.cards[view.id] = NoticeCard(self._own, view, self._close, self)
        card.acted.connect(lambda action: self.acted.emit(view.id, action))
        card.closed.connect(lambda: self.closed.emit(view.id))
        self._column.insertWidget(0, card)
        self._reveal()
        if had_focus:
            card.focus_first()
        self.told.emit(card.accessibleName())

    def take_back(self, ident: str) -> None:
        """Take a notice away, if it is there."""
        card = self.cards.pop(ident, None)
        if card is None:
            return
        had_focus = self._has_focus(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._reveal()
        if had_focus:
            self._pass_on()

    def _has_focus(self, card: NoticeCard | None) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return card is not None and focused is not None and card.isAncestorOf(focused)

    def _pass_on(self) -> None:
        """Put the focus on the notice that is there now, or let the page have it."""
        there = [card for card in self.cards.values() if not card.isHidden()]
        if there:
            there[-1].focus_first()
        else:
            self.left.emit()

    def fit(self, height_px: int) -> None:
        """Show as many as a page of this height has room for."""
        self._page_px = height_px
        self._dress()

    def _reveal(self) -> None:
        newest = list(self.cards.values())[-self._most :]
        for card in self.cards.values():
            card.setVisible(card in newest)
        self.setVisible(bool(self.cards))

    def _dress(self) -> None:
        scale = self._look.scale
        if self._page_px:
            scale = min(scale, self._page_px / _PAGE_AT_100)
        if (self._own.tokens, self._own.scale) != (self._look.tokens, max(scale, MIN_SCALE)):
            self._own.change(tokens=self._look.tokens, scale=scale)
        u = self._own.u
        self._column.setContentsMargins(u(18), u(14), u(18), u(4))
        self._column.setSpacing(u(10))
        most = max(1, int(self._page_px / self._own.scale // _PAGE_FOR_ONE))
        if self._page_px and most != self._most:  # larger text leaves room for fewer
            self._most = most
            self._reveal()


give_face(NoticeCard, alert)
