"""Owns the page of a reach check that takes the number."""

from gettext import NullTranslations

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QWidget

from supple.core.plan.self_tests import CM, CM_AN_INCH, INCHES
from supple.ui.pages.first_run import StepPage
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, DISPLAY, SMALL
from supple.ui.widgets.card import Card, Note
from supple.ui.widgets.choice_row import ChoiceRow
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.ruler import Ruler
from supple.ui.widgets.text import Text


class EnterView(msgspec.Struct, frozen=True):
    """What is asked: `title` and `lead` in words, bounds and last number in cm.

    `asks_side`: which side felt tighter, where the test measures both at once.
    """

    title: str
    lead: str
    least_cm: float
    most_cm: float
    zero: str
    last_cm: float | None = None
    unit: str = CM
    asks_side: bool = False


class EnterPage(StepPage):
    """Takes a number. `value_cm` is what stands there; `pain` none, back or leg.

    `tighter` is left, right, same, or empty where it was not asked or not answered.
    """

    unit_chosen = Signal(str)

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, translations, parent)
        tr = translations.gettext
        self._view = EnterView("", "", 0, 0, "")
        card = Card(look, padding=(24, 20))
        self.number = QDoubleSpinBox()
        self.number.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setAccessibleName(tr("How far did you get?"))
        self.number.setFont(look.font(DISPLAY))
        self.number.setMinimumHeight(look.u(72))
        self.number.setFrame(False)
        self.number.valueChanged.connect(self._tell)
        card.body.addLayout(self._stepper(look))
        self._ruler_place = card.body
        self.ruler: Ruler | None = None
        self.units = ChoiceRow(look, tr("Unit"), ((CM, tr("cm")), (INCHES, tr("inches"))))
        self.units.chosen.connect(self.unit_chosen)
        answers = (("none", tr("None")), ("back", tr("In the back")), ("leg", tr("Down the leg")))
        self.pain = ChoiceRow(look, tr("Any pain while reaching?"), answers)
        self.pain.chosen.connect(self._warn)
        words = tr(
            "Pain running down the leg is worth asking a doctor or physiotherapist about. "
            "You can keep the number all the same."
        )
        self._warning = Note(
            look, "hand-heart", Text(look, BODY, words, colour="apricot_ink", wrap=True)
        )
        self.body.addWidget(card)
        self.body.addSpacing(look.u(8))
        self.body.addWidget(self.units)
        self.body.addSpacing(look.u(8))
        self.body.addWidget(Text(look, CARD, tr("Any pain while reaching?"), wrap=True))
        self.body.addWidget(Text(look, SMALL, tr("A mild pull is not pain."), colour="ink2"))
        self.body.addWidget(self.pain)
        self.body.addWidget(self._warning)
        self.body.addSpacing(look.u(8))
        question = tr("Which side felt tighter?")
        self._side_question = Text(look, CARD, question, wrap=True)
        sides = (("left", tr("Left")), ("right", tr("Right")), ("same", tr("Both the same")))
        self.tighter = ChoiceRow(look, question, sides)
        self.body.addWidget(self._side_question)
        self.body.addWidget(self.tighter)
        self.body.addStretch(1)
        self.show_other(tr("Don't save"))
        self.ring.watch(self.number, self.less, self.more)

    def _stepper(self, look: Look) -> QHBoxLayout:
        tr = self.translations.gettext
        bold = Weight.BOLD
        self.less = IconButton(look, "minus", tr("Less"), weight=bold, side=60)
        self.more = IconButton(look, "plus", tr("More"), weight=bold, side=60)
        self.less.clicked.connect(self.number.stepDown)
        self.more.clicked.connect(self.number.stepUp)
        row = QHBoxLayout()
        row.addWidget(self.less)
        row.addWidget(self.number, 1)
        row.addWidget(self.more)
        return row

    @property
    def value_cm(self) -> float:
        """The number in centimetres."""
        value = self.number.value()
        return value if self._view.unit == CM else value * CM_AN_INCH

    def show_view(self, view: EnterView) -> None:
        """Paint `view`; it begins with the number of last time."""
        self._view = view
        inches = view.unit == INCHES
        per = CM_AN_INCH if inches else 1.0
        self.title.set_words(view.title)
        self.lead.set_words(view.lead)
        if self.ruler is not None:
            self.ruler.hide()
            self.ruler.deleteLater()
        self.ruler = Ruler(self._look, view.zero)
        self._ruler_place.addWidget(self.ruler)
        self.number.blockSignals(True)
        self.number.setDecimals(2 if inches else 0)
        self.number.setSingleStep(0.25 if inches else 1.0)
        self.number.setRange(view.least_cm / per, view.most_cm / per)
        tr = self.translations.gettext
        self.number.setSuffix(" " + (tr("in") if inches else tr("cm")))
        self.number.setValue((view.last_cm or 0.0) / per)
        self.number.blockSignals(False)
        for row, value in ((self.units, view.unit), (self.pain, "none")):
            row.blockSignals(True)
            row.choose(value)
            row.blockSignals(False)
        self.tighter.choose("")
        for part in (self._side_question, self.tighter):
            part.setVisible(view.asks_side)
        self._warn("none")
        self._tell()

    def focus_first(self) -> None:
        """Put the focus on the number."""
        self.number.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        tr, view = self.translations.gettext, self._view
        per = CM_AN_INCH if view.unit == INCHES else 1.0
        last = view.last_cm / per if view.last_cm is not None else None
        if self.ruler is not None:
            self.ruler.show_value(self.number.value(), last, tr("last time"))
        self.show_main(tr("Save {value}").format(value=self.number.text()))

    def _warn(self, pain: str) -> None:
        self._warning.setVisible(pain == "leg")
