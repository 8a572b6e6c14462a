"""The typefaces: Lexend comes with the program, words are the system's own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from supple.ui.theme.fonts import Fonts

ReadAsset = Callable[[str], bytes]


def test_digits_are_lexend_in_the_asked_size_and_weight(
    qapp: QApplication, read_asset: ReadAsset
) -> None:
    del qapp
    font = Fonts(read_asset).digits(120, 600)
    info = QFontInfo(font)
    assert (info.family(), info.pixelSize(), info.weight()) == ("Lexend", 120, 600)


def test_lexend_is_only_read_when_a_title_asks_for_it(
    qapp: QApplication, read_asset: ReadAsset
) -> None:
    del qapp
    asked: list[str] = []

    def read(name: str) -> bytes:
        asked.append(name)
        return read_asset(name)

    fonts = Fonts(read, pinned="Inter")
    fonts.words(15, 400)
    assert asked == []
    fonts.title(28, 600)
    fonts.title(20, 600)
    assert asked == ["fonts/Lexend-Medium.ttf", "fonts/Lexend-SemiBold.ttf"]


def test_plain_titles_use_the_font_of_words_but_digits_stay(
    qapp: QApplication, read_asset: ReadAsset
) -> None:
    del qapp
    fonts = Fonts(read_asset, pinned="Inter", plain=True)
    assert fonts.title(28, 600).family() == "Inter"
    assert fonts.digits(120).family() == "Lexend"


@pytest.mark.parametrize(("system_px", "factor"), [(12, 1.0), (15, 1.0), (21, 1.4)])
def test_text_is_as_large_as_the_systems_own_but_never_smaller_than_the_design(
    qapp: QApplication, read_asset: ReadAsset, system_px: int, factor: float
) -> None:
    del qapp
    system = QFont("Inter")
    system.setPixelSize(system_px)
    assert Fonts(read_asset, system=lambda: system).base_factor() == pytest.approx(factor)


@pytest.mark.parametrize(
    ("language", "family"), [("de", "Lexend"), ("vi", "Lexend"), ("el", "Inter"), ("uk", "Inter")]
)
def test_a_title_is_never_a_mixture_of_lexend_and_another_font(
    qapp: QApplication, read_asset: ReadAsset, language: str, family: str
) -> None:
    del qapp
    fonts, usual = Fonts(read_asset, pinned="Inter"), QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        assert fonts.title(28, 600).family() == family
        assert fonts.digits(120).family() == "Lexend"
    finally:
        QLocale.setDefault(usual)
