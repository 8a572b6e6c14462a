"""The figures of the session page; apart from the others, so that the page is loaded with it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.core.figure.timing import INTO_S, Play
from supple.core.session.steps import Kind, Step
from supple.core.session.view import SessionView, State
from supple.ui.pages.session import SessionPage
from supple.ui.paint.figures import Figures
from supple.ui.widgets.figure_view import FigureView
from supple.ui.widgets.own_picture import OwnPicture, image_of

_CALM_S: Final = 3.0


def play_of(view: SessionView) -> Play:
    """What the figure does in this phase of a session."""
    if view.step.kind.is_pause_between or view.extra:
        return Play.START
    return Play.HOLD if view.step.kind is Kind.HOLD else Play.REPS


def is_calm(view: SessionView) -> bool:
    """Whether a hold is in its last seconds, in which nothing moves but the time."""
    long_enough = view.seconds - _CALM_S > INTO_S  # else the figure is still on its way
    return play_of(view) is Play.HOLD and long_enough and view.remaining_s <= _CALM_S


class SessionStage:
    """The figures of the session page: the one that moves, what is next, and a softer version.

    Where the user's routine has a picture of its own for a step, that takes the figure's place.
    """

    def __init__(self, page: SessionPage, figures: Figures) -> None:
        self._figures = figures
        self._pictures: Mapping[tuple[int, str], str] = {}
        self._now = figures.view()
        self._next = figures.view()
        self._next.setMinimumSize(1, 1)  # a thumbnail
        self._softer = figures.view()
        self._shown: tuple[object, ...] = ()
        self._shown_next: tuple[object, ...] = ()
        self._place_now, self._place_next = _Place(self._now), _Place(self._next)
        page.set_figure(self._place_now)
        page.set_next_figure(self._place_next)
        page.set_softer_figure(self._softer)

    def begin(self, pictures: Mapping[tuple[int, str], str]) -> None:
        """Another session begins, with these pictures of the user's own."""
        self._pictures = pictures
        self._shown = self._shown_next = ()

    def show(self, view: SessionView) -> None:
        """Follow the session; nothing is painted anew while nothing changes."""
        step, play = view.step, play_of(view)
        now = (view.index, view.attempt, play)
        if now != self._shown:
            self._shown = now
            self._choose(step, self._place_now)
            self._figures.show(self._now, step.exercise, step.side, play)
        self._now.set_paused(view.state is not State.RUNNING or is_calm(view))
        if view.state is State.HURT:
            easier = self._figures.easier(step.exercise)
            self._figures.show(self._softer, easier, step.side, Play.STRETCH)
        ahead = view.next
        coming = (ahead.exercise, ahead.side, ahead.group) if ahead is not None else ()
        if coming != self._shown_next and ahead is not None:
            self._shown_next = coming
            self._choose(ahead, self._place_next)
            self._figures.show(self._next, ahead.exercise, ahead.side, Play.STRETCH)

    def _choose(self, step: Step, place: "_Place") -> None:
        """Show the user's picture of a step, if there is one that can be drawn, else the figure."""
        figure = self._figures.figure(step.exercise)
        image = image_of(self._pictures.get((step.group, step.exercise), ""))
        place.show_own(image, figure.text.end if figure is not None else "")


class _Place(QWidget):
    """Holds a figure and a picture of the user's, of which one is seen."""

    def __init__(self, figure: FigureView) -> None:
        super().__init__()
        self.hide()
        self._figure = figure
        self._own = OwnPicture()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(figure)
        layout.addWidget(self._own)
        figure.show()

    def show_own(self, image: QImage, words: str) -> None:
        """Show this picture; of an empty one nothing is seen, and the figure is back."""
        self._own.show_picture(image, words)
        self._own.setVisible(not image.isNull())
        self._figure.setVisible(image.isNull())
