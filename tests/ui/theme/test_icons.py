"""The icons: tinted, kept, and exactly those that are shipped."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from supple.ui.theme.icons import Icons, Weight

ROOT = Path(__file__).parents[3]
ICONS = ROOT / "assets" / "icons"
SOURCE = ROOT / "src" / "supple"


def shipped() -> set[str]:
    return {re.sub(r"-(fill|bold)$", "", path.stem) for path in ICONS.rglob("*.svg")}


def test_an_icon_is_painted_in_the_colour_of_a_token(
    qapp: QApplication, read_asset: Callable[[str], bytes]
) -> None:
    del qapp
    picture = Icons(read_asset).pixmap("pause", Weight.FILL, "#B5483C", 32)
    image = picture.toImage()
    colours = {
        image.pixelColor(x, 16).name() for x in range(32) if image.pixelColor(x, 16).alpha() == 255
    }
    assert colours == {QColor("#B5483C").name()}


def test_an_icon_is_drawn_once_and_sharp_on_dense_screens(
    qapp: QApplication, read_asset: Callable[[str], bytes]
) -> None:
    del qapp
    asked: list[str] = []

    def read(name: str) -> bytes:
        asked.append(name)
        return read_asset(name)

    icons = Icons(read)
    first = icons.pixmap("play", Weight.FILL, "#000000", 20, 2.0)
    icons.pixmap("play", Weight.FILL, "#000000", 20, 2.0)
    assert asked == ["icons/fill/play-fill.svg"]
    assert (first.width(), first.deviceIndependentSize().width()) == (40, 20)


def test_no_icon_is_shipped_without_being_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    named = set(re.findall(r'"([a-z][a-z-]*)"', code))
    assert shipped() - named == set()


def test_the_licences_stand_beside_icons_and_fonts() -> None:
    assert "MIT License" in (ICONS / "LICENSE").read_text("utf-8")
    assert "SIL Open Font License" in (ROOT / "assets/fonts/Lexend-OFL.txt").read_text("utf-8")
