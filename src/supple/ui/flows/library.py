"""The Library in the window: from what the pages ask for to the use cases, and back."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from supple.app.container import Container
from supple.app.facets import Query
from supple.core.errors import SuppleError
from supple.core.figure.timing import Play
from supple.core.session.steps import Side
from supple.ui.bindings.library import LibraryWords, query_of
from supple.ui.pages.library import LibraryPage
from supple.ui.paint.figures import Figures
from supple.ui.paint.stills import Stills
from supple.ui.theme.look import Look
from supple.ui.widgets.menu_button import literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from supple.ui.flows.card import CardFlow

_EMPTY_FIGURE = "seated-march"


class LibraryFlow(QObject):
    """Owns the pages of the Library in `widget`: the tiles, and one exercise.

    `new_wanted` carries an exercise, `add_wanted` one and the routine it is to go into.
    """

    session_wanted = Signal(str)
    questions_wanted = Signal()
    new_wanted = Signal(str)
    page_wanted = Signal(str)
    add_wanted = Signal(str, str)
    failed = Signal(object)

    def __init__(
        self, app: Container, look: Look, figures: Figures, stills: Stills, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._look = look
        self._figures = figures
        self._library = app.library
        self._query = Query()
        self._words = LibraryWords(app.words, app.language, app.library.facets)
        self._entries = app.library.entries()
        self.widget = QStackedWidget()
        self.page = LibraryPage(
            look, app.words, self._words.filters(), stills.picture, len(self._entries)
        )
        self.widget.addWidget(self.page)
        self._mover = figures.view()
        self.page.set_mover(self._mover)
        empty = figures.view()
        figures.show(empty, _EMPTY_FIGURE, Side.NONE, Play.START)
        self.page.empty.figure.set_figure(empty)
        stills.drawn.connect(self.page.drawn)
        self._connect()

    def open(self) -> None:
        """Bring the page up to date: answers and history may have changed."""
        self._entries = self._library.entries()
        self._show()
        self.widget.setCurrentWidget(self.page)

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        self.page.focus_first()

    def open_exercise(self, ident: str) -> None:
        """Bring up the card of an exercise."""
        self._try(lambda: self.card.open(ident))
        self.widget.setCurrentWidget(self.card.page)
        self.card.page.focus_first()

    @cached_property
    def card(self) -> "CardFlow":
        """The page of one exercise, built when it is first wanted."""
        from supple.ui.flows.card import CardFlow

        flow = CardFlow(self._app, self._look, self._figures, self)
        self.widget.addWidget(flow.page)
        flow.left.connect(self._back)
        flow.session_wanted.connect(self.session_wanted)
        flow.questions_wanted.connect(self.questions_wanted)
        flow.add_wanted.connect(self._offer_routines)
        flow.print_wanted.connect(self._print)
        flow.page_wanted.connect(self.page_wanted)
        flow.failed.connect(self.failed)
        return flow

    def _connect(self) -> None:
        page = self.page
        page.looked_for.connect(self._look_for)
        page.opened.connect(self.open_exercise)
        page.played.connect(self._play)
        page.try_requested.connect(self.session_wanted)
        page.add_requested.connect(self._offer_routines)
        page.aside_requested.connect(lambda ident: self._aside(self._library.set_aside, ident))
        page.back_requested.connect(lambda ident: self._aside(self._library.bring_back, ident))
        page.print_requested.connect(self._print)

    def _print(self, ident: str) -> None:
        from supple.ui.flows.sheet import SheetFlow

        SheetFlow(self._app, self._look, self._figures, self.widget).print_exercise(ident)

    def _offer_routines(self, ident: str) -> None:
        """Let the user choose the routine that an exercise is to go into."""
        menu = QMenu(self.widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for routine in self._app.catalogue.routines():
            if self._app.catalogue.is_own(routine.id):
                action = menu.addAction(literal(routine.name))
                action.triggered.connect(lambda *_, to=routine.id: self.add_wanted.emit(ident, to))
        menu.addAction(self._app.words.gettext("New routine"), lambda: self.new_wanted.emit(ident))
        focused: QWidget | None = self.widget.focusWidget()
        opener = self.widget if focused is None else focused
        menu.popup(opener.mapToGlobal(QPoint(0, opener.height())))

    def _look_for(self, words: str, chosen: Mapping[str, frozenset[str]]) -> None:
        self._query = query_of(words, chosen)
        self._show()

    def _show(self) -> None:
        found = self._library.find(self._entries, self._query)
        today = self._app.clock.wall().date()
        self.page.show_view(self._words.view(self._query, found, len(self._entries), today))

    def _play(self, ident: str) -> None:
        self._figures.show(self._mover, ident, Side.NONE, Play.LOOP)

    def _aside(self, change: "Callable[[str], None]", ident: str) -> None:
        self._try(lambda: change(ident))
        self._entries = self._library.entries()
        self._show()
        self.page.focus_tile(ident)

    def _back(self, ident: str) -> None:
        self.open()
        self.page.focus_tile(ident)

    def _try(self, action: "Callable[[], object]") -> None:
        try:
            action()
        except SuppleError as error:
            self.failed.emit(error)
