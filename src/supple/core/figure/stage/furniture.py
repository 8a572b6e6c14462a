"""Chairs, desks and boxes."""

from supple.core.figure.colours import darker, mixed, rgb
from supple.core.figure.props import Box, Chair, Cushion, Desk, OfficeChair
from supple.core.figure.shapes import moved, parsed, placed
from supple.core.figure.stage.page import Page

_WHITE = rgb("#FFFFFF")
_BACK_RAKE = 0.26
_LEGS = ((-0.66, -0.84), (0.66, 0.80))


def draw_chair(page: Page, chair: Chair) -> None:
    """A wooden chair, seat and raked back with two slats."""
    theme, deep = page.theme, chair.depth
    sign = -1 if chair.facing == "left" else 1
    seat, top = chair.seat, chair.seat + chair.back

    def x(off: float) -> float:
        return chair.at + sign * off

    def rake(part: float) -> float:
        return x(-0.70 - _BACK_RAKE * part)

    page.shadow(*page.at(chair.at, -0.05, deep), 1.25, 0.22)
    for upper, lower in _LEGS:
        leg = ((x(upper), seat - 0.1, deep - 0.68), (x(lower), 0.05, deep - 0.72))
        page.bar(theme.wood_dark, 0.13, *leg)
    post = ((rake(0), seat - 0.05, deep - 0.66), (rake(1), top, deep - 0.66))
    page.bar(theme.wood_dark, 0.14, *post)
    for low, high in ((0.80, 1.0), (0.42, 0.60)):
        y0, y1 = seat + chair.back * low, seat + chair.back * high
        corners = (
            (rake(low), y0, deep + 0.66),
            (rake(high), y1, deep + 0.66),
            (rake(high), y1, deep - 0.66),
            (rake(low), y0, deep - 0.66),
        )
        page.board(theme.wood_dark, *corners, radius=0.05)
    post = ((rake(0), seat - 0.05, deep + 0.66), (rake(1), top, deep + 0.66))
    page.bar(theme.wood, 0.15, *post)
    edges = sorted((x(-0.84), x(0.86)))
    depth = (deep - 0.8, deep + 0.8)
    page.slab((edges[0], edges[1]), seat, 0.17, depth, (theme.wood_light, theme.wood), radius=0.09)
    for upper, lower in _LEGS:
        leg = ((x(upper), seat - 0.2, deep + 0.68), (x(lower), 0.05, deep + 0.72))
        page.bar(theme.wood, 0.14, *leg)
    rail = ((x(-0.75), seat * 0.42, deep + 0.70), (x(0.73), seat * 0.42, deep + 0.70))
    page.bar(theme.wood_dark, 0.075, *rail)


_BACK_SHELL = parsed(
    "M -.86 .38 C -1.02 1.1 -1.02 1.7 -1.16 2.45 C -1.20 2.72 -1.50 2.72 -1.47 2.42"
    " C -1.36 1.7 -1.34 1.1 -1.16 .36 C -1.1 .16 -.85 .2 -.86 .38 Z"
)


def draw_office_chair(page: Page, chair: OfficeChair) -> None:
    """Star foot with castors, gas lift, cushion and a curved back."""
    theme, seat, middle = page.theme, chair.seat, chair.at + 0.02
    page.shadow(*page.at(chair.at, -0.05), 1.45, 0.24)
    tyre = darker(theme.metal_dark, 1.25)
    for dx, z in ((-1.0, -0.35), (0.85, -0.7)):
        page.bar(theme.metal_dark, 0.13, (middle, 0.62, 0), (middle + dx, 0.28, z))
        page.ball(tyre, (middle + dx, 0.14, z), 0.14)
    page.bar(theme.metal_dark, 0.22, (middle, 0.55, 0), (middle, seat - 0.3, 0), flat=True)
    page.bar(theme.metal_light, 0.13, (middle, 1.1, 0), (middle, seat - 0.3, 0), flat=True)
    for dx, z in ((-0.75, 0.75), (1.0, 0.35), (0.1, 1.0)):
        page.bar(theme.metal, 0.14, (middle, 0.62, 0), (middle + dx, 0.28, z))
        page.ball(tyre, (middle + dx, 0.14, z), 0.15)
        page.ball(theme.metal_light, (middle + dx, 0.14, z), 0.06)
    x = chair.at
    bracket = ((x - 0.4, seat - 0.32, 0), (x - 1.02, seat - 0.2, 0), (x - 1.16, seat + 0.7, 0))
    page.bar(theme.metal_dark, 0.15, *bracket)
    for z, colour in ((-0.8, theme.seat_far), (0.55, theme.seat)):
        page.fill(moved(_BACK_SHELL, placed(*page.at(x, seat, z))), colour)
    if chair.pad:
        pad = parsed("M -.98 .30 C -.72 .34 -.66 1.0 -.84 1.24 C -.94 1.30 -1.04 1.24 -1.03 1.1 Z")
        page.fill(moved(pad, placed(*page.at(x, seat, 0.3))), theme.cushion)
    colours = (mixed(theme.seat, _WHITE, 0.10), theme.seat)
    page.slab((x - 0.95, x + 0.98), seat + 0.02, 0.32, (-0.82, 0.82), colours, radius=0.17)


def draw_desk(page: Page, desk: Desk) -> None:
    """A board on two metal legs at its far end, with a monitor seen nearly edge-on and a mug."""
    theme, h = page.theme, desk.h
    x0, x1 = desk.x
    page.shadow((x0 + x1) / 2 + 0.2, 0.1, (x1 - x0) * 0.55, 0.2, 0.8)
    # Where a leg is lifted under it, only the far legs of a desk are in the picture.
    ends = (x1 - 0.3,) if desk.screen else (x0 + 0.35, x1 - 0.3)
    for z in (desk.far + 0.5, desk.near - 0.05):
        for x in ends:
            page.bar(theme.metal_dark, 0.15, (x, h - 0.1, z), (x + 0.06, 0.05, z))
    page.slab((x0, x1), h, 0.15, (desk.far, desk.near), (theme.wood_light, theme.wood), radius=0.06)
    if desk.screen:
        _draw_screen(page, x0 + 1.25, h)
        mug = parsed("M -.13 .30 L -.11 .02 C -.1 -.02 .1 -.02 .11 .02 L .13 .30 Z")
        page.fill(moved(mug, placed(*page.at(x0 + 0.55, h, desk.near - 0.35))), theme.pot)


def _draw_screen(page: Page, x: float, h: float) -> None:
    theme, z = page.theme, -1.3
    page.bar(theme.metal_dark, 0.12, (x + 0.12, h + 0.06, z), (x + 0.12, h + 0.8, z))
    foot = parsed("M -.34 0 L .42 0 C .42 .08 .3 .09 .2 .09 L -.2 .09 C -.3 .09 -.34 .08 -.34 0 Z")
    page.fill(moved(foot, placed(*page.at(x + 0.12, h, z))), theme.metal_dark)
    low, high = h + 0.55, h + 2.0
    face = (
        (x - 0.02, low, z + 0.9),
        (x - 0.1, high, z + 0.9),
        (x - 0.1, high, z - 0.9),
        (x - 0.02, low, z - 0.9),
    )
    page.board(theme.screen, *face, radius=0.04)
    edge = (
        (x - 0.02, low, z + 0.9),
        (x - 0.1, high, z + 0.9),
        (x + 0.06, high - 0.02, z + 0.9),
        (x + 0.12, low + 0.02, z + 0.9),
    )
    page.board(darker(theme.screen, 1.25), *edge, radius=0.04)


def draw_box(page: Page, box: Box) -> None:
    """A wooden box."""
    theme = page.theme
    middle = (box.x[0] + box.x[1]) / 2
    page.shadow(middle, -0.05, (box.x[1] - box.x[0]) * 0.75, 0.18)
    depth = (-box.half, box.half)
    page.slab(box.x, box.h, box.h, depth, (theme.wood_light, theme.wood), radius=0.05)


def draw_cushion(page: Page, cushion: Cushion) -> None:
    """A firm cushion with a piped edge."""
    theme = page.theme
    depth = (-cushion.half, cushion.half)
    colours = (theme.cushion, theme.cushion_edge)
    page.slab(cushion.x, cushion.h, cushion.h, depth, colours, radius=0.16)
