"""Arms, sleeves and hands, with the shadow an arm throws on what it lies over."""

from math import atan2, cos, degrees, hypot, radians, sin
from typing import Final

from supple.core.figure.colours import faded
from supple.core.figure.drawing.anatomy import Anatomy
from supple.core.figure.outline import Edge, outline
from supple.core.figure.pose import fixed_to
from supple.core.figure.shapes import Affine, Path
from supple.core.figure.tube import Limb, Station
from supple.core.figure.vector import Flat

_WRIST: Final = 2.0
_SKIN_FROM: Final = 0.25
_SLEEVE_END: Final = 0.56
_CUFF: Final = Edge(flat=True, bow=0.03)
_SKIN_LIGHT: Final = 0.6
_HAND_SIZE: Final = 0.95
_FIST: Final = 0.6
_NEAR: Final = 0.6
_ELBOW_COSINE: Final = 0.8

_Disc = tuple[float, float, float]


def draw_arm(anatomy: Anatomy, side: str) -> None:
    """Shadow, forearm and hand, then the sleeve."""
    dim = anatomy.is_dim(side)
    look, arm = anatomy.look, anatomy.arms[side]
    if not dim:
        _draw_contact_shadow(anatomy, arm)
    _draw_skin(anatomy, side, arm, dim=dim)
    grow = 0.045 if anatomy.is_side else 0.03
    samples = arm.cut(0, _SLEEVE_END)
    sleeve = outline(arm, 0, _SLEEVE_END, grow=grow, bottom=_CUFF, samples=samples)
    if dim or not anatomy.is_side:
        anatomy.rim(1, (sleeve, None))
    anatomy.fill(sleeve, look.shirt.far if dim else look.shirt.shade)
    if not dim:
        lit = outline(
            arm,
            0,
            _SLEEVE_END,
            grow=grow,
            bottom=_CUFF,
            light=anatomy.camera.light(),
            samples=samples,
        )
        anatomy.fill(lit, look.shirt.base)


def draw_wall_shadow(anatomy: Anatomy) -> None:
    """What the far hand throws on the wall it lies on."""
    hand, sign = _Hand(anatomy, "far"), -1 if anatomy.camera.mirrored else 1
    for spread, alpha in ((0.07, 0.10), (0.04, 0.12)):
        shift = Affine(e=spread * sign, f=-spread * 1.4)
        for piece in (hand.palm(), hand.thumb()):
            anatomy.fill(piece, faded(anatomy.look.theme.line, alpha), shift)


def draw_far_hand(anatomy: Anatomy) -> None:
    """A far hand that comes round to the near side, such as one on the belly."""
    hand, sign = _Hand(anatomy, "far"), -1 if anatomy.camera.mirrored else 1
    if anatomy.shirt is not None:
        shift = Affine(e=0.03 * sign, f=-0.05)
        anatomy.fill(hand.palm(), faded(anatomy.look.shirt.shade, 0.78), shift, anatomy.shirt)
    _draw_hand(anatomy, hand)


def _draw_contact_shadow(anatomy: Anatomy, arm: Limb) -> None:
    """Tells an arm from a shirt of its own colour, and skin from skin."""
    sign = -1 if anatomy.camera.mirrored else 1
    if anatomy.shirt is not None:
        colour = faded(anatomy.look.shirt.shade, 0.78)
        shift = Affine(e=0.05 * sign, f=-0.07)
        anatomy.fill(outline(arm, 0, _WRIST, grow=0.05), colour, shift, anatomy.shirt)
    leg = anatomy.legs["near"]
    if anatomy.is_side and _may_touch(arm, leg):
        shadow = outline(arm, 0.9, _WRIST, grow=0.015)
        shift = Affine(e=0.055 * sign, f=-0.06)
        colour = faded(anatomy.look.theme.line, 0.24)
        anatomy.fill(shadow, colour, shift, anatomy.whole_leg("near"))


def _may_touch(arm: Limb, leg: Limb) -> bool:
    """Whether forearm and leg are anywhere near each other on the page."""
    forearm = arm.joints[1:]
    for axis in (0, 1):
        ours, theirs = [p[axis] for p in forearm], [p[axis] for p in leg.joints]
        if min(ours) - _NEAR > max(theirs) or max(ours) + _NEAR < min(theirs):
            return False
    return True


def _draw_skin(anatomy: Anatomy, side: str, arm: Limb, *, dim: bool) -> None:
    """Forearm and hand: all shade first, then all light."""
    skin = anatomy.look.skin
    hand = _Hand(anatomy, side)
    samples = arm.cut(_SKIN_FROM, _WRIST)
    forearm = outline(arm, _SKIN_FROM, _WRIST, samples=samples)
    palm, thumb = hand.palm(), hand.thumb()
    anatomy.rim(0, (palm, None), (forearm, None), (thumb, None))
    if dim:
        for piece in (palm, forearm, thumb):
            anatomy.fill(piece, skin.far)
        return
    light = anatomy.camera.light(_SKIN_LIGHT)
    anatomy.fill(palm, skin.shade)
    anatomy.fill(forearm, skin.shade)
    anatomy.fill(outline(arm, _SKIN_FROM, _WRIST, light=light, samples=samples), skin.base)
    _draw_palm_light(anatomy, hand)
    _draw_elbow_crease(anatomy, arm)


def _draw_hand(anatomy: Anatomy, hand: "_Hand") -> None:
    """A hand alone."""
    anatomy.rim(0, (hand.palm(), None), (hand.thumb(), None))
    anatomy.fill(hand.palm(), anatomy.look.skin.shade)
    _draw_palm_light(anatomy, hand)


def _draw_palm_light(anatomy: Anatomy, hand: "_Hand") -> None:
    """What is drawn over the palm's shade: its light, the thumb and the fingers."""
    skin, light = anatomy.look.skin, anatomy.camera.light(_SKIN_LIGHT)
    anatomy.fill(hand.palm(light), skin.base)
    anatomy.fill(hand.thumb(), skin.shade)
    anatomy.fill(hand.thumb((light[0] * 0.6, light[1] * 0.6)), skin.base)
    hand.draw_fingers()


def _draw_elbow_crease(anatomy: Anatomy, arm: Limb) -> None:
    above, below = arm.at(0.6), arm.at(1.4)
    if above.nx * below.nx + above.ny * below.ny < _ELBOW_COSINE:
        start, end = arm.at(0.99).side(1.0), arm.at(1.02).side(0.5)
        anatomy.line((("M", start), ("L", end)), anatomy.look.skin_line, 0.018, 110)


class _Hand:
    """A mitten with a thumb: rows of discs joined by their tangents, x along the hand."""

    def __init__(self, anatomy: Anatomy, side: str) -> None:
        arm = anatomy.body.arm(side)
        self._anatomy = anatomy
        self._curl = arm.curl
        self._x, self._y = anatomy.seen(f"{side}_wrist")
        ex, ey = anatomy.seen(f"{side}_elbow")
        forearm = degrees(atan2(self._y - ey, self._x - ex))
        self._turn = fixed_to(forearm + arm.wrist, arm.aim)

    def palm(self, light: Flat = (0.0, 0.0)) -> Path:
        """Wrist, palm and fingers in one."""
        curl = self._curl
        discs: list[_Disc] = [(0, 0, 0.105), (0.14, 0, 0.135), (0.285, 0, 0.138)]
        turn, x, y = -10 - 55 * curl, 0.30, 0.0
        for step, r, more in ((0.15, 0.115, 1.0), (0.14, 0.10, 1.35), (0.11, 0.075, 1.2)):
            x += step * cos(radians(turn))
            y += step * sin(radians(turn))
            discs.append((x, y, r))
            turn -= 75 * curl * more
        if curl < _FIST:
            return self._around(discs, light)
        # Rolled-in fingers would fold the outline over itself: the fist is a palm and a roll.
        return self._around([*discs[:3], (0.36, -0.11, 0.135), (0.27, -0.17, 0.12)], light)

    def thumb(self, light: Flat = (0.0, 0.0)) -> Path:
        """The thumb."""
        c = self._curl
        tip = (0.37 - 0.06 * c, -0.19 - 0.02 * c, 0.05)
        return self._around([(0.10, -0.04, 0.075), (0.22, -0.125, 0.068), tip], light)

    def _around(self, discs: list[_Disc], light: Flat) -> Path:
        placed = [(*self._seen(x, y), r * _HAND_SIZE) for x, y, r in discs]
        samples: list[Station] = []
        for index, (x, y, r) in enumerate(placed):
            before, after = placed[max(0, index - 1)], placed[min(len(placed) - 1, index + 1)]
            dx, dy = after[0] - before[0], after[1] - before[1]
            size = hypot(dx, dy) or 1.0
            samples.append((float(index), x, y, -dy / size, dx / size, r, r))
        return outline(self._anatomy.trunk, 0, 1, light=light, samples=samples)

    def _seen(self, x: float, y: float) -> Flat:
        cosine, sine = cos(radians(self._turn)), sin(radians(self._turn))
        return (
            self._x + (x * cosine - y * sine) * _HAND_SIZE,
            self._y + (x * sine + y * cosine) * _HAND_SIZE,
        )

    def draw_fingers(self) -> None:
        """Two thin lines between the fingers of an open hand."""
        c = self._curl
        if c >= _FIST:
            return
        turn = radians(-10 - 55 * c - 50 * c)
        for off in (0.035, -0.035):
            start, middle = self._seen(0.33, off), self._seen(0.44, off - 0.10 * c - 0.03)
            end = self._seen(0.44 + 0.19 * cos(turn), off - 0.02 + 0.19 * sin(turn) - 0.06 * c)
            path: Path = (("M", start), ("Q", (*middle, *end)))
            self._anatomy.line(path, self._anatomy.look.skin_line, 0.015, 95)
