"""The page before a session: what is at hand, how the back is, and who is to speak."""

from functools import cached_property

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from supple.app.container import Container
from supple.app.ratings import Ratings, asks_pain
from supple.app.sessions import Request
from supple.core.history.records import Moment
from supple.ui.bindings.before import Around, before_view, kits_of, telling
from supple.ui.bindings.dates import Dates
from supple.ui.pages.before import BeforePage
from supple.ui.session.around_scene import AroundScene
from supple.ui.session.reader_question import ask_who_speaks
from supple.ui.session.voice import SessionVoice
from supple.ui.theme.look import Look

_SHOWN_IN_FULL = 3  # sessions after which the list of the spot is folded


class BeforeFlow(QObject):
    """Opens the page on `stack`. `started` carries the session as it is to run.

    `left` tells that there is to be none, `easier` that a gentler one is wished for; `check_wanted`
    asks for the screening before the routine that it carries.
    """

    started = Signal(object)
    left = Signal()
    easier = Signal()
    check_wanted = Signal(str)

    def __init__(
        self,
        app: Container,
        look: Look,
        scene: AroundScene,
        voice: SessionVoice,
        stack: QStackedWidget,
    ) -> None:
        super().__init__(stack)
        self._app = app
        self._look = look
        self._scene = scene
        self._voice = voice
        self._stack = stack
        self._dates = Dates(app.words, app.language)
        self._request: Request
        self._ratings: Ratings

    @property
    def is_up(self) -> bool:
        """Whether its page is the one in sight."""
        return "page" in self.__dict__ and self._stack.currentWidget() is self.page

    def open(self, request: Request, ratings: Ratings) -> None:
        """Bring the page up for this session. Raises SuppleError."""
        self._request, self._ratings = request, ratings
        self._show(request, fresh=True)
        self._stack.setCurrentWidget(self.page)
        self.page.focus_first()
        self._voice.get_ready()

    @cached_property
    def page(self) -> BeforePage:
        """The page; built when first wanted."""
        page = BeforePage(self._look, self._app.words)
        page.start.connect(lambda warm: self._begin(warm=warm))
        page.start_cold.connect(lambda: self._start(cold=True))
        page.calmer_changed.connect(self._calm)
        page.leg_chosen.connect(lambda value: self._ratings.leg(Moment.BEFORE, value))
        page.pain_chosen.connect(lambda value: self._ratings.back(Moment.BEFORE, value))
        page.back.connect(lambda: self._voice.leave(self.left.emit))
        page.voice_changed.connect(self._voice.set_on)
        page.hear_requested.connect(self._voice.hear)
        page.kit_changed.connect(self._have)
        page.easier.connect(self.easier)
        page.check_requested.connect(lambda: self.check_wanted.emit(self._request.routine))
        self._stack.addWidget(page)
        return page

    def _begin(self, *, warm: bool) -> None:
        """Start, when it is settled who speaks: Supple or a screen reader."""

        def answered(supple: bool) -> None:
            self._voice.set_on(supple)
            self._start(warm=warm)

        if not ask_who_speaks(self._app, self._look, self.page, answered):
            self._start(warm=warm)

    def _start(self, *, warm: bool = False, cold: bool = False) -> None:
        warm = warm or self._request.warm
        self.started.emit(msgspec.structs.replace(self._request, warm=warm, cold=cold))

    def _show(self, request: Request, *, fresh: bool) -> None:
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
            asks_pain=asks_pain(app.settings, app.history, app.clock.wall().date()),
            day=self._dates.said,
        )
        session = app.sessions.compiled(request, seed=0)
        view = before_view(session, app.catalogue, app.words, around)
        self.page.show_view(view, fresh=fresh)
        self._scene.show(self.page, telling(session))

    def _have(self, code: str, there: bool) -> None:
        """A thing is at hand, or not: other stretches take the place of those that need it."""
        kits = frozenset(kits_of(code))
        missing = self._request.missing - kits if there else self._request.missing | kits
        self._change(msgspec.structs.replace(self._request, missing=missing))

    def _calm(self, wanted: bool) -> None:
        """No jogging, swings or long steps today, or as usual."""
        self._change(msgspec.structs.replace(self._request, calmer=wanted))

    def _change(self, request: Request) -> None:
        self._request = request
        self._show(request, fresh=False)
