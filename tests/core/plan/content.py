"""The shipped exercises, routines, plan and questions, read once for the tests of the plan."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from supple.core.catalogue.exercise import Exercise
from supple.core.catalogue.parse import shipped_exercise, shipped_routine
from supple.core.catalogue.reading import parse_toml
from supple.core.catalogue.routine import Routine, RoutineStep
from supple.core.plan.dose import Plan
from supple.core.plan.screening import Questionnaire

ASSETS = Path(__file__).resolve().parents[3] / "assets"
T = TypeVar("T")


@cache
def exercises() -> dict[str, Exercise]:
    """All shipped exercises by id."""
    texts = [path.read_text("utf-8") for path in (ASSETS / "exercises").glob("*.toml")]
    return {each.id: each for each in map(shipped_exercise, texts)}


@cache
def routines() -> dict[str, Routine]:
    """All shipped routines by id."""
    texts = [path.read_text("utf-8") for path in (ASSETS / "routines").glob("*.toml")]
    return {each.id: each for each in map(shipped_routine, texts)}


def row_of(routine: str) -> list[Exercise]:
    """The exercises of a shipped routine, in order."""
    steps = routines()[routine].steps
    return [exercises()[step.exercise] for step in steps if isinstance(step, RoutineStep)]


def read(name: str, kind: type[T]) -> T:
    """A content file as its record."""
    return msgspec.convert(parse_toml((ASSETS / name).read_text("utf-8"))[0], kind)


@cache
def questionnaire() -> Questionnaire:
    """The shipped questions."""
    return read("screening.toml", Questionnaire)


@cache
def plan() -> Plan:
    """The shipped plan."""
    return read("plan.toml", Plan)
