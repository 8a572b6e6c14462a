"""The shipped exercises, routines, shared lines and plan, each read once for all tests."""

from functools import cache
from pathlib import Path

import msgspec

from supple.core.catalogue.exercise import Exercise
from supple.core.catalogue.parse import shipped_exercise, shipped_routine
from supple.core.catalogue.reading import parse_toml
from supple.core.catalogue.routine import Routine, RoutineStep
from supple.core.plan.dose import Plan

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"
EXERCISE_FILES = sorted((ASSETS / "exercises").glob("*.toml"))
ROUTINE_FILES = sorted((ASSETS / "routines").glob("*.toml"))
ROUTINE_IDS = [path.stem for path in ROUTINE_FILES]


def table(path: Path) -> dict[str, object]:
    """A TOML file that has no fault."""
    data, problems = parse_toml(path.read_text("utf-8"))
    assert not problems
    return data


@cache
def exercises() -> dict[str, Exercise]:
    """All exercises by id."""
    return {path.stem: shipped_exercise(path.read_text("utf-8")) for path in EXERCISE_FILES}


@cache
def routines() -> dict[str, Routine]:
    """All routines by id."""
    return {path.stem: shipped_routine(path.read_text("utf-8")) for path in ROUTINE_FILES}


@cache
def lines() -> dict[str, tuple[str, ...]]:
    """The shared spoken lines by pool."""
    return msgspec.convert(table(ASSETS / "cues.toml"), dict[str, tuple[str, ...]])


@cache
def plan() -> Plan:
    """The plan's stages and doses."""
    return msgspec.convert(table(ASSETS / "plan.toml"), Plan)


def steps_of(routine: Routine) -> list[RoutineStep]:
    """The exercises of a routine, without the rests between them."""
    return [step for step in routine.steps if isinstance(step, RoutineStep)]
