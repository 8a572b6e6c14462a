import pytest

from supple.core.catalogue.parse import parse_routine, shipped_routine
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from tests.core.catalogue.files import (
    ROUTINE,
    places,
    routine_faults,
    routine_of,
    step_of,
    with_change,
)
from tests.core.shipped import exercises

FOLD = step_of("chair-forward-fold", "hold_s = 20")
ONE_LEG = "chair-single-leg-fold"
PICTURE = "iVBORw0KGgoAAAANSUhEUgAAACgAAAAe"
UNKNOWN = "steps[1].exercise: found 'sofa-nap'. Allowed: an id that `supple list exercises` shows."


def test_a_good_file_becomes_a_routine() -> None:
    routine, problems = parse_routine(ROUTINE, "mine", exercises())
    assert problems == ()
    assert routine == shipped_routine(ROUTINE)
    assert isinstance(routine, Routine)


def test_text_that_is_no_toml_gives_no_routine() -> None:
    routine, problems = parse_routine("id = ", "mine", exercises())
    assert routine is None
    assert len(problems) == 1


def test_a_users_routine_may_repeat_an_exercise_more_often_than_usual() -> None:
    text = routine_of(FOLD.replace("sets = 1", "sets = 5"))
    assert exercises()["chair-forward-fold"].sets.max < 5
    assert routine_faults(text) == []


def test_a_users_routine_may_hold_rests_own_words_one_side_and_a_picture() -> None:
    text = routine_of(
        step_of(
            ONE_LEG,
            f'hold_s = 60, side = "left", rest_s = 0, say = "Easy.", picture = "{PICTURE}"',
        ),
        "{ rest = 10 }",
        step_of(ONE_LEG, 'hold_s = 5, switch_s = 20, position = "seated"'),
        head="format = 1",
    )
    routine, problems = parse_routine(text, "mine", exercises())
    assert problems == ()
    assert routine is not None
    assert [type(row) for row in routine.steps] == [RoutineStep, RestRow, RoutineStep]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            step_of("sofa-nap", "hold_s = 20"),
            UNKNOWN,
        ),
        (
            step_of("chair-forward-fold", "reps = 5"),
            'steps[1]: found reps. Allowed: hold_s for "chair-forward-fold".',
        ),
        (
            step_of("chair-forward-fold", "hold_s = 20, seconds = 20"),
            'steps[1]: found hold_s, seconds. Allowed: hold_s for "chair-forward-fold".',
        ),
        (
            step_of("bridge", "test = false"),
            'steps[1]: found none of them. Allowed: reps for "bridge".',
        ),
        (
            step_of("chair-forward-fold", "hold_s = 20").replace("sets = 1", "sets = 6"),
            "steps[1].sets: found 6. Allowed: a whole number from 1 to 5.",
        ),
        (
            step_of("chair-forward-fold", 'hold_s = 20, side = "left"'),
            'steps[1].side: "chair-forward-fold" has no sides. Leave it out.',
        ),
        (
            step_of("bird-dog", 'reps = 5, side = "left"'),
            "steps[1].side: the legs take turns here. Leave it out.",
        ),
        (
            step_of("chair-forward-fold", "hold_s = 20, alternates = true"),
            "steps[1].alternates: the sides do not change here. Leave it out.",
        ),
        (
            step_of(ONE_LEG, 'hold_s = 20, side = "left", alternates = false'),
            "steps[1].alternates: the sides do not change here. Leave it out.",
        ),
        (
            step_of(ONE_LEG, "hold_s = 20, rest_s = 5"),
            "steps[1].rest_s: the sides change here. Use switch_s.",
        ),
        (
            step_of(ONE_LEG, 'hold_s = 20, side = "right", switch_s = 5'),
            "steps[1].switch_s: the sides do not change here. Use rest_s.",
        ),
        (
            step_of("chair-forward-fold", "hold_s = 61"),
            "steps[1].hold_s: found 61. Allowed: a whole number from 5 to 60 or plan.",
        ),
        ("{ rest = 4 }", "steps[1].rest: found 4. Allowed: a whole number from 5 to 600."),
        ("17", 'steps[1]: found 17. Allowed: { exercise = "...", ... }.'),
    ],
)
def test_a_wrong_row_is_told_with_its_place(row: str, fault: str) -> None:
    assert [str(each) for each in routine_faults(routine_of(FOLD, row))] == [fault]


def test_faults_of_all_rows_and_of_the_head_are_told_at_once() -> None:
    text = routine_of(
        step_of("chair-forward-fold", "hold_s = true"),
        step_of("sofa-nap", "hold_s = 20"),
        "{ rest = 10, extra = 1 }",
        step_of("bridge", "hold_s = 20"),
        head='use = "fun"\nodd = 1',
    )
    problems = routine_faults(text, "another")
    assert places(problems)[:3] == ["odd", "use", "steps[0].hold_s"]
    assert places(problems)[-3:] == ["id", "steps[1].exercise", "steps[3]"]
    assert [each for each in places(problems) if "[2]" in each] == ["steps[2].extra"]


def test_a_fault_in_a_row_hides_no_other_fault_of_that_row() -> None:
    rows = [
        step_of("sofa-nap", "hold_s = 400"),
        step_of("bridge", "hold_s = 400"),
        step_of("bridge", 'hold_s = 20, note = 3, side = "left"').replace("sets = 1", "sets = 6"),
    ]
    assert sorted(places(routine_faults(routine_of(*rows)))) == [
        "steps[0].exercise",
        "steps[0].hold_s",
        "steps[1]",
        "steps[1].hold_s",
        "steps[2]",
        "steps[2].note",
        "steps[2].sets",
        "steps[2].side",
    ]


def test_a_row_without_an_exercise_is_asked_for_one() -> None:
    assert places(routine_faults(routine_of('{ part = "main", sets = 1, get_ready_s = 5 }'))) == [
        "steps[0].exercise"
    ]


def test_the_id_is_the_name_of_the_file() -> None:
    assert places(routine_faults(ROUTINE, "yours")) == ["id"]


def test_a_shipped_id_is_refused() -> None:
    assert [str(each) for each in routine_faults(ROUTINE, shipped=["mine"])] == [
        'id: "mine" is one of Supple\'s own. Another name, for the file too.'
    ]


@pytest.mark.parametrize("rows", [(), ("{ rest = 10 }",)])
def test_a_routine_holds_at_least_one_exercise(rows: tuple[str, ...]) -> None:
    assert [str(each) for each in routine_faults(routine_of(*rows))] == [
        "steps: there is no exercise. At least one."
    ]


def test_a_routine_has_at_most_a_hundred_rows() -> None:
    assert not routine_faults(routine_of(*[FOLD] * 100))
    assert places(routine_faults(routine_of(*[FOLD] * 101))) == ["steps"]


@pytest.mark.parametrize("steps", ["", "steps = 3", 'steps = "many"', "[steps]\na = 1"])
def test_the_rows_are_a_list(steps: str) -> None:
    assert places(routine_faults(f'id = "mine"\nname = "Mine"\n{steps}')) == ["steps"]


@pytest.mark.parametrize(
    ("key", "good", "bad"), [("hold_s", "= 20", "= 3"), ("name", '= "Mine"', "= 3")]
)
def test_a_shipped_file_with_a_fault_is_a_bug(key: str, good: str, bad: str) -> None:
    with pytest.raises(ValueError, match=key):
        shipped_routine(with_change(ROUTINE, f"{key} {good}", f"{key} {bad}"))
