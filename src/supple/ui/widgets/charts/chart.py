"""Owns a chart in a window: pointing at it, walking through its points, telling a screen reader."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.charts.picture import Mark, Picture
from supple.ui.widgets.faces import give_face
from supple.ui.widgets.height import Policy, follow_width
from supple.ui.widgets.mirror import reading_key

_WIDTH: Final = 260
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chart(QWidget):
    """Shows a picture. One tab stop; arrows walk through its points, Home and End jump.

    `chosen` carries the key of a point that leads somewhere; `table_wanted` is for a key.
    """

    chosen = Signal(str)
    table_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: Picture | None = None
        self.at: int | None = None
        self.radius = 8
        follow_width(self, down=Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        look.changed.connect(self._dress)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    def show_picture(self, picture: Picture) -> None:
        """Show this one."""
        self._picture = picture
        self.at = None
        self.setAccessibleName(picture.gist)
        self._dress()

    def marks(self) -> list[Mark]:
        """The points in sight, in the order they are read."""
        return self._picture.marks(self._look, self._area()) if self._picture else []

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a usual width, and the height that belongs to it."""
        width = max(self.width(), self._look.u(_WIDTH))
        return QSize(self._look.u(_WIDTH), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a width that any page has."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the picture."""
        return round(self._picture.height(self._look, width)) if self._picture else 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the picture, and a frame around the point that the keyboard is at."""
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.paint(painter, self._look, self._area())
        if self.at is not None and self.hasFocus():
            box = self.marks()[self.at].box.adjusted(-2, -2, 2, 2)
            painter.setPen(QPen(QColor(self._look.tokens.focus), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What the keys of a page do here."""
        return {"table": self.table_wanted.emit}

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Walk, jump or choose."""
        marks, key = self.marks(), reading_key(self, event.key())
        if key in _STEPS and marks:
            start = len(marks) - 1 if self.at is None else self.at + _STEPS[key]
            self._go(min(max(start, 0), len(marks) - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and marks:
            self._go(0 if key == Qt.Key.Key_Home else len(marks) - 1)
        elif key in _ENTER and self.at is not None and marks[self.at].key:
            self.chosen.emit(marks[self.at].key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the point under the pointer."""
        index = self._under(event.position())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            mark = self.marks()[index]
            self.at = index
            if mark.key:
                self.chosen.emit(mark.key)
            else:
                QToolTip.showText(event.globalPosition().toPoint(), mark.words, self)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show that a point leads somewhere."""
        index = self._under(event.position())
        leads = index is not None and bool(self.marks()[index].key)
        hand = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)

    def event(self, event: QEvent) -> bool:
        """Tell about the point under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._under(QPointF(event.pos()))
            if index is None:
                QToolTip.hideText()
            else:
                mark = self.marks()[index]
                QToolTip.showText(event.globalPos(), mark.words, self, mark.box.toRect())
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the frame away."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()

    def _go(self, index: int) -> None:
        self.at = index
        mark = self.marks()[index]
        self.setAccessibleDescription(mark.words)
        QToolTip.showText(self.mapToGlobal(mark.box.center().toPoint()), mark.words, self)
        told = QAccessibleEvent(self, QAccessible.Event.Focus)
        told.setChild(index)
        QAccessible.updateAccessibility(told)
        self.update()

    def _under(self, at: QPointF) -> int | None:
        return next((i for i, mark in enumerate(self.marks()) if mark.box.contains(at)), None)

    def _area(self) -> QRectF:
        return QRectF(self.rect())

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


def _face(chart: QWidget) -> QAccessibleInterface:
    """A screen reader alone asks for it."""
    from supple.ui.widgets.charts.chart_face import face_of

    return face_of(chart)


give_face(Chart, _face)
