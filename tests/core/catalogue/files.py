"""Content files to spoil: a shipped exercise and a routine as text, with one part replaced."""

from collections.abc import Iterable

from supple.core.catalogue.parse import parse_exercise, parse_routine
from supple.core.catalogue.problem import Problem
from tests.core.shipped import ASSETS, exercises

KNOWN = frozenset(exercises())
EXERCISE = (ASSETS / "exercises" / "chair-single-leg-fold.toml").read_text("utf-8")
REPS = (ASSETS / "exercises" / "bird-dog.toml").read_text("utf-8")
TEST = (ASSETS / "exercises" / "test-sit-and-reach.toml").read_text("utf-8")

ROUTINE = """
id = "mine"
name = "Mine"
steps = [
  { part = "main", exercise = "chair-forward-fold", hold_s = 20, sets = 2, get_ready_s = 10 },
]
"""
STEP = '{ part = "main", exercise = "%s", sets = 1, get_ready_s = 5, %s }'


def with_change(text: str, old: str, new: str) -> str:
    """The text with `old`, which must stand there once, replaced."""
    assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
    return text.replace(old, new)


def exercise_faults(text: str, stem: str = "chair-single-leg-fold") -> list[Problem]:
    """Everything wrong with an exercise file."""
    return list(parse_exercise(text, stem, KNOWN)[1])


def routine_faults(text: str, stem: str = "mine", shipped: Iterable[str] = ()) -> list[Problem]:
    """Everything wrong with a routine file."""
    return list(parse_routine(text, stem, exercises(), shipped=frozenset(shipped))[1])


def routine_of(*rows: str, head: str = "") -> str:
    """A routine file with these rows."""
    return f'id = "mine"\nname = "Mine"\n{head}\nsteps = [{", ".join(rows)}]\n'


def step_of(exercise: str, dose: str) -> str:
    """One row of a routine."""
    return STEP % (exercise, dose)


def places(problems: Iterable[Problem]) -> list[str]:
    """Where the problems are."""
    return [problem.where for problem in problems]
