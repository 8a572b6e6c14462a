"""The page of one exercise: from what it asks for to the use cases, and back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.core.figure.timing import Play
from supple.core.session.steps import Side
from supple.ui.bindings.card import card_view
from supple.ui.bindings.dates import Dates
from supple.ui.flows.aloud import Aloud
from supple.ui.flows.card_reading import CardReading
from supple.ui.pages.card import CardPage
from supple.ui.paint.figures import Figures
from supple.ui.theme.look import Look

if TYPE_CHECKING:
    from supple.ui.pages.card_view import AloudLine


class CardFlow(QObject):
    """`left` carries the exercise that was shown."""

    left = Signal(str)
    session_wanted = Signal(str)
    questions_wanted = Signal()
    add_wanted = Signal(str)
    page_wanted = Signal(str)
    print_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, app: Container, look: Look, figures: Figures, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._figures = figures
        self._dates = Dates(app.words, app.language)
        self._shown = ""
        self._lines: tuple[AloudLine, ...] = ()
        self.page = CardPage(look, app.words)
        self._reading = CardReading(Aloud(app, self.page, self), self)
        self._reading.lit.connect(self.page.show_step)
        self._reading.changed.connect(lambda on: self.page.show_reading(on=on))
        self._figure = figures.view()
        self.page.stage.set_figure(self._figure)
        page = self.page
        page.back.connect(self._leave)
        page.side_chosen.connect(self._turn)
        page.try_requested.connect(self._try_it)
        page.add_requested.connect(lambda: self.add_wanted.emit(self._shown))
        page.read_requested.connect(self._read)
        page.hush_requested.connect(self.hush)
        page.pause_requested.connect(self._reading.pause)
        page.answer_requested.connect(self.questions_wanted)
        page.back_requested.connect(self._bring_back)
        page.exercise_requested.connect(self._go_on_to)
        page.page_requested.connect(self._read_on)
        page.print_requested.connect(lambda: self.print_wanted.emit(self._shown))

    def open(self, ident: str) -> None:
        """Show an exercise. Raises InputError for an id there is not."""
        self.hush()
        details = self._app.library.details(ident)
        view = card_view(details, self._app.library.facets, self._app.words, self._dates.said)
        self._shown, self._lines = ident, view.aloud
        self.page.show_view(view, self._figures.mistake(ident))
        self._figures.show(self._figure, ident, Side.LEFT, Play.LOOP, explains=True)
        self.page.stage.start()

    def _go_on_to(self, ident: str) -> None:
        self.open(ident)
        self.page.focus_first()

    def _read_on(self, page: str) -> None:
        self.hush()
        self.page_wanted.emit(page)

    def hush(self) -> None:
        """End the reading, if there is one."""
        self._reading.stop()

    def _read(self) -> None:
        self._reading.press(self._lines)

    def _leave(self) -> None:
        self.hush()
        self.left.emit(self._shown)

    def _try_it(self) -> None:
        self.hush()
        self.session_wanted.emit(self._shown)

    def _turn(self, side: str) -> None:
        self._figures.show(self._figure, self._shown, Side(side), Play.LOOP, explains=True)
        self.page.stage.start()

    def _bring_back(self) -> None:
        try:
            self._app.library.bring_back(self._shown)
            self.open(self._shown)
        except SuppleError as error:
            self.failed.emit(error)
