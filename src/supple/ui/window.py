"""The main window: the places, the page before a session, the session, and what follows it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget

from supple.app.container import Container
from supple.app.ratings import Ratings
from supple.app.sessions import Request
from supple.app.today import NextSession
from supple.core.catalogue.routine import Use
from supple.core.errors import SuppleError
from supple.core.figure.timing import Play
from supple.core.history.records import Moment, RatingKind, Source, Unfinished
from supple.core.plan.records import Decision
from supple.core.session.events import SessionEnded
from supple.core.session.steps import Side
from supple.devices.store.ids import new_id
from supple.ui.bindings.before import before_view
from supple.ui.bindings.first_run import missing_kit
from supple.ui.bindings.today import TodayWords, offered
from supple.ui.dress import Dress
from supple.ui.figures import Figures
from supple.ui.first_run_flow import FirstRunFlow
from supple.ui.pages.before import BeforePage
from supple.ui.pages.session import SessionPage
from supple.ui.pages.session_finished import FinishedPage, FinishedView
from supple.ui.pages.today import TodayPage
from supple.ui.pages.today_view import Hero, HeroKind, RoutineTile, TodayView
from supple.ui.places import PLACES, Places
from supple.ui.session_flow import SessionFlow, exercise_words
from supple.ui.shell import Place, Shell, known_places

if TYPE_CHECKING:
    from gettext import NullTranslations

    from supple.ui.learn_flow import LearnFlow

MINIMUM = 480, 540
FIRST_SIZE = 1200, 800
_RETRY_MS = 10_000
_THERE = frozenset({"today", "learn", *PLACES})


class MainWindow(QStackedWidget):
    """Owns the pages and which of them is up. All decisions are taken by the use cases."""

    failed = Signal(object)

    def __init__(self, app: Container, dress: Dress) -> None:
        super().__init__()
        self._app = app
        self._look = dress.look
        self._still = dress.look.still
        self.setWindowTitle("Supple")
        self.setMinimumSize(*MINIMUM)
        self.shell = Shell(self._look, app.words, _places(app.words))
        self.shell.place_chosen.connect(self.go)
        self.figures = Figures(app.catalogue, self._look)
        self._hero_figure = self.figures.view()
        self._break_figure = self.figures.view()
        self.places = Places(app, dress, self.figures, self.shell, self)
        self.today = TodayPage(self._look, app.words)
        self.shell.add_page("today", self.today)
        self.shell.show_place("today")
        self.today.set_figure(self._hero_figure)
        self.today.set_break_figure(self._break_figure)
        self.addWidget(self.shell)
        self._before: BeforePage | None = None
        self._session: SessionPage | None = None
        self._finished: FinishedPage | None = None
        self._flow: SessionFlow | None = None
        self._learn: LearnFlow | None = None
        self._request: Request | None = None
        self._ratings: Ratings | None = None
        self._today_words = TodayWords(app.words, app.language)
        self._retry = QTimer(self, interval=_RETRY_MS)
        self._retry.timeout.connect(self._retry_saving)
        self._today_view = TodayView("", "", Hero(HeroKind.FIRST))
        self._previews: Iterator[NextSession] = iter(())
        self._tiles: list[RoutineTile] = []
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill)
        self.first_run = FirstRunFlow(app, self._look, self.figures, self)
        self.first_run.finished.connect(self._through_first_run)
        self.first_run.failed.connect(self.failed)
        self._connect_today()
        self._connect_places()
        self._restore_place()

    def open_first(self) -> None:
        """Bring up what comes first at the start of the program: the set-up, else Today."""
        if not self.first_run.begin():
            self.show_today()

    def _through_first_run(self, routine: str) -> None:
        if routine:
            self.prepare(routine)
        else:
            self.show_today()

    @property
    def flow(self) -> SessionFlow | None:
        """What runs sessions; None before the first."""
        return self._flow

    @property
    def session_page(self) -> SessionPage | None:
        """The page of the session; None before the first."""
        return self._session

    @property
    def page_name(self) -> str:
        """Which page is up: today, before, session or finished."""
        pages = {"before": self._before, "session": self._session, "finished": self._finished}
        up = self.currentWidget()
        return next((name for name, page in pages.items() if page is up), "today")

    # --- places -----------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Bring up a place of the side bar; its page is built when it is first seen."""
        if self._learn is not None:
            self._learn.hush()
        if place == "today":
            self.show_today()
            return
        self.setCurrentWidget(self.shell)
        if place in PLACES:
            self.places.open(place)
            return
        if place == "learn":
            self.learn()
        self.shell.show_place(place)

    def learn(self) -> "LearnFlow":
        """The pages to read."""
        if self._learn is None:
            from supple.ui.learn_flow import LearnFlow

            flow = self._learn = LearnFlow(self._app, self._look, self.figures, self)
            flow.routine_wanted.connect(self.prepare)
            flow.screening_wanted.connect(self.first_run.check)
            flow.plan_wanted.connect(lambda: self.go("plan"))
            self.shell.add_page("learn", flow.page)
        return self._learn

    def read(self, page: str) -> None:
        """Open a page of Learn."""
        self.go("learn")
        self.learn().open(page)

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
        self._today_view = self._today_words.view(facts, self._app.clock.wall())
        self.today.show_view(self._today_view)
        self.figures.show(self._hero_figure, facts.next.figure, Side.NONE, Play.STRETCH)
        self._previews, self._tiles = iter(()), []
        if facts.standing.access.is_open:
            self._previews = self._previewed()
        self._filling.start()

    def _previewed(self) -> Iterator[NextSession]:
        """Previews of all routines on Today, each worked out when it is asked for."""
        yield from self._app.today.previews(offered(self._app.catalogue))

    def _fill(self) -> None:
        """Work out one routine more, so that the window stays quick while the list grows."""
        found = next(self._previews, None)
        if found is None:
            self._filling.stop()
            view = msgspec.structs.replace(self._today_view, routines=tuple(self._tiles))
            self._tiles = []
            self.today.show_view(view)
            return
        if found.routine == self._app.settings.breaks.routine:
            self.figures.show(self._break_figure, found.figure, Side.NONE, Play.STRETCH)
        self._tiles.append(self._today_words.tile(found))

    def fill_today(self) -> None:
        """Finish the list of routines at once."""
        while self._filling.isActive():
            self._fill()

    def _connect_today(self) -> None:
        today = self.today
        today.start_requested.connect(self.prepare)
        today.inside_requested.connect(self.prepare)
        today.restart_requested.connect(self._start_again)
        today.resume_requested.connect(self._resume)
        today.break_requested.connect(lambda: self.prepare(self._app.settings.breaks.routine))
        today.screening_requested.connect(self.first_run.check)
        today.still_hurts.connect(self.first_run.check)
        today.avoid_requested.connect(lambda: self.read("learn-when-it-hurts"))
        today.fine_again.connect(lambda: self._decide(Decision.CONFIRM))
        today.plan_requested.connect(lambda: self._decide(Decision.START))
        today.plan_resume_requested.connect(lambda: self._decide(Decision.RESUME))

    def _connect_places(self) -> None:
        self.today.library_requested.connect(lambda: self.go("library"))
        self.places.session_wanted.connect(self.prepare)
        self.places.questions_wanted.connect(self.first_run.check)
        self.places.failed.connect(self.failed)

    def _decide(self, kind: Decision) -> None:
        try:
            self._app.planning.decide(kind)
        except SuppleError as error:
            self.failed.emit(error)
        self.show_today()

    # --- before, during, after a session ------------------------------------------------------

    def prepare(self, routine: str) -> None:
        """Open the page before a session. A desk break starts at once."""
        try:
            use = self._app.catalogue.routine(routine).use
        except SuppleError as error:
            self.failed.emit(error)
            return
        if not self.first_run.opens(routine):
            return
        missing = missing_kit(self._app.settings)
        self._request = Request(routine, Source.WINDOW, missing=missing, session_id=new_id())
        self._ratings = Ratings(self._app.store, self._app.clock, self._request.session_id)
        if use is Use.DESK_BREAK:
            self._start(warm=False)
            return
        page = self._before_page()
        session = self._app.sessions.compiled(self._request, seed=0)
        voice_on = self._app.settings.voice.on
        page.show_view(
            before_view(session, self._app.catalogue, self._app.words, voice_on=voice_on)
        )
        self.setCurrentWidget(page)
        page.focus_first()

    def _before_page(self) -> BeforePage:
        if self._before is None:
            page = self._before = BeforePage(self._look, self._app.words)
            page.start.connect(lambda warm: self._start(warm=warm))
            page.back.connect(self.show_today)
            page.pain_chosen.connect(lambda value: self._rate(Moment.BEFORE, value))
            page.voice_changed.connect(self._set_voice)
            page.hear_requested.connect(self._hear_voice)
            self.addWidget(page)
        return self._before

    def _start(self, *, warm: bool) -> None:
        if self._request is None:
            return
        voiced = self._app.settings.voice.on
        request = Request(
            routine=self._request.routine,
            source=self._request.source,
            voiced=voiced,
            warm=warm,
            missing=self._request.missing,
            session_id=self._request.session_id,
        )
        self._follow(lambda flow: flow.start(request))

    def _resume(self) -> None:
        found: Unfinished | None = self._app.sessions.unfinished()
        if found is None:
            self.show_today()
            return
        if not self.first_run.opens(found.session.routine):
            return
        session = found.session
        request = Request(session.routine, Source.WINDOW, session_id=session.id)
        self._ratings = Ratings(self._app.store, self._app.clock, session.id)
        self._request = request
        self._follow(lambda flow: flow.resume(found, request))

    def _start_again(self, routine: str) -> None:
        found = self._app.sessions.unfinished()
        if found is not None:
            self._app.sessions.leave_unfinished(found)
        self.prepare(routine)

    def begin(self, request: Request) -> SessionFlow:
        """Start a session at once, without the page before it; how it can be followed."""
        self._request = request
        self._follow(lambda flow: flow.start(request))
        return self._session_parts()[0]

    def _follow(self, begin: Callable[[SessionFlow], None]) -> None:
        flow, page = self._session_parts()
        self.setCurrentWidget(page)
        try:
            begin(flow)
        except SuppleError as error:
            self.failed.emit(error)
            self.show_today()
            return
        self._seen()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _session_parts(self) -> tuple[SessionFlow, SessionPage]:
        if self._session is None or self._flow is None:
            catalogue = self._app.catalogue
            page = SessionPage(
                self._look, self._app.words, lambda ident: exercise_words(catalogue, ident)
            )
            flow = SessionFlow(self._app.sessions, page, self.figures, self)
            flow.finished.connect(self._after)
            flow.failed.connect(self._not_saved)
            flow.room_wanted.connect(self._across_the_room)
            self.addWidget(page)
            self._session, self._flow = page, flow
        return self._flow, self._session

    def _after(self, ended: SessionEnded) -> None:
        """The summary, or Today when nothing was done."""
        self._across_the_room(on=False)
        if ended.holds_done == 0 and ended.work_s == 0:
            self.show_today()
            return
        page = self._finished_page()
        facts = self._app.today.facts()
        given = self._ratings.given if self._ratings is not None else {}
        before = given.get((Moment.BEFORE, RatingKind.BACK))
        page.show_view(
            FinishedView(
                outcome=ended.outcome,
                minutes=round(ended.active_s / 60),
                holds=ended.holds_done,
                week=(facts.done, facts.stage.sessions_per_week_min),
                pain_before=before if isinstance(before, int) else None,
            )
        )
        self.setCurrentWidget(page)
        page.focus_first()

    def _finished_page(self) -> FinishedPage:
        if self._finished is None:
            page = self._finished = FinishedPage(self._look, self._app.words)
            page.done.connect(self.show_today)
            page.pain_chosen.connect(lambda value: self._rate(Moment.AFTER, value))
            page.feel_chosen.connect(self._feel)
            page.note_changed.connect(self._note)
            self.addWidget(page)
        return self._finished

    # --- answers ------------------------------------------------------------------------------

    def _rate(self, moment: Moment, value: int | None) -> None:
        if self._ratings is not None and value is not None:
            self._ratings.give(moment, RatingKind.BACK, value)

    def _feel(self, value: str) -> None:
        if self._ratings is not None:
            self._ratings.give(Moment.AFTER, RatingKind.FEEL, value)

    def _note(self, text: str) -> None:
        if self._request is not None:
            self._app.history.set_note(self._request.session_id, text)

    def _set_voice(self, on: bool) -> None:
        try:
            self._app.change_setting("voice.on", on)
        except SuppleError as error:
            self.failed.emit(error)

    def _hear_voice(self) -> None:
        self._app.try_voice(self._app.words.gettext("Long back. Breathe out slowly."))

    # --- the window itself ----------------------------------------------------------------------

    def _not_saved(self, error: SuppleError) -> None:
        self.failed.emit(error)
        self._retry.start()

    def _retry_saving(self) -> None:
        if self._flow is not None and not self._flow.retry_saving():
            return
        self._retry.stop()

    def across_the_room(self) -> None:
        """Show the running session for somebody three metres away."""
        if self._flow is not None:
            self._flow.toggle_room()

    def _across_the_room(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        elif self.isFullScreen():
            self.showNormal()

    def _seen(self) -> None:
        if self._flow is not None:
            seen = self.isVisible() and not self.isMinimized()
            self._flow.seen(seen=seen, still=self._look.still)

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
        if self._flow is not None and self._flow.is_running and self._session is not None:
            event.ignore()
            self._session.ask_to_end()
            return
        self.first_run.settle()
        self._remember_place()
        event.accept()

    def _restore_place(self) -> None:
        known = self._app.settings.window
        screen = QApplication.primaryScreen().availableGeometry()
        width = known.width or min(FIRST_SIZE[0], int(screen.width() * 0.8))
        height = known.height or min(FIRST_SIZE[1], int(screen.height() * 0.8))
        self.resize(max(MINIMUM[0], width), max(MINIMUM[1], height))
        on_a_screen = any(
            other.availableGeometry().contains(known.x + 40, known.y + 20)
            for other in QApplication.screens()
        )
        if known.width and on_a_screen:
            self.move(known.x, known.y)

    def _remember_place(self) -> None:
        place = self.geometry()
        values = {"x": place.x(), "y": place.y(), "width": place.width(), "height": place.height()}
        for name, value in values.items():
            if getattr(self._app.settings.window, name) != value:
                self._app.change_setting(f"window.{name}", value)


def _places(words: "NullTranslations") -> tuple[Place, ...]:
    """The places that have a page."""
    return tuple(place for place in known_places(words) if place.id in _THERE)
