"""`supple figure` writes a picture as PNG or SVG, and says plainly what it cannot do."""

import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from supple.app.container import Container
from supple.cli.figure import figure
from supple.core.errors import FacilityError, InputError


def written(out: Path, ident: str = "bridge", *, side: str = "right", language: str = "en") -> Path:
    asked = {"exercise": ident, "phase": 1.0, "side": side, "theme": "light", "out": str(out)}
    with Container({"SUPPLE_HOME": str(out.parent / "home")}, language=language) as app:
        assert figure(Namespace(**asked, size=(240, 180)), app) == 0
    return out


def test_a_png_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    image = QImage(str(written(tmp_path / "bridge.png")))
    assert (image.width(), image.height()) == (240, 180)


def test_an_svg_says_what_it_shows(tmp_path: Path) -> None:
    root = ET.fromstring(written(tmp_path / "bridge.svg").read_text(encoding="utf-8"))  # noqa: S314
    title = root[0].text
    assert title is not None
    assert title.startswith("Hips lifted")


def test_an_svg_says_it_in_german_too(tmp_path: Path) -> None:
    assert "<title>Das Becken gehoben" in written(tmp_path / "b.svg", language="de").read_text(
        "utf-8"
    )


def test_left_and_right_are_mirror_images(tmp_path: Path) -> None:
    right = QImage(str(written(tmp_path / "r.png", "strap-supine-stretch")))
    left = QImage(str(written(tmp_path / "l.png", "strap-supine-stretch", side="left")))
    assert alike(left.flipped(Qt.Orientation.Horizontal), right) > 0.95
    assert alike(left, right) < 0.9


def alike(one: QImage, other: QImage) -> float:
    """The share of places where both show the same colour."""
    places = [(x, y) for x in range(0, 240, 2) for y in range(0, 180, 2)]
    return sum(one.pixelColor(*at) == other.pixelColor(*at) for at in places) / len(places)


def test_an_svg_is_written_without_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from supple.cli.main import main;"
        f"main(['figure', 'bridge', '-o', {str(tmp_path / 'b.svg')!r}]);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    home = {**os.environ, "SUPPLE_HOME": str(tmp_path / "home")}
    assert subprocess.run([sys.executable, "-c", code], check=False, env=home).returncode == 0
    assert (tmp_path / "b.svg").exists()


def test_an_unknown_exercise_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match='no exercise "handstand"'):
        written(tmp_path / "x.svg", "handstand")


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.png or \.svg"):
        written(tmp_path / "x.jpg")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FacilityError, match="couldn't be written"):
        written(tmp_path / "missing" / "x.svg")
