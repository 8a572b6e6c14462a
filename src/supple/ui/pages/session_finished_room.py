"""Owns the page after a session as it is read from the floor: few words, and large."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.theme.far_look import FarLook
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import DISPLAY, LEAD, SECTION, TypeStyle
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.choice_row import ChoiceRow
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.facts import Facts
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.mirror import mirrored_place
from supple.ui.widgets.number_scale import NumberScale
from supple.ui.widgets.scene import FigureSlot, SceneBackdrop
from supple.ui.widgets.text import Text

_MARGIN: Final = 20
_GAP: Final = 8
_FIGURE: Final = 90
_LEAST_PERCENT: Final = 40
_QUESTION: Final = TypeStyle(18, 26, 600, lexend=True)
_LEFT: Final = 0.46
_SUN: Final = 62.0
_SUN_DOWN: Final = 0.64


def feelings(translations: NullTranslations) -> tuple[tuple[str, str], ...]:
    """The answers to how the stretch felt."""
    tr = translations.gettext
    return (
        ("too-easy", tr("Too easy")),
        ("right", tr("About right")),
        ("too-strong", tr("Too strong")),
    )


class FinishedRoom(QWidget):
    """Lies over the page after a session. The figure at rest stands where the number stood.

    `small` asks for the usual form, where everything else can be answered.
    """

    done = Signal()
    small = Signal()

    def __init__(self, look: Look, translations: NullTranslations, parent: QWidget) -> None:
        super().__init__(parent)
        tr = translations.gettext
        self._far = far = FarLook(look, self)
        self._scene = SceneBackdrop(far, parent=self)
        self._scene.edge, self._scene.crest = 0.735, 0.66
        self.figure = FigureSlot(self)
        self._title = Text(far, DISPLAY, wrap=True)
        self._words = Text(far, LEAD, colour="ink2", wrap=True)
        self._facts = Facts(far)
        question = tr("How is your back now?")
        self._question = Text(far, SECTION, question, wrap=True)
        self.scale = NumberScale(far, question, translations, roomy=True)
        felt = tr("How did the stretch feel?")
        self._feel_title = Text(far, _QUESTION, felt, wrap=True)
        self.feel = ChoiceRow(far, felt, feelings(translations), side=8)
        self.done_button = Button(far, tr("Done"), Kind.PRIMARY, Size.LARGE)
        small = tr("Esc\nsmall view").replace("\n", ": ")
        self.small_button = Button(far, small, Kind.PLAIN, Size.SMALL)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._left(), round(100 * _LEFT))
        self._row.addLayout(self._right(), round(100 * (1 - _LEFT)))
        self.done_button.clicked.connect(self.done)
        self.small_button.clicked.connect(self.small)
        ring = FocusRing(far, self)
        ring.watch(self.done_button, self.small_button)

    def show_words(self, title: str, words: str, facts: list[tuple[str, str]]) -> None:
        """Show what was done."""
        self.setAccessibleName(title)
        self._title.set_words(title)
        self._words.set_words(words)
        self._facts.show_facts(facts)
        self._arrange()

    def say(self, words: str) -> None:
        """Say this below the title instead."""
        self._words.set_words(words)
        self._arrange()

    def ask_pain(self, before: int | None, *, asks: bool) -> None:
        """Ask how the back is now, or not; `before` is the number from before the session."""
        self.scale.set_before(before)
        self.scale.choose(None)
        self.feel.choose("")
        self._question.setVisible(asks)
        self.scale.setVisible(asks)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Be as large as the place allows."""
        super().resizeEvent(event)
        self._arrange()

    def _left(self) -> QVBoxLayout:
        column = self._head = QVBoxLayout()
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addStretch(1)
        column.addWidget(self._facts)
        return column

    def _right(self) -> QVBoxLayout:
        column = self._asked = QVBoxLayout()
        for part in (self._question, self.scale, self._feel_title, self.feel):
            column.addWidget(part)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.small_button)
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        column.addLayout(buttons)
        return column

    def _arrange(self) -> None:
        """Set everything as large as the place allows; long words make it a little smaller."""
        for percent in range(100, _LEAST_PERCENT, -4):
            self._far.fit(self.width() * percent / 100, self.height() * percent / 100)
            if self._fits():
                break
        u, height = self._far.u, self.height()
        margin = u(_MARGIN)
        self._row.setContentsMargins(margin, margin, margin, margin)
        self._row.setSpacing(margin)
        for column in (self._head, self._asked):
            column.setSpacing(u(_GAP))
        left, _ = self._widths()
        bottom = height - margin - self._facts.heightForWidth(left)
        tall = min(bottom - margin - self._head_height(left), round(0.36 * height))
        wide = min(left, round(0.8 * height))
        middle = _LEFT / 2
        start = round(middle * self.width()) - wide // 2
        self.figure.setGeometry(mirrored_place(self, QRect(start, bottom - tall, wide, tall)))
        self.figure.stackUnder(self._title)
        down = (bottom - 0.55 * tall) / max(1, height)
        self._scene.sun = (middle, min(down, _SUN_DOWN), _SUN)
        self._scene.setGeometry(self.rect())
        self._scene.lower()

    def _fits(self) -> bool:
        """Whether words, numbers and buttons have room, and something is left for the figure."""
        u, (left, right) = self._far.u, self._widths()
        room = self.height() - 2 * u(_MARGIN)
        facts = self._facts.sizeHint()
        parts = (self._question, self.scale, self._feel_title, self.feel)
        asked = sum(each.heightForWidth(right) for each in parts if not each.isHidden())
        done = self.done_button.sizeHint().height()
        return (
            facts.width() <= left
            and self.feel.sizeHint().width() <= right
            and self._head_height(left) + facts.height() + u(_FIGURE) <= room
            and asked + done + 6 * u(_GAP) <= room
        )

    def _head_height(self, width: int) -> int:
        gap = 2 * self._far.u(_GAP)
        return self._title.heightForWidth(width) + self._words.heightForWidth(width) + gap

    def _widths(self) -> tuple[int, int]:
        """How wide the two columns are."""
        width = self.width() - 3 * self._far.u(_MARGIN)
        return int(_LEFT * width), int((1 - _LEFT) * width)


give_face(FinishedRoom, group)
