"""The figure as a widget: paints one moment, and plays it while somebody can see it."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.core.figure.motion import Moment
from supple.core.figure.record import Figure
from supple.core.figure.scene import Stage, Style
from supple.core.figure.timing import FRAME_S, INTO_S, Play, frame_at
from supple.ui.paint.figure_paint import flattened, paint_ghost, paint_prepared, prepared, scaled
from supple.ui.widgets.faces import give_face, picture

MOVING_MS: Final = round(FRAME_S * 1000)
BREATHING_MS: Final = 140  # a breath moves a pixel or two a frame; more frames only cost power
_KEPT_BYTES: Final = 24_000_000  # for the frames of a movement that comes again and again
_SMALLEST: Final = QSize(120, 90)
_USUAL: Final = QSize(480, 360)


class FigureView(QWidget):
    """Shows a figure in a style. It decides nothing: pages tell it what to play.

    Nothing is painted anew while it is hidden, paused, or `still` (reduced motion), and room and
    props are painted once for each size. `clock` gives seconds and never goes back.
    """

    phase_changed = Signal(float)

    def __init__(
        self, parent: QWidget | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._figure: Figure | None = None
        self._words = ""
        self._style = Style()
        self._play = Play.STRETCH
        self._moment = Moment(1.0)
        self._begun_s = 0.0
        self._paused_at_s: float | None = None
        self._still = False
        self._stage: Stage | None = None
        self._stage_ratio = 1.0
        self._ground: QImage | None = None
        self._frames: dict[Moment, tuple[QPoint, QImage]] = {}
        self._kept_bytes = 0
        self._painted: tuple[tuple[Moment, bool], QImage] | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_SMALLEST)

    def set_figure(self, figure: Figure | None, words: str = "") -> None:
        """Show another figure; `words` describe it to people who do not see it.

        Without words those of the file are used: the start or the stretch, as the picture has it.
        """
        self._figure = figure
        self._words = words
        self._forget()
        self.play(self._play)

    def set_style(self, style: Style) -> None:
        """Show the same moment in another theme, ground, character or mirror."""
        if style != self._style:
            self._style = style
            self._forget()

    @property
    def figure_style(self) -> Style:
        """How the figure is drawn."""
        return self._style

    def play(self, play: Play) -> None:
        """Begin a movement, or show one of the stills."""
        self._play = play
        self._tell()
        self._begun_s = self._clock()
        self._paused_at_s = None
        self._timer.stop()
        if not play.moves or self._still:
            self._show(Moment(0.0 if play in (Play.START, Play.LEAVE) else 1.0))
        else:
            self._tick()
        self._wind()

    def _tell(self) -> None:
        """Say in words what is in the picture."""
        words = self._words
        if not words and self._figure is not None:
            text = self._figure.text
            words = text.start if self._play is Play.START else text.end
        self.setAccessibleName(words)

    def show_moment(self, moment: Moment) -> None:
        """Stop, and show exactly this moment: for a slider."""
        self._play = Play.STRETCH
        self._wind()
        self._show(moment)

    def set_paused(self, paused: bool) -> None:
        """Freeze where it is, or go on from there."""
        if paused and self._paused_at_s is None:
            self._paused_at_s = self._clock()
        elif not paused and self._paused_at_s is not None:
            self._begun_s += self._clock() - self._paused_at_s
            self._paused_at_s = None
        self._wind()

    def set_still(self, still: bool) -> None:
        """Reduced motion: stills instead of movements, no breath."""
        if still != self._still:
            self._still = still
            self.play(self._play)

    @property
    def moment(self) -> Moment:
        """The moment that is shown."""
        return self._moment

    @property
    def is_playing(self) -> bool:
        """Whether the picture is being painted anew again and again."""
        return self._timer.isActive()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A card's size."""
        return _USUAL

    def _forget(self) -> None:
        self._stage = None
        self._ground = None
        self._drop_frames()
        self.update()

    def _show(self, moment: Moment) -> None:
        if moment != self._moment:
            turned = moment.phase != self._moment.phase
            self._moment = moment
            self.update()
            if turned:
                self.phase_changed.emit(moment.phase)

    def _tick(self) -> None:
        if self._figure is None:
            return
        elapsed = self._clock() - self._begun_s
        self._show(frame_at(self._play, self._figure, elapsed))
        if self._play is Play.LEAVE and self._moment.phase <= 0:
            self._timer.stop()
        elif self._play is Play.HOLD and elapsed > INTO_S:
            self._timer.setInterval(BREATHING_MS)

    def _wind(self) -> None:
        """Let the timer run exactly when there is something to see that moves."""
        runs = (
            self._figure is not None
            and self._play.moves
            and not self._still
            and self._paused_at_s is None
            and self.isVisible()
            and not self.window().isMinimized()
        )
        if not runs:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start(MOVING_MS)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the movement."""
        super().showEvent(event)
        self._wind()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody sees it: nothing moves, and nothing is kept for it."""
        super().hideEvent(event)
        self._timer.stop()
        self._drop_frames()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another size, another stage."""
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """The kept ground, and what moves on it."""
        image = self.picture()
        if image is not None:
            with QPainter(self) as painter:
                painter.drawImage(0, 0, image)

    def picture(self) -> QImage | None:
        """The present picture in device pixels; None without a figure."""
        if self._figure is None or self.width() <= 0 or self.height() <= 0:
            return None
        ratio = self.devicePixelRatioF()
        if self._stage is None or self._ground is None or self._stage_ratio != ratio:
            self._stage = Stage(self._figure, self._style, self.width(), self.height())
            self._stage_ratio = ratio
            self._ground = self._painted_ground(self._stage, ratio)
            self._drop_frames()
        ghost = self._style.ghost and self._moment.phase > 0 and not self.is_playing
        if self._painted is not None and self._painted[0] == (self._moment, ghost):
            return self._painted[1]  # the window asks again although nothing moved
        image = self._ground.copy()
        with QPainter(image) as painter:
            if ghost:
                paint_ghost(painter, self._stage.scene(self._moment), ratio)
            self._paint_moving(painter, self._stage, ratio)
        image.setDevicePixelRatio(ratio)
        self._painted = (self._moment, ghost), image
        return image

    def _paint_moving(self, painter: QPainter, stage: Stage, ratio: float) -> None:
        """Paint what moves; of a movement that is repeated the frames are kept as they are.

        They are kept until there are enough of them: a slow movement has more, and each is seen
        so seldom that keeping the rest would save little.
        """
        kept = self._frames.get(self._moment)
        if kept is None:
            pieces = prepared(stage.moving(self._moment), scaled(stage.frame.at, ratio))
            if not self._play.repeats or self._kept_bytes > _KEPT_BYTES:
                paint_prepared(painter, pieces)
                return
            kept = flattened(pieces, painter.viewport())
            self._frames[self._moment] = kept
            self._kept_bytes += kept[1].sizeInBytes()
        painter.drawImage(*kept)

    def _drop_frames(self) -> None:
        self._frames.clear()
        self._kept_bytes = 0
        self._painted = None

    def _painted_ground(self, stage: Stage, ratio: float) -> QImage:
        size = QSize(round(stage.frame.width * ratio), round(stage.frame.height * ratio))
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            paint_prepared(painter, prepared(stage.still, scaled(stage.frame.at, ratio)))
        return image


give_face(FigureView, picture)
