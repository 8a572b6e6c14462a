"""The outlines: front and back the right way round, no holes, no spikes, lit inside shaded."""

from math import hypot

import pytest

from supple.core.figure.body import solve_cast
from supple.core.figure.camera import Camera
from supple.core.figure.drawing.anatomy import Anatomy
from supple.core.figure.look import look_of
from supple.core.figure.motion import Moment, poses_at
from supple.core.figure.outline import Edge, outline, pulled_in
from supple.core.figure.shapes import Path, disc, parsed
from supple.core.figure.tube import Limb
from supple.core.figure.widths import profile
from tests.core.figure.figures import IDS, figure


def flattened(path: Path, steps: int = 8) -> list[tuple[float, float]]:
    """The outline as points."""
    points: list[tuple[float, float]] = []
    for letter, numbers in path:
        if letter == "C":
            x0, y0 = points[-1]
            x1, y1, x2, y2, x3, y3 = numbers
            for k in range(1, steps + 1):
                t = k / steps
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                points.append(
                    (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
                )
        elif numbers:
            points.append((numbers[-2], numbers[-1]))
    return points


def area(path: Path) -> float:
    points = flattened(path)
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def anatomies(ident: str, phase: float) -> list[Anatomy]:
    shown = figure(ident)
    facings = {actor.name: actor.facing for actor in shown.actors}
    cast = solve_cast(poses_at(shown, Moment(phase)), facings, shown.view)
    camera = Camera(shown.view, shown.oblique)
    return [
        Anatomy(body, look_of("mia", "light"), camera if body.facing > 0 else camera.flipped)
        for body in cast.values()
    ]


def test_the_belly_is_deeper_than_the_back() -> None:
    front, back = profile("trunk side")
    assert front(0.60) > back(0.60)
    trunk = anatomies("walk-in-place", 0.0)[0].trunk.at(0.60)
    assert trunk.side(1.0)[0] > trunk.x > trunk.side(-1.0)[0]


def test_a_shank_is_thicker_behind() -> None:
    calf = anatomies("walk-in-place", 0.0)[0].legs["near"].at(1.36)
    assert calf.back > calf.front
    assert calf.side(-1.0)[0] < calf.x


@pytest.mark.parametrize("ident", IDS)
@pytest.mark.parametrize("phase", [0.0, 0.5, 1.0])
def test_no_limb_turns_inside_out(ident: str, phase: float) -> None:
    """A limb's area follows its length on the page; a crossed outline loses much of it."""
    for anatomy in anatomies(ident, phase):
        for limb in (*anatomy.legs.values(), *anatomy.arms.values()):
            (x0, y0), (x1, y1), (x2, y2) = limb.joints
            upper, lower = hypot(x1 - x0, y1 - y0), hypot(x2 - x1, y2 - y1)
            straight = Limb(
                limb.name,
                ((0.0, 0.0), (0.0, -upper), (0.0, -upper - lower)),
                front=limb.front,
                weight=limb.weight,
                rounding=limb.rounding,
            )
            ratio = area(outline(limb, 0, 2)) / area(outline(straight, 0, 2))
            assert 0.70 < ratio < 1.2


@pytest.mark.parametrize("ident", IDS)
def test_nothing_is_drawn_below_the_floor(ident: str) -> None:
    for anatomy in anatomies(ident, 1.0):
        depth = 0.20 * 1.3
        for limb in (*anatomy.legs.values(), *anatomy.arms.values()):
            assert min(y for _, y in flattened(outline(limb, 0, 2))) > -depth - 0.06


def test_the_lit_part_lies_inside_the_outline_and_touches_it_on_the_lit_side() -> None:
    leg = anatomies("walk-in-place", 0.0)[0].legs["near"]
    whole = flattened(outline(leg, 0, 1.86, bottom=Edge(flat=True, bow=0.02)))
    lit = flattened(outline(leg, 0, 1.86, bottom=Edge(flat=True, bow=0.02), light=(-0.05, 0.085)))
    assert min(x for x, _ in lit) == pytest.approx(min(x for x, _ in whole), abs=1e-6)
    assert max(x for x, _ in lit) < max(x for x, _ in whole) - 0.02


def test_a_drawn_outline_is_pulled_in_on_the_dark_side_alone() -> None:
    lit = flattened(pulled_in(disc(0, 0, 1), (-0.05, 0.085)))
    assert min(x for x, _ in lit) == pytest.approx(-1, abs=1e-9)
    assert max(x for x, _ in lit) == pytest.approx(0.95, abs=1e-9)
    assert max(y for _, y in lit) == pytest.approx(1, abs=1e-9)
    assert min(y for _, y in lit) == pytest.approx(-0.915, abs=1e-9)


@pytest.mark.parametrize("front", [1, -1])
def test_a_tight_fold_keeps_its_flesh_whichever_side_is_the_front(front: int) -> None:
    joints = ((0.0, 0.0), (0.0, -1.9), (1.2, -0.5))
    folded = outline(Limb("leg front", joints, front=front), 0, 2)
    straight = outline(
        Limb("leg front", ((0.0, 0.0), (0.0, -1.9), (0.0, -3.74)), front=front), 0, 2
    )
    assert area(folded) / area(straight) > 0.7


def test_a_letter_of_a_drawing_holds_until_the_next_one() -> None:
    assert parsed("M 0 0 L 1 1 2 2") == parsed("M 0 0 L 1 1 L 2 2")
