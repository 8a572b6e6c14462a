"""The shipped figures, each read once, and what tests look at in them."""

from collections.abc import Iterator
from functools import cache

import msgspec

from supple.core.figure.body import Body, solve_cast
from supple.core.figure.motion import Moment, poses_at
from supple.core.figure.reading import parse_figure
from supple.core.figure.record import Figure
from tests.core.shipped import exercises

IDS = sorted(exercises())
FRAMES = 24


@cache
def figure(ident: str) -> Figure:
    """The figure of a shipped exercise."""
    found, problems = parse_figure(exercises()[ident].figure or {}, "figure")
    assert found is not None, [str(problem) for problem in problems]
    return found


def raw(ident: str) -> dict[str, object]:
    """The tables of a shipped figure, free to be changed."""
    table = msgspec.json.decode(msgspec.json.encode(exercises()[ident].figure))
    assert isinstance(table, dict)
    return table


def bodies(shown: Figure, moment: Moment) -> dict[str, Body]:
    """Everybody at a moment."""
    facings = {actor.name: actor.facing for actor in shown.actors}
    return solve_cast(poses_at(shown, moment), facings, shown.view)


def moments(shown: Figure) -> Iterator[Moment]:
    """The whole movement, both sides of an alternating one, and a breath in the stretch."""
    for step in range(FRAMES + 1):
        yield Moment(step / FRAMES)
        if shown.motion == "alternate":
            yield Moment(step / FRAMES, other=True)
    for breath in (-1.0, -0.4, 0.3, 1.0):
        yield Moment(1.0, breath)
