"""Changing a routine row by row. Every change gives a new routine; places count from 0."""

from collections.abc import Sequence

from msgspec.structs import replace

from supple.core.catalogue.exercise import LONGEST_SPOKEN
from supple.core.catalogue.routine import LONGEST_NAME, RestRow, Routine, RoutineStep
from supple.core.plain import plain_line

_MOST_PICTURES = 6_000_000
"""Signs of all pictures together, so that the file stays one that is read again."""

Row = RoutineStep | RestRow


def with_rows(routine: Routine, rows: Sequence[Row]) -> Routine:
    """The routine with these rows."""
    return replace(routine, steps=tuple(rows))


def inserted(routine: Routine, place: int, row: Row) -> Routine:
    """With a row before what stands at `place`, or at the end."""
    rows = list(routine.steps)
    rows.insert(place, row)
    return with_rows(routine, rows)


def removed(routine: Routine, place: int) -> Routine:
    """Without the row at `place`."""
    return with_rows(routine, (*routine.steps[:place], *routine.steps[place + 1 :]))


def doubled(routine: Routine, place: int) -> Routine:
    """With the row at `place` once more after it."""
    return inserted(routine, place + 1, routine.steps[place])


def moved(routine: Routine, place: int, to: int) -> Routine:
    """With the row from `place` standing at `to` in the end; within the routine."""
    rows = list(routine.steps)
    row = rows.pop(place)
    rows.insert(min(max(to, 0), len(rows)), row)
    return with_rows(routine, rows)


def changed(routine: Routine, place: int, row: Row) -> Routine:
    """With another row at `place`."""
    rows = list(routine.steps)
    rows[place] = row
    return with_rows(routine, rows)


def has_room(routine: Routine) -> bool:
    """Whether all its pictures fit into one file."""
    steps = (row for row in routine.steps if isinstance(row, RoutineStep))
    return sum(len(step.picture) for step in steps) <= _MOST_PICTURES


def writable(routine: Routine) -> Routine:
    """With a name and words of the user's as a file may hold them, so that it can be read again."""
    rows = (
        replace(row, say=plain_line(row.say, LONGEST_SPOKEN))
        if isinstance(row, RoutineStep)
        else row
        for row in routine.steps
    )
    name = plain_line(routine.name, LONGEST_NAME) or routine.id
    return with_rows(replace(routine, name=name), tuple(rows))
