"""Owns the focus ring: one outline that stands outside whatever has the keyboard focus."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from supple.ui.theme.look import Look

_GAP: Final = 2.0
_WIDTH: Final = 2.5
_BY_HAND: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """Follows the focused one of the watched widgets. Shown for keyboard focus only.

    A widget tells its corner through an attribute `radius`, in u. `set_colour` is for sessions,
    where the ring is painted in the colour of the digits.
    """

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self._colour = ""
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def watch(self, *widgets: QWidget) -> None:
        """Stand around these when they get the focus from the keyboard."""
        for widget in widgets:
            widget.installEventFilter(self)

    def set_colour(self, hex_value: str) -> None:
        """Paint in this colour instead of the theme's own."""
        self._colour = hex_value
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the watched widget; never swallow anything."""
        match event.type():
            case QEvent.Type.FocusIn if isinstance(event, QFocusEvent):
                if event.reason() in _BY_HAND and isinstance(watched, QWidget):
                    self._follow(watched)
            case QEvent.Type.FocusOut | QEvent.Type.Hide if watched is self._target:
                self._target = None
                self.hide()
            case QEvent.Type.Move | QEvent.Type.Resize if watched is self._target:
                self._place()
            case _:
                pass
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._look.scale * _WIDTH
        painter.setPen(QPen(QColor(self._colour or self._look.tokens.focus), width))
        shape = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = self._look.scale * (getattr(self._target, "radius", 10) + _GAP + 1)
        painter.drawRoundedRect(shape, radius, radius)

    def _follow(self, widget: QWidget) -> None:
        self._target = widget
        parent = widget.parentWidget()
        if parent is not None and parent is not self.parentWidget():
            self.setParent(parent)
        self._place()
        self.show()

    def _place(self) -> None:
        if self._target is None:
            return
        grow = round(self._look.scale * (_GAP + _WIDTH))
        self.setGeometry(self._target.geometry().adjusted(-grow, -grow, grow, grow))
        self.raise_()
