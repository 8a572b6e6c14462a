"""Owns a picture of the user's own, in place of a figure: as large as fits, never stretched."""

from functools import lru_cache

from PySide6.QtCore import QBuffer, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.core.catalogue.picture import png_of
from supple.ui.widgets.faces import give_face, picture

_KEPT_ACROSS = 1200
_KEPT = 12
_SMALL_KEPT = 120


@lru_cache(maxsize=_KEPT)
def image_of(text: str) -> QImage:
    """The picture that stands in a routine; an empty one where nothing can be drawn."""
    png = png_of(text)
    if png is None:
        return QImage()
    buffer = QBuffer()
    buffer.setData(png)
    reader = QImageReader(buffer, b"png")
    reader.setAutoDetectImageFormat(False)  # nothing but a PNG, whatever it pretends to be
    return at_most(reader.read(), _KEPT_ACROSS)


@lru_cache(maxsize=_SMALL_KEPT)
def small_image(text: str, size: QSize) -> QImage:
    """The picture that stands in a routine, as large as fits into `size` in device pixels."""
    image = image_of(text)
    if image.isNull():
        return image
    ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(size, ratio, smooth)


def at_most(image: QImage, across: int) -> QImage:
    """The image with its longer side no longer than `across` pixels."""
    if max(image.width(), image.height()) <= across:
        return image
    ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(QSize(across, across), ratio, smooth)


def fitted(size: QSize, room: QRect) -> QRect:
    """The middle of the room that a picture of this size fills, in its own proportions."""
    shown = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(room.topLeft(), shown)
    place.moveCenter(room.center())
    return place


class OwnPicture(QWidget):
    """Shows one picture, in a place of `size` or as its layout has it."""

    def __init__(self, size: QSize | None = None) -> None:
        super().__init__()
        self._size = size or QSize()
        self._image = QImage()
        self._ready: tuple[QSize, QImage] | None = None
        policy = QSizePolicy.Policy.Expanding if size is None else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, policy)
        self.hide()

    def show_picture(self, image: QImage, words: str) -> None:
        """Show this one; `words` are for people who do not see it."""
        self._image = image
        self._ready = None
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return what the picture takes of its place."""
        if self._image.isNull() or not self._size.isValid():
            return self._size
        return self._image.size().scaled(self._size, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint it in the middle."""
        if self._image.isNull():
            return
        place = fitted(self._image.size(), self.rect())
        with QPainter(self) as painter:
            painter.drawImage(place, self._scaled(place.size() * self.devicePixelRatioF()))

    def _scaled(self, size: QSize) -> QImage:
        """The picture in device pixels; smoothed once for each size."""
        if self._ready is None or self._ready[0] != size:
            ratio = Qt.AspectRatioMode.IgnoreAspectRatio  # the size is in proportion already
            smooth = Qt.TransformationMode.SmoothTransformation
            self._ready = size, self._image.scaled(size, ratio, smooth)
        return self._ready[1]


give_face(OwnPicture, picture)
