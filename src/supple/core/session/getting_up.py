"""Coming up from the floor or from a deep bend: after which exercises, and what is said then."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from supple.core.catalogue.exercise import Measure, Position, Tag
from supple.core.session.changes import Changes
from supple.core.session.doses import Dosed, RestBetween
from supple.core.session.pools import Pools
from supple.core.session.posture import end_position

_DOWN = frozenset({Position.FLOOR, Position.LYING})


class Rising(msgspec.Struct, frozen=True):
    """The words around the release of an exercise: on the way out of it, and to leave the floor."""

    before: str = ""
    after: str = ""


def getting_up(
    rows: Sequence[Dosed | RestBetween], changes: Changes, pools: Pools
) -> Mapping[int, Rising]:
    """The words for every row, by its place, after which the body gets up.

    From the floor it does so before a higher row and at the end. People who get dizzy hear their
    words before they come out of a bend.
    """
    slowly, over_the_side = pools.all_of("rise-slowly")
    dizzy = changes.cautions.get(Tag.DIZZINESS_BLOOD_PRESSURE) or slowly
    said = {
        place: Rising(before=dizzy)
        for place, row in enumerate(rows)
        if isinstance(row, Dosed) and _makes_dizzy(row, changes)
    }
    for place, here in _from_the_floor(rows):
        lying = here is Position.LYING
        said[place] = Rising(after=f"{over_the_side} {slowly}" if lying else slowly)
    return said


def _from_the_floor(rows: Sequence[Dosed | RestBetween]) -> Iterator[tuple[int, Position]]:
    """Where the body leaves the floor, and how it was there."""
    work = [(place, row) for place, row in enumerate(rows) if isinstance(row, Dosed)]
    here = Position.ANY
    for number, (place, row) in enumerate(work):
        here = row.position or end_position(row.exercise, here)
        _, after = work[number + 1] if number + 1 < len(work) else (0, None)
        goes_on = after and (after.position or after.exercise.position) in {*_DOWN, Position.ANY}
        if here in _DOWN and not goes_on:
            yield place, here


def _makes_dizzy(row: Dosed, changes: Changes) -> bool:
    upright = row.exercise.position in (Position.STANDING, Position.SEATED)
    holds = row.exercise.measure.kind is Measure.HOLD
    return (
        upright and holds and Tag.DIZZINESS_BLOOD_PRESSURE in changes.limits.cautions(row.exercise)
    )
