"""Owns the logo: a dot over a bent line, which is a sun over land and a person folding."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from supple.ui.theme.look import Look
from supple.ui.theme.mark import paint_logo
from supple.ui.theme.tokens import LIGHT
from supple.ui.widgets.faces import give_face, picture

_SIDE = 26


def logo_icon() -> QIcon:
    """Return the program's icon, for windows and task bars."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_logo(painter, QRectF(0, 0, side, side), LIGHT.primary, LIGHT.apricot)
        painter.end()
        icon.addPixmap(picture)
    return icon


class Logo(QLabel):
    """The logo in the colours of the theme, `size` u wide and high."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, size: int = _SIDE) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the drawing."""
        return QSize(self._look.u(self._size), self._look.u(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint it in the middle."""
        side = self._look.u(self._size)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        tokens = self._look.tokens
        paint_logo(QPainter(self), box, tokens.primary, tokens.apricot)

    def _dress(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


give_face(Logo, picture)
