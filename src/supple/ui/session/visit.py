"""Before, during and after a session: the pages around it, in the order a person sees them."""

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from supple.app.container import Container
from supple.app.ratings import Ratings
from supple.app.sessions import Request
from supple.core.catalogue.routine import Use
from supple.core.errors import SuppleError
from supple.core.history.records import Source, Unfinished
from supple.core.plan.screening import Access, Lock
from supple.core.session.events import SessionEnded
from supple.devices.store.ids import new_id
from supple.ui.bindings.before import is_on_mat
from supple.ui.bindings.first_run import missing_kit
from supple.ui.keymaps import session_keys
from supple.ui.pages.session import SessionPage
from supple.ui.paint.figures import Figures
from supple.ui.session.after import AfterFlow
from supple.ui.session.around_scene import AroundScene
from supple.ui.session.before import BeforeFlow
from supple.ui.session.desktop import SessionDesktop
from supple.ui.session.flow import SessionFlow, exercise_words
from supple.ui.session.output_choice import OutputChoice
from supple.ui.session.troubles import SessionTroubles
from supple.ui.session.voice import SessionVoice
from supple.ui.theme.look import Look

if TYPE_CHECKING:
    from supple.ui.session.lengths import LengthsFlow

_RETRY_MS = 10_000
_SHOWN_IN_FULL = 3  # sessions after which the list of the spot is folded
_LYING = "pelvic-tilt"
_SOMETIMES = timedelta(days=7)


class SessionVisit(QObject):
    """Leads through sessions on pages that it puts on `stack`; `left` when the last is closed.

    `room_wanted` asks the window for the whole screen, or gives it back; `check_wanted` asks for
    the screening before the routine that it carries, `help_wanted` for the page on getting help,
    `details_wanted` for a session in History. `page_made` carries where notices stand on a page
    that was just built. `unsaved` tells what could not be written, until `saved`.
    """

    failed = Signal(object)
    left = Signal()
    room_wanted = Signal(bool)
    check_wanted = Signal(str)
    help_wanted = Signal()
    details_wanted = Signal(str)
    page_made = Signal(object)
    unsaved = Signal(object)
    saved = Signal()

    def __init__(self, app: Container, look: Look, figures: Figures, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._app = app
        self._look = look
        self._figures = figures
        self._stack = stack
        self._request: Request | None = None
        self._then: Callable[[SessionEnded], bool] | None = None
        self._wants_note = False
        self._retry = QTimer(self, interval=_RETRY_MS)
        self._retry.timeout.connect(self.retry_saving)
        catalogue = app.catalogue
        self.page = SessionPage(
            look,
            app.words,
            lambda ident: exercise_words(catalogue, ident),
            can_change_lengths=True,
            keymap=lambda: session_keys(app.settings),
            tells_minutes=lambda: app.settings.appearance.minutes_left,
        )
        self.flow = SessionFlow(app.sessions, self.page, figures, self)
        SessionDesktop(app, self.flow, self.page, self)
        self.flow.finished.connect(self._after)
        self.flow.failed.connect(self._not_saved)
        self.flow.kept.connect(self._retry.start)
        self._devices = OutputChoice(app, self.page.note)
        self._devices.failed.connect(self.failed)
        self._troubles = SessionTroubles(
            self.page.note,
            app,
            use_chimes=self.page.voice_toggled.emit,
            go_on=self.page.resume.emit,
            again=self.page.again.emit,
            choose_device=self._devices.ask,
        )
        self._devices.chosen.connect(self._troubles.news.try_again)
        self.flow.began.connect(self._listen_to_voice)
        self.flow.slept.connect(self._troubles.slept)
        self.flow.locked.connect(self._troubles.locked)
        self.flow.went_on.connect(self._troubles.went_on)
        self._troubles.news.told.connect(self.page.hear_voice)
        self._voice = SessionVoice(app, self)
        self._voice.failed.connect(self.failed)
        scene = AroundScene(figures, stack)
        self.before = BeforeFlow(app, look, scene, self._voice, stack)
        self.after = AfterFlow(app, look, scene, stack)
        self._connect_around()
        self.page.louder.connect(self._voice.louder)
        self.page.quieter.connect(self._voice.quieter)
        self.page.red_flag.connect(self._red_flag)
        self.page.hurt_note.connect(self._stop_for_note)
        self.page.lengths.connect(self._ask_lengths)
        self.flow.room_wanted.connect(self.room_wanted)
        stack.addWidget(self.page)
        stack.currentChanged.connect(self._page_changed)

    def _connect_around(self) -> None:
        before, after = self.before, self.after
        before.started.connect(self._start)
        before.left.connect(self.left)
        before.easier.connect(lambda: self.prepare(self._app.planning.gentlest()))
        before.check_wanted.connect(self.check_wanted)
        after.left.connect(self.left)
        after.near.connect(self._leave_room)
        after.again.connect(self._begin_again)
        after.help_wanted.connect(self.help_wanted)
        after.details_wanted.connect(self.details_wanted)
        after.page_made.connect(self.page_made)
        after.failed.connect(self.failed)

    @property
    def page_name(self) -> str:
        """Which of its pages is up: before, session, finished; else empty."""
        if self._stack.currentWidget() is self.page:
            return "session"
        if self.before.is_up:
            return "before"
        return "finished" if self.after.is_up else ""

    def prepare(self, routine: str) -> None:
        """Open the page before a session of a routine that may start. A desk break does at once."""
        self._then = None
        try:
            use = self._app.catalogue.routine(routine).use
        except SuppleError as error:
            self.failed.emit(error)
            return
        missing = missing_kit(self._app.settings)
        warm = self._app.planning.is_warm()
        request = Request(routine, Source.WINDOW, missing=missing, warm=warm, session_id=new_id())
        ratings = self._take(request)
        if use is Use.DESK_BREAK:
            self._start(request)
        else:
            self.before.open(request, ratings)

    def run(self, routine: str, then: Callable[[SessionEnded], bool]) -> None:
        """Start at once as a part of something larger; `then` may go on from its end.

        Where `then` returns False the usual page after a session follows.
        """
        missing = missing_kit(self._app.settings)
        request = Request(routine, Source.WINDOW, missing=missing, session_id=new_id())
        self._take(request)
        self._then = then
        self._start(request)

    def _ask_lengths(self) -> None:
        self.lengths.open()

    @cached_property
    def lengths(self) -> "LengthsFlow":
        """The sheet for other holds and rests; built with the first pause that wants it."""
        from supple.ui.session.lengths import LengthsFlow

        flow = LengthsFlow(self._app, self._look, self.flow, self.page)
        flow.failed.connect(self.failed)
        return flow

    def _start(self, request: Request) -> None:
        voiced = self._app.settings.voice.on
        request = self._request = msgspec.structs.replace(request, voiced=voiced)
        self._follow(lambda flow: flow.start(request), room=self._then is None)

    def _begin_again(self, request: Request) -> None:
        """The same once more, as a session of its own."""
        request = msgspec.structs.replace(request, session_id=new_id())
        self._take(request)
        self._start(request)

    def resume(self) -> None:
        """Go on with what was cut off today."""
        found: Unfinished | None = self._app.sessions.unfinished()
        if found is None:
            self.left.emit()
            return
        session = found.session
        voiced = self._app.settings.voice.on
        request = Request(session.routine, Source.WINDOW, voiced=voiced, session_id=session.id)
        self._take(request)
        self._follow(lambda flow: flow.resume(found, request), room=True)

    def leave_unfinished(self) -> None:
        """Close what was cut off today; what was done in it stays."""
        found = self._app.sessions.unfinished()
        if found is not None:
            self._app.sessions.leave_unfinished(found)

    def begin(self, request: Request) -> SessionFlow:
        """Start a session at once, without the page before it; how it can be followed."""
        self._take(request)
        self._follow(lambda flow: flow.start(request))
        return self.flow

    def _take(self, request: Request) -> Ratings:
        """What is answered from here on belongs to this session."""
        self._request = request
        self._ratings = Ratings(self.flow.keep, self._app.clock, request.session_id)
        return self._ratings

    def _follow(self, begin: Callable[[SessionFlow], None], *, room: bool = False) -> None:
        """Begin and show a session; with `room` one on the mat is shown across the room."""
        self._stack.setCurrentWidget(self.page)
        try:
            begin(self.flow)
        except SuppleError as error:
            self.failed.emit(error)
            self.left.emit()
            return
        self.flow.set_captions(on=self._app.settings.session.captions)
        wanted = room and self._app.settings.session.full_screen
        opened = self.flow.opened
        if wanted and opened is not None and is_on_mat(opened.session, self._app.catalogue):
            self.flow.set_room(on=True)
        self.seen()
        self.page.focus_first()

    def seen(self) -> None:
        """Tell the session whether anybody sees it."""
        window = self._stack.window()
        seen = self._stack.isVisible() and not window.isMinimized()
        self.flow.seen(seen=seen, still=self._look.still)

    def _stop_for_note(self) -> None:
        """End the session that hurt; its page opens with the note."""
        self._wants_note = True
        self.flow.stop()

    def _red_flag(self) -> None:
        """A sign for getting help now: everything closes before the session has ended."""
        try:
            self._app.safety.close(Lock.EMERGENCY)
        except SuppleError as error:
            self.failed.emit(error)

    def _after(self, ended: SessionEnded) -> None:
        """The summary, or Today when nothing was done."""
        self.flow.retry_saving()  # what is counted below must have been written
        wants_note, self._wants_note = self._wants_note, False
        if self._app.safety.standing().access is Access.EMERGENCY:
            self.help_wanted.emit()
            return
        then, self._then = self._then, None
        if then is not None and then(ended):
            return
        if ended.holds_done == 0 and ended.work_s == 0:
            self.left.emit()
            return
        if self._request is not None:
            self.after.open(
                ended,
                self._request,
                self._ratings,
                is_saved=not self.flow.unsafe,
                room=self.flow.in_room,
                note=wants_note,
                told=not self.page.narration.is_held_back,
            )

    def _leave_room(self) -> None:
        if self.flow.in_room:
            self.flow.set_room(on=False)

    def _page_changed(self) -> None:
        """The whole screen is for a session and the page after it."""
        if self.page_name not in ("session", "finished"):
            self._leave_room()

    def _listen_to_voice(self) -> None:
        if self.flow.opened is not None:
            self._troubles.begin(self.flow.opened.announcer.voice)

    def _not_saved(self, error: SuppleError) -> None:
        self.unsaved.emit(error)
        self._retry.start()

    def retry_saving(self) -> None:
        """Try now to write what could not be written."""
        if self.flow.retry_saving():
            self._retry.stop()
            self.saved.emit()
