"""Owns what follows the first charts of History: the verdict, the latest sessions, more to do."""

from gettext import NullTranslations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.pages.history_view import VerdictView
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG, CARD, SECTION, SMALL
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.listed_session import SessionRow
from supple.ui.widgets.session_row import SessionButton
from supple.ui.widgets.tab_order import tab_through
from supple.ui.widgets.text import Text


class VerdictCard(Card):
    """Is it helping: the answer, what it rests on, and what it cannot say."""

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        question = translations.gettext("Is it helping?")
        self._answer = Text(look, SECTION, wrap=True)
        self._lines = Text(look, BODY, wrap=True)
        self._ask = Text(look, BODY_STRONG, wrap=True)
        self._note = Text(look, SMALL, colour="ink2", wrap=True)
        self.body.addWidget(Text(look, CARD, question, colour="ink2"))
        for label in (self._answer, self._lines, self._ask, self._note):
            self.body.addWidget(label)

    def show_verdict(self, view: VerdictView) -> None:
        """Say this."""
        self._answer.set_words(view.answer)
        self._lines.set_parts(tuple(("", line) for line in view.lines))
        self._ask.set_words(view.ask)
        self._ask.setVisible(bool(view.ask))
        self._note.set_words(view.note)
        self._note.setVisible(bool(view.note))


class SessionList(QWidget):
    """Sessions below each other. `chosen` carries the id of one."""

    chosen = Signal(str)

    def __init__(self, look: Look, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture = picture
        self.buttons: list[SessionButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.u(2))
        follow_width(self)
        self._ring = FocusRing(look, self)
        self._stop = ListStop(self, lambda: self.buttons)

    def show_rows(self, rows: tuple[SessionRow, ...], *, more: bool = False) -> None:
        """Show these; with `more` below those that are there."""
        if not more:
            for button in self.buttons:
                button.hide()
                button.deleteLater()
            self.buttons = []
        for row in rows:
            button = SessionButton(self._look, row, self._picture, self)
            button.clicked.connect(lambda *_, ident=row.id: self.chosen.emit(ident))
            self._column.addWidget(button)
            self._ring.watch(button)
            self.buttons.append(button)
        self._stop.settle()
        tab_through(*self.buttons)

    def update_pictures(self) -> None:
        """Paint pictures that are there now."""
        for button in self.buttons:
            button.update()

    def mark(self, ident: str) -> None:
        """Show which session is open."""
        ids = [button.row.id for button in self.buttons]
        self._stop.mark(ids.index(ident) if ident in ids else None)


class LatestCard(Card):
    """The latest sessions, and the way to all of them."""

    session_chosen = Signal(str)
    all_wanted = Signal()

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        picture: Picture,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        tr = translations.gettext
        self.all = Button(look, tr("See all"), Kind.QUIET, Size.SMALL)
        self.all.clicked.connect(self.all_wanted)
        head = QHBoxLayout()
        head.addWidget(Text(look, CARD, tr("Latest sessions"), wrap=True), 1)
        head.addWidget(self.all, 0, Qt.AlignmentFlag.AlignTop)
        self.list = SessionList(look, picture)
        self.list.chosen.connect(self.session_chosen)
        self.body.addLayout(head)
        self.body.addWidget(self.list)
        FocusRing(look, self).watch(self.all)

    def show_rows(self, rows: tuple[SessionRow, ...]) -> None:
        """Show these."""
        self.list.show_rows(rows)


class Foot(QWidget):
    """What can be done besides looking back."""

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        tr = translations.gettext
        self.by_hand = Button(look, tr("Add a session"), Kind.QUIET)
        self.measure = Button(look, tr("Measure my reach"), Kind.QUIET)
        self._missing = Text(look, BODY, colour="ink2", wrap=True)
        self._missing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.u(10))
        column.addWidget(self._missing)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.addLayout(self._row)
        self._row.addWidget(self.by_hand)
        self._row.addWidget(self.measure)
        self._row.addStretch(1)
        FocusRing(look, self).watch(self.by_hand, self.measure)

    def show_missing(self, lines: tuple[str, ...]) -> None:
        """Tell what could be on the page."""
        self._missing.set_parts(tuple(("", each) for each in lines))
        self._missing.setVisible(bool(lines))

    def arrange(self, *, in_a_row: bool) -> None:
        """Put the buttons beside each other, or below."""
        direction = QBoxLayout.Direction
        self._row.setSpacing(self._look.u(16))
        self._row.setDirection(direction.LeftToRight if in_a_row else direction.TopToBottom)
