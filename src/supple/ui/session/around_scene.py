"""The scene beside the pages around a session: one figure, shown where it is wanted."""

from PySide6.QtWidgets import QWidget

from supple.core.figure.timing import Play
from supple.core.session.steps import Side
from supple.ui.pages.session_finished_room import FinishedRoom
from supple.ui.paint.figures import Figures
from supple.ui.widgets.split import SplitPage


class AroundScene:
    """A figure that the pages before and after a session take turns to show."""

    def __init__(self, figures: Figures, parent: QWidget) -> None:
        self._figures = figures
        self._view = figures.view(parent)

    def show(self, page: SplitPage | FinishedRoom, exercise: str) -> None:
        """Let a page show an exercise."""
        page.figure.set_figure(self._view)
        self._figures.show(self._view, exercise, Side.NONE, Play.STRETCH)
