"""The figures of the session page; apart from the others, so that the page is loaded with it."""

from supple.core.figure.timing import Play
from supple.core.session.steps import Kind
from supple.core.session.view import SessionView, State
from supple.ui.figures import Figures
from supple.ui.pages.session import SessionPage


def play_of(view: SessionView) -> Play:
    """What the figure does in this phase of a session."""
    if view.step.kind.is_pause_between or view.extra:
        return Play.START
    return Play.HOLD if view.step.kind is Kind.HOLD else Play.REPS


class SessionStage:
    """The figures of the session page: the one that moves, what is next, and a softer version."""

    def __init__(self, page: SessionPage, figures: Figures) -> None:
        self._figures = figures
        self._now = figures.view()
        self._next = figures.view()
        self._next.setMinimumSize(1, 1)  # a thumbnail
        self._softer = figures.view()
        self._shown: tuple[object, ...] = ()
        self._shown_next: tuple[object, ...] = ()
        page.set_figure(self._now)
        page.set_next_figure(self._next)
        page.set_softer_figure(self._softer)

    def show(self, view: SessionView) -> None:
        """Follow the session; nothing is painted anew while nothing changes."""
        step, play = view.step, play_of(view)
        now = (view.index, view.attempt, play)
        if now != self._shown:
            self._shown = now
            self._figures.show(self._now, step.exercise, step.side, play)
        self._now.set_paused(view.state is not State.RUNNING)
        if view.state is State.HURT:
            easier = self._figures.easier(step.exercise)
            self._figures.show(self._softer, easier, step.side, Play.STRETCH)
        ahead = view.next
        coming = (ahead.exercise, ahead.side) if ahead is not None else ()
        if coming != self._shown_next and ahead is not None:
            self._shown_next = coming
            self._figures.show(self._next, ahead.exercise, ahead.side, Play.STRETCH)
