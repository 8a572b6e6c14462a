"""Owns the timer that waits for the day and hour of the planned session and the reach check."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from supple.app.container import Container
from supple.core.breaks.facts import Quiet
from supple.core.errors import SuppleError
from supple.ui.pages.break_view import Act, Choice, Do, PromptView

_HOUR_S = 3600.0
_QUIET_S = 600.0  # until the next try, where somebody is not to be disturbed
_DISTURBED = frozenset(Quiet) - {Quiet.ON_BATTERY}


class SessionReminder(QObject):
    """Asks at most once a day, if wanted. `ask(PromptView)` shows it; `is_free` tells if it may."""

    failed = Signal(object)

    def __init__(
        self,
        app: Container,
        ask: Callable[[PromptView], bool],
        is_free: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._ask = ask
        self._is_free = is_free
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Remind if it is time and nobody is disturbed; wait for the next time."""
        wait_s: float | None = None
        reminder = self._app.plan_reminder
        try:
            offer, test = reminder.due(), reminder.test_is_due()
            if (offer is not None or test) and self._is_disturbing():
                wait_s = _QUIET_S
            elif offer is not None:
                reminder.told()
                self._ask(self._session(offer.routine))
            elif test:
                reminder.told_of_test()
                self._ask(self._test())
            wait_s = wait_s or reminder.wait_s()
        except SuppleError as error:
            self.failed.emit(error)
        if wait_s is None:
            self._timer.stop()
        else:
            self._timer.start(round(wait_s * 1000) + 1)

    def later(self, act: Act) -> None:
        """Once more: the session after a while, the reach check in a week."""
        try:
            if act.do is Do.TEST_LATER:
                self._app.plan_reminder.test_later()
            else:
                self._app.plan_reminder.later(act.seconds)
        except SuppleError as error:
            self.failed.emit(error)
        self.look()

    def close(self) -> None:
        """Wait no more."""
        self._timer.stop()

    def _is_disturbing(self) -> bool:
        return not self._is_free() or bool(self._app.desktop.quiet(_DISTURBED))

    def _session(self, routine: str) -> PromptView:
        tr = self._app.words.gettext
        fit = self._app.planning.fit(routine)
        minutes = max(1, round(fit.outline.planned_s / 60))
        words = self._app.words.ngettext(
            "{name}, {n} minute. Any other day is fine too.",
            "{name}, {n} minutes. Any other day is fine too.",
            minutes,
        )
        leave = Act(Do.LEAVE)
        return PromptView(
            ident="planned-session",
            title=tr("Time for your stretches?"),
            words=words.format(name=fit.routine.name, n=minutes),
            choices=(
                Choice(Act(Do.SESSION), tr("Start")),
                Choice(Act(Do.SESSION_LATER, _HOUR_S), tr("In 1 hour")),
                Choice(leave, tr("Not today")),
            ),
            unanswered=leave,
            stands_alone=True,
        )

    def _test(self) -> PromptView:
        tr = self._app.words.gettext
        leave = Act(Do.LEAVE)
        return PromptView(
            ident="reach-check",
            title=tr("Time for a reach check?"),
            words=tr("You asked to be reminded. Same test, same time of day, after a warm-up."),
            choices=(
                Choice(Act(Do.TEST), tr("Start")),
                Choice(Act(Do.TEST_LATER), tr("In a week")),
                Choice(leave, tr("Not today")),
            ),
            unanswered=leave,
            stands_alone=True,
        )
