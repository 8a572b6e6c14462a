"""A picture from a file of the user's becomes one that a routine can hold."""

from gettext import NullTranslations
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from supple.core.catalogue.picture import MOST_BYTES, text_of
from supple.core.errors import InputError
from supple.devices.files import read_bounded
from supple.ui.widgets.own_picture import at_most

FILES: Final = "*.png *.jpg *.jpeg *.webp"
_KINDS: Final = frozenset({b"png", b"jpeg", b"webp"})
_LIMIT_BYTES: Final = 30_000_000
_MOST_PIXELS: Final = 64_000_000
_READ_ACROSS: Final = 1_600
_ACROSS: Final = 800
_LEAST_ACROSS: Final = 40
_SMALLER: Final = 0.8
_SMALLEST_FILE: Final = 0  # Qt's quality of a PNG is how little is done to make it small


def picture_from(path: Path, words: NullTranslations) -> str:
    """The picture in a file, as small as a routine needs it, in base64.

    It is painted anew: of what a camera wrote beside it, such as a place, nothing is kept. What
    kind of file it is tells its content, never its name. Raises InputError.
    """
    image = _read(read_bounded(path, _LIMIT_BYTES, words))
    if image.isNull():
        raise InputError(
            words.gettext("This file is no picture that can be shown."),
            where=path.name,
            allowed=words.gettext("A PNG, JPEG or WebP picture is needed."),
        )
    return text_of(_as_png(image))


def _read(content: bytes) -> QImage:
    """The picture, at once in a moderate size; an empty one for all that is none."""
    buffer = QBuffer()
    buffer.setData(content)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    kind = bytes(reader.format().data())
    if kind not in _KINDS or size.isEmpty() or size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    if max(size.width(), size.height()) > _READ_ACROSS:
        square = QSize(_READ_ACROSS, _READ_ACROSS)
        small = size.scaled(square, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(small.expandedTo(QSize(1, 1)))
    reader.setAutoTransform(True)
    return reader.read()


def _as_png(image: QImage) -> bytes:
    """The PNG of as many pixels as the limit allows."""
    across = min(_ACROSS, max(image.width(), image.height()))
    while True:
        png = _png(at_most(image, across))
        if len(png) <= MOST_BYTES or across <= _LEAST_ACROSS:
            return png
        across = max(_LEAST_ACROSS, round(across * _SMALLER))


def _png(image: QImage) -> bytes:
    clear, solid = QImage.Format.Format_ARGB32, QImage.Format.Format_RGB32
    clean = QImage(image.size(), clear if image.hasAlphaChannel() else solid)
    clean.fill(Qt.GlobalColor.transparent)
    with QPainter(clean) as painter:
        painter.drawImage(0, 0, image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setQuality(_SMALLEST_FILE)
    writer.write(clean)
    return bytes(buffer.data().data())
