"""Owns the page that tells what the answers mean: fine, ask first, or get help now."""

from gettext import NullTranslations

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.core.session.view import Phase
from supple.ui.pages.first_run import StepPage
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, SMALL, TypeStyle
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card, IconLabel
from supple.ui.widgets.switch import TickRow
from supple.ui.widgets.text import Text

_WORDS = TypeStyle(17, 27)


class ResultView(msgspec.Struct, frozen=True):
    """What answers mean.

    `ticked` repeats what was ticked under `ticked_title`. The card has a title and lines of
    (icon, words); `card_say` is a sentence for whom they name. `clearance` is a tick that changes
    the main button from `main` to `main_cleared`; `other` a second way; `aside` leads to something
    to look at or to print.
    `urgent`: medical help is needed now.
    """

    icon: str
    title: str
    words: tuple[str, ...]
    main: str
    ticked_title: str = ""
    ticked: tuple[str, ...] = ()
    card_title: str = ""
    card: tuple[tuple[str, str], ...] = ()
    card_say: str = ""
    clearance: str = ""
    main_cleared: str = ""
    small: str = ""
    other: str = ""
    aside: str = ""
    aside_icon: str = "printer"
    urgent: bool = False
    goes_back: bool = True


class ResultPage(StepPage):
    """Paints a `ResultView`; `cleared` tells whether the clearance is ticked."""

    other = Signal()
    aside = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, translations, parent)
        self._view = ResultView("", "", (), "")
        self._parts = QVBoxLayout()
        self._parts.setSpacing(look.u(12))
        self._shown: list[QWidget] = []
        self._icon: IconLabel | None = None
        self.aside_button = Button(look, "", weight=Weight.REGULAR)
        self.aside_button.clicked.connect(self.aside)
        self.clearance = TickRow(look, "", lit=True)
        self.clearance.toggled.connect(self._name_main)
        self._small = Text(look, SMALL, colour="ink2", wrap=True)
        self.lead.hide()
        self.body.addLayout(self._parts)
        self.body.addWidget(self.aside_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addSpacing(look.u(8))
        self.body.addWidget(self.clearance)
        self.body.addWidget(self._small)
        self.body.addStretch(1)
        self.other_button.clicked.connect(self.other)
        self.ring.watch(self.aside_button, self.clearance)

    @property
    def cleared(self) -> bool:
        """Whether a professional agreed, as the person says."""
        return bool(self._view.clearance) and self.clearance.isChecked()

    def show_view(self, view: ResultView) -> None:
        """Paint `view`; the clearance is not ticked."""
        self._view = view
        look = self._look
        self.scene.phase = Phase.HURT if view.urgent else None
        self.scene.update()
        self.title.set_words(view.title)
        self._clear()
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
        weight = Weight.FILL if view.urgent else Weight.REGULAR
        self._icon = self.add_icon(view.icon, "clay" if view.urgent else "apricot_ink", weight)
        for words in view.words:
            self._add(Text(look, _WORDS, words, wrap=True))
        if view.ticked:
            ticked = Text(look, BODY, wrap=True)
            lines = tuple(("", f"\N{BULLET} {words}") for words in view.ticked)
            ticked.set_parts(((view.ticked_title, ""), *lines))
            self._add(ticked)
        if view.card:
            self._add(self._card(view))
        self.aside_button.set_label(view.aside, view.aside_icon)
        self.aside_button.setVisible(bool(view.aside))
        self.clearance.setText(view.clearance)
        self.clearance.setChecked(False)
        self.clearance.setVisible(bool(view.clearance))
        self.clearance.updateGeometry()
        self._small.set_words(view.small)
        self._small.setVisible(bool(view.small))
        self.show_other(view.other)
        self.show_back(shown=view.goes_back)
        self._name_main()

    def _card(self, view: ResultView) -> Card:
        look, urgent = self._look, view.urgent
        card = Card(look, line="clay" if urgent else "border")
        if view.card_title:
            card.body.addWidget(Text(look, CARD, view.card_title, wrap=True))
        for icon, words in view.card:
            row = QHBoxLayout()
            row.setSpacing(look.u(12))
            top = Qt.AlignmentFlag.AlignTop
            weight = {"phone": Weight.FILL, "check": Weight.BOLD}.get(icon, Weight.REGULAR)
            colour = "clay" if urgent else "primary"
            row.addWidget(IconLabel(look, icon, weight=weight, colour=colour), 0, top)
            row.addWidget(Text(look, CARD if urgent else BODY, words, wrap=True), 1)
            card.body.addLayout(row)
        if view.card_say:
            card.body.addWidget(Text(look, BODY, view.card_say, wrap=True))
        return card

    def _add(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self._parts.addWidget(widget)

    def _clear(self) -> None:
        for widget in self._shown:
            self._parts.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown.clear()

    def _name_main(self) -> None:
        self.show_main(self._view.main_cleared if self.cleared else self._view.main)
