"""Owns the page before a session: pain, things within reach, voice. All of it can be skipped."""

from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, SMALL, TITLE, TypeStyle
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import IconLabel, Note
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.number_scale import NumberScale
from supple.ui.widgets.split import SplitPage
from supple.ui.widgets.switch import Switch, TickRow
from supple.ui.widgets.text import Text

_START_KEYS: Final = (
    Qt.Key.Key_Space,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_MediaPlay,
    Qt.Key.Key_MediaTogglePlayPause,
)
_TWO_COLUMNS_FROM: Final = 520


class Kit(msgspec.Struct, frozen=True):
    """One thing to have within reach."""

    id: str
    words: str
    ticked: bool = True


class BeforeView(msgspec.Struct, frozen=True):
    """What the page shows.

    `parts` are (heading, words), such as ("Warm-up", "5 min"). `voice_words` describe the voice.
    `can_check` shows "Check first".
    """

    name: str
    minutes: int
    kit: tuple[Kit, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    voice_on: bool = True
    voice_words: str = ""
    has_warm_up: bool = True
    can_check: bool = False


class BeforePage(SplitPage):
    """Asks, and starts. `start` carries whether the person is already warm."""

    start = Signal(bool)
    back = Signal()
    pain_chosen = Signal(object)
    kit_changed = Signal(str, bool)
    voice_changed = Signal(bool)
    hear_requested = Signal()
    check_requested = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        tr = translations.gettext
        self._translations = translations
        self._rows: list[TickRow] = []
        self._back = Button(look, tr("Today"), Kind.PLAIN, Size.SMALL, icon="arrow-left")
        self._title = Text(look, TITLE, tr("Before you start"), wrap=True)
        self._session = Text(look, BODY, colour="ink2", wrap=True)
        question = tr("How is your back right now?")
        self._question = Text(look, CARD, question, wrap=True)
        hint = tr("Press a number, or skip it. It only goes into your own history.")
        self._hint = Text(look, SMALL, hint, colour="ink2", wrap=True)
        self.scale = NumberScale(look, question, translations)
        self._kit_title = Text(look, CARD, tr("Have these within reach"), wrap=True)
        self._kit = QGridLayout()
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
        self._check_note.column.addWidget(self._check, 0, Qt.AlignmentFlag.AlignLeft)
        self._start = Button(look, tr("Start"), Kind.PRIMARY, Size.LARGE, icon="play")
        self._warm = Button(look, tr("I'm already warm"), Kind.QUIET, Size.LARGE)
        self._too = Text(look, SMALL, tr("Space starts too"), colour="ink3")
        self._build(look)
        self._connect(look)

    def show_view(self, view: BeforeView) -> None:
        """Paint `view`; nothing is chosen on the scale at first."""
        minutes = self._translations.ngettext("{n} minute", "{n} minutes", view.minutes)
        self._session.set_words(f"{view.name}. {minutes.format(n=view.minutes)}.")
        self.scale.choose(None)
        self._show_kit(view.kit)
        self._voice.set_words(view.voice_words, strong=self.switch.accessibleName())
        self.switch.setChecked(view.voice_on)
        self._parts.set_parts(view.parts)
        self._warm.setVisible(view.has_warm_up)
        self._check_note.setVisible(view.can_check)
        self.arrange()

    def focus_first(self) -> None:
        """Put the focus on Start, with its ring: Enter starts."""
        self._start.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space and a remote start; digits answer the scale; Alt and left goes back."""
        digit = event.key() - Qt.Key.Key_0.value
        if event.key() in _START_KEYS:
            self.start.emit(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self._start).click()
        elif event.key() == Qt.Key.Key_Escape or (
            event.key() == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.back.emit()
        elif 0 <= digit <= 9:  # noqa: PLR2004 - the ten digits
            self.scale.type_digit(digit, event.timestamp())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the kit into one or two columns."""
        super().resizeEvent(event)
        self._place_kit()

    def arrange(self) -> None:
        """Follow the width: the hint about Space goes first."""
        super().arrange()
        self._too.setVisible(self.split())

    def _build(self, look: Look) -> None:
        u = look.u
        self.on_land.addWidget(self._parts)
        left = Qt.AlignmentFlag.AlignLeft
        self.body.addWidget(self._back, 0, left)
        for widget in (self._title, self._session):
            self.body.addWidget(widget)
        self.body.addSpacing(u(18))
        self.body.addWidget(self._question)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.scale)
        self.body.addSpacing(u(18))
        self.body.addWidget(self._kit_title)
        self._kit.setSpacing(u(10))
        self.body.addLayout(self._kit)
        self.body.addSpacing(u(12))
        row = QHBoxLayout()
        row.setSpacing(u(12))
        row.addWidget(IconLabel(look, "speaker-high", colour="primary", size=22))
        row.addWidget(self._voice, 1)
        row.addWidget(self._hear, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.switch)
        self.body.addLayout(row)
        self.body.addSpacing(u(10))
        self.body.addWidget(self._check_note)
        self.body.addStretch(1)
        self.foot.addWidget(self._start)
        self.foot.addWidget(self._warm)
        self.foot.addStretch(1)
        self.foot.addWidget(self._too)

    def _connect(self, look: Look) -> None:
        self._start.clicked.connect(lambda *_: self.start.emit(False))
        self._warm.clicked.connect(lambda *_: self.start.emit(True))
        self._back.clicked.connect(self.back)
        self._hear.clicked.connect(self.hear_requested)
        self._check.clicked.connect(self.check_requested)
        self.scale.chosen.connect(self.pain_chosen)
        self.switch.clicked.connect(self.voice_changed)
        FocusRing(look, self).watch(
            self._start, self._warm, self._back, self._hear, self._check, self.switch
        )

    def _show_kit(self, kit: tuple[Kit, ...]) -> None:
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
        for row in self._rows:
            self._kit.removeWidget(row)
        for column in range(2):
            self._kit.setColumnStretch(column, 1 if column < columns else 0)
        for index, row in enumerate(self._rows):
            self._kit.addWidget(row, index // columns, index % columns)
