"""Owns the page that finds out whether the voice is heard from the floor."""

from gettext import NullTranslations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from supple.core.session.view import Phase
from supple.ui.pages.first_run import StepPage
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_MEDIUM, SECTION
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card, Note
from supple.ui.widgets.choice_row import ChoiceRow
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.text import Text

SPEEDS = {"slow": 145, "normal": 175, "fast": 205}
LOUDNESS = {"quiet": 0.5, "medium": 0.75, "loud": 1.0}


class VoicePage(StepPage):
    """Plays a line, with Space too. `main` means that it was heard well."""

    hear_requested = Signal()
    not_heard = Signal()
    no_voice = Signal()
    speed_chosen = Signal(str)
    loudness_chosen = Signal(str)

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
        self._build_line(look, line)
        self._note_words = Text(look, BODY, colour="apricot_ink", wrap=True)
        self._note = Note(look, "speaker-high", self._note_words)
        self._note.hide()
        self.body.addWidget(self._note)
        rows = (
            (tr("Speed"), (tr("Slow"), tr("Normal"), tr("Fast")), SPEEDS, self.speed_chosen),
            (
                tr("Loudness"),
                (tr("Quiet"), tr("Medium"), tr("Loud")),
                LOUDNESS,
                self.loudness_chosen,
            ),
        )
        self.rows: list[ChoiceRow] = []
        for name, words, values, signal in rows:
            row = ChoiceRow(look, name, tuple(zip(values, words, strict=True)))
            row.chosen.connect(signal)
            self.rows.append(row)
            line_ = QVBoxLayout()
            line_.setSpacing(look.u(6))
            line_.addWidget(Text(look, BODY_MEDIUM, name))
            line_.addWidget(row)
            self.body.addLayout(line_)
        self.chimes_button = Button(look, tr("No voice, just chimes"), Kind.QUIET, Size.LARGE)
        self.body.addWidget(self.chimes_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.hear_button.clicked.connect(self.hear_requested)
        self.other_button.clicked.connect(self.not_heard)
        self.chimes_button.clicked.connect(self.no_voice)
        self.ring.watch(self.hear_button, self.chimes_button)

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
        heard = QHBoxLayout()
        heard.setSpacing(look.u(20))
        heard.addWidget(self.hear_button, 0, Qt.AlignmentFlag.AlignVCenter)
        heard.addWidget(Text(look, SECTION, quoted.format(line=line), wrap=True), 1)
        card.body.addLayout(heard)
        self.body.addWidget(card)
        self.body.addSpacing(look.u(8))

    def show_view(self, speed: str, loudness: str, note: str = "") -> None:
        """Choose speed and loudness; tell what may help where nothing was heard."""
        for row, value in zip(self.rows, (speed, loudness), strict=True):
            row.blockSignals(True)
            row.choose(value)
            row.blockSignals(False)
        self._note_words.set_words(note)
        self._note.setVisible(bool(note))

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
