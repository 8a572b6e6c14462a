"""Owns the Sessions page: all of a period, and the one that is open beside them or by itself."""

from collections.abc import Callable, Mapping, Sequence
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from supple.ui.pages.history_cards import SessionList
from supple.ui.pages.history_detail import DetailCard
from supple.ui.pages.history_view import SessionDetail
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, TITLE, TITLE_SMALL
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.card import Card
from supple.ui.widgets.column import Column, narrow_edge
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.list_stop import after
from supple.ui.widgets.listed_session import SessionRow
from supple.ui.widgets.menu_button import MenuButton
from supple.ui.widgets.tab_order import tab_through
from supple.ui.widgets.text import Text
from supple.ui.widgets.undo_bar import UndoBar

_WIDEST: Final = 1120
_BESIDE_FROM: Final = 720
_SHARES: Final = (57, 33)


class SessionsPage(QScrollArea):
    """The list at the left and the open session at the right; narrow, one of them."""

    back_wanted = Signal()
    export_wanted = Signal()
    kind_chosen = Signal(str)
    more_wanted = Signal()
    session_chosen = Signal(str)
    edit_wanted = Signal(str)
    again_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        kinds: Sequence[tuple[str, str]],
        picture: Picture,
    ) -> None:
        super().__init__()
        self._look = look
        self._open = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = Column()
        self.setWidget(self.content)
        tr = translations.gettext
        self.back = Button(look, tr("History"), Kind.PLAIN, icon="arrow-left")
        self.back.clicked.connect(self._go_back)
        self._title = Text(look, TITLE, tr("Sessions"))
        self.kinds = MenuButton(look, tr("Kind"), kinds)
        self.kinds.choose(kinds[0][0])
        self.kinds.chosen.connect(self._choose_kind)
        self.export = Button(look, tr("Export"), icon="export", weight=Weight.REGULAR)
        self.export.clicked.connect(self.export_wanted)
        self._period = Text(look, BODY, colour="ink2", wrap=True)
        self.card = Card(look, padding=(8, 8))
        self.list = SessionList(look, picture)
        self.list.chosen.connect(self.session_chosen)
        self._none = Text(look, BODY, tr("Nothing here."), colour="ink2", wrap=True)
        self.more = Button(look, tr("Earlier ones"))
        self.more.clicked.connect(self.more_wanted)
        self.card.body.addWidget(self.list)
        self.card.body.addWidget(self._none)
        self.card.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.detail = DetailCard(look, translations)
        self.detail.edit.clicked.connect(lambda: self.edit_wanted.emit(self._open))
        self.detail.again_wanted.connect(self.again_wanted)
        self.detail.delete.clicked.connect(lambda: self.delete_wanted.emit(self._open))
        self.undo = UndoBar(look, tr("Undo"), self)
        FocusRing(look, self.content).watch(self.back, self.kinds, self.export)
        FocusRing(look, self.card).watch(self.more)
        self._lay()
        look.changed.connect(self._arrange)

    def say_period(self, words: str) -> None:
        """Say which days these are."""
        self._period.set_words(words)

    def show_rows(self, rows: tuple[SessionRow, ...], *, more: bool, below: bool = False) -> None:
        """Show sessions; `below` those that are there. `more`: earlier ones can be asked for."""
        self.list.show_rows(rows, more=below)
        self.more.setVisible(more)
        self._none.setVisible(not self.list.buttons)
        tab_through(self.back, self.kinds, self.export, self.list, self.more, self.detail)
        self.list.mark(self._open)

    def show_detail(self, detail: SessionDetail | None) -> None:
        """Open one session, or none."""
        self._open = detail.id if detail is not None else ""
        self.list.mark(self._open)
        if detail is not None:
            self.detail.show_detail(detail)
        self._arrange()
        if detail is not None and not self._beside():
            self.detail.focus_first()

    def focus_row(self, ident: str) -> None:
        """Put the focus on a session of the list, else on the first, else on the filter."""
        buttons = self.list.buttons
        button = next((each for each in buttons if each.row.id == ident), None)
        target = button or (buttons[0] if buttons else self.kinds)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def after(self, ident: str) -> str:
        """What the focus goes to when a session goes."""
        return after([button.row.id for button in self.list.buttons], ident)

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What the keys of a page do here."""
        return {"export": self.export_wanted.emit, "back": self._go_back}

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _choose_kind(self, kind: str) -> None:
        self.kinds.choose(kind)
        self.kind_chosen.emit(kind)

    def _go_back(self) -> None:
        """To the list where only one session is in sight, else to History."""
        if self._open and not self._beside():
            left = self._open
            self.show_detail(None)
            self.focus_row(left)
        else:
            self.back_wanted.emit()

    def _beside(self) -> bool:
        return self.viewport().width() / self._look.scale >= _BESIDE_FROM

    def _lay(self) -> None:
        self._column = QVBoxLayout(self.content)
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch(1)
        left = Qt.AlignmentFlag.AlignLeft
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.kinds, 0, left)
        head.addWidget(self.export, 0, left)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        alignment = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self.card, _SHARES[0], alignment)
        self._row.addWidget(self.detail, _SHARES[1], alignment)
        self._column.addLayout(top)
        self._column.addLayout(head)
        self._column.addWidget(self._period)
        self._column.addLayout(self._row)
        self._column.addStretch(1)

    def _arrange(self) -> None:
        look, beside = self._look, self._beside()
        margin = look.u(34) if beside else narrow_edge(look, self.viewport().width())
        spare = max(0, (self.viewport().width() - 2 * margin - look.u(_WIDEST)) // 2)
        side = margin + spare
        self._column.setContentsMargins(side, look.u(20), side, look.u(80))
        self._column.setSpacing(look.u(10))
        self._row.setSpacing(look.u(16))
        parts = (self._title, self.kinds, self.export)
        least = sum(part.minimumSizeHint().width() + look.u(10) for part in parts)
        direction = QBoxLayout.Direction
        fits = least <= self.viewport().width() - 2 * side
        self._head.setDirection(direction.LeftToRight if fits else direction.TopToBottom)
        self._title.set_style(TITLE if beside else TITLE_SMALL)
        self.card.setVisible(beside or not self._open)
        self.detail.setVisible(bool(self._open))
