"""Owns one row of the routine editor: its head, and below it, once opened, its numbers."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from supple.ui.pages.editor_picture import PictureChoice
from supple.ui.pages.editor_view import Number, RowView
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, SMALL
from supple.ui.widgets.breakable import breakable, broken
from supple.ui.widgets.button import Button, Size
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.faces import fold, give_face, tell_opened
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.lines import draw_lines
from supple.ui.widgets.long_press import LongPress
from supple.ui.widgets.own_picture import fitted, small_image
from supple.ui.widgets.segments import Segments
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.text import Text

_THUMB: Final = (66, 50)
_LONGEST_WORDS: Final = 120
_FIGURE_FROM: Final = 300
_TIME: Final = 96
_CARET: Final = 38
_WRAP = Qt.TextFlag.TextWordWrap


class RowHead(QPushButton):
    """Handle, figure, name, dose and time. A drag of it tells where the pointer is."""

    dragged = Signal(int)
    dropped = Signal()
    move_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    removal_wanted = Signal()

    def __init__(self, look: Look, picture: Picture, parent: QWidget) -> None:
        super().__init__(parent)
        LongPress(self)
        self._look = look
        self._picture = picture
        self._view: RowView | None = None
        self._pressed: QPoint | None = None
        self.is_dragged = False
        self.open = False
        self.radius = 12
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self)

    def show_row(self, view: RowView, name: str) -> None:
        """Show a row; `name` is for screen readers."""
        self._view = view
        self.setText(view.name)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that figure and words need."""
        name, dose = self._heights(width)
        return max(self._look.u(62), name + dose + self._look.u(20))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a usual size."""
        return QSize(self._look.u(320), self.heightForWidth(self._look.u(320)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size."""
        return QSize(self._look.u(180), self._look.u(62))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember where a drag may begin."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Lift the row once the pointer has gone far enough."""
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if self.is_dragged or far >= QApplication.startDragDistance():
            self.is_dragged = True
            self.dragged.emit(event.globalPosition().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let the row go; without a drag it is a press."""
        self._pressed = None
        if self.is_dragged:
            self.is_dragged = False
            self.setDown(False)
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Delete removes the row, Enter opens it."""
        if event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu."""
        self.menu_wanted.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint handle, figure, words, time and arrow."""
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u, view = self._look.tokens, self._look.u, self._view
        middle = self.height() / 2
        handle = self._mirrored(QRectF(u(10), middle - u(10), u(20), u(20)))
        self._look.icons.paint(painter, handle, "dots-six-vertical", Weight.BOLD, t.ink3)
        thumb = self._mirrored(QRectF(u(42), middle - u(_THUMB[1]) / 2, u(_THUMB[0]), u(_THUMB[1])))
        if not self._is_narrow(self.width()):
            self._paint_thumb(painter, thumb.toRect())
        name, dose = self._heights(self.width())
        top = (self.height() - name - dose) // 2
        left, room = self._left(self.width()), self._room(self.width())
        words = self._mirrored(QRectF(left, top, room, name + 2)).toRect()
        side = Qt.AlignmentFlag.AlignLeading
        painter.setPen(QColor(t.ink))
        painter.setFont(self._look.font(CARD))
        draw_lines(painter, words, self._name(self.width()), side)
        painter.setPen(QColor(t.ink2))
        painter.setFont(self._look.font(SMALL))
        below = QRect(words.left(), top + name, room, dose + 2)
        draw_lines(painter, below, self._line(self.width()), side)
        if not self._is_tight(self.width()):
            painter.setFont(self._look.font(BODY))
            time = self._mirrored(QRectF(self.width() - u(94), 0, u(56), self.height()))
            end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(time, end, view.time)
        mark = self._mirrored(QRectF(self.width() - u(30), middle - u(8), u(16), u(16)))
        icon = "caret-up" if self.open else "caret-down"
        self._look.icons.paint(painter, mark, icon, Weight.BOLD, t.ink2)

    def _paint_thumb(self, painter: QPainter, place: QRect) -> None:
        view = self._view
        if view is None:
            return
        u, tokens = self._look.u, self._look.tokens
        plate = QPainterPath()
        plate.addRoundedRect(QRectF(place), u(10), u(10))
        painter.fillPath(plate, QColor(getattr(tokens, view.ground)))
        if not view.exercise:
            box = QRectF(place.center().x() - u(12), place.center().y() - u(12), u(24), u(24))
            ink = tokens.dusk_ink
            self._look.icons.paint(painter, box, "hourglass-medium", Weight.REGULAR, ink)
            return
        own = small_image(view.picture, place.size() * self.devicePixelRatioF())
        if not own.isNull():
            painter.setClipPath(plate)
            painter.drawImage(fitted(own.size(), place), own)
            painter.setClipping(False)
            return
        size = place.size() - QSize(u(6), u(6))
        picture = self._picture(view.exercise, size, self.devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(place.topLeft() + QPoint(u(3), u(3)), picture)

    def _name(self, width: int) -> str:
        name = "" if self._view is None else self._view.name
        measure = QFontMetrics(self._look.font(CARD)).horizontalAdvance
        return broken(name, self._room(width), measure)

    def _line(self, width: int) -> str:
        view = self._view
        if view is None:
            return ""
        line = view.about if self.open and view.about else view.dose
        return f"{line} · {view.time}" if self._is_tight(width) else line

    def _room(self, width: int) -> int:
        beside = _CARET if self._is_tight(width) else _TIME
        return max(1, width - self._left(width) - self._look.u(beside))

    def _is_tight(self, width: int) -> bool:
        """Whether a word of the name needs the room of the time, which then goes below it."""
        if self._view is None or not self._is_narrow(width):
            return False
        metrics = QFontMetrics(self._look.font(CARD))
        longest = max(map(metrics.horizontalAdvance, breakable(self._view.name)), default=0)
        return longest > width - self._left(width) - self._look.u(_TIME)

    def _left(self, width: int) -> int:
        """Where the words begin; a narrow row does without the figure."""
        return self._look.u(38 if self._is_narrow(width) else 120)

    def _is_narrow(self, width: int) -> bool:
        return width < self._look.u(_FIGURE_FROM)

    def _heights(self, width: int) -> tuple[int, int]:
        if self._view is None:
            return 0, 0
        area = QRect(0, 0, self._room(width), 10_000)
        name = QFontMetrics(self._look.font(CARD)).boundingRect(area, _WRAP, self._name(width))
        dose = QFontMetrics(self._look.font(SMALL)).boundingRect(area, _WRAP, self._line(width))
        return name.height(), dose.height() + self._look.u(2)

    def _mirrored(self, box: QRectF) -> QRectF:
        if self.isRightToLeft():
            box.moveLeft(self.width() - box.right())
        return box


class EditorRow(QWidget):
    """A row with its numbers. What is changed comes as a signal with the new value."""

    toggled = Signal()
    amount_changed = Signal(int)
    sets_changed = Signal(int)
    gap_changed = Signal(int)
    side_changed = Signal(str)
    say_changed = Signal(str)
    picture_wanted = Signal()
    picture_removed = Signal()
    copy_wanted = Signal()
    removal_wanted = Signal()
    edge_wanted = Signal(bool)

    def __init__(self, look: Look, translations: NullTranslations, picture: Picture) -> None:
        super().__init__()
        self._look = look
        self._tr = translations.gettext
        self.lifted = False
        self.head = RowHead(look, picture, self)
        self._view: RowView | None = None
        self._body: QWidget | None = None
        self._steppers: dict[str, Stepper] = {}
        self.picture: PictureChoice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self.head.clicked.connect(lambda *_: self.toggled.emit())
        self.head.menu_wanted.connect(self._menu)
        self.head.removal_wanted.connect(self.removal_wanted)
        FocusRing(look, self).watch(self.head)

    def show_row(self, view: RowView, place: int, count: int, *, is_open: bool) -> None:
        """Show a row as it stands."""
        words = self._tr("{place} of {count}: {name}, {dose}, {time}")
        name = words.format(
            place=place + 1, count=count, name=view.name, dose=view.dose, time=view.time
        )
        before, self._view = self._view, view
        was_open, self.head.open = self.head.open, is_open
        self.head.show_row(view, name)
        if was_open is not is_open:
            tell_opened(self.head)
        if not is_open:
            self._close()
        elif self._body is None or before is None or _shape(before) != _shape(view):
            self._close()
            self._build(view)
        for key, number in _numbers(view).items():
            if key in self._steppers:
                self._steppers[key].set_value(number.value)
        self.update()

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What the keys of a page do here."""
        return {
            "step_up": lambda: self.head.move_wanted.emit(-1),
            "step_down": lambda: self.head.move_wanted.emit(1),
        }

    def tall(self, width: int) -> int:
        """How high it is at this width."""
        self._column.invalidate()
        if self._column.hasHeightForWidth():
            return self._column.heightForWidth(width)
        return self._column.sizeHint().height()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        strong = self.head.open or self.lifted
        width = 2.0 if strong else t.outline
        painter.setPen(QPen(QColor(t.primary if strong else t.border), width))
        painter.setBrush(QColor(t.surface))
        inset = width / 2
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, u(12), u(12))

    def _close(self) -> None:
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = self.picture = None
            self._steppers = {}

    def _build(self, view: RowView) -> None:
        look, u = self._look, self._look.u
        body = self._body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(u(16), u(4), u(16), u(16))
        column.setSpacing(u(12))
        numbers = FlowRow(look, gap=18)
        signals = {
            "amount": self.amount_changed,
            "sets": self.sets_changed,
            "gap": self.gap_changed,
        }
        boxes = []
        for key, number in _numbers(view).items():
            stepper = self._stepper(number)
            stepper.changed.connect(signals[key])
            self._steppers[key] = stepper
            boxes.append(self._labelled(number.label, stepper))
        numbers.set_items(boxes)
        column.addWidget(numbers)
        foot = FlowRow(look, gap=14)
        items: list[QWidget] = []
        if view.side:
            answers = (
                ("in-turn", self._tr("Both in turn")),
                ("one-then-other", self._tr("One after the other")),
                ("left", self._tr("Left")),
                ("right", self._tr("Right")),
            )
            sides = Segments(look, self._tr("Sides"), answers)
            sides.choose(view.side)
            sides.chosen.connect(self.side_changed)
            items.append(sides)
        copy = Button(look, self._tr("Copy"), size=Size.SMALL, icon="copy", weight=Weight.REGULAR)
        remove = Button(
            look, self._tr("Remove"), size=Size.SMALL, icon="trash", weight=Weight.REGULAR
        )
        copy.clicked.connect(self.copy_wanted)
        remove.clicked.connect(self.removal_wanted)
        both = QWidget()  # they go to the next line together
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(10))
        row.addWidget(copy)
        row.addWidget(remove)
        foot.set_items((*items, both))
        FocusRing(look, foot).watch(copy, remove)
        column.addWidget(foot)
        if view.exercise:
            column.addWidget(self._words(view))
            column.addWidget(self._own_picture(view))
        self._column.addWidget(body)

    def _own_picture(self, view: RowView) -> PictureChoice:
        self.picture = PictureChoice(self._look, self._tr, view)
        self.picture.wanted.connect(self.picture_wanted)
        self.picture.removed.connect(self.picture_removed)
        return self.picture

    def _words(self, view: RowView) -> QLineEdit:
        field = QLineEdit(view.say)
        field.setMaxLength(_LONGEST_WORDS)
        name = self._tr("Your own words, said at the start")
        field.setPlaceholderText(name)
        field.setAccessibleName(name)

        def told() -> None:
            if field.isModified():
                field.setModified(False)
                self.say_changed.emit(field.text().strip())

        field.editingFinished.connect(told)
        FocusRing(self._look, field).watch(field)
        return field

    def _stepper(self, number: Number) -> Stepper:
        names = (self._tr("less"), self._tr("more"))
        return Stepper(self._look, number.label, number.bounds, number.form, names)

    def _labelled(self, label: str, control: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.u(4))
        column.addWidget(Text(self._look, SMALL, label, colour="ink2"))
        column.addWidget(control)
        return box

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._tr("Move to the top"), lambda: self.edge_wanted.emit(True))
        menu.addAction(self._tr("Move to the bottom"), lambda: self.edge_wanted.emit(False))
        menu.addAction(self._tr("Copy"), self.copy_wanted.emit)
        menu.addAction(self._tr("Remove"), self.removal_wanted.emit)
        menu.popup(place)


def _numbers(view: RowView) -> dict[str, Number]:
    known = {"amount": view.amount, "sets": view.sets, "gap": view.gap}
    return {key: number for key, number in known.items() if number is not None}


def _shape(view: RowView) -> tuple[object, ...]:
    """What the controls are made of; while it stays the same they need not be built anew."""
    numbers = tuple((key, each.label, each.bounds) for key, each in _numbers(view).items())
    return view.exercise, view.side, view.say, view.picture, numbers


give_face(RowHead, fold)
