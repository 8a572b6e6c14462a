"""Owns the page before a session: pain, things within reach, voice. All of it can be skipped."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, SMALL, TITLE, TypeStyle
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card, IconLabel, Note
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.folding_row import FoldingRow
from supple.ui.widgets.leg_question import LegQuestion
from supple.ui.widgets.narration import announce
from supple.ui.widgets.number_scale import NumberScale
from supple.ui.widgets.split import SplitPage
from supple.ui.widgets.switch import Switch, TickRow
from supple.ui.widgets.tab_order import tab_through
from supple.ui.widgets.text import Text
from supple.ui.widgets.traffic_light import TrafficLight

_START_KEYS: Final = (
    Qt.Key.Key_Space,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_MediaPlay,
    Qt.Key.Key_MediaTogglePlayPause,
)
_TWO_COLUMNS_FROM: Final = 520
MUCH_PAIN: Final = 7
"""On the scale of 0 to 10: from here on something kinder is offered first."""


class Kit(msgspec.Struct, frozen=True):
    """One thing to have within reach."""

    id: str
    words: str
    ticked: bool = True


class BeforeView(msgspec.Struct, frozen=True):
    """What the page shows.

    `parts` are (heading, words), such as ("Warm-up", "5 min"). `asks_pain`: how the back is.
    `voice_words` describe the voice.
    `can_check` shows "Check first". `changed` tells what is different for this person, and why,
    under `changed_title`. `spot` are (words, why) to see to before the start; `folded` shows them
    as one line. `early` says when this session is usually begun, where that is later. `can_calm`
    offers to leave out jogging, swings and long steps; `calmer` is ticked.
    """

    name: str
    minutes: int
    kit: tuple[Kit, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    asks_pain: bool = True
    voice_on: bool = True
    voice_words: str = ""
    has_warm_up: bool = True
    can_check: bool = False
    changed_title: str = ""
    changed: tuple[str, ...] = ()
    spot: tuple[tuple[str, str], ...] = ()
    folded: bool = False
    early: str = ""
    can_calm: bool = False
    calmer: bool = False


class BeforePage(SplitPage):
    """Asks, and starts. `start` carries whether the person is already warm.

    `start_cold` comes instead where the warm-up is left out without being warm. With much pain the
    first press only asks back; `easier` offers something kinder.
    """

    start = Signal(bool)
    back = Signal()
    start_cold = Signal()
    pain_chosen = Signal(object)
    leg_chosen = Signal(object)
    calmer_changed = Signal(bool)
    kit_changed = Signal(str, bool)
    voice_changed = Signal(bool)
    hear_requested = Signal()
    check_requested = Signal()
    easier = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        tr = translations.gettext
        self._translations = translations
        self._rows: list[TickRow] = []
        self._kit_ids: list[str] = []
        self._back = Button(look, tr("Today"), Kind.PLAIN, Size.SMALL, icon="arrow-left")
        self._title = Text(look, TITLE, tr("Before you start"), wrap=True)
        self._session = Text(look, BODY, colour="ink2", wrap=True)
        question = tr("How is your lower back right now?")
        self._question = Text(look, CARD, question, wrap=True)
        hint = tr("Press a number, or skip it. It only goes into your own history.")
        self._hint = Text(look, SMALL, hint, colour="ink2", wrap=True)
        self.scale = NumberScale(look, question, translations)
        self.leg = LegQuestion(look, translations)
        self.calmer = Button(look, tr("Without jog and swings"), Kind.QUIET, Size.SMALL)
        self.calmer.setToolTip(tr("No jog, swings or long steps"))
        self._kit_title = Text(look, CARD, tr("Have these within reach"), wrap=True)
        self._kit = QGridLayout()
        self._build_spot(look)
        self._build_much_pain(look)
        self._voice = Text(look, BODY, wrap=True)
        self._hear = Button(look, tr("Hear it"), Kind.SECONDARY, Size.SMALL)
        self.switch = Switch(look, tr("Spoken guidance"))
        self._parts = Text(look, TypeStyle(15, 24), wrap=True)
        words = tr("Anything new: numbness, a weak leg, a fall, fever?")
        self._check_note = Note(
            look,
            "hand-heart",
            Text(look, TypeStyle(14, 20), words, colour="apricot_ink", wrap=True),
        )
        self._check = Button(look, tr("Check first"), Kind.SECONDARY, Size.SMALL)
        self._check_note.add_beside(self._check)
        self._lights = TrafficLight(look, translations)
        self._start = Button(look, tr("Start"), Kind.PRIMARY, Size.LARGE, icon="play")
        self._warm = Button(look, tr("I'm already warm"), Kind.QUIET, Size.LARGE)
        self._without = Button(look, tr("Leave the warm-up out"), Kind.QUIET, Size.SMALL)
        words = tr("Cold muscles like it slower. Halve the first stretch.")
        cold = Text(look, TypeStyle(14, 20), words, colour="apricot_ink", wrap=True)
        self.cold_note = Note(look, "hand-heart", cold)
        self._too = Text(look, SMALL, tr("Space starts too"), colour="ink3")
        self._build(look)
        self._connect(look)

    def _build_spot(self, look: Look) -> None:
        tr = self._translations.gettext
        self._changed = Text(look, TypeStyle(14, 21), wrap=True)
        self._changed_card = Card(look, fill="primary_soft", line="", radius=14, padding=(18, 14))
        self._changed_card.body.addWidget(self._changed)
        self._spot_title = Text(look, CARD, tr("Your spot"), wrap=True)
        self._spot = QGridLayout()
        self._spot.setSpacing(look.u(10))
        self._spot_rows: list[TickRow] = []
        same = tr("Same spot as last time? Change")
        self.unfold = Button(look, same, Kind.QUIET, Size.SMALL)
        self.unfold.clicked.connect(self._unfold)

    def _build_much_pain(self, look: Look) -> None:
        tr = self._translations.gettext
        words = tr("Not today, perhaps. Rest, a short walk, or a call to a professional.")
        self._much_words = words
        text = Text(look, TypeStyle(14, 20), words, colour="apricot_ink", wrap=True)
        self.much_pain = Note(look, "hand-heart", text)
        self.easier_button = Button(look, tr("Make it easier"), Kind.SECONDARY, Size.SMALL)
        self.much_pain.column.addWidget(self.easier_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.easier_button.clicked.connect(self.easier)
        self._early_words = Text(look, TypeStyle(14, 20), colour="apricot_ink", wrap=True)
        self.early_note = Note(look, "hand-heart", self._early_words)
        self._pain: int | None = None
        self._asked_back = False
        self._calmer = False

    def show_view(self, view: BeforeView, *, fresh: bool = True) -> None:
        """Paint `view`. `fresh`: nothing is chosen on the scale; else its answer stays."""
        minutes = self._translations.ngettext("{n} minute", "{n} minutes", view.minutes)
        self._session.set_words(f"{view.name}. {minutes.format(n=view.minutes)}.")
        if fresh:
            self.scale.choose(None)
            self._feel(None)
            self._show_spot(view)
            self.leg.fold(asks=view.asks_pain)
            self._early_words.set_words(view.early)
            self.early_note.hide()
            self.cold_note.hide()
        self.calmer.setVisible(view.can_calm)
        self._calmer = view.calmer
        self.calmer.setText(self._calmer_words())
        self.calmer.updateGeometry()
        for part in (self._question, self._hint, self.scale):
            part.setVisible(view.asks_pain)
        self._show_kit(view.kit)
        lines = tuple(("", line) for line in view.changed)
        self._changed.set_parts(((view.changed_title, ""), *lines))
        self._changed_card.setVisible(bool(view.changed))
        self._voice.set_words(view.voice_words, strong=self.switch.accessibleName())
        self.switch.setChecked(view.voice_on)
        self._parts.set_parts(view.parts)
        for button in (self._warm, self._without):
            button.setVisible(view.has_warm_up)
        self._check_note.setVisible(view.can_check)
        self.arrange()
        self._order_focus()

    def focus_first(self) -> None:
        """Put the focus on Start, with its ring: Enter starts."""
        self._start.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space and a remote start; digits answer the scale; Esc goes back."""
        digit = event.key() - Qt.Key.Key_0.value
        if event.key() in _START_KEYS:
            self._begin(warm=False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self._start).click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        elif 0 <= digit <= 9:  # noqa: PLR2004 - the ten digits
            self.scale.type_digit(digit, event.timestamp())
        else:
            super().keyPressEvent(event)

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What the keys of a page do here."""
        return {"back": self.back.emit}

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the kit into one or two columns."""
        super().resizeEvent(event)
        self._place_kit()

    def arrange(self) -> None:
        """Follow the width: the hint about Space goes first."""
        super().arrange()
        self._too.setVisible(self.split())

    def _order_focus(self) -> None:
        """Let Tab go through the answers, then to the start, and back last."""
        pain = [self.scale, self.leg.unfold, self.leg, self.easier_button]
        there = [*self._rows, *self._spot_rows, self.unfold, self.calmer, self._without]
        rest = [self._hear, self.switch, self._check, self._start, self._warm, self._back]
        tab_through(*pain, *there, *rest)

    def _build(self, look: Look) -> None:
        u = look.u
        self.on_land.addWidget(self._parts)
        left = Qt.AlignmentFlag.AlignLeft
        self.body.addWidget(self._back, 0, left)
        head = QVBoxLayout()
        head.setSpacing(u(4))
        for widget in (self._title, self._session):
            head.addWidget(widget)
        self.body.addLayout(head)
        self.body.addSpacing(u(12))
        asked = QVBoxLayout()
        asked.setSpacing(u(4))
        asked.addWidget(self.leg.beside(self._question))
        asked.addWidget(self._hint)
        self.body.addLayout(asked)
        self.body.addWidget(self.scale)
        self.body.addWidget(self.leg)
        self.body.addWidget(self.much_pain)
        self.body.addWidget(self.early_note)
        self.body.addSpacing(u(8))
        self.body.addWidget(self._changed_card)
        self.body.addWidget(self._kit_title)
        self._kit.setSpacing(u(10))
        self.body.addLayout(self._kit)
        self.body.addSpacing(u(6))
        self.body.addWidget(self._spot_title)
        self.body.addLayout(self._spot)
        ways = self._ways = FlowRow(look, gap=12)
        ways.set_items((self.unfold, self.calmer, self._without))
        self.body.addWidget(ways)
        self.body.addWidget(self.cold_note)
        self.body.addWidget(self._voice_row(look))
        self.body.addSpacing(u(4))
        self.body.addWidget(self._check_note)
        self.body.addWidget(self._lights)
        self.body.addStretch(1)
        self.foot.addWidget(self._start)
        self.foot.addWidget(self._warm)
        self.foot.addStretch(1)
        self.foot.addWidget(self._too)

    def _voice_row(self, look: Look) -> FoldingRow:
        words = QWidget()
        line = QHBoxLayout(words)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.u(12))
        line.addWidget(IconLabel(look, "speaker-high", colour="primary", size=22))
        line.addWidget(self._voice, 1)
        row = FoldingRow(look, gap=12)
        row.add(words, grows=True)
        row.add(self._hear, side=Qt.AlignmentFlag.AlignVCenter)
        row.add(self.switch)
        return row

    def _connect(self, look: Look) -> None:
        self._start.clicked.connect(lambda *_: self._begin(warm=False))
        self._warm.clicked.connect(lambda *_: self._begin(warm=True))
        self._without.clicked.connect(lambda *_: self._leave_out())
        self.leg.chosen.connect(self.leg_chosen)
        self.calmer.clicked.connect(lambda *_: self.calmer_changed.emit(not self._calmer))
        self._back.clicked.connect(self.back)
        self._hear.clicked.connect(self.hear_requested)
        self._check.clicked.connect(self.check_requested)
        self.scale.chosen.connect(self._feel)
        self.scale.chosen.connect(self.pain_chosen)
        self.switch.clicked.connect(self.voice_changed)
        FocusRing(look, self).watch(
            self._start, self._warm, self._back, self._hear, self._check, self.switch, self.unfold
        )
        FocusRing(look, self.questions).watch(self.calmer, self._without, self.leg.unfold)
        FocusRing(look, self.much_pain).watch(self.easier_button)

    def _calmer_words(self) -> str:
        tr = self._translations.gettext
        return tr("With jog and swings again") if self._calmer else tr("Without jog and swings")

    def _leave_out(self) -> None:
        """Start cold, at the second press: the first one tells what that means."""
        if self.cold_note.isHidden():
            self.cold_note.show()
        elif not self._asks_back():
            self.start_cold.emit()

    def _begin(self, *, warm: bool) -> None:
        """Start, if not asked back."""
        if not self._asks_back():
            self.start.emit(warm)

    def _asks_back(self) -> bool:
        """Only the second press starts with much pain, or what is for later weeks."""
        early = self._early_words.words()
        if (self._is_much() or early) and not self._asked_back:
            self._asked_back = True
            self.early_note.setVisible(bool(early))
            announce(self.early_note, early)
            self._start.setText(self._translations.gettext("Start all the same"))
            self._start.updateGeometry()
            if self._is_much():
                self.easier_button.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _is_much(self) -> bool:
        return self._pain is not None and self._pain >= MUCH_PAIN

    def _feel(self, pain: int | None) -> None:
        self._pain, self._asked_back = pain, False
        self.much_pain.setVisible(self._is_much())
        if self._is_much():
            announce(self.much_pain, self._much_words)
        self._start.setText(self._translations.gettext("Start"))
        self._start.updateGeometry()

    def _show_spot(self, view: BeforeView) -> None:
        for row in self._spot_rows:
            self._spot.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._spot_rows = [TickRow(self._look, words) for words, _ in view.spot]
        ring = FocusRing(self._look, self.questions)
        for row, (_, why) in zip(self._spot_rows, view.spot, strict=True):
            row.setToolTip(why)
            row.setAccessibleDescription(why)
            ring.watch(row)
        self._place_kit()
        self._fold(folded=view.folded)

    def _unfold(self) -> None:
        self._fold(folded=False)
        self._spot_rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _fold(self, *, folded: bool) -> None:
        for row in (*self._spot_rows, self._spot_title):
            row.setVisible(bool(self._spot_rows) and not folded)
        self.unfold.setVisible(folded and bool(self._spot_rows))

    def _show_kit(self, kit: tuple[Kit, ...]) -> None:
        ids = [thing.id for thing in kit]
        if ids == self._kit_ids and [thing.ticked for thing in kit] == [
            row.isChecked() for row in self._rows
        ]:
            return  # the focus stays where a tick was just changed
        self._kit_ids = ids
        for row in self._rows:
            self._kit.removeWidget(row)
            row.deleteLater()
        self._rows = [TickRow(self._look, thing.words) for thing in kit]
        ring = FocusRing(self._look, self.questions)
        for row, thing in zip(self._rows, kit, strict=True):
            row.setChecked(thing.ticked)
            row.toggled.connect(lambda on, id_=thing.id: self.kit_changed.emit(id_, on))
            ring.watch(row)
        self._kit_title.setVisible(bool(kit))
        self._place_kit()

    def _place_kit(self) -> None:
        two = self.questions.width() / self._look.scale >= _TWO_COLUMNS_FROM
        columns = 2 if two else 1
        for grid, rows in ((self._kit, self._rows), (self._spot, self._spot_rows)):
            for row in rows:
                grid.removeWidget(row)
            for column in range(2):
                grid.setColumnStretch(column, 1 if column < columns else 0)
            for index, row in enumerate(rows):
                grid.addWidget(row, index // columns, index % columns)
                row.stackUnder(self._ways)  # a screen reader reads it there
