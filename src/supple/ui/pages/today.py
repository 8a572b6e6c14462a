"""Owns the Today page: start the right thing with one press."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from supple.ui.pages.today_cards import (
    DeskBreakCard,
    ReachCard,
    RhythmCard,
    RoutinesCard,
    SafetyCard,
    WeekCard,
)
from supple.ui.pages.today_hero import HeroCard
from supple.ui.pages.today_view import HeroKind, TodayView
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, TITLE, TITLE_SMALL
from supple.ui.widgets.column import narrow_edge
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.tab_order import tab_through
from supple.ui.widgets.text import Text, YieldingText

_WIDEST: Final = 1120
_WIDE_FROM: Final = 860
_MIDDLE_FROM: Final = 600


class TodayPage(QScrollArea):
    """Paints a `TodayView` and emits what the user wants."""

    start_requested = Signal(str)
    easy_requested = Signal()
    inside_requested = Signal(str)
    resume_requested = Signal()
    restart_requested = Signal(str)
    break_requested = Signal()
    plan_requested = Signal()
    plan_resume_requested = Signal()
    fine_again = Signal()
    still_hurts = Signal()
    screening_requested = Signal()
    library_requested = Signal()
    day_requested = Signal(str)
    day_moved = Signal(str, str)
    rhythm_hidden = Signal()
    measure_requested = Signal()
    avoid_requested = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._view: TodayView | None = None
        # Asking for the viewport that Qt makes would load every kind of widget there is.
        self.setViewport(QWidget())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self._column = QVBoxLayout(self.content)
        self._greeting = YieldingText(look, TITLE)
        self._date = Text(look, BODY, colour="ink2", wrap=True)
        self.hero = HeroCard(look, translations)
        self.week = WeekCard(look, translations)
        self.desk_break = DeskBreakCard(look, translations)
        self.rhythm = RhythmCard(look, translations)
        self.reach = ReachCard(look, translations)
        self.safety = SafetyCard(look, translations)
        self.routines = RoutinesCard(look, translations)
        self._grid = QGridLayout()
        head = QVBoxLayout()
        head.setSpacing(look.u(3))
        head.addWidget(self._greeting)
        head.addWidget(self._date)
        self._column.addLayout(head)
        self._column.addWidget(self.hero)
        # A card without a parent would be a window of its own until it is placed.
        for card in (self.week, self.desk_break, self.rhythm, self.reach, self.safety):
            card.setParent(self.content)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.routines)
        self._column.addStretch(1)
        self.setWidget(self.content)
        ring = FocusRing(look, self.content)
        ring.watch(self.hero.main_button, self.hero.quiet_button, self.rhythm)
        self._connect()
        look.changed.connect(self._arrange)

    def show_view(self, view: TodayView) -> None:
        """Paint `view`."""
        self._view = view
        self._greeting.set_words(view.greeting)
        self._greeting.setText(view.greeting)
        self._date.set_words(view.date_line)
        self.hero.show_hero(view.hero)
        if view.week:
            self.week.show_week(view.week, view.week_line)
        if view.rhythm:
            self.rhythm.show_weeks(view.rhythm)
        self.reach.show_reach(view.reach, view.last_session)
        if view.safety is not None:
            self.safety.show_note(view.safety)
        self._arrange()
        self._order_focus()

    def set_figure(self, widget: QWidget | None) -> None:
        """Show this figure in the hero."""
        self.hero.figure.set_figure(widget)

    def set_break_figure(self, widget: QWidget | None) -> None:
        """Show this figure in the desk-break card."""
        self.desk_break.figure.set_figure(widget)

    def focus_first(self) -> None:
        """Put the focus where the page begins: on its main button."""
        self.hero.main_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange the cards for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        self.hero.main.connect(self._hero_main)
        self.hero.quiet.connect(self._hero_quiet)
        self.desk_break.button.clicked.connect(self.break_requested)
        self.week.strip.chosen.connect(self.day_requested)
        self.week.strip.moved.connect(self.day_moved)
        self.rhythm.hidden.connect(self.rhythm_hidden)
        self.reach.button.clicked.connect(self.measure_requested)
        self.safety.button.clicked.connect(self.avoid_requested)
        self.routines.chosen.connect(self.start_requested)

    def _hero_main(self) -> None:
        if self._view is None:
            return
        hero = self._view.hero
        match hero.kind:
            case HeroKind.NEXT | HeroKind.FIRST:
                self.start_requested.emit(hero.routine)
            case HeroKind.WEEK_DONE:
                self.easy_requested.emit()
            case HeroKind.RESUME:
                self.resume_requested.emit()
            case HeroKind.NO_PLAN:
                self.plan_requested.emit()
            case HeroKind.PLAN_PAUSED:
                self.plan_resume_requested.emit()
            case HeroKind.HURT | HeroKind.ASK:
                self.fine_again.emit()
            case HeroKind.CLOSED:
                self.screening_requested.emit()

    def _hero_quiet(self) -> None:
        if self._view is None:
            return
        hero = self._view.hero
        match hero.kind:
            case HeroKind.RESUME:
                self.restart_requested.emit(hero.routine)
            case HeroKind.HURT:
                self.still_hurts.emit()
            case HeroKind.NO_PLAN | HeroKind.CLOSED:
                self.library_requested.emit()
            case _:
                self.inside_requested.emit(hero.routine)

    def _order_focus(self) -> None:
        """Let Tab go through the page as it is read."""
        hero, cards = self.hero, (self.desk_break, self.rhythm, self.reach, self.safety)
        tab_through(hero.main_button, hero.quiet_button, self.week, *cards, self.routines)

    def _arrange(self) -> None:
        """Choose margins and columns; breakpoints are in u, so large text has fewer columns."""
        view, look = self._view, self._look
        if view is None:
            return
        width = self.viewport().width() / look.scale
        wide, middle = width >= _WIDE_FROM, width >= _MIDDLE_FROM
        margin = look.u(34 if wide else 26)
        if not middle:
            margin = narrow_edge(look, self.viewport().width())
        spare = max(0, (self.viewport().width() - 2 * margin - look.u(_WIDEST)) // 2)
        gap = look.u(18 if wide else 16)
        side = margin + spare
        self._column.setContentsMargins(side, look.u(30 if wide else 20), side, margin)
        self._column.setSpacing(gap)
        self._greeting.set_style(TITLE if wide else TITLE_SMALL)
        self._grid.setSpacing(gap)
        flat = not middle
        self.desk_break.setVisible(view.desk_break is not None)
        if view.desk_break is not None:
            self.desk_break.show_break(view.desk_break, flat=flat)
        self.routines.setVisible(bool(view.routines))
        columns = 3 if wide else 2 if middle else 1
        self.routines.show_routines(view.routines, columns=columns)
        self._place_cards(view, wide=wide, middle=middle)

    def _place_cards(self, view: TodayView, *, wide: bool, middle: bool) -> None:
        shown: dict[QWidget, bool] = {
            self.week: bool(view.week),
            self.desk_break: view.desk_break is not None,
            self.rhythm: bool(view.rhythm),
            self.reach: view.reach is not None or bool(view.last_session),
            self.safety: view.safety is not None,
        }
        for card, visible in shown.items():
            self._grid.removeWidget(card)
            card.setVisible(visible)
        for column, stretch in enumerate((272, 282, 322) if wide else (382, 96, 270)):
            self._grid.setColumnStretch(column, stretch if wide or middle else 0)
            self._grid.setColumnMinimumWidth(column, 0)
        cards = [card for card, visible in shown.items() if visible]
        if not middle:
            for row, card in enumerate(cards):
                self._grid.addWidget(card, row, 0, 1, 3)
            return
        top = [card for card in cards if card in (self.week, self.desk_break)]
        rest = [card for card in cards if card not in top]
        self._place_row(0, top, (2, 1))
        if wide:
            self._place_row(1, rest, (1, 1, 1))
        else:
            self._place_row(1, rest[:2], (1, 2))
            self._place_row(2, rest[2:], (3,))

    def _place_row(self, row: int, cards: Sequence[QWidget], spans: tuple[int, ...]) -> None:
        """Put cards side by side over the three columns; the last one fills the row."""
        at = 0
        for index, card in enumerate(cards):
            span = 3 - at if index == len(cards) - 1 else spans[index]
            self._grid.addWidget(card, row, at, 1, span)
            at += span
