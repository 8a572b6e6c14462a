"""Owns the sheet: a question over a scrim that keeps the focus until it is answered."""

from collections.abc import Callable
from typing import Final

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supple.ui.theme.look import MIN_SCALE, Look
from supple.ui.theme.type_scale import BODY, LEAD, TITLE_SMALL
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card
from supple.ui.widgets.column import Column
from supple.ui.widgets.faces import dialog, give_face
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.remote import by_remote
from supple.ui.widgets.text import Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGES: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_WIDE: Final = 520
_WIDER: Final = 580
_LEAST_CONTENT: Final = 120
RISE_MS: Final = 120
_RISE: Final = 24
_PAD: Final = 34
_RING: Final = 5  # what scrolls would cut a focus ring at its edge


class Answer(msgspec.Struct, frozen=True):
    """One answer of a sheet."""

    words: str
    kind: Kind
    size: Size = Size.QUESTION
    icon: str = ""


class Sheet(QWidget):
    """Covers its parent. The first answer is the harmless one and gets the focus.

    `answered` carries the place of the answer. `content` makes what stands between words and
    answers; all but the answers scrolls where it is too tall, and they stand side by side. Where
    large text would not fit the parent, the sheet is set smaller: a question is never cut.
    """

    answered = Signal(int)

    def __init__(
        self,
        look: Look,
        title: str,
        answers: tuple[Answer, ...],
        parent: QWidget,
        *,
        content: Callable[[Look], QWidget] | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._own = Look(look.tokens, look.fonts, look.icons, scale=look.scale, parent=self)
        own = self._own
        self._card = Card(own, line="", radius=22, padding=(_PAD - _RING, _PAD), parent=self)
        self._words = Text(own, BODY if content else LEAD, colour="ink2", wrap=True)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(look.u(_RING), 0, look.u(_RING), look.u(12))
        head.setSpacing(look.u(8))
        head.addWidget(Text(own, TITLE_SMALL, title, wrap=True))
        head.addWidget(self._words)
        self._content = None if content is None else content(own)
        self._scroll = QScrollArea(self._card)
        self._scroll.hide()
        if self._content is None:
            self._card.body.addWidget(self._head)
        else:
            self._take(self._content)
        self.buttons = [
            Button(own, each.words, each.kind, each.size, icon=each.icon) for each in answers
        ]
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setContentsMargins(look.u(_RING), 0, look.u(_RING), 0)
        self._row.setSpacing(look.u(10))
        self._card.body.addLayout(self._row)
        for index, button in enumerate(self.buttons):
            self._row.addWidget(button)
            button.clicked.connect(lambda *_, index=index: self.answered.emit(index))
        FocusRing(own, self._card).watch(*self.buttons)
        self._top = 0
        self._rise = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=RISE_MS)
        self._rise.valueChanged.connect(self._lower)
        self.setAccessibleName(title)
        parent.installEventFilter(self)
        look.changed.connect(self._place)
        self.hide()

    def ask(self, words: str, first: QWidget | None = None) -> None:
        """Open with these words; the focus goes to `first`, else to the harmless answer."""
        self._words.set_words(words)
        self._words.setVisible(bool(words))
        self.setAccessibleDescription(words)
        self._place()
        self.show()
        self.raise_()
        if not self._look.still:
            self._rise.start()
            self._lower(1.0)
        (first or self.buttons[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def _lower(self, share: float) -> None:
        """Let the card lie that share of its way below its place."""
        self._card.move(self._card.x(), self._top + round(share * self._look.u(_RISE)))

    def arrange(self) -> None:
        """Make room for what changed in the content or the answers."""
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep covering the parent."""
        if event.type() == QEvent.Type.Resize and watched is self.parent() and not self.isHidden():
            self._place()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Keep Tab inside the sheet."""
        stops = self._stops()
        focused = self.focusWidget()
        at = next((i for i, stop in enumerate(stops) if stop is focused), -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop = stops[(at + (1 if forward else -1)) % len(stops)]
        stop.setFocus(reason)
        self._scroll.ensureWidgetVisible(stop, 0, self._look.u(24))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter answers, Esc takes the harmless answer; nothing reaches what lies below.

        Page keys read on in a content that is too tall, before they walk through the answers.
        """
        focused = self.focusWidget()
        if self._read_on(event):
            return
        if by_remote(event, self.buttons):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.buttons[0].click()
        elif event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the scrim."""
        QPainter(self).fillRect(self.rect(), QColor(self._look.tokens.scrim))

    def _read_on(self, event: QKeyEvent) -> bool:
        """Scroll the content by a page, where the key asks for it and there is more."""
        step = _PAGES.get(Qt.Key(event.key()))
        bar = self._scroll.verticalScrollBar()
        if step is None or self._content is None:
            return False
        before = bar.value()
        bar.setValue(before + step * bar.pageStep())
        return bar.value() != before

    def _take(self, content: QWidget) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        read = Column()
        column = self._column = QVBoxLayout(read)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(content)
        _leave_room(content, self._look.u(_RING))
        self._scroll.setWidget(read)
        read.setAutoFillBackground(False)  # the card's own ground shows through
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.show()
        self._card.body.addWidget(self._scroll)
        self._card.body.addSpacing(self._look.u(12))

    def _stops(self) -> list[QWidget]:
        """What Tab stops at, in the order of reading; one stop for a group of which one is on."""
        every = self._card.findChildren(QWidget)
        tab = Qt.FocusPolicy.TabFocus
        return [
            each
            for each in every
            if each.focusPolicy() & tab and each.isEnabled() and each.isVisibleTo(self)
            if each.focusProxy() is None  # the field of a number hands it back to the number
            if not (isinstance(each, QAbstractButton) and each.autoExclusive()) or each.isChecked()
        ]

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        scale = self._look.scale
        self._own.change(tokens=self._look.tokens, scale=scale)
        self._arrange(parent)
        while self._is_cut(parent) and scale > MIN_SCALE:
            scale -= 0.05
            self._own.change(scale=scale)
            self._arrange(parent)
        width, height = self._card_width(parent), self._card_height(parent)
        left, top = (parent.width() - width) // 2, (parent.height() - height) // 2
        self._top = top
        self._card.setGeometry(left, top, width, height)

    def _is_cut(self, parent: QWidget) -> bool:
        """Whether it is too tall, or its content too wide: that scrolls up and down alone."""
        if self._card_height(parent) > parent.height():
            return True
        if self._content is None or (layout := self._content.layout()) is None:
            return False
        self._forget()
        layout.invalidate()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        return layout.minimumSize().width() > self._card_width(parent) - self._around() - bar

    def _arrange(self, parent: QWidget) -> None:
        """Put the answers side by side below a content, if they fit; give it what room there is."""
        if self._content is None:
            return
        room = self._card_width(parent) - self._around()
        wide = sum(each.sizeHint().width() for each in self.buttons) + self._own.u(20 + 2 * _RING)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide <= room else direction.TopToBottom)
        self._scroll.setFixedHeight(1)
        spare = parent.height() - self._own.u(24) - self._card_height(parent)
        self._forget()
        self._column.invalidate()
        wanted = self._column.heightForWidth(room)
        least = self._head.heightForWidth(room) + self._own.u(_LEAST_CONTENT)
        height = max(min(wanted, spare), min(wanted, least))
        self._scroll.setFixedHeight(height)
        # Left to itself the bar stays where it was needed once: it makes lines break that fitted.
        bars = Qt.ScrollBarPolicy
        bar = bars.ScrollBarAlwaysOff if wanted <= height else bars.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(bar)

    def _forget(self) -> None:
        """Out of sight a layout keeps what was so at another scale, or before the style came."""
        for part in self._scroll.findChildren(QWidget):
            part.ensurePolished()
            part.updateGeometry()

    def _around(self) -> int:
        """How much of the card's width lies beside what it holds."""
        return self._own.u(2 * (_PAD - _RING))

    def _card_width(self, parent: QWidget) -> int:
        wide = _WIDE if self._content is None else _WIDER
        return min(self._own.u(wide), parent.width() - self._own.u(24))

    def _card_height(self, parent: QWidget) -> int:
        self._card.body.invalidate()
        return self._card.body.heightForWidth(self._card_width(parent))


def _leave_room(content: QWidget, least: int) -> None:
    layout = content.layout()
    if layout is not None:
        inside = layout.contentsMargins()
        sides = (inside.left(), inside.top(), inside.right(), inside.bottom())
        layout.setContentsMargins(*(max(side, least) for side in sides))


give_face(Sheet, dialog)
