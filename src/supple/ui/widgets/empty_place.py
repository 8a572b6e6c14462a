"""Owns the empty place: a figure, a title, one sentence, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, SECTION
from supple.ui.widgets.button import Button
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.scene import FigureSlot, SceneBackdrop
from supple.ui.widgets.text import Text

_BESIDE_FROM = 420
_SIZE = 400, 220
_FIGURE = 250, 190
_ABOVE_FOOT = 14
_RADIUS = 20
_SUN = (0.82, 0.3, 36.0)


class EmptyPlace(QWidget):
    """Centred in its page. Put a figure into `figure`."""

    def __init__(
        self, look: Look, title: str, buttons: tuple[Button, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._scene = SceneBackdrop(look, radius=_RADIUS, parent=self)
        self._scene.sun = _SUN
        self.figure = FigureSlot(self._scene, adorns=True)
        self._inside = _between_stretches(self.figure)
        self._scene.setLayout(self._inside)
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
        column.addLayout(_between_stretches(self._scene))
        column.addSpacing(look.u(14))
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(look.u(10))
        column.addLayout(self._row)
        self._column = column
        look.changed.connect(self._dress)
        self._dress()

    def say(self, sentence: str) -> None:
        """Say why it is empty."""
        self._sentence.set_words(sentence)

    def add_below(self, words: str, buttons: tuple[Button, ...]) -> None:
        """Put a quieter way out below: a question, and what answers it."""
        centre = Qt.AlignmentFlag.AlignHCenter
        question = Text(self._look, BODY, words, colour="ink2", wrap=True)
        question.setAlignment(centre)
        row = FlowRow(self._look, gap=4)
        row.set_items(buttons)
        self._column.addSpacing(self._look.u(12))
        self._column.addWidget(question)
        self._column.addWidget(row, 0, centre)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the buttons below each other where it is narrow."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        beside = self.width() >= self._look.u(_BESIDE_FROM)
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _dress(self) -> None:
        u = self._look.u
        self._column.setSpacing(u(6))
        self._column.setContentsMargins(0, u(40), 0, u(20))
        self._row.setSpacing(u(10))
        self._scene.setMaximumWidth(u(_SIZE[0]))
        self._scene.setFixedHeight(u(_SIZE[1]))
        self.figure.setMaximumWidth(u(_FIGURE[0]))
        self.figure.setFixedHeight(u(_FIGURE[1]))
        self._inside.setContentsMargins(0, u(_SIZE[1] - _FIGURE[1] - _ABOVE_FOOT), 0, 0)


def _between_stretches(widget: QWidget) -> QHBoxLayout:
    """As wide as the widget may be, in the middle."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(widget, 100, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    return row
