"""Owns the bars that show how loud a line is while it is spoken; nothing ticks in silence."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.mirror import mirrored

_BARS: Final = 24
_WIDE: Final = 5
_GAP: Final = 3
_TALL: Final = 22
_FRAME_MS: Final = 40
_STILL_MS: Final = 1000


class LevelBars(QWidget):
    """A bar for each part of the line: as tall as it is loud, filled once it was heard.

    It is a picture beside the words themselves, so it has no name of its own.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._levels: tuple[int, ...] = ()
        self._seconds = 0.0
        self._since = QElapsedTimer()
        self._frames = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._step)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def is_moving(self) -> bool:
        """Whether a line is being followed."""
        return self._frames.isActive()

    def play(self, levels: tuple[int, ...], seconds: float) -> None:
        """Follow a line that begins now; its parts are equally long, from 0 to 100 loud."""
        self._levels, self._seconds = _squeezed(levels), seconds
        self._since.start()
        if self._levels and self.isVisible():
            self._frames.start(_STILL_MS if self._look.still else _FRAME_MS)
        self.update()

    def stop(self) -> None:
        """The line is over, or cut: be flat again."""
        self._frames.stop()
        self._levels = ()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of all bars."""
        u = self._look.u
        return QSize(_BARS * u(_WIDE) + (_BARS - 1) * u(_GAP), u(_TALL))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return half of it: thinner bars show a line as well."""
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Follow nothing that nobody sees."""
        super().hideEvent(event)
        self.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        share = min(1.0, self.width() / self.sizeHint().width())
        t, wide, tall = self._look.tokens, self._look.u(_WIDE) * share, self._look.u(_TALL)
        heard = self._share() * _BARS
        for at in range(_BARS):
            level = self._levels[at] if self._levels else 0
            height = max(wide, tall * level / 100)
            left = at * (wide + self._look.u(_GAP) * share)
            bar = mirrored(self, QRectF(left, (self.height() - height) / 2, wide, height))
            painter.setBrush(QColor(t.primary if at < heard else t.border_strong))
            painter.drawRoundedRect(bar, wide / 2, wide / 2)

    def _share(self) -> float:
        """How much of the line was heard."""
        if not self._levels or self._seconds <= 0:
            return 0.0
        return min(1.0, self._since.elapsed() / 1000 / self._seconds)

    def _step(self) -> None:
        if self._share() >= 1:
            self.stop()
        self.update()


def _squeezed(levels: tuple[int, ...]) -> tuple[int, ...]:
    """As many as there are bars, each the loudest of its parts; a soft voice is seen as well."""
    if not levels:
        return ()
    loudest = max(1, *levels)
    edges = [at * len(levels) // _BARS for at in range(_BARS + 1)]
    parts = [levels[a : max(a + 1, b)] for a, b in pairwise(edges)]
    # The square root brings out what is soft; the whole keeps its own loudness.
    return tuple(round((max(part) / loudest) ** 0.5 * (40 + 0.6 * loudest)) for part in parts)
