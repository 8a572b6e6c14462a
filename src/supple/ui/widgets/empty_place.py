"""Owns the empty place: a figure, a title, one sentence, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, SECTION
from supple.ui.widgets.button import Button
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.scene import FigureSlot
from supple.ui.widgets.text import Text

_BESIDE_FROM = 420


class EmptyPlace(QWidget):
    """Centred in its page. Put a figure into `figure`."""

    def __init__(
        self, look: Look, title: str, buttons: tuple[Button, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.figure = FigureSlot(self)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Text(look, SECTION, title, wrap=True)
        self._title.setAlignment(centre)
        self._sentence = Text(look, BODY, colour="ink2", wrap=True)
        self._sentence.setAlignment(centre)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addStretch(1)
        for button in buttons:
            self._row.addWidget(button)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.figure, 0, centre)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addLayout(self._row)
        self._column = column
        look.changed.connect(self._dress)
        self._dress()

    def say(self, sentence: str) -> None:
        """Say why it is empty."""
        self._sentence.set_words(sentence)

    def add_below(self, words: str, buttons: tuple[Button, ...]) -> None:
        """Put a quieter way out below: a question, and what answers it."""
        row = FlowRow(self._look, gap=4)
        question = Text(self._look, BODY, words, colour="ink2")
        question.setMinimumHeight(self._look.u(40))
        row.set_items((question, *buttons))
        self._column.addWidget(row, 0, Qt.AlignmentFlag.AlignHCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the buttons below each other where it is narrow."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        beside = self.width() >= self._look.u(_BESIDE_FROM)
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _dress(self) -> None:
        u = self._look.u
        self.figure.setFixedSize(u(250), u(190))
        self._column.setSpacing(u(10))
        self._column.setContentsMargins(0, u(40), 0, u(20))
        self._row.setSpacing(u(10))
