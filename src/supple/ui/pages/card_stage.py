"""Owns the picture half of an exercise's page: figure, play, scrub, sides, and the dose."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.core.figure.motion import Moment
from supple.core.figure.timing import Play
from supple.ui.pages.card_view import CardView
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SMALL, TypeStyle
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.card import Card
from supple.ui.widgets.figure_view import FigureView
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.position_scene import PositionScene
from supple.ui.widgets.segments import Segments
from supple.ui.widgets.slider import Slider
from supple.ui.widgets.text import Text

_VALUE: Final = TypeStyle(18, 24, 600, lexend=True)
_WHOLE: Final = 100
_STEP: Final = 5
_STACK_BELOW: Final = 330
_DOSES_BELOW: Final = 260


class _Dose(Card):
    """A label and its value."""

    def __init__(self, look: Look, label: str, value: str) -> None:
        super().__init__(look, line="", radius=12, padding=(14, 10))
        self.body.setSpacing(0)
        self.body.addWidget(Text(look, SMALL, label, colour="ink2", wrap=True))
        self.body.addWidget(Text(look, _VALUE, value, wrap=True))
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)


class CardStage(PositionScene):
    """`side_chosen` carries "left" or "right"; the figure itself is moved here."""

    back = Signal()
    side_chosen = Signal(str)

    def __init__(self, look: Look, translations: NullTranslations) -> None:
        super().__init__(look)
        tr = translations.gettext
        self._look = look
        self._view: FigureView | None = None
        self._names = (tr("Play"), tr("Stop the movement"))
        self.back_button = Button(look, tr("Library"), Kind.PLAIN, icon="arrow-left")
        self.play = IconButton(look, "play", self._names[0], weight=Weight.FILL, side=44)
        self.play.radius = 22
        self.scrub = Slider(look, tr("Movement, from start to stretch"), (0, _WHOLE, _STEP))
        self.sides = Segments(look, tr("Side"), (("left", tr("Left")), ("right", tr("Right"))))
        self.foot = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._column.addWidget(self.foot)
        below = QVBoxLayout(self.foot)
        below.setContentsMargins(0, 0, 0, 0)
        self._controls = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line = QHBoxLayout()
        line.addWidget(self.play)
        line.addWidget(self.scrub, 1)
        self._controls.addLayout(line, 1)
        self._controls.addWidget(self.sides)
        self._doses = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.addLayout(self._controls)
        below.addLayout(self._doses)
        self._below = below
        self.back_button.clicked.connect(self.back)
        self.play.clicked.connect(self._toggle)
        self.scrub.valueChanged.connect(self._scrubbed)
        self.sides.chosen.connect(self.side_chosen)
        FocusRing(look, self).watch(self.back_button, self.play, self.scrub)
        look.changed.connect(self._dress)
        self._dress()

    def set_figure(self, view: FigureView) -> None:
        """Take the figure that is moved here."""
        self._view = view
        view.setMinimumSize(1, 1)
        self.figure.set_figure(view)
        view.phase_changed.connect(self._follow)

    def show_view(self, view: CardView) -> None:
        """Show the exercise's ground and dose."""
        self.set_ground(view.ground)
        self.sides.setVisible(view.has_sides)
        self.sides.choose("left")
        while (item := self._doses.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for label, value in view.doses:
            self._doses.addWidget(_Dose(self._look, label, value), 1)

    def more_height(self, width: int) -> int:
        """How much taller it has to be where the doses stand below each other."""
        if width >= self._look.u(_DOSES_BELOW):
            return 0
        below = range(1, self._doses.count())
        items = (self._doses.itemAt(index) for index in below)
        return sum(item.sizeHint().height() + self._look.u(10) for item in items if item)

    def start(self) -> None:
        """Begin the movement, or show the stretch where little is to move."""
        if self._view is not None:
            self._view.play(Play.STRETCH if self._look.still else Play.LOOP)
        self._show_playing()
        self._follow(1.0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place figure and controls for the new size."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        u, direction = self._look.u, QBoxLayout.Direction
        narrow = self.width() < u(_STACK_BELOW)
        self._controls.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._controls.setSpacing(u(10))
        doses = self.width() < u(_DOSES_BELOW)
        self._doses.setDirection(direction.TopToBottom if doses else direction.LeftToRight)
        self._doses.setSpacing(u(10))
        self._below.setSpacing(u(14))
        side = u(26)
        self._column.setContentsMargins(mirrored_margins(self, side - u(9), u(16), side, side))
        self.foot.setContentsMargins(mirrored_margins(self, u(9), 0, 0, 0))
        foot = self.foot.sizeHint().height() + side
        self.place_figure(u(64), self.height() - foot - u(6))
        self.figure.lower()

    def _toggle(self) -> None:
        view = self._view
        if view is None:
            return
        if view.is_playing:
            view.set_paused(True)
        else:
            view.set_still(False)  # whoever presses play wants to see it move
            view.play(Play.LOOP)
        self._show_playing()

    def _show_playing(self) -> None:
        playing = self._view is not None and self._view.is_playing
        self.play.set_icon("pause" if playing else "play")
        self.play.set_name(self._names[playing])

    def _follow(self, phase: float) -> None:
        if not self.scrub.isSliderDown():
            self.scrub.blockSignals(True)
            self.scrub.setValue(round(phase * _WHOLE))
            self.scrub.blockSignals(False)

    def _scrubbed(self, value: int) -> None:
        if self._view is not None:
            self._view.show_moment(Moment(value / _WHOLE))
        self._show_playing()
