"""Owns the window of a desk break: what runs in it, how large it is, and that it always closes."""

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from supple.app.container import Container
from supple.app.ratings import Ratings
from supple.app.sessions import Request
from supple.core.breaks.offer import Offer
from supple.core.errors import SuppleError
from supple.core.figure.timing import Play
from supple.core.history.records import Moment, RatingKind, Source
from supple.core.plan.screening import Access, Lock
from supple.core.session.events import SessionEnded, SessionOutcome
from supple.core.session.steps import Side
from supple.devices.store.ids import new_id
from supple.ui.activation import allow
from supple.ui.desk.break_host import BreakHost
from supple.ui.desk.reminder import screen_of_person
from supple.ui.desk.watchdog import Watchdog
from supple.ui.dress import Dress
from supple.ui.keymaps import session_keys
from supple.ui.keys_help import show_keys
from supple.ui.pages.break_cover import BreakCover
from supple.ui.pages.break_end import EndPage, WalkPage
from supple.ui.pages.break_page import BreakPage
from supple.ui.pages.break_run import SIZE
from supple.ui.paint.figures import Figures
from supple.ui.session.desktop import SessionDesktop
from supple.ui.session.flow import SessionFlow, exercise_words
from supple.ui.session.output_choice import OutputChoice
from supple.ui.session.troubles import SessionTroubles
from supple.ui.widgets.faces import give_face, window
from supple.ui.widgets.last_input import LastInput
from supple.ui.widgets.narration import announce
from supple.ui.widgets.scene import FigureSlot

LEFT_ALONE_MS = 10 * 60 * 1000
RETRY_MS = 10_000
WALK = "walk-a-few-steps"
_SEATED, _STANDING = "breathing-rest", "walk-in-place"


class _Begun(msgspec.Struct, frozen=True):
    """The break that is under way: its work in seconds, and when it began by the clock."""

    planned_s: float
    at_s: float


class BreakWindow(QWidget):
    """Runs desk breaks, one after the other if wanted. `closed` comes when it is out of sight.

    `help_wanted` comes before that where a break ended with a sign for getting help now.

    A break that is paused and left alone for ten minutes ends by itself, so that nothing waits
    for somebody who went home.
    """

    closed = Signal()
    help_wanted = Signal()
    failed = Signal(object)
    _asked_to_draw = Signal()
    _given_up = Signal()

    def __init__(self, app: Container, dress: Dress, host: BreakHost) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._app = app
        self._look = dress.look
        self._host = host
        self._begun: _Begun | None = None
        self._ratings: Ratings | None = None
        self._done: list[str] = []
        self._drawn: set[FigureSlot] = set()
        self._covers: list[BreakCover] = []
        self._watchdog: Watchdog | None = None
        tr = app.words.gettext
        self.setWindowTitle(tr("Desk break"))
        LastInput(self)
        catalogue, words = app.catalogue, app.words
        self.figures = Figures(catalogue, self._look)
        self.page = BreakPage(
            self._look,
            words,
            lambda ident: exercise_words(catalogue, ident),
            keymap=lambda: session_keys(app.settings),
        )
        self.end = EndPage(self._look, words)
        self.walk = WalkPage(self._look, words)
        self._stack = QStackedWidget()
        for each in (self.page, self.end, self.walk):
            self._stack.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.flow = SessionFlow(app.sessions, self.page, self.figures, self)
        SessionDesktop(app, self.flow, self.page, self)
        self.page.keys_wanted.connect(lambda: show_keys(app, self._look, self.page))
        self._devices = OutputChoice(app, self.page.note)
        self._devices.failed.connect(self.failed)
        self._troubles = SessionTroubles(
            self.page.note,
            app,
            use_chimes=lambda: None,  # a break speaks only where that was chosen
            go_on=self.page.resume.emit,
            again=self.page.again.emit,
            choose_device=self._devices.ask,
        )
        self._devices.chosen.connect(self._troubles.news.try_again)
        self._alone = QTimer(self, singleShot=True, interval=LEFT_ALONE_MS)
        self._unsaved = QTimer(self, interval=RETRY_MS)
        self._unsaved.timeout.connect(self._try_saving)
        self._is_told = False
        self._connect()

    @property
    def is_running(self) -> bool:
        """Whether a break is under way."""
        return self._begun is not None

    def begin(self, routine: str = "", activation: str = "") -> None:
        """Begin a break at once, with this routine or the one that fits best.

        Where nothing may be stretched, it is a break for standing up. Raises SuppleError.
        """
        if self.is_running:
            self._bring_up(activation)
            return
        offer = self._app.break_offers.offer()
        if not routine or routine in self._done:
            routine = self._offered(offer)
        if not routine or not self._app.safety.standing().access.is_open:
            self._begin_walk()
        else:
            self._begin_session(routine, offer.first)
        self._open(activation)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closing early saves what was done; nothing is asked."""
        self._alone.stop()
        if self.flow.is_running:
            self.flow.stop()
        self._finish_walk()
        self._uncover()
        self._done.clear()
        event.accept()
        self.closed.emit()

    # --- a break ------------------------------------------------------------------------------

    def _offered(self, offer: Offer) -> str:
        """The best of the routines that were not done since the window opened."""
        names = (offer.routine, *offer.others)
        return next((name for name in names if name and name not in self._done), offer.routine)

    def _begin_session(self, routine: str, first: Side) -> None:
        request = Request(
            routine,
            Source.BREAK,
            voiced=self._app.settings.breaks.voice,
            first=first,
            session_id=new_id(),
        )
        self._stack.setCurrentWidget(self.page)
        self.flow.start(request)
        opened = self.flow.opened
        steps = opened.session.steps if opened is not None else ()
        work_s = sum(step.seconds for step in steps if step.kind.is_work)
        self._done.append(routine)
        self._ratings = Ratings(self.flow.keep, self._app.clock, request.session_id)
        self._begun = _Begun(work_s, self._app.clock.now())
        breaks = self._host.breaks
        self._host.do(lambda: breaks.break_began(routine, request.session_id))
        self.page.focus_first()

    def _begin_walk(self) -> None:
        length_s = self._app.settings.breaks.length_min * 60.0
        self._begun = _Begun(length_s, self._app.clock.now())
        self._ratings = None
        self._stack.setCurrentWidget(self.walk)
        self._draw(self.walk.figure, _STANDING)
        self.walk.focus_first()
        self._alone.start()
        breaks = self._host.breaks
        self._host.do(lambda: breaks.break_began(WALK))

    def _finish_walk(self) -> None:
        """Only the time that went by counts, and never more than the break was long."""
        begun = self._begun
        if begun is not None:
            self._count(min(begun.planned_s, self._app.clock.now() - begun.at_s))

    def _after(self, ended: SessionEnded) -> None:
        self._count(ended.work_s)
        if self._app.safety.standing().access is Access.EMERGENCY:
            self.help_wanted.emit()
        if ended.outcome is not SessionOutcome.COMPLETED:
            self.close()
            return
        self._uncover()
        self.end.show_done(
            ended.active_s, ended.holds_done, more_min=self._app.settings.breaks.length_min
        )
        self._draw(self.end.figure, _SEATED)
        self._stack.setCurrentWidget(self.end)
        if not self.page.narration.is_held_back:
            announce(self.end, f"{self.end.title.text()}. {self.end.words.text()}")
        self.end.focus_first()

    def _red_flag(self) -> None:
        """A sign for getting help now: everything closes before the break has ended."""
        try:
            self._app.safety.close(Lock.EMERGENCY)
        except SuppleError as error:
            self.failed.emit(error)

    def _count(self, done_s: float) -> None:
        begun, self._begun = self._begun, None
        if begun is not None:
            breaks = self._host.breaks
            self._host.do(lambda: breaks.break_ended(done_s, begun.planned_s))

    def _not_saved(self, error: SuppleError) -> None:
        """Tell once; then it is tried again, whether the window is in sight or not."""
        self._unsaved.start()
        if not self._is_told:
            self._is_told = True
            self.failed.emit(error)

    def _try_saving(self) -> None:
        if self.flow.retry_saving():
            self._is_told = False
            self._unsaved.stop()

    def _rate(self, value: str) -> None:
        if self._ratings is not None:
            self._ratings.give(Moment.AFTER, RatingKind.BREAK, value)

    def _more(self) -> None:
        try:
            self.begin()
        except SuppleError as error:
            self.close()
            self.failed.emit(error)

    def _stood(self, stands: bool) -> None:
        if stands:
            self._alone.start()
        else:
            self._alone.stop()

    def _draw(self, slot: FigureSlot, exercise: str) -> None:
        if slot not in self._drawn:
            self._drawn.add(slot)
            figure = self.figures.view()
            self.figures.show(figure, exercise, Side.NONE, Play.START)
            slot.set_figure(figure)

    def _listen_to_voice(self) -> None:
        if self.flow.opened is not None:
            self._troubles.begin(self.flow.opened.announcer.voice)

    def _connect(self) -> None:
        self.flow.finished.connect(self._after)
        self.flow.began.connect(self._listen_to_voice)
        self._troubles.news.told.connect(self.page.hear_voice)
        self.flow.slept.connect(self._troubles.slept)
        self.flow.locked.connect(self._troubles.locked)
        self.flow.went_on.connect(self._troubles.went_on)
        self.flow.failed.connect(self._not_saved)
        self.flow.kept.connect(self._unsaved.start)
        self.page.stood.connect(self._stood)
        self.page.red_flag.connect(self._red_flag)
        self.end.rated.connect(self._rate)
        self.end.done.connect(self.close)
        self.end.more.connect(self._more)
        self.walk.done.connect(self.close)
        self._alone.timeout.connect(self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
        self._asked_to_draw.connect(self.update, Qt.ConnectionType.QueuedConnection)
        self._given_up.connect(self.close, Qt.ConnectionType.QueuedConnection)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)

    # --- the window -----------------------------------------------------------------------------

    def _open(self, activation: str) -> None:
        if not self.isVisible():
            screen = screen_of_person()
            room = screen.availableGeometry()
            width, height = (self._look.u(length) for length in SIZE)
            self.resize(min(width, room.width()), min(height, room.height() - 40))
            self.setScreen(screen)
            frame = self.rect()
            frame.moveCenter(room.center())
            self.move(frame.topLeft())
        if self._app.settings.breaks.full_screen:
            self._cover()
        self._bring_up(activation)

    def _bring_up(self, activation: str) -> None:
        allow(activation)
        self.show()
        self.raise_()
        self.activateWindow()
        self.flow.seen(seen=True, still=self._look.still)

    def _cover(self) -> None:
        """Take all screens: this window the person's, covers the others."""
        own = self.screen()
        self.setGeometry(own.geometry())
        self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
        self._cover_others()
        if self._watchdog is None:
            self._watchdog = Watchdog(self._asked_to_draw.emit, self._given_up.emit)
            self._watchdog.start()

    def _cover_others(self) -> None:
        own = self.screen()
        for screen in QGuiApplication.screens():
            if screen is own:
                continue
            cover = BreakCover(self._look, self._app.words, screen)
            cover.unwanted.connect(self.close)
            cover.showFullScreen()
            self._covers.append(cover)

    def _uncover(self) -> None:
        if self._watchdog is not None:
            self._watchdog.stop()
            self._watchdog = None
        self._drop_covers()
        if self.isFullScreen():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
            width, height = (self._look.u(length) for length in SIZE)
            frame = self.screen().availableGeometry()
            self.setGeometry(
                frame.center().x() - width // 2, frame.center().y() - height // 2, width, height
            )

    def _drop_covers(self) -> None:
        covers, self._covers = self._covers, []
        for cover in covers:
            cover.close()
            cover.deleteLater()

    def _screens_changed(self) -> None:
        """A screen came or went in a break that has all of them."""
        if self._watchdog is not None and self.isVisible():
            self._drop_covers()
            self._cover_others()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tell the watchdog that this window draws."""
        super().paintEvent(event)
        if self._watchdog is not None:
            self._watchdog.drew()


give_face(BreakWindow, window)
