"""Owns the type scale: how large each kind of text is, in u (1 u = 1 px at 100 % text size)."""

from typing import Final

import msgspec


class TypeStyle(msgspec.Struct, frozen=True):
    """One kind of text: pixel size and line height in u, weight 400-600, Lexend or system font."""

    size: float
    line: float
    weight: int = 400
    lexend: bool = False
    tracking: float = 0.0


HERO: Final = TypeStyle(34, 42, 600, lexend=True, tracking=-0.5)
HERO_SMALL: Final = TypeStyle(28, 35, 600, lexend=True, tracking=-0.3)
DISPLAY: Final = TypeStyle(44, 54, 600, lexend=True, tracking=-0.5)
TITLE: Final = TypeStyle(28, 36, 600, lexend=True)
TITLE_SMALL: Final = TypeStyle(24, 30, 600, lexend=True)
SECTION: Final = TypeStyle(20, 28, 600, lexend=True)
FIGURE: Final = TypeStyle(27, 34, 600, lexend=True)
CARD: Final = TypeStyle(16, 22, 600)
BODY: Final = TypeStyle(15, 22)
BODY_MEDIUM: Final = TypeStyle(15, 22, 500)
BODY_STRONG: Final = TypeStyle(15, 22, 600)
LEAD: Final = TypeStyle(18, 26)
READ: Final = TypeStyle(16, 26)
SMALL: Final = TypeStyle(13, 18)
SMALL_MEDIUM: Final = TypeStyle(13, 18, 500)
AXIS: Final = TypeStyle(12, 16)
