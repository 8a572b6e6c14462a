"""Owns the look of what is read from three metres: the same theme, as large as its place."""

from typing import Final

from PySide6.QtCore import QObject

from supple.ui.theme.look import Look

_HEIGHT: Final = 366  # u from top to bottom; a headline is then 12 % of it, as in the room view
_WIDTH: Final = 600


class FarLook(Look):
    """Follows the theme of `near`, not its text size: that is for somebody close."""

    def __init__(self, near: Look, parent: QObject | None = None) -> None:
        super().__init__(near.tokens, near.fonts, near.icons, still=near.still, parent=parent)
        self._near = near
        near.changed.connect(self._follow)

    def fit(self, width: float, height: float) -> None:
        """Take the size of the place."""
        scale = max(0.1, min(width / _WIDTH, height / _HEIGHT))
        if scale != self.scale:
            self.scale = scale
            self._made.clear()
            self.changed.emit()

    def _follow(self) -> None:
        self.tokens, self.still = self._near.tokens, self._near.still
        self._made.clear()
        self.changed.emit()
