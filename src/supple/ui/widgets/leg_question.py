"""Owns the second question about pain: folded to one line until somebody wants to answer it."""

from gettext import NullTranslations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import CARD
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.number_scale import NumberScale
from supple.ui.widgets.text import Text


class LegQuestion(QWidget):
    """A button that unfolds a scale. `chosen` carries the number, None when it is taken back."""

    chosen = Signal(object)

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        question = translations.gettext("And your leg?")
        self.unfold = Button(look, question, Kind.QUIET, Size.SMALL)
        self._title = Text(look, CARD, question, wrap=True)
        self.scale = NumberScale(look, question, translations)
        self.scale.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.u(4))
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self.scale)
        self.unfold.clicked.connect(self._open)
        FocusRing(look, self).watch(self.unfold)
        self.fold()

    def fold(self, before: int | None = None) -> None:
        """Ask anew, with nothing chosen. `before` marks the number given before the session."""
        self.scale.set_before(before)
        self.scale.choose(None)
        self._show(asks=before is not None)

    def _open(self) -> None:
        self._show(asks=True)
        self.scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, asks: bool) -> None:
        self.unfold.setVisible(not asks)
        self._title.setVisible(asks)
        self.scale.setVisible(asks)
