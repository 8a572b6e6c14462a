"""Owns the cards of keys; where they can be changed, each line waits for a key when pressed."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from supple.ui.pages.keys_view import KeyGroup, KeyLine
from supple.ui.pages.session_keys import key_name
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, SMALL_MEDIUM
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.card import Card
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.text import Text

_TWO_COLUMNS: Final = 640
_INSET: Final = 8
_ROW: Final = 32


class KeyButton(QPushButton):
    """What is done, and the pictures of its keys. `learned` carries the key pressed for it."""

    learned = Signal(str)
    heard = Signal(str)

    def __init__(self, look: Look, line: KeyLine, waiting: str) -> None:
        super().__init__()
        self._look = look
        self._waiting = waiting
        self.is_waiting = False
        self.radius = 8
        follow_width(self)
        self.clicked.connect(self._wait)
        self.show_line(line)
        look.changed.connect(self.updateGeometry)

    def show_line(self, line: KeyLine) -> None:
        """Show other keys."""
        self._line = line
        self.setAccessibleName(line.told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of words and keys side by side."""
        words = QFontMetrics(self._look.font(BODY)).horizontalAdvance(self._line.words)
        u = self._look.u
        return QSize(words + self._caps_width() + u(2 * _INSET), u(_ROW))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the room that the longest key or word needs."""
        u, metrics = self._look.u, QFontMetrics(self._look.font(BODY))
        words = map(metrics.horizontalAdvance, breakable(self._line.words))
        caps = map(self._cap_width, self._line.caps)
        return QSize(max((*words, *caps), default=0) + u(2 * _INSET), u(_ROW))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Words wrap, and keys go below them, where there is no room beside."""
        if width >= self.sizeHint().width():
            return self._look.u(_ROW)
        caps = self._look.u(_ROW) * len(self._cap_lines(width))
        return self._words_box(width).height() + caps + self._look.u(8)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take the key that is waited for; else tell it, and let it do what it does."""
        name = key_name(event)
        if self.is_waiting and name:
            self._wait(on=False)
            if name != "Esc":
                self.learned.emit(name)
            return
        self.heard.emit(name)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Wait no longer."""
        self._wait(on=False)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """While a key is waited for it does nothing else."""
        if event.type() == QEvent.Type.ShortcutOverride and self.is_waiting:
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint words and keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        if self.isEnabled() and (self.underMouse() or self.is_waiting):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.primary_soft))
            painter.drawRoundedRect(QRectF(self.rect()), u(self.radius), u(self.radius))
        painter.setFont(self._look.font(BODY))
        painter.setPen(QColor(t.ink))
        room = QRectF(self.rect()).adjusted(u(_INSET), 0, -u(_INSET), 0)
        below = self.width() < self.sizeHint().width()
        lead, trail = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        if below:
            words = QRectF(room).adjusted(0, u(4), 0, 0)
            painter.drawText(words, lead | Qt.TextFlag.TextWordWrap, self._line.words)
            room.setTop(room.bottom() - u(_ROW))
        else:
            painter.drawText(room, lead | Qt.AlignmentFlag.AlignVCenter, self._line.words)
        if self.is_waiting:
            painter.setPen(QColor(t.primary_ink))
            painter.drawText(room, trail | Qt.AlignmentFlag.AlignVCenter, self._waiting)
        else:
            self._paint_caps(painter, room)

    def _paint_caps(self, painter: QPainter, room: QRectF) -> None:
        u, mirrored = self._look.u, self.isRightToLeft()
        painter.setFont(self._look.font(SMALL_MEDIUM))
        lines = self._cap_lines(self.width())
        top = room.center().y() - u(12) - (len(lines) - 1) * u(_ROW)
        for caps in lines:
            edge = room.left() if mirrored else room.right()
            for cap in reversed(caps):
                width = self._cap_width(cap)
                left = edge if mirrored else edge - width
                self._paint_cap(painter, QRectF(left, top, width, u(24)), cap)
                edge += (width + u(8)) * (1 if mirrored else -1)
            top += u(_ROW)

    def _cap_lines(self, width: int) -> list[list[str]]:
        """The keys, line by line where they do not all have room in one."""
        lines: list[list[str]] = []
        room = left = width - self._look.u(2 * _INSET)
        for cap in self._line.caps:
            wide = self._cap_width(cap)
            if not lines or wide > left:
                lines.append([])
                left = room
            lines[-1].append(cap)
            left -= wide + self._look.u(8)
        return lines

    def _paint_cap(self, painter: QPainter, box: QRectF, cap: str) -> None:
        t, u = self._look.tokens, self._look.u
        painter.setPen(QPen(QColor(t.border_strong), t.outline))
        painter.setBrush(QColor(t.surface))
        inset = t.outline / 2
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), u(6), u(6))
        painter.setPen(QColor(t.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)

    def _words_box(self, width: int) -> QRect:
        room = QRect(0, 0, width - self._look.u(2 * _INSET), 9999)
        metrics = QFontMetrics(self._look.font(BODY))
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._line.words)

    def _caps_width(self) -> int:
        return sum(self._cap_width(cap) + self._look.u(8) for cap in self._line.caps)

    def _cap_width(self, cap: str) -> int:
        words = QFontMetrics(self._look.font(SMALL_MEDIUM)).horizontalAdvance(cap)
        return max(words + self._look.u(14), self._look.u(24))

    def _wait(self, *, on: bool = True) -> None:
        if on is not self.is_waiting:
            self.is_waiting = on
            self.setAccessibleDescription(self._waiting if on else "")
            self.update()


class _KeyStop(ListStop):
    """Lets arrows walk through lines, unless one of them waits for a key; `heard` tells of it."""

    heard = Signal(str)

    def __init__(self, card: QWidget, lines: Sequence[KeyButton]) -> None:
        super().__init__(card, lambda: lines, remote=False)  # its buttons are tried here

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Walk, and tell the key all the same."""
        if isinstance(watched, KeyButton) and watched.is_waiting:
            return False
        taken = super().eventFilter(watched, event)
        if taken and isinstance(event, QKeyEvent):
            self.heard.emit(key_name(event))
        return taken


class KeysPanel(QWidget):
    """Cards of keys in one or two columns. `learned` carries option and key, `heard` a key.

    Without `changeable` the lines are only read.
    """

    learned = Signal(str, str)
    heard = Signal(str)

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        groups: Sequence[KeyGroup],
        *,
        changeable: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._waiting = translations.gettext("Press the key")
        self._changeable = changeable
        self._lines: list[list[KeyButton]] = []
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        cards_of = [self._card(group) for group in groups]
        for cards in (cards_of[:-1], cards_of[-1:]):  # the last is as long as the others
            column = QVBoxLayout()
            column.setSpacing(look.u(14))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self._arrange()

    @property
    def buttons(self) -> list[KeyButton]:
        """All lines."""
        return [line for lines in self._lines for line in lines]

    def show_groups(self, groups: Sequence[KeyGroup]) -> None:
        """Show other keys of the same lines."""
        for lines, group in zip(self._lines, groups, strict=True):
            for button, line in zip(lines, group.lines, strict=True):
                button.show_line(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Tell a key that nothing else wanted."""
        self.heard.emit(key_name(event))
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose one or two columns."""
        super().resizeEvent(event)
        self._arrange()

    def _card(self, group: KeyGroup) -> Card:
        card = Card(self._look, padding=(12, 16))
        card.body.setSpacing(0)
        title = Text(self._look, CARD, group.title, wrap=True)
        inset = self._look.u(_INSET)
        title.setContentsMargins(mirrored_margins(self, inset, 0, 0, self._look.u(6)))
        card.body.addWidget(title)
        ring = FocusRing(self._look, card)
        lines = []
        for line in group.lines:
            button = KeyButton(self._look, line, self._waiting)
            if self._changeable:
                button.setToolTip(self._waiting)
                ring.watch(button)
            else:
                button.setEnabled(False)
            button.learned.connect(lambda key, option=line.option: self.learned.emit(option, key))
            button.heard.connect(self.heard)
            card.body.addWidget(button)
            lines.append(button)
        if self._changeable:
            stop = _KeyStop(card, lines)
            stop.heard.connect(self.heard)
            stop.settle()
        self._lines.append(lines)
        return card

    def _arrange(self) -> None:
        wide = self.width() >= self._look.u(_TWO_COLUMNS)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._columns.setSpacing(self._look.u(18 if wide else 14))
