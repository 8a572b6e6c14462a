"""Owns the button that is a picture alone; its name is told to screen readers and as a tip."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.widgets.button import Kind
from supple.ui.widgets.mirror import reading_icon
from supple.ui.widgets.text import escaped

_DISABLED_OPACITY = 0.45


class IconButton(QPushButton):
    """`side` is its width and height in u; a `round_` one is a disc."""

    def __init__(
        self,
        look: Look,
        icon: str,
        name: str,
        *,
        kind: Kind = Kind.SECONDARY,
        weight: Weight = Weight.REGULAR,
        side: int = 40,
        round_: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._kind = kind
        self._weight = weight
        self._side = side
        self.radius = side / 2 if round_ else 10
        self.set_name(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_name(self, name: str) -> None:
        """Say what it does."""
        self.setAccessibleName(name)
        self.setToolTip(literal_tip(name))

    def set_icon(self, icon: str) -> None:
        """Show another picture."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return its size."""
        return QSize(self._look.u(self._side), self._look.u(self._side))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint plate and picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(_DISABLED_OPACITY)
        t, u = self._look.tokens, self._look.u
        fill, line, ink = self._colours()
        width = t.outline
        painter.setPen(QPen(QColor(line), width) if line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        inset = width / 2
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, u(self.radius), u(self.radius))
        side = u(max(min(22, self._side * 0.5), self._side * 0.42))
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        name = reading_icon(self, self._icon)
        self._look.icons.paint(painter, box, name, self._weight, ink)

    def _colours(self) -> tuple[str, str, str]:
        """Return fill, outline and ink; an empty string is none."""
        t = self._look.tokens
        lit = self.isDown() or self.underMouse()
        if self._kind is Kind.PRIMARY:
            return (t.primary_hover if lit else t.primary), "", t.on_primary
        if self._kind is Kind.SOFT:
            return t.primary_soft, (t.border_strong if lit or t.strong else ""), t.primary_ink
        if self._kind is Kind.PLAIN:
            return (t.sunken if lit else ""), "", t.ink2
        return (t.sunken if lit else t.surface), t.border_strong, t.ink


def literal_tip(words: str) -> str:
    """Words under the pointer as they are, even where Qt would read marks in them."""
    return f"<p>{escaped(words)}</p>" if "<" in words else words
