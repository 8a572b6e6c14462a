"""Owns the icons: Phosphor drawings from `assets/icons`, tinted with a token's colour."""

from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from supple.ui.theme.fonts import ReadAsset


class Weight(StrEnum):
    """The three cuts of a drawing that are shipped, each a folder of `assets/icons`."""

    REGULAR = "regular"
    FILL = "fill"
    BOLD = "bold"


class Icons:
    """Draws icons by name. One picture is kept per name, cut, colour, size and device ratio.

    QtSvg paints `currentColor` black, so the colour is put into the drawing's text.
    """

    def __init__(self, read: ReadAsset) -> None:
        self._read = read
        self._pictures: dict[tuple[str, Weight, str, int, float], QPixmap] = {}

    def pixmap(
        self, name: str, weight: Weight, colour: str, size_px: int, ratio: float = 1.0
    ) -> QPixmap:
        """Return the picture, `size_px` logical pixels wide and high."""
        key = (name, weight, colour, size_px, ratio)
        if key not in self._pictures:
            self._pictures[key] = self._draw(*key)
        return self._pictures[key]

    def icon(self, name: str, weight: Weight, colour: str, size_px: int) -> QIcon:
        """Return the icon for native parts, such as menus, sharp up to twice the size."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, weight, colour, size_px, ratio))
        return icon

    def paint(self, painter: QPainter, box: QRectF, name: str, weight: Weight, colour: str) -> None:
        """Paint the icon centred in `box`, as large as its shorter side."""
        size = round(min(box.width(), box.height()))
        ratio = painter.device().devicePixelRatio()
        picture = self.pixmap(name, weight, colour, size, ratio)
        left = box.center().x() - size / 2
        top = box.center().y() - size / 2
        painter.drawPixmap(round(left), round(top), picture)

    def _draw(self, name: str, weight: Weight, colour: str, size_px: int, ratio: float) -> QPixmap:
        # QtSvg is only loaded once the first icon is wanted.
        from PySide6.QtSvg import QSvgRenderer

        suffix = "" if weight is Weight.REGULAR else f"-{weight}"
        drawing = self._read(f"icons/{weight}/{name}{suffix}.svg")
        tinted = drawing.replace(b"currentColor", colour.encode())
        side = max(1, round(size_px * ratio))
        picture = QPixmap(QSize(side, side))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(tinted)).render(painter)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture
