"""Contrast of the colours, worked out from the tokens themselves (WCAG 2)."""

import pytest

from supple.core.figure.colours import contrast as figure_contrast
from supple.core.figure.colours import rgb
from supple.core.figure.look import CAST, look_of
from supple.core.session.view import Phase
from supple.ui.theme.tokens import Tokens, tokens_for

TEXT = 4.5
SHAPE = 3.0
COUNTDOWN = 7.0

THEMES = [
    pytest.param(tokens_for(dark=dark, strong=strong), id=f"{dark=} {strong=}")
    for dark in (False, True)
    for strong in (False, True)
]
TEXT_PAIRS = [
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink2", "ground"),
    ("ink2", "surface"),
    ("ink2", "sunken"),
    ("ink3", "ground"),
    ("ink3", "surface"),
    ("ink3", "sunken"),
    ("primary", "ground"),
    ("primary", "surface"),
    ("on_primary", "primary"),
    ("primary_ink", "primary_soft"),
    ("apricot_ink", "apricot_soft"),
    ("dusk_ink", "dusk_soft"),
    ("clay_ink", "clay_soft"),
    ("clay_ink", "surface"),
]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def blend(share: float, ground: str) -> str:
    mixed = [share * 255 + (1 - share) * int(ground[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(value):02X}" for value in mixed)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= TEXT


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize("ground", ["surface", "ground", "sunken"])
def test_outlines_of_controls_can_be_seen(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.border_strong, getattr(tokens, ground)) >= SHAPE


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize("shape", ["primary", "dusk", "clay", "heat3", "heat4"])
def test_shapes_that_mean_something_can_be_seen(tokens: Tokens, shape: str) -> None:
    assert contrast(getattr(tokens, shape), tokens.surface) >= SHAPE


@pytest.mark.parametrize("tokens", THEMES)
def test_a_day_with_minutes_differs_from_one_without_by_its_outline(tokens: Tokens) -> None:
    assert contrast(tokens.heat3, tokens.heat0) >= SHAPE


@pytest.mark.parametrize("tokens", THEMES)
def test_words_on_the_hero_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.ink, tokens.scene.sky) >= TEXT
    assert contrast(tokens.ink, tokens.scene.land) >= TEXT
    assert contrast(tokens.apricot_ink, tokens.scene.sky) >= TEXT


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize("phase", Phase)
def test_countdown_and_words_of_a_session_can_be_read_from_the_floor(
    tokens: Tokens, phase: Phase
) -> None:
    ground = tokens.session[phase]
    for behind in (ground.sky, ground.land, ground.plate, ground.plate_sky):
        assert contrast(ground.digits, behind) >= COUNTDOWN
    for behind in (ground.sky, ground.land):
        assert contrast(ground.text, behind) >= COUNTDOWN


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize("phase", Phase)
def test_the_arc_and_the_main_button_of_a_session_can_be_seen(tokens: Tokens, phase: Phase) -> None:
    ground = tokens.session[phase]
    assert contrast(ground.arc, ground.sky) >= SHAPE
    assert contrast(ground.arc, ground.track) >= SHAPE
    assert contrast(ground.on_arc, ground.arc) >= TEXT


@pytest.mark.parametrize(("dark", "share"), [(False, 0.62), (True, 0.10)])
@pytest.mark.parametrize("phase", Phase)
def test_plates_are_the_ground_under_white(dark: bool, share: float, phase: Phase) -> None:
    ground = tokens_for(dark=dark).session[phase]
    assert ground.plate == blend(share, ground.land)
    assert ground.plate_sky == blend(share, ground.sky)


@pytest.mark.parametrize("dark", [False, True])
def test_stronger_contrast_leaves_no_grey_words_and_no_coloured_land(dark: bool) -> None:
    tokens = tokens_for(dark=dark, strong=True)
    assert {tokens.ink2, tokens.ink3} == {tokens.ink}
    assert tokens.border == tokens.border_strong
    assert tokens.outline == 2.0
    for ground in tokens.session.values():
        assert ground.land == ground.sky


@pytest.mark.parametrize("name", sorted(CAST))
@pytest.mark.parametrize("dark", [False, True])
def test_a_figure_with_stronger_outlines_is_seen_on_every_page(name: str, dark: bool) -> None:
    tokens = tokens_for(dark=dark, strong=True)
    look = look_of(name, "dark" if dark else "light", outlines=True)
    grounds = {tokens.surface, tokens.scene.sky, tokens.scene.land}
    grounds |= {colour for each in tokens.session.values() for colour in (each.sky, each.land)}
    for tones, rim in zip((look.skin, look.shirt, look.hair), look.rims, strict=True):
        least = min(figure_contrast(rim or tones.base, rgb(ground)) for ground in grounds)
        assert least >= (SHAPE if rim else 1.9)
