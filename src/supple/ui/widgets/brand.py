"""Owns the logo and the name at the head of the bar, which lead to what the program is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import SECTION
from supple.ui.widgets.logo import Logo
from supple.ui.widgets.mirror import mirrored_margins
from supple.ui.widgets.text import Text


class Brand(QPushButton):
    """Logo and name in one; `words` say where it leads. A rail has the logo alone."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.radius = 10
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._name = Text(look, SECTION, "Supple", colour="primary_ink")
        self._name.setForegroundRole(QPalette.ColorRole.WindowText)  # else the button's own
        for part in (Logo(look), self._name):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(part)
        self._row.addStretch(1)

    def fit(self, *, named: bool, margin: int) -> None:
        """Take the form of the bar: with the name or without, so far from its edge."""
        u = self._look.u
        self._name.setVisible(named)
        self._row.setContentsMargins(mirrored_margins(self, margin, u(6), 0, u(6)))
        self._row.setSpacing(u(10))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of logo and name."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same."""
        return self._row.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint a ground below the pointer; logo and name paint themselves."""
        if not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.tokens.border))
        radius = self._look.u(self.radius)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
