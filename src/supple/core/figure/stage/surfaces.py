"""Mats, walls and things to measure with."""

from supple.core.figure.colours import Theme, mixed
from supple.core.figure.props import CORNER_PIECE, WALL_PIECE, Mat, Ruler, Tape, Wall
from supple.core.figure.shapes import Rgba, Stroke, polyline, rounded
from supple.core.figure.stage.page import Page

_TICK = 0.175
_LONG_TICK = 4
_WALL_HEIGHT = 9.5
_PIECE_HEIGHT = 8.2
_FAR_AWAY = 14.0
_SKIRTING = 0.42


def draw_mat(page: Page, mat: Mat) -> None:
    """A mat with a fine border line."""
    theme, (x0, x1), half = page.theme, mat.x, mat.half
    page.shadow((x0 + x1) / 2, -0.12, (x1 - x0) * 0.56, 0.42)
    page.slab(mat.x, 0, 0.09, (-half, half), (theme.mat, theme.mat_edge), radius=0.10)
    inner = [
        page.at(x, 0, z)
        for x, z in (
            (x0 + 0.16, half - 0.17),
            (x1 - 0.16, half - 0.17),
            (x1 - 0.16, 0.17 - half),
            (x0 + 0.16, 0.17 - half),
        )
    ]
    page.shapes.append(Stroke(rounded(tuple(inner), 0.08), theme.mat_line, 0.035))


def draw_wall(page: Page, wall: Wall) -> None:
    """A wall, in the shape that the exercise needs."""
    draw = {
        "panel": _draw_panel,
        "outside": _draw_panel,
        "section": _draw_section,
        "inside": _draw_inside,
    }
    draw[wall.shape](page, wall)


def _size(page: Page) -> tuple[float, float]:
    """How far a wall goes on, and how high it is."""
    return (WALL_PIECE, _PIECE_HEIGHT) if page.plain else (_FAR_AWAY, _WALL_HEIGHT)


def _edge(theme: Theme) -> Rgba:
    return mixed(theme.wall_side, theme.line, 0.14)


def _draw_panel(page: Page, wall: Wall) -> None:
    """A wall that faces the viewer, from its edge at `x` to the rim of the picture.

    An outside corner also shows the face that runs away from us.
    """
    theme, x, z = page.theme, wall.x, wall.z
    on, h = _size(page)
    away = x + (on if wall.side == "right" else -on)
    if wall.shape == "outside":
        back = -7.0
        face = ((x, 0, z), (x, h, z), (x, h, back), (x, 0, back))
        page.board(theme.wall_side, *face)
        foot = ((x, 0, z), (x, _SKIRTING, z), (x, _SKIRTING, back), (x, 0, back))
        page.board(mixed(theme.wall_side, theme.line, 0.08), *foot)
    page.board(theme.wall, (x, 0, z), (away, 0, z), (away, h, z), (x, h, z))
    skirting = mixed(theme.skirting, theme.line, 0.04)
    page.board(skirting, (x, 0, z), (away, 0, z), (away, _SKIRTING, z), (x, _SKIRTING, z))
    page.bar(_edge(theme), 0.045, (x, 0, z), (x, h, z), flat=True)


def _draw_section(page: Page, wall: Wall, far: float = -1.7) -> None:
    """A wall cut by the picture: its face at `x`, its thickness beyond, its far end receding."""
    theme, x = page.theme, wall.x
    sign = 1 if wall.side == "right" else -1
    near, h = 1.5, _size(page)[1]
    thick = x + sign * 0.42
    lit, dim = theme.wall, theme.wall_side
    cut = ((x, 0, near), (thick, 0, near), (thick, h, near), (x, h, near))
    face = ((x, 0, near), (x, h, near), (x, h, far), (x, 0, far))
    foot = ((x, 0, near), (x, _SKIRTING, near), (x, _SKIRTING, far), (x, 0, far))
    visible = sign * page.camera.oblique < 0
    if visible:
        page.board(dim, *face)
        page.board(mixed(dim, theme.line, 0.08), *foot)
    else:
        back = ((x, 0, far), (thick, 0, far), (thick, h, far), (x, h, far))
        page.board(dim, *back)
        side = ((thick, 0, near), (thick, h, near), (thick, h, far), (thick, 0, far))
        page.board(dim, *side)
    page.board(lit, *cut)
    page.bar(_edge(theme), 0.04, (x, 0, near), (x, h, near), flat=True)


def _draw_inside(page: Page, wall: Wall) -> None:
    """The corner of a room: one wall behind the person, the other ahead, cut by the picture."""
    theme, x, z = page.theme, wall.x, wall.z
    sign = 1 if wall.side == "right" else -1
    start, h = x - sign * CORNER_PIECE, _size(page)[1]
    page.board(theme.wall, (start, 0, z), (x, 0, z), (x, h, z), (start, h, z))
    foot = ((start, 0, z), (x, 0, z), (x, _SKIRTING, z), (start, _SKIRTING, z))
    page.board(mixed(theme.skirting, theme.line, 0.04), *foot)
    page.bar(_edge(theme), 0.04, (start, 0, z), (start, h, z), flat=True)
    _draw_section(page, wall, z)
    page.bar(_edge(theme), 0.045, (x, 0, z), (x, h, z), flat=True)


def draw_tape(page: Page, tape: Tape) -> None:
    """A measuring tape; its zero is marked by a longer line."""
    theme, (x0, x1), (z0, z1) = page.theme, tape.x, tape.z
    page.slab(tape.x, tape.h, 0.03, tape.z, (theme.ruler, theme.ruler_edge), radius=0.02)
    count = int((x1 - x0) / _TICK)
    first = round((x0 - tape.zero) / _TICK) + 1
    for step in range(first, first + count):
        x = tape.zero + step * _TICK
        if not x0 < x < x1:
            continue
        long = step % _LONG_TICK == 0
        end = z0 + (z1 - z0) * (0.15 if long else 0.55)
        line = polyline(page.at(x, tape.h, z1 - 0.02), page.at(x, tape.h, end))
        page.shapes.append(Stroke(line, theme.marks, 0.030 if step == 0 else 0.018, flat=True))


def draw_ruler(page: Page, ruler: Ruler) -> None:
    """A ruler standing on the floor, its zero there."""
    theme, x, z = page.theme, ruler.x, ruler.z
    width = 0.34
    page.shadow(*page.at(x + width / 2, -0.02, z), 0.4, 0.09)
    board = ((x, 0, z), (x + width, 0, z), (x + width, ruler.h, z), (x, ruler.h, z))
    page.board(theme.ruler_edge, *((px + 0.05, py, pz) for px, py, pz in board), radius=0.03)
    page.board(theme.ruler, *board, radius=0.03)
    for step in range(1, int(ruler.h / _TICK)):
        y = step * _TICK
        long = step % _LONG_TICK == 0
        line = polyline(page.at(x + 0.02, y, z), page.at(x + (0.22 if long else 0.12), y, z))
        page.shapes.append(Stroke(line, theme.marks, 0.022 if long else 0.014, flat=True))
