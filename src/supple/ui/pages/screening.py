"""Owns the pages with the questions that keep a person safe: one line with a tick each."""

from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from supple.core.session.view import Phase
from supple.ui.pages.first_run import StepPage
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import CARD
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.choice_row import ChoiceRow
from supple.ui.widgets.switch import TickRow
from supple.ui.widgets.text import Text

_TWO_COLUMNS_FROM: Final = 640
_OVERLAP: Final = 60
SWAP, KEEP = "swap", "keep"


class QuestionRow(msgspec.Struct, frozen=True):
    """One question; `ticked` is the answer of last time."""

    id: str
    words: str
    ticked: bool = False


class QuestionsView(msgspec.Struct, frozen=True):
    """One page of questions.

    `follow` is asked below them while the question with the id `follow_of` is ticked; `keeps` is
    the answer of last time.
    """

    title: str
    lead: str
    heading: str
    rows: tuple[QuestionRow, ...]
    columns: int = 1
    follow_of: str = ""
    follow: str = ""
    keeps: bool = False


class QuestionsPage(StepPage):
    """Paints one page of questions. `none_chosen` means that none of them fits."""

    none_chosen = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, translations, parent)
        tr = translations.gettext
        self.scene.phase = Phase.HOLD
        self._view = QuestionsView("", "", "", ())
        self.rows: dict[str, TickRow] = {}
        self._heading = Text(look, CARD, wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(look.u(7))
        self._follow = QWidget()
        follow = QVBoxLayout(self._follow)
        follow.setContentsMargins(0, look.u(8), 0, 0)
        self._follow_words = Text(look, CARD, wrap=True)
        answers = ((SWAP, tr("Yes, swap them")), (KEEP, tr("No, keep them")))
        self.follow_row = ChoiceRow(look, tr("Floor steps"), answers)
        self._keeps = False
        self.follow_row.chosen.connect(self._choose)
        follow.addWidget(self._follow_words)
        follow.addWidget(self.follow_row)
        self.body.addWidget(self._heading)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._follow)
        self.body.addStretch(1)
        self.other_button.clicked.connect(self._untick)
        self.more = Button(look, "", Kind.QUIET, Size.SMALL, icon="caret-down", weight=Weight.BOLD)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard comes to each question
        self.more.clicked.connect(self._read_on)
        self.more.hide()
        self.foot.insertWidget(2, self.more)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._count_more)
        bar.valueChanged.connect(self._count_more)

    def show_view(self, view: QuestionsView) -> None:
        """Paint `view`."""
        self._view = view
        self.title.set_words(view.title)
        self.lead.set_words(view.lead)
        self._heading.set_words(view.heading)
        self._follow_words.set_words(view.follow)
        self.follow_row.choose(KEEP if view.keeps else SWAP)
        for row in self.rows.values():
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {each.id: TickRow(self._look, each.words, lit=True) for each in view.rows}
        for each in view.rows:
            row = self.rows[each.id]
            row.setChecked(each.ticked)
            row.toggled.connect(self._name_buttons)
            self.ring.watch(row)
        self._place_rows()
        self._name_buttons()

    def ticked(self) -> frozenset[str]:
        """The ids of the questions with a yes."""
        return frozenset(ident for ident, row in self.rows.items() if row.isChecked())

    @property
    def keeps(self) -> bool:
        """Whether floor steps are to stay."""
        return self._keeps

    def focus_first(self) -> None:
        """Put the focus on the first question."""
        if self.rows:
            next(iter(self.rows.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the questions into one or two columns."""
        super().resizeEvent(event)
        self._place_rows()

    def _place_rows(self) -> None:
        room = (self.width() - self.scene.width()) / self._look.scale
        columns = self._view.columns if room >= _TWO_COLUMNS_FROM else 1
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for index, row in enumerate(self.rows.values()):
            self._grid.removeWidget(row)
            self._grid.addWidget(row, index // columns, index % columns)

    def _name_buttons(self) -> None:
        tr = self.translations.gettext
        ticked = self.ticked()
        self.show_main(tr("Go on") if ticked else tr("None of these"))
        self.show_other(tr("None of these: untick all") if ticked else "")
        self._follow.setVisible(self._view.follow_of in ticked)

    def _count_more(self) -> None:
        """Tell how many questions are still out of sight: none of them is answered unread."""
        port = self._scroll.viewport()
        foot_stays = self._right.indexOf(self.foot_widget) >= 0
        below = sum(
            row.mapTo(port, row.rect().center()).y() > port.height() for row in self.rows.values()
        )
        words = self.translations.ngettext("{n} more", "{n} more", below)
        self.more.setText(words.format(n=below))
        self.more.setAccessibleDescription(self.translations.gettext("Further down"))
        self.more.updateGeometry()
        self.more.setVisible(foot_stays and below > 0)

    def _read_on(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep() - self._look.u(_OVERLAP))

    def _untick(self) -> None:
        for row in self.rows.values():
            row.setChecked(False)
        self.none_chosen.emit()

    def _choose(self, answer: str) -> None:
        self._keeps = answer == KEEP
