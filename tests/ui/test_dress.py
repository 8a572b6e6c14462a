"""The look follows settings and system while the program runs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.app.container import Container
from supple.devices.clock import ManualClock
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.motion import NullMotion
from supple.devices.settings.settings import AppearanceSettings, Settings
from supple.ui.dress import Dress
from supple.ui.program import Program
from supple.ui.theme.fonts import Fonts
from supple.ui.theme.tokens import DARK, LIGHT, tokens_for
from supple.ui.theme.type_scale import TITLE
from supple.ui.wishes import Wishes

ReadAsset = Callable[[str], bytes]


def settings(**appearance: object) -> Settings:
    chosen = msgspec.convert(appearance, AppearanceSettings)
    return msgspec.structs.replace(Settings(), appearance=chosen)


class Asked(Wishes):
    """A system that asks for what it is told to."""

    dark = False
    strong = False
    theme: QPalette | None = None

    def ask(self, *, dark: bool = False, strong: bool = False) -> None:
        self.dark, self.strong = dark, strong
        self.changed.emit()


@pytest.fixture
def system(qapp: QApplication) -> Asked:
    return Asked(qapp.styleHints())


def test_the_theme_follows_the_system_while_the_program_runs(
    qapp: QApplication, system: Asked
) -> None:
    dress = Dress(qapp, settings(theme="system"), wishes=system)
    assert dress.look.tokens == LIGHT
    system.ask(dark=True)
    assert dress.look.tokens == DARK
    dress.use(settings(theme="light"))
    assert dress.look.tokens == LIGHT
    system.ask(strong=True)
    assert dress.look.tokens == tokens_for(dark=False, strong=True)
    system.ask()
    assert dress.look.tokens == LIGHT


THEMES = {
    "Aquatic": ("#202020", "#FFFFFF", "#8EE3F0", "#263B50"),
    "Desert": ("#FFFAEF", "#3D3D3D", "#903909", "#FFF5E3"),
    "Dusk": ("#2D3236", "#FFFFFF", "#A1BFDE", "#212D3B"),
    "Night sky": ("#000000", "#FFFFFF", "#D6B4FD", "#2B2B2B"),
}
"""Window, its text, highlight and its text in the contrast themes of Windows 11."""


@pytest.mark.parametrize("name", THEMES)
def test_a_contrast_theme_of_windows_brings_all_colours(
    qapp: QApplication, system: Asked, name: str
) -> None:
    role, palette = QPalette.ColorRole, QPalette()
    places = (role.Window, role.WindowText, role.Highlight, role.HighlightedText)
    for place, colour in zip(places, THEMES[name], strict=True):
        palette.setColor(place, QColor(colour))
    dress = Dress(qapp, settings(theme="light"), wishes=system)
    system.theme = palette
    system.ask(strong=True)
    told = msgspec.to_builtins(dress.look.tokens, str_keys=True)
    colours = {value[-6:] for value in leaves(told) if value.startswith("#")}
    assert colours == {colour[1:] for colour in THEMES[name]}
    assert dress.look.tokens.dark is (name != "Desert")
    system.theme = None
    system.ask()
    assert dress.look.tokens == LIGHT


def leaves(tree: object) -> Iterator[str]:
    """All words in nested mappings."""
    if isinstance(tree, dict):
        for value in tree.values():
            yield from leaves(value)
    elif isinstance(tree, str):
        yield tree


def test_the_real_system_is_listened_to(qapp: QApplication) -> None:
    wishes, heard = Wishes(qapp.styleHints()), list[bool]()
    wishes.changed.connect(lambda: heard.append(wishes.dark))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(
        Qt.ContrastPreference.HighContrast
    )
    assert len(heard) == 2


@pytest.mark.parametrize(
    ("motion", "still"), [("system", True), ("full", False), ("reduced", True)]
)
def test_less_motion_is_the_systems_wish_unless_one_chose(
    qapp: QApplication, system: Asked, motion: str, still: bool
) -> None:
    dress = Dress(qapp, settings(motion=motion), wishes=system)
    system.motion_told.emit(True)
    assert dress.look.still is still
    system.motion_told.emit(False)
    assert dress.look.still is (motion == "reduced")


class LessMotion(NullMotion):
    """A desktop that moves less."""

    def watch(self, told: Callable[[bool], None]) -> None:
        told(True)


def test_the_desktop_is_asked_about_motion_once_a_window_is_up(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    environ = {"SUPPLE_HOME": str(tmp_path), "LANG": "C"}
    with Container(environ, language="en", clock=ManualClock()) as app:
        app.desktop = Desktop(motion=LessMotion())
        program = Program(app, qapp)
        assert not program.dress.look.still
        program.open_window()
        qtbot.waitUntil(lambda: program.dress.look.still)
        program.close()


def test_text_size_is_counted_from_the_systems_own(
    qapp: QApplication, read_asset: ReadAsset
) -> None:
    large = QFont("Inter")
    large.setPixelSize(18)
    dress = Dress(qapp, settings(text_percent=150), Fonts(read_asset, system=lambda: large))
    assert dress.look.scale == pytest.approx(1.5 * 18 / 15)
    dress.use(settings(text_percent=200))
    assert dress.look.scale == pytest.approx(2.0)


def test_the_font_of_titles_changes_at_once(qapp: QApplication, read_asset: ReadAsset) -> None:
    dress = Dress(qapp, settings(), Fonts(read_asset, pinned="Inter"))
    assert dress.look.font(TITLE).family() == "Lexend"
    dress.use(settings(lexend=False))
    assert dress.look.font(TITLE).family() == "Inter"
