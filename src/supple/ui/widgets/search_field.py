"""Owns the field to search in: a glass at the left, a cross at the right once there are words."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY
from supple.ui.widgets.button import Kind
from supple.ui.widgets.icon_button import IconButton


class SearchField(QLineEdit):
    """`name` is told to screen readers and shown while it is empty, in short where it is narrow."""

    def __init__(
        self, look: Look, name: str, short: str, clear: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._names = (name, short)
        self.radius = 10
        self.setAccessibleName(name)
        self._cross = IconButton(look, "x-circle", clear, kind=Kind.PLAIN, side=32, parent=self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(self.clear)
        self._cross.hide()
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(self._look.u(260), self._look.u(40))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the short name."""
        words = QFontMetrics(self._look.font(BODY)).horizontalAdvance(self._names[1])
        return QSize(words + self._look.u(90), self._look.u(40))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the cross at the right, and the name that fits."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the direction of the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the field, then the glass."""
        super().paintEvent(event)
        side = self._look.u(20)
        left = self._look.u(12)
        if self.isRightToLeft():
            left = self.width() - left - side
        box = QRectF(left, (self.height() - side) / 2, side, side)
        ink = self._look.tokens.ink2
        painter = QPainter(self)
        self._look.icons.paint(painter, box, "magnifying-glass", Weight.REGULAR, ink)

    def _dress(self) -> None:
        u = self._look.u
        self.setFont(self._look.font(BODY))
        self.setFixedHeight(u(40))
        self.setTextMargins(u(26), 0, u(26), 0)
        self._place()

    def _place(self) -> None:
        side = self._look.u(32)
        left = self._look.u(4) if self.isRightToLeft() else self.width() - side - self._look.u(4)
        self._cross.setGeometry(left, (self.height() - side) // 2, side, side)
        long, short = self._names
        room = self.width() - self._look.u(76)
        fits = QFontMetrics(self.font()).horizontalAdvance(long) <= room
        self.setPlaceholderText(long if fits else short)
