"""Owns the focus ring: one outline that stands outside whatever has the keyboard focus."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from supple.ui.theme.look import Look
from supple.ui.widgets.last_input import by_keys

_GAP: Final = 2.0
_WIDTH: Final = 2.5
_SPARE: Final = 24
_BY_HAND: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_BACK_AGAIN: Final = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_GONE: Final = (QEvent.Type.FocusOut, QEvent.Type.Hide)
_MOVED: Final = (QEvent.Type.Move, QEvent.Type.Resize)


class FocusRing(QWidget):
    """Follows the focused one of the watched widgets. Shown for keyboard focus only.

    That is also a focus that a page gives after a key was pressed, and one that comes back from a
    menu or another window. The ring lies in the nearest parent that it has room in, so that none
    of it is cut, and what scrolls is scrolled to show it. A widget tells its corner through an
    attribute `radius`, in u. `set_colour` is for sessions, where the ring is painted in the colour
    of the digits.
    """

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self._page = page
        self._colour = ""
        self._target: QWidget | None = None
        self._around: dict[QObject, QWidget] = {}
        self._path: list[QWidget] = []
        self._left: QObject | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def watch(self, *widgets: QWidget, around: QWidget | None = None) -> None:
        """Stand around these when they get the focus from the keyboard, or `around` that one."""
        for widget in widgets:
            if around is not None:
                self._around[widget] = around
            widget.installEventFilter(self)

    def set_colour(self, hex_value: str) -> None:
        """Paint in this colour instead of the theme's own."""
        self._colour = hex_value
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the watched widget, and what it lies in; never swallow anything."""
        kind = event.type()
        if isinstance(event, QFocusEvent) and kind == QEvent.Type.FocusIn:
            if isinstance(watched, QWidget) and self._is_wanted(watched, event.reason()):
                self._follow(watched)
                if event.reason() not in _BACK_AGAIN:
                    self._scroll_to(self._path[0])
            self._left = None
        elif kind in _GONE and watched is self._target:
            is_back_soon = isinstance(event, QFocusEvent) and event.reason() in _BACK_AGAIN
            self._left = watched if is_back_soon else None
            self._leave()
        elif kind in _MOVED and watched in self._path:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._look.scale * _WIDTH
        painter.setPen(QPen(QColor(self._colour or self._look.tokens.focus), width))
        shape = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        around = self._around.get(self._target, self._target) if self._target else None
        radius = self._look.scale * (getattr(around, "radius", 10) + _GAP + 1)
        painter.drawRoundedRect(shape, radius, radius)

    def _is_wanted(self, widget: QWidget, reason: Qt.FocusReason) -> bool:
        if reason in _BACK_AGAIN:
            return widget is self._left
        is_given = reason is Qt.FocusReason.OtherFocusReason
        return reason in _BY_HAND or (is_given and by_keys(widget))

    def _follow(self, widget: QWidget) -> None:
        self._leave()
        self._target = widget
        self._path = [self._around.get(widget, widget)]
        self._place()
        self.show()

    def _scroll_to(self, widget: QWidget) -> None:
        """Bring it into view; Qt does so only on the way from one to another in the same area."""
        above = widget.parentWidget()
        while above is not None:
            content = above.widget() if isinstance(above, QScrollArea) else None
            if isinstance(above, QScrollArea) and content is not None:
                self._scroll(above, content, widget)
            above = above.parentWidget()

    def _scroll(self, area: QScrollArea, content: QWidget, widget: QWidget) -> None:
        """Show all of `widget` with room to spare; of a taller one its top."""
        spare = self._look.u(_SPARE)
        place = QRect(widget.mapTo(content, QPoint(0, 0)), widget.size())
        place.setHeight(min(place.height(), area.viewport().height() - 2 * spare))
        middle = place.center()
        across = place.width() // 2
        area.ensureVisible(middle.x(), middle.y(), across, place.height() // 2 + spare)

    def _leave(self) -> None:
        """Go home: what the ring lies in now may not live as long as its page."""
        self._target = None
        for each in self._path[1:]:
            each.removeEventFilter(self)
        self._path = []
        if self.parentWidget() is not self._page:
            self.setParent(self._page)
        self.hide()

    def _place(self) -> None:
        """Stand around the target, in the nearest parent with room; all up to there are watched."""
        around = self._path[0]
        grow = round(self._look.scale * (_GAP + _WIDTH))
        outer = QRect(QPoint(0, 0), around.size()).adjusted(-grow, -grow, grow, grow)
        path, host = [around], around.parentWidget()
        while host is not None and not self._has_room(host, around, outer):
            path.append(host)
            host = host.parentWidget()
        if host is None:
            return
        for each in path[1:]:
            if each not in self._path:
                each.installEventFilter(self)
        self._path = path
        if self.parentWidget() is not host:
            self.setParent(host)
            self.show()
        self.setGeometry(outer.translated(around.mapTo(host, QPoint(0, 0))))
        self.raise_()

    @staticmethod
    def _has_room(host: QWidget, around: QWidget, outer: QRect) -> bool:
        """Whether the ring can lie in `host`; beyond what scrolls, or a window, it cannot go."""
        above = host.parentWidget()
        scrolls = above is not None and isinstance(above.parent(), QAbstractScrollArea)
        if host.isWindow() or above is None or scrolls:
            return True
        return host.rect().contains(outer.translated(around.mapTo(host, QPoint(0, 0))))
