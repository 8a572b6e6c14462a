"""`supple figure` writes a picture as PNG or SVG, and says plainly what it cannot do."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from supple.cli.figure import render
from supple.core.errors import FacilityError, InputError


def written(out: Path, ident: str = "bridge", **changes: object) -> Path:
    options: dict[str, object] = {
        "phase": 1.0,
        "side": "right",
        "theme": "light",
        "size": (240, 180),
        "ground": "room",
        "character": "",
    }
    render(ident, out=out, **{**options, **changes})  # type: ignore[arg-type]
    return out


def test_a_png_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    image = QImage(str(written(tmp_path / "bridge.png")))
    assert (image.width(), image.height()) == (240, 180)


def test_an_svg_says_what_it_shows(tmp_path: Path) -> None:
    root = ET.fromstring(written(tmp_path / "bridge.svg").read_text(encoding="utf-8"))  # noqa: S314
    title = root[0].text
    assert title is not None
    assert title.startswith("Hips lifted")


def test_left_and_right_are_mirror_images(tmp_path: Path) -> None:
    right = QImage(str(written(tmp_path / "r.png", "strap-supine-stretch", ground="plain")))
    left = QImage(
        str(written(tmp_path / "l.png", "strap-supine-stretch", ground="plain", side="left"))
    )
    mirrored = left.flipped(Qt.Orientation.Horizontal)
    seen = [
        (x, y) for x in range(0, 240, 4) for y in range(0, 180, 4) if right.pixelColor(x, y).alpha()
    ]
    alike = sum(mirrored.pixelColor(x, y).alpha() > 0 for x, y in seen)
    assert alike / len(seen) > 0.95


def test_an_svg_is_written_without_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from supple.cli.figure import render;"
        "render('bridge', phase=1.0, side='right', theme='light', size=(240, 180), ground='room',"
        f" character='', out=Path({str(tmp_path / 'b.svg')!r}));"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_unknown_exercise_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no exercise called handstand"):
        written(tmp_path / "x.svg", "handstand")


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.png or \.svg"):
        written(tmp_path / "x.jpg")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FacilityError, match="cannot be written"):
        written(tmp_path / "missing" / "x.svg")
