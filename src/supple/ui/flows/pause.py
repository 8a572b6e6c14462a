"""The sheet that asks on which day a paused plan goes on."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QObject, Signal

from supple.app.container import Container
from supple.ui.pages.pause_form import PauseForm
from supple.ui.pages.plan import PlanPage
from supple.ui.theme.look import Look
from supple.ui.widgets.button import Kind
from supple.ui.widgets.sheet import Answer
from supple.ui.widgets.sheet_over import SheetOver

_USUAL_DAYS: Final = 7
_PAUSE: Final = 1


class PauseFlow(QObject):
    """Asks over the window of `page`. `chosen` carries the day."""

    chosen = Signal(date)

    def __init__(self, app: Container, look: Look, page: PlanPage) -> None:
        super().__init__(page)
        self._app = app
        self._page = page
        self.over = SheetOver(look, page)
        self.form: PauseForm | None = None

    def open(self) -> None:
        """Ask for the day."""
        tr, today = self._app.words.gettext, self._app.clock.wall().date()
        usual, first = today + timedelta(days=_USUAL_DAYS), today + timedelta(days=1)

        def content(look: Look) -> PauseForm:
            self.form = PauseForm(look, self._app.words, usual, first)
            return self.form

        answers = (
            Answer(tr("Don't pause"), Kind.SECONDARY),
            Answer(tr("Pause plan"), Kind.PRIMARY),
        )
        sheet = self.over.make(
            tr("Pause until a date"),
            answers,
            self._answer,
            content=content,
            back=self._page.pause_button.setFocus,
        )
        sheet.ask(
            tr("Your place is kept, and you can go on earlier."),
            self.form.field if self.form else None,
        )

    def _answer(self, place: int) -> None:
        if place == _PAUSE and self.form is not None:
            self.chosen.emit(self.form.day)
