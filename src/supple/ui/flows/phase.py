"""The sheet that shows what a phase of the plan contains."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.app.container import Container
from supple.ui.bindings.plan_phase import phase_inside
from supple.ui.pages.plan import PlanPage
from supple.ui.pages.plan_view import Phase, PhaseInside
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, SMALL_MEDIUM
from supple.ui.widgets.button import Kind
from supple.ui.widgets.column import Column
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.sheet import Answer
from supple.ui.widgets.sheet_over import SheetOver
from supple.ui.widgets.text import Text


class PhaseFlow(QObject):
    """Opens the sheet over the window of `page`. `chosen` carries the phase to go to."""

    chosen = Signal(str)

    def __init__(self, app: Container, look: Look, page: PlanPage) -> None:
        super().__init__(page)
        self._app = app
        self._page = page
        self.over = SheetOver(look, page)

    def open(self, phase: Phase, *, may_go: bool) -> None:
        """Show what the phase contains; `may_go` offers to take it."""
        app, tr = self._app, self._app.words.gettext
        routines = [app.catalogue.routine(each).name for each in app.planning.suggests(phase.id)]
        inside = phase_inside(phase, app.catalogue.plan, routines, app.words, app.language)
        answers = [Answer(tr("Close"), Kind.SECONDARY)]
        if may_go:
            answers.append(Answer(tr("Go to this one"), Kind.PRIMARY))

        def answered(place: int) -> None:
            if place:
                self.chosen.emit(phase.id)

        sheet = self.over.make(
            inside.title,
            tuple(answers),
            answered,
            content=lambda look: _rows(look, inside),
            back=lambda: self._page.focus_phase(phase.id),
        )
        sheet.ask(inside.words)


def _rows(look: Look, inside: PhaseInside) -> QWidget:
    box = Column()
    column = QVBoxLayout(box)
    column.setContentsMargins(mirrored_margins(box, 0, 0, look.u(8), 0))
    column.setSpacing(look.u(2))
    for label, lines in inside.rows:
        column.addWidget(Text(look, SMALL_MEDIUM, label, colour="ink2", wrap=True))
        for line in lines:
            column.addWidget(Text(look, BODY, line, wrap=True))
        column.addSpacing(look.u(10))
    column.addStretch(1)
    return box
