"""The stretched muscle: a soft halo behind its part of the body, and a core inside it."""

from collections.abc import Mapping
from math import atan2, cos, degrees, hypot, radians, sin
from types import MappingProxyType
from typing import Final

import msgspec

from supple.core.figure.colours import faded
from supple.core.figure.drawing.anatomy import Anatomy
from supple.core.figure.grammar import Highlight
from supple.core.figure.outline import ROUND, Edge, outline
from supple.core.figure.shapes import UNIT_DISC, Affine, Fill, Path, Radial, Rgba, Stop, placed
from supple.core.figure.tube import Tube
from supple.core.figure.vector import Flat

_FIBRES_FROM_PX: Final = 30.0
_FAINT: Final = 0.01
_STEPS: Final = 40
_AROUND: Final = 0.16
_BUTTOCK: Final = (-0.245, -0.10)
_BUTTOCK_LONG: Final = 0.33
_CUT: Final = Edge(flat=True)
_FAR: Final = 0.8
_LEG_END: Final = 1.86
_TUBES: Final = {"pelvis": "pelvis", "shirt": "trunk", "near_leg": "leg", "far_leg": "leg"}
_HALO: Final = ((0.0, 0.5), (0.55, 0.34), (0.8, 0.12), (1.0, 0.0))
_CORE: Final = ((0.0, 0.95), (0.38, 0.92), (0.62, 0.70), (0.82, 0.28), (1.0, 0.0))


class _Muscle(msgspec.Struct, frozen=True):
    """Where a muscle lies: on which tube, from `u0` to `u1`, at what fraction of its half-width.

    `thick` is the half thickness in heads. Negative `across` is behind the bone line.
    """

    tube: str
    u0: float
    u1: float
    across: float
    thick: float


_MUSCLES: Final[Mapping[str, _Muscle]] = MappingProxyType(
    {
        "hamstrings": _Muscle("leg", 0.10, 0.97, -0.60, 0.155),
        "calf": _Muscle("leg", 1.05, 1.72, -0.58, 0.115),
        "quads": _Muscle("leg", 0.12, 0.90, 0.60, 0.14),
        "hip_flexors": _Muscle("leg", 0.0, 0.30, 0.62, 0.12),
        "glutes": _Muscle("pelvis", 0.0, 0.17, -0.42, 0.12),
        "lower_back": _Muscle("trunk", 0.12, 0.50, -0.66, 0.125),
        "upper_back": _Muscle("trunk", 0.50, 0.90, -0.66, 0.12),
        "chest": _Muscle("trunk", 0.62, 0.90, 0.62, 0.11),
        "belly": _Muscle("trunk", 0.16, 0.52, 0.55, 0.12),
    }
)


class Glow:
    """All highlights of one body, at one strength (0 to 1)."""

    def __init__(
        self, anatomy: Anatomy, highlights: tuple[Highlight, ...], strength: float
    ) -> None:
        self._anatomy = anatomy
        # In steps, so that a painter can keep what it prepares for a gradient.
        self._strength = round(strength * _STEPS) / _STEPS
        self._highlights = highlights if strength > _FAINT else ()

    def halo(self, part: str) -> None:
        """Drawn just before a part: `near_leg`, `far_leg`, `pelvis` or `shirt`."""
        for highlight, side in self._on(part):
            cx, cy, turn, a, b = self._ellipse(highlight, side)
            stretch = Affine(a=a * 1.25 + 0.12, d=2 * b + 0.26)
            at = stretch.then(placed(cx, cy, turn))
            paint = Radial(Affine(), self._stops(_HALO, self._strength))
            self._anatomy.shapes.append(Fill(UNIT_DISC, paint, at))

    def core(self, part: str) -> None:
        """Drawn just after a part; for the pelvis after the near leg, which covers it."""
        anatomy = self._anatomy
        for highlight, side in self._on(part):
            behind = side == "far" and anatomy.focus != "far"
            strength = self._strength * (_FAR if behind else 1.0)
            cx, cy, turn, a, b = self._ellipse(highlight, side)
            at = Affine(a=a * 1.2, d=2.25 * b).then(placed(cx, cy, turn))
            if part == "pelvis":
                # Lies well inside the body: nothing to cut off, and no seam between its pieces.
                whole = Radial(Affine(), self._stops(_CORE, strength))
                anatomy.shapes.append(Fill(UNIT_DISC, whole, at))
                continue
            paint = Radial(at, self._stops(_CORE, strength))
            for piece in self._area(part, side, _MUSCLES[highlight.muscle]):
                anatomy.fill(piece, paint)
            if anatomy.px >= _FIBRES_FROM_PX:
                self._fibres(highlight, side, strength)

    def _on(self, part: str) -> list[tuple[Highlight, str]]:
        tube, side = _TUBES.get(part), part.partition("_")[0]
        found = []
        for highlight in self._highlights:
            if _MUSCLES[highlight.muscle].tube != tube:
                continue
            if tube != "leg" or highlight.side in (side, "both"):
                found.append((highlight, side))
        return found

    def _area(self, part: str, side: str, muscle: _Muscle) -> tuple[Path, ...]:
        """The piece of the body around a muscle: filling all of it would cost more time."""
        anatomy = self._anatomy
        if part == "shirt":
            return (anatomy.shirt,) if anatomy.shirt is not None else ()
        u0, u1 = max(0.0, muscle.u0 - _AROUND), min(_LEG_END, muscle.u1 + _AROUND)
        return (outline(anatomy.legs[side], u0, u1, top=_CUT if u0 else ROUND, bottom=_CUT),)

    def _tube(self, muscle: _Muscle, side: str) -> Tube:
        return self._anatomy.legs[side] if muscle.tube == "leg" else self._anatomy.trunk

    def _point(self, highlight: Highlight, side: str, u: float, more: float = 0.0) -> Flat:
        muscle = _MUSCLES[highlight.muscle]
        sample = self._tube(muscle, side).at(u)
        thick = sample.front if muscle.across > 0 else sample.back
        away = (muscle.across + highlight.lift) * thick + more
        return (sample.x + sample.nx * away, sample.y + sample.ny * away)

    def _ellipse(self, highlight: Highlight, side: str) -> tuple[float, float, float, float, float]:
        """Centre, direction, half length and half thickness of the muscle."""
        muscle = _MUSCLES[highlight.muscle]
        if muscle.tube == "pelvis":
            return self._buttock(muscle)
        places = (muscle.u0, (muscle.u0 + muscle.u1) / 2, muscle.u1)
        a, b, c = (self._point(highlight, side, u) for u in places)
        dx, dy = c[0] - a[0], c[1] - a[1]
        cx, cy = (a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4
        return cx, cy, degrees(atan2(dy, dx)), hypot(dx, dy) / 2, muscle.thick

    def _buttock(self, muscle: _Muscle) -> tuple[float, float, float, float, float]:
        """Behind and below the hip joint, turning with the pelvis."""
        pitch = self._anatomy.body.pose.trunk.pitch
        (x, y), (dx, dy) = self._anatomy.seen("hip"), _BUTTOCK
        cosine, sine = cos(radians(-pitch)), sin(radians(-pitch))
        place = (x + dx * cosine - dy * sine, y + dx * sine + dy * cosine)
        return *place, 96 - pitch, _BUTTOCK_LONG, muscle.thick

    def _stops(self, row: tuple[tuple[float, float], ...], strength: float) -> tuple[Stop, ...]:
        glow: Rgba = self._anatomy.look.theme.glow
        return tuple(Stop(place, faded(glow, alpha * strength)) for place, alpha in row)

    def _fibres(self, highlight: Highlight, side: str, strength: float) -> None:
        """Three fine lines along the muscle, so that it is told by more than its colour."""
        muscle = _MUSCLES[highlight.muscle]
        span = muscle.u1 - muscle.u0
        colour = self._anatomy.look.theme.fibres
        for off, alpha in ((-0.34, 0.41), (0.0, 0.60), (0.34, 0.41)):
            margin = 0.22 if off else 0.16
            ends = 0.64 * off * muscle.thick
            (x0, y0), (x1, y1), (x2, y2) = (
                self._point(highlight, side, muscle.u0 + span * part, more)
                for part, more in ((margin, ends), (0.5, off * muscle.thick), (1 - margin, ends))
            )
            control = (2 * x1 - (x0 + x2) / 2, 2 * y1 - (y0 + y2) / 2)
            path: Path = (("M", (x0, y0)), ("Q", (*control, x2, y2)))
            self._anatomy.line(path, colour, 0.026, round(255 * alpha * strength))
