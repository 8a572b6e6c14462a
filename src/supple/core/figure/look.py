"""Who the figure is: five characters with skin, hair and clothes, in the colours of a theme."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

import msgspec

from supple.core.figure.colours import DARK, Theme, contrast, mixed, rgb, theme_named
from supple.core.figure.shapes import Rgba


class Tones(msgspec.Struct, frozen=True):
    """One material: lit, in its own shade, and on the far side of the body."""

    base: Rgba
    shade: Rgba
    far: Rgba


class Character(msgspec.Struct, frozen=True):
    """A person of the cast. `build` widens the body; `shorts` and `shoes` are worn or not."""

    skin: str
    hair: str
    style: str
    outfit: str
    build: float = 1.0
    shorts: bool = False
    shoes: bool = False


class Look(msgspec.Struct, frozen=True):
    """A character in a theme: every colour that is painted.

    `rims` are the contours of materials that are hard to tell from the ground, when stronger
    outlines are wanted: skin, shirt and hair, None where none is needed.
    """

    character: Character
    theme: Theme
    skin: Tones
    blush: Rgba
    skin_line: Rgba
    face: Rgba
    hair: Tones
    shirt: Tones
    legs: Tones
    shoe: Tones
    sole: Rgba
    rims: tuple[Rgba | None, Rgba | None, Rgba | None] = (None, None, None)


def _tones(*colours: str) -> Tones:
    base, shade, far = (rgb(colour) for colour in colours)
    return Tones(base, shade, far)


_SKINS: Final[Mapping[str, tuple[Tones, Rgba, Rgba]]] = MappingProxyType(
    {
        "a": (_tones("#EDB48D", "#D6946B", "#CF8F68"), rgb("#E58E72"), rgb("#A05C40")),
        "b": (_tones("#C98A5E", "#AD6F47", "#A66A43"), rgb("#BB6A49"), rgb("#6E3F24")),
        "c": (_tones("#8A5638", "#704229", "#6B4029"), rgb("#7E4630"), rgb("#3F2214")),
    }
)

# Hair: lit, shade, highlight.
_HAIR: Final[Mapping[str, Tones]] = MappingProxyType(
    {
        "dark": _tones("#3A2A26", "#2A1D1A", "#54403A"),
        "black": _tones("#2B2730", "#1D1A21", "#47414F"),
        "chestnut": _tones("#7A4A2E", "#5F3720", "#95623F"),
        "auburn": _tones("#A4532F", "#86401F", "#C07148"),
    }
)

_TRAINERS: Final = _tones("#F4EFE8", "#D3CABD", "#CFC6B9")

# Shirt, legs, shoes, sole. No shirt in the range of the glow; legs always dark in the light theme.
_OUTFITS: Final[Mapping[str, tuple[Tones, Tones, Tones, Rgba]]] = MappingProxyType(
    {
        "teal": (
            _tones("#2F8F8B", "#24736F", "#226A67"),
            _tones("#39466F", "#2B3556", "#2C3657"),
            _TRAINERS,
            rgb("#E26D4F"),
        ),
        "blue": (
            _tones("#7FA7C9", "#6389AC", "#5C82A5"),
            _tones("#59616E", "#454C57", "#444B56"),
            _TRAINERS,
            rgb("#3F7FB0"),
        ),
        "mustard": (
            _tones("#EBB24A", "#CE9230", "#C48B30"),
            _tones("#6B4A7D", "#543963", "#523861"),
            _TRAINERS,
            rgb("#3E9C93"),
        ),
        "lavender": (
            _tones("#B79DD4", "#9A80BA", "#9079AF"),
            _tones("#3F6B62", "#30534C", "#2F524B"),
            _TRAINERS,
            rgb("#D9843F"),
        ),
        "office": (
            _tones("#8FB0A0", "#739686", "#6B8D7E"),
            _tones("#4A5568", "#394252", "#384151"),
            _tones("#8A4B3A", "#6E392B", "#65362A"),
            rgb("#3A2620"),
        ),
    }
)

CAST: Final[Mapping[str, Character]] = MappingProxyType(
    {
        "mia": Character("b", "dark", "bun", "teal"),
        "sam": Character("a", "chestnut", "short", "blue", build=1.06, shorts=True),
        "ada": Character("c", "black", "crop", "mustard", build=1.03),
        "lin": Character("a", "black", "bob", "lavender"),
        "worker": Character("a", "auburn", "bob", "office", shoes=True),
    }
)

# Those the settings offer; the worker sits on office chairs.
CHOICE: Final = ("mia", "sam", "ada", "lin")

_DARK_LEGS: Final = (rgb("#B4BEE6"), 0.36)
_DARK_DEEP_SKIN: Final = (rgb("#E0A57E"), 0.22)
_DARK_HAIR: Final = (rgb("#6E6A8C"), 0.34)

_WEAK_CONTRAST: Final = 1.9
_RIM_CONTRAST: Final = 3.0


def _lifted(tones: Tones, to: tuple[Rgba, float]) -> Tones:
    colour, part = to
    return Tones(*(mixed(tone, colour, part) for tone in (tones.base, tones.shade, tones.far)))


@cache
def look_of(name: str, theme_name: str, *, outlines: bool = False) -> Look:
    """The colours of a character in the "light" or "dark" theme, with stronger outlines or not."""
    character, theme = CAST[name], theme_named(theme_name)
    skin, blush, line = _SKINS[character.skin]
    hair = _HAIR[character.hair]
    shirt, legs, shoe, sole = _OUTFITS[character.outfit]
    if theme is DARK:
        legs, hair = _lifted(legs, _DARK_LEGS), _lifted(hair, _DARK_HAIR)
        skin = _lifted(skin, _DARK_DEEP_SKIN) if character.skin == "c" else skin
    rims = tuple(_rim(tones.base, theme) for tones in (skin, shirt, hair))
    face = (round(line[0] / 1.5), round(line[1] / 1.5), round(line[2] / 1.5), 255)
    return Look(
        character=character,
        theme=theme,
        skin=skin,
        blush=blush,
        skin_line=line,
        face=face,
        hair=hair,
        shirt=shirt,
        legs=legs,
        shoe=shoe,
        sole=sole,
        rims=(rims[0], rims[1], rims[2]) if outlines else (None, None, None),
    )


def _rim(colour: Rgba, theme: Theme) -> Rgba | None:
    """A contour that can be seen on every ground, for a material that cannot."""
    if min(contrast(colour, ground) for ground in theme.grounds) >= _WEAK_CONTRAST:
        return None
    towards = rgb("#FFF4E6") if theme.dark else rgb("#1B0F08")
    rims = (mixed(colour, towards, step / 20) for step in range(1, 21))
    return next(
        rim
        for rim in rims
        if min(contrast(rim, ground) for ground in theme.grounds) >= _RIM_CONTRAST
    )
