"""Owns the page in two halves: a scene at the left, words and questions at the right."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supple.ui.theme.look import Look
from supple.ui.widgets.column import Column
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.remote import by_remote, is_of_remotes
from supple.ui.widgets.scene import FigureSlot, SceneBackdrop

_SPLIT_FROM: Final = 820
_SCENE_SHARE: Final = 0.367
_LOW: Final = 400
_LOW_AND_NARROW: Final = 640
_ROOMY_FROM: Final = 620
_NARROW_SHARE: Final = 24
_WIDEST: Final = 1120
_NARROW_BELOW: Final = 300
_GAP: Final = 10


class SplitPage(QWidget):
    """Put things over the scene into `on_sky` and `on_land`, questions into `body`.

    What goes into `foot` stays in sight below the questions, unless the page is very low. A
    narrow page puts what stands on the sky above the questions, and drops scene and land; so does
    one that was told to have none.
    """

    has_scene = True

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.scene = SceneBackdrop(look, parent=self)
        self.scene.edge, self.scene.crest = 0.735, 0.66
        self.scene.sun = (0.72, 0.22, 74)
        self.figure = FigureSlot(self.scene, adorns=True)
        scene_column = QVBoxLayout(self.scene)
        self.on_sky = QVBoxLayout()
        self.on_land = QVBoxLayout()
        scene_column.addLayout(self.on_sky)
        scene_column.addStretch(1)
        scene_column.addLayout(self.on_land)
        self._scene_column = scene_column
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.questions = Column()
        self._column = QVBoxLayout(self.questions)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body = QVBoxLayout()
        self._column.addLayout(self.body, 1)
        self._scroll.setWidget(self.questions)
        self.questions.installEventFilter(self)
        self.foot_widget = QWidget()
        self.foot = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.foot_widget)
        right = self._right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._scroll, 1)
        right.addWidget(self.foot_widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.scene)
        row.addLayout(right, 1)
        look.changed.connect(self.arrange)

    def split(self) -> bool:
        """Whether there is room for the scene."""
        return self.has_scene and self.width() / self._look.scale >= _SPLIT_FROM

    def is_narrow(self) -> bool:
        """Whether there is little room even for words."""
        return self.width() < self._look.u(_NARROW_BELOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the buttons of a remote before what scrolls does."""
        pressed = watched is self.questions and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and is_of_remotes(event):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let a remote walk through answers and buttons."""
        if not by_remote(event, self._stops()):
            super().keyPressEvent(event)

    def _stops(self) -> list[QAbstractButton]:
        """All that can be pressed, in the order of the page."""
        stops: list[QAbstractButton] = []
        each = self.nextInFocusChain()
        while each is not None and each is not self:
            if isinstance(each, QAbstractButton) and self.isAncestorOf(each):
                stops.append(each)
            each = each.nextInFocusChain()
        # Of a row of answers Tab has one, a remote all.
        return [stop for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.ClickFocus]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange the halves for the new size."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Set margins and sizes for the present width and text size."""
        u, split = self._look.u, self.split()
        self.scene.setVisible(split)
        self.scene.setFixedWidth(round(self.width() * _SCENE_SHARE) if split else 0)
        roomy = split or self.width() / self._look.scale >= _ROOMY_FROM
        side = u(48 if split else 34) if roomy else min(u(20), self.width() // _NARROW_SHARE)
        side = max(side, (self.width() - u(_WIDEST)) // 2 if not split else 0)
        self.body.setContentsMargins(side, u(40 if split else 26 if roomy else 18), side, u(16))
        self.foot.setContentsMargins(side, u(10), side, u(30 if roomy else 14))
        self.body.setSpacing(u(_GAP))
        self.foot.setSpacing(u(16))
        # On a low page the buttons would leave no room for what they are about.
        low = self.height() / self._look.scale < (_LOW_AND_NARROW if self.is_narrow() else _LOW)
        (self._column if low else self._right).addWidget(self.foot_widget)
        narrow = self.width() / self._look.scale < 420  # noqa: PLR2004 - the buttons' own width
        direction = QBoxLayout.Direction
        self.foot.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._scene_column.setContentsMargins(mirrored_margins(self, u(38), u(60), u(30), u(40)))
        width, height = self.scene.width(), self.height()
        self.figure.setGeometry(
            round(0.06 * width), round(0.38 * height), round(0.88 * width), round(0.40 * height)
        )
        self.figure.lower()
