"""Owns the look of what is read from three metres: the same theme, as large as its place."""

from PySide6.QtCore import QObject

from supple.ui.theme.look import Look


class FarLook(Look):
    """Follows the theme of `near`, not its text size: that is for somebody close."""

    def __init__(self, near: Look, parent: QObject | None = None) -> None:
        super().__init__(near.tokens, near.fonts, near.icons, still=near.still, parent=parent)
        self._near = near
        near.changed.connect(self._follow)

    def fit(self, scale: float) -> None:
        """Take the scale of the place."""
        scale = max(0.1, scale)
        if scale != self.scale:
            self.scale = scale
            self._made.clear()
            self.changed.emit()

    def _follow(self) -> None:
        self.tokens, self.still = self._near.tokens, self._near.still
        self._made.clear()
        self.changed.emit()
