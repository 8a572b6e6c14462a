"""Owns the History page: what was done, in a few sentences and charts, and the latest sessions."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from gettext import NullTranslations
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from supple.ui.pages.history_headline import HeadlineView
from supple.ui.pages.history_view import DetailsView, Headline, HistoryView, MoreView
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, TITLE, TITLE_SMALL
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.charts.chart_card import ChartCard
from supple.ui.widgets.charts.picture import ChartView
from supple.ui.widgets.column import Column, narrow_edge
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.segments import Segments
from supple.ui.widgets.text import Text

if TYPE_CHECKING:
    from supple.ui.pages.history_cards import Foot, LatestCard, VerdictCard
    from supple.ui.widgets.empty_place import EmptyPlace
    from supple.ui.widgets.exercise_tile import Picture

_WIDEST: Final = 1120
_WIDE_FROM: Final = 860
_MIDDLE_FROM: Final = 600
_SHARES: Final = (57, 32)


class HistoryPage(QScrollArea):
    """Paints a `HistoryView` at once, then a `MoreView`, and its `DetailsView` last.

    `ready` tells that its numbers can be shown, `built` each time that all it was given is there.
    """

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
    ready = Signal()
    built = Signal()

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        spans: Sequence[tuple[str, str]],
        picture: "Picture",
    ) -> None:
        super().__init__()
        self._look = look
        self._translations = translations
        self._picture = picture
        self._view: HistoryView | None = None
        self._more: MoreView | None = None
        self._details: DetailsView | None = None
        self._room = 0
        self._waiting: Text | None = None
        self._told: dict[Headline, HeadlineView] = {}
        self._cards: dict[str, ChartCard] = {}
        self._steps: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next_step)
        self._placed: tuple[tuple[str, ...], bool, bool] = ((), False, False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = Column()
        self.setWidget(self.content)
        tr = translations.gettext
        self._title = Text(look, TITLE, tr("History"))
        self.spans = Segments(look, tr("How far back"), spans)
        self.spans.chosen.connect(self.span_chosen)
        self.export = Button(look, tr("Export"), icon="export", weight=Weight.REGULAR)
        self.export.clicked.connect(self.export_wanted)
        self.headlines = FlowRow(look, gap=22)
        FocusRing(look, self.content).watch(self.export)
        self._lay()
        look.changed.connect(self._arrange)

    @cached_property
    def verdict(self) -> "VerdictCard":
        """Is it helping; built when that is known."""
        from supple.ui.pages.history_cards import VerdictCard

        verdict = VerdictCard(self._look, self._translations, self.content)
        verdict.hide()
        self._column.insertWidget(self._column.indexOf(self._ground), verdict)
        return verdict

    @cached_property
    def latest(self) -> "LatestCard":
        """The latest sessions; built after the first charts."""
        from supple.ui.pages.history_cards import LatestCard

        latest = LatestCard(self._look, self._translations, self._picture, self.content)
        latest.hide()
        latest.session_chosen.connect(self.session_chosen)
        latest.all_wanted.connect(self.all_wanted)
        self._column.insertWidget(self._column.indexOf(self._ground) + 1, latest)
        return latest

    @cached_property
    def foot(self) -> "Foot":
        """What else can be done; built after the latest sessions."""
        from supple.ui.pages.history_cards import Foot

        foot = Foot(self._look, self._translations, self.content)
        foot.hide()
        foot.by_hand.clicked.connect(self.by_hand_wanted)
        foot.measure.clicked.connect(self.measure_wanted)
        self._column.insertWidget(self._column.count() - 1, foot)
        return foot

    @cached_property
    def empty(self) -> "EmptyPlace":
        """What stands here before the first session; built when there was none."""
        empty = self._make_empty()
        empty.hide()
        self._column.insertWidget(self._column.count() - 1, empty)
        return empty

    def show_waiting(self) -> None:
        """Say that nothing is known yet, as long as that is so."""
        if self._view is None and self._waiting is None:
            self._waiting = Text(
                self._look, BODY, self._translations.gettext("One moment…"), colour="ink2"
            )
            self._column.insertWidget(1, self._waiting)
            self._arrange()

    def show_view(self, view: HistoryView, more: MoreView | None = None) -> None:
        """Paint what is known at once; with `more` where that was shown before."""
        self._view = view
        self._more = self._details = None
        self.spans.choose(view.span)
        self._say(view.headlines)
        self._steps.clear()
        self._steps.append(self.ready.emit)
        self._build(() if view.empty else view.charts)
        if more is not None:
            self.show_more(more)

    def show_more(self, more: MoreView) -> None:
        """Paint what follows the first charts."""
        self._more = more
        self._build(more.charts)
        self._steps.append(lambda: self.latest.show_rows(more.latest))
        self._steps.append(lambda: self.foot.arrange(in_a_row=True))

    def show_details(self, details: DetailsView) -> None:
        """Paint the rest."""
        if self._view is None:
            return
        self._details = details
        self._say((*self._view.headlines, *details.headlines))
        self._steps.append(lambda: self.verdict.show_verdict(details.verdict))
        self._steps.append(lambda: self.foot.show_missing(details.missing))
        self._build(details.charts)

    @property
    def is_building(self) -> bool:
        """Whether cards are still to come."""
        return bool(self._steps) or self._timer.isActive()

    @property
    def has_more(self) -> bool:
        """Whether what follows the first charts is given."""
        return self._more is not None

    @property
    def has_details(self) -> bool:
        """Whether the details are given."""
        return self._details is not None

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
        if "latest" in vars(self):
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
        self._room = event.size().width()  # asking for the viewport loads a good part of Qt
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Arrange what came meanwhile."""
        super().showEvent(event)
        self._arrange()

    def _charts(self) -> tuple[ChartView, ...]:
        given = self._view, self._more, self._details
        charts = (chart for each in given if each is not None for chart in each.charts)
        return tuple(chart for chart in charts if chart.id in self._cards)

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
        known = self._told
        self._told = {each: known.get(each) or HeadlineView(self._look, each) for each in headlines}
        self.headlines.set_items(tuple(self._told.values()))

    @cached_property
    def _start(self) -> Button:
        tell = self._translations.gettext
        start = Button(self._look, tell("Start a first session"), Kind.PRIMARY, icon="play")
        start.clicked.connect(self.start_wanted)
        return start

    def _make_empty(self) -> "EmptyPlace":
        from supple.ui.widgets.empty_place import EmptyPlace

        tr, look = self._translations.gettext, self._look
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
        self._ground = QWidget()
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.headlines)
        self._column.addWidget(self._ground)
        self._column.addStretch(1)

    def _arrange(self) -> None:
        """Give everything in sight its place; what is out of sight has no width yet."""
        if not self.isVisible():
            return
        look, view = self._look, self._view
        width = self._room / look.scale
        wide, middle = width >= _WIDE_FROM, width >= _MIDDLE_FROM
        margin = look.u(34 if wide else 26) if middle else narrow_edge(look, self._room)
        spare = max(0, (self._room - 2 * margin - look.u(_WIDEST)) // 2)
        side = margin + spare
        self._column.setContentsMargins(side, look.u(30 if wide else 20), side, margin)
        self._column.setSpacing(look.u(16))
        self._grid.setSpacing(look.u(16))
        self._title.set_style(TITLE if wide else TITLE_SMALL)
        self._arrange_head(self._room - 2 * side)
        full = view is not None and not view.empty
        self._column.setEnabled(False)  # each part that comes or goes would lay out the whole page
        for part in (self.spans, self.headlines, self.export):
            part.setVisible(full)
        self._arrange_later_parts(full=full, in_a_row=middle)
        self._place_charts(beside=wide, shown=full)
        self._column.setEnabled(True)
        self._column.invalidate()

    def _arrange_head(self, room: int) -> None:
        """In a row where there is room; below each other nothing is wider than its words."""
        gap, direction = self._look.u(12), QBoxLayout.Direction
        parts = (self._title, self.spans, self.export)
        in_a_row = sum(part.sizeHint().width() for part in parts) + 3 * gap <= room
        self._head.setSpacing(gap)
        self._head.setDirection(direction.LeftToRight if in_a_row else direction.TopToBottom)
        side = Qt.AlignmentFlag(0) if in_a_row else Qt.AlignmentFlag.AlignLeading
        self._head.setAlignment(self.export, side)

    def _arrange_later_parts(self, *, full: bool, in_a_row: bool) -> None:
        """Only what is built by now."""
        there, view = vars(self), self._view
        if self._waiting is not None:
            self._waiting.setVisible(view is None)
        if view is not None and (view.empty or "empty" in there):
            self.empty.setVisible(view.empty)
        if "verdict" in there:
            self.verdict.setVisible(full and self._details is not None)
        if "latest" in there:
            self.latest.setVisible(self._more is not None and bool(self._more.latest))
        if "foot" in there:
            self.foot.arrange(in_a_row=in_a_row)
            self.foot.setVisible(full)

    def _place_charts(self, *, beside: bool, shown: bool) -> None:
        """Wide charts at the left, the others beside them; one alone takes the whole row."""
        wanted = (tuple(chart.id for chart in self._charts()), beside, shown)
        if wanted == self._placed:
            return
        self._placed = wanted
        self._grid.setEnabled(False)
        for card in self._cards.values():
            self._grid.removeWidget(card)
            card.setVisible(shown and card.view is not None and card.view.id in wanted[0])
        if shown:
            self._fill_grid(beside=beside)
        self._ground.setVisible(shown)
        self._grid.setEnabled(True)
        self._grid.invalidate()

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
