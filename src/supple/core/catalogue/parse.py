"""Text of a content file to a record."""

from collections.abc import Collection, Mapping
from typing import cast

import msgspec

from supple.core.catalogue.checks import exercise_problems, routine_problems
from supple.core.catalogue.exercise import Exercise
from supple.core.catalogue.problem import Problem
from supple.core.catalogue.reading import parse_toml, read
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep


def parse_exercise(
    text: str, stem: str, known: Collection[str]
) -> tuple[Exercise | None, tuple[Problem, ...]]:
    """The exercise in `text`, and everything that is wrong with it.

    `stem` is the file's name without its ending; `known` the ids of all exercises.
    """
    data, problems = parse_toml(text)
    if problems:
        return None, problems
    exercise, faults = read(data, Exercise)
    if exercise is None:
        return None, tuple(faults)
    faults = exercise_problems(exercise, stem, known)
    return exercise, tuple(faults)


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
    routine, faults = _read_routine(data)
    if routine is None:
        return None, tuple(faults)
    faults = routine_problems(routine, stem, exercises, shipped)
    return routine, tuple(faults)


def shipped_routine(text: str) -> Routine:
    """A routine that the tests have checked. Raises `ValueError` with what is wrong."""
    routine, faults = _read_routine(parse_toml(text)[0])
    if routine is None:
        raise ValueError("; ".join(str(fault) for fault in faults))
    return routine


def _read_routine(data: Mapping[str, object]) -> tuple[Routine | None, list[Problem]]:
    rows = data.get("steps")
    steps: list[RoutineStep | RestRow] = []
    problems: list[Problem] = []
    if isinstance(rows, list):
        for n, row in enumerate(rows):
            step, faults = _read_step(row, f"steps[{n}]")
            problems += faults
            if step is not None:
                steps.append(step)
    elif rows is not None:
        problems.append(Problem("steps", "is not a list.", "Allowed: a list of exercises."))
    head = {key: value for key, value in data.items() if key != "steps"}
    frame, faults = read(head | ({"steps": []} if "steps" in data else {}), Routine)
    problems = faults + problems
    if frame is None or problems:
        return None, problems
    return msgspec.structs.replace(frame, steps=tuple(steps)), []


def _read_step(row: object, where: str) -> tuple[RoutineStep | RestRow | None, list[Problem]]:
    if not isinstance(row, dict):
        return None, [Problem(where, "is not a table.", 'Allowed: { exercise = "...", ... }.')]
    data = cast("dict[str, object]", row)
    if set(data) == {"rest"}:
        return read(data, RestRow, where)
    return read(data, RoutineStep, where)
