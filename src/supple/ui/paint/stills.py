"""Still pictures for tiles and rows: each drawn once, while nothing else is to do.

What they show is told by a word: the id of an exercise, or a picture of the user's own as `own`
puts it.
"""

from collections import OrderedDict
from typing import Final

import msgspec
from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

from supple.core.figure.motion import Moment
from supple.core.figure.scene import Stage
from supple.ui.paint.figure_paint import render
from supple.ui.paint.figures import Figures
from supple.ui.theme.look import Look
from supple.ui.widgets.own_picture import fitted, small_image

_MOST_KEPT: Final = 400
_OWN: Final = "own:"
_ALONE: Final = "alone:"
_Key = tuple[str, int, int, float, bool, bool, str]


def own(picture: str, exercise: str) -> str:
    """What to show of a row: a picture of the user's own, as it stands there, or the exercise."""
    return _OWN + picture if picture else exercise


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

    def picture(self, shown: str, size: QSize, ratio: float) -> QPixmap | None:
        """The still in the present theme, if it is drawn already; else it will be."""
        tokens, who = self._look.tokens, self._look.character
        key = (shown, size.width(), size.height(), ratio, tokens.dark, tokens.strong, who)
        if key not in self._kept:
            if not self.at_once:
                self._wanted[key] = None
                self._timer.start()
                return None
            self._draw(key)
        self._kept.move_to_end(key)
        return self._kept[key]

    def picture_alone(self, shown: str, size: QSize, ratio: float) -> QPixmap | None:
        """The still for where nothing ever moves: with no room for the way there it is larger."""
        return self.picture(shown if shown.startswith(_OWN) else _ALONE + shown, size, ratio)

    def _draw_next(self) -> None:
        if not self._wanted:
            self._timer.stop()
            return
        key, _ = self._wanted.popitem(last=False)
        self._draw(key)
        self.drawn.emit(key[0].removeprefix(_ALONE))

    def _draw(self, key: _Key) -> None:
        shown, width, height, ratio, *_ = key
        if shown.startswith(_OWN):
            self._kept[key] = _own_still(shown.removeprefix(_OWN), QSize(width, height), ratio)
        elif (figure := self._figures.figure(shown.removeprefix(_ALONE))) is None:
            self._kept[key] = QPixmap()
        else:
            style = msgspec.structs.replace(self._figures.style(), alone=shown.startswith(_ALONE))
            stage = Stage(figure, style, width, height)
            self._kept[key] = QPixmap.fromImage(render(stage.scene(Moment(1.0)), ratio))
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)


def _own_still(text: str, size: QSize, ratio: float) -> QPixmap:
    """The picture in the middle of its place, in its own proportions."""
    whole = size * ratio
    still = QPixmap(whole)
    still.fill(Qt.GlobalColor.transparent)
    image = small_image(text, whole)
    with QPainter(still) as painter:
        painter.drawImage(fitted(image.size(), QRect(0, 0, whole.width(), whole.height())), image)
    still.setDevicePixelRatio(ratio)
    return still
