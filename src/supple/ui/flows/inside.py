"""The sheet that shows what is inside a session before it begins."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.app.container import Container
from supple.app.sessions import Request
from supple.core.history.records import Source
from supple.ui.bindings.first_run import missing_kit
from supple.ui.bindings.inside import inside_rows
from supple.ui.paint.stills import Stills
from supple.ui.theme.look import Look
from supple.ui.widgets.button import Kind
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.session_row import SessionButton
from supple.ui.widgets.sheet import Answer
from supple.ui.widgets.sheet_over import SheetOver

_START, _CHANGE = 1, 2


class InsideFlow(QObject):
    """Opens the sheet over `window`. Its signals carry a routine, or an exercise to look at."""

    session_wanted = Signal(str)
    exercise_wanted = Signal(str)
    change_wanted = Signal()

    def __init__(self, app: Container, look: Look, stills: Stills, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._stills = stills
        self.over = SheetOver(look, window)
        self.rows: list[SessionButton] = []

    def open(self, routine: str) -> None:
        """Show the session of a routine as it would be today. Raises SuppleError."""
        app, tr = self._app, self._app.words.gettext
        request = Request(routine, Source.WINDOW, missing=missing_kit(app.settings))
        session = app.sessions.compiled(request, seed=0)
        views = inside_rows(session, app.catalogue, app.words)

        def content(look: Look) -> QWidget:
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(mirrored_margins(box, 0, 0, look.u(8), 0))
            column.setSpacing(0)
            self.rows = [SessionButton(look, view, self._stills.picture) for view in views]
            ring = FocusRing(look, box)
            for button in self.rows:
                button.setEnabled(bool(button.row.id))  # a rest has no page
                button.clicked.connect(lambda *_, ident=button.row.id: self._look_at(ident))
                column.addWidget(button)
                ring.watch(button)
            ListStop(box, lambda: self.rows).settle()
            return box

        answers = (
            Answer(tr("Close"), Kind.SECONDARY),
            Answer(tr("Start session"), Kind.PRIMARY, icon="play"),
            Answer(tr("Change"), Kind.QUIET),
        )
        sheet = self.over.make(
            session.name, answers, lambda place: self._answer(place, routine), content=content
        )
        self._stills.drawn.connect(sheet.update)
        minutes = max(1, round(session.planned_s / 60))
        told = app.words.ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
        sheet.ask(
            tr("{minutes}, in this order. Press one to see how it is done.").format(minutes=told)
        )

    def _look_at(self, exercise: str) -> None:
        self.over.drop()
        self.exercise_wanted.emit(exercise)

    def _answer(self, place: int, routine: str) -> None:
        if place == _START:
            self.session_wanted.emit(routine)
        elif place == _CHANGE:
            self.change_wanted.emit()
