"""Owns the page of a reach check that takes the number."""

from collections.abc import Callable
from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QWidget

from supple.core.plan.self_tests import CM, CM_AN_INCH, INCHES
from supple.ui.pages.first_run import StepPage
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, DISPLAY, TypeStyle
from supple.ui.widgets.card import Card, Note
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.ruler import Ruler
from supple.ui.widgets.segments import Segments
from supple.ui.widgets.setting_row import SettingRow
from supple.ui.widgets.text import Text
from supple.ui.widgets.wheel import WheelWithFocus

_FROM_THE_RIGHT: Final = "\u200f"
_MINUS: Final = "\u2212"
_ROOMY: Final = 1.3
_LARGE: Final = TypeStyle(52, 64, 600, lexend=True)


class EnterView(msgspec.Struct, frozen=True):
    """What is asked: `title` and `lead` in words, bounds and last number in cm.

    `told` puts a number of cm into words. `asks_side`: which side felt tighter, where the test
    measures both at once.
    """

    title: str
    lead: str
    least_cm: float
    most_cm: float
    zero: str
    told: Callable[[float], str]
    last_cm: float | None = None
    unit: str = CM
    asks_side: bool = False


class _Number(QDoubleSpinBox):
    """Shows a minus as wide as a plus; either kind can be typed."""

    def textFromValue(self, value: float) -> str:  # noqa: N802
        """Write the number."""
        return super().textFromValue(value).replace("-", _MINUS)

    def valueFromText(self, text: str) -> float:  # noqa: N802
        """Read the number."""
        return super().valueFromText(text.replace(_MINUS, "-"))

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Take either minus."""
        state, text, at = super().validate(text.replace(_MINUS, "-"), at)
        return state, text.replace("-", _MINUS), at


class EnterPage(StepPage):
    """Takes a number. `value_cm` is what stands there; `pain` none, back or leg.

    `tighter` is left, right, same, or empty where it was not asked or not answered.
    """

    unit_chosen = Signal(str)
    has_scene = False

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, translations, parent)
        tr = translations.gettext
        self._view = EnterView("", "", 0, 0, "", str)
        card = Card(look, padding=(24, 20))
        self.number = _Number()
        self.number.setFont(look.font(DISPLAY if look.scale > _ROOMY else _LARGE))
        self.number.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setAccessibleName(tr("How far did you get?"))
        self.number.setMinimumHeight(look.u(72))
        self.number.setFrame(False)
        WheelWithFocus(self.number)
        self.number.valueChanged.connect(self._tell)
        card.body.addLayout(self._stepper(look))
        self._told = Text(look, BODY, colour="ink2", wrap=True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(self._told)
        self._ruler_place = card.body
        self.ruler: Ruler | None = None
        self.body.addWidget(card)
        self.body.addSpacing(look.u(8))
        self.body.addWidget(self._questions(look))
        self.body.addWidget(self._warning)
        self.body.addStretch(1)
        self.show_other(tr("Don't save"))
        self.lead_back(tr("Check your reach"))
        self.foot.addWidget(self.units, 0, Qt.AlignmentFlag.AlignVCenter)
        self.ring.watch(self.number, self.less, self.more)

    def _questions(self, look: Look) -> Card:
        """What is asked beside the number."""
        tr = self.translations.gettext
        self.units = Segments(look, tr("Unit"), ((CM, tr("cm")), (INCHES, tr("inches"))))
        self.units.chosen.connect(self.unit_chosen)
        answers = (("none", tr("None")), ("back", tr("In the back")), ("leg", tr("Down the leg")))
        question = tr("Any pain while reaching?")
        self.pain = Segments(look, question, answers)
        self.pain.chosen.connect(self._warn)
        aside = tr("A mild pull is not pain.")
        self._pain_row = SettingRow(look, question, aside, self.pain, line=False)
        words = tr(
            "Pain running down the leg is worth asking a doctor or physiotherapist about. "
            "You can keep the number all the same."
        )
        self._warning = Note(
            look, "hand-heart", Text(look, BODY, words, colour="apricot_ink", wrap=True)
        )
        question = tr("Which side felt tighter?")
        sides = (
            ("", tr("Can't tell")), ("left", tr("Left")), ("same", tr("About the same")),
            ("right", tr("Right")),
        )  # fmt: skip
        self.tighter = Segments(look, question, sides)
        aside = tr("It goes first from now on.")
        self._side_row = SettingRow(look, question, aside, self.tighter)
        asked = Card(look, padding=(20, 8))
        asked.body.setSpacing(0)
        asked.body.addWidget(self._side_row)
        asked.body.addWidget(self._pain_row)
        return asked

    def _stepper(self, look: Look) -> QGridLayout:
        tr = self.translations.gettext
        bold = Weight.BOLD
        self.less = IconButton(look, "minus", tr("Less"), weight=bold, side=60)
        self.more = IconButton(look, "plus", tr("More"), weight=bold, side=60)
        self.less.clicked.connect(self.number.stepDown)
        self.more.clicked.connect(self.number.stepUp)
        self._steps = QGridLayout()
        self._steps.setSpacing(look.u(8))
        self._steps.setColumnStretch(1, 1)
        for column, widget in enumerate((self.less, self.number, self.more)):
            self._steps.addWidget(widget, 0, column)
        return self._steps

    def arrange(self) -> None:
        """Put the buttons at the sides of the number, or below it where it is narrow."""
        super().arrange()
        low, wide = (1, 3) if self.is_narrow() else (0, 1)
        for widget in (self.less, self.number, self.more):
            self._steps.removeWidget(widget)
        self._steps.addWidget(self.less, low, 0)
        self._steps.addWidget(self.number, 0, 0 if low else 1, 1, wide)
        self._steps.addWidget(self.more, low, 2)

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
        # Hebrew's minus sign would have the whole line read from the left.
        self.number.setPrefix(_FROM_THE_RIGHT if self.isRightToLeft() else "")
        self.number.setSuffix(" " + (tr("in") if inches else tr("cm")))
        self.number.setValue((view.last_cm or 0.0) / per)
        self.number.blockSignals(False)
        self.units.choose(view.unit)
        self.pain.choose("none")
        self.tighter.choose("")
        self._side_row.setVisible(view.asks_side)
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
        self._told.set_words(view.told(self.value_cm))
        self.show_main(tr("Save {value}").format(value=self._as_written()))

    def _as_written(self) -> str:
        """The number with a minus instead of a hyphen."""
        return self.number.text().replace("-", "\N{MINUS SIGN}")

    def _warn(self, pain: str) -> None:
        self._warning.setVisible(pain == "leg")
