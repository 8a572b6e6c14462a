"""Joins the Plan page with the plan: every change is a decision that is kept, and can be undone."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from supple.app.container import Container
from supple.core.catalogue.routine import RoutineStep
from supple.core.errors import SuppleError
from supple.core.figure.timing import Play
from supple.core.history.records import SessionRecord
from supple.core.plan.records import Decision, Detail
from supple.core.plan.screening import Condition
from supple.core.session.steps import Part, Side
from supple.ui.bindings.plan import PlanFacts, PlanWords
from supple.ui.bindings.titles import titles_in
from supple.ui.flows.pause import PauseFlow
from supple.ui.flows.phase import PhaseFlow
from supple.ui.pages.plan import PlanPage
from supple.ui.paint.figures import Figures
from supple.ui.paint.stills import Stills
from supple.ui.theme.look import Look
from supple.ui.way_out import not_written, try_now

if TYPE_CHECKING:
    from supple.ui.flows.plan_aside import AsideFlow
    from supple.ui.pages.plan_adjust import AdjustPage

_AHEAD_WEEKS: Final = 10
_WEEK_ROWS: Final = 8
_FIGURE: Final = "hip-hinge-drill"


class PlanFlow(QObject):
    """Owns the pages of the plan in `widget`: the plan itself, and the page to adjust it.

    `place_wanted` carries another place of the window to go to, `page_wanted` a page of Learn.
    """

    session_wanted = Signal(str)
    place_wanted = Signal(str)
    page_wanted = Signal(str)
    failed = Signal(object)

    def __init__(
        self, app: Container, look: Look, figures: Figures, stills: Stills, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._look = look
        self._figures = figures
        self._words = PlanWords(app.words, app.language, titles_in(app.catalogue))
        self.widget = QStackedWidget()
        self.page = PlanPage(look, app.words, stills.picture)
        stills.drawn.connect(lambda _ident: self.page.rows.update_pictures())
        self.inside = PhaseFlow(app, look, self.page)
        self.pausing = PauseFlow(app, look, self.page)
        self.widget.addWidget(self.page)
        self._adjusting: AdjustPage | None = None
        self._aside: AsideFlow | None = None
        self._month = self._today()
        self._connect()

    def open(self) -> None:
        """Bring the page up to date. Raises StoreError."""
        self._month = self._today()
        self.refresh()
        self.widget.setCurrentWidget(self.page)

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        self.page.focus_first()

    def refresh(self) -> None:
        """Read the plan again. Raises StoreError."""
        self.page.show_view(self._words.view(self._facts(), self._month))

    def save_calendar(self, path: Path) -> None:
        """Write the planned days as a calendar file. Raises FacilityError."""
        try:
            at = time(self._app.settings.session.remind_at_h)
            path.write_bytes(self._app.planning.as_ics(at))
        except OSError as error:
            raise not_written(path, self._app.words, self._ask_where) from error

    def _connect(self) -> None:
        page = self.page
        page.start_requested.connect(self.session_wanted)
        page.pause_requested.connect(self._pause)
        page.pause_day_requested.connect(self.pausing.open)
        self.pausing.chosen.connect(self._pause_until)
        page.go_on_requested.connect(self._go_on)
        page.adjust_requested.connect(self.adjust)
        page.phase_requested.connect(self._choose)
        page.phase_opened.connect(self._open_phase)
        self.inside.chosen.connect(self._choose)
        page.moved.connect(self._move)
        page.month_requested.connect(self._turn)
        page.lighter_requested.connect(lambda: self._decide(Decision.LIGHTER))
        page.repeat_requested.connect(lambda: self._decide(Decision.REPEAT))
        page.undo_requested.connect(self._take_back)
        page.calendar_requested.connect(self._ask_where)
        page.acted.connect(self._act)

    def _facts(self) -> PlanFacts:
        planning = self._app.planning
        state = planning.state()
        offer = planning.offer(state)
        name, minutes = "", 0
        if offer is not None:
            fit = planning.fit(offer.routine)
            name, minutes = fit.routine.name, max(1, round(fit.outline.planned_s / 60))
        records = [each for each in self._app.history.records() if not each.is_rehearsal]
        return PlanFacts(
            today=self._today(),
            plan=self._app.catalogue.plan,
            state=state,
            told=planning.told(),
            offer=offer,
            name=name,
            minutes=minutes,
            records=records,
            ahead=frozenset(
                each.day for each in planning.calendar(_AHEAD_WEEKS) if each.is_planned
            ),
            tests=frozenset(each.local_day for each in self._app.self_tests.results()),
            is_open=self._app.safety.standing().access.is_open,
            figures=self._routine_figures(records, offer.routine if offer else ""),
            no_change=planning.no_change(self._app.self_tests.protocols),
        )

    def _routine_figures(self, records: Sequence[SessionRecord], offered: str) -> dict[str, str]:
        """The exercise that stands for each routine that was done, or is offered."""
        found: dict[str, str] = {}
        known = {each.id: each for each in self._app.catalogue.routines()}
        for ident in {offered, *(each.routine for each in records[-_WEEK_ROWS:])} & known.keys():
            steps = [step for step in known[ident].steps if isinstance(step, RoutineStep)]
            main = [step for step in steps if step.part is Part.MAIN] or steps
            found[ident] = main[0].exercise
        return found

    def _today(self) -> date:
        return self._app.clock.wall().date()

    # --- decisions ------------------------------------------------------------------------------

    def _decide(self, kind: Decision, detail: Detail | None = None) -> None:
        """Keep a decision and show what follows."""
        try:
            self._app.planning.decide(kind, detail)
            self.refresh()
        except SuppleError as error:
            again = partial(self._decide, kind, detail)
            self.failed.emit(try_now(error, self._app.words, again))

    def _pause(self, days: int) -> None:
        self._pause_until(self._today() + timedelta(days=days) if days else None)

    def _pause_until(self, day: date | None) -> None:
        self._decide(Decision.PAUSE, Detail(until=day))

    def _go_on(self) -> None:
        is_paused = self._app.planning.state().paused_since is not None
        self._decide(Decision.RESUME if is_paused else Decision.START)

    def _choose(self, stage: str) -> None:
        self._decide(Decision.STAGE, Detail(stage=stage))
        self.page.focus_phase(stage)  # the cards are there anew

    def _open_phase(self, stage: str) -> None:
        card = self.page.phase(stage)
        try:
            self.inside.open(card.phase, may_go=not card.button.isHidden())
        except SuppleError as error:
            self.failed.emit(error)

    def _move(self, planned: str, to: str) -> None:
        was, now = date.fromisoformat(planned), date.fromisoformat(to)
        if now >= self._today():
            self._decide(Decision.MOVE, Detail(planned=was, moved_to=now))

    def _take_back(self) -> None:
        """Take back what was decided for this week."""
        try:
            taken = self._app.planning.state().for_this_week
            if taken is not None:
                self._app.planning.undo(taken.id)
            self.refresh()
        except SuppleError as error:
            self.failed.emit(error)

    def _act(self, ident: str) -> None:
        if ident == "confirm":
            self._decide(Decision.CONFIRM)
        elif ident == "as-before":
            self._decide(Decision.AS_BEFORE)
        elif ident.startswith("learn-"):
            self.page_wanted.emit(ident)
        elif ident in ("reviewed", "history", "routines"):
            self._decide(Decision.REVIEWED)
            if ident != "reviewed":
                self.place_wanted.emit(ident)
        elif ident == "stop":
            self._decide(Decision.STOP)
        elif ident == "next-stage":
            self._next_stage()
        elif ident == "dizzy":
            self._app.safety.add(Condition.DIZZINESS_BLOOD_PRESSURE)
            self._decide(Decision.CONFIRM)

    def _next_stage(self) -> None:
        stages = self._app.catalogue.plan.stage
        place = stages.index(self._app.planning.state().stage)
        self._choose(stages[min(place + 1, len(stages) - 1)].id)

    # --- the calendar, and adjusting --------------------------------------------------------------

    def _turn(self, step: int) -> None:
        """Show the month before or after; 0 is the present one."""
        first = self._month.replace(day=1)
        if step == 0:
            self._month = self._today()
        elif step < 0:
            self._month = first - timedelta(days=1)
        else:
            self._month = (first + timedelta(days=31)).replace(day=1)
        self.refresh()

    def _ask_where(self) -> None:
        tr = self._app.words.gettext
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggestion = str(Path(folder) / "supple.ics")
        path, _ = QFileDialog.getSaveFileName(
            self.page, tr("Save for your calendar"), suggestion, tr("Calendar (*.ics)")
        )
        if path:
            try:
                self.save_calendar(Path(path))
            except SuppleError as error:
                self.failed.emit(error)

    def adjust(self) -> None:
        """Open the page on which the plan is set by hand."""
        page = self._adjust_page()
        page.show_view(self._words.adjusting(self._facts()))
        if self._aside is not None:
            self._aside.refresh()
        self.widget.setCurrentWidget(page)
        page.focus_first()

    def _adjust_page(self) -> "AdjustPage":
        if self._adjusting is None:
            from supple.ui.flows.plan_aside import AsideFlow
            from supple.ui.pages.plan_adjust import AdjustPage

            page = self._adjusting = AdjustPage(self._look, self._app.words)
            figure = self._figures.view()
            self._figures.show(figure, _FIGURE, Side.NONE, Play.STRETCH)
            page.figure.set_figure(figure)
            page.main.connect(self._save)
            page.back.connect(self._back)
            page.begin_again.connect(self._begin_again)
            self._aside = AsideFlow(self._app, page.aside)
            self._aside.library_wanted.connect(lambda: self.place_wanted.emit("library"))
            self._aside.failed.connect(self.failed)
            self.widget.addWidget(page)
        return self._adjusting

    def _save(self) -> None:
        page = self._adjust_page()
        state = self._app.planning.state()
        if page.daily.isChecked() != state.daily:
            self._decide(Decision.DAILY, Detail(on=page.daily.isChecked()))
        if page.adjust != state.adjust:
            self._decide(Decision.ADJUST, Detail(adjust=page.adjust))
        self._back()

    def _begin_again(self) -> None:
        self._decide(Decision.START)
        self._back()

    def _back(self) -> None:
        self.widget.setCurrentWidget(self.page)
        self.page.adjust_button.setFocus()
