"""Owns the page that finds out whether the voice is heard from the floor."""

from collections.abc import Callable
from gettext import NullTranslations

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supple.core.session.view import Phase
from supple.ui.pages.first_run import StepPage
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_MEDIUM, SECTION
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card, Note
from supple.ui.widgets.folding_row import FoldingRow
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.level_bars import LevelBars
from supple.ui.widgets.menu_button import MenuButton
from supple.ui.widgets.slider import Slider
from supple.ui.widgets.text import Text

_RATES = (100, 250, 5)
_PERCENT = (10, 100, 5)
_BESIDE_FROM = 360


class VoiceView(msgspec.Struct, frozen=True):
    """How the voice is set, and what may help. `voices` and `outputs` are pairs of id and name.

    Without `outputs` none is asked for; `only_chimes`: nothing else is left to try.
    """

    voices: tuple[tuple[str, str], ...]
    voice: str
    rate: int
    percent: int
    note: str = ""
    outputs: tuple[tuple[str, str], ...] = ()
    output: str = ""
    only_chimes: bool = False


class VoicePage(StepPage):
    """Plays a line, with Space too. `main` means that it was heard well."""

    hear_requested = Signal()
    not_heard = Signal()
    no_voice = Signal()
    voice_chosen = Signal(str)
    speed_chosen = Signal(int)
    loudness_chosen = Signal(int)
    output_chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        line: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, translations, parent)
        tr = translations.gettext
        self.scene.phase = Phase.HOLD
        self.title.set_words(tr("Can you hear this from the floor?"))
        self.lead.set_words(tr("Lie down where you'll stretch, then press Space or the button."))
        self.show_main(tr("I hear it well"))
        self.show_other(tr("I don't hear anything"))
        self.bars = LevelBars(look)
        self._build_line(look, line)
        self._note_words = Text(look, BODY, colour="apricot_ink", wrap=True)
        self._note = Note(look, "speaker-high", self._note_words)
        self._note.hide()
        self.body.addWidget(self._note)
        self._rows: list[tuple[Text, QWidget]] = []
        self._menus: dict[str, MenuButton] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.u(20))
        self._grid.setVerticalSpacing(look.u(10))
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.body.addSpacing(look.u(4))
        self.speed = self._slider(tr("Speed"), _RATES, self.speed_chosen.emit)
        self.loudness = self._slider(tr("Loudness"), _PERCENT, self.loudness_chosen.emit)
        self.chimes_button = Button(look, tr("No voice, just chimes"), Kind.QUIET, Size.LARGE)
        self.body.addWidget(self.chimes_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.hear_button.clicked.connect(self.hear_requested)
        self.other_button.clicked.connect(self.not_heard)
        self.chimes_button.clicked.connect(self.no_voice)
        self.ring.watch(self.hear_button, self.speed, self.loudness, self.chimes_button)

    def _build_line(self, look: Look, line: str) -> None:
        tr = self.translations.gettext
        self.hear_button = IconButton(
            look,
            "speaker-high",
            tr("Hear it"),
            kind=Kind.PRIMARY,
            weight=Weight.FILL,
            side=76,
            round_=True,
        )
        card = Card(look, padding=(24, 22))
        quoted = tr("\N{LEFT DOUBLE QUOTATION MARK}{line}\N{RIGHT DOUBLE QUOTATION MARK}")
        texts = QWidget()
        words = QVBoxLayout(texts)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(look.u(8))
        words.addWidget(Text(look, SECTION, quoted.format(line=line), wrap=True))
        words.addWidget(self.bars, 0, Qt.AlignmentFlag.AlignLeading)
        heard = FoldingRow(look, gap=20)
        heard.add(self.hear_button, side=Qt.AlignmentFlag.AlignVCenter)
        heard.add(texts, grows=True)
        card.body.addWidget(heard)
        self.body.addWidget(card)
        self.body.addSpacing(look.u(8))

    def _slider(
        self, name: str, bounds: tuple[int, int, int], emit: Callable[[int], None]
    ) -> Slider:
        slider = Slider(self._look, name, bounds)

        def moved(value: int) -> None:
            if not slider.isSliderDown():
                emit(value)

        slider.valueChanged.connect(moved)
        slider.sliderReleased.connect(lambda: emit(slider.value()))
        self._add_row(name, slider)
        return slider

    def _add_row(self, name: str, control: QWidget, at: int | None = None) -> None:
        label = Text(self._look, BODY_MEDIUM, name)
        self._rows.insert(len(self._rows) if at is None else at, (label, control))
        self.arrange()

    def arrange(self) -> None:
        """Put the names beside what is set, or above it where it is narrow."""
        super().arrange()
        beside = self.width() >= self._look.u(_BESIDE_FROM)
        for place, pair in enumerate(self._rows):
            for part, widget in enumerate(pair):
                self._grid.removeWidget(widget)
                if beside:
                    self._grid.addWidget(widget, place, part)
                else:
                    self._grid.addWidget(widget, 2 * place + part, 0, 1, 2)

    def show_view(self, view: VoiceView) -> None:
        """Show how the voice is set, and tell what may help where nothing was heard."""
        tr = self.translations.gettext
        fits = ("", tr("One that fits the language"))
        voices = (fits, *view.voices) if view.voices else ()
        self._list("output", tr("Sound goes to"), self._outputs(view), view.output)
        self._list("voice", tr("Voice"), voices, view.voice)
        for slider, value in ((self.speed, view.rate), (self.loudness, view.percent)):
            slider.blockSignals(True)
            slider.setValue(value)
            slider.blockSignals(False)
            slider.update()
        self._note_words.set_words(view.note)
        self._note.setVisible(bool(view.note))
        self.other_button.setVisible(not view.only_chimes)
        if view.only_chimes:
            self.chimes_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _outputs(self, view: VoiceView) -> tuple[tuple[str, str], ...]:
        system = ("", self.translations.gettext("As the system has it"))
        return (system, *view.outputs) if view.outputs else ()

    def _list(self, key: str, name: str, answers: tuple[tuple[str, str], ...], chosen: str) -> None:
        """A row with a list to choose from; none for no answers, and one that is there stays."""
        if not answers or key in self._menus:
            if key in self._menus:
                self._menus[key].choose(chosen)
            return
        menu = self._menus[key] = MenuButton(self._look, name, answers)
        menu.choose(chosen)
        menu.chosen.connect(self.voice_chosen if key == "voice" else self.output_chosen)
        menu.fill(QSizePolicy.Policy.Expanding)
        self._add_row(name, menu, at=int(key == "voice" and "output" in self._menus))
        self.ring.watch(menu)

    @property
    def menus(self) -> tuple[MenuButton, ...]:
        """The lists in sight: where the sound goes, which voice."""
        return tuple(self._menus.values())

    def focus_first(self) -> None:
        """Put the focus on the button that plays."""
        self.hear_button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space plays, wherever the focus is but on a button."""
        on_button = isinstance(self.focusWidget(), QPushButton)
        if event.key() == Qt.Key.Key_Space and not on_button:
            self.hear_requested.emit()
        else:
            super().keyPressEvent(event)
