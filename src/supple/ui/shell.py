"""Owns the frame around the pages: side bar, rail or bottom bar, by the width of the window."""

from enum import Enum, auto
from gettext import NullTranslations
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SMALL, TypeStyle
from supple.ui.widgets.brand import Brand
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.mirror import mirrored

if TYPE_CHECKING:
    from supple.ui.widgets.notice import NoticeStack

_SIDE_FROM: Final = 1100
_RAIL_FROM: Final = 720
_SIDE_WIDTH: Final = 220
_RAIL_WIDTH: Final = 68
_BOTTOM_HEIGHT: Final = 64
_MOST_AT_BOTTOM: Final = 5
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AT_BOTTOM: Final = ("today", "library", "plan", "history")
_AT_FOOT: Final = "settings"
_LABEL: Final = TypeStyle(15, 20, 500)
_LABEL_STRONG: Final = TypeStyle(15, 20, 600)


_OTHER: Final = Qt.FocusReason.OtherFocusReason
_BY_TAB: Final = Qt.FocusPolicy.TabFocus


class Bar(Enum):
    """The three forms of the bar."""

    SIDE = auto()
    RAIL = auto()
    BOTTOM = auto()


class Place(msgspec.Struct, frozen=True):
    """One place of the program: its id, its name, its icon."""

    id: str
    name: str
    icon: str


def known_places(translations: NullTranslations) -> tuple[Place, ...]:
    """Return all places of the program, in their order; a window shows those that it has."""
    tr = translations.gettext
    return (
        Place("today", tr("Today"), "sun-horizon"),
        Place("library", tr("Library"), "books"),
        Place("routines", tr("My routines"), "list-dashes"),
        Place("plan", tr("Plan"), "path"),
        Place("history", tr("History"), "chart-line-up"),
        Place("learn", tr("Learn"), "lightbulb"),
        Place("settings", tr("Settings"), "gear-six"),
    )


class PlaceButton(QPushButton):
    """Leads to a place. The present one is filled, marked and told to screen readers."""

    def __init__(self, look: Look, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._place = place
        self._bar = Bar.SIDE
        self.radius = 10
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(place.name)
        self.setAccessibleName(place.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)

    def set_bar(self, bar: Bar) -> None:
        """Take the form of the bar it stands in."""
        self._bar = bar
        self.setToolTip(self._place.name if bar is Bar.RAIL else "")
        across = QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size in the present form."""
        u = self._look.u
        words = QFontMetrics(self._look.font(_LABEL_STRONG)).horizontalAdvance(self._place.name)
        if self._bar is Bar.SIDE:
            return QSize(words + u(60), u(42))
        if self._bar is Bar.RAIL:
            return QSize(u(48), u(44))
        small = QFontMetrics(self._look.font(SMALL)).horizontalAdvance(self._place.name)
        return QSize(small + u(8), u(_BOTTOM_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: names of places are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, mark, icon and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u, here = self._look.tokens, self._look.u, self.isChecked()
        if self._bar is not Bar.BOTTOM and (here or self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.surface if here else t.border))
            painter.drawRoundedRect(QRectF(self.rect()), u(self.radius), u(self.radius))
        if self._bar is Bar.SIDE and here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.primary))
            mark = QRectF(0, (self.height() - u(20)) / 2, u(3), u(20))
            painter.drawRoundedRect(mirrored(self, mark), u(1.5), u(1.5))
        ink = t.primary if here else t.ink2
        weight = Weight.FILL if here else Weight.REGULAR
        box = mirrored(self, self._icon_box())
        self._look.icons.paint(painter, box, self._place.icon, weight, ink)
        self._paint_name(painter)

    def _icon_box(self) -> QRectF:
        u = self._look.u
        side = u(20 if self._bar is Bar.SIDE else 24)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        if self._bar is Bar.SIDE:
            box.moveLeft(u(12))
        elif self._bar is Bar.BOTTOM:
            box.moveTop(u(11))
        return box

    def _paint_name(self, painter: QPainter) -> None:
        t, u, here = self._look.tokens, self._look.u, self.isChecked()
        if self._bar is Bar.SIDE:
            painter.setFont(self._look.font(_LABEL_STRONG if here else _LABEL))
            painter.setPen(QColor(t.ink if here else t.ink2))
            room = mirrored(self, QRectF(u(44), 0, self.width() - u(44), self.height()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._place.name)
        elif self._bar is Bar.BOTTOM:
            style = TypeStyle(SMALL.size, SMALL.line, 600 if here else 500)
            painter.setFont(self._look.font(style))
            painter.setPen(QColor(t.primary if here else t.ink2))
            room = QRectF(0, u(36), self.width(), u(24))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._place.name)


class Shell(QWidget):
    """Bar and pages. `place_chosen` carries the id of the pressed place, `place_shown` of one up.

    `logo_chosen` asks what the program is.
    Only places that were given are shown; a bar with a single place is not shown at the bottom.
    """

    place_chosen = Signal(str)
    place_shown = Signal(str)
    logo_chosen = Signal()
    bar_changed = Signal(object)

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        places: tuple[Place, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._bar_form: Bar | None = None
        self._notices: NoticeStack | None = None
        self._pages: dict[str, QWidget] = {}
        self._guests: dict[QWidget, str] = {}
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._bar = _Ground(look, self)
        self._bar.setAccessibleName(translations.gettext("Places"))
        self._stack = QStackedWidget()
        self._brand = Brand(look, translations.gettext("About Supple"), self._bar)
        self._brand.clicked.connect(self.logo_chosen)
        self._buttons = {place.id: PlaceButton(look, place, self._bar) for place in places}
        for place_id, button in self._buttons.items():
            button.clicked.connect(lambda *_, id_=place_id: self.place_chosen.emit(id_))
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._bar)
        self._line.addWidget(self._brand)
        self._gap = QSpacerItem(0, 0)
        self._line.addItem(self._gap)
        for button in self._buttons.values():
            self._line.addWidget(button)
        self._more = PlaceButton(
            look, Place("", translations.gettext("More"), "dots-three-circle"), self._bar
        )
        self._more.setCheckable(False)
        self._more.clicked.connect(self._open_more)
        self._line.addWidget(self._more)
        self.foot = QVBoxLayout()
        self._line.addStretch(1)
        self._line.addLayout(self.foot)
        if _AT_FOOT in self._buttons:
            self._line.addWidget(self._buttons[_AT_FOOT])
        self._outer.addWidget(self._bar)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self._outer.addLayout(self._column, 1)
        FocusRing(look, self._bar).watch(self._brand, *self._buttons.values(), self._more)
        self._stop = ListStop(self._bar, lambda: [*self._buttons.values(), self._more])
        look.changed.connect(self._arrange)

    def add_page(self, place: str, page: QWidget) -> None:
        """Take a page for a place."""
        self._pages[place] = page
        self._stack.addWidget(page)

    def add_note(self, note: QWidget) -> None:
        """Take a note below the places; Tab comes to it after them."""
        self.foot.addWidget(note)
        QWidget.setTabOrder(self._more, note)

    @property
    def place(self) -> str:
        """Which place is up."""
        up = self._stack.currentWidget()
        guest = self._guests.get(up) if up is not None else None
        return guest or next(place for place, page in self._pages.items() if page is up)

    def put_on_top(self, notices: "NoticeStack") -> None:
        """Show notices above every page."""
        self._notices = notices
        self._column.insertWidget(0, notices)
        notices.left.connect(lambda: self._parts()[-1][1].setFocus(_OTHER))
        notices.fit(self.height())

    def add_guest(self, page: QWidget) -> None:
        """Take a page that belongs to one place or another for a while, such as a reach check."""
        self._stack.addWidget(page)

    def show_guest(self, page: QWidget, place: str) -> None:
        """Bring it up at a place."""
        self._guests[page] = place
        self._stack.setCurrentWidget(page)
        self._buttons[place].setChecked(True)
        self.place_shown.emit(place)

    def show_place(self, place: str) -> None:
        """Bring up the page of a place."""
        self._stack.setCurrentWidget(self._pages[place])
        self._buttons[place].setChecked(True)
        self._stop.settle()
        self.place_shown.emit(place)

    def focus_next_part(self) -> None:
        """Put the focus on the next of side bar, break card, notices and page."""
        parts, focused = self._parts(), self.focusWidget()
        inside = [at for at, (part, _) in enumerate(parts) if _holds(part, focused)]
        at = inside[-1] if inside else -1  # the break card stands in the bar
        parts[(at + 1) % len(parts)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _parts(self) -> list[tuple[QWidget, QWidget]]:
        """What F6 goes through, each with what gets the focus in it."""
        shown = [self._buttons[self.place], *self._buttons.values(), self._more]
        parts: list[tuple[QWidget, QWidget]] = [
            (self._bar, next(button for button in shown if button.isVisible()))
        ]
        parts += [(note, note) for note in self._notes() if note.isVisible()]
        if self._notices is not None and (stop := _first_stop(self._notices)) is not None:
            parts.append((self._notices, stop))
        page = self._stack.currentWidget() or self._pages[self.place]
        last: QWidget | None = page.focusWidget()
        there = last if last is not None and last.isVisible() else _first_stop(page)
        return [*parts, (page, there or page)]

    def _notes(self) -> list[QWidget]:
        items = [self.foot.itemAt(place) for place in range(self.foot.count())]
        return [note for item in items if item is not None and (note := item.widget())]

    def bar_form(self) -> Bar:
        """Return the form the bar has at the present width and text size."""
        width = self.width() / self._look.scale
        if width >= _SIDE_FROM:
            return Bar.SIDE
        return Bar.RAIL if width >= _RAIL_FROM else Bar.BOTTOM

    def expect(self, size: QSize) -> None:
        """Take the form for this size before it is shown: else the pages are laid out twice."""
        self.resize(size)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose the form of the bar."""
        super().resizeEvent(event)
        if self.bar_form() is not self._bar_form:
            self._arrange()
        if self._notices is not None:
            self._notices.fit(self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button that has the focus, as it does around a session."""
        focused = self.focusWidget()
        presses = event.key() in _ENTER and not event.isAutoRepeat()
        if presses and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _in_bottom_bar(self) -> tuple[str, ...]:
        """Return which places the bottom bar shows; the others are under More."""
        every = tuple(self._buttons)
        if len(every) <= _MOST_AT_BOTTOM:
            return every
        first = tuple(place for place in _AT_BOTTOM if place in self._buttons)
        return first or every[: _MOST_AT_BOTTOM - 1]

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place_id in self._buttons:
            if place_id in self._in_bottom_bar():
                continue
            action = menu.addAction(self._buttons[place_id].text())
            action.triggered.connect(lambda *_, id_=place_id: self.place_chosen.emit(id_))
        menu.popup(self._more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _arrange(self) -> None:
        form, u = self.bar_form(), self._look.u
        direction = QBoxLayout.Direction
        bottom = form is Bar.BOTTOM
        if form is not self._bar_form:
            self._bar_form = form
            self.bar_changed.emit(form)
        self._bar.form = form
        self._bar.setVisible(not bottom or len(self._buttons) > 1)
        self._brand.setVisible(not bottom)
        self._outer.setDirection(direction.BottomToTop if bottom else direction.LeftToRight)
        self._line.setDirection(direction.LeftToRight if bottom else direction.TopToBottom)
        kept = self._in_bottom_bar()
        for place, button in self._buttons.items():
            button.set_bar(form)
            self._line.setStretchFactor(button, 1 if bottom else 0)
            button.setVisible(not bottom or place in kept)
        self._more.set_bar(form)
        self._line.setStretchFactor(self._more, 1 if bottom else 0)
        self._more.setVisible(bottom and len(kept) < len(self._buttons))
        self._stop.settle()
        self._line.setStretch(self._line.indexOf(self._more) + 1, 0 if bottom else 1)
        self._gap.changeSize(0, 0 if bottom else u(8))
        if bottom:
            self._bar.setMinimumSize(0, u(_BOTTOM_HEIGHT))
            self._bar.setMaximumSize(16_777_215, u(_BOTTOM_HEIGHT))
            self._line.setContentsMargins(0, 0, 0, 0)
            self._line.setSpacing(0)
        else:
            side = form is Bar.SIDE
            self._bar.setMaximumHeight(16_777_215)
            self._bar.setFixedWidth(u(_SIDE_WIDTH if side else _RAIL_WIDTH))
            margin = u(14 if side else 10)
            self._line.setContentsMargins(margin, u(14), margin, margin)
            self._line.setSpacing(u(2 if side else 4))
            self.foot.setContentsMargins(0, 0, 0, u(6 if side else 0))
            beside = u(9 if side else 11)
            self._brand.fit(named=side, margin=beside)
        self._bar.update()


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))


def _first_stop(part: QWidget) -> QWidget | None:
    """What Tab comes to first in it."""
    inside = (each for each in part.findChildren(QWidget) if each.isVisible())
    return next((each for each in inside if each.focusPolicy() & _BY_TAB), None)


class _Ground(QWidget):
    """The sunken ground of the bar, with a hairline towards the page."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.form = Bar.SIDE

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and hairline."""
        painter = QPainter(self)
        tokens = self._look.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRect(self.rect())  # to look for the right fillRect would load all gradients
        painter.setPen(QColor(tokens.border))
        if self.form is Bar.BOTTOM:
            painter.drawLine(0, 0, self.width(), 0)
        else:
            edge = 0 if self.isRightToLeft() else self.width() - 1
            painter.drawLine(edge, 0, edge, self.height())


give_face(_Ground, group)
