"""Owns the last page of the set-up: plan, desk breaks, or neither."""

from gettext import NullTranslations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.pages.first_run import StepPage
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY_STRONG, SMALL
from supple.ui.widgets.folding_row import FoldingRow
from supple.ui.widgets.switch import Switch
from supple.ui.widgets.text import Text
from supple.ui.widgets.tick_card import TickCard


class BeginPage(StepPage):
    """Asks how to begin. `first_session` finishes and starts one."""

    first_session = Signal()

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        break_words: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, translations, parent)
        tr = translations.gettext
        self.title.set_words(tr("How would you like to begin?"))
        self.lead.set_words(tr("Pick one, two or none. You can change it any time."))
        self.show_main(tr("Finish"))
        self.show_other(tr("Finish and do a first session"))
        slowly = tr("Twice a week with 15-second holds, then more when you're ready")
        self.plan = TickCard(look, "path", tr("A plan that grows slowly"), slowly)
        self.breaks = TickCard(look, "desk", tr("Desk breaks"), break_words)
        pick = tr("I'll pick stretches from the library")
        self.neither = TickCard(look, "books", tr("Neither for now"), pick)
        for card in (self.plan, self.breaks, self.neither):
            self.body.addWidget(card)
            self.body.addSpacing(look.u(6))
            self.ring.watch(card)
        self._start_line = self._build_start(look)
        self.body.addWidget(self._start_line)
        self.body.addStretch(1)
        self.plan.setChecked(True)
        self.plan.toggled.connect(self._some)
        self.breaks.toggled.connect(self._some)
        self.breaks.toggled.connect(self._start_line.setVisible)
        self.neither.toggled.connect(self._none)
        self.other_button.clicked.connect(self.first_session)

    def focus_first(self) -> None:
        """Put the focus on the first answer; Enter finishes all the same."""
        self.plan.setFocus(Qt.FocusReason.TabFocusReason)

    def _build_start(self, look: Look) -> QWidget:
        tr = self.translations.gettext
        texts = QWidget()
        words = QVBoxLayout(texts)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(look.u(2))
        title = tr("Start with the computer")
        words.addWidget(Text(look, BODY_STRONG, title, wrap=True))
        detail = tr("Needed for desk breaks. Stays in the tray.")
        words.addWidget(Text(look, SMALL, detail, colour="ink2", wrap=True))
        self.with_computer = Switch(look, title)
        line = FoldingRow(look, gap=8)
        line.setContentsMargins(0, look.u(12), 0, 0)
        line.add(texts, grows=True)
        line.add(self.with_computer)
        self.ring.watch(self.with_computer)
        line.hide()
        return line

    def _some(self, on: bool) -> None:
        if on:
            self.neither.setChecked(False)

    def _none(self, on: bool) -> None:
        if on:
            self.plan.setChecked(False)
            self.breaks.setChecked(False)
