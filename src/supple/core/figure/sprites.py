"""The drawn pieces: head, hair, ear, feet. Outlines in heads, y up, drawn for this project.

The head's origin is the base of the skull, the foot's is the ankle with the sole at -0.30. Side
views look right.
"""

from collections.abc import Mapping
from functools import cache
from math import cos, radians, sin
from types import MappingProxyType
from typing import Final

from supple.core.figure.outline import pulled_in
from supple.core.figure.shapes import Path, Segment, disc, parsed
from supple.core.figure.skeleton import TOE_JOINT

_LIT_STEP: Final = 2

_SIDE: Final = {
    "head": "M -.20 -.04 C -.30 .10 -.425 .26 -.42 .50 C -.415 .78 -.20 .93 .05 .93"
    " C .28 .93 .435 .79 .435 .58 C .437 .52 .425 .475 .428 .44 C .432 .405 .47 .345 .512 .29"
    " C .53 .262 .512 .238 .47 .232 C .455 .225 .452 .21 .462 .19 C .472 .172 .468 .155 .452 .148"
    " C .466 .135 .462 .112 .446 .10 C .438 .08 .45 .06 .448 .02 C .445 -.045 .40 -.075 .335 -.07"
    " C .24 -.062 .15 0 .06 .06 C .02 .02 0 -.02 0 -.06 Z",
    "ear": "M .045 .40 C -.03 .44 -.095 .38 -.085 .29 C -.08 .22 -.03 .175 .01 .19"
    " C .05 .21 .03 .25 .05 .28 C .075 .32 .09 .37 .045 .40 Z",
    "ear line": "M .03 .35 C -.01 .37 -.045 .34 -.04 .29",
    "brow": "M .285 .505 C .32 .535 .37 .535 .405 .51",
    "mouth": "M .448 .148 C .425 .142 .40 .146 .378 .166",
    "closed eye": "M .305 .40 C .33 .375 .37 .375 .395 .395",
    "hair light": "M -.30 .60 C -.26 .80 -.08 .90 .12 .885",
    "chin shadow": "M -.05 .10 L .46 .12 C .46 -.08 .44 -.17 .30 -.18"
    " C .16 -.17 .02 -.12 -.05 -.02 Z",
    "hair short": "M -.27 .10 C -.37 .20 -.455 .32 -.452 .52 C -.445 .84 -.20 1.0 .08 .985"
    " C .30 .975 .46 .86 .455 .70 C .40 .72 .34 .70 .27 .665 C .17 .62 .13 .56 .125 .44"
    " C .09 .42 .075 .40 .06 .40 C 0 .42 -.06 .36 -.05 .27 C -.10 .22 -.16 .12 -.27 .10 Z",
    "hair crop": "M -.26 .10 C -.36 .20 -.44 .34 -.437 .52 C -.43 .80 -.20 .955 .06 .955"
    " C .26 .955 .42 .84 .44 .66 C .37 .655 .30 .63 .25 .585 C .19 .53 .155 .47 .15 .40"
    " C .10 .42 .03 .45 -.02 .40 C -.06 .34 -.06 .30 -.05 .26 C -.12 .20 -.17 .12 -.26 .10 Z",
    "hair bun": "M -.26 .09 C -.37 .20 -.455 .33 -.45 .53 C -.44 .84 -.20 .985 .06 .98"
    " C .30 .975 .45 .82 .448 .63 C .40 .66 .345 .665 .29 .63 C .20 .57 .15 .50 .14 .40"
    " C .10 .44 .03 .45 -.02 .40 C -.06 .35 -.06 .30 -.05 .25 C -.12 .18 -.17 .10 -.26 .09 Z",
    "hair bob": "M -.33 -.10 C -.47 .05 -.50 .33 -.475 .53 C -.45 .86 -.20 1.0 .07 .995"
    " C .32 .985 .475 .83 .46 .60 C .41 .64 .35 .63 .29 .585 C .20 .52 .17 .42 .165 .30"
    " C .16 .16 .13 0 .06 -.11 C -.06 -.16 -.22 -.15 -.33 -.10 Z",
    "foot": "M -.155 .10 C -.165 -.02 -.255 -.13 -.245 -.225 C -.235 -.30 -.14 -.305 -.05 -.30"
    " C .12 -.285 .28 -.292 .44 -.302 C .60 -.312 .80 -.312 .835 -.262"
    " C .865 -.205 .77 -.165 .665 -.135 C .46 -.075 .27 0 .155 .10 Z",
    "ankle bone": "M -.03 -.06 C 0 -.09 .05 -.09 .08 -.06",
    "toe line": "M .70 -.275 C .71 -.25 .715 -.235 .71 -.215",
    "shoe": "M -.185 .13 C -.20 0 -.285 -.10 -.28 -.20 C -.278 -.245 -.25 -.25 -.22 -.25"
    " L .78 -.25 C .89 -.25 .925 -.24 .92 -.19 C .91 -.11 .78 -.085 .66 -.06"
    " C .46 -.01 .32 .06 .185 .13 Z",
    "shoe sole": "M -.285 -.205 L .80 -.205 C .90 -.205 .93 -.215 .93 -.235"
    " C .93 -.29 .88 -.31 .80 -.31 L -.22 -.31 C -.275 -.31 -.30 -.27 -.285 -.205 Z",
}

_FRONT: Final = {
    "front head": "M 0 -.07 C .12 -.07 .20 -.03 .27 .07 C .335 .16 .365 .30 .365 .46"
    " C .365 .76 .22 .93 0 .93 C -.22 .93 -.365 .76 -.365 .46 C -.365 .30 -.335 .16 -.27 .07"
    " C -.20 -.03 -.12 -.07 0 -.07 Z",
    "front ear": "M 0 .11 C .07 .11 .09 .05 .07 -.02 C .05 -.10 .01 -.10 0 -.08 Z",
    "front brow": "M .09 .50 C .13 .525 .18 .525 .215 .50",
    "front nose": "M -.012 .36 C .01 .31 .045 .27 .03 .245 C .02 .235 -.01 .235 -.025 .242",
    "front mouth": "M -.085 .125 C -.04 .085 .04 .085 .085 .125",
    "front chin shadow": "M -.4 .2 L .4 .2 C .38 -.05 .2 -.17 0 -.17 C -.2 -.17 -.38 -.05 -.4 .2 Z",
    "front hair": "M -.375 .40 C -.41 .72 -.30 .985 0 .985 C .30 .985 .41 .72 .375 .40"
    " C .35 .50 .33 .57 .29 .63 C .20 .70 -.05 .66 -.16 .74 C -.24 .69 -.33 .58 -.375 .40 Z",
    "front bob": "M -.40 -.12 C -.50 .20 -.48 .95 0 1.0 C .48 .95 .50 .20 .40 -.12 Z",
    "front foot": "M -.15 .08 C -.17 -.08 -.24 -.20 -.23 -.27 C -.22 -.345 .22 -.345 .25 -.27"
    " C .26 -.20 .17 -.08 .15 .08 Z",
    "front toes": "M -.11 -.30 L -.11 -.25 M 0 -.30 L 0 -.25 M .10 -.30 L .10 -.25",
    "front shoe sole": "M -.235 -.25 C -.1 -.225 .12 -.225 .252 -.25 C .28 -.36 .2 -.345 0 -.345"
    " C -.2 -.345 -.27 -.36 -.235 -.25 Z",
}

_DISCS: Final = {
    "bun": (-0.40, 0.80, 0.205),
    "front bun": (0.0, 0.98, 0.19),
    "blush": (0.295, 0.20, 0.085),
    "front blush": (0.21, 0.21, 0.08),
}

_EYES: Final = {
    "eye": "M .352 .45 C .382 .45 .382 .36 .352 .36 C .322 .36 .322 .45 .352 .45 Z",
    "front eye": "M .145 .425 C .179 .425 .179 .335 .145 .335 C .111 .335 .111 .425 .145 .425 Z",
}

_PATHS: Final[Mapping[str, Path]] = MappingProxyType(
    {name: parsed(text) for name, text in {**_SIDE, **_FRONT, **_EYES}.items()}
    | {name: disc(*circle) for name, circle in _DISCS.items()}
)

# From where on, and over what length, toes bend.
_BEND_FROM: Final = 0.38
_BEND_OVER: Final = 0.24


@cache
def sprite(name: str, toe_deg: int = 0) -> Path:
    """The outline called `name`; feet with their toes bent up by `toe_deg`."""
    path = _PATHS[name]
    return tuple(_toed(segment, toe_deg) for segment in path) if toe_deg else path


def _toed(segment: Segment, toe_deg: int) -> Segment:
    letter, numbers = segment
    values: list[float] = []
    for x, y in zip(numbers[::2], numbers[1::2], strict=True):
        part = max(0.0, min(1.0, (x - _BEND_FROM) / _BEND_OVER))
        angle = radians(toe_deg) * part
        dx, dy = x - TOE_JOINT[0], y - TOE_JOINT[1]
        values.append(TOE_JOINT[0] + dx * cos(angle) - dy * sin(angle) if part else x)
        values.append(TOE_JOINT[1] + dx * sin(angle) + dy * cos(angle) if part else y)
    return (letter, tuple(values))


def lit_sprite(name: str, turn_deg: float, light: tuple[float, float], toe_deg: int = 0) -> Path:
    """The lit part of a sprite that is turned by `turn_deg` on the page, in its own frame."""
    step = round(turn_deg / _LIT_STEP) * _LIT_STEP
    return _lit(name, step, light, toe_deg)


@cache
def _lit(name: str, turn_deg: int, light: tuple[float, float], toe_deg: int) -> Path:
    angle = radians(-turn_deg)
    cosine, sine = cos(angle), sin(angle)
    own = (light[0] * cosine - light[1] * sine, light[0] * sine + light[1] * cosine)
    return pulled_in(sprite(name, toe_deg), own)
