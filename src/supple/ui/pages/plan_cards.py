"""Owns the cards of the Plan page: phases, this week's sessions, and a lighter week."""

from gettext import NullTranslations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supple.ui.pages.plan_view import Phase, PhaseState, PlanNote, WeekRow
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import (
    BODY_STRONG,
    CARD,
    SECTION,
    SMALL,
    SMALL_MEDIUM,
    TypeStyle,
)
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card, Chip, IconLabel, Note
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.faces import card, give_face
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.still import Still
from supple.ui.widgets.text import Text

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_NUMBER = TypeStyle(17, 22, 600, lexend=True)
_WAYS = {PhaseState.DONE: "sunken", PhaseState.HERE: "primary_soft", PhaseState.LATER: "ground"}


class PhaseCard(Card):
    """A phase: its weeks, its name, its numbers, and how far it is done.

    Pressed anywhere it is `opened`; its own `button` has it `chosen`.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look, phase: Phase, take: str, parent: QWidget | None = None) -> None:
        here = phase.state is PhaseState.HERE
        super().__init__(
            look,
            fill=_WAYS[phase.state],
            line="primary" if here else "",
            parent=parent,
        )
        self.phase = phase
        self.setAccessibleName(f"{phase.name}, {phase.weeks}, {phase.chip}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._here = here
        self._later = phase.state is PhaseState.LATER
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(Text(look, SMALL_MEDIUM, phase.weeks, colour="ink2", wrap=True), 1)
        fill, ink = ("primary", "on_primary") if here else ("surface", "ink2")
        left = Qt.AlignmentFlag.AlignLeft
        tick = "check" if phase.state is PhaseState.DONE else ""
        head.addWidget(Chip(look, phase.chip, fill=fill, ink=ink, icon=tick), 0, left)
        self.body.addLayout(head)
        self.body.addWidget(Text(look, SECTION, phase.name, wrap=True))
        facts = QHBoxLayout()
        facts.setSpacing(look.u(18))
        for number, what in phase.facts:
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(Text(look, _NUMBER, number))
            column.addWidget(Text(look, SMALL, what, colour="ink2"))
            facts.addLayout(column)
        facts.addStretch(1)
        foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.setSpacing(look.u(18))
        foot.addLayout(facts, 1)
        self._folding = (head, foot)
        self.body.addLayout(foot)
        self.body.addWidget(Text(look, SMALL, phase.line, colour="ink2", wrap=True))
        self.body.addStretch(1)
        self.button = Button(look, take, Kind.PLAIN, Size.SMALL)
        self.button.setAccessibleDescription(phase.name)
        self.button.clicked.connect(lambda *_: self.chosen.emit(phase.id))
        foot.addWidget(self.button, 0, left | Qt.AlignmentFlag.AlignBottom)
        self.button.setVisible(bool(take) and not here)
        FocusRing(look, self).watch(self.button)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and the space bar open it."""
        if event.key() in _OPENS:
            self.opened.emit(self.phase.id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click anywhere on it opens it."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.opened.emit(self.phase.id)

    def arrange(self, *, narrow: bool, tight: bool) -> None:
        """Put what stands at the ends of lines below them, or back; `tight` beside others."""
        head, foot = self._folding
        _fold(head, narrow=narrow)
        _fold(foot, narrow=narrow or tight)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the surface, and an outline: firm for the present phase, dashed for later ones."""
        super().paintEvent(event)
        if not self._here and not self._later:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.tokens
        dashed = QPen(QColor(tokens.border_strong), tokens.outline, Qt.PenStyle.DashLine)
        painter.setPen(QPen(QColor(tokens.primary), 2) if self._here else dashed)
        radius = self._look.u(self.radius)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


give_face(PhaseCard, card)


class WeekRows(Card):
    """The sessions of this week: done, next, and to come."""

    start = Signal(str)

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        picture: Picture,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        self._picture = picture
        self._narrow = False
        self._shown: list[QWidget] = []
        self._lines: list[QBoxLayout] = []
        self.buttons: list[Button] = []
        self.body.addWidget(Text(look, CARD, translations.gettext("This week"), wrap=True))
        self._sentence = Text(look, SMALL, colour="ink2", wrap=True)
        self.body.addWidget(self._sentence)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.u(8))
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._ring = FocusRing(look, self)

    def show_rows(self, rows: tuple[WeekRow, ...], line: str) -> None:
        """Show these sessions and the sentence about the week."""
        self._sentence.set_words(line)
        for widget in self._shown:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.buttons, self._lines = [], []
        self._shown = [self._row(row) for row in rows]
        for widget in self._shown:
            self._rows.addWidget(widget)

    def arrange(self, *, narrow: bool) -> None:
        """Put picture, words and button below each other, or back into a row."""
        self._narrow = narrow
        for line in self._lines:
            _fold(line, narrow=narrow)

    def update_pictures(self) -> None:
        """Paint pictures that are drawn by now."""
        for still in self.findChildren(Still):
            still.update()

    def _row(self, row: WeekRow) -> QWidget:
        look = self._look
        plate = Card(
            look,
            fill="primary_soft" if row.starts else "surface",
            line="",
            radius=12,
            padding=(14, 10),
        )
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(look.u(14))
        left = Qt.AlignmentFlag.AlignLeft
        if row.exercise:
            ground = "surface" if row.starts else "sunken"
            line.addWidget(Still(look, self._picture, row.exercise, ground=ground), 0, left)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(look, BODY_STRONG, row.title, wrap=True))
        words.addWidget(Text(look, SMALL, row.words, colour="ink2", wrap=True))
        words.addStretch(1)
        line.addLayout(words, 1)
        if row.done:
            icon = IconLabel(look, "check-circle", weight=Weight.FILL, colour="primary", size=24)
            line.addWidget(icon, 0, left)
        elif row.starts:
            button = Button(look, row.starts, Kind.PRIMARY)
            button.clicked.connect(lambda *_: self.start.emit(row.routine))
            self.buttons.append(button)
            self._ring.watch(button)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        _fold(line, narrow=self._narrow)
        self._lines.append(line)
        plate.body.addLayout(line)
        plate.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return plate


class PlanNoteCard(Note):
    """One note with its buttons. `acted` carries the id of the button."""

    acted = Signal(str)

    def __init__(self, look: Look, note: PlanNote, parent: QWidget | None = None) -> None:
        words = Text(look, TypeStyle(15, 22), note.words, colour="apricot_ink", wrap=True)
        super().__init__(look, "hand-heart", words, parent=parent)
        self.buttons: list[Button] = []
        for ident, label in note.actions:
            button = Button(look, label, Kind.SECONDARY, Size.SMALL)
            button.clicked.connect(lambda *_, ident=ident: self.acted.emit(ident))
            self.buttons.append(button)
        if self.buttons:
            row = FlowRow(look, gap=10)
            row.set_items(self.buttons)
            self.add_beside(row)
        FocusRing(look, self).watch(*self.buttons)


def _fold(row: QBoxLayout, *, narrow: bool) -> None:
    direction = QBoxLayout.Direction
    row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
