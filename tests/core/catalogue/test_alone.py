"""An exercise by itself is a whole routine."""

from pathlib import Path

import msgspec
import pytest

from supple.core.catalogue.alone import alone
from supple.core.catalogue.checks import RowValues, row_problems
from supple.core.catalogue.parse import shipped_exercise
from supple.core.catalogue.routine import RoutineStep

EXERCISES = sorted((Path(__file__).parents[3] / "assets" / "exercises").glob("*.toml"))


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_every_exercise_can_be_done_alone_as_its_file_says(path: Path) -> None:
    exercise = shipped_exercise(path.read_text("utf-8"))
    routine = alone(exercise)
    [step] = routine.steps
    assert isinstance(step, RoutineStep)
    written = {key: value for key, value in msgspec.structs.asdict(step).items() if value}
    row = RowValues(written, frozenset(written))
    assert list(row_problems({0: row}, {exercise.id: exercise})) == []
    assert step.sets == exercise.sets.default
    assert not routine.counts_for_plan
