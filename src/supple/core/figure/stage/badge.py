"""The sign that says: not like this."""

from typing import Final

from supple.core.figure.colours import faded, rgb
from supple.core.figure.shapes import Stroke, disc, polyline
from supple.core.figure.stage.framing import Frame
from supple.core.figure.stage.page import Page

_RADIUS: Final = 0.075
_INSET: Final = 0.13
_ARM: Final = 0.38
_STRIKE: Final = 0.62
_WHITE: Final = rgb("#FFFFFF")


def draw_cross(page: Page, frame: Frame) -> None:
    """A line through the whole picture, and a badge with a cross: never colour alone."""
    bad = page.theme.bad
    size = min(frame.width, frame.height)
    unit = size / frame.px
    low = frame.heads(size * _INSET, frame.height - size * 0.06)
    x, y = frame.heads(frame.width - size * _INSET, size * _INSET)
    strike = polyline(low, (x, y))
    page.shapes.append(Stroke(strike, faded(bad, _STRIKE), 0.016 * unit))
    r = _RADIUS * unit
    page.fill(disc(x, y, r), bad)
    arm = r * _ARM
    for sign in (1, -1):
        path = polyline((x - arm, y - sign * arm), (x + arm, y + sign * arm))
        page.shapes.append(Stroke(path, _WHITE, r * 0.26))
