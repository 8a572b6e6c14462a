"""Draws any prop."""

from supple.core.figure.props import (
    Box,
    Chair,
    Cushion,
    Desk,
    Mat,
    OfficeChair,
    Prop,
    Tape,
    Wall,
)
from supple.core.figure.stage.furniture import (
    draw_box,
    draw_chair,
    draw_cushion,
    draw_desk,
    draw_office_chair,
)
from supple.core.figure.stage.page import Page
from supple.core.figure.stage.surfaces import draw_mat, draw_ruler, draw_tape, draw_wall


def draw_prop(page: Page, prop: Prop) -> None:
    """Add a prop to the page."""
    match prop:
        case Mat():
            draw_mat(page, prop)
        case Chair():
            draw_chair(page, prop)
        case OfficeChair():
            draw_office_chair(page, prop)
        case Desk():
            draw_desk(page, prop)
        case Wall():
            draw_wall(page, prop)
        case Cushion():
            draw_cushion(page, prop)
        case Box():
            draw_box(page, prop)
        case Tape():
            draw_tape(page, prop)
        case _:
            draw_ruler(page, prop)
