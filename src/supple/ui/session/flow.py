"""Joins the session page with the session that runs: intents one way, views the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supple.app.catalogue import Catalogue
from supple.app.sessions import Ears, Lengths, Opened, Request, Sessions
from supple.core.errors import SuppleError
from supple.core.history.records import Unfinished
from supple.core.session.engine import Intent
from supple.core.session.events import (
    AnyEvent,
    Hurt,
    Outcome,
    Paused,
    Resumed,
    SessionEnded,
    StepEnded,
)
from supple.core.session.view import SessionView, State
from supple.ui.pages.session import SessionPage
from supple.ui.pages.session_words import ExerciseWords
from supple.ui.paint.figures import Figures
from supple.ui.session.host import SessionHost
from supple.ui.session.stage import SessionStage

if TYPE_CHECKING:
    from supple.app.outbox import Outbox
    from supple.devices.store.store import Job


class SessionFlow(QObject):
    """Starts sessions, follows them on the page, and says when one is over.

    `opening`, `began` and `finished(SessionEnded)` come once a session, the first before anything
    is opened; `failed(SuppleError)` when something could not be saved, `kept` when an answer is on
    its way to the disk. `slept(SessionView)` tells where it stands after the computer slept,
    `locked(SessionView)` since the screen was locked, and `went_on` that it runs again.
    `turned(State)` comes when it begins to run, stand or hurt.
    """

    opening = Signal()
    began = Signal()
    finished = Signal(object)
    failed = Signal(object)
    kept = Signal()
    room_wanted = Signal(bool)
    turned = Signal(object)
    slept = Signal(object)
    locked = Signal(object)
    went_on = Signal()

    def __init__(
        self,
        sessions: Sessions,
        page: SessionPage,
        figures: Figures,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stage = SessionStage(page, figures)
        self._sessions = sessions
        self._page = page
        self._host = SessionHost(self)
        self._last_work: Outcome | None = None
        self._unsafe: list[Outbox] = []
        self._request: Request | None = None
        self._voiced = True
        self._captions = True
        self._in_room = False
        self._state = State.RUNNING
        self._host.viewed.connect(self._show)
        self._connect_intents()

    @property
    def is_running(self) -> bool:
        """Whether a session is under way."""
        return self._host.opened is not None

    @property
    def opened(self) -> Opened | None:
        """The session that is under way, if any."""
        return self._host.opened

    @property
    def in_room(self) -> bool:
        """Whether the session is, or was last, shown across the room."""
        return self._in_room

    def do(self, intent: Intent) -> None:
        """Carry out what the user wants."""
        self._host.do(intent)

    def start(self, request: Request) -> None:
        """Open and start a new session. Raises SuppleError."""
        self.opening.emit()
        self._last_work = None
        self._request = request
        self._begin(self._sessions.open(request, self._ears()), request)

    def resume(self, found: Unfinished, request: Request) -> None:
        """Go on with a session that was cut off. Raises SuppleError."""
        self.opening.emit()
        self._last_work = None
        self._request = request
        self._begin(self._sessions.resume(found, request, self._ears()), request)

    def _begin(self, opened: Opened, request: Request) -> None:
        self._voiced = request.voiced is not False
        self._page.set_voice(on=self._voiced)
        self._unsafe = [*self.unsafe, opened.recorder]
        self._state = State.RUNNING
        self._stage.begin(opened.session.pictures)
        self._host.start(opened)
        self.began.emit()

    def _ears(self) -> Ears:
        return Ears((self._hear,), self._not_saved, wait=False)

    def seen(self, *, seen: bool, still: bool) -> None:
        """Tell whether the page is seen, and whether motion is reduced."""
        self._host.animate(seen, still=still)

    def stand_for_lock(self) -> None:
        """The screen was locked: the session stands until the user goes on, and tells why."""
        self._host.do(Intent.PAUSE)
        self.locked.emit(self._host.view())

    def stop(self) -> None:
        """End the session here; what was finished is saved."""
        self._host.do(Intent.STOP)

    @property
    def unsafe(self) -> "tuple[Outbox, ...]":
        """Who still has in memory what could not be written, of this session and those before."""
        return tuple(each for each in self._unsafe if not each.is_safe)

    def keep(self, job: "Job[object]") -> None:
        """Write an answer, after what the last session had to write."""
        if not self._unsafe:
            self._unsafe = [self._sessions.outbox(self._not_saved)]
        self._unsafe[-1].keep(job)
        self.kept.emit()

    def retry_saving(self) -> bool:
        """Try again to write what could not be written; whether all of it is safe."""
        for recorder in self._unsafe:
            recorder.retry()
        return not self.unsafe

    def _connect_intents(self) -> None:
        page = self._page
        intents = (
            (page.pause, Intent.PAUSE),
            (page.resume, Intent.RESUME),
            (page.skip, Intent.SKIP),
            (page.back, Intent.BACK),
            (page.again, Intent.AGAIN),
            (page.ready, Intent.READY),
            (page.longer, Intent.LONGER),
            (page.hurts, Intent.HURTS),
            (page.rest_first, Intent.REST),
            (page.stop, Intent.STOP),
        )
        for signal, intent in intents:
            signal.connect(lambda intent=intent: self._host.do(intent))
        page.hurt_answer.connect(self._felt)
        page.softer.connect(self._soften)
        page.voice_toggled.connect(self._toggle_voice)
        page.captions_toggled.connect(self._toggle_captions)
        page.room_toggled.connect(self.toggle_room)

    def _felt(self, hurt: Hurt | None) -> None:
        """What hurts is known: the way out gives way to what is said to that."""
        if self._host.opened is not None:
            self._host.opened.announcer.voice.hush()
        self._host.felt(hurt)

    def change_lengths(self, lengths: Lengths) -> None:
        """In a pause: other lengths for what is still to come. Raises SuppleError."""
        opened = self._host.opened
        if opened is not None and self._request is not None:
            self._sessions.change_lengths(opened, self._request, lengths)
            self._host.renew()

    def _soften(self) -> None:
        """Too strong: the easier version, or a shorter hold."""
        opened = self._host.opened
        if opened is None or self._request is None:
            return
        try:
            self._sessions.soften(opened, self._request)
        except SuppleError as error:
            self.failed.emit(error)
        self._host.renew()

    def _show(self, view: SessionView) -> None:
        if view.state is not State.ENDED:
            self._page.show_view(view, self._last_work)
            self._stage.show(view)
        if view.state is not self._state:
            self._state = view.state
            self.turned.emit(view.state)

    def _hear(self, event: AnyEvent) -> None:
        if isinstance(event, StepEnded) and event.kind.is_work:
            self._last_work = event.outcome
        elif isinstance(event, Paused) and event.gap_s:
            self.slept.emit(self._host.view())
        elif isinstance(event, Resumed):
            self.went_on.emit()
        elif isinstance(event, SessionEnded):
            # The host must not be taken apart while it hands out this event.
            opened = self._host.opened
            if opened is not None:
                self._host.leave()
                self.finished.emit(event)

    def _not_saved(self, error: SuppleError) -> None:
        self.failed.emit(error)

    def _toggle_voice(self) -> None:
        opened = self._host.opened
        if opened is not None:
            self._voiced = not self._voiced
            opened.announcer.voiced = self._voiced
            if not self._voiced:
                opened.announcer.voice.hush()
            self._page.set_voice(on=self._voiced)

    def _toggle_captions(self) -> None:
        self.set_captions(on=not self._captions)

    def set_captions(self, *, on: bool) -> None:
        """Show what is said, or not."""
        self._captions = on
        self._page.set_captions(on=on)

    def toggle_room(self) -> None:
        """Change to the across-the-room view, or back."""
        self.set_room(on=not self._in_room)

    def set_room(self, *, on: bool) -> None:
        """Show the session for somebody three metres away, or for somebody near."""
        self._in_room = on
        self._page.set_room(on=on)
        self.room_wanted.emit(on)


def exercise_words(catalogue: Catalogue, ident: str) -> ExerciseWords:
    """What the session page says of an exercise."""
    exercise = catalogue.exercise(ident)
    softer = catalogue.exercise(exercise.easier).name if exercise.easier else ""
    return ExerciseWords(
        name=exercise.name,
        hint=exercise.hint,
        way_out=" ".join(exercise.exit),
        softer=softer,
    )
