"""What stands before a first session: the welcome, the questions, the set-up; nothing passes by."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from supple.app.container import Container
from supple.core.breaks.words import hours_words
from supple.core.errors import SuppleError
from supple.core.figure.timing import Play
from supple.core.plan.records import Decision
from supple.core.plan.screening import Access, Due
from supple.core.session.steps import Side
from supple.ui.bindings.first_run import spot_view
from supple.ui.flows.screening import ScreeningFlow
from supple.ui.pages.first_run import StepPage, WelcomePage
from supple.ui.paint.figures import Figures
from supple.ui.theme.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from supple.ui.flows.voice_check import VoiceCheck

_PAGES: Final = ("welcome", "questions", "spot", "voice", "begin")
_FIGURES: Final = {
    "welcome": "strap-supine-stretch",
    "spot": "hip-hinge-drill",
    "voice": "pelvic-tilt",
    "begin": "floor-single-leg-stretch",
}


class FirstRunFlow(QObject):
    """Shows its pages in `stack`; `finished` carries the routine to start, or nothing.

    `opens(routine)` is the gate in front of every session of the window.
    """

    finished = Signal(str)
    failed = Signal(object)

    def __init__(self, app: Container, look: Look, figures: Figures, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._app = app
        self._look = look
        self._figures = figures
        self._stack = stack
        self._routine = ""
        self._whole = False
        self._is_up = False
        self.voice_check: VoiceCheck | None = None
        self._built: dict[str, StepPage] = {}
        self._screening: ScreeningFlow | None = None
        self._figure = figures.view(stack)

    @property
    def is_up(self) -> bool:
        """Whether its pages, or the questions, are shown."""
        return self._is_up

    def begin(self) -> bool:
        """At the start of the program: go on where the set-up was left; whether there is any."""
        page = self._app.settings.welcome.page
        if page == "done":
            return False
        self._whole, self._routine, self._is_up = True, "", True
        if page not in ("welcome", "questions") and self._app.safety.standing().access.is_open:
            self._show(page)
        else:
            self._show("questions" if self._consented() and page != "welcome" else "welcome")
        return True

    def opens(self, routine: str) -> bool:
        """Whether a session of this routine may start now; else what is missing is asked first.

        Without a routine: whether a reach check may.

        While the pages are up the routine is kept and starts when they are through.
        """
        if self._is_up:
            self._routine = routine
            return False
        due = self._app.safety.due()
        waits = self._app.safety.standing().access is Access.ASK_FIRST
        if due is None and waits and not (routine and self._is_enough(routine)):
            due = Due.LOCKED
        if self._consented() and due is None:
            return True
        self._whole, self._routine, self._is_up = False, routine, True
        self._show("questions" if self._consented() else "welcome")
        return False

    def _is_enough(self, routine: str) -> bool:
        return self._app.planning.fit(routine).outline.is_enough

    def check(self, routine: str = "") -> None:
        """Ask the questions now, as the user wishes; `routine` is what was about to start."""
        self._whole, self._routine, self._is_up = False, routine, True
        self._show("questions" if self._consented() else "welcome")

    def show_help(self) -> None:
        """Sessions were closed just now: tell what to do."""
        self._whole, self._routine, self._is_up = False, "", True
        self._questions().show_help()

    def settle(self) -> None:
        """The window closes: keep what was answered."""
        if self._screening is not None:
            self._screening.settle()
        if self.voice_check is not None:
            self.voice_check.settle()

    # --- pages ----------------------------------------------------------------------------------

    def _show(self, name: str) -> None:
        if self._whole:
            self._set("welcome.page", name)
        step = (_PAGES.index(name) + 1, len(_PAGES)) if self._whole else (0, 0)
        if name == "questions":
            self._questions().begin(step=step, quick=self._whole)
            return
        page = self._page(name)
        if isinstance(page, WelcomePage):
            page.show_view(consented=self._consented(), whole=self._whole)
        page.show_step(*step)
        page.figure.set_figure(self._figure)
        self._figures.show(self._figure, _FIGURES[name], Side.NONE, Play.STRETCH)
        self._stack.setCurrentWidget(page)
        page.focus_first()
        if name == "voice" and self.voice_check is not None:
            self.voice_check.open()

    def _page(self, name: str) -> StepPage:
        build: dict[str, Callable[[], StepPage]] = {
            "welcome": self._welcome,
            "spot": self._spot,
            "voice": self._voice,
            "begin": self._begin,
        }
        if name not in self._built:
            page = self._built[name] = build[name]()
            back = _PAGES[max(0, _PAGES.index(name) - 1)]
            page.back.connect(lambda: self._show(back))
            self._stack.addWidget(page)
        return self._built[name]

    def _welcome(self) -> StepPage:
        disclaimer = self._app.learn.page("learn-disclaimer").body
        page = WelcomePage(self._look, self._app.words, disclaimer)
        page.main.connect(self._consent)
        page.look_around.connect(self._look_around)
        return page

    def _questions(self) -> ScreeningFlow:
        if self._screening is None:
            flow = ScreeningFlow(self._app, self._look, self._figures, self._stack)
            flow.done.connect(self._screened)
            flow.left.connect(self._left)
            flow.failed.connect(self.failed)
            self._screening = flow
        return self._screening

    def _spot(self) -> StepPage:
        from supple.ui.pages.first_run_spot import SpotPage

        tr = self._app.words.gettext
        page = SpotPage(self._look, self._app.words)
        fine = " ".join(self._app.safety.messages()) if self._is_clear() else ""
        lead = tr("Tick what you have. Supple only offers stretches that fit.")
        page.show_view(spot_view(self._app.settings, f"{fine} {lead}".strip(), self._app.words))

        def go_on() -> None:
            self._set("session.without", " ".join(page.missing()))
            self._show("voice")

        page.main.connect(go_on)
        return page

    def _voice(self) -> StepPage:
        from supple.ui.flows.voice_check import VoiceCheck

        check = self.voice_check = VoiceCheck(self._app, self._look, self)
        check.settled.connect(lambda _on: self._show("begin"))
        check.failed.connect(self.failed)
        return check.page

    def _begin(self) -> StepPage:
        from supple.ui.pages.first_run_begin import BeginPage

        breaks = self._app.settings.breaks
        words = self._app.words.gettext(
            "A {length}-minute seated stretch every {interval} minutes, {hours}"
        ).format(
            length=breaks.length_min,
            interval=breaks.interval_min,
            hours=hours_words(breaks.hours, self._app.words),
        )
        page = BeginPage(self._look, self._app.words, words)

        def finish(*, starts: bool) -> None:
            self._set("breaks.on", page.breaks.isChecked())
            try:
                if page.breaks.isChecked() and page.with_computer.isChecked():
                    self._app.start_with_computer(wanted=True)
                kind = Decision.START if page.plan.isChecked() else Decision.STOP
                self._app.planning.decide(kind)
            except SuppleError as error:
                self.failed.emit(error)
                return
            first = self._app.today.facts().next.routine if starts else ""
            self._end(first or self._routine)

        page.main.connect(lambda: finish(starts=False))
        page.first_session.connect(lambda: finish(starts=True))
        return page

    # --- what follows ---------------------------------------------------------------------------

    def _consented(self) -> bool:
        return self._app.settings.welcome.consented

    def _is_clear(self) -> bool:
        standing = self._app.safety.standing()
        return standing.access is Access.CLEAR and not standing.conditions

    def _consent(self) -> None:
        self._set("welcome.consented", value=True)
        if self._whole or self._app.safety.due() is not None:
            self._show("questions")
        else:
            self._end(self._routine)

    def _look_around(self) -> None:
        self._end("")

    def _screened(self) -> None:
        is_open = self._app.safety.standing().access.is_open
        if self._whole and is_open:
            self._show("spot")
        else:
            self._end(self._routine if is_open else "")

    def _left(self) -> None:
        if self._whole:
            self._show("welcome")
        else:
            self._end("")

    def _end(self, routine: str) -> None:
        if self._app.settings.welcome.page != "done":
            self._set("welcome.page", "done")
        self._is_up, self._routine = False, ""
        self.finished.emit(routine)

    def _set(self, key: str, value: str | float) -> None:
        try:
            self._app.change_setting(key, value)
        except SuppleError as error:
            self.failed.emit(error)
