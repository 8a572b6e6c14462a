"""What Today leads to beside sessions: a look inside, a day of the past, the rhythm put away."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.core.plan.records import Decision, Detail
from supple.ui.theme.look import Look

if TYPE_CHECKING:
    from supple.ui.flows.inside import InsideFlow
    from supple.ui.window import MainWindow


class Asides(QObject):
    """Answers what Today's cards ask for; everything behind it is built when first wanted."""

    def __init__(self, app: Container, look: Look, window: "MainWindow") -> None:
        super().__init__(window)
        self._app = app
        self._look = look
        self._window = window
        window.today.inside_requested.connect(self.look_inside)
        window.today.day_requested.connect(self.open_day)
        window.today.day_moved.connect(self.move_day)
        window.today.rhythm_hidden.connect(self.hide_rhythm)
        window.today.rhythm.rated.connect(self.rate_day)

    def look_inside(self, routine: str) -> None:
        """Show what is inside a session, over Today."""
        try:
            self.inside.open(routine)
        except SuppleError as error:
            self._window.failed.emit(error)

    def open_day(self, iso: str) -> None:
        """Bring up the sessions of a day."""
        self._window.setCurrentWidget(self._window.shell)
        self._window.places.open_day(iso)

    def move_day(self, planned: str, to: str) -> None:
        """Put what is planned on one day on another, from today on."""
        was, now = date.fromisoformat(planned), date.fromisoformat(to)
        if now < self._app.clock.wall().date():
            return
        try:
            self._app.planning.decide(Decision.MOVE, Detail(planned=was, moved_to=now))
        except SuppleError as error:
            self._window.failed.emit(error)
        self._window.refresh_today()

    def hide_rhythm(self) -> None:
        """Leave the rhythm out from now on."""
        try:
            self._app.change_setting("appearance.rhythm", value=False)
        except SuppleError as error:
            self._window.failed.emit(error)
        self._window.refresh_today()

    def show_day(self) -> None:
        """Show today's number, where one is asked for. Raises StoreError."""
        asks = self._app.settings.session.daily_pain
        value = self._app.day_rating.today() if asks else None
        self._window.today.rhythm.ask_day(value, asks=asks)

    def rate_day(self, value: str) -> None:
        """Keep today's number."""
        try:
            self._app.day_rating.give(int(value))
        except SuppleError as error:
            self._window.failed.emit(error)

    def last_reach(self) -> str:
        """The last reach check in a sentence; empty where there is none."""
        results = self._app.self_tests.results()
        if not results:
            return ""
        from supple.ui.bindings.reach import ReachWords

        return ReachWords(self._app.words, self._app.language).last_time(results[-1])

    @cached_property
    def inside(self) -> "InsideFlow":
        """The sheet with what is inside a session; built when first wanted."""
        from supple.ui.flows.inside import InsideFlow

        window = self._window
        flow = InsideFlow(self._app, self._look, window.places.stills, window)
        flow.session_wanted.connect(window.prepare)
        flow.exercise_wanted.connect(window.places.open_exercise)
        flow.change_wanted.connect(window.places.adjust_plan)
        return flow
