"""Straps and towels between hands and feet."""

from math import cos, radians, sin
from typing import Final

from supple.core.figure.body import Body
from supple.core.figure.props import Strap
from supple.core.figure.shapes import Stroke
from supple.core.figure.stage.page import Page
from supple.core.figure.vector import Flat, Vec, add, scale, sub, unit

_WIDTH: Final = 0.105
_HALF_FOOT: Final = 0.16
_GRIP: Final = 0.30


def draw_strap(page: Page, strap: Strap, body: Body, layer: str, slack: float) -> None:
    """The strands of one layer, "back" or "front"; `slack` in heads lets them sag."""
    if strap.round == "under":
        _draw_under(page, body, layer)
        return
    theme = page.theme
    foot = _sole(body, strap.foot)
    side = 1 if layer == "front" else -1
    hand = _grip(body, "near" if layer == "front" else "far")
    start = page.at(foot[0], foot[1], foot[2] + side * _HALF_FOOT)
    end = page.camera.flat(hand)
    colour = theme.strap if layer == "front" else theme.strap_far
    sag = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - slack)
    page.shapes.append(Stroke((("M", start), ("Q", (*sag, *end))), colour, _WIDTH))
    if layer == "back":
        return
    far = page.at(foot[0], foot[1], foot[2] - _HALF_FOOT)
    page.shapes.append(Stroke((("M", start), ("L", far)), colour, _WIDTH * 1.15))
    _draw_tail(page, end)


def _draw_tail(page: Page, end: Flat) -> None:
    """The loose end that hangs from the fist."""
    x, y = end
    curve = (x + 0.05, y - 0.35, x - 0.22, y - 0.5, x - 0.12, y - 0.95)
    page.shapes.append(Stroke((("M", end), ("C", curve)), page.theme.strap_far, _WIDTH))


def _draw_under(page: Page, body: Body, layer: str) -> None:
    """A strap under both mid-feet of somebody who stands on it, one end in each hand."""
    side = "near" if layer == "front" else "far"
    x, _, z = body.points[f"{side}_sole"]
    colour = page.theme.strap if layer == "front" else page.theme.strap_far
    foot = (x - 0.12, 0.03, z + (_HALF_FOOT if side == "near" else -_HALF_FOOT))
    page.bar(colour, _WIDTH, foot, _grip(body, side))


def _sole(body: Body, side: str) -> Vec:
    """The ball of the foot, just outside the sole."""
    x, y, z = body.points[f"{side}_sole"]
    turn = radians(body.feet[side])
    return (x + sin(turn) * 0.02, y - cos(turn) * 0.02, z)


def _grip(body: Body, side: str) -> Vec:
    """Where a fist closes around the strap."""
    wrist, elbow = body.points[f"{side}_wrist"], body.points[f"{side}_elbow"]
    return add(wrist, scale(unit(sub(wrist, elbow)), _GRIP))
