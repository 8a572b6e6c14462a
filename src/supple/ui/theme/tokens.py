"""Owns every colour of the window. Nothing else in the code names a colour.

Two sets, light and dark, and a stronger form of each for people who ask for more contrast.
"""

from collections.abc import Mapping
from typing import Final

import msgspec
from msgspec.structs import replace

from supple.core.session.view import Phase
from supple.ui.theme.grounds import DARK_GROUNDS, LIGHT_GROUNDS, Ground


class Scene(msgspec.Struct, frozen=True):
    """The picture of Today, of the start and of the end: land and sun under a sky."""

    sky: str
    land: str
    sun: str


class Tokens(msgspec.Struct, frozen=True):
    """All colours of one theme, as `#RRGGBB`; `scrim` is `#AARRGGBB`.

    `outline` is the width of control outlines in logical pixels. `session` holds a ground for
    each phase. `moving_soft` and the other soft colours are grounds of exercise cards.
    """

    dark: bool
    strong: bool
    outline: float
    ground: str
    surface: str
    sunken: str
    border: str
    border_strong: str
    ink: str
    ink2: str
    ink3: str
    primary: str
    primary_hover: str
    primary_press: str
    on_primary: str
    primary_soft: str
    primary_ink: str
    apricot: str
    apricot_soft: str
    apricot_ink: str
    dusk: str
    dusk_soft: str
    dusk_ink: str
    clay: str
    clay_soft: str
    clay_ink: str
    focus: str
    heat0: str
    heat1: str
    heat2: str
    heat3: str
    heat4: str
    moving_soft: str
    scrim: str
    scene: Scene
    session: Mapping[Phase, Ground]

    def line(self, width: float) -> float:
        """Return the width of an outline: as designed, thicker with stronger contrast."""
        return max(width, self.outline)


LIGHT: Final = Tokens(
    dark=False,
    strong=False,
    outline=1.0,
    ground="#F4F5F0",
    surface="#FFFFFF",
    sunken="#E9ECE4",
    border="#DADFD5",
    border_strong="#7C8882",
    ink="#1C2927",
    ink2="#4A5854",
    ink3="#5E6B66",
    primary="#1F5D50",
    primary_hover="#194D43",
    primary_press="#133C34",
    on_primary="#FFFFFF",
    primary_soft="#DDEBE4",
    primary_ink="#1A4F44",
    apricot="#EFA24F",
    apricot_soft="#FBE7D0",
    apricot_ink="#7A4110",
    dusk="#5B5FA6",
    dusk_soft="#E4E5F4",
    dusk_ink="#3E417E",
    clay="#B5483C",
    clay_soft="#F8E3DD",
    clay_ink="#8A2E25",
    focus="#1C2927",
    heat0="#E9ECE4",
    heat1="#BFDACF",
    heat2="#86B8A8",
    heat3="#4A8B7B",
    heat4="#1F5D50",
    moving_soft="#EFEFD3",
    scrim="#751C2927",
    scene=Scene(sky="#FBE7D0", land="#BCD9CC", sun="#F0AA5E"),
    session=LIGHT_GROUNDS,
)

DARK: Final = Tokens(
    dark=True,
    strong=False,
    outline=1.0,
    ground="#131918",
    surface="#1C2422",
    sunken="#0E1312",
    border="#2E3936",
    border_strong="#7C8A85",
    ink="#ECF1ED",
    ink2="#B3BFBA",
    ink3="#93A09B",
    primary="#7FCDBB",
    primary_hover="#96D9C9",
    primary_press="#67B7A5",
    on_primary="#0B211D",
    primary_soft="#1F3731",
    primary_ink="#9ADBCB",
    apricot="#F0B26A",
    apricot_soft="#33291C",
    apricot_ink="#F6C994",
    dusk="#A9ACE6",
    dusk_soft="#272943",
    dusk_ink="#C3C6F2",
    clay="#F0958A",
    clay_soft="#40241F",
    clay_ink="#F7B4AB",
    focus="#ECF1ED",
    heat0="#25302D",
    heat1="#27493F",
    heat2="#38705F",
    heat3="#57A08F",
    heat4="#7FCDBB",
    moving_soft="#2B2E1C",
    scrim="#9E050808",
    scene=Scene(sky="#23253D", land="#1B3A32", sun="#D7A165"),
    session=DARK_GROUNDS,
)


def tokens_for(*, dark: bool, strong: bool = False) -> Tokens:
    """Return the colours of a theme; `strong` is the form with more contrast."""
    tokens = DARK if dark else LIGHT
    return _stronger(tokens) if strong else tokens


def _stronger(tokens: Tokens) -> Tokens:
    grounds = {
        phase: replace(
            ground,
            land=ground.sky,
            text=ground.digits,
            plate=tokens.surface,
            plate_sky=tokens.surface,
        )
        for phase, ground in tokens.session.items()
    }
    return replace(
        tokens,
        strong=True,
        outline=2.0,
        ink2=tokens.ink,
        ink3=tokens.ink,
        border=tokens.border_strong,
        session=grounds,
    )
