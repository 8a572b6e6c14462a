"""Owns the sheet: a question over a scrim that keeps the focus until it is answered."""

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from supple.ui.theme.look import MIN_SCALE, Look
from supple.ui.theme.type_scale import LEAD, TITLE_SMALL
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.text import Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Answer(msgspec.Struct, frozen=True):
    """One answer of a sheet."""

    words: str
    kind: Kind
    size: Size = Size.QUESTION
    icon: str = ""


class Sheet(QWidget):
    """Covers its parent. The first answer is the harmless one and gets the focus.

    `answered` carries the place of the answer. Where large text would not fit the parent, the
    sheet is set smaller: a question is never cut.
    """

    answered = Signal(int)

    def __init__(
        self, look: Look, title: str, answers: tuple[Answer, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._own = Look(look.tokens, look.fonts, look.icons, scale=look.scale, parent=self)
        own = self._own
        self._card = Card(own, line="", radius=22, padding=(34, 34), parent=self)
        self._words = Text(own, LEAD, colour="ink2", wrap=True)
        self._card.body.addWidget(Text(own, TITLE_SMALL, title, wrap=True))
        self._card.body.addWidget(self._words)
        self._card.body.addSpacing(look.u(12))
        self.buttons = [
            Button(own, each.words, each.kind, each.size, icon=each.icon) for each in answers
        ]
        for index, button in enumerate(self.buttons):
            self._card.body.addWidget(button)
            button.clicked.connect(lambda *_, index=index: self.answered.emit(index))
        FocusRing(own, self._card).watch(*self.buttons)
        self.setAccessibleName(title)
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
        self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep covering the parent."""
        if event.type() == QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self._place()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Keep Tab inside the sheet."""
        focused = self.focusWidget()
        at = next((i for i, button in enumerate(self.buttons) if button is focused), 0)
        step = 1 if forward else -1
        button: QPushButton = self.buttons[(at + step) % len(self.buttons)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        button.setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter answers, Esc takes the harmless answer; nothing reaches what lies below."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.buttons[0].click()
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
        scale = self._look.scale
        self._own.change(tokens=self._look.tokens, scale=scale)
        while self._card_height(parent) > parent.height() and scale > MIN_SCALE:
            scale -= 0.05
            self._own.change(scale=scale)
        width, height = self._card_width(parent), self._card_height(parent)
        left, top = (parent.width() - width) // 2, (parent.height() - height) // 2
        self._card.setGeometry(left, top, width, height)

    def _card_width(self, parent: QWidget) -> int:
        return min(self._own.u(520), parent.width() - self._own.u(24))

    def _card_height(self, parent: QWidget) -> int:
        self._card.body.invalidate()
        return self._card.body.heightForWidth(self._card_width(parent))
