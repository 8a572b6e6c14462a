from pathlib import Path

import msgspec
import pytest

from supple.core.catalogue.exercise import Exercise, Position, Tag
from supple.core.catalogue.parse import parse_exercise, parse_routine
from supple.core.catalogue.routine import Amount, RestRow, Routine
from supple.core.plan.dose import Plan
from supple.core.session.pools import Pools
from tests.core.shipped import (
    ASSETS,
    EXERCISE_FILES,
    ROOT,
    ROUTINE_FILES,
    exercises,
    lines,
    plan,
    routines,
    steps_of,
    table,
)

INDEX = msgspec.convert(
    table(ROOT / "tests" / "data" / "exercise_index.toml"), dict[str, dict[str, object]]
)
MARKS = table(ROOT / "tests" / "data" / "who_avoids_what.toml")
TAGS = msgspec.convert(MARKS["tags"], list[Tag])
AVOIDS = msgspec.convert(MARKS["exercises"], dict[str, str])
MOST_WORDS = 12


def name_of(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", EXERCISE_FILES, ids=name_of)
def test_an_exercise_file_has_no_fault(path: Path) -> None:
    exercise, problems = parse_exercise(path.read_text("utf-8"), path.stem, set(exercises()))
    assert problems == ()
    assert exercise == exercises()[path.stem]


@pytest.mark.parametrize("path", ROUTINE_FILES, ids=name_of)
def test_a_routine_file_has_no_fault(path: Path) -> None:
    routine, problems = parse_routine(path.read_text("utf-8"), path.stem, exercises())
    assert problems == ()
    assert routine == routines()[path.stem]


def test_no_shipped_routine_repeats_an_exercise_more_often_than_that_allows() -> None:
    for routine in routines().values():
        for row in routine.steps:
            assert isinstance(row, RestRow) or row.sets <= exercises()[row.exercise].sets.max


def test_there_are_45_exercises_and_22_routines() -> None:
    assert len(exercises()) == 45
    assert len(routines()) == 22


@pytest.mark.parametrize("path", EXERCISE_FILES, ids=name_of)
def test_an_exercise_file_holds_every_key(path: Path) -> None:
    optional = {"note", "end_position", "figure"}
    keys = {field.encode_name for field in msgspec.structs.fields(Exercise)}
    assert keys - optional <= table(path).keys()


@pytest.mark.parametrize("path", ROUTINE_FILES, ids=name_of)
def test_a_routine_file_holds_every_key(path: Path) -> None:
    optional = {"note", "amount", "from_week", "format"}
    keys = {field.encode_name for field in msgspec.structs.fields(Routine)}
    assert keys - optional <= table(path).keys()


def test_the_index_names_every_exercise() -> None:
    assert INDEX.keys() == exercises().keys()


@pytest.mark.parametrize("ident", INDEX)
def test_an_exercise_is_as_the_index_has_it(ident: str) -> None:
    exercise, row = exercises()[ident], INDEX[ident]
    dose, sets = exercise.measure, exercise.sets
    found = {
        "name": exercise.name,
        "family": exercise.family.value,
        "origin": exercise.origin,
        "view": exercise.view,
        "sides": exercise.sides.value,
        "type": dose.kind.value,
        "unit": dose.unit,
        "sets": [sets.min, sets.default, sets.max],
        "level": exercise.level,
    }
    if dose.attempts is None:
        found["measure"] = [dose.min, dose.default, dose.max]
    else:
        found["tries"] = dose.attempts
    assert found == row


def test_the_medical_table_names_every_exercise_and_every_tag() -> None:
    assert AVOIDS.keys() == exercises().keys()
    assert list(Tag) == TAGS


@pytest.mark.parametrize("ident", AVOIDS)
def test_who_must_avoid_an_exercise_is_as_the_medical_table_has_it(ident: str) -> None:
    exercise = exercises()[ident]
    marks = "".join(
        "X" if tag in exercise.avoid else "c" if tag in exercise.care else "." for tag in TAGS
    )
    assert marks == AVOIDS[ident]


def test_no_spoken_line_has_more_than_twelve_words() -> None:
    spoken = [line for pool in lines().values() for line in pool]
    spoken += [routine.welcome for routine in routines().values()]
    spoken += [step.say for routine in routines().values() for step in steps_of(routine)]
    spoken += [stage.say for stage in plan().stage]
    spoken += [option.say for option in plan().option]
    for exercise in exercises().values():
        cues = exercise.cues
        spoken += [cues.start, *cues.hold, cues.half, cues.switch, cues.release]
    assert not [line for line in spoken if len(line.split()) > MOST_WORDS]


def test_an_exercise_has_words_for_its_beginning_and_its_end() -> None:
    empty = [
        ident
        for ident, exercise in exercises().items()
        if not (exercise.setup and exercise.exit and exercise.cues.start)
        or not (exercise.cues.hold and exercise.cues.release)
    ]
    # Nobody holds a test for long: it has nothing to say in between.
    assert not [ident for ident in empty if not ident.startswith("test-")]


def test_the_shared_lines_are_all_there() -> None:
    pools = Pools(lines(), seed=1)
    for pool in ("half", "last-five", "release", "switch", "rest", "finish", "hurt"):
        assert pools.draw(pool) in lines()[pool]
    for pool in ("feel", "breathe", "form", "kind", "warm-up-intro", "cool-down-intro"):
        assert pools.draw(pool) in lines()[pool]
    assert lines()["countdown"] == ("Three.", "Two.", "One.")
    assert lines()["pause"] == ("Paused.", "On we go.")
    assert not [pool for pool, spoken in lines().items() if len(set(spoken)) != len(spoken)]


def test_the_plan_names_routines_there_are() -> None:
    suggested = [ident for stage in plan().stage for ident in stage.suggested_routines]
    suggested += [ident for option in plan().option for ident in option.suggested_routines]
    assert set(suggested) <= routines().keys()


def test_the_plan_file_holds_every_key() -> None:
    assert {field.encode_name for field in msgspec.structs.fields(Plan)} == table(
        ASSETS / "plan.toml"
    ).keys()


def test_the_strongest_exercises_come_only_in_routines_of_a_later_week() -> None:
    strong = {ident for ident, exercise in exercises().items() if exercise.level == 3}
    with_strong = {
        routine.id
        for routine in routines().values()
        if any(step.exercise in strong for step in steps_of(routine))
    }
    assert {routine.id for routine in routines().values() if routine.from_week >= 5} >= with_strong


def test_watching_television_only_the_most_needful_is_said() -> None:
    assert {ident for ident, routine in routines().items() if routine.amount} == {"tv-time"}
    assert routines()["tv-time"].amount is Amount.CUES


def test_only_breathing_can_be_done_anywhere() -> None:
    anywhere = [ident for ident, each in exercises().items() if each.position is Position.ANY]
    assert anywhere == ["breathing-rest"]
