"""Owns the list of voices: choose one, hear each."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from supple.ui.pages.settings_view import Voices
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG
from supple.ui.widgets.answer_plate import paint_dot
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card
from supple.ui.widgets.focus_ring import FocusRing
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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words."""
        metrics = QFontMetrics(self._look.font(BODY_STRONG))
        words = metrics.horizontalAdvance("  ".join(self._parts))
        return QSize(words + self._look.u(48), self._look.u(44))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the width of the name; a long one shows what there is room for."""
        metrics = QFontMetrics(self._look.font(BODY_STRONG))
        return QSize(metrics.horizontalAdvance(self._parts[0]) + self._look.u(48), 1)

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
        room = QRectF(u(42), 0, self.width() - u(42), self.height())
        painter.drawText(mirrored(self, room), Qt.AlignmentFlag.AlignVCenter, name)
        room.setLeft(room.left() + QFontMetrics(font).horizontalAdvance(name + "  "))
        painter.setFont(self._look.font(BODY))
        painter.setPen(QColor(t.ink2))
        painter.drawText(mirrored(self, room), Qt.AlignmentFlag.AlignVCenter, language)


class VoiceList(Card):
    """`chosen` and `heard` carry the id of a voice; the first entry is the one that fits."""

    chosen = Signal(str)
    heard = Signal(str)

    def __init__(self, look: Look, tr: Callable[[str], str], kind: Voices, value: str) -> None:
        super().__init__(look, padding=(8, 10))
        self._tr = tr
        self._group = QButtonGroup(self)
        self._ring = FocusRing(look, self)
        self.body.setSpacing(look.u(6))
        if kind.voices is None:
            self.body.addWidget(Text(look, BODY, kind.waiting, colour="ink2", wrap=True))
            return
        rows = [("", tr("One that fits the language"), ""), *kind.voices]
        here = next((place for place, row in enumerate(rows) if row[0] == value), 0)
        shown = max(_FIRST, here + 1)
        for row in rows[:shown]:
            self._add(*row, value=value)
        if rest := rows[shown:]:
            label = tr("Show more voices: {n}").format(n=len(rest))
            more = Button(look, label, Kind.QUIET, Size.SMALL)
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
            self._ring.watch(more)

            def show_rest() -> None:
                more.hide()
                for row in rest:
                    self._add(*row, value=value)

            more.clicked.connect(show_rest)

    def _add(self, ident: str, name: str, language: str, *, value: str) -> None:
        look = self._look
        line = QHBoxLayout()
        voice = _Voice(look, name, language)
        voice.setChecked(ident == value)
        voice.clicked.connect(lambda *_: self.chosen.emit(ident))
        self._group.addButton(voice)
        hear = Button(look, self._tr("Hear it"), size=Size.SMALL, icon="play")
        hear.setAccessibleName(f"{self._tr('Hear it')}: {voice.text()}")
        hear.clicked.connect(lambda *_: self.heard.emit(ident))
        line.addWidget(voice, 1)
        line.addWidget(hear, 0, Qt.AlignmentFlag.AlignVCenter)
        line.setContentsMargins(mirrored_margins(self, 0, 0, look.u(6), 0))
        box = QWidget()
        box.setLayout(line)
        self.body.addWidget(box)
        self._ring.watch(voice, hear)
