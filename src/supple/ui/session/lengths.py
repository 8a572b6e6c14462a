"""The sheet of a pause in which holds and rests are made longer or shorter."""

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.app.container import Container
from supple.app.sessions import Lengths
from supple.core.errors import SuppleError
from supple.core.plan.records import Decision, Detail
from supple.core.session.steps import Kind
from supple.ui.session.flow import SessionFlow
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.button import Kind as ButtonKind
from supple.ui.widgets.choice_row import ChoiceRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.setting_row import SettingRow
from supple.ui.widgets.sheet import Answer
from supple.ui.widgets.sheet_over import SheetOver
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.switch import TickRow
from supple.ui.widgets.text import Text

_HOLD = (15, 30, 5)
_RESTS = ("0", "5", "10")
_USE = 1


class LengthsFlow(QObject):
    """Asks over `page`, changes what is still to come, and keeps it for next time if wished."""

    failed = Signal(object)

    def __init__(self, app: Container, look: Look, flow: SessionFlow, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._flow = flow
        self.over = SheetOver(look, page, page)

    def open(self) -> None:
        """Ask; the session is paused."""
        if self._flow.opened is None:
            return
        tr = self._app.words.gettext
        answers = (
            Answer(tr("Leave it as it is"), ButtonKind.SECONDARY),
            Answer(tr("Use these"), ButtonKind.PRIMARY),
        )
        sheet = self.over.make(tr("Hold and rest"), answers, self._answer, content=self._content)
        sheet.ask(tr("For what is still to come of this session."), self.hold.number)

    def _content(self, look: Look) -> QWidget:
        tr = self._app.words.gettext
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(mirrored_margins(box, 0, 0, look.u(8), 0))
        column.setSpacing(look.u(4))
        names = (tr("less"), tr("more"))
        self.hold = Stepper(look, tr("Hold"), _HOLD, tr("{n} s"), names)
        self.hold.set_value(self._present())
        more = {"0": tr("none"), "5": tr("5 s"), "10": tr("10 s")}
        rests = tuple((value, more[value]) for value in _RESTS)
        self.rest = ChoiceRow(look, tr("Extra time to rest"), rests)
        self.rest.choose(str(self._app.settings.session.extra_rest_s))
        column.addWidget(SettingRow(look, tr("Hold"), "", self.hold))
        column.addWidget(Text(look, BODY, tr("Extra time to rest"), wrap=True))
        column.addWidget(self.rest)
        column.addSpacing(look.u(10))
        self.keep = TickRow(look, tr("Keep for next time"))
        column.addWidget(self.keep)
        column.addStretch(1)
        FocusRing(look, box).watch(self.keep)
        return box

    def _present(self) -> int:
        """The length of the holds that are still to come; of the plan where there are none."""
        opened = self._flow.opened
        steps = opened.session.steps if opened is not None else ()
        holds = [round(step.seconds) for step in steps if step.kind is Kind.HOLD]
        return max(holds, default=self._app.planning.state().stage.hold_s)

    def _answer(self, place: int) -> None:
        if place != _USE:
            return
        lengths = Lengths(self.hold.value(), int(self.rest.value))
        try:
            self._flow.change_lengths(lengths)
            if self.keep.isChecked():
                self._keep(lengths)
        except SuppleError as error:
            self.failed.emit(error)

    def _keep(self, lengths: Lengths) -> None:
        self._app.change_setting("session.extra_rest_s", lengths.extra_rest_s)
        adjust = self._app.planning.state().adjust
        wish = msgspec.structs.replace(adjust, hold_s=lengths.hold_s)
        self._app.planning.decide(Decision.ADJUST, Detail(adjust=wish))
