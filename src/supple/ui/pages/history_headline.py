"""Owns a headline of History."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.pages.history_view import Headline
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, FIGURE
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.text import YieldingText

_LEAST: Final = 190


class HeadlineView(QWidget):
    """A number, and below it what it counts."""

    def __init__(self, look: Look, headline: Headline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(mirrored_margins(self, look.u(4), 0, 0, 0))
        column.setSpacing(0)
        column.addWidget(YieldingText(look, FIGURE, headline.number))
        column.addWidget(YieldingText(look, BODY, headline.words, colour="ink2"))
        self._look = look
        self.setAccessibleName(f"{headline.number}, {headline.words}")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words, so wide that headlines of a row stand apart."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._look.u(_LEAST)), hint.height())


give_face(HeadlineView, group)
