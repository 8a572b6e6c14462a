"""Pictures for tests, as files of the user's."""

import os
from pathlib import Path

from PySide6.QtGui import QColor, QImage

RED, BLUE = QColor("#c02020"), QColor("#2020c0")


def plain(path: Path, width: int = 400, height: int = 300, colour: QColor = RED) -> Path:
    """A picture of one colour; the ending of its name says in what format."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    assert image.save(str(path))
    return path


def noisy(path: Path, width: int, height: int) -> Path:
    """One that no format can make much smaller."""
    image = QImage(os.urandom(width * height * 4), width, height, QImage.Format.Format_RGB32)
    assert image.save(str(path))
    return path
