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
from supple.core.figure.timing import Play
from supple.core.history.records import Moment, RatingKind, Source, Unfinished
from supple.core.plan.records import Decision
from supple.core.plan.screening import Access, Lock
from supple.core.session.events import Hurt, SessionEnded, SessionOutcome
from supple.core.session.steps import Side
from supple.devices.store.ids import new_id
from supple.ui.bindings.before import Around, before_view, is_on_mat, kits_of, telling
from supple.ui.bindings.dates import Dates
from supple.ui.bindings.finished import has_partner, next_day
from supple.ui.bindings.first_run import missing_kit
from supple.ui.figures import Figures
from supple.ui.keymaps import session_keys
from supple.ui.output_choice import OutputChoice
from supple.ui.pages.before import BeforePage
from supple.ui.pages.session import SessionPage
from supple.ui.pages.session_finished import FinishedPage, FinishedView
from supple.ui.pages.session_finished_room import FinishedRoom
from supple.ui.reader_question import ask_who_speaks
from supple.ui.session_desktop import SessionDesktop
from supple.ui.session_flow import SessionFlow, exercise_words
from supple.ui.session_troubles import SessionTroubles
from supple.ui.session_voice import SessionVoice
from supple.ui.theme.look import Look
from supple.ui.widgets.split import SplitPage

if TYPE_CHECKING:
    from supple.ui.lengths_flow import LengthsFlow

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
        self._before: BeforePage | None = None
        self._finished: FinishedPage | None = None
        self._request: Request | None = None
        self._ratings: Ratings | None = None
        self._then: Callable[[SessionEnded], bool] | None = None
        self._wants_note = False
        self._around = figures.view(stack)
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
            app.words,
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
        self.page.louder.connect(self._voice.louder)
        self.page.quieter.connect(self._voice.quieter)
        self.page.red_flag.connect(self._red_flag)
        self.page.hurt_note.connect(self._stop_for_note)
        self.page.lengths.connect(self._ask_lengths)
        self._dates = Dates(app.words, app.language)
        self.flow.room_wanted.connect(self.room_wanted)
        stack.addWidget(self.page)
        stack.currentChanged.connect(self._page_changed)

    @property
    def page_name(self) -> str:
        """Which of its pages is up: before, session, finished; else empty."""
        pages = {"before": self._before, "session": self.page, "finished": self._finished}
        up = self._stack.currentWidget()
        return next((name for name, page in pages.items() if page is up), "")

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
        self._take(request)
        if use is Use.DESK_BREAK:
            self._start(warm=False)
            return
        page = self.before
        self._show_before(request, fresh=True)
        self._stack.setCurrentWidget(page)
        page.focus_first()
        self._voice.get_ready()

    def _begin(self, *, warm: bool) -> None:
        """Start, when it is settled who speaks: Supple or a screen reader."""

        def answered(supple: bool) -> None:
            self._voice.set_on(supple)
            self._start(warm=warm)

        if not ask_who_speaks(self._app, self._look, self.before, answered):
            self._start(warm=warm)

    def _show_before(self, request: Request, *, fresh: bool) -> None:
        app = self._app
        whole = msgspec.structs.replace(request, missing=frozenset(), calmer=False)
        known = [each for each in app.history.records() if not each.is_rehearsal]
        around = Around(
            whole=app.sessions.compiled(whole, seed=0),
            calmer=request.calmer,
            walked=request.warm,
            early=app.planning.early(request.routine),
            missing=request.missing,
            spot=app.planning.checklist(app.catalogue.routine(request.routine), shown_today=False),
            folded=len(known) >= _SHOWN_IN_FULL,
            voice_on=app.settings.voice.on,
            asks_pain=self._asks_pain(),
            day=self._dates.said,
        )
        session = app.sessions.compiled(request, seed=0)
        view = before_view(session, app.catalogue, app.words, around)
        self.before.show_view(view, fresh=fresh)
        self._draw(self.before, telling(session))

    def _draw(self, page: SplitPage | FinishedRoom, exercise: str) -> None:
        """Let a page around the session show an exercise in its scene."""
        page.figure.set_figure(self._around)
        self._figures.show(self._around, exercise, Side.NONE, Play.STRETCH)

    def _have(self, code: str, there: bool) -> None:
        """A thing is at hand, or not: other stretches take the place of those that need it."""
        if self._request is None:
            return
        kits = frozenset(kits_of(code))
        missing = self._request.missing - kits if there else self._request.missing | kits
        self._request = msgspec.structs.replace(self._request, missing=missing)
        self._show_before(self._request, fresh=False)

    def _calm(self, wanted: bool) -> None:
        """No jogging, swings or long steps today, or as usual."""
        if self._request is not None:
            self._request = msgspec.structs.replace(self._request, calmer=wanted)
            self._show_before(self._request, fresh=False)

    def _make_easier(self) -> None:
        """Much pain: the gentlest session instead."""
        self.prepare(self._app.planning.gentlest())

    def run(self, routine: str, then: Callable[[SessionEnded], bool]) -> None:
        """Start at once as a part of something larger; `then` may go on from its end.

        Where `then` returns False the usual page after a session follows.
        """
        missing = missing_kit(self._app.settings)
        self._take(Request(routine, Source.WINDOW, missing=missing, session_id=new_id()))
        self._then = then
        self._start(warm=False)

    def _check(self) -> None:
        if self._request is not None:
            self.check_wanted.emit(self._request.routine)

    def _ask_lengths(self) -> None:
        self.lengths.open()

    @cached_property
    def lengths(self) -> "LengthsFlow":
        """The sheet for other holds and rests; built with the first pause that wants it."""
        from supple.ui.lengths_flow import LengthsFlow

        flow = LengthsFlow(self._app, self._look, self.flow, self.page)
        flow.failed.connect(self.failed)
        return flow

    @property
    def before(self) -> BeforePage:
        """The page before a session; built when first wanted."""
        if self._before is None:
            page = self._before = BeforePage(self._look, self._app.words)
            page.start.connect(lambda warm: self._begin(warm=warm))
            page.start_cold.connect(lambda: self._start(cold=True))
            page.calmer_changed.connect(self._calm)
            page.leg_chosen.connect(lambda value: self._rate(Moment.BEFORE, value, RatingKind.LEG))
            page.back.connect(lambda: self._voice.leave(self.left.emit))
            page.pain_chosen.connect(lambda value: self._rate(Moment.BEFORE, value))
            page.voice_changed.connect(self._voice.set_on)
            page.hear_requested.connect(self._voice.hear)
            page.kit_changed.connect(self._have)
            page.easier.connect(self._make_easier)
            page.check_requested.connect(self._check)
            self._stack.addWidget(page)
        return self._before

    def _start(self, *, warm: bool = False, cold: bool = False) -> None:
        if self._request is None:
            return
        request = self._request = msgspec.structs.replace(
            self._request,
            voiced=self._app.settings.voice.on,
            warm=warm or self._request.warm,
            cold=cold,
        )
        self._follow(lambda flow: flow.start(request), room=self._then is None)

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

    def _take(self, request: Request) -> None:
        """What is answered from here on belongs to this session."""
        self._request = request
        self._ratings = Ratings(self.flow.keep, self._app.clock, request.session_id)

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
        page, view = self.finished, self._finished_view(ended)
        page.show_view(view)
        self._stack.setCurrentWidget(page)
        self._finish_in_room(on=self.flow.in_room and view.fits_room and not wants_note)
        if not self.page.narration.is_held_back:
            page.tell()
        (page.note.setFocus if wants_note else page.focus_first)()

    def _finished_view(self, ended: SessionEnded) -> FinishedView:
        app, completed = self._app, ended.outcome is SessionOutcome.COMPLETED
        routine = self._request.routine if self._request is not None else ""
        return FinishedView(
            outcome=ended.outcome,
            minutes=round(ended.active_s / 60),
            holds=ended.holds_done,
            week=app.planning.state().week_count,
            pain_before=self._given(RatingKind.BACK),
            next_words=next_day(app, self._dates),
            details=True,
            asks_pain=self._asks_pain(),
            asks_note=app.settings.data.notes,
            leg_before=self._given(RatingKind.LEG),
            worse_last=app.planning.last_was_worse(),
            asks_felt=ended.answer is Hurt.OTHER,
            swaps=completed and bool(routine) and has_partner(app, routine),
            note=self._said_of_warm_up(),
            is_saved=not self.flow.unsafe,
        )

    def _finish_in_room(self, *, on: bool) -> None:
        """Show the page after the session for somebody three metres away, or near."""
        page = self.finished
        page.set_room(on=on)
        self._draw(page.room if on else page, _LYING)
        if not on:
            self._leave_room()

    def _leave_room(self) -> None:
        if self.flow.in_room:
            self.flow.set_room(on=False)

    def _page_changed(self) -> None:
        """The whole screen is for a session and the page after it."""
        if self._stack.currentWidget() not in (self.page, self._finished):
            self._leave_room()

    def _given(self, kind: RatingKind) -> int | None:
        """The number given before the session."""
        given = self._ratings.given if self._ratings is not None else {}
        value = given.get((Moment.BEFORE, kind))
        return value if isinstance(value, int) else None

    def _said_of_warm_up(self) -> str:
        """Why the session has no warm-up, kept as the beginning of its note."""
        tr = self._app.words.gettext
        request, note = self._request, ""
        if request is not None and request.warm:
            note = tr("Warm-up: already warm.")
        elif request is not None and request.cold:
            note = tr("Warm-up: left out.")
        if note:
            self._note(note)
        return note

    def _asks_pain(self) -> bool:
        """Whether to ask how the back is: always, never, or once a week."""
        wish = self._app.settings.session.pain
        if wish != "sometimes":
            return wish == "always"
        since = self._app.clock.wall().date() - _SOMETIMES
        return not self._app.history.has_rating_since(since)

    @property
    def finished(self) -> FinishedPage:
        """The page after a session; built when first wanted."""
        if self._finished is None:
            page = self._finished = FinishedPage(self._look, self._app.words)
            page.done.connect(self.left)
            page.small_wanted.connect(lambda: self._finish_in_room(on=False))
            page.pain_chosen.connect(lambda value: self._rate(Moment.AFTER, value))
            page.leg_chosen.connect(lambda value: self._rate(Moment.AFTER, value, RatingKind.LEG))
            page.felt.connect(self._felt)
            page.swap_requested.connect(self._swap_places)
            page.feel_chosen.connect(self._feel)
            page.note_changed.connect(self._note)
            page.easier_requested.connect(self._lighten)
            page.details_requested.connect(self._show_details)
            self._stack.addWidget(page)
            self.page_made.emit(page.notices)
        return self._finished

    def _show_details(self) -> None:
        if self._request is not None:
            self.details_wanted.emit(self._request.session_id)

    def _lighten(self) -> None:
        """A little more pain than before: this week becomes a lighter one."""
        try:
            self._app.planning.decide(Decision.LIGHTER)
        except SuppleError as error:
            self.failed.emit(error)
            return
        self.finished.say_lighter()

    # --- answers ------------------------------------------------------------------------------

    def _rate(self, moment: Moment, value: int | None, kind: RatingKind = RatingKind.BACK) -> None:
        if self._ratings is None:
            return
        if value is None:
            self._ratings.take_back(moment, kind)
        else:
            self._ratings.give(moment, kind, value)

    def _felt(self, answer: str) -> None:
        """What hurt is named after all; what follows from it follows now."""
        if self._request is None:
            return
        try:
            self._app.safety.named(Hurt(answer), self._request.session_id)
        except SuppleError as error:
            self.failed.emit(error)
        if self._app.safety.standing().access is Access.EMERGENCY:
            self.help_wanted.emit()

    def _swap_places(self) -> None:
        """The same once more, for the one who helped."""
        if self._request is not None:
            self._take(msgspec.structs.replace(self._request, session_id=new_id(), warm=True))
            self._start()

    def _feel(self, value: str) -> None:
        if self._ratings is not None:
            self._ratings.give(Moment.AFTER, RatingKind.FEEL, value)

    def _note(self, text: str) -> None:
        if self._ratings is not None:
            self._ratings.note(text)

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
