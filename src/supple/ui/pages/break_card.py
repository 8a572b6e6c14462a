"""Owns the card of desk breaks in the side bar; in the rail it is a bell."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from supple.ui.pages.break_view import CardView, Choice
from supple.ui.shell import Bar
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SMALL, TypeStyle
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.height import Policy, follow_width

_TITLE: Final = TypeStyle(14, 19, 600)
_INSET: Final = 12
_DOTS: Final = 34
_BETWEEN: Final = 2


class BreakCard(QPushButton):
    """When the next break is, or why none is; pressing it opens its menu.

    `chosen` carries an Act, `looked_at` comes when somebody turns to it or to its window. Hidden
    until it has something to tell, and in the bottom bar. `told` carries what it tells in one
    line, for where it is hidden.
    """

    chosen = Signal(object)
    looked_at = Signal()
    told = Signal(str)

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tr = translations.gettext
        self._view: CardView | None = None
        self._bar = Bar.SIDE
        self.radius = 12
        follow_width(self, down=Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        FocusRing(look, self).watch(self)
        look.changed.connect(self.updateGeometry)
        self.hide()

    def show_view(self, view: CardView) -> None:
        """Show how breaks stand."""
        if view == self._view:
            return
        self._view = view
        self.told.emit(view.line)
        name = ". ".join(part for part in (view.title, view.detail) if part)
        self.setAccessibleName(self._tr("Desk breaks: {words}").format(words=name))
        self.setToolTip(name if self._bar is Bar.RAIL else "")
        self.setVisible(self._bar is not Bar.BOTTOM)
        self.updateGeometry()
        self.update()

    def set_bar(self, bar: Bar) -> None:
        """Take the form of the bar it stands in."""
        self._bar = bar
        self.setVisible(self._view is not None and bar is not Bar.BOTTOM)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size in the present form."""
        u = self._look.u
        if self._bar is Bar.RAIL:
            return QSize(u(48), u(44))
        return QSize(u(190), self.heightForWidth(self.width() or u(190)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size; words wrap."""
        return QSize(self._look.u(40), self._look.u(44))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the two lines need."""
        u = self._look.u
        if self._bar is Bar.RAIL or self._view is None:
            return u(44)
        room = self._room(width)
        tall = self._tall(_TITLE, self._view.title, room)
        detail = self._tall(SMALL, self._view.detail, room)
        return round(tall + detail) + u(_BETWEEN if detail else 0) + 2 * u(12)

    def event(self, event: QEvent) -> bool:
        """Tell when somebody looks: what is said by the minute may be out of date."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.WindowActivate):
            self.looked_at.emit()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the card, or the bell."""
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, u = self._look.tokens, self._look.u
        side = self._bar is Bar.SIDE
        if side or self.underMouse():
            painter.setPen(QColor(tokens.border) if tokens.strong else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(QRectF(self.rect()), u(self.radius), u(self.radius))
        if side:
            self._paint_words(painter, self._view)
        else:
            self._paint_bell(painter, self._view)

    def _paint_words(self, painter: QPainter, view: CardView) -> None:
        tokens, u = self._look.tokens, self._look.u
        room = self._room(self.width())
        title = self._tall(_TITLE, view.title, room)
        detail = self._tall(SMALL, view.detail, room)
        below = title + (u(_BETWEEN) if detail else 0)
        top = (self.height() - below - detail) / 2
        wrap = Qt.TextFlag.TextWordWrap
        painter.setFont(self._look.font(_TITLE))
        painter.setPen(QColor(tokens.apricot_ink if view.is_waiting else tokens.ink))
        painter.drawText(QRectF(u(_INSET), top, room, title + 2), wrap, view.title)
        painter.setFont(self._look.font(SMALL))
        painter.setPen(QColor(tokens.ink2))
        painter.drawText(QRectF(u(_INSET), top + below, room, detail + 2), wrap, view.detail)
        dots = QRectF(self.width() - u(_DOTS), 0, u(22), self.height())
        self._look.icons.paint(painter, dots, "dots-three", Weight.BOLD, tokens.ink2)

    def _paint_bell(self, painter: QPainter, view: CardView) -> None:
        tokens, u = self._look.tokens, self._look.u
        box = QRectF(0, 0, u(24), u(24))
        box.moveCenter(QRectF(self.rect()).center())
        self._look.icons.paint(painter, box, "bell", Weight.REGULAR, tokens.ink2)
        if view.is_waiting:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.apricot))
            painter.drawEllipse(box.topRight(), u(5), u(5))

    def _open(self) -> None:
        if self._view is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._bar is Bar.RAIL:
            words = ", ".join(part for part in (self._view.title, self._view.detail) if part)
            menu.addAction(words).setEnabled(False)
            menu.addSeparator()
        for choice in self._view.choices:
            self._add(menu, choice)
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _add(self, menu: QMenu, choice: Choice) -> None:
        if choice.more:
            below = menu.addMenu(choice.words)
            for each in choice.more:
                self._add(below, each)
            return
        action = menu.addAction(choice.words)
        action.triggered.connect(lambda *_: self.chosen.emit(choice.act))

    def _room(self, width: int) -> int:
        return max(1, width - self._look.u(_INSET + _DOTS))

    def _tall(self, style: TypeStyle, words: str, room: int) -> float:
        if not words:
            return 0.0
        metrics = QFontMetrics(self._look.font(style))
        area = metrics.boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, words)
        return float(area.height())
