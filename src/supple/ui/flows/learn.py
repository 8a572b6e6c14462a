"""Joins the Learn page with the pages to read and with the voice that reads them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from supple.app.container import Container
from supple.core.errors import InputError
from supple.core.figure.timing import Play
from supple.core.learn.page import Topic
from supple.core.session.steps import Side
from supple.ui.bindings.learn import LearnWords, reading
from supple.ui.flows.aloud import Aloud
from supple.ui.pages.learn import ArticleView, LearnPage, LearnView
from supple.ui.paint.figures import Figures
from supple.ui.theme.look import Look

_FIRST = "learn-how-much"


class LearnFlow(QObject):
    """Owns the page. Links that lead elsewhere are handed on.

    `session_wanted` and `exercise_wanted` carry ids.
    """

    session_wanted = Signal(str)
    exercise_wanted = Signal(str)
    questions_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, app: Container, look: Look, figures: Figures, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._words = LearnWords(app.learn, app.words)
        shelves = self._words.shelves()
        self.page = LearnPage(look, app.words, shelves)
        for tile, shelf in zip(self.page.tiles, shelves, strict=True):
            figure = figures.view()
            figure.setMinimumSize(1, 1)
            figures.show(figure, shelf.figure, Side.NONE, Play.STRETCH)
            figure.set_paused(True)
            tile.figure.set_figure(figure)
        self._view = self._words.questions()
        self._article: ArticleView | None = None
        self._aloud = Aloud(app, self.page, self)
        self._aloud.changed.connect(self._name_button)
        self._chosen = False
        self._connect()
        self.read(_FIRST)
        self.close_article()

    @property
    def widget(self) -> QWidget:
        """What is shown in the shell."""
        return self.page

    def open(self) -> None:
        """Bring the page up to date: the plan may have moved on."""
        if self._article is not None:
            self._article = self._words.article(self._article.id, stage=self._stage())
            self._show(self._view)

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        self.page.focus_first()

    def read(self, ident: str) -> None:
        """Show a page or question beside the list that is there; an unknown one changes nothing."""
        self.hush()
        try:
            self._article = self._words.article(ident, stage=self._stage())
        except InputError:
            return
        self._chosen = True
        self._show(self._view)

    def close_article(self) -> None:
        """Go back to the list, where there is no room for both."""
        self.hush()
        self._chosen = False
        self._show(self._view)

    def hush(self) -> None:
        """Stop reading aloud."""
        self._aloud.hush()

    def _connect(self) -> None:
        page = self.page
        page.shelf_chosen.connect(self._open_shelf)
        page.row_chosen.connect(self.read)
        page.searched.connect(self._search)
        page.followed.connect(self._follow)
        page.read_requested.connect(self._read)
        page.copy_requested.connect(self._copy)
        page.plan_requested.connect(self.plan_wanted)
        page.list_requested.connect(self.close_article)

    def _search(self, query: str) -> None:
        self._view = self._words.found(query)
        self.close_article()

    def _open_shelf(self, topic: str) -> None:
        self._view = self._words.shelf(Topic(topic))
        self.read(self._view.rows[0].id)

    def _show(self, view: LearnView) -> None:
        self._view = view
        if self._article is not None:
            view = reading(view, self._article, chosen=self._chosen)
        self.page.show_view(view)

    def _stage(self) -> int | None:
        state = self._app.planning.state()
        stages = self._app.catalogue.plan.stage
        return stages.index(state.stage) if state.begun else None

    def _follow(self, target: str) -> None:
        kind, _, ident = target.partition(":")
        if kind == "learn":
            self.read(ident)
        elif kind == "routine":
            self.session_wanted.emit(ident)
        elif kind == "exercise":
            self.exercise_wanted.emit(ident)
        elif kind == "screening":
            self.questions_wanted.emit()

    def _read(self) -> None:
        if self._article is not None:
            self._aloud.press(self._article.id, self._spoken(self._article))

    def _name_button(self, key: str) -> None:
        tr = self._app.words.gettext
        self.page.set_reading(tr("Stop reading") if key else tr("Read it to me"))

    def _spoken(self, article: ArticleView) -> str:
        page_id, _, question = article.id.partition(":")
        if question:
            return f"{article.title} {article.markdown}"
        return self._app.learn.page(page_id).plain

    def _copy(self) -> None:
        if self._article is not None:
            QApplication.clipboard().setText(self._article.addresses)
