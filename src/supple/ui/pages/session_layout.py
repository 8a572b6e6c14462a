"""Owns where everything stands on the session screen, for every size of window.

Lengths are in u and turned into pixels at the end. In a session u grows with the text size only
as far as the smallest layout, 480 by 540 u, still fits: a session never scrolls.
"""

from enum import StrEnum
from typing import Any, Final

import msgspec
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from supple.ui.theme.type_scale import TypeStyle
from supple.ui.widgets.mirror import mirrored_place
from supple.ui.widgets.plate_button import PlateForm

_SMALLEST: Final = (480, 540)
_STACKED_BELOW: Final = 720
_COMPACT_BELOW: Final = 640
_TIGHT_BELOW: Final = 680
_ROOMY_FROM: Final = 1000
_RING_LEAST: Final = 280


class Form(StrEnum):
    """How a session is set: ring beside the figure, or everything below each other."""

    WIDE = "wide"
    COMPACT = "compact"
    STACKED = "stacked"
    TIGHT = "tight"


class Box(msgspec.Struct, frozen=True):
    """A place: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    def scaled(self, unit: float) -> "Box":
        """Return the same place in pixels."""
        return Box(self.x * unit, self.y * unit, self.w * unit, self.h * unit)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h


class SessionLayout(msgspec.Struct, frozen=True):
    """Places in pixels; a box of no width is not shown.

    `edge` and `crest` are how far down the land begins, at the sides and in the middle.
    """

    form: Form
    unit: float
    bar: Box
    line: Box
    headline: Box
    below: Box
    ring: Box
    figure: Box
    caption: Box
    next_up: Box
    back: Box
    pause: Box
    skip: Box
    hurt: Box
    choices: Box
    edge: float
    crest: float
    headline_style: TypeStyle
    line_style: TypeStyle
    caption_style: TypeStyle
    control: PlateForm
    all_toggles: bool


def unit_for(width_px: float, height_px: float, scale: float) -> float:
    """Return the pixels of one u: the text scale, as far as the smallest layout still fits."""
    return min(scale, width_px / _SMALLEST[0], height_px / _SMALLEST[1])


def session_layout(width_px: float, height_px: float, scale: float) -> SessionLayout:
    """Return all places for a window's inside of this many logical pixels."""
    unit = max(0.1, unit_for(width_px, height_px, scale))
    width, height = width_px / unit, height_px / unit
    stacked = width < _STACKED_BELOW
    made = _stacked(width, height) if stacked else _beside(width, height)
    places: dict[str, Any] = {
        name: value.scaled(unit)
        for name, value in msgspec.structs.asdict(made).items()
        if isinstance(value, Box)
    }
    return msgspec.structs.replace(
        made, unit=unit, edge=made.edge * unit, crest=made.crest * unit, **places
    )


def _beside(width: float, height: float) -> SessionLayout:
    compact = height < _COMPACT_BELOW
    roomy = width >= _ROOMY_FROM and not compact
    margin = 20.0 if compact else 28.0
    inset = 34.0 if compact else 56.0
    bar = Box(margin, 12 if compact else 18, width - 2 * margin, 40 if compact else 44)
    ring_top, chrome = (61.0, 218.0) if compact else (82.0, 318.0)
    side = max(_RING_LEAST, min(0.46 * width, height - chrome))
    ring_right = width - (38 if compact else 54)
    spare = max(0.0, height - chrome - side)
    ring = Box(ring_right - side, ring_top + spare / 2, side, side)
    text_width = ring.x - inset - 24
    if compact:
        line = Box(inset, 66, text_width, 26)
        headline = Box(inset, 92, text_width, 54)
        below = Box(inset, 146, text_width, 26)
    else:
        line = Box(inset, 93, text_width, 32)
        headline = Box(inset, 130, text_width, 64)
        below = Box(inset, 201, text_width, 32)
    edge, crest = (174.0, 214.0) if compact else (206.0, 259.0)
    feet = height - (174 if compact else 218)
    figure = Box(inset, below.bottom + 12, text_width, feet - below.bottom - 12)
    caption_top, caption_height = (146.0, 56.0) if compact else (206.0, 72.0)
    caption = Box(margin, height - caption_top, width - 2 * margin, caption_height)
    tall, foot, gap = (68.0, 16.0, 10.0) if compact else (92.0, 26.0, 14.0)
    back, pause, skip, hurt = _row(margin, height - tall - foot, width - 2 * margin, tall, gap)
    choices_bottom = caption.y - 6
    return SessionLayout(
        form=Form.COMPACT if compact else Form.WIDE,
        unit=1.0,
        bar=bar,
        line=line,
        headline=headline,
        below=below,
        ring=ring,
        figure=figure,
        caption=caption,
        next_up=caption,
        back=back,
        pause=pause,
        skip=skip,
        hurt=hurt,
        choices=Box(
            inset, below.bottom + 8, min(430, text_width), choices_bottom - below.bottom - 8
        ),
        edge=height - edge,
        crest=height - crest,
        headline_style=_headline(56 if roomy else 44),
        line_style=_line(24 if roomy else 19),
        caption_style=_caption(25 if roomy else 21),
        control=PlateForm() if not compact else PlateForm(key=False, word_px=18, icon=26, gap=12),
        all_toggles=width >= _ROOMY_FROM,
    )


def _stacked(width: float, height: float) -> SessionLayout:
    tight = height < _TIGHT_BELOW
    margin = 16.0
    inner = width - 2 * margin
    ring_top = 142.0
    chrome = 236.0 if tight else 476.0
    side = max(_RING_LEAST, min(0.6 * width, height - chrome))
    # Never lower than the controls, whatever the rule says of the smallest ring.
    side = min(side, height - ring_top - 94)
    ring = Box((width - side) / 2, ring_top, side, side)
    nothing = Box(0, 0, 0, 0)
    if tight:
        back, pause, skip, hurt = _row(margin, height - 82, inner, 68, 10)
        caption = figure = choices = nothing
    else:
        first, second = height - 152, height - 74
        wide = round((inner - 10) * 0.6)
        pause = Box(margin, first, wide, 68)
        hurt = Box(margin + wide + 10, first, inner - wide - 10, 68)
        half = (inner - 10) / 2
        back, skip = Box(margin, second, half, 60), Box(margin + half + 10, second, half, 60)
        caption = Box(margin, first - 56, inner, 50)
        room = caption.y - ring.bottom - 16
        figure = Box(margin, ring.bottom + 12, inner, room)
        choices = Box(margin, ring.bottom + 12, inner, first - ring.bottom - 22)
    return SessionLayout(
        form=Form.TIGHT if tight else Form.STACKED,
        unit=1.0,
        bar=Box(margin, 12, inner, 40),
        line=Box(20, 58, width - 40, 26),
        headline=Box(20, 84, width - 40, 50),
        below=nothing,
        ring=ring,
        figure=figure,
        caption=caption,
        next_up=nothing,
        back=back,
        pause=pause,
        skip=skip,
        hurt=hurt,
        choices=choices,
        edge=height - (112 if tight else 253),
        crest=height - (136 if tight else 283),
        headline_style=_headline(38),
        line_style=_line(17),
        caption_style=_caption(18),
        control=PlateForm(key=False, words=not tight, word_px=18, icon=26, gap=12),
        all_toggles=False,
    )


def _row(left: float, top: float, width: float, height: float, gap: float) -> tuple[Box, ...]:
    """Return back, pause, skip and hurt beside each other; pause is the widest."""
    each = (width - 3 * gap) / 4.7
    boxes, at = [], left
    for share in (1.0, 1.7, 1.0, 1.0):
        boxes.append(Box(at, top, each * share, height))
        at += each * share + gap
    return tuple(boxes)


def _headline(size: float) -> TypeStyle:
    return TypeStyle(size, size * 1.15, 600, lexend=True)


def _line(size: float) -> TypeStyle:
    return TypeStyle(size, size * 1.3, 500, lexend=True)


def _caption(size: float) -> TypeStyle:
    return TypeStyle(size, size * 1.3, 500)


def put(widget: QWidget, place: Box) -> None:
    """Place a widget on whole pixels; one without room is hidden."""
    rect = QRect(round(place.x), round(place.y), max(0, round(place.w)), max(0, round(place.h)))
    parent = widget.parentWidget()
    if parent is not None:
        rect = mirrored_place(parent, rect)
    if widget.geometry() != rect:
        widget.setGeometry(rect)
    widget.setVisible(not rect.isEmpty())
