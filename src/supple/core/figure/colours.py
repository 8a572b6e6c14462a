"""The picture's colours in the light and the dark theme, and how colours are mixed and compared."""

from functools import cache
from typing import Final

import msgspec

from supple.core.figure.shapes import Rgba

_SRGB_KNEE: Final = 0.03928


def rgb(text: str, alpha: int = 255) -> Rgba:
    """A colour from `#RRGGBB`."""
    return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16), alpha)


def faded(colour: Rgba, alpha: float) -> Rgba:
    """The colour with another opacity, 0 to 1."""
    return (*colour[:3], round(255 * max(0.0, min(1.0, alpha))))


def mixed(a: Rgba, b: Rgba, part: float) -> Rgba:
    """`part` of the way from `a` to `b`, opaque."""
    red, green, blue = (round(x + (y - x) * part) for x, y in zip(a[:3], b[:3], strict=True))
    return (red, green, blue, 255)


def darker(colour: Rgba, times: float) -> Rgba:
    """The colour with its light divided by `times`."""
    red, green, blue, alpha = colour
    return (round(red / times), round(green / times), round(blue / times), alpha)


def luminance(colour: Rgba) -> float:
    """Relative luminance by WCAG 2, 0 to 1."""
    linear = []
    for channel in colour[:3]:
        part = channel / 255
        linear.append(part / 12.92 if part <= _SRGB_KNEE else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: Rgba, b: Rgba) -> float:
    """Contrast by WCAG 2, 1 to 21."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


class Theme(msgspec.Struct, frozen=True):
    """Colours of room, props and signs. Names say what they are used for.

    `land` is what the figure stands on in pages that bring a sky and land of their own.
    """

    dark: bool
    card: Rgba
    floor: Rgba
    peach: Rgba
    sage: Rgba
    sky: Rgba
    lilac: Rgba
    sand: Rgba
    land: Rgba
    shadow: Rgba
    mat: Rgba
    mat_edge: Rgba
    mat_line: Rgba
    wood: Rgba
    wood_dark: Rgba
    wood_light: Rgba
    metal: Rgba
    metal_dark: Rgba
    metal_light: Rgba
    seat: Rgba
    seat_far: Rgba
    wall: Rgba
    wall_side: Rgba
    skirting: Rgba
    strap: Rgba
    strap_far: Rgba
    ruler: Rgba
    ruler_edge: Rgba
    marks: Rgba
    screen: Rgba
    pot: Rgba
    cushion: Rgba
    cushion_edge: Rgba
    glow: Rgba
    fibres: Rgba
    cue: Rgba
    halo: Rgba
    line: Rgba
    bad: Rgba

    def accent(self, name: str) -> Rgba:
        """The disc behind the figure."""
        colour: Rgba = getattr(self, name)
        return colour

    @property
    def grounds(self) -> tuple[Rgba, ...]:
        """Everything a figure may be seen against."""
        accents = (self.peach, self.sage, self.sky, self.lilac, self.sand)
        return (self.card, self.floor, *accents, self.land)


LIGHT: Final = Theme(
    dark=False,
    card=rgb("#FBF5EE"),
    floor=rgb("#EFDFCD"),
    peach=rgb("#FBE0CC"),
    sage=rgb("#DCE8DA"),
    sky=rgb("#D8E6EC"),
    lilac=rgb("#E6DFEE"),
    sand=rgb("#F3E6D8"),
    land=rgb("#BCD9CC"),
    shadow=rgb("#5A3E2B", 46),
    mat=rgb("#A9BFA8"),
    mat_edge=rgb("#8FA98F"),
    mat_line=rgb("#BDD0BB"),
    wood=rgb("#D9A873"),
    wood_dark=rgb("#B98550"),
    wood_light=rgb("#E8C093"),
    metal=rgb("#8A93A0"),
    metal_dark=rgb("#6B7380"),
    metal_light=rgb("#AEB6C1"),
    seat=rgb("#5F7F8C"),
    seat_far=rgb("#4B6873"),
    wall=rgb("#EFE3D5"),
    wall_side=rgb("#DCCBB8"),
    skirting=rgb("#E6D8C8"),
    strap=rgb("#E9B44C"),
    strap_far=rgb("#C8912B"),
    ruler=rgb("#F6D77A"),
    ruler_edge=rgb("#D9B24A"),
    marks=rgb("#5B4716"),
    screen=rgb("#46525E"),
    pot=rgb("#C98B6B"),
    cushion=rgb("#B7A3CC"),
    cushion_edge=rgb("#9984B2"),
    glow=rgb("#FF6B3D"),
    fibres=rgb("#FFB199"),
    cue=rgb("#2F6F73"),
    halo=rgb("#FBF5EE"),
    line=rgb("#3B2A20"),
    bad=rgb("#C8503C"),
)

DARK: Final = Theme(
    dark=True,
    card=rgb("#1D2129"),
    floor=rgb("#262C36"),
    peach=rgb("#3A2F2E"),
    sage=rgb("#28352F"),
    sky=rgb("#263441"),
    lilac=rgb("#302E40"),
    sand=rgb("#2F2E31"),
    land=rgb("#1B3A32"),
    shadow=rgb("#000000", 110),
    mat=rgb("#5C7F73"),
    mat_edge=rgb("#47655B"),
    mat_line=rgb("#6C9185"),
    wood=rgb("#B98858"),
    wood_dark=rgb("#936842"),
    wood_light=rgb("#CDA072"),
    metal=rgb("#7B8694"),
    metal_dark=rgb("#5C6673"),
    metal_light=rgb("#9BA6B4"),
    seat=rgb("#58808F"),
    seat_far=rgb("#446673"),
    wall=rgb("#333A46"),
    wall_side=rgb("#434C5A"),
    skirting=rgb("#2C323D"),
    strap=rgb("#F0BE5A"),
    strap_far=rgb("#C8912B"),
    ruler=rgb("#F0CE6C"),
    ruler_edge=rgb("#C9A23F"),
    marks=rgb("#4A3A12"),
    screen=rgb("#8FA0B0"),
    pot=rgb("#A86F54"),
    cushion=rgb("#7F6E96"),
    cushion_edge=rgb("#66577B"),
    glow=rgb("#FF7A45"),
    fibres=rgb("#FFB08A"),
    cue=rgb("#8FD6CF"),
    halo=rgb("#1D2129"),
    line=rgb("#120D0A"),
    bad=rgb("#DD6A55"),
)


@cache
def theme_named(name: str) -> Theme:
    """The theme called "light" or "dark"."""
    return DARK if name == "dark" else LIGHT
