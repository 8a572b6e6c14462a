"""Owns the row that goes on in the next line where it is full."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.height import Policy, follow_width


class FlowRow(QWidget):
    """Lays small widgets out one after the other, `gap` u apart; hidden ones take no room.

    `apart`: the last one of a line stands at its end.
    """

    def __init__(
        self, look: Look, *, gap: int, apart: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._gap = gap
        self._apart = apart
        self._items: tuple[QWidget, ...] = ()
        follow_width(self, Policy.Preferred)

    def set_items(self, items: Sequence[QWidget]) -> None:
        """Show these; what was there before and is no longer goes."""
        for item in self._items:
            if item not in items:
                item.hide()
                item.deleteLater()
        self._items = tuple(items)
        for item in self._items:
            item.setParent(self)
            item.show()
        self.updateGeometry()
        self._place(self.width())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with everything in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gap = self._look.u(self._gap)
        width = sum(size.width() + gap for size in sizes) - gap
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the widest."""
        least = max((item.minimumSizeHint().width() for item in self._shown()), default=0)
        return QSize(least, self._flow(max(least, self.width()))[0])

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lines."""
        return self._flow(width)[0]

    def event(self, event: QEvent) -> bool:
        """Lay out anew when an item changed its size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place(self.width())
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out for the new width."""
        super().resizeEvent(event)
        self._place(event.size().width())

    def _shown(self) -> list[QWidget]:
        return [item for item in self._items if not item.isHidden()]

    def _place(self, width: int) -> None:
        for item, place in zip(self._shown(), self._flow(width)[1], strict=True):
            item.setGeometry(place)

    def _flow(self, width: int) -> tuple[int, list[QRect]]:
        """The height, and where each item stands: in the middle of its line."""
        gap, left, top = self._look.u(self._gap), 0, 0
        lines: list[list[QRect]] = [[]]
        for item in self._shown():
            hint = item.sizeHint()
            wide = min(hint.width(), width)
            height = item.heightForWidth(wide) if item.hasHeightForWidth() else hint.height()
            if left and left + wide > width:
                top += _tallest(lines[-1]) + gap
                lines.append([])
                left = 0
            lines[-1].append(QRect(left, top, wide, max(height, 1)))
            left += wide + gap
        for line in lines:
            for place in line:
                place.translate(0, (_tallest(line) - place.height()) // 2)
            if self._apart and len(line) > 1:
                line[-1].moveRight(width - 1)
        places = [place for line in lines for place in line]
        if self.isRightToLeft():
            places = [QRect(width - p.right() - 1, p.top(), p.width(), p.height()) for p in places]
        return top + _tallest(lines[-1]), places


def _tallest(line: list[QRect]) -> int:
    return max((place.height() for place in line), default=0)
