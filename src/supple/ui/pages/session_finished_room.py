"""Owns the page after a session as it is read from the floor: few words, and large."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.theme.far_look import FarLook
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import DISPLAY, LEAD, SECTION
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.facts import Facts
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.mirror import mirrored_place
from supple.ui.widgets.number_scale import NumberScale
from supple.ui.widgets.scene import FigureSlot, SceneBackdrop
from supple.ui.widgets.text import Text

_MARGIN: Final = 20
_GAP: Final = 6
_LEFT: Final = 0.48
_SUN: Final = 62.0


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

    def say(self, words: str) -> None:
        """Say this below the title instead."""
        self._words.set_words(words)

    def ask_pain(self, before: int | None, *, asks: bool) -> None:
        """Ask how the back is now, or not; `before` is the number from before the session."""
        self.scale.set_before(before)
        self.scale.choose(None)
        self._question.setVisible(asks)
        self.scale.setVisible(asks)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Be as large as the place allows."""
        super().resizeEvent(event)
        self._far.fit(self.width(), self.height())
        self._arrange()

    def _left(self) -> QVBoxLayout:
        column = self._head = QVBoxLayout()
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addStretch(1)
        column.addWidget(self._facts)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self.small_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        column.addWidget(self._question)
        column.addWidget(self.scale)
        column.addStretch(1)
        column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignRight)
        return column

    def _arrange(self) -> None:
        u, width, height = self._far.u, self.width(), self.height()
        margin = u(_MARGIN)
        self._row.setContentsMargins(margin, margin, margin, margin)
        self._row.setSpacing(margin)
        self._head.setSpacing(u(_GAP))
        middle = 0.5 if self.scale.isHidden() else _LEFT / 2
        self._scene.sun = (middle, 0.62, _SUN)
        self._scene.setGeometry(self.rect())
        self._scene.lower()
        wide = min(0.9 * _LEFT * width, 0.8 * height)
        left, top = round(middle * width - wide / 2), round(0.42 * height)
        place = QRect(left, top, round(wide), round(0.36 * height))
        self.figure.setGeometry(mirrored_place(self, place))
        self.figure.stackUnder(self._title)


give_face(FinishedRoom, group)
