"""The things a figure stands on, sits on, holds or leans on: what a file may say about each.

Distances in heads. How they are drawn is in `furniture` and `walls`; where they are solid, for the
check that no limb goes through them, is said here.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final, Literal

import msgspec

Heads = Annotated[float, msgspec.Meta(ge=-20, le=20)]
Span = tuple[Heads, Heads]


# How far a wall goes on where there is no room around it.
WALL_PIECE: Final = 2.6
# How far the wall behind the person runs on from an inner corner.
CORNER_PIECE: Final = 3.4


class Solid(msgspec.Struct, frozen=True):
    """A box that no joint may be inside of."""

    x: Span
    y: Span
    z: Span


class _Prop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    def solids(self) -> tuple[Solid, ...]:
        """The boxes that are in the way of a limb."""
        return ()

    def extent(self) -> tuple[float, float, float] | None:
        """Left, right and top edge for the framing; None when it may be cut off."""
        return None


class Mat(_Prop, frozen=True):
    """A mat on the floor from `x[0]` to `x[1]`, `half` deep to either side."""

    x: Span
    half: Heads = 1.25

    def extent(self) -> tuple[float, float, float] | None:
        """The length of the mat with its slanted corners."""
        slant = 0.16 * self.half
        return (self.x[0] - slant, self.x[1] + slant, 0.0)


class Chair(_Prop, frozen=True):
    """A plain wooden chair; `facing` is where somebody sitting on it looks."""

    at: Heads
    seat: Heads = 2.05
    back: Heads = 2.1
    facing: Literal["left", "right"] = "right"
    depth: Heads = 0.0

    def solids(self) -> tuple[Solid, ...]:
        """Seat and backrest."""
        z = (self.depth - 0.7, self.depth + 0.7)
        seat = Solid((self.at - 0.75, self.at + 0.75), (self.seat - 0.17, self.seat - 0.02), z)
        sign = 1 if self.facing == "right" else -1
        posts = sorted((self.at - sign * 0.72, self.at - sign * 0.9))
        rest = Solid((posts[0], posts[1]), (self.seat + 0.3, self.seat + self.back - 0.2), z)
        return (seat, rest)

    def extent(self) -> tuple[float, float, float] | None:
        """The chair with its raked back."""
        return (self.at - 1.05, self.at + 1.05, self.seat + self.back)


class OfficeChair(_Prop, frozen=True):
    """A swivel chair with a curved back; `pad` puts a cushion behind the lower back."""

    at: Heads
    seat: Heads = 2.1
    pad: bool = False

    def solids(self) -> tuple[Solid, ...]:
        """The cushion of the seat."""
        seat = Solid((self.at - 0.85, self.at + 0.85), (self.seat - 0.3, self.seat), (-0.8, 0.8))
        return (seat,)

    def extent(self) -> tuple[float, float, float] | None:
        """The chair from its back to its castors."""
        return (self.at - 1.5, self.at + 1.2, self.seat + 2.7)


class Desk(_Prop, frozen=True):
    """A desk from `x[0]` to `x[1]`; `near` and `far` are its edges towards and off the viewer."""

    x: Span
    h: Heads = 3.4
    near: Heads = -0.75
    far: Heads = -2.1
    screen: bool = True

    def solids(self) -> tuple[Solid, ...]:
        """The board."""
        return (Solid(self.x, (self.h - 0.15, self.h - 0.02), (self.far, self.near)),)

    def extent(self) -> tuple[float, float, float] | None:
        """The board with what stands on it."""
        return (self.x[0], self.x[1], self.h + (2.2 if self.screen else 0.2))


class Wall(_Prop, frozen=True):
    """A wall at `x`.

    `panel` stands behind the figure and faces the viewer; `section` is seen edge-on, with its face
    at `x`; `inside` is the inner corner of a room, one wall ahead at `x` and one behind at `z`;
    `outside` the outer corner that a leg can rest against. `side` is where the wall goes on from
    `x`.
    """

    x: Heads
    shape: Literal["panel", "section", "inside", "outside"] = "panel"
    side: Literal["left", "right"] = "right"
    z: Heads = -1.35

    def solids(self) -> tuple[Solid, ...]:
        """What lies behind the face of a wall seen edge-on."""
        if self.shape == "panel":
            return ()
        beyond = (self.x, self.x + 3) if self.side == "right" else (self.x - 3, self.x)
        depth = (-3.0, self.z) if self.shape == "outside" else (-3.0, 3.0)
        return (Solid(beyond, (0.0, 9.0), depth),)


class Cushion(_Prop, frozen=True):
    """A firm flat cushion on the floor."""

    x: Span
    h: Heads = 0.45
    half: Heads = 0.75

    def solids(self) -> tuple[Solid, ...]:
        """All of it but the yielding top."""
        return (Solid(self.x, (0.0, self.h - 0.1), (-self.half, self.half)),)


class Box(_Prop, frozen=True):
    """A wooden box, for soles to stand against or a heel to rest on."""

    x: Span
    h: Heads = 1.25
    half: Heads = 0.8

    def solids(self) -> tuple[Solid, ...]:
        """The whole box."""
        return (Solid(self.x, (0.0, self.h), (-self.half, self.half)),)

    def extent(self) -> tuple[float, float, float] | None:
        """The box."""
        return (self.x[0], self.x[1] + 0.15, self.h)


class Tape(_Prop, frozen=True):
    """A measuring tape lying from `x[0]` to `x[1]` at height `h`; its zero is at `zero`."""

    x: Span
    zero: Heads
    h: Heads = 0.02
    z: Span = (-0.16, 0.16)


class Ruler(_Prop, frozen=True):
    """A ruler standing upright on the floor at `x`."""

    x: Heads
    h: Heads = 2.2
    z: Heads = -0.75


Prop = Mat | Chair | OfficeChair | Desk | Wall | Cushion | Box | Tape | Ruler

KINDS: Final[Mapping[str, type[Prop]]] = MappingProxyType(
    {
        "mat": Mat,
        "chair": Chair,
        "office-chair": OfficeChair,
        "desk": Desk,
        "wall": Wall,
        "cushion": Cushion,
        "box": Box,
        "tape": Tape,
        "ruler": Ruler,
    }
)


class Strap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A strap from the hands round a foot.

    `sole` runs round the sole of the raised foot; `under` runs under both feet of somebody who
    stands on it. `slack` lets it sag in the start pose.
    """

    foot: Literal["near", "far"] = "near"
    round: Literal["sole", "under"] = "sole"
    slack: Heads = 0.0
    who: str = "user"
