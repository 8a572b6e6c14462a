"""Owns the row of a list of settings: a title, a line below it, a control at the side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY_MEDIUM, SMALL
from supple.ui.widgets.text import Text

_LEAST_TEXT = 190
_WIDE_TITLE = 88


class SettingRow(QWidget):
    """Where control and words have no room beside each other the control goes below."""

    def __init__(
        self,
        look: Look,
        title: str,
        detail: str,
        control: QWidget,
        *,
        wide: bool = False,
        line: bool = True,
    ) -> None:
        super().__init__()
        self._look = look
        self._control = control
        self._wide = wide
        self._line = line
        self._title = Text(look, BODY_MEDIUM, title, wrap=not wide)
        self._detail = Text(look, SMALL, detail, colour="ink2", wrap=True)
        if not detail:
            self._detail.hide()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self._title)
        texts.addWidget(self._detail)
        texts.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(texts, 0 if wide else 1)
        self._row.addWidget(control, 1 if wide else 0, Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self._arrange)
        self._arrange()

    def set_detail(self, words: str) -> None:
        """Change the line below the title."""
        self._detail.set_words(words)
        self._detail.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the hairline, unless this row is the last of its card."""
        if not self._line:
            return
        painter = QPainter(self)
        painter.setPen(QColor(self._look.tokens.border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _arrange(self) -> None:
        u, direction = self._look.u, QBoxLayout.Direction
        needed = self._control.sizeHint().width() + u(_LEAST_TEXT)
        beside = self.width() >= needed
        if self._wide:
            self._title.setMinimumWidth(u(_WIDE_TITLE))
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        side = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeft
        fills = self._wide or self._control.sizeHint().width() > self.width()
        self._row.setAlignment(self._control, Qt.AlignmentFlag(0) if fills else side)
        self._row.setContentsMargins(0, u(10), 0, u(10))
        self._row.setSpacing(u(16 if beside else 8))
