"""Owns the page after a session as it is read from the floor: few words, and large."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

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
_WIDE: Final = (600, 366)  # u across and down; a headline is then 12 % of it, as in the room view
_UPRIGHT: Final = (330, 580)  # u of all of it, one below the other
_QUESTION: Final = TypeStyle(18, 26, 600, lexend=True)
_LEFT: Final = 0.46
_CREST: Final = 0.66
_SUN: Final = 62.0
_SMALL_SUN: Final = 44.0
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
        self._upright = False
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._left())
        self._row.addLayout(self._right())
        self._stand()
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

    def _stand(self) -> None:
        """Set head and questions side by side; in an upright window one below the other."""
        upright, direction = self._upright, QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
        self._row.setStretch(0, 0 if upright else round(100 * _LEFT))
        self._row.setStretch(1, 1 if upright else round(100 * (1 - _LEFT)))
        column, other = (self._asked, self._head) if upright else (self._head, self._asked)
        other.removeWidget(self._facts)
        column.insertWidget(column.count() - 1 if upright else column.count(), self._facts)

    def _arrange(self) -> None:
        """Set everything as large as the place allows; long words make it a little smaller."""
        upright = self._scale(_UPRIGHT) > self._scale(_WIDE)
        if upright is not self._upright:
            self._upright = upright
            self._stand()
        scale = self._scale(_UPRIGHT if upright else _WIDE)
        for percent in range(100, _LEAST_PERCENT, -4):
            self._far.fit(scale * percent / 100)
            if self._fits():
                break
        u = self._far.u
        margin = u(_MARGIN)
        self._row.setContentsMargins(margin, margin, margin, margin)
        self._row.setSpacing(margin)
        for column in (self._head, self._asked):
            column.setSpacing(u(_GAP))
        self._set_the_scene()

    def _set_the_scene(self) -> None:
        """Lay the figure where there is room, and let the sun stand behind it."""
        width, height, gap = self.width(), self.height(), self._far.u(_GAP)
        margin, (left, right) = self._far.u(_MARGIN), self._widths()
        bottom = height - margin - self._facts.heightForWidth(left) - gap
        top = margin + self._head_height(left)
        if self._upright:
            bottom -= self.done_button.sizeHint().height() + gap
            top += margin + self._asked_height(right)
        tall = min(bottom - top, round(0.36 * height))
        wide = min(left, round(0.8 * height))
        middle = 0.5 if self._upright else _LEFT / 2
        place = QRect(round(middle * width) - wide // 2, bottom - tall, wide, tall)
        self.figure.setGeometry(mirrored_place(self, place))
        self.figure.stackUnder(self._title)
        if self._upright:  # clear of the answers above it
            down, sun = max(bottom - 0.6 * tall, top + self._far.u(_GAP + _SMALL_SUN)), _SMALL_SUN
            self._scene.crest = (bottom - 0.3 * tall) / max(1, height)
        else:
            down, sun = min(bottom - 0.55 * tall, _SUN_DOWN * height), _SUN
            self._scene.crest = _CREST
        self._scene.edge = self._scene.crest + 0.075
        self._scene.sun = (middle, down / max(1, height), sun)
        self._scene.setGeometry(self.rect())
        self._scene.lower()

    def _scale(self, wanted: tuple[int, int]) -> float:
        return min(self.width() / wanted[0], self.height() / wanted[1])

    def _fits(self) -> bool:
        """Whether words, numbers and buttons have room, and something is left for the figure."""
        u, (left, right) = self._far.u, self._widths()
        room = self.height() - 2 * u(_MARGIN)
        facts = self._facts.sizeHint()
        head = self._head_height(left) + facts.height() + u(_FIGURE)
        asked = self._asked_height(right) + self.done_button.sizeHint().height() + 2 * u(_GAP)
        return (
            facts.width() <= left
            and self.feel.sizeHint().width() <= right
            and (head + asked <= room if self._upright else max(head, asked) <= room)
        )

    def _asked_height(self, width: int) -> int:
        parts = (self._question, self.scale, self._feel_title, self.feel)
        shown = [each.heightForWidth(width) for each in parts if not each.isHidden()]
        return sum(shown) + len(shown) * self._far.u(_GAP)

    def _head_height(self, width: int) -> int:
        gap = 2 * self._far.u(_GAP)
        return self._title.heightForWidth(width) + self._words.heightForWidth(width) + gap

    def _widths(self) -> tuple[int, int]:
        """How wide the two columns are, side by side or one below the other."""
        if self._upright:
            width = self.width() - 2 * self._far.u(_MARGIN)
            return width, width
        width = self.width() - 3 * self._far.u(_MARGIN)
        return int(_LEFT * width), int((1 - _LEFT) * width)


give_face(FinishedRoom, group)
