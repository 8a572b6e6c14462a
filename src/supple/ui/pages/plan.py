"""Owns the Plan page: see where you are, and bend it without breaking it."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supple.ui.pages.plan_cards import PhaseCard, PlanNoteCard, WeekRows
from supple.ui.pages.plan_view import PlanView
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, SMALL, TITLE
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card
from supple.ui.widgets.column import Column, narrow_edge
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.month_grid import LegendItem, MonthGrid, MonthState
from supple.ui.widgets.tab_order import tab_through
from supple.ui.widgets.text import Text

_WIDEST: Final = 1120
_BESIDE_FROM: Final = 780
_ROOMY_FROM: Final = 900
_NARROW_BELOW: Final = 330
PAUSES: Final = (0, 7, 14, 28)
"""Days to pause for; 0 is until the user goes on."""


class PlanPage(QScrollArea):
    """Paints a `PlanView` and emits what the user wants."""

    start_requested = Signal(str)
    pause_requested = Signal(int)
    pause_day_requested = Signal()
    go_on_requested = Signal()
    adjust_requested = Signal()
    phase_requested = Signal(str)
    phase_opened = Signal(str)
    moved = Signal(str, str)
    month_requested = Signal(int)
    lighter_requested = Signal()
    repeat_requested = Signal()
    undo_requested = Signal()
    calendar_requested = Signal()
    acted = Signal(str)

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        picture: Picture,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tr = translations.gettext
        self._view: PlanView | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = Column()
        self._column = QVBoxLayout(self.content)
        self.ring = FocusRing(look, self.content)
        self._rows: list[QBoxLayout] = []
        self._phases: list[PhaseCard] = []
        self.notes: list[PlanNoteCard] = []
        self._notes = QVBoxLayout()
        self._told = QVBoxLayout()
        self._phase_row = QGridLayout()
        self.rows = WeekRows(look, translations, picture)
        self._build_head(look)
        self._build_calendar(look)
        self._build_lighter(look)
        self._below = QGridLayout()
        for layout in (self._head, self._notes, self._phase_row, self._below, self._told):
            self._column.addLayout(layout)
        self._column.addStretch(1)
        self.setWidget(self.content)
        self.rows.start.connect(self.start_requested)
        look.changed.connect(self._arrange)

    def _build_head(self, look: Look) -> None:
        tr = self._tr
        self._line = Text(look, BODY, colour="ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(look.u(4))
        words.addWidget(Text(look, TITLE, tr("Your plan"), wrap=True))
        words.addWidget(self._line)
        plain = Weight.REGULAR
        self.pause_button = Button(
            look, tr("Pause plan"), Kind.SECONDARY, icon="pause-circle", weight=plain
        )
        self.adjust_button = Button(
            look, tr("Adjust"), Kind.SECONDARY, icon="sliders-horizontal", weight=plain
        )
        self.pause_button.clicked.connect(self._pause)
        self.adjust_button.clicked.connect(self.adjust_requested)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(words, 1)
        row = self._row(self.pause_button, self.adjust_button)
        self._head.addLayout(row)
        self.ring.watch(self.pause_button, self.adjust_button)

    def _row(self, *parts: QWidget) -> QBoxLayout:
        """A row that is a column on a narrow page."""
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(self._look.u(10))
        for part in parts:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._rows.append(row)
        return row

    def _build_calendar(self, look: Look) -> None:
        tr = self._tr
        self._calendar = Card(look)
        self._month = Text(look, CARD)
        quiet, small = Kind.PLAIN, 34
        self.earlier = IconButton(look, "caret-left", tr("Earlier"), kind=quiet, side=small)
        self.today = Button(look, tr("Today"), Kind.SECONDARY, Size.SMALL)
        self.later = IconButton(look, "caret-right", tr("Later"), kind=quiet, side=small)
        for step, button in ((-1, self.earlier), (0, self.today), (1, self.later)):
            button.clicked.connect(lambda *_, step=step: self.month_requested.emit(step))
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.append(head)
        head.addWidget(self._month, 1)
        ways = QHBoxLayout()
        for button in (self.earlier, self.today, self.later):
            ways.addWidget(button)
        ways.addStretch(1)
        head.addLayout(ways)
        self.grid = MonthGrid(look, tr("Calendar"))
        self.grid.moved.connect(self.moved)
        legend = FlowRow(look, gap=14)
        legend.set_items(
            [
                LegendItem(look, MonthState.SESSION, tr("session")),
                LegendItem(look, MonthState.BREAK, tr("break only")),
                LegendItem(look, MonthState.PLANNED, tr("planned")),
                LegendItem(look, None, tr("reach check")),
            ]
        )
        self.ics_button = Button(look, tr("Save for your calendar"), Kind.QUIET, Size.SMALL)
        self.ics_button.clicked.connect(self.calendar_requested)
        hint = tr("Drag a planned day, or move it with Alt and the arrow keys.")
        body = self._calendar.body
        body.addLayout(head)
        body.addWidget(self.grid)
        body.addWidget(legend)
        body.addWidget(Text(look, SMALL, hint, colour="ink2", wrap=True))
        body.addWidget(self.ics_button, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        ring = FocusRing(look, self._calendar)
        ring.watch(self.earlier, self.today, self.later, self.ics_button)

    def _build_lighter(self, look: Look) -> None:
        tr = self._tr
        self._lighter = Card(look, parent=self.content)
        words = tr("A lighter week keeps your place. Nothing is lost.")
        self._lighter_words = Text(look, SMALL, words, colour="ink2", wrap=True)
        self.lighter_button = Button(look, tr("Make it lighter"), Kind.SECONDARY)
        self.repeat_button = Button(look, tr("Repeat last week"), Kind.SECONDARY)
        self.undo_button = Button(look, tr("Undo"), Kind.SOFT)
        row = self._row(self.lighter_button, self.repeat_button, self.undo_button)
        body = self._lighter.body
        body.addWidget(Text(look, CARD, tr("Not feeling it this week?"), wrap=True))
        body.addWidget(self._lighter_words)
        body.addLayout(row)
        self.lighter_button.clicked.connect(self.lighter_requested)
        self.repeat_button.clicked.connect(self.repeat_requested)
        self.undo_button.clicked.connect(self.undo_requested)
        FocusRing(look, self._lighter).watch(
            self.lighter_button, self.repeat_button, self.undo_button
        )

    def show_view(self, view: PlanView) -> None:
        """Paint `view`."""
        before, self._view = self._view, view
        tr = self._tr
        week = (self.lighter_button, self.repeat_button, self.undo_button)
        was_there = self.window().focusWidget() in week
        self._line.set_words(view.line)
        icon = "play" if view.go_on else "pause-circle"
        self.pause_button.set_label(view.go_on or tr("Pause plan"), icon)
        self.pause_button.set_kind(Kind.PRIMARY if view.go_on else Kind.SECONDARY)
        self.adjust_button.setVisible(view.can_change)
        self.pause_button.setVisible(view.can_change)
        if before is None or before.phases != view.phases:
            self._show_phases(view)
        if before is None or before.notes != view.notes:
            self._show_notes(view)
        self._month.set_words(view.month)
        self.grid.show_days(view.heads, view.days)
        self.rows.show_rows(view.rows, view.week_line)
        self.ics_button.setVisible(view.runs and view.can_change)
        self._lighter.setVisible(view.runs and view.can_change)
        usual = tr("A lighter week keeps your place. Nothing is lost.")
        self._lighter_words.set_words(view.undo or usual)
        self.lighter_button.setVisible(not view.undo)
        self.repeat_button.setVisible(not view.undo)
        self.undo_button.setVisible(bool(view.undo))
        self._arrange()
        self._order_focus()
        if was_there:
            there = self.undo_button if view.undo else self.lighter_button
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_first(self) -> None:
        """Put the focus on today's session, else on the first button."""
        first = self.rows.buttons[0] if self.rows.buttons else self.pause_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def phase(self, ident: str) -> PhaseCard:
        """The card of a phase."""
        return next(card for card in self._phases if card.phase.id == ident)

    def focus_phase(self, ident: str) -> None:
        """Put the focus on a phase."""
        card = self.phase(ident)
        card.show()  # a new one is not yet in sight
        card.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _pause(self) -> None:
        if self._view is not None and self._view.go_on:
            self.go_on_requested.emit()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        tr = self._tr
        words = (tr("Until I go on"), tr("One week"), tr("Two weeks"), tr("Four weeks"))
        for days, label in zip(PAUSES, words, strict=True):
            action = menu.addAction(label)
            action.triggered.connect(lambda *_, days=days: self.pause_requested.emit(days))
        menu.addAction(tr("Until a date…"), self.pause_day_requested.emit)
        menu.popup(self.pause_button.mapToGlobal(QPoint(0, self.pause_button.height() + 4)))

    def _show_phases(self, view: PlanView) -> None:
        for card in self._phases:
            card.hide()
            card.deleteLater()
        take = self._tr("Go to this one") if view.can_change and view.runs else ""
        self._phases = [PhaseCard(self._look, phase, take, self.content) for phase in view.phases]
        for card in self._phases:
            card.chosen.connect(self.phase_requested)
            card.opened.connect(self.phase_opened)
        self.ring.watch(*self._phases)

    def _order_focus(self) -> None:
        """Let Tab go through the page as it is read."""
        asked = [card for card in self.notes if card.buttons]
        told = [card for card in self.notes if not card.buttons]
        ways = (self.earlier, self.today, self.later, self.grid, self.ics_button)
        head = (self.pause_button, self.adjust_button)
        tab_through(*head, *asked, *self._phases, *ways, self.rows, self._lighter, *told)

    def _show_notes(self, view: PlanView) -> None:
        for card in self.notes:
            self._notes.removeWidget(card)
            self._told.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.notes = [PlanNoteCard(self._look, note) for note in view.notes]
        for card in self.notes:
            card.acted.connect(self.acted)
            # What asks for an answer comes first; what is only told waits below.
            (self._notes if card.buttons else self._told).addWidget(card)

    def _arrange(self) -> None:
        view, u = self._view, self._look.u
        if view is None:
            return
        width = self.viewport().width() / self._look.scale
        beside = width >= _BESIDE_FROM
        margin = u(34) if beside else narrow_edge(self._look, self.viewport().width())
        spare = max(0, (self.viewport().width() - 2 * margin - u(_WIDEST)) // 2)
        self._column.setContentsMargins(margin + spare, u(26), margin + spare, margin)
        self._column.setSpacing(u(16))
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        narrow = width < _NARROW_BELOW
        for line in self._rows:
            line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.rows.arrange(narrow=narrow)
        for phase in self._phases:
            phase.arrange(narrow=narrow, tight=beside and width < _ROOMY_FROM)
        self._phase_row.setSpacing(u(14))
        self._below.setSpacing(u(16))
        for index, card in enumerate(self._phases):
            self._phase_row.removeWidget(card)
            self._phase_row.addWidget(card, *((0, index) if beside else (index, 0)))
        for column in range(3):
            stretch = (8, 10, 8)[column] if beside else int(column == 0)
            self._phase_row.setColumnStretch(column, stretch)
        for part in (self._calendar, self.rows, self._lighter):
            self._below.removeWidget(part)
        if beside:
            self._below.addWidget(self._calendar, 0, 0, 2, 1)
            self._below.addWidget(self.rows, 0, 1)
            self._below.addWidget(self._lighter, 1, 1)
        else:
            for row, part in enumerate((self.rows, self._lighter, self._calendar)):
                self._below.addWidget(part, row, 0)
        self._below.setColumnStretch(0, 5)
        self._below.setColumnStretch(1, 4 if beside else 0)
