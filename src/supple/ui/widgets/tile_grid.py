"""Owns the grid of equal tiles: one stop for Tab, arrows move inside it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.mirror import mirrored_place

_GAP = 16


class TileGrid(QWidget):
    """Lays buttons out in columns, each row as tall as its tallest tile.

    `least_u` is how narrow a tile may become; at most `most_columns`.
    """

    def __init__(
        self, look: Look, *, least_u: int, most_columns: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._least_u = least_u
        self._most_columns = most_columns
        self._tiles: list[QAbstractButton] = []
        self._columns = 1
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stop = ListStop(self, lambda: self._tiles)
        look.changed.connect(self._lay)

    def set_tiles(self, tiles: Sequence[QAbstractButton]) -> None:
        """Show these, in their order; others that were given before are hidden."""
        for tile in self._tiles:
            if tile not in tiles:
                tile.hide()
        for tile in tiles:
            tile.setParent(self)
        self._tiles = list(tiles)
        self._stop.settle()
        self._lay()
        for tile in self._tiles:
            tile.show()

    @property
    def tiles(self) -> tuple[QAbstractButton, ...]:
        """The tiles that are shown."""
        return tuple(self._tiles)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height that the tiles take."""
        return QSize(self._look.u(self._least_u), self._height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the width of the widest word; a single column may be narrower than usual."""
        words = max((tile.minimumSizeHint().width() for tile in self._tiles), default=0)
        return QSize(min(self._look.u(self._least_u), words), self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose the columns for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay()

    def _lay(self) -> None:
        gap, width = self._look.u(_GAP), self.width()
        fit = (width + gap) // (self._look.u(self._least_u) + gap)
        self._columns = max(1, min(self._most_columns, fit))
        each = (width - gap * (self._columns - 1)) / self._columns
        top = 0
        for start in range(0, len(self._tiles), self._columns):
            row = self._tiles[start : start + self._columns]
            tall = max(tile.heightForWidth(round(each)) for tile in row)
            for column, tile in enumerate(row):
                left = round(column * (each + gap))
                right = round(column * (each + gap) + each)
                tile.setGeometry(mirrored_place(self, QRect(left, top, right - left, tall)))
            top += tall + gap
        height = max(0, top - gap)
        if height != self._height:
            self._height = height
            self.updateGeometry()
