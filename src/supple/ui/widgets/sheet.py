"""Owns the sheet: a question over a scrim that keeps the focus until it is answered."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import LEAD, TITLE_SMALL
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.text import Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sheet(QWidget):
    """Covers its parent. The first button is the harmless answer and gets the focus."""

    def __init__(
        self, look: Look, title: str, words: str, buttons: list[Button], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons = buttons
        self._card = Card(look, line="", radius=22, padding=(34, 34), parent=self)
        self._title = Text(look, TITLE_SMALL, title, wrap=True)
        self._words = Text(look, LEAD, words, colour="ink2", wrap=True)
        self._card.body.addWidget(self._title)
        self._card.body.addWidget(self._words)
        self._card.body.addSpacing(look.u(12))
        for button in buttons:
            self._card.body.addWidget(button)
        ring = FocusRing(look, self._card)
        ring.watch(*buttons)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        parent.installEventFilter(self)
        look.changed.connect(self._place)
        self.hide()

    def ask(self, words: str) -> None:
        """Open with these words; the focus goes to the harmless answer."""
        self._words.set_words(words)
        self.setAccessibleDescription(words)
        self._place()
        self.show()
        self.raise_()
        self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep covering the parent."""
        if event.type() == QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self._place()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Keep Tab inside the sheet."""
        focused = self.focusWidget()
        at = next((i for i, button in enumerate(self._buttons) if button is focused), 0)
        step = 1 if forward else -1
        button: QPushButton = self._buttons[(at + step) % len(self._buttons)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        button.setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter answers, Esc takes the harmless answer; nothing reaches what lies below."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._buttons[0].click()
        elif event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the scrim."""
        QPainter(self).fillRect(self.rect(), QColor(self._look.tokens.scrim))

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(self._look.u(520), parent.width() - self._look.u(24))
        self._card.setFixedWidth(width)
        height = self._card.heightForWidth(width)
        height = max(height, self._card.sizeHint().height() if height <= 0 else height)
        height = min(height, parent.height())
        self._card.setGeometry(
            (parent.width() - width) // 2, (parent.height() - height) // 2, width, height
        )
