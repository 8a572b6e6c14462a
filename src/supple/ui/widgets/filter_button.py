"""Owns the filter button: opens its choices; what is chosen replaces its label, a cross clears."""

import msgspec
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY_STRONG
from supple.ui.widgets.breakable import breakable
from supple.ui.widgets.height import Policy, follow_width

_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_FINGER = 36
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Filter(msgspec.Struct, frozen=True):
    """One filter: its id, its name, its choices with their words."""

    id: str
    name: str
    choices: tuple[tuple[str, str], ...]


class FilterButton(QPushButton):
    """`changed` carries the ids of all that is chosen now. Delete clears it too."""

    changed = Signal(object)

    def __init__(
        self, look: Look, filter_: Filter, clear: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._filter = filter_
        self._clear = clear
        self._chosen: frozenset[str] = frozenset()
        self.radius = 10
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self, Policy.Maximum)
        self.clicked.connect(self._open)
        look.changed.connect(self.updateGeometry)
        self.set_chosen(frozenset())

    @property
    def filter_id(self) -> str:
        """Which filter this is."""
        return self._filter.id

    def set_chosen(self, chosen: frozenset[str]) -> None:
        """Show what is chosen."""
        self._chosen = chosen
        words = [words for ident, words in self._filter.choices if ident in chosen]
        self.setText(", ".join(words) or self._filter.name)
        name = f"{self._filter.name}: {', '.join(words)}" if words else self._filter.name
        self.setAccessibleName(name)
        self.setToolTip(self._clear if words else "")
        self.updateGeometry()

    def fill_menu(self, menu: QMenu) -> None:
        """Put the choices into `menu`, to be ticked."""
        for ident, words in self._filter.choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(ident in self._chosen)
            action.triggered.connect(lambda on, ident=ident: self._choose(ident, on=on))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of label and arrow."""
        label = self._metrics().horizontalAdvance(self.text())
        return QSize(label + self._look.u(46), self._look.u(40))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with each word on its own line: words are never cut."""
        words = map(self._metrics().horizontalAdvance, breakable(self.text()))
        return QSize(max(words, default=0) + self._look.u(46), self._look.u(40))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the wrapped label needs."""
        metrics = self._metrics()
        room = QRect(0, 0, max(1, width - self._look.u(42)), 10_000)
        label = metrics.boundingRect(room, _CENTRED, self.text())
        lines = max(1, round(label.height() / metrics.lineSpacing()))
        return self._look.u(40) + (lines - 1) * metrics.lineSpacing()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A press on the cross clears."""
        if self._chosen and self._cross().contains(event.position()):
            self.changed.emit(frozenset())
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Delete clears; the rest is a button's."""
        if event.key() in _CLEARING and self._chosen:
            self.changed.emit(frozenset())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint plate, label and mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u, on = self._look.tokens, self._look.u, bool(self._chosen)
        fill = t.primary_soft if on else t.sunken if self.underMouse() else t.surface
        painter.setPen(QPen(QColor(t.primary if on else t.border_strong), t.outline))
        painter.setBrush(QColor(fill))
        inset = t.outline / 2
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, u(self.radius), u(self.radius))
        ink = t.primary_ink if on else t.ink
        painter.setPen(QColor(ink))
        painter.setFont(self._look.font(BODY_STRONG))
        room = QRectF(u(12), 0, self.width() - u(42), self.height())
        if self.isRightToLeft():
            room.moveLeft(u(30))
        painter.drawText(room, _CENTRED, self.text())
        mark = "x" if on else "caret-down"
        self._look.icons.paint(painter, self._mark(), mark, Weight.BOLD, ink)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font(BODY_STRONG))

    def _mark(self) -> QRectF:
        side = self._look.u(14)
        left = self._look.u(12) if self.isRightToLeft() else self.width() - self._look.u(26)
        return QRectF(left, (self.height() - side) / 2, side, side)

    def _cross(self) -> QRectF:
        """Where a press clears: the whole end of the button, for a finger to meet."""
        side = self._look.u(_FINGER)
        return QRectF(0 if self.isRightToLeft() else self.width() - side, 0, side, self.height())

    def _choose(self, ident: str, *, on: bool) -> None:
        self.changed.emit(self._chosen | {ident} if on else self._chosen - {ident})

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        if self._chosen:
            menu.addSeparator()
            menu.addAction(self._clear, lambda: self.changed.emit(frozenset()))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + self._look.u(4))))
