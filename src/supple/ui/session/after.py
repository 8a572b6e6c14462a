"""The page after a session: what was done, how it was, and what follows from the answers."""

from functools import cached_property

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from supple.app.container import Container
from supple.app.ratings import Ratings, asks_pain
from supple.app.sessions import Request
from supple.core.errors import SuppleError
from supple.core.history.records import Moment, RatingKind
from supple.core.plan.records import Decision
from supple.core.plan.screening import Access
from supple.core.session.events import Hurt, SessionEnded, SessionOutcome
from supple.ui.bindings.dates import Dates
from supple.ui.bindings.finished import has_partner, next_day
from supple.ui.pages.session_finished import FinishedPage, FinishedView
from supple.ui.session.around_scene import AroundScene
from supple.ui.theme.look import Look

_LYING = "pelvic-tilt"


class AfterFlow(QObject):
    """Opens the page on `stack`; `left` when it is closed.

    `near` tells that it is not, or no longer, to be read from three metres away. `page_made`
    carries where notices stand on it, `details_wanted` a session in History, `again` one that the
    other of two people does now; `help_wanted` asks for the page on getting help.
    """

    left = Signal()
    near = Signal()
    again = Signal(object)
    help_wanted = Signal()
    details_wanted = Signal(str)
    page_made = Signal(object)
    failed = Signal(object)

    def __init__(
        self, app: Container, look: Look, scene: AroundScene, stack: QStackedWidget
    ) -> None:
        super().__init__(stack)
        self._app = app
        self._look = look
        self._scene = scene
        self._stack = stack
        self._dates = Dates(app.words, app.language)
        self._request: Request
        self._ratings: Ratings

    @property
    def is_up(self) -> bool:
        """Whether its page is the one in sight."""
        return "page" in self.__dict__ and self._stack.currentWidget() is self.page

    def open(
        self,
        ended: SessionEnded,
        request: Request,
        ratings: Ratings,
        *,
        is_saved: bool,
        room: bool,
        note: bool,
        told: bool,
    ) -> None:
        """Bring the page up.

        `room`: it is read from three metres away; `note`: to write one; `told`: a screen reader
        hears how the session ended, as no voice says it.
        """
        self._request, self._ratings = request, ratings
        view = self._view(ended, request, is_saved=is_saved)
        self.page.show_view(view)
        self._stack.setCurrentWidget(self.page)
        self._show_in_room(on=room and view.fits_room and not note)
        if told:
            self.page.tell()
        (self.page.note.setFocus if note else self.page.focus_first)()

    @cached_property
    def page(self) -> FinishedPage:
        """The page; built when first wanted."""
        page = FinishedPage(self._look, self._app.words)
        page.done.connect(self.left)
        page.small_wanted.connect(lambda: self._show_in_room(on=False))
        page.pain_chosen.connect(lambda value: self._ratings.back(Moment.AFTER, value))
        page.leg_chosen.connect(lambda value: self._ratings.leg(Moment.AFTER, value))
        page.feel_chosen.connect(self._feel)
        page.note_changed.connect(self._note)
        page.felt.connect(self._felt)
        page.swap_requested.connect(self._swap_places)
        page.easier_requested.connect(self._lighten)
        page.details_requested.connect(lambda: self.details_wanted.emit(self._request.session_id))
        self._stack.addWidget(page)
        self.page_made.emit(page.notices)
        return page

    def _view(self, ended: SessionEnded, request: Request, *, is_saved: bool) -> FinishedView:
        app, completed = self._app, ended.outcome is SessionOutcome.COMPLETED
        return FinishedView(
            outcome=ended.outcome,
            minutes=round(ended.active_s / 60),
            holds=ended.holds_done,
            week=app.planning.state().week_count,
            pain_before=self._ratings.before(RatingKind.BACK),
            next_words=next_day(app, self._dates),
            details=True,
            asks_pain=asks_pain(app.settings, app.history, app.clock.wall().date()),
            asks_note=app.settings.data.notes,
            leg_before=self._ratings.before(RatingKind.LEG),
            worse_last=app.planning.last_was_worse(),
            asks_felt=ended.answer is Hurt.OTHER,
            swaps=completed and has_partner(app, request.routine),
            note=self._said_of_warm_up(request),
            is_saved=is_saved,
        )

    def _show_in_room(self, *, on: bool) -> None:
        """Show it for somebody three metres away, or near."""
        self.page.set_room(on=on)
        self._scene.show(self.page.room if on else self.page, _LYING)
        if not on:
            self.near.emit()

    def _said_of_warm_up(self, request: Request) -> str:
        """Why the session has no warm-up, kept as the beginning of its note."""
        tr, note = self._app.words.gettext, ""
        if request.warm:
            note = tr("Warm-up: already warm.")
        elif request.cold:
            note = tr("Warm-up: left out.")
        if note:
            self._ratings.note(note)
        return note

    def _lighten(self) -> None:
        """A little more pain than before: this week becomes a lighter one."""
        try:
            self._app.planning.decide(Decision.LIGHTER)
        except SuppleError as error:
            self.failed.emit(error)
            return
        self.page.say_lighter()

    def _felt(self, answer: str) -> None:
        """What hurt is named after all; what follows from it follows now."""
        try:
            self._app.safety.named(Hurt(answer), self._request.session_id)
        except SuppleError as error:
            self.failed.emit(error)
        if self._app.safety.standing().access is Access.EMERGENCY:
            self.help_wanted.emit()

    def _feel(self, value: str) -> None:
        self._ratings.feel(value)

    def _note(self, text: str) -> None:
        self._ratings.note(text)

    def _swap_places(self) -> None:
        """The same once more, for the one who helped."""
        self.again.emit(msgspec.structs.replace(self._request, warm=True))
