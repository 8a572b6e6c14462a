import pytest

from supple.core.catalogue.exercise import Exercise
from supple.core.catalogue.parse import parse_exercise, shipped_exercise
from tests.core.catalogue.files import (
    EXERCISE,
    KNOWN,
    REPS,
    TEST,
    exercise_faults,
    places,
    with_change,
)
from tests.core.shipped import exercises

TWELVE = "one two three four five six seven eight nine ten eleven twelve"
TEMPO_FAULT = (
    "measure.tempo_s: is only for repetitions and tests. Seconds of one repetition or one try."
)
KIT_FAULT = (
    "equipment[1]: found 'chair|sofa'. Allowed: chair, office-chair, mat, strap, cushion, "
    "wall, wall-corner, doorway, desk, partner, tape-measure, or two joined by |."
)


def test_a_good_file_becomes_an_exercise() -> None:
    exercise, problems = parse_exercise(EXERCISE, "chair-single-leg-fold", KNOWN)
    assert problems == ()
    assert exercise == shipped_exercise(EXERCISE)
    assert isinstance(exercise, Exercise)


def test_text_that_is_no_toml_gives_no_exercise() -> None:
    exercise, problems = parse_exercise("id = ", "x", KNOWN)
    assert exercise is None
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            'id = "chair-single-leg-fold"',
            'id = "other"',
            "id: found 'other'. Allowed: the file's own name, chair-single-leg-fold.",
        ),
        (
            "min = 15, default = 20, max = 30",
            "min = 25, default = 20, max = 30",
            "measure: min, default and max are out of order. Smallest first.",
        ),
        (
            "min = 15, default = 20, max = 30",
            "min = -5, default = 20, max = 30",
            "measure.min: found -5. Allowed: 1 or more.",
        ),
        (
            "sets = { min = 1, default = 2, max = 3 }",
            "sets = { min = 1, default = 4, max = 3 }",
            "sets: min, default and max are out of order. Smallest first.",
        ),
        (
            "max = 30 }",
            "max = 30, tempo_s = 3 }",
            TEMPO_FAULT,
        ),
        (
            "max = 30 }",
            "max = 30, attempts = 3 }",
            "measure.attempts: belongs to tests, and every test needs it.",
        ),
        (
            "max = 30 }",
            "max = 30, plan_reps = [10, 20, 30] }",
            "measure.plan_reps: is out of range. Allowed: 15 to 30.",
        ),
        (
            'easier = "chair-forward-fold-soft"',
            'easier = "sofa-nap"',
            "easier: found 'sofa-nap'. Allowed: the id of another exercise.",
        ),
        (
            'harder = "chair-forward-fold"',
            'harder = "chair-single-leg-fold"',
            "harder: found 'chair-single-leg-fold'. Allowed: the id of another exercise.",
        ),
        (
            '"posture-sit-tall"]',
            '"sofa-nap"]',
            "swap[2]: found 'sofa-nap'. Allowed: the id of another exercise.",
        ),
        (
            'care = ["osteoporosis"',
            'care = ["acute-injury"',
            'care[0]: "acute-injury" is in avoid too. One of the two.',
        ),
        (
            'equipment = ["chair"]',
            'equipment = ["mat", "chair|sofa"]',
            KIT_FAULT,
        ),
        (
            'switch = "Sit up. Change legs."',
            'switch = ""',
            "cues.switch: is empty, but the sides change. A line to say.",
        ),
    ],
)
def test_what_does_not_fit_together_is_told(old: str, new: str, fault: str) -> None:
    assert [str(each) for each in exercise_faults(with_change(EXERCISE, old, new))] == [fault]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("One heel out. Lean forward, back long.", "cues.start"),
        ("Breathe out and let it soften.", "cues.hold[1]"),
        ("Sit up. Change legs.", "cues.switch"),
        ("Push on your thigh. Sit up.", "cues.release"),
    ],
)
def test_a_line_to_speak_has_at_most_twelve_words(line: str, place: str) -> None:
    assert not exercise_faults(with_change(EXERCISE, f'"{line}"', f'"{TWELVE}"'))
    problems = exercise_faults(with_change(EXERCISE, f'"{line}"', f'"{TWELVE} more"'))
    assert [str(each) for each in problems] == [
        f"{place}: is too long to be spoken. At most 12 words."
    ]


def test_the_line_at_half_time_has_at_most_twelve_words() -> None:
    text = with_change(EXERCISE, "[cues]\n", f'[cues]\nhalf = "{TWELVE} more"\n')
    assert places(exercise_faults(text)) == ["cues.half"]


def test_a_number_too_large_for_anything_is_told() -> None:
    huge = "0x" + "f" * 9000
    text = with_change(EXERCISE, "max = 30 }", f"max = {huge}, plan_reps = [1, 2, {huge}] }}")
    assert [str(each) for each in exercise_faults(text)] == [
        "measure.max: found a huge number. Allowed: a whole number from -100 to 3600.",
        "measure.plan_reps: found a list. Allowed: a list of: a whole number from -100 to 3600.",
    ]


def test_repetitions_need_a_tempo() -> None:
    assert places(exercise_faults(with_change(REPS, "tempo_s = 6, ", ""), "bird-dog")) == [
        "measure.tempo_s"
    ]


def test_a_test_needs_its_number_of_tries_and_may_measure_below_nothing() -> None:
    assert not exercise_faults(TEST, "test-sit-and-reach")
    without = with_change(TEST, ", attempts = 3", "")
    assert places(exercise_faults(without, "test-sit-and-reach")) == ["measure.attempts"]


def test_faults_between_fields_are_told_beside_faults_in_fields() -> None:
    text = with_change(EXERCISE, "level = 1", "level = 7")
    text = with_change(text, 'easier = "chair-forward-fold-soft"', 'easier = "sofa-nap"')
    text = with_change(text, "sets = { min = 1,", "sets = { min = 3,")
    text = with_change(text, "Sit up. Change legs.", f"{TWELVE} more")
    text = with_change(text, 'equipment = ["chair"]', 'equipment = ["sofa"]')
    exercise, problems = parse_exercise(text, "other", KNOWN)
    assert exercise is None
    assert places(problems) == ["level", "id", "sets", "easier", "equipment[0]", "cues.switch"]


def test_a_check_whose_fields_cannot_be_read_is_left_out() -> None:
    problems = exercise_faults('id = 1\nmeasure = 2\ncues = 3\nequipment = 4\nswap = ["X"]')
    assert {"id", "measure", "cues", "equipment", "swap[0]"} <= set(places(problems))
    assert len(problems) == len(set(places(problems)))


def test_only_one_leg_after_the_other_changes_sides() -> None:
    assert exercises()["chair-single-leg-fold"].changes_sides
    assert not exercises()["chair-forward-fold"].changes_sides
    assert not exercises()["bird-dog"].changes_sides
