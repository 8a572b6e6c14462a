"""Still pictures of exercises for tiles and rows: each drawn once, while nothing else is to do."""

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

from supple.core.figure.motion import Moment
from supple.core.figure.scene import Stage
from supple.ui.figure_paint import render
from supple.ui.figures import Figures
from supple.ui.theme.look import Look

_MOST_KEPT: Final = 400
_Key = tuple[str, int, int, float, bool, bool, str]


class Stills(QObject):
    """Gives pictures that are there, and draws the missing ones later; `drawn` tells of each.

    With `at_once` nothing is left for later.
    """

    drawn = Signal(str)

    def __init__(self, figures: Figures, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        self._look = look
        self.at_once = False
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._wanted: OrderedDict[_Key, None] = OrderedDict()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._draw_next)

    def picture(self, exercise: str, size: QSize, ratio: float) -> QPixmap | None:
        """The still in the present theme, if it is drawn already; else it will be."""
        tokens, who = self._look.tokens, self._look.character
        key = (exercise, size.width(), size.height(), ratio, tokens.dark, tokens.strong, who)
        if key not in self._kept:
            if not self.at_once:
                self._wanted[key] = None
                self._timer.start()
                return None
            self._draw(key)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _draw_next(self) -> None:
        if not self._wanted:
            self._timer.stop()
            return
        key, _ = self._wanted.popitem(last=False)
        self._draw(key)
        self.drawn.emit(key[0])

    def _draw(self, key: _Key) -> None:
        exercise, width, height, ratio, *_ = key
        figure = self._figures.figure(exercise)
        if figure is None:
            self._kept[key] = QPixmap()
        else:
            stage = Stage(figure, self._figures.style(), width, height)
            self._kept[key] = QPixmap.fromImage(render(stage.scene(Moment(1.0)), ratio))
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
