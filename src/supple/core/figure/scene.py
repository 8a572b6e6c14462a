"""One picture: what stands still, what moves, in one frame."""

from functools import cached_property
from typing import Final

import msgspec

from supple.core.figure.body import solve_cast
from supple.core.figure.camera import Camera
from supple.core.figure.cast import Cast
from supple.core.figure.colours import theme_named
from supple.core.figure.motion import Moment, poses_at
from supple.core.figure.record import Figure
from supple.core.figure.shapes import Shape
from supple.core.figure.stage.arrows import ArrowLine, arrow_lines, draw_arrows
from supple.core.figure.stage.badge import draw_cross
from supple.core.figure.stage.framing import Frame, framed, shows_stretch_alone
from supple.core.figure.stage.ground import draw_room, draw_shadows
from supple.core.figure.stage.page import Page
from supple.core.figure.stage.things import draw_prop

_ARROW_FADE: Final = 0.2
_GHOST_LIGHT: Final = 0.20
_GHOST_DARK: Final = 0.34


class Style(msgspec.Struct, frozen=True):
    """How a picture is made: theme "light" or "dark", ground "room" or "plain", who is shown.

    `character` empty means the one the file names. `mirrored` shows the other side of the body.
    `ghost` adds the start pose faintly behind the stretch, `arrows` the way there. `outlines`
    draws contours that no ground can swallow, `crossed` strikes the whole picture out. With the
    stretch `alone`, for pictures that never move, the figure is as large as that leaves it.
    """

    theme: str = "light"
    ground: str = "room"
    character: str = ""
    mirrored: bool = False
    arrows: bool = True
    ghost: bool = False
    outlines: bool = False
    crossed: bool = False
    alone: bool = False


class Scene(msgspec.Struct, frozen=True):
    """One picture in heads, y up, and the frame that brings it to pixels.

    `ghost` is to be painted as one, with `ghost_alpha`, between `still` and `moving`.
    """

    frame: Frame
    still: tuple[Shape, ...]
    ghost: tuple[Shape, ...]
    ghost_alpha: float
    moving: tuple[Shape, ...]


class Stage:
    """A figure in a style and size (pixels): computes what does not move once, the rest anew."""

    def __init__(self, figure: Figure, style: Style, width: float, height: float) -> None:
        self.figure = figure
        self.style = style
        self.frame = framed(
            figure,
            width,
            height,
            ground=style.ground,
            mirrored=style.mirrored,
            alone=style.alone,
        )
        self._camera = Camera(figure.view, figure.oblique, style.mirrored)
        self._has_arrows = style.arrows and not shows_stretch_alone(width, height, style.ground)

    def scene(self, moment: Moment) -> Scene:
        """The whole picture at a moment."""
        return Scene(
            frame=self.frame,
            still=self.still,
            ghost=self.ghost if moment.phase > 0 else (),
            ghost_alpha=_GHOST_DARK if self.style.theme == "dark" else _GHOST_LIGHT,
            moving=self.moving(moment),
        )

    @cached_property
    def still(self) -> tuple[Shape, ...]:
        """Room and props."""
        page = self._page()
        if self.style.ground == "room":
            draw_room(page, self.frame, self.figure.accent)
        for prop in self.figure.props:
            draw_prop(page, prop)
        return tuple(page.shapes)

    @cached_property
    def ghost(self) -> tuple[Shape, ...]:
        """The start pose alone, if it is wanted."""
        if not self.style.ghost:
            return ()
        page = self._page()
        self._draw_cast(page, Moment(0.0), shadows=False)
        return tuple(page.shapes)

    def moving(self, moment: Moment) -> tuple[Shape, ...]:
        """Arrows, shadows, figures and straps at a moment."""
        page = self._page()
        if self._has_arrows and self._lines and moment.phase < 1:
            # Behind everybody: an arrow never crosses a face or a glowing muscle.
            alpha = min(1.0, (1 - moment.phase) / _ARROW_FADE)
            draw_arrows(page, self._lines, self.frame.px, alpha)
        self._draw_cast(page, moment, shadows=True)
        if self.style.crossed:
            draw_cross(page, self.frame)
        return tuple(page.shapes)

    @cached_property
    def _lines(self) -> list[ArrowLine]:
        return arrow_lines(self.figure, self._camera)

    def _page(self) -> Page:
        plain = self.style.ground == "plain"
        return Page(self._camera, theme_named(self.style.theme), plain=plain)

    def _draw_cast(self, page: Page, moment: Moment, *, shadows: bool) -> None:
        figure, style = self.figure, self.style
        facings = {actor.name: actor.facing for actor in figure.actors}
        bodies = solve_cast(poses_at(figure, moment), facings, figure.view)
        if shadows:
            draw_shadows(page, bodies.values(), on_mat=figure.stands_on_mat)
        cast = Cast(
            figure,
            bodies,
            self._camera,
            moment,
            theme=style.theme,
            character=style.character,
            outlines=style.outlines,
            px=self.frame.px,
        )
        cast.draw(page)


def compose(figure: Figure, moment: Moment, style: Style, width: float, height: float) -> Scene:
    """The picture of a figure at a moment, `width` by `height` pixels large."""
    return Stage(figure, style, width, height).scene(moment)
