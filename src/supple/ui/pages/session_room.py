"""Owns the across-the-room view: a number, an arch and a sun, readable from the floor."""

import math
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from supple.core.session.steps import Side
from supple.core.session.view import Phase, SessionView, State
from supple.ui.pages.session_controls import back_and_on
from supple.ui.pages.session_keys import Press
from supple.ui.pages.session_words import SessionWords
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.widgets.digits import Digits, number_words, width_em
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.mirror import mirror, mirrored, mirrored_place, player_order
from supple.ui.widgets.plate_button import PlateButton, PlateForm, PlateKind
from supple.ui.widgets.scene import land_path
from supple.ui.widgets.tab_order import tab_through

_INSIDE: Final = 0.965
_FOCUS_ORDER: Final = (Press.MAIN, Press.SKIP, Press.HURTS, Press.BACK)
SHOWN_MS: Final = 4000
_NUMBER: Final = 0.5875
SIDE: Final = 0.12
SET: Final = 0.07
NAME: Final = 0.0425
_FORM: Final = PlateForm()


def number_px(number: str, width: float, height: float) -> float:
    """Return the font size of a number in a room of that size, in pixels."""
    half, radius = width_em(number) / 2, _radius(width, height)
    # The number's upper corners stay inside the arch: (half s)^2 + (0.506 r + 0.35 s)^2 = r'^2.
    square, linear = half**2 + 0.35**2, 0.7 * 0.506
    root = math.sqrt(linear**2 + 4 * square * (_INSIDE**2 - 0.506**2))
    return min(_NUMBER * height, radius * (root - linear) / (2 * square))


def _radius(width: float, height: float) -> float:
    return min(0.4375 * width, 0.70 * height)


class TimeLeft(QLabel):
    """The number, to a screen reader that looks for it: the view itself has the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint nothing: the view paints it."""


class RoomView(QWidget):
    """The sun travels along the arch while a hold or rest runs. Emits `pressed` as the controls.

    It travels the way the language is read, as all that tells how much is done.

    Any mouse move, touch or Tab shows the controls for 4 s, or while they have the focus.
    """

    pressed = Signal(object)

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tr = translations.gettext
        self._digits = Digits(look.fonts)
        self._view: SessionView | None = None
        self._words: SessionWords | None = None
        self._number = ""
        self._ground = next(iter(look.tokens.session.values()))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._hide_later = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._hide_later.timeout.connect(self._hide_controls)
        self._time = TimeLeft(self)
        self._make_controls()
        self.focus_ring = FocusRing(look, self)
        self.focus_ring.watch(*self._controls.values())
        look.changed.connect(self._dress)

    def show_view(self, view: SessionView, words: SessionWords) -> None:
        """Paint `view`."""
        number = number_words(view.remaining_s, view.seconds) if view.rep is None else str(view.rep)
        number = "" if view.stands else number
        if number != self._number or words != self._words:
            left = f"{self._tr('Time left')}: {number}, " if number else ""
            self._time.setAccessibleName(f"{left}{words.state}")
        same = self._view is not None and self._words == words and self._number == number
        if same and self._look.still:
            return
        dress = self._view is None or self._view.phase is not view.phase or self._words != words
        self._view, self._words, self._number = view, words, number
        self.setAccessibleName(words.state)
        if dress:
            self._dress()
        self.update()

    def first_focus(self) -> QWidget:
        """Return what has the focus when the view opens: itself, so that no control shows."""
        return self

    def show_controls(self) -> None:
        """Show the four controls, for a while."""
        for button in self._controls.values():
            button.show()
        self._hide_later.start()
        self.update()

    def controls_shown(self) -> bool:
        """Whether the controls are there now."""
        return self._controls[Press.MAIN].isVisible()

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Show the controls."""
        self.show_controls()

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Show the controls to a finger, too."""
        self.show_controls()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Show the controls before Tab goes to one of them."""
        self.show_controls()
        return super().focusNextPrevChild(forward)

    def resizeEvent(self, _event: object) -> None:  # noqa: N802
        """Place the controls for the new size."""
        self._time.setGeometry(self.rect())
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint scene, arch, number and corners."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._ground.sky))
        if self._view is None or self._words is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        mirror(painter, self)
        self._paint_arch(painter, self._view)
        painter.restore()
        horizon = self._horizon()
        land = land_path(QRectF(self.rect()), horizon, horizon - 0.08 * self._radius())
        painter.fillPath(land, QColor(self._ground.land))
        self._paint_number(painter)
        self._paint_corners(painter, self._words)

    def _paint_arch(self, painter: QPainter, view: SessionView) -> None:
        radius = self._radius()
        middle = QPointF(self.width() / 2, self._horizon())
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        gone = 1 - max(0.0, min(1.0, view.remaining_s / view.seconds if view.seconds else 0))
        stroke = 0.0464 * radius
        if self._look.tokens.strong:  # the track by its outline alone, as around the ring
            painter.setPen(QPen(QColor(self._ground.digits), 1))
            for grow in (-stroke / 2, stroke / 2):
                painter.drawArc(box.adjusted(-grow, -grow, grow, grow), 0, 180 * 16)
        pen = QPen(QColor(self._ground.track), stroke)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not self._look.tokens.strong:
            painter.setPen(pen)
            painter.drawArc(box, 0, 180 * 16)
        pen.setColor(QColor(self._ground.arc))
        painter.setPen(pen)
        painter.drawArc(box, 0, round(180 * 16 * (1 - gone)))
        arch = QPainterPath()
        arch.arcMoveTo(box, 180 - 180 * gone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._sun(view)))
        painter.drawEllipse(arch.currentPosition(), 0.0536 * radius, 0.0536 * radius)

    def _sun(self, view: SessionView) -> str:
        if view.state is State.PAUSED:
            return self._ground.arc
        if view.phase is Phase.REST:
            return self._ground.digits if self._look.tokens.dark else self._ground.arc
        return self._look.tokens.apricot

    def _paint_number(self, painter: QPainter) -> None:
        size = self.number_px()
        middle = QPointF(self.width() / 2, self._horizon() - 0.506 * self._radius())
        self._digits.paint(painter, self._number, middle, size, self._ground.digits)

    def number_px(self) -> float:
        """Return the font size of the number, in pixels."""
        return number_px(self._number, self.width(), self.height())

    def _radius(self) -> float:
        return _radius(self.width(), self.height())

    def _horizon(self) -> float:
        """Where the arch stands: on an upright screen higher, so that it has the middle."""
        return min(0.8625 * self.height(), 0.58 * self.height() + self._radius() / 2)

    def _paint_corners(self, painter: QPainter, words: SessionWords) -> None:
        height, fonts = self.height(), self._look.fonts
        unit = self._unit()
        margin = round(0.055 * unit)
        wide = round((0.43 if self._is_upright() else 0.26) * self.width())
        quarter = QRectF(margin, round(0.04 * height), wide, height // 4)
        top = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setFont(fonts.title(NAME * unit, 500))
        painter.setPen(QColor(self._ground.text))
        controls = self.controls_shown()
        name = " · ".join(part for part in (words.room_name, words.room_side) if part)
        start, end = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        painter.drawText(
            mirrored(self, quarter), top | start, name if controls else words.room_name
        )
        quarter.moveRight(self.width() - margin)
        leave = self._tr("Esc\nsmall view")
        coming = self._tr("Next\n{what}").format(what=words.room_next)
        painter.drawText(mirrored(self, quarter), top | end, leave if controls else coming)
        if not controls:
            self._paint_bottom(painter, words, margin)

    def _paint_bottom(self, painter: QPainter, words: SessionWords, margin: int) -> None:
        height, fonts, unit = self.height(), self._look.fonts, self._unit()
        top = self._horizon() + 0.236 * (height - self._horizon()) - 0.075 * height
        row = QRectF(margin, top, self.width() - 2 * margin, 0.15 * height)
        left = row.left()
        names = {Side.LEFT: "arrow-fat-left", Side.RIGHT: "arrow-fat-right"}
        if words.arrow in names:
            side = 0.10 * unit
            box = QRectF(left, row.center().y() - side / 2, side, side)
            icons = self._look.icons
            icons.paint(
                painter, mirrored(self, box), names[words.arrow], Weight.FILL, self._ground.arc
            )
            left += 0.14 * unit
        painter.setPen(QColor(self._ground.digits))
        painter.setFont(fonts.title(SIDE * unit, 600))
        middle = Qt.AlignmentFlag.AlignVCenter
        place = QRectF(left, row.top(), row.right() - left, row.height())
        start, end = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        painter.drawText(mirrored(self, place), middle | start, words.room_side)
        painter.setPen(QColor(self._ground.text))
        painter.setFont(fonts.title(SET * unit, 500))
        if self._is_upright():
            row.translate(0, 0.17 * unit)
            painter.drawText(mirrored(self, row), middle | start, words.room_set)
        else:
            painter.drawText(row, middle | end, words.room_set)

    def _unit(self) -> float:
        """What words are measured by: the height, or less of it on an upright screen."""
        return min(self.height(), (0.85 if self._is_upright() else 0.75) * self.width())

    def _is_upright(self) -> bool:
        return self.height() > self.width()

    def _make_controls(self) -> None:
        tr = self._tr
        kinds = {
            Press.BACK: PlateKind.LAND,
            Press.MAIN: PlateKind.MAIN,
            Press.SKIP: PlateKind.LAND,
            Press.HURTS: PlateKind.HURT,
        }
        self._controls: dict[Press, PlateButton] = {}
        self._back_press = Press.BACK
        for press, kind in kinds.items():
            button = PlateButton(self._look, kind=kind, parent=self)
            button.clicked.connect(lambda *_, press=press: self._press(press))
            button.hide()
            self._controls[press] = button
        self._controls[Press.HURTS].show_words(tr("It hurts"), key="H", icon="hand-palm")
        tab_through(*(self._controls[press] for press in _FOCUS_ORDER))

    def _press(self, press: Press) -> None:
        self.pressed.emit(self._back_press if press is Press.BACK else press)

    def _dress(self) -> None:
        if self._view is None or self._words is None:
            return
        self._ground = self._look.ground(self._view.phase)
        self.focus_ring.set_colour(self._ground.digits)
        self._show_words(self._view, self._words)
        margin, gap = 28.0, 14.0
        each = (self.width() - 2 * margin - 3 * gap) / 4.7
        left = margin
        back, skip = player_order(self, Press.BACK, Press.SKIP)
        for press in (back, Press.MAIN, skip, Press.HURTS):
            button = self._controls[press]
            width = each * (1.7 if press is Press.MAIN else 1.0)
            place = QRect(round(left), self.height() - 152, round(width), 128)
            button.setGeometry(mirrored_place(self, place))
            left += width + gap
            button.dress(self._ground, 1.0, _FORM)
        if not all(button.words_fit() for button in self._controls.values()):
            for button in self._controls.values():
                button.form = PlateForm(words=False, icon=40)
        self.update()

    def _show_words(self, view: SessionView, words: SessionWords) -> None:
        stands = view.state is State.PAUSED or view.waits
        icon = "play" if stands else "pause"
        self._controls[Press.MAIN].show_words(words.main, key=self._tr("Space"), icon=icon)
        back, on = back_and_on(view.step, self._tr)
        self._back_press = back.press
        back.show(self._controls[Press.BACK], words.back)
        on.show(self._controls[Press.SKIP], words.skip)

    def _hide_controls(self) -> None:
        if any(button.hasFocus() for button in self._controls.values()):
            self._hide_later.start()
            return
        for button in self._controls.values():
            button.hide()
        self.update()


give_face(RoomView, group)
