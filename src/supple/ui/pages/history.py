"""Owns the History page: what was done, in a few sentences and charts, and the latest sessions."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from supple.ui.pages.history_cards import HeadlineView, LatestCard, VerdictCard
from supple.ui.pages.history_view import ChartView, DetailsView, Headline, HistoryView
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, TITLE, TITLE_SMALL
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.charts.chart_card import ChartCard
from supple.ui.widgets.column import Column
from supple.ui.widgets.empty_place import EmptyPlace
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.segments import Segments
from supple.ui.widgets.text import Text

_WIDEST: Final = 1120
_WIDE_FROM: Final = 860
_MIDDLE_FROM: Final = 600
_SHARES: Final = (57, 32)


class HistoryPage(QScrollArea):
    """Paints a `HistoryView` at once and its `DetailsView` a moment later."""

    span_chosen = Signal(str)
    day_chosen = Signal(str)
    session_chosen = Signal(str)
    all_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    measure_wanted = Signal()
    by_hand_wanted = Signal()
    start_wanted = Signal()
    picture_wanted = Signal(object)
    print_wanted = Signal(object)
    built = Signal()

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        spans: Sequence[tuple[str, str]],
        picture: Picture,
    ) -> None:
        super().__init__()
        self._look = look
        self._translations = translations
        self._view: HistoryView | None = None
        self._details: DetailsView | None = None
        self._cards: dict[str, ChartCard] = {}
        self._steps: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next_step)
        self._placed: tuple[tuple[str, ...], bool, bool] = ((), False, False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = Column()
        self.setWidget(self.content)
        tr = translations.gettext
        self._title = Text(look, TITLE, tr("History"))
        self.spans = Segments(look, tr("How far back"), spans)
        self.spans.chosen.connect(self.span_chosen)
        self.export = Button(look, tr("Export"), icon="export", weight=Weight.REGULAR)
        self.export.clicked.connect(self.export_wanted)
        self.by_hand = Button(look, tr("Add a session"), Kind.QUIET)
        self.by_hand.clicked.connect(self.by_hand_wanted)
        self.measure = Button(look, tr("Measure my reach"), Kind.QUIET)
        self.measure.clicked.connect(self.measure_wanted)
        self._waiting = Text(look, BODY, tr("One moment…"), colour="ink2")
        self.headlines = FlowRow(look, gap=22)
        self.verdict = VerdictCard(look, translations)
        self.latest = LatestCard(look, translations, picture)
        self.latest.session_chosen.connect(self.session_chosen)
        self.latest.all_wanted.connect(self.all_wanted)
        self.empty = self._make_empty()
        FocusRing(look, self.content).watch(self.export, self.by_hand, self.measure)
        self._lay()
        look.changed.connect(self._arrange)

    def show_waiting(self) -> None:
        """Nothing is known yet."""
        if self._view is None and self.isVisible():  # else it is arranged when it is shown
            self._arrange()

    def show_view(self, view: HistoryView) -> None:
        """Paint what is known at once."""
        self._view = view
        self._details = None
        self.spans.choose(view.span)
        self._say(view.headlines)
        self._steps.clear()
        self._build(view.charts)
        self._steps.append(lambda: self.latest.show_rows(view.latest))
        self._arrange()

    def show_details(self, details: DetailsView) -> None:
        """Paint the rest."""
        if self._view is None:
            return
        self._details = details
        self._say((*self._view.headlines, *details.headlines))
        self.verdict.show_verdict(details.verdict)
        self._build(details.charts)

    @property
    def is_building(self) -> bool:
        """Whether cards are still to come."""
        return bool(self._steps) or self._timer.isActive()

    @property
    def is_complete(self) -> bool:
        """Whether everything is there, the details too."""
        return self._details is not None and not self.is_building

    def finish(self) -> None:
        """Build at once what is still to be built."""
        while self.is_building:
            self._next_step()

    def cards(self) -> list[ChartCard]:
        """The charts in sight, in the order they are read."""
        return [self._cards[chart.id] for chart in self._charts()]

    def drawn(self) -> None:
        """A picture of an exercise is there now."""
        self.latest.list.update_pictures()

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        if self._view is not None and self._view.empty:
            self._start.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.spans.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What the keys of a page do here."""
        return {"export": self.export_wanted.emit}

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _charts(self) -> tuple[ChartView, ...]:
        view = self._view.charts if self._view is not None else ()
        details = self._details.charts if self._details is not None else ()
        return tuple(chart for chart in (*view, *details) if chart.id in self._cards)

    def _build(self, charts: Iterable[ChartView]) -> None:
        """Make the cards one by one between events, so that the window goes on answering."""
        self._steps.extend(partial(self._card, chart) for chart in charts)
        self._timer.start()

    def _next_step(self) -> None:
        if self._steps:
            self._steps.popleft()()
            return
        self._timer.stop()
        self._arrange()
        self.built.emit()

    def _card(self, chart: ChartView) -> None:
        card = self._cards.get(chart.id)
        if card is None:
            card = self._cards[chart.id] = ChartCard(
                self._look, self._translations, parent=self._ground
            )
            card.save_wanted.connect(self.picture_wanted)
            card.print_wanted.connect(self.print_wanted)
            card.chosen.connect(self.day_chosen)
        card.show_view(chart)

    def _say(self, headlines: tuple[Headline, ...]) -> None:
        items = [HeadlineView(self._look, each) for each in headlines]
        self.headlines.set_items(items)

    def _make_empty(self) -> EmptyPlace:
        tr, look = self._translations.gettext, self._look
        self._start = Button(look, tr("Start a first session"), Kind.PRIMARY, icon="play")
        self._start.clicked.connect(self.start_wanted)
        measure = Button(look, tr("Measure my reach"))
        measure.clicked.connect(self.measure_wanted)
        by_hand = Button(look, tr("Add a session"), Kind.QUIET)
        by_hand.clicked.connect(self.by_hand_wanted)
        bring = Button(look, tr("Import a file"), Kind.QUIET)
        bring.clicked.connect(self.import_wanted)
        title = tr("Your first stretch will show up here")
        empty = EmptyPlace(look, title, (self._start, measure))
        empty.say(
            tr("Minutes, days, reach and how your back felt. All of it stays on this computer.")
        )
        empty.add_below(tr("Stretched already, somewhere else?"), (bring, by_hand))
        FocusRing(look, empty).watch(self._start, measure, bring, by_hand)
        return empty

    def _lay(self) -> None:
        self._column = QVBoxLayout(self.content)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self.spans)
        self._head.addWidget(self.export)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.addWidget(self.by_hand)
        self._buttons.addWidget(self.measure)
        self._buttons.addStretch(1)
        self._ground = QWidget()
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._waiting)
        self._column.addWidget(self.headlines)
        self._column.addWidget(self.verdict)
        self._column.addWidget(self._ground)
        self._column.addWidget(self.latest)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)

    def _arrange(self) -> None:
        look, view = self._look, self._view
        width = self.viewport().width() / look.scale
        wide, middle = width >= _WIDE_FROM, width >= _MIDDLE_FROM
        margin = look.u(34 if wide else 26 if middle else 18)
        spare = max(0, (self.viewport().width() - 2 * margin - look.u(_WIDEST)) // 2)
        side = margin + spare
        self._column.setContentsMargins(side, look.u(30 if wide else 20), side, margin)
        self._column.setSpacing(look.u(16))
        self._grid.setSpacing(look.u(16))
        direction = QBoxLayout.Direction
        self._head.setSpacing(look.u(12))
        self._head.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._buttons.setDirection(direction.LeftToRight if middle else direction.TopToBottom)
        self._title.set_style(TITLE if wide else TITLE_SMALL)
        known = view is not None
        full = view is not None and not view.empty
        self._waiting.setVisible(not known)
        self.empty.setVisible(known and not full)
        for part in (self.spans, self.headlines, self.export, self.by_hand, self.measure):
            part.setVisible(full)
        self.verdict.setVisible(full and self._details is not None)
        self.latest.setVisible(view is not None and bool(view.latest))
        self._place_charts(beside=wide, shown=full)

    def _place_charts(self, *, beside: bool, shown: bool) -> None:
        """Wide charts at the left, the others beside them; one alone takes the whole row.

        Their ground is hidden meanwhile: each card that is shown would lay out the whole page.
        """
        wanted = (tuple(chart.id for chart in self._charts()), beside, shown)
        if wanted == self._placed:
            return
        self._placed = wanted
        self._ground.hide()
        for card in self._cards.values():
            self._grid.removeWidget(card)
            card.setVisible(shown and card.view is not None and card.view.id in wanted[0])
        if shown:
            self._fill_grid(beside=beside)
            self._ground.show()

    def _fill_grid(self, *, beside: bool) -> None:
        for column, share in enumerate(_SHARES):
            self._grid.setColumnStretch(column, share if beside else 0)
        charts = self._charts()
        first = [chart for chart in charts if chart.wide or not beside]
        second = [chart for chart in charts if not chart.wide] if beside else []
        for row in range(max(len(first), len(second))):
            here = [side[row] for side in (first, second) if row < len(side)]
            for column, chart in enumerate(here):
                span = 1 if len(here) > 1 else len(_SHARES)
                self._grid.addWidget(self._cards[chart.id], row, column, 1, span)
