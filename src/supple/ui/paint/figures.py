"""Figures for the pages: exercises drawn on the plain ground, in the window's theme."""

from weakref import WeakSet

import msgspec
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from supple.app.catalogue import Catalogue
from supple.core.figure.record import Figure
from supple.core.figure.scene import Style
from supple.core.figure.timing import Play
from supple.core.session.steps import Side
from supple.ui.theme.look import Look
from supple.ui.widgets.figure_view import FigureView

AT_THE_DESK = "desk-chair-stretch-single"
"""The exercise that stands for desk breaks."""


class Figures:
    """Reads each figure once and makes views of them."""

    def __init__(self, catalogue: Catalogue, look: Look) -> None:
        self._catalogue = catalogue
        self._look = look
        self._known: dict[str, Figure | None] = {}
        self._views: WeakSet[FigureView] = WeakSet()
        look.changed.connect(self._restyle)

    def figure(self, exercise: str) -> Figure | None:
        """The figure of an exercise; None where its file has none that can be drawn."""
        if exercise not in self._known:
            self._known[exercise] = self._catalogue.figure(exercise)
        return self._known[exercise]

    def easier(self, exercise: str) -> str:
        """The easier version of an exercise; itself where there is none."""
        return self._catalogue.exercise(exercise).easier or exercise

    def view(self, parent: QWidget | None = None) -> FigureView:
        """An empty view on the plain ground, hidden until a page has a place for it."""
        view = FigureView(parent)
        view.hide()
        view.set_style(self.style())
        view.set_still(self._look.still)
        self._views.add(view)
        return view

    def _restyle(self) -> None:
        """Let all views follow the theme."""
        for view in list(self._views):
            if isValid(view):
                now = view.figure_style
                plain = self.style(mirrored=now.mirrored, arrows=now.arrows)
                kept = msgspec.structs.replace(
                    plain, crossed=now.crossed, ghost=now.ghost, alone=now.alone
                )
                view.set_style(kept)
                view.set_still(self._look.still)

    def style(self, *, mirrored: bool = False, arrows: bool = False) -> Style:
        """How figures are drawn in the window's theme."""
        theme = "dark" if self._look.tokens.dark else "light"
        return Style(
            theme=theme,
            ground="plain",
            character=self._look.character,
            outlines=self._look.tokens.strong,
            mirrored=mirrored,
            arrows=arrows,
        )

    def show(
        self, view: FigureView, exercise: str, side: Side, play: Play, *, explains: bool = False
    ) -> None:
        """Let `view` show an exercise on a side.

        One that `explains` the way into the stretch has its start faintly behind it where nothing
        may move.
        """
        figure = self.figure(exercise)
        mirrored = figure is not None and figure.is_mirrored(side.value)
        style = self.style(mirrored=mirrored)
        ghost = explains and self._look.still
        alone = play is Play.STRETCH and not ghost
        view.set_style(msgspec.structs.replace(style, ghost=ghost, alone=alone))
        view.set_figure(figure)
        view.play(play)

    def mistake(self, exercise: str) -> FigureView | None:
        """The main mistake of an exercise, crossed out; None where no picture says it best."""
        figure = self.figure(exercise)
        if figure is None or not figure.has_mistake:
            return None
        wrong = figure.mistaken()
        view = self.view()
        view.set_style(msgspec.structs.replace(self.style(), crossed=True))
        view.set_figure(wrong, wrong.text.end)
        view.play(Play.STRETCH)
        return view
