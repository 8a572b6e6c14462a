"""Leads through a reach check: choose, get warm, guided tries, the number, what it means."""

from datetime import timedelta
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.core.figure.timing import Play
from supple.core.plan.records import Decision, Detail, Profile, TestRecord
from supple.core.plan.self_tests import CHAIR, REMIND_DAYS
from supple.core.session.events import SessionEnded, SessionOutcome
from supple.core.session.steps import Side
from supple.ui.bindings.self_test import Offer, TestWords
from supple.ui.pages.self_test import ChoosePage
from supple.ui.pages.self_test_enter import EnterPage
from supple.ui.pages.self_test_result import MeasuredPage
from supple.ui.paint.figures import Figures
from supple.ui.paint.stills import Stills
from supple.ui.shell import Shell, known_places
from supple.ui.theme.look import Look

if TYPE_CHECKING:
    from supple.app.self_tests import Result
    from supple.ui.pages.first_run import StepPage

_WARM_UP: Final = "warm-up-5"


class SelfTestFlow(QObject):
    """Puts its pages into `shell`. `session_wanted` carries what to run: warm-up or the test.

    Whoever runs it hands the end of that session to `takes`. `left` comes when all is over, with
    the place from which it began. `remind_wanted`: there is a reach check to
    remind of.
    """

    session_wanted = Signal(str)
    remind_wanted = Signal()
    left = Signal(str)
    shown = Signal()
    failed = Signal(object)

    def __init__(
        self,
        app: Container,
        look: Look,
        figures: Figures,
        stills: Stills,
        shell: Shell,
    ) -> None:
        super().__init__(shell)
        self._app = app
        self._shell = shell
        self._place = shell.place
        self._figures = figures
        self._words = TestWords(app.words, app.language)
        self._figure = figures.view()
        self._test = ""
        self._results: list[Result] = []
        self._sides: list[Side] = []
        self._waits_for = ""
        self._choose = ChoosePage(look, app.words, stills.picture_alone)
        self._enter = EnterPage(look, app.words)
        self._measured = MeasuredPage(look, app.words)
        for page in (self._choose, self._enter, self._measured):
            shell.add_guest(page)
        self._measured.figure.set_figure(self._figure)
        stills.drawn.connect(lambda _ident: self._choose.drawn())
        self._connect()

    def open(self) -> None:
        """Begin with the choice. Raises StoreError."""
        tests, self._waits_for = self._app.self_tests, ""
        self._place = self._shell.place
        choice = tests.offered()
        rows = [
            Offer(
                self._app.catalogue.exercise(ident),
                self._last(ident),
                tests.too_soon(ident),
                self._chips(ident),
            )
            for ident in choice.tests
        ]
        view = self._words.choose(choice, tests.refusal(choice), rows, tests.profile)
        self._choose.show_view(view)
        names = {each.id: each.name for each in known_places(self._app.words)}
        self._choose.lead_back(names[self._place])
        self._test = self._choose.chosen
        self._bring_up(self._choose)

    def takes(self, ended: SessionEnded) -> bool:
        """Go on after a session that this flow wanted; whether it was one.

        Whatever hurt drops the test, and so does ending the warm-up: then the usual page after a
        session follows.
        """
        waited, self._waits_for = self._waits_for, ""
        is_whole = ended.outcome is SessionOutcome.COMPLETED
        if not is_whole and (ended.outcome is SessionOutcome.HURT or waited == _WARM_UP):
            return False
        if waited == _WARM_UP:
            self._guide()
        else:
            self._ask_numbers()
        return True

    def _connect(self) -> None:
        choose, enter = self._choose, self._enter
        choose.main.connect(self._warm_up)
        choose.warm.connect(self._guide)
        choose.number_only.connect(self._ask_numbers)
        choose.back.connect(self._leave)
        choose.test_chosen.connect(self._take)
        choose.profile_changed.connect(self._keep_profile)
        enter.main.connect(self._save)
        enter.other_button.clicked.connect(self._leave)
        enter.back.connect(self._choose_again)
        enter.unit_chosen.connect(self._change_unit)
        self._measured.main.connect(self._leave)
        self._measured.other_button.clicked.connect(self._remind)

    def _leave(self) -> None:
        self.left.emit(self._place)

    def _chips(self, test: str) -> tuple[str, ...]:
        """What is needed, and how long it takes without a warm-up."""
        seconds = self._app.planning.fit(test).outline.planned_s
        minutes = self._app.words.gettext("{n} min").format(n=max(1, round(seconds / 60)))
        facets = self._app.library.facets
        return (*facets.things(self._app.catalogue.exercise(test)), minutes)

    def _choose_again(self) -> None:
        try:
            self.open()
        except SuppleError as error:
            self.failed.emit(error)

    def _take(self, test: str) -> None:
        self._test = test

    def _warm_up(self) -> None:
        self._run(_WARM_UP)

    def _guide(self) -> None:
        self._run(self._test)

    def _run(self, what: str) -> None:
        self._waits_for = what
        self.session_wanted.emit(what)

    def _ask_numbers(self) -> None:
        self._sides = [Side.LEFT, Side.RIGHT] if self._test == CHAIR else [Side.BOTH]
        self._results = []
        self._ask_number()

    def _ask_number(self) -> None:
        side = self._sides[0]
        protocol = self._app.self_tests.protocol(self._test)
        last = self._last(self._test, side)
        self._enter.show_view(self._words.enter(protocol, side, last, self._unit))
        self._bring_up(self._enter)

    def _save(self) -> None:
        side = self._sides[0]
        pain = self._enter.pain.value
        note = "" if pain == "none" else f"pain: {pain}"
        try:
            result = self._app.self_tests.save(
                self._test, [self._enter.value_cm], side=side, note=note
            )
            self._keep_side(self._enter.tighter.value)
        except SuppleError as error:
            self.failed.emit(error)
            return
        self._results.append(result)
        del self._sides[0]
        if self._sides:
            self._ask_number()
        else:
            self._tell(side)

    def _keep_side(self, answer: str) -> None:
        """Keep which side felt tighter; it goes first from now on."""
        sides = {"left": Side.LEFT, "right": Side.RIGHT, "same": None}
        if answer in sides:
            self._app.planning.decide(Decision.TIGHTER, Detail(side=sides[answer]))

    def _tell(self, side: Side) -> None:
        tests = self._app.self_tests
        history = [each for each in tests.results(self._test) if each.side is side]
        protocol, again = tests.protocol(self._test), self._app.planning.next_test_day()
        view = self._words.measured(self._results, protocol, history, self._unit, again)
        self._measured.show_view(view)
        self._bring_up(self._measured)

    def _remind(self) -> None:
        """Remind of the next one: that is told in place of the button."""
        day = self._app.clock.wall().date() + timedelta(REMIND_DAYS)
        try:
            self._app.planning.decide(Decision.TEST_AGAIN, Detail(until=day))
        except SuppleError as error:
            self.failed.emit(error)
            return
        self._measured.promise(self._words.will_remind(day))
        self.remind_wanted.emit()

    @property
    def _unit(self) -> str:
        return self._app.settings.appearance.unit

    def _change_unit(self, unit: str) -> None:
        try:
            self._app.change_setting("appearance.unit", unit)
        except SuppleError as error:
            self.failed.emit(error)
        self._ask_number()

    def _keep_profile(self, year: int, sex: str) -> None:
        known: dict[str, Literal["woman", "man"]] = {"woman": "woman", "man": "man"}
        try:
            self._app.self_tests.set_profile(Profile(birth_year=year or None, sex=known.get(sex)))
        except SuppleError as error:
            self.failed.emit(error)

    def _last(self, test: str, side: Side | None = None) -> TestRecord | None:
        found = [each for each in self._app.self_tests.results(test) if side in (None, each.side)]
        return found[-1] if found else None

    def _bring_up(self, page: "StepPage") -> None:
        if page.has_scene:
            self._pose()
        self._shell.show_guest(page, self._place)
        self.shown.emit()
        page.focus_first()

    def _pose(self) -> None:
        if self._test:
            self._figures.show(self._figure, self._test, Side.LEFT, Play.STRETCH)
