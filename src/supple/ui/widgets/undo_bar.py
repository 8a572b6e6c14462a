"""Owns the undo bar: says for ten seconds what was done, and takes it back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import IconLabel
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.narration import announce
from supple.ui.widgets.text import Text

_SHOWN_MS = 10_000
_RADIUS = 14
_AROUND = 14
_ICON_FROM = 300


class UndoBar(QWidget):
    """Lies at the foot of its parent. Stays while it is hovered or focused."""

    def __init__(self, look: Look, undo: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = Text(look, BODY, colour="primary_ink", wrap=True)
        self.button = Button(look, undo, Kind.SECONDARY, Size.SMALL)
        row = QHBoxLayout(self)
        inside = mirrored_margins(self, look.u(18), look.u(12), look.u(14), look.u(12))
        row.setContentsMargins(inside)
        row.setSpacing(look.u(12))
        self._icon = IconLabel(look, "arrow-bend-up-left", colour="primary_ink", size=22)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        FocusRing(look, self).watch(self.button)
        self._undo: Callable[[], object] | None = None
        self._wait = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._wait.timeout.connect(self._go)
        self.button.clicked.connect(self._take_back)
        parent.installEventFilter(self)
        self.hide()

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """The key for it does the same."""
        return {"undo": self._take_back}

    def offer(self, words: str, undo: Callable[[], object]) -> None:
        """Say what was done; `undo` takes it back."""
        self._words.set_words(words)
        self._undo = undo
        self._place()
        self.show()
        self.raise_()
        announce(self, words)
        self._wait.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay at the foot of the parent."""
        if event.type() == QEvent.Type.Resize and watched is self.parent() and not self.isHidden():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Stay while somebody is at it."""
        super().enterEvent(event)
        self._wait.stop()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Begin to wait again."""
        super().leaveEvent(event)
        if self.isVisible():
            self._wait.start()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint a note with a hairline that sets it off from what lies below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, radius = self._look.tokens, self._look.u(_RADIUS)
        painter.setPen(QPen(QColor(tokens.border_strong), tokens.outline))
        painter.setBrush(QColor(tokens.primary_soft))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _place(self) -> None:
        if isinstance(parent := self.parent(), QWidget):
            around = self._look.u(_AROUND)
            width = parent.width() - 2 * around
            self._icon.setVisible(width >= self._look.u(_ICON_FROM))
            height = self.heightForWidth(width)
            self.setGeometry(around, parent.height() - height - around, width, height)

    def _go(self) -> None:
        if self.button.hasFocus() or self.underMouse():
            self._wait.start()
        else:
            self.hide()

    def _take_back(self) -> None:
        self._wait.stop()
        self.hide()
        if self._undo is not None:
            self._undo()
