"""Owns the segmented choice: a few answers in one frame, of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY_MEDIUM, BODY_STRONG
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.height import Policy, follow_width
from supple.ui.widgets.one_stop import OneStop

_PAD = 3


class _Segment(QRadioButton):
    """One answer."""

    def __init__(self, look: Look, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._look = look
        self.radius = 8
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words and their room."""
        metrics = QFontMetrics(self._look.font(BODY_STRONG))
        return QSize(metrics.horizontalAdvance(self.text()) + self._look.u(28), self._look.u(34))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: words are never cut."""
        return self.sizeHint()

    def hitButton(self, _at: object) -> bool:  # noqa: N802
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the words, on a plate where chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u, on = self._look.tokens, self._look.u, self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.primary if on else t.sunken))
            painter.drawRoundedRect(QRectF(self.rect()), u(self.radius), u(self.radius))
        painter.setPen(QColor(t.on_primary if on else t.ink2))
        painter.setFont(self._look.font(BODY_STRONG if on else BODY_MEDIUM))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segments(QWidget):
    """`chosen` carries the id of the answer. One stop for Tab; arrows move and choose.

    Where it is narrow the answers stand below each other.
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        answers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._ids = [ident for ident, _ in answers]
        self.setAccessibleName(name)
        group = QButtonGroup(self)
        self._segments = [_Segment(look, words, self) for _, words in answers]
        for place, segment in enumerate(self._segments):
            segment.setAccessibleDescription(name)
            group.addButton(segment, place)
        group.idToggled.connect(self._tell)
        self._segments[0].setChecked(True)
        OneStop(self, self._segments)
        follow_width(self, Policy.Maximum)
        FocusRing(look, self).watch(*self._segments)
        look.changed.connect(self.updateGeometry)

    @property
    def value(self) -> str:
        """The id of the chosen answer."""
        each = zip(self._ids, self._segments, strict=True)
        return next(ident for ident, segment in each if segment.isChecked())

    def choose(self, ident: str) -> None:
        """Show this answer as chosen, without telling."""
        self.blockSignals(True)
        self._segments[self._ids.index(ident)].setChecked(True)
        self.blockSignals(False)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with all answers side by side."""
        wide = sum(segment.sizeHint().width() for segment in self._segments)
        return QSize(wide + 2 * self._look.u(_PAD), self._tall() + 2 * self._look.u(_PAD))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the widest answer; the row may stack."""
        least = max(segment.sizeHint().width() for segment in self._segments)
        wide = least + 2 * self._look.u(_PAD)
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of one row, or of all below each other."""
        rows = 1 if self._in_a_row(width) else len(self._segments)
        return self._tall() * rows + 2 * self._look.u(_PAD)

    def resizeEvent(self, _event: object) -> None:  # noqa: N802
        """Stack where the row is too narrow."""
        pad, tall = self._look.u(_PAD), self._tall()
        room, top = self.width() - 2 * pad, self._frame().top() + pad
        if not self._in_a_row(self.width()):
            for place, segment in enumerate(self._segments):
                segment.setGeometry(pad, top + place * tall, room, tall)
            return
        widths = [segment.sizeHint().width() for segment in self._segments]
        share = (room - sum(widths)) / len(widths)
        left = float(pad)
        order = list(zip(self._segments, widths, strict=True))
        for segment, width in reversed(order) if self.isRightToLeft() else order:
            segment.setGeometry(round(left), top, round(left + width + share) - round(left), tall)
            left += width + share

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        painter.setPen(QPen(QColor(t.border_strong), t.outline))
        painter.setBrush(QColor(t.surface))
        inset = t.outline / 2
        shape = QRectF(self._frame()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, u(11), u(11))

    def _frame(self) -> QRect:
        """The frame, in the middle of whatever height there is."""
        tall = self.heightForWidth(self.width())
        return QRect(0, (self.height() - tall) // 2, self.width(), tall)

    def _in_a_row(self, width: int) -> bool:
        return self.sizeHint().width() <= width

    def _tall(self) -> int:
        return self._segments[0].sizeHint().height()

    def _tell(self, place: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._ids[place])


give_face(Segments, group)
