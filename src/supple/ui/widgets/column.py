"""Owns the content of a scroll area that is as tall as its words at the width they have."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from supple.ui.theme.look import Look

_EDGE_U: Final = 18
_EDGE_SHARE: Final = 24


class Column(QWidget):
    """Give it a layout. Wrapped words would ask for the height of their narrowest form."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least width; the height follows from the width."""
        return QSize(super().minimumSizeHint().width(), 0)


def narrow_edge(look: Look, room: int) -> int:
    """The margin of a narrow page `room` pixels wide: large text leaves the room to the words."""
    return min(look.u(_EDGE_U), room // _EDGE_SHARE)
