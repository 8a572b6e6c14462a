"""Owns the content of a scroll area that is as tall as its words at the width they have."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Column(QWidget):
    """Give it a layout. Wrapped words would ask for the height of their narrowest form."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least width; the height follows from the width."""
        return QSize(super().minimumSizeHint().width(), 0)
