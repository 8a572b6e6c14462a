"""Owns the words of an exercise's page: what to do, feel, avoid, and where it comes from."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.pages.card_view import NO_STEP, CardView
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, SMALL, TITLE, TypeStyle
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Chip, IconLabel, Note
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.text import Text

_NUMBER: Final = TypeStyle(13, 18, 600, lexend=True)

_MISTAKE: Final = 240, 160


class _Number(QWidget):
    """The number of a step, on a disc."""

    def __init__(self, look: Look, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._number = number
        self.lit = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the disc."""
        return QSize(self._look.u(28), self._look.u(28))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint disc and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self._look.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.primary if self.lit else t.primary_soft))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(QColor(t.on_primary if self.lit else t.primary_ink))
        painter.setFont(self._look.font(_NUMBER))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class CardWords(QWidget):
    """A column that is built anew for each exercise, below buttons that stay."""

    answer_requested = Signal()
    back_requested = Signal()
    exercise_requested = Signal(str)
    page_requested = Signal(str)

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__()
        self._look = look
        self._tr = translations.gettext
        tr = self._tr
        self._title = Text(look, TITLE, wrap=True)
        self._chips = FlowRow(look, gap=8)
        self.try_button = Button(look, tr("Try it"), Kind.PRIMARY, icon="play")
        self.add_button = Button(look, tr("Add to a routine"), icon="plus", weight=Weight.BOLD)
        self.read_button = IconButton(look, "speaker-high", tr("Read it to me"))
        self._numbers: list[_Number] = []
        self._actions = FlowRow(look, gap=10)
        self._actions.set_items((self.try_button, self.add_button, self.read_button))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._chips)
        self._column.addWidget(self._actions)
        self._body: QWidget | None = None
        FocusRing(look, self._actions).watch(self.try_button, self.add_button, self.read_button)
        self._column.addStretch(1)

    def set_margins(self, side: int) -> None:
        """Keep this much free around."""
        self._column.setContentsMargins(side, self._look.u(24), side, side)
        self._column.setSpacing(self._look.u(14))

    def show_view(self, view: CardView, mistake: QWidget | None = None) -> None:
        """Show the words of an exercise, with a picture of its main mistake if there is one."""
        look = self._look
        self._title.set_words(view.name)
        first, *others = view.chips
        soft = Chip(look, first, fill="primary_soft", ink="primary_ink")
        self._chips.set_items((soft, *(Chip(look, words) for words in others)))
        self.try_button.setText(view.try_words or self._tr("Try it"))
        self.try_button.setEnabled(bool(view.try_words))
        self.try_button.setToolTip("" if view.try_words else view.why_not)
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, look.u(8), 0, 0)
        column.setSpacing(look.u(10))
        self._fill(column, view, mistake)
        self._column.insertWidget(3, self._body)

    @property
    def lit_step(self) -> int:
        """The place of the step that is lit; `NO_STEP` for none."""
        return next((at for at, each in enumerate(self._numbers) if each.lit), NO_STEP)

    def light_step(self, place: int) -> QWidget | None:
        """Light a step up, or none; what to bring into sight."""
        for at, number in enumerate(self._numbers):
            number.lit = at == place
            number.update()
        return self._numbers[place] if 0 <= place < len(self._numbers) else None

    def show_reading(self, *, on: bool) -> None:
        """Name the button that begins or stops reading aloud."""
        tr = self._tr
        self.read_button.set_name(tr("Stop reading") if on else tr("Read it to me"))
        self.read_button.set_icon("speaker-slash" if on else "speaker-high")

    def _fill(self, column: QVBoxLayout, view: CardView, mistake: QWidget | None) -> None:
        tr = self._tr
        if view.why_not:
            column.addWidget(self._why_not(view))
        for line in view.cautions:
            column.addWidget(Note(self._look, "hand-heart", self._text(line, "apricot_ink")))
        self._heading(column, tr("How to do it"))
        self._numbers = []
        for number, step in enumerate(view.steps, 1):
            disc = _Number(self._look, number, self)
            self._numbers.append(disc)
            self._row(column, disc, step)
        if view.way_out:
            self._heading(column, tr("Coming out of it"))
            column.addWidget(self._text(view.way_out, "ink2"))
        self._heading(column, tr("You should feel"))
        column.addWidget(self._text(view.feel, "ink2"))
        self._more(column, tr("How much is enough"), "learn-traffic-light")
        if view.mistakes:
            self._heading(column, tr("Common mistakes"))
        if mistake is not None:
            mistake.setFixedSize(self._look.u(_MISTAKE[0]), self._look.u(_MISTAKE[1]))
            column.addWidget(mistake, 0, Qt.AlignmentFlag.AlignLeft)
            mistake.show()
        for wrong, fix in view.mistakes:
            mark = IconLabel(self._look, "arrow-bend-up-left", colour="apricot_ink", size=20)
            self._row(column, mark, f"{wrong} {fix}")
        self._more(column, tr("More mistakes and fixes"), "learn-mistakes")
        self._safety(column, view)
        self._versions(column, view)
        if view.note:
            column.addWidget(self._text(view.note, "ink3", SMALL))
        self._heading(column, tr("Source"))
        column.addWidget(self._text(view.source, "ink3", SMALL))

    def _safety(self, column: QVBoxLayout, view: CardView) -> None:
        tr = self._tr
        if view.avoid:
            self._heading(column, tr("Leave it out, or ask first, if there is"))
        for line in view.avoid:
            mark = IconLabel(self._look, "hand-palm", colour="clay", size=20)
            self._row(column, mark, line)
        if view.avoid:
            self._more(column, tr("Who should ask first"), "learn-who-should-ask")
        if view.care:
            self._heading(column, tr("Take care with"))
        for line in view.care:
            mark = IconLabel(self._look, "hand-heart", colour="ink2", size=20)
            self._row(column, mark, line)

    def _versions(self, column: QVBoxLayout, view: CardView) -> None:
        if not view.versions:
            return
        self._heading(column, self._tr("Easier and stronger"))
        row = FlowRow(self._look, gap=10)
        ring = FocusRing(self._look, row)
        buttons = []
        for version in view.versions:
            button = Button(
                self._look, f"{version.kind}: {version.name}", Kind.SECONDARY, Size.SMALL
            )
            button.clicked.connect(lambda *_, ident=version.id: self.exercise_requested.emit(ident))
            ring.watch(button)
            buttons.append(button)
        row.set_items(tuple(buttons))
        column.addWidget(row)

    def _why_not(self, view: CardView) -> Note:
        look = self._look
        text = self._text(view.why_not, "clay_ink")
        note = Note(look, "hand-palm", text, fill="clay_soft", ink="clay_ink")
        if view.may_answer:
            button = Button(look, self._tr("Answer again"), Kind.QUIET_CLAY, Size.SMALL)
            button.clicked.connect(self.answer_requested)
            note.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if view.may_bring_back:
            button = Button(look, self._tr("Bring it back"), Kind.QUIET_CLAY, Size.SMALL)
            button.clicked.connect(self.back_requested)
            note.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return note

    def _more(self, column: QVBoxLayout, words: str, page: str) -> None:
        """Lead on to a page of Learn."""
        button = Button(self._look, words, Kind.QUIET, Size.SMALL)
        button.clicked.connect(lambda *_: self.page_requested.emit(page))
        FocusRing(self._look, self).watch(button)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _heading(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(self._look.u(8))
        column.addWidget(Text(self._look, CARD, words, wrap=True))

    def _text(self, words: str, colour: str = "ink", style: TypeStyle = BODY) -> Text:
        return Text(self._look, style, words, colour=colour, wrap=True)

    def _row(self, column: QVBoxLayout, mark: QWidget, words: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._look.u(14))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        text = self._text(words)
        row.addWidget(text, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
