"""Screens on displays of higher density: the same picture, with more pixels in it."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

GRAB = """
import sys
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from supple.ui.screenshots.studio import SCREENS, Shot, Studio
with closing(Studio(Path(sys.argv[1]), Shot(), "en")) as studio:
    for name in sys.argv[3:]:
        page = SCREENS[name](studio)
        page.resize(900, 600)
        page.grab().save(f"{sys.argv[2]}/{name}.png")
        page.close()
"""
NAMES = ("today", "session-hold", "library")
LIKENESS = 5.0  # of 255, the mean of all pixels; edges of letters and icons lie elsewhere


def grabbed(scale: str, home: Path, to: Path) -> dict[str, QImage]:
    to.mkdir()
    command = [sys.executable, "-c", GRAB, str(home), str(to), *NAMES]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    ended = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return {name: QImage(str(to / f"{name}.png")) for name in NAMES}


def grey(image: QImage) -> bytes:
    even = image.convertToFormat(QImage.Format.Format_Grayscale8)
    bits, stride, width = even.constBits(), even.bytesPerLine(), even.width()
    return b"".join(bits[line * stride : line * stride + width] for line in range(even.height()))


def difference(one: QImage, other: QImage) -> float:
    pairs = list(zip(grey(one), grey(other), strict=True))
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


def edges(image: QImage) -> float:
    """How much neighbouring pixels differ: sharp letters differ more than blown-up ones."""
    pixels = grey(image)
    return sum(abs(a - b) for a, b in pairwise(pixels)) / len(pixels)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, QImage]]:
    folder = tmp_path_factory.mktemp("scale")
    return folder / "home", grabbed("1", folder / "home", folder / "1")


@pytest.mark.parametrize("scale", ["1.5", "2", "3"])
def test_a_denser_display_shows_the_same_picture_sharper(
    scale: str, plain: tuple[Path, dict[str, QImage]], tmp_path: Path
) -> None:
    home, usual = plain
    smooth = Qt.TransformationMode.SmoothTransformation
    for name, image in grabbed(scale, home, tmp_path / "dense").items():
        small = usual[name]
        assert image.size() == QSize(900, 600) * float(scale)
        assert difference(_sized(image, small.size(), smooth), small) < LIKENESS, name
        assert edges(image) > edges(_sized(small, image.size(), smooth)), name


def _sized(image: QImage, size: QSize, mode: Qt.TransformationMode) -> QImage:
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
