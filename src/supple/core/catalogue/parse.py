"""Text of a content file to a record."""

from collections.abc import Collection, Mapping
from typing import Any

import msgspec

from supple.core.catalogue.checks import (
    MOST_STEPS,
    RowValues,
    exercise_problems,
    name_problems,
    row_problems,
)
from supple.core.catalogue.exercise import Exercise
from supple.core.catalogue.problem import Phrase, Problem, at_most, found
from supple.core.catalogue.reading import parse_toml, read_fields
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep


def parse_exercise(
    text: str, stem: str, known: Collection[str]
) -> tuple[Exercise | None, tuple[Problem, ...]]:
    """The exercise in `text`, and everything that is wrong with it.

    `stem` is the file's name without its ending; `known` the ids of all exercises. There is an
    exercise as soon as every field could be read, so that a fault between fields can be shown.
    """
    data, problems = parse_toml(text)
    if problems:
        return None, problems
    values, faults = read_fields(data, Exercise)
    exercise = None if faults else Exercise(**values)
    return exercise, (*faults, *exercise_problems(values, stem, known))


def shipped_exercise(text: str) -> Exercise:
    """An exercise that the tests have checked. Raises `msgspec.ValidationError`."""
    return msgspec.convert(parse_toml(text)[0], Exercise)


def parse_routine(
    text: str, stem: str, exercises: Mapping[str, Exercise], *, shipped: Collection[str] = ()
) -> tuple[Routine | None, tuple[Problem, ...]]:
    """The routine in `text`, and everything that is wrong with it.

    `shipped`: ids that a routine of the user's own may not take; empty for Supple's own files.
    """
    data, problems = parse_toml(text)
    if problems:
        return None, problems
    values, rows, faults = _read_routine(data)
    routine = None if faults else Routine(**values)
    if "id" in values:
        faults += name_problems(values["id"], stem)
        if values["id"] in shipped:
            taken = Phrase('"{id}" is one of Supple\'s own.', id=stem)
            faults.append(Problem("id", taken, Phrase("Another name, for the file too.")))
    return routine, (*faults, *row_problems(rows, exercises))


def shipped_routine(text: str) -> Routine:
    """A routine that the tests have checked. Raises `ValueError` with what is wrong."""
    data, _ = parse_toml(text)
    values, faults = read_fields({**data, "steps": []}, Routine)
    if faults:
        raise ValueError("; ".join(str(fault) for fault in faults))
    rows = msgspec.convert(data["steps"], list[dict[str, object]])
    return Routine(**values | {"steps": tuple(msgspec.convert(row, _kind_of(row)) for row in rows)})


def _read_routine(
    data: Mapping[str, object],
) -> tuple[dict[str, Any], dict[int, RowValues], list[Problem]]:
    """The fields that can be read, those of the exercise rows by their place, and the faults."""
    listed = data.get("steps", [])
    head = {key: [] if key == "steps" else value for key, value in data.items()}
    values, problems = read_fields(head, Routine)
    if not isinstance(listed, list):
        problems.append(Problem("steps", found(listed), Phrase("Allowed: a list of exercises.")))
        listed = []
    steps: list[RoutineStep | RestRow] = []
    rows: dict[int, RowValues] = {}
    for place, row in enumerate(listed[:MOST_STEPS]):
        where = f"steps[{place}]"
        if not isinstance(row, dict):
            allowed = Phrase("Allowed: {example}.", example='{ exercise = "...", ... }')
            problems.append(Problem(where, found(row), allowed))
            continue
        kind = _kind_of(row)
        row_values, faults = read_fields(row, kind, where)
        problems += faults
        if not faults:
            steps.append(kind(**row_values))
        if kind is RoutineStep:
            rows[place] = RowValues(row_values, frozenset(row))
    if not rows and not problems:
        problems.append(Problem("steps", Phrase("there is no exercise."), Phrase("At least one.")))
    if len(listed) > MOST_STEPS:
        problems.append(Problem("steps", Phrase("there are too many."), at_most(MOST_STEPS)))
    return values | {"steps": tuple(steps)}, rows, problems


def _kind_of(row: Mapping[str, object]) -> type[RoutineStep] | type[RestRow]:
    """What a row wants to be."""
    return RestRow if "rest" in row and "exercise" not in row else RoutineStep
