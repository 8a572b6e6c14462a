"""Owns the undo bar: what was just done, and the way back, for ten seconds."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.card import Card
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.text import Text

SHOWN_MS: Final = 10_000


class UndoBar(Card):
    """Hidden until told. It stays while the pointer or the focus is on it."""

    undone = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            look, fill="surface", line="border_strong", radius=14, padding=(18, 10), parent=parent
        )
        self._words = Text(look, BODY, wrap=True)
        self.button = Button(look, translations.gettext("Undo"), Kind.QUIET)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        self.button.clicked.connect(self._undo)
        self.button.installEventFilter(self)
        FocusRing(look, self).watch(self.button)
        self.hide()

    def tell(self, words: str) -> None:
        """Say what was done."""
        self._words.set_words(words)
        self.button.setAccessibleDescription(words)
        self.show()
        self.raise_()
        self._timer.start()

    def put_away(self) -> None:
        """Leave at once."""
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count again when the focus goes."""
        if event.type() == QEvent.Type.FocusOut and watched is self.button and self.isVisible():
            self._timer.start()
        return False

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Count again when the pointer goes."""
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    def _undo(self) -> None:
        self.put_away()
        self.undone.emit()

    def _leave(self) -> None:
        if not (self.underMouse() or self.button.hasFocus()):
            self.hide()
