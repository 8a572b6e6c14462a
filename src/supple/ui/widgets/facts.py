"""Owns headline numbers, each with a word below it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, FIGURE
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.text import Text


class Facts(FlowRow):
    """Headline numbers with a word below each."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, gap=30, parent=parent)

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        """Show (number, word) pairs."""
        self.set_items([_Fact(self._look, number, word) for number, word in facts])


class _Fact(QWidget):
    """A number and what it counts, one under the other, read as one."""

    def __init__(self, look: Look, number: str, word: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(look, FIGURE, number))
        column.addWidget(Text(look, BODY, word, colour="ink2"))
        self.setAccessibleName(f"{number} {word}")


give_face(_Fact, group)
