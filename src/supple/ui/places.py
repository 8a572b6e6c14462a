"""Places of the window: each is built when it is first opened, and brought up to date then on.

What a place asks of the window comes as a signal.
"""

import sys
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.ui.dress import Dress
from supple.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

    from supple.core.breaks.day import Day
    from supple.ui.background import Background
    from supple.ui.flows.history import HistoryFlow
    from supple.ui.flows.learn import LearnFlow
    from supple.ui.flows.library import LibraryFlow
    from supple.ui.flows.plan import PlanFlow
    from supple.ui.flows.routines import RoutinesFlow
    from supple.ui.flows.settings import SettingsFlow
    from supple.ui.paint.figures import Figures
    from supple.ui.paint.stills import Stills

PLACES = frozenset({"history", "learn", "plan", "library", "settings", "routines"})
"""The places that are opened here."""

_HISTORY = "supple.ui.flows.history"
_PATIENCE_MS = 100
"""How long nothing may be seen of a place that was asked for."""


class Flow(Protocol):
    """What runs a place."""

    @property
    def widget(self) -> QWidget:
        """What is shown in the shell."""
        ...

    def open(self) -> None:
        """Bring it up to date; raises SuppleError where that cannot be."""
        ...

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        ...


class Places(QObject):
    """Opens places in `shell`. `session_wanted` carries a routine, or an exercise by itself."""

    session_wanted = Signal(str)
    questions_wanted = Signal()
    works_wanted = Signal()
    measure_wanted = Signal()
    emptied = Signal()
    failed = Signal(object)

    def __init__(
        self, app: Container, dress: Dress, figures: "Figures", shell: Shell, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._dress = dress
        self._look = dress.look
        self._figures = figures
        self._shell = shell
        self._flows: dict[str, Flow] = {}
        self.day_at_desk: Callable[[], Day | None] = lambda: None
        self._wants_history = False
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._show_history)
        self._then: Callable[[], None] = lambda: None
        shell.place_shown.connect(self._arrived)
        self._builders: dict[str, Callable[[], Flow]] = {
            "learn": lambda: self.learn,
            "plan": lambda: self.plan,
            "library": lambda: self.library,
            "history": lambda: self.history,
            "settings": lambda: self.settings,
            "routines": lambda: self.routines,
        }

    def open(self, place: str, then: "Callable[[], None]" = lambda: None) -> None:
        """Bring up one of `PLACES`, and `then` do something there; History a moment later."""
        self._wants_history, self._then = place == "history", then
        if place != "history" or place in self._flows:
            self._open(place)
        elif _HISTORY in sys.modules:
            self._prepare_history()
        else:
            self.background.run(_load_history, self._prepare_history, self.failed.emit)

    def _prepare_history(self, _loaded: object = None) -> None:
        """Show it when its first charts are there: it is laid out once then, and not twice."""
        try:
            self._flow("history")
        except SuppleError as error:
            self.failed.emit(error)
            return
        page = self.history.page
        once = Qt.ConnectionType.SingleShotConnection
        page.ready.connect(self._show_history, once)
        self._patience.start()
        self.history.read()

    def _show_history(self) -> None:
        """Show it unless it is up, or something else was gone to meanwhile."""
        if self._wants_history and not self._shell.isHidden():
            self.history.page.show_waiting()
            self._show("history")

    def _arrived(self) -> None:
        self._wants_history = False
        self._patience.stop()

    def _open(self, place: str) -> None:
        try:
            self._flow(place).open()
        except SuppleError as error:
            self.failed.emit(error)
            return
        self._show(place)

    def _show(self, place: str) -> None:
        self._shell.show_place(place)
        self._flow(place).focus_first()
        self._then()

    def open_exercise(self, ident: str) -> None:
        """Bring up the card of an exercise."""
        self.open("library")
        self.library.open_exercise(ident)

    def open_day(self, iso: str) -> None:
        """Bring up the sessions of a day in History."""
        self.open("history", lambda: self.history.open_day(iso))

    def open_session(self, ident: str) -> None:
        """Bring up one session in History."""
        self.open("history", lambda: self.history.past.open(None, ident))

    def adjust_plan(self) -> None:
        """Bring up the page on which the plan is set by hand."""
        self.open("plan")
        self.plan.adjust()

    @cached_property
    def stills(self) -> "Stills":
        """The still pictures that all places share."""
        from supple.ui.paint.stills import Stills

        return Stills(self._figures, self._look, self)

    def read(self, page: str) -> None:
        """Open a page of Learn."""
        self.open("learn")
        self.learn.read(page)
        self.learn.page.focus_article()

    @cached_property
    def learn(self) -> "LearnFlow":
        """The pages to read."""
        from supple.ui.flows.learn import LearnFlow

        flow = LearnFlow(self._app, self._look, self._figures, self)
        flow.session_wanted.connect(self.session_wanted)
        flow.questions_wanted.connect(self.questions_wanted)
        flow.exercise_wanted.connect(self.open_exercise)
        flow.plan_wanted.connect(lambda: self.open("plan"))
        return flow

    @cached_property
    def plan(self) -> "PlanFlow":
        """The plan."""
        from supple.ui.flows.plan import PlanFlow

        flow = PlanFlow(self._app, self._look, self._figures, self.stills, self)
        flow.session_wanted.connect(self.session_wanted)
        flow.place_wanted.connect(self.open)
        flow.page_wanted.connect(self.read)
        flow.failed.connect(self.failed)
        return flow

    @cached_property
    def library(self) -> "LibraryFlow":
        """The Library."""
        from supple.ui.flows.library import LibraryFlow

        flow = LibraryFlow(self._app, self._look, self._figures, self.stills, self)
        flow.new_wanted.connect(self.new_routine)
        flow.add_wanted.connect(self._add_to_routine)
        flow.page_wanted.connect(self.read)
        flow.session_wanted.connect(self.session_wanted)
        flow.questions_wanted.connect(self.questions_wanted)
        flow.failed.connect(self.failed)
        return flow

    @cached_property
    def routines(self) -> "RoutinesFlow":
        """The user's routines."""
        from supple.ui.flows.routines import RoutinesFlow

        flow = RoutinesFlow(self._app, self._look, self._figures, self.stills, self)
        flow.session_wanted.connect(self.session_wanted)
        flow.failed.connect(self.failed)
        return flow

    def new_routine(self, exercise: str = "") -> None:
        """Begin a routine, with an exercise already in it if one is named."""
        self.open("routines")
        self.routines.new(exercise)

    def _add_to_routine(self, exercise: str, routine: str) -> None:
        self.open("routines")
        self.routines.edit(routine, add=exercise)

    @cached_property
    def settings(self) -> "SettingsFlow":
        """The settings."""
        from supple.ui.flows.settings import SettingsFlow

        flow = SettingsFlow(self._app, self._dress, self.background, self.day_at_desk, self)
        flow.questions_wanted.connect(self.questions_wanted)
        flow.works_wanted.connect(self.works_wanted)
        flow.emptied.connect(self.emptied)
        flow.page_wanted.connect(self.show_report)
        flow.failed.connect(self.failed)
        return flow

    @cached_property
    def background(self) -> "Background":
        """Where long work is done."""
        from supple.ui.background import Background

        return Background(self)

    def show_report(self, span: str, with_pain: bool) -> None:
        """Show the page for somebody else."""
        self.open("history", lambda: self.history.show_report(span, with_pain=with_pain))

    def resize_text(self, by: int) -> None:
        """Make text larger (1), smaller (-1), or as usual (0)."""
        self._flow("settings")
        self.settings.resize_text(by)

    def refresh(self) -> None:
        """Read again what shows the history."""
        if "history" in self._flows:
            self.history.read()

    def show_day(self) -> None:
        """Bring the line of today's breaks up to date."""
        if "settings" in self._flows:
            self.settings.show_day()

    def settle(self) -> None:
        """Wait for what works in the background, so that nothing has to be patient any more."""
        if "background" in self.__dict__:
            self.background.settle()
        self._patience.stop()

    @cached_property
    def history(self) -> "HistoryFlow":
        """What was."""
        from supple.ui.flows.history import HistoryFlow

        flow = HistoryFlow(self._app, self._look, self._figures, self.stills, self)
        flow.session_wanted.connect(self.session_wanted)
        flow.measure_wanted.connect(self.measure_wanted)
        flow.failed.connect(self.failed)
        return flow

    def _flow(self, place: str) -> Flow:
        if place not in self._flows:
            flow = self._flows[place] = self._builders[place]()
            self._shell.add_page(place, flow.widget)
        return self._flows[place]


def _load_history() -> None:
    """Its code takes so long to load that the window would not answer: loaded beside it."""
    import_module(_HISTORY)
