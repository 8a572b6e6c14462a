"""Owns the list of voices: choose one, hear each."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from supple.ui.pages.settings_view import Voices, trial_of
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG, SMALL_MEDIUM
from supple.ui.widgets.answer_plate import paint_dot
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.folding_row import FoldingRow
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.mirror import mirrored, mirrored_margins
from supple.ui.widgets.text import Text

_FIRST = 3


class _Voice(QRadioButton):
    """One voice: its name and its language."""

    def __init__(self, look: Look, name: str, language: str) -> None:
        super().__init__(f"{name}, {language}" if language else name)
        self._look = look
        self._parts = (name, language)
        self.radius = 8
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self)
        self.toggled.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words."""
        words = self._metrics().horizontalAdvance("  ".join(self._parts))
        return QSize(words + self._look.u(48), self._look.u(44))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with each word on its own line."""
        words = map(self._metrics().horizontalAdvance, breakable(" ".join(self._parts)))
        return QSize(max(words, default=0) + self._look.u(48), self._look.u(44))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The language goes below the name, and both wrap, where there is no room beside."""
        u = self._look.u
        if width >= self.sizeHint().width():
            return u(44)
        return max(u(44), sum(self._heights(width)) + u(16))

    def hitButton(self, _at: object) -> bool:  # noqa: N802
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint dot, name and language."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u, on = self._look.tokens, self._look.u, self.isChecked()
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.primary_soft))
            painter.drawRoundedRect(QRectF(self.rect()), u(self.radius), u(self.radius))
        dot = mirrored(self, QRectF(u(10), (self.height() - u(20)) / 2, u(20), u(20)))
        paint_dot(painter, self._look, dot, on=on)
        name, language = self._parts
        painter.setPen(QColor(t.ink))
        font = self._look.font(BODY_STRONG if on else BODY)
        painter.setFont(font)
        start = Qt.AlignmentFlag.AlignLeading
        room = QRectF(u(42), 0, self.width() - u(42), self.height())
        if self.width() >= self.sizeHint().width():
            start |= Qt.AlignmentFlag.AlignVCenter
            beside = QRectF(room)
            beside.setLeft(room.left() + QFontMetrics(font).horizontalAdvance(name + "  "))
        else:
            start |= Qt.TextFlag.TextWordWrap
            high, low = self._heights(self.width())
            room.setTop((self.height() - high - low) / 2)
            beside = room.adjusted(0, high, 0, 0)
        painter.drawText(mirrored(self, room), start, name)
        painter.setFont(self._look.font(BODY))
        painter.setPen(QColor(t.ink2))
        painter.drawText(mirrored(self, beside), start, language)

    def _heights(self, width: int) -> tuple[int, int]:
        """How tall name and language are below each other."""
        room = QRect(0, 0, max(1, width - self._look.u(42)), 10_000)
        high, low = (
            self._metrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
            if words
            else 0
            for words in self._parts
        )
        return high, low

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font(BODY_STRONG))


class VoiceList(Card):
    """`chosen` and `heard` carry the id of a voice; the first entry is the one that fits."""

    chosen = Signal(str)
    heard = Signal(str)

    def __init__(self, look: Look, tr: Callable[[str], str], kind: Voices, value: str) -> None:
        super().__init__(look, padding=(8, 10))
        self._tr = tr
        self._hears: dict[str, Button] = {}
        self._voices: dict[str, _Voice] = {}
        self._names: dict[str, str] = {}
        self._heard = self._heading = ""
        self._group = QButtonGroup(self)
        self._ring = FocusRing(look, self)
        self.body.setSpacing(look.u(6))
        if kind.voices is None:
            self.body.addWidget(Text(look, BODY, kind.waiting, colour="ink2", wrap=True))
            return
        rows = [("", tr("One that fits the language"), "", ""), *kind.voices]
        self._has_headings = len({heading for *_, heading in kind.voices}) > 1
        here = next((place for place, row in enumerate(rows) if row[0] == value), 0)
        shown = max(_FIRST, here + 1)
        for row in rows[:shown]:
            self._add(*row, value=value)
        self._settle()
        if rest := rows[shown:]:
            label = tr("Show more voices: {n}").format(n=len(rest))
            more = Button(look, label, Kind.QUIET, Size.SMALL)
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
            self._ring.watch(more)

            def show_rest() -> None:
                more.hide()
                voices = [self._add(*row, value=value) for row in rest]
                voices[0].setFocus(Qt.FocusReason.TabFocusReason)
                self._settle()
                self.show_heard(self._heard)

            more.clicked.connect(show_rest)

    def show_heard(self, trial: str) -> None:
        """The voice of this trial is heard now; empty for none."""
        self._heard = trial
        for ident, button in self._hears.items():
            on = trial_of(ident) == trial
            label = self._tr("Stop") if on else self._tr("Hear it")
            button.set_label(label, "speaker-slash" if on else "play")
            button.setAccessibleName(f"{label}: {self._names[ident]}")

    def _settle(self) -> None:
        """Let Tab come to the chosen voice and its button; arrows go from voice to voice."""
        for ident, voice in self._voices.items():
            stop = voice.isChecked()
            policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            for part in (voice, self._hears[ident]):
                part.setFocusPolicy(policy)

    def _add(self, ident: str, name: str, language: str, heading: str, *, value: str) -> _Voice:
        look = self._look
        if self._has_headings and heading != self._heading:
            self._heading = heading
            title = Text(look, SMALL_MEDIUM, heading, colour="ink2", wrap=True)
            title.setContentsMargins(mirrored_margins(self, look.u(10), look.u(8), 0, 0))
            self.body.addWidget(title)
        voice = _Voice(look, name, language)
        voice.setChecked(ident == value)
        voice.clicked.connect(lambda *_: self.chosen.emit(ident))
        self._group.addButton(voice)
        hear = Button(look, self._tr("Hear it"), size=Size.SMALL, icon="play")
        hear.setAccessibleName(f"{self._tr('Hear it')}: {voice.text()}")
        hear.clicked.connect(lambda *_: self.heard.emit(ident))
        self._hears[ident], self._names[ident] = hear, voice.text()
        self._voices[ident] = voice
        voice.toggled.connect(self._settle)
        line = FoldingRow(look, gap=6)
        line.setContentsMargins(mirrored_margins(self, 0, 0, look.u(6), 0))
        line.add(voice, grows=True)
        line.add(hear, side=Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(line)
        self._ring.watch(voice, hear)
        return voice
