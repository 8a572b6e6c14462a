"""Owns the tile of a routine: three of its figures, name, one line, and buttons of its own."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import CARD, SMALL
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.button import Kind
from supple.ui.widgets.height import Policy, follow_width
from supple.ui.widgets.icon_button import IconButton
from supple.ui.widgets.lines import draw_lines
from supple.ui.widgets.long_press import LongPress
from supple.ui.widgets.mirror import mirrored_place

_PICTURE = 112
_PAD = 16
_PLAY = 42
_MORE = 36
_BESIDE_FROM = 240
_WRAP = Qt.TextFlag.TextWordWrap

Picture = Callable[[str, QSize, float], QPixmap | None]
"""The still of what is shown in a size (logical pixels, device ratio); None until it is drawn.

Shown is an exercise, by its id, or a picture of the user's own as `stills.own` puts it.
"""


class RoutineView(msgspec.Struct, frozen=True):
    """One routine in the list. `figures` are to be shown; a `broken` one carries its fault."""

    id: str
    name: str
    line: str
    figures: tuple[str, ...] = ()
    ground: str = "primary_soft"
    own: bool = True
    broken: bool = False
    path: str = ""


class RoutineTile(QPushButton):
    """Pressed, it opens the routine; the disc starts it. `menu_wanted` carries where."""

    start_requested = Signal()
    menu_wanted = Signal(object)

    def __init__(
        self,
        look: Look,
        view: RoutineView,
        picture: Picture,
        names: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        LongPress(self)
        self._look = look
        self.view = view
        self._picture = picture
        start, menu = names
        self.radius = 16
        self.setText(view.name)
        self.setAccessibleName(f"{view.name}, {view.line}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self, down=Policy.Fixed)
        fill = Weight.FILL
        self.play = IconButton(
            look,
            "play",
            f"{start}: {view.name}",
            kind=Kind.SOFT,
            weight=fill,
            side=_PLAY,
            round_=True,
            parent=self,
        )
        self.more = IconButton(
            look,
            "dots-three",
            f"{menu}: {view.name}",
            kind=Kind.SECONDARY,
            weight=Weight.BOLD,
            side=32,
            parent=self,
        )
        self.play.setVisible(not view.broken)
        self.play.clicked.connect(self.start_requested)
        self.more.clicked.connect(
            lambda: self.menu_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))
        )

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of picture and words."""
        name, line = self._heights(width)
        words = name + line + self._look.u(2 * _PAD)
        if self._is_narrow(width):
            return self._look.u(_PICTURE) + words + self._look.u(_PLAY + 8)
        return self._look.u(_PICTURE) + max(words, self._look.u(_PLAY + 2 * 14))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the width of the longest word; the disc may go below it."""
        metrics = QFontMetrics(self._look.font(CARD))
        widest = max(
            (metrics.horizontalAdvance(word) for word in breakable(self.view.name)), default=0
        )
        return QSize(widest + self._look.u(2 * _PAD), self._look.u(60))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a usual size."""
        width = self._look.u(290)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the buttons at the side."""
        super().resizeEvent(event)
        u = self._look.u
        low = self.height() - u(_PICTURE)
        beside = (self.play, u(_PICTURE), low)
        below = (self.play, self.height() - u(_PLAY + 14), u(_PLAY))
        play = below if self._is_narrow(self.width()) else beside
        for button, top, room in (play, (self.more, 0, u(48))):
            size = button.sizeHint()
            left = self.width() - size.width() - u(_PAD - 2 if button is self.play else 8)
            place = QRect(QPoint(left, top + (room - size.height()) // 2), size)
            button.setGeometry(mirrored_place(self, place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu, by mouse or by key."""
        self.menu_wanted.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint card, ground, figures and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        inset = t.outline / 2
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        card = QPainterPath()
        card.addRoundedRect(shape, u(self.radius), u(self.radius))
        painter.fillPath(card, QColor(t.surface))
        painter.save()
        painter.setClipPath(card)
        area = QRect(0, 0, self.width(), u(_PICTURE))
        painter.fillRect(area, QColor(t.sunken if self.view.broken else self._ground()))
        self._paint_figures(painter, area)
        painter.restore()
        lit = self.underMouse() or self.isDown()
        painter.setPen(QPen(QColor(t.border_strong if lit else t.border), t.outline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(card)
        self._paint_words(painter)

    def _ground(self) -> str:
        ground: str = getattr(self._look.tokens, self.view.ground)
        return ground

    def _paint_figures(self, painter: QPainter, area: QRect) -> None:
        u, figures = self._look.u, self.view.figures
        if self.view.broken:
            box = QRectF(0, 0, u(40), u(40))
            box.moveCenter(QRectF(area).center())
            ink = self._look.tokens.clay
            self._look.icons.paint(painter, box, "file-x", Weight.REGULAR, ink)
            return
        each = (area.width() - u(24 + _MORE)) // 3
        size = QSize(each - u(6), area.height() - u(14))
        for place, exercise in enumerate(figures[:3]):
            picture = self._picture(exercise, size, self.devicePixelRatioF())
            if picture is not None:
                at = QRect(QPoint(u(15) + place * each, u(10)), size)
                painter.drawPixmap(mirrored_place(self, at).topLeft(), picture)

    def _paint_words(self, painter: QPainter) -> None:
        t, u = self._look.tokens, self._look.u
        name, line = self._heights(self.width())
        low = self.height() - u(_PICTURE)
        if self._is_narrow(self.width()):
            low -= u(_PLAY + 8)
        top = u(_PICTURE) + (low - name - line) // 2
        room = self.width() - self._around(self.width())
        painter.setPen(QColor(t.ink))
        painter.setFont(self._look.font(CARD))
        place = mirrored_place(self, QRect(u(_PAD), top, room, name + 2))
        draw_lines(painter, place, self.view.name)
        painter.setPen(QColor(t.clay_ink if self.view.broken else t.ink2))
        painter.setFont(self._look.font(SMALL))
        place = mirrored_place(self, QRect(u(_PAD), top + name, room, line + 2))
        draw_lines(painter, place, self.view.line)

    def _around(self, width: int) -> int:
        alone = self.view.broken or self._is_narrow(width)
        return self._look.u(2 * _PAD + (0 if alone else _PLAY + 8))

    def _is_narrow(self, width: int) -> bool:
        """Whether the disc goes below the words."""
        return not self.view.broken and width < self._look.u(_BESIDE_FROM)

    def _heights(self, width: int) -> tuple[int, int]:
        area = QRect(0, 0, max(1, width - self._around(width)), 10_000)
        name = QFontMetrics(self._look.font(CARD)).boundingRect(area, _WRAP, self.view.name)
        line = QFontMetrics(self._look.font(SMALL)).boundingRect(area, _WRAP, self.view.line)
        return name.height(), line.height() + self._look.u(3)
