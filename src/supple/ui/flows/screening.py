"""Leads through the questions that keep a person safe, and through what the answers mean."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.core.figure.timing import Play
from supple.core.plan.screening import Access, Answers, Due, Group, Standing, asking_a_word
from supple.core.session.steps import Side
from supple.ui.bindings.first_run import PAGES, ScreeningWords, answers_of
from supple.ui.pages.first_run import StepPage
from supple.ui.pages.screening import QuestionsPage
from supple.ui.pages.screening_result import ResultPage
from supple.ui.paint.figures import Figures
from supple.ui.theme.look import Look

_FIGURE = "posture-sit-tall"


class ScreeningFlow(QObject):
    """Shows the pages in `stack`. `done` comes when answers are kept, `left` on the way out.

    Answers that close sessions are kept as soon as the page about them is left in any way but
    "I ticked that by mistake"; closing the window is such a way (`settle`).
    """

    done = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(self, app: Container, look: Look, figures: Figures, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._app = app
        self._look = look
        self._figures = figures
        self._stack = stack
        self._words = ScreeningWords(app.safety.questionnaire, app.words)
        self._figure = figures.view(stack)
        self._questions: QuestionsPage | None = None
        self._result: ResultPage | None = None
        self._number = 0
        self._yes: frozenset[str] = frozenset()
        self._keeps = False
        self._checked = False
        self._asks_check = False
        self._pending: Answers | None = None
        self._step = (0, 0)
        self._quick = False

    @property
    def is_up(self) -> bool:
        """Whether one of its pages is shown."""
        return self._stack.currentWidget() in (self._questions, self._result)

    def begin(self, *, step: tuple[int, int] = (0, 0), quick: bool = False) -> None:
        """Ask what has to be asked first for this person.

        `step`: which page of how many this is in the set-up. `quick`: nothing is shown where
        nothing speaks against stretching.
        """
        self._step, self._quick = step, quick
        self._pending, self._checked = None, False
        given = self._app.safety.given_answers() or {}
        self._yes = frozenset(ident for ident, yes in given.items() if yes)
        standing = self._app.safety.standing()
        self._keeps = "floor-access-kept" in standing.conditions
        access = standing.access
        if access is Access.EMERGENCY:
            self._ask_doctor()
        elif access.cleared_by_word and self._app.safety.due() in (None, Due.LOCKED):
            self._show_result(standing, fresh=False)
        else:
            self._ask_again()

    def show_help(self) -> None:
        """Tell what the present lock means, without asking anything."""
        self._step, self._pending, self._checked, self._yes = (0, 0), None, False, frozenset()
        self._show_result(self._app.safety.standing(), fresh=False)

    def settle(self) -> None:
        """The window closes: keep what was answered."""
        if self._pending is not None and self._result is self._stack.currentWidget():
            self._keep()

    # --- pages ----------------------------------------------------------------------------------

    def _ask_again(self) -> None:
        emergency = {each.id for each in self._app.safety.questionnaire.page(Group.EMERGENCY)}
        self._yes -= emergency  # asked afresh each time
        self._ask(0)

    def _ask(self, number: int) -> None:
        page = self._questions_page()
        self._number = number
        page.show_view(self._words.questions(number, self._yes, keeps=self._keeps))
        self._bring_up(page)

    def _ask_doctor(self) -> None:
        page = self._result_page()
        page.show_view(self._words.doctor_checked())
        self._asks_check = True
        self._bring_up(page)

    def _show_result(self, standing: Standing, *, fresh: bool) -> None:
        page = self._result_page()
        self._asks_check = False
        view = self._words.result(standing, self._yes, fresh=fresh)
        page.show_view(view)
        self._bring_up(page)
        if view.urgent and self._app.settings.voice.on:
            self._app.speaking.try_out(" ".join(view.words))

    def _bring_up(self, page: StepPage) -> None:
        page.show_step(*self._step)
        page.figure.set_figure(self._figure)
        self._figures.show(self._figure, _FIGURE, Side.NONE, Play.STRETCH)
        self._stack.setCurrentWidget(page)
        page.focus_first()

    # --- answers --------------------------------------------------------------------------------

    def _answered(self) -> None:
        page = self._questions_page()
        here = frozenset(page.rows)
        self._yes = self._yes - here | page.ticked()
        if self._number == len(PAGES) - 1:
            self._keeps = page.keeps
        if self._number == 0 and page.ticked():
            self._judge()  # an emergency does not wait for further questions
        elif self._number < len(PAGES) - 1:
            self._ask(self._number + 1)
        else:
            self._judge()

    def _judge(self) -> None:
        self._pending = answers_of(self._yes, keeps=self._keeps, doctor_checked=self._checked)
        standing = self._app.safety.judged(self._pending)
        if self._quick and not standing.conditions and standing.access is Access.CLEAR:
            self._keep()
            self.done.emit()
            return
        self._show_result(standing, fresh=True)

    def _keep(self) -> bool:
        """Write the answers down; whether that worked."""
        answers, self._pending = self._pending, None
        try:
            if answers is not None:
                self._app.safety.answer(answers)
        except SuppleError as error:
            self._pending = answers
            self.failed.emit(error)
            return False
        return True

    def _understood(self) -> None:
        if self._asks_check:  # "No, not yet"
            self._show_result(self._app.safety.standing(), fresh=False)
            return
        cleared = self._result_page().cleared
        if self._keep() and (not cleared or self._clear()):
            self.done.emit()

    def _clear(self) -> bool:
        """Write down a professional's word about all that waits for one; whether that worked."""
        standing = self._app.safety.standing()
        try:
            for subject in asking_a_word(standing):
                if subject not in standing.cleared:
                    self._app.planning.clear(subject)
        except SuppleError as error:
            self.failed.emit(error)
            return False
        return True

    def _other(self) -> None:
        """The second way: a doctor has checked it, ticked by mistake, or answer again."""
        if self._pending is not None:
            self._pending = None
            self._ask(self._number)
            return
        self._checked = self._asks_check
        self._ask_again()

    def _print(self) -> None:
        from supple.ui.flows.sheet import SheetFlow

        sheets = SheetFlow(self._app, self._look, self._figures, self._result_page())
        sheets.failed.connect(self.failed)
        sheets.print_stretches()

    def _back(self) -> None:
        page = self._questions_page()
        on_result = self._stack.currentWidget() is self._result
        if on_result and self._pending is not None:
            self._pending = None
            self._ask(self._number)
        elif not on_result and self._number > 0:
            self._yes = self._yes - frozenset(page.rows) | page.ticked()
            self._ask(self._number - 1)
        else:
            self.left.emit()

    # --- building -------------------------------------------------------------------------------

    def _questions_page(self) -> QuestionsPage:
        if self._questions is None:
            page = self._questions = QuestionsPage(self._look, self._app.words)
            page.main.connect(self._answered)
            page.none_chosen.connect(self._answered)
            page.back.connect(self._back)
            self._stack.addWidget(page)
        return self._questions

    def _result_page(self) -> ResultPage:
        if self._result is None:
            page = self._result = ResultPage(self._look, self._app.words)
            page.main.connect(self._understood)
            page.other.connect(self._other)
            page.aside.connect(self._print)
            page.back.connect(self._back)
            self._stack.addWidget(page)
        return self._result
