"""The main window: the places, the page before a session, the session, and what follows it."""

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from supple.app.container import Container
from supple.app.today import NextSession
from supple.core.catalogue.routine import Use
from supple.core.errors import SuppleError
from supple.core.plan.records import Decision
from supple.core.session.events import Hurt
from supple.core.session.steps import Side
from supple.devices.memory import give_back
from supple.ui.asides import Asides
from supple.ui.bindings.titles import titles_in
from supple.ui.bindings.today import TodayWords, offered
from supple.ui.dress import Dress
from supple.ui.first_paint import FirstPaint
from supple.ui.keymaps import shortcuts
from supple.ui.menu_flow import MenuFlow
from supple.ui.pages.break_card import BreakCard
from supple.ui.pages.today import TodayPage
from supple.ui.pages.today_view import Hero, HeroKind, RoutineTile, TodayView
from supple.ui.places import PLACES, Places
from supple.ui.shell import Shell, known_places
from supple.ui.shortcuts import Shortcuts
from supple.ui.window_place import page_to_open, remember, restore

if TYPE_CHECKING:
    from supple.app.breaks import Breaks
    from supple.app.sessions import Request
    from supple.core.breaks.day import Day
    from supple.ui.flows.first_run import FirstRunFlow
    from supple.ui.flows.self_test import SelfTestFlow
    from supple.ui.notices import Notices
    from supple.ui.paint.figures import Figures
    from supple.ui.session.flow import SessionFlow
    from supple.ui.session.visit import SessionVisit
    from supple.ui.widgets.figure_view import FigureView

_MINIMUM = 480, 540
_THERE = frozenset({"today", *PLACES})


class MainWindow(QStackedWidget):
    """Owns the pages and which of them is up. All decisions are taken by the use cases.

    `begin_break` runs a desk break in a window of its own; without it they run here.
    """

    painted = Signal()
    failed = Signal(object)
    closed = Signal()
    quit_wanted = Signal()
    session_opening = Signal()
    session_began = Signal()
    session_ended = Signal()
    remind_wanted = Signal()

    def __init__(self, app: Container, dress: Dress) -> None:
        super().__init__()
        self._app = app
        self._dress = dress
        self.begin_break: Callable[[str], None] | None = None
        self.breaks: Breaks | None = None
        self._build(app, dress)
        app.listen_to_settings(self._setting_changed)
        self._first_paint: FirstPaint | None = FirstPaint(self)
        self._first_paint.painted.connect(self._on_the_screen)
        restore(self, app.settings.window)
        self.shell.expect(self.size())

    def _build(self, app: Container, dress: Dress) -> None:
        self._look = dress.look
        self.setWindowTitle("Supple")
        self.setMinimumSize(*_MINIMUM)
        places = (place for place in known_places(app.words) if place.id in _THERE)
        self.shell = Shell(self._look, app.words, tuple(places))
        self.shell.place_chosen.connect(self.go)
        self.today = TodayPage(self._look, app.words)
        self.shell.add_page("today", self.today)
        self.shell.show_place("today")
        self.break_card = BreakCard(self._look, app.words)
        self.shell.add_note(self.break_card)
        self.break_card.told.connect(self.today.desk_break.show_next)
        self.shell.bar_changed.connect(self.break_card.set_bar)
        self.addWidget(self.shell)
        self._visit: SessionVisit | None = None
        self._self_tests: SelfTestFlow | None = None
        self._today_words = TodayWords(app.words, app.language, titles_in(app.catalogue))
        self._today_view = TodayView("", "", Hero(HeroKind.FIRST))
        self._next_figure = ""
        self._previews: Iterator[NextSession] = iter(())
        self._tiles: list[RoutineTile] = []
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill)
        self.asides = Asides(app, self._look, self)
        self._connect_today()
        self._connect_keys()
        self.menu = MenuFlow(app, self._look, self)
        self.shell.logo_chosen.connect(lambda: self.menu.choose("about"))

    def build_anew(self) -> None:
        """Build everything again, in the language that is spoken now, and come back to the place.

        Not while a session runs.
        """
        place = self.shell.place
        self.places.settle()
        for old in self.children():
            if isinstance(old, QWidget):
                self.removeWidget(old)
            if not isinstance(old, QLayout):
                old.deleteLater()
        for name, kind in vars(MainWindow).items():
            if isinstance(kind, cached_property):
                self.__dict__.pop(name, None)
        self._build(self._app, self._dress)
        self.go(place)
        if place == "settings":
            self.places.settings.show_option("appearance.language")

    def open_first(self) -> None:
        """Bring up what comes first: getting help if it was cut off, the set-up, else Today."""
        if self._app.safety.take_left_behind() is Hurt.CHEST:
            self.first_run.show_help()
        elif self._app.settings.welcome.page == "done" or not self.first_run.begin():
            self.show_today()
            if page := page_to_open(self._app.settings.window, self._today_view.hero.kind):
                self.go(page)

    @cached_property
    def figures(self) -> "Figures":
        """What draws the exercises."""
        from supple.ui.paint.figures import Figures

        return Figures(self._app.catalogue, self._look)

    @cached_property
    def places(self) -> Places:
        """The places beside Today; built when the first is opened."""
        places = Places(self._app, self._dress, self.figures, self.shell, self)
        places.day_at_desk = self.day_at_desk
        places.session_wanted.connect(self.prepare)
        places.questions_wanted.connect(self._check_first)
        places.works_wanted.connect(partial(self.menu.choose, "works"))
        places.emptied.connect(self.open_first)
        places.measure_wanted.connect(self.measure)
        places.failed.connect(self.failed)
        return places

    @cached_property
    def first_run(self) -> "FirstRunFlow":
        """What stands before a first session; built when it is first asked."""
        from supple.ui.flows.first_run import FirstRunFlow

        flow = FirstRunFlow(self._app, self._look, self.figures, self)
        flow.finished.connect(self._through_first_run)
        flow.failed.connect(self.failed)
        return flow

    def _through_first_run(self, routine: str) -> None:
        if routine:
            self.prepare(routine)
        else:
            self.show_today()

    @property
    def flow(self) -> "SessionFlow | None":
        """What runs sessions; None before the first."""
        return None if self._visit is None else self._visit.flow

    @property
    def in_session(self) -> bool:
        """Whether a session runs here. Until it ends nothing else comes up, and none begins."""
        return self.flow is not None and self.flow.is_running

    @property
    def page_name(self) -> str:
        """Which page is up: before, session, finished, or the place of the shell."""
        visited = "" if self._visit is None else self._visit.page_name
        return visited or "today"

    # --- places -----------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Bring up a place of the side bar; its page is built when it is first seen."""
        if self.in_session:
            return
        if place == "today":
            self.show_today()
            return
        self.setCurrentWidget(self.shell)
        self.places.open(place)

    def day_at_desk(self) -> "Day | None":
        """Today's breaks, where they are counted."""
        return None if self.breaks is None else self.breaks.day()

    def show_day(self) -> None:
        """Bring the line of today's breaks up to date."""
        if "places" in self.__dict__:
            self.places.show_day()

    # --- Today ------------------------------------------------------------------------------

    def show_today(self) -> None:
        """Bring up Today, fresh."""
        self.refresh_today()
        self.setCurrentWidget(self.shell)
        self.shell.show_place("today")
        self.today.focus_first()

    def refresh_today(self) -> None:
        """Read the history again and paint what it means for today; the routines follow."""
        facts = self._app.today.facts()
        self._today_view = self._today_words.view(
            facts,
            self._app.clock.wall(),
            last_reach=self.asides.last_reach(),
            rhythm=self._app.settings.appearance.rhythm,
            break_min=self._app.settings.breaks.offered_min,
        )
        self.today.show_view(self._today_view)
        self.asides.show_day()
        self._next_figure = facts.next.figure
        self._previews, self._tiles = iter(()), []
        if facts.standing.access.is_open:
            self._previews = self._previewed()
        if self._first_paint is None:
            self._show_figures()
            self._filling.start()

    def _on_the_screen(self) -> None:
        """Do what could wait for the first paint."""
        self._first_paint = None
        if self._next_figure:
            self._show_figures()
        self._filling.start()
        self.painted.emit()

    def _show_figures(self) -> None:
        from supple.core.figure.timing import Play
        from supple.ui.paint.figures import AT_THE_DESK

        for view, exercise in zip(
            self._today_figures, (self._next_figure, AT_THE_DESK), strict=True
        ):
            self.figures.show(view, exercise, Side.NONE, Play.STRETCH)

    @cached_property
    def _today_figures(self) -> "tuple[FigureView, FigureView]":
        """What paints the next session and the desk break on Today."""
        hero, desk = self.figures.view(), self.figures.view()
        self.today.set_figure(hero)
        self.today.set_break_figure(desk)
        return hero, desk

    def refresh(self) -> None:
        """Read again what is up, as the history has news from another computer."""
        if self.page_name == "today":
            self.refresh_today()
            self.places.refresh()

    def _previewed(self) -> Iterator[NextSession]:
        """Previews of all routines on Today, each worked out when it is asked for."""
        yield from self._app.today.previews(offered(self._app.catalogue))

    def _fill(self) -> None:
        """Work out one routine more, so that the window stays quick while the list grows."""
        found = next(self._previews, None)
        if found is None:
            self._filling.stop()
            view = msgspec.structs.replace(self._today_view, routines=tuple(self._tiles))
            self.today.show_view(view)
            give_back()  # what a session took, and the reading of all routines
            return
        self._tiles.append(self._today_words.tile(found))

    def fill_today(self) -> None:
        """Finish the list of routines at once."""
        if self._first_paint is not None:
            self._first_paint.give_up()
        while self._filling.isActive():
            self._fill()

    def _connect_today(self) -> None:
        today = self.today
        today.start_requested.connect(self.prepare)
        today.easy_requested.connect(lambda: self.prepare(self._app.planning.gentlest()))
        today.restart_requested.connect(self._start_again)
        today.resume_requested.connect(self._resume)
        today.break_requested.connect(lambda: self.prepare(self._app.break_offers.offer().routine))
        today.screening_requested.connect(self._check_first)
        today.still_hurts.connect(self._check_first)
        today.measure_requested.connect(self.measure)
        today.library_requested.connect(lambda: self.go("library"))
        today.avoid_requested.connect(lambda: self.places.read("learn-when-it-hurts"))
        today.fine_again.connect(lambda: self._decide(Decision.CONFIRM))
        today.plan_requested.connect(lambda: self._decide(Decision.START))
        today.plan_resume_requested.connect(lambda: self._decide(Decision.RESUME))

    def start_today(self) -> None:
        """Open the page before what today offers."""
        self.prepare(self._today_view.hero.routine)

    def _connect_keys(self) -> None:
        keys = self._shortcuts = Shortcuts(self, self.shell, shortcuts(self._app.settings))
        keys.place_wanted.connect(self.go)
        keys.routine_wanted.connect(self._new_routine)
        keys.session_wanted.connect(self.start_today)
        keys.break_wanted.connect(self.today.break_requested)
        keys.text_wanted.connect(self._resize_text)
        keys.part_wanted.connect(self.shell.focus_next_part)
        keys.sheet_wanted.connect(self.show_keys)
        keys.close_wanted.connect(self.close)
        keys.quit_wanted.connect(self.quit_wanted)

    def _setting_changed(self, key: str) -> None:
        if key.startswith("shortcuts."):
            self._shortcuts.use(shortcuts(self._app.settings))

    def show_keys(self) -> None:
        """Show all keys on one page, over what is up."""
        from supple.ui.keys_help import show_keys

        page = self.currentWidget()
        if page is not None:
            show_keys(self._app, self._look, page)

    def _new_routine(self) -> None:
        if not self.in_session:
            self.places.new_routine()

    def _resize_text(self, by: int) -> None:
        self.places.resize_text(by)

    def _check_first(self, routine: str = "") -> None:
        self.first_run.check(routine)

    def _decide(self, kind: Decision) -> None:
        try:
            self._app.planning.decide(kind)
        except SuppleError as error:
            from supple.ui.way_out import try_now  # seldom needed

            self.failed.emit(try_now(error, self._app.words, partial(self._decide, kind)))
        self.show_today()

    # --- sessions ---------------------------------------------------------------------------

    @property
    def visit(self) -> "SessionVisit":
        """What leads through sessions; built with the first."""
        if self._visit is None:
            from supple.ui.session.visit import SessionVisit

            visit = self._visit = SessionVisit(self._app, self._look, self.figures, self)
            visit.failed.connect(self.failed)
            visit.left.connect(self.show_today)
            visit.room_wanted.connect(self._across_the_room)
            visit.check_wanted.connect(self.first_run.check)
            visit.help_wanted.connect(self.first_run.show_help)
            visit.details_wanted.connect(self._show_session)
            visit.page.keys_wanted.connect(self.show_keys)
            self._connect_notices(visit)
            visit.flow.opening.connect(self.session_opening)
            visit.flow.began.connect(self.session_began)
            visit.flow.finished.connect(lambda _ended: self.session_ended.emit())
        return self._visit

    def _show_session(self, ident: str) -> None:
        self.setCurrentWidget(self.shell)
        self.places.open_session(ident)

    @cached_property
    def notices(self) -> "Notices":
        """What went wrong, at the top of the page."""
        from supple.ui.notices import Notices
        from supple.ui.widgets.narration import announce
        from supple.ui.widgets.notice import NoticeStack

        notices = Notices(self._app, self)
        stack = NoticeStack(self._look, self._app.words.gettext("Close"))
        stack.told.connect(partial(announce, stack))
        self.shell.put_on_top(stack)
        notices.show_in(stack)
        return notices

    def _connect_notices(self, visit: "SessionVisit") -> None:
        from supple.ui.unsaved import Unsaved

        Unsaved(self._app, self.notices, visit)

    def prepare(self, routine: str) -> None:
        """Open the page before a session, when all that must be asked first is answered."""
        if self.in_session or not self.first_run.opens(routine):
            return
        if self.begin_break is not None and self._is_desk_break(routine):
            self.show_today()
            self.begin_break(routine)
            return
        self.visit.prepare(routine)

    def measure(self) -> None:
        """Open the reach check, when all that must be asked first is answered."""
        if self.in_session or not self.first_run.opens(""):
            return
        if self._self_tests is None:
            from supple.ui.flows.self_test import SelfTestFlow

            flow = self._self_tests = SelfTestFlow(
                self._app, self._look, self.figures, self.places.stills, self.shell
            )
            flow.session_wanted.connect(lambda routine: self.visit.run(routine, flow.takes))
            flow.left.connect(self.go)
            flow.shown.connect(partial(self.setCurrentWidget, self.shell))
            flow.remind_wanted.connect(self.remind_wanted)
            flow.failed.connect(self.failed)
        try:
            self._self_tests.open()
        except SuppleError as error:
            self.failed.emit(error)

    def _is_desk_break(self, routine: str) -> bool:
        try:
            return self._app.catalogue.routine(routine).use is Use.DESK_BREAK
        except SuppleError:
            return False  # whoever prepares it tells what is wrong with it

    def begin(self, request: "Request") -> "SessionFlow":
        """Start a session at once, without the page before it; how it can be followed."""
        return self.visit.flow if self.in_session else self.visit.begin(request)

    def _resume(self) -> None:
        if self.in_session:
            return
        found = self._app.sessions.unfinished()
        if found is None or self.first_run.opens(found.session.routine):
            self.visit.resume()

    def _start_again(self, routine: str) -> None:
        if self.in_session:
            return
        self.visit.leave_unfinished()
        self.prepare(routine)

    # --- the window itself ----------------------------------------------------------------------

    def across_the_room(self) -> None:
        """Show the running session for somebody three metres away."""
        if self.flow is not None:
            self.flow.toggle_room()

    def _across_the_room(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        elif self.isFullScreen():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def _seen(self) -> None:
        if self._visit is not None:
            self._visit.seen()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Paint a running session again."""
        super().showEvent(event)
        self._seen()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Paint nothing that nobody sees."""
        super().hideEvent(event)
        self._seen()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Paint nothing while the window is minimised."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self._seen()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """A running session asks first; else remember where the window was."""
        if self.in_session and self.visit.page.ask_to_end():
            event.ignore()
            return
        if "first_run" in self.__dict__:
            self.first_run.settle()
        if "places" in self.__dict__:
            self.places.settle()
        remember(self, self._app, self.shell.place)
        event.accept()
        self.closed.emit()
