"""Owns the row whose parts go below each other where they have no room side by side."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.height import Policy, follow_width

_LEAST_WORDS: Final = 130
_VERY_WIDE: Final = 10_000


class FoldingRow(QWidget):
    """Parts `gap` u apart; one that `grows` takes what room there is, as words do."""

    def __init__(self, look: Look, *, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._gap = gap
        self._parts: list[tuple[QWidget, bool, Qt.AlignmentFlag]] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        follow_width(self, Policy.Preferred, Policy.Preferred)
        look.changed.connect(self._arrange)

    def add(
        self, part: QWidget, *, grows: bool = False, side: Qt.AlignmentFlag | None = None
    ) -> None:
        """Put something at the end; `side` is how it stands in the row."""
        side = Qt.AlignmentFlag(0) if side is None else side
        self._parts.append((part, grows, side))
        self._row.addWidget(part, int(grows), side)
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the widest part: all may stand below each other."""
        widest = max((_least(part) for part, *_ in self._shown()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the row, or of all parts below each other."""
        beside = self._beside(width)
        if beside is self._is_row():
            told = self._row.hasHeightForWidth()
            size = self._row.totalSizeHint()
            return self._row.totalHeightForWidth(width) if told else size.height()
        heights = [_tall(part, width) for part, *_ in self._shown()]
        if beside:
            return max(heights, default=0)
        return sum(heights) + self._look.u(self._gap) * max(0, len(heights) - 1)

    def event(self, event: QEvent) -> bool:
        """Fold anew when a part changed its size, came or went."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fold where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _shown(self) -> list[tuple[QWidget, bool, Qt.AlignmentFlag]]:
        return [each for each in self._parts if not each[0].isHidden()]

    def _is_row(self) -> bool:
        return self._row.direction() == QBoxLayout.Direction.LeftToRight

    def _beside(self, width: int) -> bool:
        needed = sum(self._needed(part, grows=grows) for part, grows, _ in self._shown())
        gaps = self._look.u(self._gap) * max(0, len(self._shown()) - 1)
        return width >= needed + gaps

    def _needed(self, part: QWidget, *, grows: bool) -> int:
        """A word a line is no room for words, where they are more than one."""
        least = _least(part)
        if not grows:
            return max(least, part.sizeHint().width())
        wraps = part.hasHeightForWidth()
        if wraps and part.heightForWidth(max(1, least)) > part.heightForWidth(_VERY_WIDE):
            return max(least, self._look.u(_LEAST_WORDS))
        return least

    def _arrange(self) -> None:
        beside = self._beside(self.width())
        direction = QBoxLayout.Direction
        if self._row.spacing() != self._look.u(self._gap):
            self._row.setSpacing(self._look.u(self._gap))
        if beside is self._is_row():
            return
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        for place, (part, grows, side) in enumerate(self._parts):
            below = Qt.AlignmentFlag(0) if grows else Qt.AlignmentFlag.AlignLeading
            self._row.setAlignment(part, side if beside else below)
            self._row.setStretch(place, int(grows and beside))
        self.updateGeometry()


def _least(part: QWidget) -> int:
    if part.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
        return max(part.minimumWidth(), part.sizeHint().width())
    return max(part.minimumWidth(), part.minimumSizeHint().width())


def _tall(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
