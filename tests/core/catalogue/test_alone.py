"""An exercise by itself is a whole routine."""

from pathlib import Path

import pytest

from supple.core.catalogue.alone import alone
from supple.core.catalogue.checks import row_problems
from supple.core.catalogue.parse import shipped_exercise
from supple.core.catalogue.routine import RoutineStep

EXERCISES = sorted((Path(__file__).parents[3] / "assets" / "exercises").glob("*.toml"))


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_every_exercise_can_be_done_alone_as_its_file_says(path: Path) -> None:
    exercise = shipped_exercise(path.read_text("utf-8"))
    routine = alone(exercise)
    rows = dict(enumerate(routine.steps))
    assert list(row_problems(rows, {exercise.id: exercise})) == []
    [step] = routine.steps
    assert isinstance(step, RoutineStep)
    assert step.sets == exercise.sets.default
    assert not routine.counts_for_plan
