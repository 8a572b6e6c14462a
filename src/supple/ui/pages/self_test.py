"""Owns the first page of a reach check: which test, and whether it is a good day for it."""

from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from supple.ui.pages.first_run import StepPage
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card, Note
from supple.ui.widgets.choice_row import ChoiceRow
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.folding_row import FoldingRow
from supple.ui.widgets.one_stop import OneStop
from supple.ui.widgets.picture_card import PictureCard, PictureView
from supple.ui.widgets.text import Text
from supple.ui.widgets.year_field import YearField

_CARD: Final = 290


class ChooseView(msgspec.Struct, frozen=True):
    """The tests for this person, or `refusal`. `soon` is said where one was done lately.

    `birth_year` is 0 and `sex` empty where they were not given; `asks_profile` is False where no
    published values are shown.
    """

    tests: tuple[PictureView, ...]
    refusal: str = ""
    soon: tuple[str, ...] = ()
    birth_year: int = 0
    sex: str = ""
    asks_profile: bool = True


class ChoosePage(StepPage):
    """Asks which test. `chosen` is its id; `soon` tells which tests are blocked for now."""

    warm = Signal()
    number_only = Signal()
    has_scene = False
    test_chosen = Signal(str)
    profile_changed = Signal(int, str)

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        picture: Picture,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, translations, parent)
        tr = translations.gettext
        self._picture = picture
        self.cards: dict[str, PictureCard] = {}
        self._view = ChooseView(())
        self.title.set_words(tr("Check your reach"))
        self.lead.set_words(
            tr("Same test, same time of day, after the same warm-up. Every four weeks is plenty.")
        )
        self.show_main(tr("Start with a warm-up"))
        self.show_other(tr("I'm already warm"))
        self.other_button.clicked.connect(self.warm)
        self._place = QWidget()
        self._list = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._place)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.u(16))
        self._refusal = Text(look, BODY, colour="apricot_ink", wrap=True)
        safe = tr(
            "Skip it today if your back is sore, or bending gives you pain down the leg. "
            "A sharp pull means stop; the number can wait."
        )
        self._note = Note(look, "hand-heart", self._refusal)
        self._safe = Note(
            look, "hand-heart", Text(look, BODY, safe, colour="apricot_ink", wrap=True)
        )
        self.number_button = Button(look, tr("Just enter a number"), Kind.QUIET, Size.LARGE)
        self.number_button.clicked.connect(self.number_only)
        self._profile = Card(look)
        self._build_profile(look)
        for widget in (self._place, self._note, self._safe):
            self.body.addWidget(widget)
            self.body.addSpacing(look.u(6))
        self.body.addWidget(self._profile)
        self.body.addStretch(1)
        self.foot.addWidget(self.number_button)
        self.ring.watch(self.number_button)

    def _build_profile(self, look: Look) -> None:
        tr = self.translations.gettext
        body = self._profile.body
        title = tr("Only to compare with published values, if you like")
        body.addWidget(Text(look, BODY_STRONG, title, wrap=True))
        row = FoldingRow(look, gap=12)
        self.year = YearField(look, tr("Year of birth"), tr("Year of birth"))
        answers = (("woman", tr("Woman")), ("man", tr("Man")), ("none", tr("Rather not")))
        self.sex = ChoiceRow(look, tr("Published values for"), answers)
        row.add(self.year)
        row.add(self.sex, grows=True)
        body.addWidget(row)
        self.year.chosen.connect(self._tell_profile)
        self.sex.chosen.connect(self._tell_profile)

    def show_view(self, view: ChooseView) -> None:
        """Paint `view`; the first test is chosen."""
        self._view = view
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self.cards = {each.id: PictureCard(self._look, each, self._picture) for each in view.tests}
        for ident, card in self.cards.items():
            card.toggled.connect(lambda on, ident=ident: self._choose(ident, on=on))
            self._list.addWidget(card, 1)
            self.ring.watch(card)
        self.year.set_year(view.birth_year)
        self.sex.blockSignals(True)
        self.sex.choose(view.sex or "none")
        self.sex.blockSignals(False)
        self._profile.setVisible(view.asks_profile and not view.refusal)
        self._refusal.set_words(view.refusal)
        self._safe.setVisible(not view.refusal)
        if self.cards:
            next(iter(self.cards.values())).setChecked(True)
            OneStop(self._place, tuple(self.cards.values()))
        self._say_soon()
        self.arrange()

    def arrange(self) -> None:
        """Put the cards beside each other where there is room for them."""
        super().arrange()
        fit = self.width() >= self._look.u(_CARD) * max(1, len(self.cards))
        direction = QBoxLayout.Direction
        self._list.setDirection(direction.LeftToRight if fit else direction.TopToBottom)

    @property
    def chosen(self) -> str:
        """The id of the chosen test; empty where there is none."""
        return next((ident for ident, card in self.cards.items() if card.isChecked()), "")

    def drawn(self) -> None:
        """Paint pictures that are drawn by now."""
        for card in self.cards.values():
            card.update()

    def _choose(self, ident: str, *, on: bool) -> None:
        if on:
            self.test_chosen.emit(ident)
            self._say_soon()

    def _say_soon(self) -> None:
        ids = [each.id for each in self._view.tests]
        at = ids.index(self.chosen) if self.chosen else -1
        soon = self._view.soon[at] if 0 <= at < len(self._view.soon) else ""
        words = self._view.refusal or soon
        self._refusal.set_words(words)
        self._note.setVisible(bool(words))
        for button in (self.main_button, self.other_button, self.number_button):
            button.setVisible(not words)

    def _tell_profile(self) -> None:
        sex = self.sex.value if self.sex.value != "none" else ""
        self.profile_changed.emit(self.year.year, sex)
