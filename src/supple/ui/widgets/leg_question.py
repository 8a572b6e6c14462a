"""Owns the second question about pain: only a button until somebody wants to answer it."""

from gettext import NullTranslations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import CARD
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.folding_row import FoldingRow
from supple.ui.widgets.number_scale import NumberScale
from supple.ui.widgets.text import Text


class LegQuestion(QWidget):
    """A scale that unfolds. `chosen` carries the number, None when it is taken back.

    `unfold` is its button.
    """

    chosen = Signal(object)

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        question = translations.gettext("And your leg?")
        self.unfold = Button(look, question, Kind.QUIET, Size.SMALL)
        self._title = Text(look, CARD, question, wrap=True)
        self.scale = NumberScale(look, question, translations)
        self.scale.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.u(4))
        column.addWidget(self._title)
        column.addWidget(self.scale)
        self.unfold.clicked.connect(self._open)
        self.hide()

    def beside(self, question: QWidget) -> FoldingRow:
        """The first question with the button of this one at its side."""
        row = FoldingRow(self._look, gap=4)
        row.add(question, grows=True)
        row.add(self.unfold)
        return row

    def fold(self, before: int | None = None, *, asks: bool = True) -> None:
        """Begin anew, with nothing chosen. `before` marks the number given before the session.

        Where pain is not asked about at all, neither is this.
        """
        self.scale.set_before(before)
        self.scale.choose(None)
        self.setVisible(asks and before is not None)
        self.unfold.setVisible(asks and before is None)

    def _open(self) -> None:
        self.show()
        self.unfold.hide()
        self.scale.setFocus(Qt.FocusReason.OtherFocusReason)
